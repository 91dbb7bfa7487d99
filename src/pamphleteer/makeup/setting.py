"""Set planned pages: pour every column as it was planned, and put all frames in their places.

A proof may judge a column wrongly: a table repeats its head, a note takes room. Then the pour is
right and the plan is not, and it is made again with what was learned (`Misjudged`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pamphleteer.layout.grid import Grid
from pamphleteer.layout.panels import Panel
from pamphleteer.makeup.block import at_depth
from pamphleteer.makeup.copy import Stretch
from pamphleteer.makeup.floats import place_float
from pamphleteer.makeup.model import Page, Placed, Thread
from pamphleteer.makeup.plan import (
    PagePlan,
    Planned,
    PlannedBlock,
    PlannedFloat,
    PlannedHead,
    PlannedRule,
    PlannedText,
    PlannedTurn,
    Slot,
)
from pamphleteer.makeup.proof import Proof
from pamphleteer.makeup.stock import NoticeStock, Stock, StoryStock
from pamphleteer.typeset.frame import Frame
from pamphleteer.units import Box, Pt


class MisjudgedError(Exception):
    """A column ended elsewhere than its proof said: ``column`` is its first line and its rows."""

    def __init__(self, proof: Proof, column: tuple[int, int], end: int) -> None:
        self.proof = proof
        self.column = column
        self.end = end
        super().__init__(f"a column of {column[1]} rows from line {column[0]} ends at {end}")


@dataclass(slots=True)
class Pourer:
    """Pours one thread at any of its places; what was poured once is not poured again.

    A place is a line, and the notes that wait there: so the mark that a column began with tells
    columns apart (it is kept, and its identity is its own), and the next column begins with the
    mark that this one left.
    """

    thread: Thread
    marks: dict[int, object] = field(default_factory=dict)
    poured: dict[tuple[int, int, Pt, Pt], tuple[Frame, object, object]] = field(
        default_factory=dict
    )

    def pour(self, start: int, width: Pt, height: Pt) -> tuple[Frame, int]:
        """The frame that begins at a line, and the line at which the next one begins."""
        mark = self.marks.setdefault(start, self.thread.mark())
        key = (start, id(mark), width, height)
        if key not in self.poured:
            self.thread.back_to(mark)
            self.poured[key] = self.thread.pour(width, height), self.thread.mark(), mark
        frame, after, _ = self.poured[key]
        end = start + len(frame.lines)
        self.marks[end] = after
        return frame, end


Pourers = dict[int, Pourer]
"""One for each thread, by its identity."""


def set_pages(
    plans: Sequence[PagePlan], stock: Sequence[Stock], grid: Grid, pourers: Pourers
) -> tuple[Page, ...]:
    """Pour and place all that is planned.

    Raises:
        MisjudgedError: a column ended elsewhere than it was planned to.
    """
    return tuple(_set_page(plan, stock, grid, pourers) for plan in plans)


def _set_page(plan: PagePlan, stock: Sequence[Stock], grid: Grid, pourers: Pourers) -> Page:
    sheet = _Sheet(grid=grid, left=grid.left(plan.number))
    placed: list[Placed] = []
    panels: list[Panel] = []
    for each in plan.planned:
        more_placed, more_panels = _set_one(each, sheet, stock, pourers)
        placed += more_placed
        panels += more_panels
    name = stock[plan.story] if plan.story is not None else None
    return Page(
        number=plan.number,
        placed=tuple(placed),
        panels=tuple(panels),
        running_head=name.story.running_head if isinstance(name, StoryStock) else "",
        blank=plan.blank,
        covered=tuple(_covered(plan, stock)),
        reasons=plan.reasons,
    )


Set = tuple[tuple[Placed, ...], tuple[Panel, ...]]
"""Frames in their places, and the panels behind them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """One page's left edge, on the grid."""

    grid: Grid
    left: Pt

    def at(self, thread: Thread, frame: Frame, slot: Slot) -> Placed:
        """A frame in a slot."""
        x, y = Pt(self.left + slot.x), self.grid.y(slot.row)
        return Placed(frame=frame, thread=thread, x=x, y=y)

    def box(self, slot: Slot) -> Box:
        """The rectangle of a slot."""
        height = Pt(slot.rows * self.grid.leading)
        x, y = Pt(self.left + slot.x), self.grid.y(slot.row)
        return Box(x=x, y=y, width=slot.width, height=height)


def _set_one(planned: Planned, page: _Sheet, stock: Sequence[Stock], pourers: Pourers) -> Set:
    match planned:
        case PlannedText():
            return (_pour(planned, _story(stock, planned.story), page, pourers),), ()
        case PlannedHead(story=index, columns=columns, slot=slot):
            thread, frame = _story(stock, index).head_frames[columns]
            return (page.at(thread, frame, slot),), ()
        case PlannedFloat(story=index, number=each, slot=slot, side=side):
            made = _story(stock, index).floats[each]
            return place_float(made, page.box(slot), side=side, grid=page.grid)
        case PlannedTurn(story=index, slot=slot):
            turn = _story(stock, index).turn
            return ((page.at(*turn, slot),) if turn else ()), ()
        case PlannedRule(slot=slot):
            return (), (Panel(kind="story-rule", box=page.box(slot)),)
        case PlannedBlock():
            return _set_block(planned, stock[planned.piece], page)


def _covered(plan: PagePlan, stock: Sequence[Stock]) -> Iterator[Literal["head", "foot"]]:
    """The edges off which a picture bleeds."""
    for each in plan.planned:
        if not isinstance(each, PlannedFloat):
            continue
        if _story(stock, each.story).floats[each.number].bleed:
            yield "head" if each.side == "above" else "foot"


def _set_block(planned: PlannedBlock, entry: Stock, page: _Sheet) -> Set:
    slot = planned.slot
    if isinstance(entry, StoryStock):
        raise TypeError("a story is no block")
    whole = entry.block if isinstance(entry, NoticeStock) else entry.blocks[planned.size]
    block = at_depth(whole, slot.rows, page.grid)
    corner = page.box(slot)
    placed = tuple(
        Placed(
            frame=each.frame, thread=each.thread, x=Pt(corner.x + each.x), y=Pt(corner.y + each.y)
        )
        for each in block.placed
    )
    return placed, (Panel(kind=block.kind, box=corner),) if block.kind else ()


def _pour(planned: PlannedText, entry: StoryStock, page: _Sheet, pourers: Pourers) -> Placed:
    stretch, thread = entry.copy.parts[planned.part], entry.story.parts[planned.part]
    if isinstance(thread, int) or not isinstance(stretch, Stretch):
        raise TypeError("a float is no text")
    slot, proof = planned.slot, stretch.proof
    height = Pt(slot.rows * page.grid.leading)
    if proof.frame and (cut := thread.cut(proof.frame, planned.start, planned.end, height)):
        return page.at(thread, cut, slot)
    pourer = pourers.setdefault(id(thread), Pourer(thread=thread))
    depths = _depths(planned, proof, page.grid, stops=planned.stops)
    for depth in depths:
        frame, end = pourer.pour(planned.start, slot.width, depth)
        if end == planned.end and not frame.late:
            break
    if end != planned.end:
        raise MisjudgedError(proof, (planned.start, slot.rows), end)
    if depth != depths[0]:
        frame = frame.deepened(height)
    return page.at(thread, frame, slot)


def _depths(planned: PlannedText, proof: Proof, grid: Grid, *, stops: bool) -> tuple[Pt, ...]:
    """How deep a text is poured to end where it is planned, one try after another.

    At the depth that is foreseen, no line has room that belongs to the next column. Before a stop
    what is left of the room is not for the lines after it; but it may have to be deeper a row or
    two than was foreseen.
    """
    foreseen, most = Pt(proof.depth(planned.start, planned.end)), planned.slot.rows
    if not stops or planned.end == len(proof):
        return Pt(most * grid.leading), foreseen
    rows = range(proof.rows(planned.start, planned.end), most + 1)
    return foreseen, *(Pt(each * grid.leading) for each in rows)


def _story(stock: Sequence[Stock], index: int) -> StoryStock:
    entry = stock[index]
    if not isinstance(entry, StoryStock):
        raise TypeError("a block is no story")
    return entry
