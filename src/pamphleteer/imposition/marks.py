"""Printers' marks on imposed sheets: what is drawn around the pages for those who print and bind.

Marks stand in the margins of a sheet only, and in what is milled off its spines, off every page's
trim and bleed, so that nothing of them is in the finished book. A mark that finds no room is left
out, and named.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from pamphleteer.imposition.collation import draw_steps, free_strips
from pamphleteer.imposition.creases import block_of, cut_lines, find_sections, fold_lines
from pamphleteer.imposition.ground import Ground, Ways
from pamphleteer.imposition.margins import MM, Room, Shape
from pamphleteer.imposition.marking import (
    draw_centres,
    draw_colours,
    draw_crops,
    draw_folds,
    draw_grain,
    draw_greys,
    draw_slug,
    draw_targets,
)
from pamphleteer.imposition.placing import Bed
from pamphleteer.imposition.plan import Plan
from pamphleteer.problems import IssueError, error
from pamphleteer.ticket.marks import Name, read_marks
from pamphleteer.ticket.values import BadValueError

OFFSET = 3 * MM
"""The least distance from the trim: what pages bleed, where they do."""


MAKERS: Mapping[Name, Callable[[Ground], Iterable[Ways]]] = {
    "collation": draw_steps,
    "crop": draw_crops,
    "fold": draw_folds,
    "centre": draw_centres,
    "registration": draw_targets,
    "colour-bar": draw_colours,
    "grey-bar": draw_greys,
    "slug": draw_slug,
    "grain": draw_grain,
    "grain-long": lambda ground: draw_grain(ground, paper="long"),
    "grain-short": lambda ground: draw_grain(ground, paper="short"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One mark and its shapes."""

    name: Name
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedSide:
    """The marks of a side, and those of which one at least found no room."""

    marks: tuple[Mark, ...] = ()
    left_out: tuple[Name, ...] = ()

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """All that is drawn."""
        return tuple(shape for mark in self.marks for shape in mark.shapes)


def choose_marks(asked: str | Sequence[str], *, black_only: bool = False) -> tuple[Name, ...]:
    """The marks of a set, or some by their names; in black alone a grey bar for a colour bar.

    Raises:
        IssueError: ``unknown-mark``: a name is none; with the nearest one.
    """
    try:
        names = read_marks(asked if isinstance(asked, str) else ",".join(asked))
    except BadValueError as fault:
        raise IssueError([error(fault.code, fault.message, hint=fault.hint)]) from fault
    grey = ["grey-bar" if black_only and name == "colour-bar" else name for name in names]
    return tuple(name for name in get_args(Name) if name in grey)


def mark_sides(
    plan: Plan, bed: Bed, names: Sequence[str], *, slug: str = "", bleed: float = 0.0
) -> tuple[MarkedSide, ...]:
    """Draw the marks of all sides.

    Args:
        plan: What stands where, turned as the printer turns the paper.
        bed: The places of pages.
        names: The marks that are wanted (`choose_marks`).
        slug: What the slug line begins with: title, date. Sheet, side and signature follow.
        bleed: The largest bleed of all pages, in points, as it stands on the sheet.

    Returns:
        The marks of each side, in the order of `Plan.sides`.

    Raises:
        IssueError: ``unknown-mark``.
    """
    chosen = choose_marks(names)
    if not chosen:
        return (MarkedSide(),) * len(plan.sides)
    pushed = max((-shift for shift in bed.shifts.values()), default=0.0)
    offset = max(OFFSET, bleed + 1) + max(0.0, pushed)
    sections, milling = find_sections(plan, bed), bed.grid.milling
    room = Room.around(block_of(bed), bed.sheet, offset=offset)
    ground = Ground(
        plan=plan,
        room=replace(room, strips=free_strips(sections, milling)),
        sections=sections,
        cuts=cut_lines(bed),
        folds=fold_lines(plan, bed),
        ink="registration" if "registration" in chosen and "grey-bar" not in chosen else "black",
        slug=slug,
        side=0,
        milling=milling,
    )
    sides = range(len(plan.sides))
    return tuple(_mark_side(replace(ground, side=side), chosen) for side in sides)


def _mark_side(ground: Ground, names: Sequence[Name]) -> MarkedSide:
    """Give each mark the first place that is free."""
    marks: list[Mark] = []
    left_out: dict[Name, None] = {}
    for name in names:
        for ways in MAKERS[name](ground):
            taken = [shape.box for mark in marks for shape in mark.shapes]
            found = next((way for way in ways if ground.room.takes(way, taken)), None)
            if found is None:
                left_out[name] = None
            elif found:
                marks.append(Mark(name=name, shapes=found))
    return MarkedSide(marks=tuple(marks), left_out=tuple(left_out))
