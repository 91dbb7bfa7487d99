"""Lengths. Inside everything is points (1/72 inch); editors write millimetres, inches or names."""

import re
from dataclasses import dataclass
from typing import NewType

Pt = NewType("Pt", float)

POINTS_PER_UNIT = {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 720 / 25.4}

MM_PER_PT = 25.4 / 72
"""Millimetres to the point, for what editors are told."""

LENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(pt|in|mm|cm)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A width and a height, in points."""

    width: Pt
    height: Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle in points, its origin at the page's top left corner, y downwards."""

    x: Pt
    y: Pt
    width: Pt
    height: Pt


NAMED_SIZES = {
    "letter": ("8.5in", "11in"),
    "half-letter": ("5.5in", "8.5in"),
    "legal": ("8.5in", "14in"),
    "tabloid": ("11in", "17in"),
    "a3": ("297mm", "420mm"),
    "a4": ("210mm", "297mm"),
    "a5": ("148mm", "210mm"),
    "a6": ("105mm", "148mm"),
}


def parse_length(text: str) -> Pt:
    """Read a length such as ``12pt``, ``5.5in`` or ``140 mm``.

    Raises:
        ValueError: the text is not a positive number with one of the units pt, in, mm, cm.
    """
    match = LENGTH.fullmatch(text.strip().lower())
    if not match or not float(match[1]):
        raise ValueError(f'"{text}" is not a length; write for example 140mm or 5.5in')
    return Pt(float(match[1]) * POINTS_PER_UNIT[match[2]])


def parse_size(text: str) -> Size:
    """Read a size by name (``a5``, ``half-letter``) or as ``WIDTH x HEIGHT``, upright as written.

    Raises:
        ValueError: neither a known name nor two lengths.
    """
    name = text.strip().lower()
    parts = NAMED_SIZES.get(name) or tuple(re.split(r"\s*[x×]\s*", name))
    if len(parts) != 2:
        names = ", ".join(NAMED_SIZES)
        raise ValueError(f'"{text}" is not a size; write a name ({names}) or 140mm x 216mm')
    width, height = parts
    return Size(width=parse_length(width), height=parse_length(height))
