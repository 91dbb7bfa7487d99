"""What printers' marks are drawn from, the same for each of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from pamphleteer.imposition.creases import Lines, Section
from pamphleteer.imposition.margins import Ink, Room, Shape
from pamphleteer.imposition.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the marks of a side are drawn from.

    ``side`` counts from 0 in the order of `Plan.sides`; ``ink`` is that of the marks which must be
    seen on every plate; ``milling`` is what is milled off on each side of a section's back.
    """

    plan: Plan
    room: Room
    sections: tuple[Section, ...]
    cuts: Lines
    folds: Lines
    ink: Ink
    slug: str
    side: int
    milling: float = 0.0

    @property
    def sheet(self) -> int:
        """The sheet, counted from 0."""
        return self.side // self.sides

    @property
    def sides(self) -> int:
        """How many sides a sheet has."""
        return 2 if self.plan.two_sided else 1


Shapes = tuple[Shape, ...]
Ways = Iterable[Shapes]
"""Ways to draw a mark in one of its places, the best first."""
