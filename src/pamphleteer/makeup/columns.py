"""Pour a thread into the columns of one area, balanced where the thread ends."""

from collections.abc import Sequence
from dataclasses import dataclass

from pamphleteer.layout.grid import Grid
from pamphleteer.makeup.balance import depths_to_try
from pamphleteer.makeup.model import Placed, Thread
from pamphleteer.typeset.frame import Frame
from pamphleteer.units import Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A part of a page for columns: its top left corner from the trim's, width, depth in lines."""

    grid: Grid
    x: Pt
    y: Pt
    width: Pt
    rows: int
    columns: int

    @property
    def measure(self) -> Pt:
        """Width of one of its columns."""
        return self.grid.measure_in(self.width, self.columns)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Poured:
    """What was poured into an area, and the lines of it that were used."""

    placed: tuple[Placed, ...]
    rows: int


def pour_columns(thread: Thread, area: Area) -> Poured:
    """Fill an area's columns; where the thread ends in them, make them equally deep.

    Where the thread goes on, every column is as deep as the area.
    """
    start = thread.mark()
    frames = _pour(thread, area, (area.rows,) * area.columns)
    rows = area.rows
    if thread.done:
        frames = _balance(thread, start, frames, area)
        rows = max((area.grid.rows(frame.depth) for frame in frames), default=0)
    return Poured(placed=_place(thread, frames, area), rows=rows)


def _balance(thread: Thread, start: object, frames: Sequence[Frame], area: Area) -> Sequence[Frame]:
    """Pour again to even depths, unless the first pour was already as even as can be."""
    grid = area.grid
    poured = tuple(grid.rows(frame.depth) for frame in frames)
    tries = depths_to_try(frames, columns=area.columns, most=area.rows, leading=grid.leading)
    for depths in tries:
        if poured == depths:
            return frames
        thread.back_to(start)
        frames = _pour(thread, area, depths)
        if thread.done:
            return frames
    raise AssertionError("the area's full depth held the thread once, and now does not")


def _pour(thread: Thread, area: Area, depths: Sequence[int]) -> Sequence[Frame]:
    frames = []
    for depth in depths:
        if thread.done:
            break
        frames.append(thread.pour(area.measure, Pt(depth * area.grid.leading)))
    return frames


def _place(thread: Thread, frames: Sequence[Frame], area: Area) -> tuple[Placed, ...]:
    step = area.measure + area.grid.gutter
    return tuple(
        Placed(frame=frame, thread=thread, x=Pt(area.x + index * step), y=area.y)
        for index, frame in enumerate(frames)
    )
