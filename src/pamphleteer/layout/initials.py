"""Drop caps: the first letter of an article, some lines deep, drawn from the font's outline.

A large letter beside a text copies badly: programs read it and the rest of its word as two words,
on two lines. So the letter that is seen is a drawing, and the letter that is read stands unseen in
its place in the text, at the text's own size. What is copied, searched or read aloud is the word.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from pamphleteer.layout.fonts import FontLibrary
from pamphleteer.layout.grid import Grid
from pamphleteer.layout.spec import Layout
from pamphleteer.units import Pt

OPENING = re.compile(r"[\"'“”„‘’‚«»‹›¿¡(\[]*[^\W\d_]")
"""A letter, and the marks that may stand before it."""

GAP = Pt(2.6)
"""Points between the letter and the text beside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Initial:
    """A drop cap's drawing: an SVG by its name, its size, and by how much it rises, in points."""

    name: str
    svg: bytes
    width: Pt
    height: Pt
    rise: Pt


def opening_of(text: str) -> str:
    """The letter with which a text opens, and the marks before it; nothing if it has no capital."""
    match = OPENING.match(text)
    if match is None or len(capital(match[0])) != len(match[0]):
        return ""
    return match[0] if match[0].lower() != match[0].upper() else ""


def capital(text: str) -> str:
    """A text in capitals."""
    return text.upper()


def draw_initial(letters: str, layout: Layout, grid: Grid, fonts: FontLibrary) -> Initial | None:
    """Draw a drop cap as deep as the layout asks; None if its font has no such letter.

    Its foot stands on the baseline of the last line beside it, its top is that of the small
    capitals in the first line.
    """
    display = fonts.face(layout.fonts["display"], weight=400, italic=False)
    text = fonts.face(layout.fonts["text"], weight=400, italic=False)
    if display is None or text is None:
        return None
    metrics = _metrics(text.path)
    size = layout.sizes.text
    baseline = (grid.leading + (metrics.ascent + metrics.descent) * size) / 2
    foot = (layout.opening.drop_cap - 1) * grid.leading + baseline
    tall = foot - baseline + metrics.small_capital * size
    scale = tall / _metrics(display.path).capital
    outline = _outline(display.path, capital(letters))
    if outline is None:
        return None
    return _drawing(letters, outline, scale=scale, foot=foot, layout=layout, grid=grid)


@dataclass(frozen=True, slots=True)
class _Metrics:
    """Heights of a font, in ems; what is below the baseline is negative."""

    ascent: float
    descent: float
    capital: float
    small_capital: float


@cache
def _metrics(path: Path) -> _Metrics:
    with TTFont(path, lazy=True) as font:
        em, os2, hhea = font["head"].unitsPerEm, font["OS/2"], font["hhea"]
        heights = (hhea.ascent, hhea.descent, os2.sCapHeight, os2.sxHeight)
        return _Metrics(*(height / em for height in heights))


@dataclass(frozen=True, slots=True)
class _Outline:
    """Letters side by side: their outlines, in ems, and the box of their ink."""

    path: str
    left: float
    right: float
    top: float


@cache
def _outline(path: Path, letters: str) -> _Outline | None:
    """The outlines of letters as an SVG path, the baseline at 0, y downwards (hmtx, glyf, CFF)."""
    with TTFont(path) as font:
        names, glyphs, em = font.getBestCmap(), font.getGlyphSet(), font["head"].unitsPerEm
        if any(ord(letter) not in names for letter in letters):
            return None
        svg, bounds, x = SVGPathPen(glyphs, ntos=_number), BoundsPen(glyphs), 0.0
        for letter in letters:
            glyph = glyphs[names[ord(letter)]]
            glyph.draw(TransformPen(svg, (1 / em, 0, 0, -1 / em, x, 0)))
            glyph.draw(TransformPen(bounds, (1 / em, 0, 0, 1 / em, x, 0)))
            x += glyph.width / em
        if bounds.bounds is None:
            return None
        left, _, right, top = bounds.bounds
        return _Outline(svg.getCommands(), left, right, top)


def _number(value: float) -> str:
    return f"{value:.5f}".rstrip("0").rstrip(".")


def _drawing(  # what it is made of is known in different places
    letters: str, outline: _Outline, *, scale: float, foot: float, layout: Layout, grid: Grid
) -> Initial:
    rise = max(0.0, outline.top * scale - foot)
    width = (outline.right - outline.left) * scale
    height = layout.opening.drop_cap * grid.leading + rise
    place = f"translate({_number(-outline.left * scale)} {_number(foot + rise)})"
    ink = layout.inks["accent"].stand_in
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_number(width)} {_number(height)}">'
        f'<path transform="{place} scale({_number(scale)})" fill="{ink}" '
        f'd="{outline.path}"/></svg>'
    )
    codes = "-".join(f"{ord(letter):x}" for letter in letters)
    return Initial(
        name=f"initial-{codes}.svg",
        svg=svg.encode(),
        width=Pt(width),
        height=Pt(height),
        rise=Pt(rise),
    )
