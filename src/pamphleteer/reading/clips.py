"""What each page of an imposed PDF may draw on, found from the sheets as they were read and folded.

A page keeps within its folds and cuts. Where it meets another one, on the sheet and in the book, it
may draw across their fold, but not on what the other one draws; nor may the fold cut its trim.
Points; the origin is a sheet's lower left corner.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from pamphleteer.imposition.facing import find_backs, find_crossovers
from pamphleteer.imposition.plan import Plan
from pamphleteer.objects import Rect
from pamphleteer.reading.drawings import Drawing, intersect
from pamphleteer.reading.lattice import Lattice


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A drawing in its cell, what it may draw on, and the edges across which it meets another."""

    drawing: Drawing
    at: tuple[int, int]
    lattice: Lattice
    part: Rect
    meeting: tuple[int, ...] = ()

    @property
    def shown(self) -> Rect:
        """What it colours, at most."""
        return intersect(self.drawing.box, self.drawing.clip)


def give_parts(found: Sequence[Found], plan: Plan) -> list[Found]:
    """Find what each drawing may draw on.

    Args:
        found: All drawings, each with the part between its folds and cuts.
        plan: The sheets as they were read; their "pages" count the drawings from 1.
    """
    backs = find_backs(plan)
    given = [
        _before_back(each) if number in backs else each
        for number, each in enumerate(found, start=1)
    ]
    for one, other in (each.pages for each in find_crossovers(plan)):
        first, second = given[one - 1], given[other - 1]
        given[one - 1], given[other - 1] = _across(first, second), _across(second, first)
    return given


def _before_back(found: Found) -> Found:
    """At the back of a section, half of what is milled off is for marks."""
    left, bottom, right, top = found.part
    free = found.lattice.milling / 2
    part = (
        (left + free, bottom, right, top) if found.at[1] % 2 else (left, bottom, right - free, top)
    )
    return replace(found, part=part)


def _across(found: Found, other: Found) -> Found:
    """The same with its part as far as the other one's drawing."""
    (row, column), (below, right) = found.at, other.at
    edge = {(0, -1): 0, (1, 0): 1, (0, 1): 2, (-1, 0): 3}[below - row, right - column]
    part, reach = list(found.part), other.shown[(edge + 2) % 4]
    part[edge] = max(part[edge], reach) if edge in {2, 3} else min(part[edge], reach)
    return replace(found, part=cast(Rect, tuple(part)), meeting=(*found.meeting, edge))
