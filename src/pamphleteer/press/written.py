"""Objects as the bytes that stand for them in a file (ISO 32000-2, 7.3).

Of pages, forms and bookmarks a file has thousands. pypdf writes what it holds name by name and
number by number, each an object of its own; for those few kinds it takes a tenth of the time to
write down what they are at once. What comes from another file is still copied by pypdf.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from typing import IO, Any

from pypdf import PdfWriter
from pypdf.generic import IndirectObject, NameObject, PdfObject

SPECIAL = re.compile(r"[\\()]")
"""What has a meaning within a literal string (7.3.4.2)."""

MEMORY = 1024
"""How many names and runs of numbers are remembered as they are written."""


class Written(PdfObject):
    """An object of a file in its bytes, which may be given once it has a number."""

    def __init__(self, *parts: bytes) -> None:
        self.parts = parts

    def write_to_stream(self, stream: IO[Any]) -> None:
        """Write the bytes one part after another, so that long ones are not copied together."""
        for part in self.parts:
            stream.write(part)


def write_stream(writer: PdfWriter, entries: bytes, data: bytes) -> IndirectObject:
    """Write a stream (7.3.8): the entries of its dictionary but for its length, and its bytes."""
    head = b"<< %b /Length %d >>\nstream\n" % (entries, len(data))
    return writer._add_object(Written(head, data, b"\nendstream"))


def refer(reference: IndirectObject) -> bytes:
    """Write a reference to an object (7.3.10)."""
    return b"%d %d R" % (reference.idnum, reference.generation)


def write_value(value: PdfObject) -> bytes:
    """Write any value as pypdf does."""
    if isinstance(value, NameObject):
        return _write_name(value)
    if isinstance(value, IndirectObject):
        return refer(value)
    stream = BytesIO()
    value.write_to_stream(stream)
    return stream.getvalue()


@lru_cache(MEMORY)
def _write_name(name: str) -> bytes:
    return NameObject(name).renumber()


def write_text(text: str) -> bytes:
    """Write a text string (7.9.2.2), in UTF-16 where it is more than plain ASCII."""
    if text.isascii() and text.isprintable():
        return b"(%b)" % SPECIAL.sub(r"\\\g<0>", text).encode()
    return b"<FEFF%b>" % text.encode("utf-16-be").hex().encode()


def write_numbers(values: Iterable[float]) -> bytes:
    """Write numbers as an array, points to a ten-thousandth."""
    return b"[%b]" % operands(values).encode()


def operands(values: Iterable[float], *, places: int = 4) -> str:
    """Write numbers, points to a ten-thousandth, without needless zeros.

    Sides are alike, so that most of their numbers have been written before.
    """
    return _operands(tuple(values), places)


@lru_cache(MEMORY)
def _operands(values: tuple[float, ...], places: int) -> str:
    # "z": equal numbers must be written alike, and -0.0 is equal to 0.
    return " ".join(f"{value:z.{places}f}".rstrip("0").rstrip(".") for value in values)
