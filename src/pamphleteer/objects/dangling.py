"""References that lead nowhere, of which qpdf does not tell. Sections are those of ISO 32000-2."""

import re

from pamphleteer.objects.document import Document
from pamphleteer.objects.values import is_number

REFERENCE = re.compile(rb"(?<!\d)(\d{1,10})[\0\s]++(\d{1,5})[\0\s]++R\b")
"""Bounded, as a file may have millions of digits on end (7.3.10)."""

BLANK = b"\0\t\n\f\r "
FREE = 0
"""The type of a cross-reference entry for a number that no object has any longer (7.5.4)."""


COMMENTED = re.compile(rb"\d[\0\s]*+(?:%[^\r\n]*+[\r\n][\0\s]*+)++(?:\d{1,5}[\0\s]++)?R\b")
"""A reference with a comment within it, which nobody writes (7.2.4)."""

NULL = re.compile(rb"\bobj[\0\s]*+null[\0\s]*+endobj")
"""An object that is nothing (7.3.9)."""


def has_dangling(document: Document) -> bool:
    """Whether anything may refer to an object that is not there, or that is nothing.

    qpdf takes such references for nothing, as the standard does (7.3.10). So they are looked for in
    the bytes of the file and of its object streams; what looks like one counts, too.

    Raises:
        UnreadableError: an object stream is damaged.
    """
    table = document.pdf.get_xref_table()
    known = {number for number, entry in table.items() if entry.type != FREE}
    packed = {entry.obj_stream_number for entry in table.values()} - {None}
    streams = [f"{number} 0 R" for number in packed]
    texts = [_leave_streams_out(document.data), *map(document.content, streams)]
    if any(COMMENTED.search(text) or NULL.search(text) for text in texts):
        return True
    if any(_holds_nothing(stream, document) for stream in streams):
        return True
    found = {each for text in texts for each in REFERENCE.findall(text)}
    return not {(int(number), int(of)) for number, of in found} <= known


def _holds_nothing(stream: str, document: Document) -> bool:
    """Whether one of the objects in an object stream is nothing (7.5.7)."""
    content, first = document.content(stream), document.entries(stream).get("/First")
    if not is_number(first):
        return True
    first = int(first)
    header = content[:first].split()
    ends = [*map(int, header[3::2]), len(content)]
    starts = map(int, header[1::2])
    objects = (content[first + at : first + end] for at, end in zip(starts, ends, strict=False))
    return any(each.strip(BLANK) == b"null" for each in objects)


def _leave_streams_out(data: bytes) -> bytes:
    """What stands in a file outside of its streams, which are most of it."""
    return b"\n".join(part.partition(b"stream")[0] for part in data.split(b"endstream"))
