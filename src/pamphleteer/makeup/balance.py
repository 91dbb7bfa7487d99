"""How far down the last columns of an article go, told from lines that were already poured.

Pouring is dear, so the depth is not found by trying: the lines of a first pour say where columns
may be cut, and the filling of columns is played through with these numbers. One pour then sets
them. If it turns out otherwise, the next best depths are tried (`depths_to_try`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pamphleteer.typeset.frame import Frame, Line
from pamphleteer.units import Pt

TOLERANCE = 0.1


@dataclass(frozen=True, slots=True)
class _Strip:
    """A line without its place: its height, the space above it, and the line itself."""

    line: Line
    gap: float
    height: float


def depths_to_try(
    frames: Sequence[Frame], *, columns: int, most: int, leading: Pt
) -> Iterator[tuple[int, ...]]:
    """Depths of the columns, in lines, that should hold what the frames hold, best first.

    The shallowest even depth comes first, then the same with fewer long columns, then deeper
    ones up to ``most`` lines, so that some depth always takes all.
    """
    strips = _strips(frames)
    total = sum(strip.gap + strip.height for strip in strips)
    least = max(1, int(-(-(total / leading - TOLERANCE) // columns)))
    for rows in range(least, most + 1):
        for long in range(1, columns + 1):
            depths = (rows,) * long + (rows - 1,) * (columns - long)
            if (rows > 1 or long == columns) and _holds(strips, depths, leading):
                yield depths
    yield from ((rows,) * columns for rows in range(least, most + 1))


def _strips(frames: Sequence[Frame]) -> list[_Strip]:
    strips = []
    for frame in frames:
        above: Line | None = None
        for line in frame.lines:
            gap = line.top - above.bottom if above else line.space_before
            strips.append(_Strip(line, gap, line.bottom - line.top))
            above = line
    return strips


def _holds(strips: Sequence[_Strip], depths: Sequence[int], leading: Pt) -> bool:
    """Play the filling of columns through; say whether all strips found a place."""
    start = 0
    for depth in depths:
        start = _fill(strips, start, depth * leading + TOLERANCE)
    return start == len(strips)


def _fill(strips: Sequence[_Strip], start: int, room: float) -> int:
    """Where the next column begins when one is filled from ``start``; ``start`` if nowhere."""
    used = 0.0
    for index in range(start, len(strips)):
        strip = strips[index]
        used += strip.height + (strip.gap if index > start else 0)
        if used > room:
            breaks = (at for at in range(index, start, -1) if may_break(strips, start, at))
            return next(breaks, start)
    return len(strips)


def may_break(strips: Sequence[_Strip], start: int, at: int) -> bool:
    """Whether a column that begins with strip ``start`` may end before strip ``at``.

    A paragraph keeps its orphans and widows, a crosshead its text, a group its members (CSS
    Fragmentation 3, §3 and §4.4).
    """
    above, below = strips[at - 1].line, strips[at].line
    if above.group is not None and above.group == below.group:
        return False
    if above.block != below.block:
        return not above.keep_with_next
    blocks = [strip.line.block for strip in strips]
    first = blocks.index(above.block)
    before = at - max(first, start)
    after = blocks.count(above.block) - (at - first)
    continued = first <= start
    return after >= below.widows and (continued or before >= above.orphans)
