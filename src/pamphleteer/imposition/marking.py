"""How each printers' mark is drawn: the places where one is wanted, and for each the ways to do it.

All sizes are points.
"""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Literal

from pamphleteer.imposition.collation import find_stairs
from pamphleteer.imposition.creases import Lines, spine_is_upright
from pamphleteer.imposition.ground import Ground, Shapes, Ways
from pamphleteer.imposition.margins import (
    CLEAR,
    DEPTH,
    EM,
    Circle,
    Ink,
    Line,
    Margin,
    Patch,
    Room,
    Shape,
    Text,
    Where,
)

CROPS, FOLDS, CENTRES = (14.0, 10.0, 6.0), (10.0, 7.0, 5.0), (8.0, 5.0)
"""Lengths of lines; the first one that finds room is taken, here and below."""

DASH = (2.0, 1.5)
TARGET, RING = 7.0, 4.0
"""Of a registration mark: half the cross, and the radius of the circle."""

PATCHES, LETTERS, ARROW, HEAD = (14.0, 9.0), (6.0, 5.0), (40.0, 14.0), 3.0
STRIDE = 6.0
"""How far a mark is moved on to find room."""

COLOURS: tuple[Ink, ...] = ("cyan", "magenta", "yellow", "black")
GREYS = (1.0, 0.75, 0.5, 0.25, 0.1)
ALL: tuple[Where, ...] = ("bottom", "top", "left", "right")


def draw_crops(ground: Ground) -> Iterator[Ways]:
    """Lines that lead to the corners of all that is cut."""
    for margin, u in _ends(ground.cuts, ground.room):
        yield _ticks(margin, u, CROPS, ground.ink)


def draw_folds(ground: Ground) -> Iterator[Ways]:
    """Dashes at both ends of each crease; a collation mark that stands there will do as well."""
    stairs = set(find_stairs(ground))
    for margin, u in _ends(ground.folds, ground.room):
        ways = _ticks(margin, u, FOLDS, ground.ink, dash=DASH)
        yield [*ways, ()] if (margin.where, u) in stairs else ways


def _ends(lines: Lines, room: Room) -> Iterator[tuple[Margin, float]]:
    """The margins in which lines end, and where."""
    for margin in room.margins(*ALL):
        for u in lines.upright if margin.level else lines.level:
            yield margin, u


def _ticks(
    margin: Margin, u: float, lengths: Iterable[float], ink: Ink, *, dash: tuple[float, ...] = ()
) -> Iterator[Shapes]:
    for length in lengths:
        yield (Line(start=margin.at(u, 0), end=margin.at(u, length), ink=ink, dash=dash),)


def draw_centres(ground: Ground) -> Iterator[Ways]:
    """A line inwards from the middle of each edge of the sheet."""
    for margin in ground.room.margins(*ALL):
        yield _centres(margin, ground.ink)


def _centres(margin: Margin, ink: Ink) -> Iterator[Shapes]:
    for length in CENTRES:
        inner = margin.at(margin.middle, margin.depth - length)
        yield (Line(start=inner, end=margin.at(margin.middle, margin.depth), ink=ink),)


def draw_targets(ground: Ground) -> Iterator[Ways]:
    """A registration mark in the middle of each edge, or one on each side of what is there.

    Both lie alike on the front and the back, so that the two can be compared against the light.
    """
    for margin in ground.room.margins(*ALL):
        yield _targets(margin, ground.ink)


def _targets(margin: Margin, ink: Ink) -> Iterator[Shapes]:
    for out in _strides(TARGET, min(margin.depth, 6 * TARGET)):
        yield _target(margin, margin.middle, out, ink)
    for aside in (2 * TARGET, 3 * TARGET, 4 * TARGET):
        left = _target(margin, margin.middle - aside, TARGET, ink)
        yield left + _target(margin, margin.middle + aside, TARGET, ink)


def _target(margin: Margin, u: float, v: float, ink: Ink) -> Shapes:
    at = margin.at
    return (
        Circle(centre=at(u, v), radius=RING, ink=ink),
        Line(start=at(u - TARGET, v), end=at(u + TARGET, v), ink=ink),
        Line(start=at(u, v - TARGET), end=at(u, v + TARGET), ink=ink),
    )


def draw_colours(ground: Ground) -> Iterator[Ways]:
    """A patch of each ink, full and half."""
    yield _bars(ground.room, [(ink, tint) for tint in (1.0, 0.5) for ink in COLOURS])


def draw_greys(ground: Ground) -> Iterator[Ways]:
    """Steps of black, from full to faint."""
    yield _bars(ground.room, [("black", tint) for tint in GREYS])


def _bars(room: Room, tints: list[tuple[Ink, float]]) -> Iterator[Shapes]:
    for size, margin in product(PATCHES, room.margins("top", "bottom", "left", "right")):
        for u, v in _places(margin, (len(tints) * size, size)):
            yield tuple(
                Patch(
                    box=margin.box((u + size * index, u + size * (index + 1)), (v, v + size)),
                    ink=ink,
                    tint=tint,
                )
                for index, (ink, tint) in enumerate(tints)
            )


def draw_slug(ground: Ground) -> Iterator[Ways]:
    """What the job is, which sheet of how many, which of its sides, and which signatures it has."""
    sides = ("front", "back") if ground.sides == 2 else ()
    sections = sorted({each.number for each in ground.sections if ground.sheet in each.sheets})
    named = f"signature{'s' * (len(sections) > 1)} {', '.join(map(str, sections))}"
    parts = (
        ground.slug,
        f"sheet {ground.sheet + 1} of {len(ground.plan.sheets)}",
        *(sides[ground.side % 2 : ground.side % 2 + 1]),
        named if sections else "",
    )
    yield _lines(ground.room, " · ".join(part for part in parts if part))


def _lines(room: Room, text: str) -> Iterator[Shapes]:
    for size, margin in product(LETTERS, room.margins("bottom", "top", "left", "right")):
        length = _length(text, size)
        for u, v in _places(margin, (length, DEPTH * size)):
            yield (_text(text, margin, (u, u + length), (v, v + DEPTH * size)),)


def _length(text: str, size: float) -> float:
    return EM * size * len(text)


def _text(text: str, margin: Margin, along: tuple[float, float], out: tuple[float, float]) -> Text:
    size = (out[1] - out[0]) / DEPTH
    turn: Literal[0, 90] = 0 if margin.level else 90
    return Text(text=text, box=margin.box(along, out), size=size, ink="black", rotation=turn)


def draw_grain(ground: Ground, *, paper: Literal["", "long", "short"] = "") -> Iterator[Ways]:
    """An arrow along the grain, which should run parallel to the spine.

    Across it, paper breaks in the fold and leaves stand off in waves. Where it is not said how the
    grain of the paper runs, the arrow shows how it should.

    Args:
        ground: The side.
        paper: The edge of the sheet along which its grain runs.
    """
    spine = spine_is_upright(ground.plan)
    if not paper and spine is None:
        return
    sheet = ground.room.sheet
    tall = sheet[3] - sheet[1] >= sheet[2] - sheet[0]
    upright = tall == (paper == "long") if paper else bool(spine)
    right = spine is None or upright == spine
    text = "grain" if right else "grain across the spine: it should be parallel"
    yield _arrows(ground.room, text if paper else "grain parallel to the spine", upright=upright)


def _arrows(room: Room, text: str, *, upright: bool) -> Iterator[Shapes]:
    """The arrow, and behind it, along the margin, its text."""
    for margin in room.margins("right", "left", "bottom", "top"):
        along = margin.level != upright
        length, deep = (ARROW[0], DEPTH * LETTERS[0]) if along else (DEPTH * LETTERS[0], ARROW[1])
        written = _length(text, LETTERS[0])
        for u, v in _places(margin, (length + HEAD + written, deep)):
            middle, side = v + deep / 2, DEPTH * LETTERS[0] / 2
            ends = ((u, middle), (u + length, middle)) if along else _across(u + side, v, deep)
            span = (u + length + HEAD, u + length + HEAD + written)
            word = _text(text, margin, span, (middle - side, middle + side))
            yield (*_arrow(margin, ends), word)


def _across(u: float, v: float, deep: float) -> tuple[tuple[float, float], tuple[float, float]]:
    return (u, v + HEAD / 2), (u, v + deep - HEAD / 2)


def _arrow(margin: Margin, ends: tuple[tuple[float, float], tuple[float, float]]) -> Shapes:
    """A line with a head at both ends, for grain runs both ways."""
    (u, v), (p, q) = ends
    along = v == q
    shapes: list[Shape] = [Line(start=margin.at(u, v), end=margin.at(p, q), ink="black", width=0.5)]
    for tip, way in (((u, v), HEAD), ((p, q), -HEAD)):
        for aside in (HEAD / 2, -HEAD / 2):
            barb = (tip[0] + way, tip[1] + aside) if along else (tip[0] + aside, tip[1] + way)
            shapes.append(Line(start=margin.at(*tip), end=margin.at(*barb), ink="black", width=0.5))
    return tuple(shapes)


def _places(margin: Margin, size: tuple[float, float]) -> Iterator[tuple[float, float]]:
    """Where something so long and deep may stand in a margin, next to its pages first."""
    for v in _strides(CLEAR, margin.depth - size[1]):
        for u in _strides(margin.pages[0], margin.span[1] - size[0]):
            yield u, v


def _strides(start: float, end: float) -> Iterator[float]:
    while start <= end:
        yield start
        start += STRIDE
