"""References that lead nowhere, of which qpdf does not tell. Sections are those of ISO 32000-2."""

import re

from pamphleteer.objects.document import Document

REFERENCE = re.compile(rb"\b(\d{1,10})\s{1,8}(\d{1,5})\s{1,8}R\b")
"""Bounded, as a file may have millions of digits on end (7.3.10)."""

FREE = 0
"""The type of a cross-reference entry for a number that no object has any longer (7.5.4)."""


def find_dangling(document: Document) -> frozenset[tuple[int, int]]:
    """Find references to objects that are not there, as numbers and generations.

    qpdf takes them for nothing, as the standard does (7.3.10). So they are looked for in the bytes
    of the file and of its object streams; what looks like one counts, too.

    Raises:
        UnreadableError: an object stream is damaged.
    """
    table = document.pdf.get_xref_table()
    known = {number for number, entry in table.items() if entry.type != FREE}
    packed = {entry.obj_stream_number for entry in table.values()} - {None}
    texts = [_leave_streams_out(document.data)]
    texts += [document.content(f"{number} 0 R") for number in packed]
    found = {each for text in texts for each in REFERENCE.findall(text)}
    return frozenset((int(number), int(of)) for number, of in found) - known


def _leave_streams_out(data: bytes) -> bytes:
    """What stands in a file outside of its streams, which are most of it."""
    return b"\n".join(part.partition(b"stream")[0] for part in data.split(b"endstream"))
