"""The margins of a sheet, and the shapes of which printers' marks are made.

Points, the origin at the sheet's lower left corner, y upwards. A margin is seen from its pages:
``u`` runs along it, ``v`` from what pages print on outwards to the edge of the sheet.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pamphleteer.imposition.placing import Rect
from pamphleteer.units import POINTS_PER_UNIT, Size

Point = tuple[float, float]
Ink = Literal["registration", "black", "cyan", "magenta", "yellow"]
Where = Literal["bottom", "top", "left", "right"]

MM = POINTS_PER_UNIT["mm"]

SAFE = 2 * MM
"""What stays free at the sheet's edge: few printers reach it."""

CLEAR = 2.0
"""Points between one mark and the next."""

EM = 0.55
"""A letter's width in ems, rather more than that of most texts; the press narrows longer ones."""

DEPTH = 1.3
"""The room of a line of text in ems, with accents and descenders."""

WIDTHS: tuple[Where, ...] = ("bottom", "top")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight line with square ends; ``dash`` has the lengths of dashes and gaps, in turn."""

    start: Point
    end: Point
    ink: Ink
    width: float = 0.25
    dash: tuple[float, ...] = ()

    @property
    def box(self) -> Rect:
        """What it may colour."""
        (x, y), (p, q), half = self.start, self.end, self.width / 2
        across, up = (half if x == p else 0.0), (half if y == q else 0.0)
        if x != p and y != q:
            across = up = half
        return min(x, p) - across, min(y, q) - up, max(x, p) + across, max(y, q) + up


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A drawn circle, not a filled one."""

    centre: Point
    radius: float
    ink: Ink
    width: float = 0.25

    @property
    def box(self) -> Rect:
        """What it may colour."""
        (x, y), reach = self.centre, self.radius + self.width / 2
        return x - reach, y - reach, x + reach, y + reach


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """A filled rectangle; ``tint`` is the share of its ink, from 0 to 1."""

    box: Rect
    ink: Ink
    tint: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A short text in a box: read from the left, or, turned by 90 degrees, from below.

    ``size`` is that of its letters. What is longer than the box is made narrower.
    """

    text: str
    box: Rect
    size: float
    ink: Ink
    rotation: Literal[0, 90] = 0

    @property
    def position(self) -> Point:
        """Where its base line begins."""
        left, bottom, right, _ = self.box
        below = self.size * (DEPTH - 1)
        return (right - below, bottom) if self.rotation else (left, bottom + below)

    @property
    def length(self) -> float:
        """The length of its base line."""
        left, bottom, right, top = self.box
        return top - bottom if self.rotation else right - left


Shape = Line | Circle | Patch | Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """What is free of a sheet on one side of its pages.

    ``inner`` is where it begins, an x or a y; ``depth`` how far it goes outwards; ``span`` from
    where to where it goes along the sheet; ``pages`` the same for the pages beside it.
    """

    where: Where
    inner: float
    depth: float
    span: tuple[float, float]
    pages: tuple[float, float]

    @property
    def level(self) -> bool:
        """Whether it runs along the width of the sheet."""
        return self.where in WIDTHS

    @property
    def middle(self) -> float:
        """The middle of the sheet's edge."""
        return sum(self.span) / 2

    def at(self, u: float, v: float) -> Point:
        """A point of it."""
        away = self.inner + (v if self.where in {"top", "right"} else -v)
        return (u, away) if self.level else (away, u)

    def box(self, along: tuple[float, float], out: tuple[float, float]) -> Rect:
        """A rectangle from one u to another and from one v to another."""
        (x, y), (p, q) = self.at(along[0], out[0]), self.at(along[1], out[1])
        return min(x, p), min(y, q), max(x, p), max(y, q)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Where marks may stand: on ``sheet``, but not on ``block``, the pages and what they bleed.

    ``strips`` between the pages are free as well.
    """

    sheet: Rect
    block: Rect
    strips: tuple[Rect, ...] = ()

    @classmethod
    def around(cls, pages: Rect, sheet: Size, *, offset: float) -> "Room":
        """The room around all pages of a sheet, an offset away from them."""
        return cls(
            sheet=(SAFE, SAFE, sheet.width - SAFE, sheet.height - SAFE),
            block=(pages[0] - offset, pages[1] - offset, pages[2] + offset, pages[3] + offset),
        )

    def margin(self, where: Where) -> Margin:
        """One of its margins."""
        edge = {"left": 0, "bottom": 1, "right": 2, "top": 3}[where]
        along = 0 if where in WIDTHS else 1
        outwards = 1 if where in {"top", "right"} else -1
        low, high = self.sheet[along], self.sheet[along + 2]
        return Margin(
            where=where,
            inner=self.block[edge],
            depth=outwards * (self.sheet[edge] - self.block[edge]),
            span=(low, high),
            pages=(max(low, self.block[along]), min(high, self.block[along + 2])),
        )

    def margins(self, *order: Where) -> tuple[Margin, ...]:
        """Some of its margins."""
        return tuple(self.margin(where) for where in order)

    def takes(self, shapes: Sequence[Shape], others: Iterable[Rect]) -> bool:
        """Whether shapes stand on the sheet, off its pages, and clear of other marks."""
        barred = [grown(each, CLEAR) for each in others]
        return all(
            self._is_free(shape.box) and not any(touch(shape.box, each) for each in barred)
            for shape in shapes
        )

    def _is_free(self, box: Rect) -> bool:
        if any(within(box, strip) for strip in self.strips):
            return True
        return within(box, self.sheet) and not touch(box, self.block)


TINY = 1e-6
"""Points that are lost in rounding."""


def grown(box: Rect, by: float) -> Rect:
    """A rectangle with so much around it."""
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def within(box: Rect, other: Rect) -> bool:
    """Whether a rectangle lies in another."""
    low = box[0] >= other[0] - TINY and box[1] >= other[1] - TINY
    return low and box[2] <= other[2] + TINY and box[3] <= other[3] + TINY


def touch(box: Rect, other: Rect) -> bool:
    """Whether two rectangles have more than an edge in common."""
    across = box[0] < other[2] - TINY and other[0] < box[2] - TINY
    return across and box[1] < other[3] - TINY and other[1] < box[3] - TINY
