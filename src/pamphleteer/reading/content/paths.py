"""Paths as they are built and painted (ISO 32000-2, 8.5), by their points."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from math import dist, hypot

from pamphleteer.objects import Rect
from pamphleteer.reading.content.objects import apply, around
from pamphleteer.reading.drawings import Matrix, intersect

Point = tuple[float, float]

THIN = 3.0
"""Points: a fill that is thinner, and much longer than that, is a line."""

LONG = 4.0
"""How many times as long as it is thick a line is at the least."""

STEPS = 6
"""Straight steps for a curve: a quarter of a circle is off by a hundredth."""

SEAM = 0.01
"""Points: what is thinner is a seam between two clips, not a line that anybody drew."""


@dataclass(slots=True)
class Path:
    """A path's pieces, in the page's space; curves in a few straight steps."""

    pieces: list[list[Point]] = field(default_factory=list)
    clips: bool = False

    def add(self, operator: str, values: list[float], matrix: Matrix) -> None:
        """Take the operands of a construction operator."""
        if operator == "re":
            x, y, width, height = values[:4]
            corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
            self.pieces.append([apply(matrix, *corner) for corner in corners])
            return
        points = [apply(matrix, x, y) for x, y in zip(values[::2], values[1::2], strict=False)]
        if operator == "m" or not self.pieces:
            self.pieces.append([])
        piece = self.pieces[-1]
        if operator in CURVES and piece:
            points = list(_flatten(piece[-1], CURVES[operator](piece[-1], points)))
        piece += points

    @property
    def box(self) -> Rect | None:
        """The rectangle around it; None where it has no points."""
        points = [point for piece in self.pieces for point in piece]
        return around(points) if points else None

    def thin_bars(self, clip: Rect) -> Iterator[tuple[Rect, float]]:
        """Its pieces that are lines: the box of each, and how thick it is."""
        box = self.box
        if box is None:
            return
        whole = bar(intersect(box, clip))
        if whole is not None:
            yield intersect(box, clip), whole
            return
        for piece in self.pieces:
            thickness = _thickness(piece)
            if thickness is not None:
                yield around(piece), thickness


def _flatten(start: Point, controls: Sequence[Point]) -> Iterator[Point]:
    """Points on a Bézier curve (8.5.2.2)."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = start, *controls
    for step in range(1, STEPS + 1):
        t = step / STEPS
        u = 1 - t
        a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
        yield a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3


CURVES: dict[str, Callable[[Point, list[Point]], Sequence[Point]]] = {
    "c": lambda _, points: points[:3],
    "v": lambda start, points: (start, *points[:2]),
    "y": lambda _, points: (points[0], points[1], points[1]),
}
"""By operator the control points of a curve, from where the path has come."""


def bar(rect: Rect) -> float | None:
    """How thick a line a rectangle is; None if it is none."""
    return _thin(rect[2] - rect[0], rect[3] - rect[1])


def _thickness(piece: list[Point]) -> float | None:
    """How thick a piece of four corners is, if it is a line, however it is turned."""
    corners = piece[:-1] if len(piece) == 5 and piece[0] == piece[-1] else piece
    if len(corners) != 4:
        return None
    a, b, c, d = corners
    square = dist(a, c) - dist(b, d)
    return _thin(dist(a, b), dist(b, c)) if abs(square) < 0.1 else None


def _thin(one: float, other: float) -> float | None:
    thick, long = min(one, other), max(one, other)
    return thick if SEAM < thick < THIN and long > LONG * thick else None


def thinnest_scale(matrix: Matrix) -> float:
    """How much a pen is scaled at the least, whatever way it goes (8.4.3.2).

    The smaller singular value of the matrix.
    """
    a, b, c, d = matrix[:4]
    sums, differences = hypot(a + d, b - c), hypot(a - d, b + c)
    return abs(sums - differences) / 2


def grow(rect: Rect, by: float) -> Rect:
    """A rectangle that is larger on all sides."""
    return rect[0] - by, rect[1] - by, rect[2] + by, rect[3] + by
