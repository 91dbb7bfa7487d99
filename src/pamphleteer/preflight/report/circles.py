"""Circles around what was found on a page, and the numbers beside them.

Places that lie close together are circled together. All is in points from the top left corner of
the page as it is shown, and stays within the page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pamphleteer.units import Box, Pt, Size

MOST_CIRCLES = 8
"""Of one finding on a page: more would hide the page."""

PADDING = 0.5
LEAST = 2.0
NEAR = 1.5
RADIUS = 1.0
"""In units of `unit_of`: around what is circled; the least side of a circle; how near is close; of
a number's disc."""

UNITS = 64
LEAST_UNITS = 8
"""Units to a page's longer side, so that a disc's number can be read at the size of the report; and
the least to its shorter one, so that a disc has room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disc:
    """Where a number stands: its middle, in points."""

    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A frame around one or more places of a finding, and the disc with its number."""

    box: Box
    disc: Disc


def unit_of(size: Size) -> float:
    """The measure of circles and lines on a page, in points: of an A5 page 9 pt."""
    longer, shorter = max(size.width, size.height), min(size.width, size.height)
    return min(longer / UNITS, shorter / LEAST_UNITS)


def draw_circles(findings: Sequence[Sequence[Box]], size: Size) -> tuple[tuple[Circle, ...], ...]:
    """Circle the places of each finding of a page; numbers keep clear of each other if they can."""
    taken: list[Disc] = []
    return tuple(tuple(_circles(places, size, taken)) for places in findings)


def _circles(places: Sequence[Box], size: Size, taken: list[Disc]) -> Iterator[Circle]:
    unit = unit_of(size)
    for box in _gathered(places, unit):
        framed = _framed(box, size, unit)
        disc = _free_disc(framed, size, unit, taken)
        taken.append(disc)
        yield Circle(box=framed, disc=disc)


def _gathered(places: Sequence[Box], unit: float) -> list[Box]:
    """Places that are near to each other joined; nearer ones first, until there are few."""
    near, boxes = NEAR * unit, list(places)
    while True:
        boxes = _joined(boxes, near)
        if len(boxes) <= MOST_CIRCLES:
            return boxes
        near *= 2


def _joined(boxes: Sequence[Box], near: float) -> list[Box]:
    kept: list[Box] = []
    for box in boxes:
        joined = box
        # What was joined may have come near to others, so that they are asked again.
        while touching := [other for other in kept if _is_near(joined, other, near)]:
            joined = _around([joined, *touching])
            kept = [other for other in kept if other not in touching]
        kept.append(joined)
    return kept


def _is_near(one: Box, other: Box, near: float) -> bool:
    return (
        one.x - near <= other.x + other.width
        and other.x - near <= one.x + one.width
        and one.y - near <= other.y + other.height
        and other.y - near <= one.y + one.height
    )


def _around(boxes: Sequence[Box]) -> Box:
    left, top = min(box.x for box in boxes), min(box.y for box in boxes)
    right = max(box.x + box.width for box in boxes)
    bottom = max(box.y + box.height for box in boxes)
    return Box(x=left, y=top, width=Pt(right - left), height=Pt(bottom - top))


def _framed(box: Box, size: Size, unit: float) -> Box:
    """A frame around a place, not too small to be seen, within the page."""
    left, width = _span(box.x, box.width, size.width, unit)
    top, height = _span(box.y, box.height, size.height, unit)
    return Box(x=Pt(left), y=Pt(top), width=Pt(width), height=Pt(height))


def _span(start: float, length: float, whole: float, unit: float) -> tuple[float, float]:
    more = max(PADDING * unit, (LEAST * unit - length) / 2)
    first = min(max(0.0, start - more), whole)
    last = max(min(whole, start + length + more), first)
    return first, last - first


def _free_disc(box: Box, size: Size, unit: float, taken: Sequence[Disc]) -> Disc:
    """A corner of the frame, or a place beside one, where no other number stands yet."""
    places = [_within(x, y, size, unit) for x, y in _corners(box, unit)]
    free = (place for place in places if not any(_meet(place, disc, unit) for disc in taken))
    return next(free, places[0])


def _corners(box: Box, unit: float) -> Iterator[tuple[float, float]]:
    """The corners from the top left one on, then steps along the upper and the left edge."""
    right, bottom = box.x + box.width, box.y + box.height
    yield from ((box.x, box.y), (right, box.y), (box.x, bottom), (right, bottom))
    for step in range(1, MOST_CIRCLES):
        by = 2.1 * RADIUS * unit * step
        yield from ((box.x + by, box.y), (box.x, box.y + by), (box.x - by, box.y))
        yield from ((box.x, box.y - by), (right + by, box.y))


def _within(x: float, y: float, size: Size, unit: float) -> Disc:
    """Moved so that the disc lies on the page, or in its middle where it has no room."""
    inset = 1.1 * RADIUS * unit
    return Disc(x=_clamp(x, inset, size.width - inset), y=_clamp(y, inset, size.height - inset))


def _clamp(value: float, low: float, high: float) -> float:
    return (low + high) / 2 if high < low else max(low, min(high, value))


def _meet(one: Disc, other: Disc, unit: float) -> bool:
    reach = 2 * RADIUS * unit
    return (one.x - other.x) ** 2 + (one.y - other.y) ** 2 < reach**2
