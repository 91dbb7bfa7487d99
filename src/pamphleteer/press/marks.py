"""Printers' marks as a form XObject: one for each side, drawn after all its pages.

Texts are drawn as outlines, so that no font need be embedded and no RIP can take another one.
Registration colour is /Separation /All, which prints on every plate (ISO 32000-2, 8.6.6.4).
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from pamphleteer.imposition.margins import Circle, Ink, Line, Patch, Shape, Text
from pamphleteer.imposition.marks import mark_sides
from pamphleteer.imposition.placing import Bed, Setting
from pamphleteer.imposition.plan import Plan
from pamphleteer.objects import FLATE
from pamphleteer.press.file import NewFile
from pamphleteer.press.written import write_numbers
from pamphleteer.problems import IssueError, Problem, error
from pamphleteer.resources import resource_folder
from pamphleteer.units import Size

FONT = "libre-franklin/LibreFranklin-Regular.ttf"

KAPPA = 0.5522847498
"""How far a quarter circle's control points lie along its tangents: 4/3 (√2 - 1) of the radius."""

PROCESS: dict[Ink, tuple[int, int, int, int]] = {
    "cyan": (1, 0, 0, 0),
    "magenta": (0, 1, 0, 0),
    "yellow": (0, 0, 1, 0),
    "black": (0, 0, 0, 1),
}

ALL_PLATES = (
    b"[/Separation /All /DeviceCMYK "
    b"<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 1 1 1] /N 1 >>]"
)
"""The colour space of registration marks; where it is not known, all four inks of a press."""

UNITS = 1000
"""To the em, in which outlines are written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A character: the operators of its path, and how far it is to the next one, in `UNITS`."""

    path: str
    advance: int


def write_marks(
    file: NewFile, plan: Plan, bed: Bed, setting: Setting, *, bleed: float
) -> tuple[bytes | None, ...]:
    """Write the marks that a setting asks for.

    Args:
        file: The sheets.
        plan: What stands where, turned as the printer turns the paper.
        bed: The places of pages.
        setting: Which marks, and what the slug line begins with.
        bleed: What pages bleed on the sheet.

    Returns:
        A form for each side, the same one where the marks are the same; None for none.

    Raises:
        IssueError: ``unknown-mark``; ``missing-glyph``, the slug line's font lacks a character.
    """
    sides = mark_sides(plan, bed, setting.marks, slug=setting.slug, bleed=bleed)
    forms: dict[bytes, bytes] = {}

    def write(shapes: Sequence[Shape]) -> bytes:
        content = draw_shapes(shapes)
        if content not in forms:
            forms[content] = _write_form(file, content, bed.sheet)
        return forms[content]

    return tuple(write(side.shapes) if side.shapes else None for side in sides)


def _write_form(file: NewFile, content: bytes, sheet: Size) -> bytes:
    spaces = b"/ColorSpace << /All %b >>" % ALL_PLATES if b"/All " in content else b""
    entries = (
        b"/Type /XObject /Subtype /Form",
        b"/BBox %b" % write_numbers((0, 0, sheet.width, sheet.height)),
        b"/Resources << %b >>" % spaces,
        FLATE,
    )
    return file.add_stream(b" ".join(entries), zlib.compress(content))


def draw_shapes(shapes: Sequence[Shape]) -> bytes:
    """Write the operators that draw shapes; registration colour is the colour space ``/All``."""
    return "\n".join(_draw(shapes)).encode()


def _draw(shapes: Sequence[Shape]) -> Iterator[str]:
    """Write the operators that draw shapes; all points are the sheet's own."""
    plates = any(shape.ink != "black" for shape in shapes)
    for shape in shapes:
        yield _colour(shape, plates=plates)
        match shape:
            case Line():
                yield f"{_dash(shape)} {_point('m', shape.start)} {_point('l', shape.end)} S"
            case Circle():
                yield f"{_numbers([shape.width])} w [] 0 d {_ring(shape)} h S"
            case Patch():
                left, bottom, right, top = shape.box
                yield f"{_numbers((left, bottom, right - left, top - bottom))} re f"
            case Text():
                yield from _letters(shape)


def _colour(shape: Shape, *, plates: bool) -> str:
    """Choose an ink for lines or for what is filled: grey where a side has black alone."""
    drawn = isinstance(shape, Line | Circle)
    tint = shape.tint if isinstance(shape, Patch) else 1.0
    if shape.ink == "registration":
        return f"/All {'CS' if drawn else 'cs'} {_numbers([tint])} {'SCN' if drawn else 'scn'}"
    if not plates:
        return f"{_numbers([1 - tint])} {'G' if drawn else 'g'}"
    inks = (tint * part for part in PROCESS[shape.ink])
    return f"{_numbers(inks)} {'K' if drawn else 'k'}"


def _dash(line: Line) -> str:
    return f"{_numbers([line.width])} w [{_numbers(line.dash)}] 0 d"


def _point(operator: str, *points: tuple[float, float]) -> str:
    return f"{_numbers(value for point in points for value in point)} {operator}"


def _ring(circle: Circle) -> str:
    """Draw a circle as four curves."""
    (x, y), r = circle.centre, circle.radius
    pull = KAPPA * r
    return " ".join(
        (
            _point("m", (x + r, y)),
            _point("c", (x + r, y + pull), (x + pull, y + r), (x, y + r)),
            _point("c", (x - pull, y + r), (x - r, y + pull), (x - r, y)),
            _point("c", (x - r, y - pull), (x - pull, y - r), (x, y - r)),
            _point("c", (x + pull, y - r), (x + r, y - pull), (x + r, y)),
        )
    )


def _letters(text: Text) -> Iterator[str]:
    """Draw a text's letters in their font's units, each where the one before it ends.

    So all that differs between two of the same letter is where they are, and streams stay small.
    The text is made narrower where it would be longer than its box.
    """
    letters = [_outline(character) for character in text.text]
    missing = {char for char, letter in zip(text.text, letters, strict=True) if letter is None}
    if missing:
        raise IssueError(_missing(character) for character in sorted(missing))
    outlines = [letter for letter in letters if letter]
    up = text.size / UNITS
    natural = up * sum(letter.advance for letter in outlines)
    along = up * min(1.0, text.length / (natural or 1.0))
    turned = (0, along, -up, 0) if text.rotation else (along, 0, 0, up)
    yield f"q {_numbers((*turned, *text.position), digits=6)} cm"
    for letter in outlines:
        yield (
            f"{letter.path} f 1 0 0 1 {letter.advance} 0 cm"
            if letter.path
            else (f"1 0 0 1 {letter.advance} 0 cm")
        )
    yield "Q"


def can_write(text: str) -> bool:
    """Whether the slug line's font has all letters of a text."""
    return all(map(_outline, text))


def _missing(character: str) -> Problem:
    return error(
        "missing-glyph",
        f'"{character}" (U+{ord(character):04X}) is not in the font of the slug line',
        hint="Write the slug line without it.",
    )


class _Tracer(BasePen):  # type: ignore[misc]  # fontTools has no types
    """Notes down a glyph's path as PDF's operators (ISO 32000-2, 8.5.2).

    Of TrueType's quadratic curves its base makes cubic ones.
    """

    def __init__(self, glyphs: Any, units: int) -> None:
        super().__init__(glyphs)
        self.scale = UNITS / units
        self.path: list[str] = []

    def _note(self, operator: str, *points: tuple[float, float]) -> None:
        values = (round(self.scale * value) for point in points for value in point)
        self.path.append(" ".join([*map(str, values), operator]))

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802  # the base's name
        self._note("m", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802  # the base's name
        self._note("l", pt)

    def _curveToOne(self, *points: tuple[float, float]) -> None:  # noqa: N802  # the base's name
        self._note("c", *points)

    def _closePath(self) -> None:  # noqa: N802  # the base's name
        self._note("h")


@cache
def _font() -> TTFont:
    return TTFont(BytesIO((resource_folder("fonts") / FONT).read_bytes()))


@cache
def _outline(character: str) -> Outline | None:
    """A character's outline, or None where the font has none."""
    font = _font()
    name = font.getBestCmap().get(ord(character))
    if name is None:
        return None
    glyphs, units = font.getGlyphSet(), font["head"].unitsPerEm
    pen = _Tracer(glyphs, units)
    glyphs[name].draw(pen)
    return Outline(path=" ".join(pen.path), advance=round(glyphs[name].width * UNITS / units))


def _numbers(values: Iterable[float], *, digits: int = 3) -> str:
    """Write numbers to a thousandth of a point."""
    return " ".join(f"{value:.{digits}f}".rstrip("0").rstrip(".") for value in values)
