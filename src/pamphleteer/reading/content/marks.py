"""What a page paints, mark by mark, in the order of painting."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pamphleteer.objects import Rect
from pamphleteer.reading.content.tints import Space, Tint
from pamphleteer.reading.drawings import intersect


def area_of(rect: Rect) -> float:
    """The area of a rectangle in square points; 0 where it is none."""
    return max(0.0, rect[2] - rect[0]) * max(0.0, rect[3] - rect[1])


@dataclass(frozen=True, kw_only=True)
class Mark:
    """What all marks have: the box around them, the clip, their colour, and how it is laid down.

    ``tint`` is None for what has no colour of its own: pictures, patterns, shadings.
    """

    box: Rect
    clip: Rect
    tint: Tint | None = None
    overprint: bool = False
    alpha: float = 1.0

    @cached_property
    def shown(self) -> Rect:
        """What the clip leaves of the box."""
        return intersect(self.box, self.clip)


@dataclass(frozen=True, kw_only=True)
class Letters(Mark):
    """Letters that one operator shows: from descenders to capitals' height.

    ``size`` is the true one, after all matrices; ``missing`` counts the letters that the font does
    not have; ``visible`` is false for text that is only there to be searched.
    """

    text: str
    font: str
    size: float
    visible: bool = True
    missing: int = 0


@dataclass(frozen=True, kw_only=True)
class Line(Mark):
    """A stroke, or a fill that is so thin that it is one; ``parts`` as of an area."""

    thickness: float
    stroked: bool = True
    parts: int = 1


@dataclass(frozen=True, kw_only=True)
class Area(Mark):
    """A filled path, by the points of its pieces."""

    pieces: Sequence[Sequence[tuple[float, float]]]

    @property
    def parts(self) -> int:
        """The number of its pieces."""
        return len(self.pieces)

    @property
    def is_rectangle(self) -> bool:
        """Whether it is one piece that fills its box."""
        corners = set(self.pieces[0]) if len(self.pieces) == 1 else set[tuple[float, float]]()
        left, bottom, right, top = self.box
        return corners == {(left, bottom), (right, bottom), (right, top), (left, top)}


@dataclass(frozen=True, kw_only=True)
class Placed(Mark):
    """A picture: its pixels, and its width and height as placed, in points.

    ``source`` is the object's number, by which the picture is known again, or 0 for an inline
    image; a stencil is painted with ``tint``.
    """

    name: str
    columns: int
    rows: int
    width: float
    height: float
    space: Space
    bits: int
    source: int = 0
    stencil: bool = False
    soft: bool = False

    @property
    def resolutions(self) -> tuple[float, float]:
        """Pixels per inch, across and up."""
        across = self.columns * 72 / self.width if self.width > 0 else 0.0
        up = self.rows * 72 / self.height if self.height > 0 else 0.0
        return across, up


@dataclass(frozen=True, kw_only=True)
class Shade(Mark):
    """A shading; ``ends`` are the colours between which it runs, as far as they are known.

    It is ``broken`` if its function gives another number of values than its space has.
    """

    space: Space
    ends: tuple[Tint, ...] = ()
    broken: bool = False


UNKNOWN = Space(family="unknown", components=0)


def space_of(mark: Mark) -> Space:
    """The colour space of a mark."""
    if isinstance(mark, Shade) or (isinstance(mark, Placed) and not mark.stencil):
        return mark.space
    return mark.tint.space if mark.tint else UNKNOWN
