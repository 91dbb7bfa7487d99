"""Copy: all that is to be placed, as numbers. Pages are planned with these alone.

Depths are in rows of the grid. A copy knows nothing of threads: `setting` pours what was planned.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from pamphleteer.makeup.proof import Proof

Start = Literal["run-on", "new-page", "right-page", "left-page", "new-column", "beside"]

Place = Literal["top", "foot", "column-top", "column-foot"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FloatCopy:
    """What may stand apart from its mention: a figure, pull quote or sidebar.

    ``span`` is the number of columns it goes across; for one that stands ``across`` all of them the
    text stops where it is mentioned; ``bleed`` lets it run off the page's edges at
    the page's top or foot: then it has the page's width, and ``rows`` is what it takes of the type
    area. One that ``follows`` is written right behind the one before, with no text between them.
    """

    name: str
    rows: int
    span: int = 1
    place: Place = "top"
    bleed: bool = False
    across: bool = False
    follows: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A part of a story's text: lines of a proof, from one place to another."""

    proof: Proof
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryCopy:
    """An article, or the part of one that goes on after a jump.

    Attributes:
        name: For explanations.
        head: Rows of the headline block with the space below, by the columns it stands across.
        parts: Stretches of text, and between them the numbers of floats that stand there across
            the columns.
        floats: By the numbers with which lines mention them.
        columns: Columns of its text where it has the whole width.
        start: Where it may begin.
        page: The page on which it must begin, for what goes on after a jump.
        turn: Rows of the line that tells where it goes on, below its last column.
        goes_on: The page at which it goes on, if it breaks off.
        ruled: Whether a rule stands above it when it runs on below another.
    """

    name: str
    head: Mapping[int, int]
    parts: tuple[Stretch | int, ...]
    floats: tuple[FloatCopy, ...] = ()
    columns: int = 2
    start: Start = "run-on"
    page: int | None = None
    turn: int = 0
    goes_on: int | None = None
    ruled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockCopy:
    """What stays whole across the columns: a banner, a box, a contact block.

    ``rows`` has its depth in each of its sizes; the last page may use the larger ones. It may grow
    to ``most`` rows where there is room.
    """

    name: str
    rows: tuple[int, ...]
    most: tuple[int, ...]
    may_drop: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeCopy:
    """A notice in a fraction of the page; it stands at the foot of a page, from its place on."""

    name: str
    rows: int
    span: int


Copy = StoryCopy | BlockCopy | NoticeCopy
