"""Sizes of type at which a line fills its measure, from the widths in the font."""

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from pamphleteer.layout.spec import Fitted
from pamphleteer.units import Pt

SLACK = 0.985
"""The part of the measure that is filled: a hair's breadth keeps the line from being broken."""


def fit_size(text: str, *, font: Path, width: Pt, span: Fitted, lines: int = 1) -> Pt:
    """The size, in points, at which a text fills a width in so many lines, within a span.

    The text is broken between words so that the longest line is as short as can be.
    """
    widest = min(
        max(_ems(line, font) for line in division) for division in _divisions(text.split(), lines)
    )
    size = width * SLACK / widest if widest else span.most
    return Pt(round(min(max(size, span.least), span.most), 2))


def _divisions(words: list[str], lines: int) -> list[list[str]]:
    """Every way to break words into at most so many lines, for one or two lines."""
    whole = [[" ".join(words)]]
    if lines == 1 or len(words) < 2:
        return whole
    cuts = range(1, len(words))
    return whole + [[" ".join(words[:cut]), " ".join(words[cut:])] for cut in cuts]


def _ems(line: str, font: Path) -> float:
    """The width of a line in ems, without kerning."""
    widths = _advances(font)
    return sum(widths.get(character, 0.5) for character in line)


@cache
def _advances(path: Path) -> dict[str, float]:
    """The advance width of each character in ems (OpenType hmtx)."""
    with TTFont(path, lazy=True) as font:
        metrics, em = font["hmtx"].metrics, font["head"].unitsPerEm
        return {chr(code): metrics[name][0] / em for code, name in font.getBestCmap().items()}
