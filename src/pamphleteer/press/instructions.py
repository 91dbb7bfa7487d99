"""The instructions of a job as one illustrated page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from pamphleteer.imposition.instructions import Instructions
from pamphleteer.imposition.pictures import (
    HEIGHT,
    WIDTH,
    Label,
    Patch,
    Picture,
    Point,
    Shape,
    Stroke,
    picture_sheet,
)
from pamphleteer.layout.templates import fill
from pamphleteer.resources import resource_folder
from pamphleteer.typeset.fetching import Asset
from pamphleteer.typeset.typesetter import Typesetter
from pamphleteer.units import Size, parse_size


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How steps stand on the page: up to how many in how many columns, and sheets below them."""

    most: int
    columns: int
    has_sheets: bool = False


HEADLINE = "league-gothic/LeagueGothic-Regular.ttf"
FOLDER = Path(__file__).resolve().parent
HALF_INCH = 36

FORMS = (
    Form(most=3, columns=1, has_sheets=True),
    Form(most=3, columns=1),
    Form(most=4, columns=2, has_sheets=True),
    Form(most=6, columns=2),
    Form(most=9, columns=3, has_sheets=True),
    Form(most=9, columns=3),
    Form(most=16, columns=4),
    Form(most=30, columns=5),
)
"""In the order in which they are tried: the first one that fits on the page is taken."""
MOST_SHEETS = 8
"""So many sheets can be shown, each with its front and back."""

FONT = "Libre Franklin"
INK, ACCENT, QUIET = "#111111", "#b01722", "#666666"
TONES = {"paper": "#ffffff", "moved": "#f1d9d6", "back": "#dcdcdc", "solid": ACCENT}
PENS = {
    "edge": (INK, 1.0, ""),
    "head": (INK, 1.5, ""),
    "fold": (INK, 0.8, "4 2.6"),
    "cut": (ACCENT, 1.5, ""),
    "arrow": (ACCENT, 1.8, ""),
    "staple": (ACCENT, 3.2, ""),
    "thread": (ACCENT, 2.0, ""),
    "ghost": ("#bbbbbb", 0.6, ""),
}
"""Colour, width and dashes of each kind of line."""


def can_head(title: str) -> bool:
    """Whether a title can be set as the page's headline: its font has Latin letters alone."""
    return not set(title) - _heads()


@cache
def _heads() -> frozenset[str]:
    from fontTools.ttLib import TTFont  # not at the top: it takes a while to load

    with TTFont(resource_folder("fonts") / HEADLINE, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def instructions_pdf(instructions: Instructions, *, page: Size | None = None) -> bytes:
    """Set instructions on one tagged page (PDF/UA-1), with a picture for each step.

    Args:
        instructions: What is told.
        page: The page's size; if None letter or A4, whichever family the job's paper is of.

    Returns:
        The PDF; the same bytes for the same input.

    Raises:
        IssueError: ``missing-glyph``: the title has a character that no font here has.
        ValueError: there are more steps than a page holds.
    """
    size = page or office_page(instructions.bed.sheet)
    typesetter = Typesetter(stylesheet="", assets=dict(_list_assets(instructions)))
    for form in _list_forms(instructions):
        values = {"made": instructions, "page": size, "form": form}
        drawing = typesetter.draw(
            fill(FOLDER, "instructions.html.j2", **values),
            (),
            page_rules=fill(FOLDER, "instructions.css.j2", **values),
        )
        pdf = drawing.tagged_pdf()
        if len(PdfReader(BytesIO(pdf)).pages) == 1:
            return pdf
    raise ValueError(f"{len(instructions.steps)} steps do not fit on a page")


def _list_forms(instructions: Instructions) -> Iterator[Form]:
    can_show = 1 < len(instructions.plan.sheets) <= MOST_SHEETS
    for form in FORMS:
        if len(instructions.steps) <= form.most and (can_show or not form.has_sheets):
            yield form


def _list_assets(instructions: Instructions) -> Iterator[tuple[str, Asset]]:
    for number, step in enumerate(instructions.steps, start=1):
        yield f"step-{number}.svg", _svg(step.picture)
    for number, sheet in enumerate(instructions.plan.sheets[:MOST_SHEETS], start=1):
        picture = picture_sheet(sheet, instructions.plan, instructions.bed, named=False)
        yield f"sheet-{number}.svg", _svg(picture)


def _svg(picture: Picture) -> Asset:
    return Asset(content=draw_svg(picture), media_type="image/svg+xml")


def office_page(paper: Size) -> Size:
    """Letter where a job's paper is measured in half inches, as American papers are; else A4."""
    american = paper.width % HALF_INCH == 0 and paper.height % HALF_INCH == 0
    return parse_size("letter" if american else "a4")


def draw_svg(picture: Picture) -> bytes:
    """Write a picture as SVG."""
    shapes = "".join(part for shape in picture.shapes for part in _draw(shape))
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}">'
    return f"{head}{shapes}</svg>".encode()


def _draw(shape: Shape) -> Iterator[str]:
    if isinstance(shape, Patch):
        edge = ACCENT if shape.tone == "solid" else INK
        yield (
            f'<path d="{_path(shape.points)} Z" fill="{TONES[shape.tone]}" '
            f'stroke="{edge}" stroke-width="1" stroke-linejoin="round"/>'
        )
    elif isinstance(shape, Stroke):
        yield from _draw_stroke(shape)
    else:
        yield _draw_label(shape)


def _draw_stroke(stroke: Stroke) -> Iterator[str]:
    colour, width, dashes = PENS[stroke.kind]
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    path = _curve(stroke.points) if stroke.curved else _path(stroke.points)
    yield (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:g}" '
        f'stroke-linecap="{"butt" if dashes else "round"}"{dashed}/>'
    )
    if stroke.kind == "arrow":
        tip = _path(_arrow_head(stroke.points[-2], stroke.points[-1]))
        yield f'<path d="{tip} Z" fill="{colour}"/>'


def _arrow_head(before: Point, end: Point, *, size: float = 8.0) -> tuple[Point, ...]:
    """A triangle whose tip lies a little beyond the line's end."""
    dx, dy = end[0] - before[0], end[1] - before[1]
    length = (dx * dx + dy * dy) ** 0.5
    dx, dy = dx / length * size, dy / length * size
    tip = (end[0] + 0.6 * dx, end[1] + 0.6 * dy)
    foot = (tip[0] - dx, tip[1] - dy)
    return tip, (foot[0] - dy / 2, foot[1] + dx / 2), (foot[0] + dy / 2, foot[1] - dx / 2)


def _draw_label(label: Label) -> str:
    """Write a text about its middle; figures and capitals are 0.72 of the type's size high."""
    x, y = label.at
    weight, colour = (700, INK) if label.is_number else (400, QUIET)
    turn = f' transform="rotate({label.turn:g} {x:.2f} {y:.2f})"' if label.turn else ""
    return (
        f'<text x="{x:.2f}" y="{y + 0.36 * label.size:.2f}" text-anchor="middle" '
        f'font-family="{FONT}" font-size="{label.size:.2f}" font-weight="{weight}" '
        f'fill="{colour}"{turn}>{label.text}</text>'
    )


def _path(points: Sequence[Point]) -> str:
    return "M " + " L ".join(f"{x:.2f} {y:.2f}" for x, y in points)


def _curve(points: Sequence[Point]) -> str:
    (x, y), (a, b), (p, q) = points
    return f"M {x:.2f} {y:.2f} Q {a:.2f} {b:.2f} {p:.2f} {q:.2f}"
