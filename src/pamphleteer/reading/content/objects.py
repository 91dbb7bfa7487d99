"""Objects of a PDF as plain values, whatever stands where they should be."""

import zlib
from collections.abc import Iterable, Sequence
from math import isfinite
from typing import cast

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NullObject,
    PdfObject,
    StreamObject,
)

from pamphleteer.objects import Rect
from pamphleteer.reading.caution import attempt
from pamphleteer.reading.drawings import Matrix

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
FURTHEST = 1e7
"""Points beyond which nothing is: numbers in broken files may be anything."""

MOST_BYTES = 64_000_000
"""Of content on one page, unpacked."""

Key = tuple[int, int]
"""An indirect object's number and generation, or a direct one's place in memory and -1."""


def resolve(value: PdfObject | None) -> PdfObject | None:
    """The object that a reference leads to; None for none."""
    found = value.get_object() if isinstance(value, PdfObject) else value
    return None if isinstance(found, NullObject) else found


def entry(holder: PdfObject | None, key: str) -> PdfObject | None:
    """What stands in a dictionary under a key, or None."""
    if isinstance(holder, DictionaryObject) and key in holder:
        return resolve(holder.raw_get(key))
    return None


def dictionary(holder: PdfObject | None, key: str) -> DictionaryObject:
    """A dictionary that stands in another one; empty where there is none."""
    found = entry(holder, key)
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def stream(holder: PdfObject | None, key: str) -> StreamObject | None:
    """A stream that stands in a dictionary."""
    found = entry(holder, key)
    return found if isinstance(found, StreamObject) else None


def data_of(found: StreamObject | None) -> bytes | None:
    """A stream's data; None where there is none or it is damaged.

    pypdf gives what it can unpack of damaged data, and does not say so.
    """
    if found is None:
        return None
    if str(entry(found, "/Filter")) == "/FlateDecode" and entry(found, "/DecodeParms") is None:
        return _inflate(found._data)
    return attempt(found.get_data)


def _inflate(data: bytes) -> bytes | None:
    """Unpack all of some data, but no more than is ever read."""
    unpacker = zlib.decompressobj()
    try:
        unpacked = unpacker.decompress(data, MOST_BYTES + 1)
    except zlib.error:
        return None
    return unpacked if unpacker.eof or len(unpacked) > MOST_BYTES else None


def items(holder: PdfObject | None, key: str) -> tuple[PdfObject | None, ...]:
    """The items of an array that stands in a dictionary, resolved."""
    found = entry(holder, key)
    return tuple(resolve(item) for item in found) if isinstance(found, ArrayObject) else ()


def name(holder: PdfObject | None, key: str) -> str:
    """A name without its slash; empty where there is none."""
    found = entry(holder, key)
    return str(found).removeprefix("/") if isinstance(found, str) else ""


def number(value: object, default: float = 0.0) -> float:
    """A number, if it is one within reason."""
    if isinstance(value, int | float) and isfinite(value):
        return float(max(-FURTHEST, min(FURTHEST, value)))
    return default


def numbers(values: Iterable[object]) -> tuple[float, ...]:
    """Numbers; 0 for what is none."""
    return tuple(number(resolve(cast(PdfObject, value))) for value in values)


def matrix(holder: PdfObject | None, key: str) -> Matrix:
    """A matrix; the one that changes nothing where there is none."""
    found = numbers(items(holder, key))
    return found if len(found) == 6 else IDENTITY


def floats(values: Iterable[object]) -> list[float]:
    """Those of some values that are numbers, within reason."""
    return [max(-FURTHEST, min(FURTHEST, value)) for value in values if isinstance(value, float)]


def read_matrix(values: Iterable[object]) -> Matrix:
    """The matrix that operands make; the one that changes nothing if there are too few."""
    found = tuple(floats(values)[:6])
    return found if len(found) == 6 else IDENTITY


def key_of(holder: DictionaryObject | ArrayObject, key: str | int) -> Key:
    """By what an entry is known again where it is met once more."""
    value = holder.raw_get(key) if isinstance(holder, DictionaryObject) else holder[cast(int, key)]
    if isinstance(value, IndirectObject):
        return value.idnum, value.generation
    return id(value), -1


def around(points: Sequence[tuple[float, float]]) -> Rect:
    """The rectangle around points."""
    across, up = [point[0] for point in points], [point[1] for point in points]
    return min(across), min(up), max(across), max(up)


def apply(m: Matrix, x: float, y: float) -> tuple[float, float]:
    """Map a point."""
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def map_rect(rect: Rect, m: Matrix) -> Rect:
    """The rectangle around a mapped one."""
    left, bottom, right, top = rect
    corners = ((left, bottom), (right, bottom), (left, top), (right, top))
    return around([apply(m, x, y) for x, y in corners])
