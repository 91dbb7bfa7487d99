"""Values as qpdf's JSON has them (version 2 of it), and what they stand for.

They are dictionaries, lists, numbers and texts. A name is ``/Name``, a reference ``7 0 R``, a
string ``u:`` and its text, or ``b:`` and its bytes in hexadecimal digits; so no text is taken for a
reference. Sections are those of ISO 32000-2.
"""

import json
import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any, Literal, TypeGuard

from pikepdf import Object

Value = Any
Rect = tuple[float, float, float, float]
Turn = Literal[0, 90, 180, 270]

MEMORY = 256
"""How many boxes are remembered as they are read."""

TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|([+-]?[\d.]+)')
"""A text in JSON, which may hold anything, or a number."""

DECODER = json.JSONDecoder()


def read_value(item: Object | float | Decimal | None) -> Value:
    """The value of an object of qpdf's, or of what stands for a plain one in Python."""
    if not isinstance(item, Object):
        return float(item) if isinstance(item, Decimal) else item
    text = item.to_json(dereference=True, schema_version=2).decode(errors="surrogateescape")
    try:
        return DECODER.raw_decode(text)[0]
    except ValueError:
        return DECODER.raw_decode(TOKEN.sub(_mend, text))[0]


def _mend(found: re.Match[str]) -> str:
    """A number as JSON has it: qpdf leaves it as it was, ``+.5`` or ``007.5``."""
    try:
        return repr(float(found[1])) if found[1] else found[0]
    except ValueError:
        return found[0]


def is_reference(item: Value) -> TypeGuard[str]:
    """Whether a value is a reference: strings and names begin with their kind, never a digit."""
    return isinstance(item, str) and item[:1].isdigit()


def is_name(item: Value) -> TypeGuard[str]:
    """Whether a value is a name: ``/A``, or ``n:/`` and bytes as PDF writes them if no UTF-8."""
    return isinstance(item, str) and item.startswith(("/", "n:/"))


def is_number(item: Value) -> TypeGuard[float]:
    """Whether a value is a number, and not true or false."""
    return type(item) in (int, float)


def read_text(item: Value) -> str | None:
    """The text of a text string, in whatever coding (7.9.2.2); None if the value is none."""
    if not isinstance(item, str) or item[:2] not in ("u:", "b:"):
        return None
    text = item[2:]
    if item[0] == "b":
        return bytes.fromhex(text).decode("pdfdoc", errors="replace")
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def read_rect(box: Sequence[float]) -> Rect:
    """Read a box as left, bottom, right, top; any two opposite corners may be written (7.9.5)."""
    return _read_rect(tuple(box))


@lru_cache(MEMORY)
def _read_rect(box: tuple[float, ...]) -> Rect:
    """Read a box; pages are alike, so that most have been read before."""
    x0, y0, x1, y1 = (float(value) for value in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
