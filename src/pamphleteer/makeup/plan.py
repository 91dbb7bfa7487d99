"""A planned page: what stands where, in rows of the grid and points, before anything is poured.

``x`` counts from the left edge of the type area, ``row`` from its top; ``story`` and ``piece`` are
indexes into the copy.
"""

from dataclasses import dataclass
from typing import Literal

from pamphleteer.units import Pt

Side = Literal["above", "below", "across"]
"""Where a float stands from the text: above or below columns, or across all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place on the page: so many rows from a row, at a width."""

    x: Pt
    width: Pt
    row: int
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedText:
    """A column of a story's text, from one line of its proof to another.

    ``stops`` tells that it ends there though there may be room for more.
    """

    story: int
    part: int
    start: int
    end: int
    slot: Slot
    stops: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedHead:
    """A story's headline block, across so many columns."""

    story: int
    columns: int
    slot: Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedFloat:
    """A float of a story's, by its number; ``side`` tells where it stands from the text."""

    story: int
    number: int
    slot: Slot
    side: Side = "across"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTurn:
    """The line that tells where a story goes on."""

    story: int
    slot: Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedBlock:
    """A block or a notice, a block in one of its sizes."""

    piece: int
    size: int
    slot: Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRule:
    """A rule between two stories."""

    slot: Slot


Planned = PlannedText | PlannedHead | PlannedFloat | PlannedTurn | PlannedBlock | PlannedRule


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePlan:
    """A page and why it is so: ``reasons`` are whole sentences without their full stops.

    ``story`` gives the page its running head: the first that stands on it. Rows from ``row`` to
    ``floor`` are free; ``below_block`` tells that a block stands right above them.
    """

    number: int
    planned: tuple[Planned, ...] = ()
    story: int | None = None
    blank: bool = False
    reasons: tuple[str, ...] = ()
    cost: float = 0.0
    row: int = 0
    floor: int = 0
    below_block: bool = False
