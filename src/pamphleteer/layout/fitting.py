"""Fits display type: the size at which it fills its measure, in lines of even length.

A headline whose last line holds one word looks like an accident. Text is divided into as few lines
as its least size allows, the longest of them as short as can be, and set as large as fits.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from pamphleteer.layout.spec import Fitted
from pamphleteer.units import Pt

SLACK = 0.985
"""The part of the measure that is filled: widths are added up without kerning."""

Ems = Callable[[str], float]
"""The width of a text in ems."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FittedText:
    """A size, and the width at which the lines break as they were divided; both in points."""

    size: Pt
    width: Pt


def fit_text(text: str, *, ems: Ems, width: Pt, span: Fitted, most_lines: int) -> FittedText:
    """Fit a text into as few lines as its span of sizes allows.

    Args:
        text: As it is printed, in capitals if it is set so.
        ems: Measures a text in the font.
        width: The room, in points.
        span: The least and the greatest size.
        most_lines: With more lines than this at the least size, it is left to wrap as it will.
    """
    ways = ways_to_fit(text, ems=ems, width=width, span=span, most_lines=most_lines)
    return next(ways, FittedText(size=span.least, width=width))


def ways_to_fit(
    text: str, *, ems: Ems, width: Pt, span: Fitted, most_lines: int
) -> Iterator[FittedText]:
    """Fit a text into every number of lines at which its size lies in the span, fewest first."""
    words = text.split()
    for lines in range(1, min(most_lines, len(words)) + 1):
        # The ways to divide a long text are too many to look at: it is seen before that it is long.
        if ems(text) - (lines - 1) * ems(" ") > lines * width / span.least:
            continue
        longest = max(map(ems, divide(words, lines, ems)))
        size = width * SLACK / longest
        if size >= span.least:
            fitted = min(size, span.most)
            yield FittedText(
                size=_rounded(fitted), width=_rounded(min(width, _room(longest, fitted)))
            )


def divide(words: Sequence[str], lines: int, ems: Ems) -> list[str]:
    """Divide words into so many lines, the longest as short as can be; a text has few words."""
    if lines == 1:
        return [" ".join(words)]
    ways = (
        [" ".join(words[:cut]), *divide(words[cut:], lines - 1, ems)]
        for cut in range(1, len(words) - lines + 2)
    )
    return min(ways, key=lambda way: max(map(ems, way)))


def font_ems(font: Path) -> Ems:
    """A measure of texts by the advance widths of a font, without kerning."""
    widths = _advances(font)
    return lambda text: sum(widths.get(character, 0.5) for character in text)


@cache
def _advances(path: Path) -> dict[str, float]:
    """The advance width of each character in ems (OpenType hmtx)."""
    with TTFont(path, lazy=True) as font:
        # Numbers will do for the glyphs' names, for which whole outlines would be read.
        font.setGlyphOrder([str(glyph) for glyph in range(font["maxp"].numGlyphs)])
        metrics, em = font["hmtx"].metrics, font["head"].unitsPerEm
        return {chr(code): metrics[name][0] / em for code, name in font.getBestCmap().items()}


def _room(longest: float, size: float) -> float:
    """A width that surely holds the longest line, but not a word more."""
    return longest * size / SLACK


def _rounded(points: float) -> Pt:
    return Pt(round(points, 2))
