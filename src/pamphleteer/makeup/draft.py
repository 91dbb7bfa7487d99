"""A page in the making: what stands on it so far, and what is still to be placed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pamphleteer.layout.grid import Grid, Spacing
from pamphleteer.makeup.area import Area
from pamphleteer.makeup.copy import Copy, StoryCopy
from pamphleteer.makeup.jobs import StoryPlace
from pamphleteer.makeup.plan import PagePlan, Planned
from pamphleteer.makeup.stops import overleaf
from pamphleteer.units import Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A story that has begun, by its index in the copy, and how far it has come."""

    story: int
    place: StoryPlace


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """What is still to be placed.

    The copy from ``piece`` on; stories that have begun, of which the last goes on first; stories
    that go on at a page of their own; and notices that wait for a page's foot.
    """

    piece: int = 0
    running: tuple[Running, ...] = ()
    jumped: tuple[int, ...] = ()
    notices: tuple[int, ...] = ()

    def is_end_of(self, copy: Sequence[Copy]) -> bool:
        """Whether nothing is left to be placed."""
        is_through = self.piece == len(copy) and not self.running
        return is_through and not self.notices and not self.jumped


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What every page is made with: the copy, the grid, and the layout's distances.

    The ``masthead`` takes so many rows of page one; the copy begins on the ``first`` page.
    """

    copy: Sequence[Copy]
    grid: Grid
    spacing: Spacing
    masthead: int
    first: int = 1

    def story(self, index: int) -> StoryCopy:
        """The story at an index of the copy."""
        piece = self.copy[index]
        if not isinstance(piece, StoryCopy):
            raise TypeError("no story")
        return piece

    def page(self, columns: int) -> Area:
        """A page without a masthead, in so many columns."""
        grid = self.grid
        return Area(
            x=Pt(0),
            width=grid.width,
            row=0,
            rows=grid.lines,
            columns=columns,
            gutter=grid.gutter,
            lines=grid.lines,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A page from the ``top`` down to ``row`` and from the foot up to ``floor``.

    ``story`` gives the page its running head; ``last`` is the one that was put on it last.
    ``beside`` is the area that is left beside the story above, for one that starts on top of a
    column; ``closed`` says that nothing more may stand on the page; ``below_block`` that what
    stands above is a block, which needs no rule below it. ``foot`` is what stands below the floor
    and is read last; ``is_below`` says that what begins here has something above it. ``ends`` has
    for each piece, by its index, what the page cost when all before it was placed.
    """

    number: int
    cursor: Cursor
    row: int
    floor: int
    top: int = 0
    planned: tuple[Planned, ...] = ()
    story: int | None = None
    last: int | None = None
    beside: Area | None = None
    closed: bool = False
    below_block: bool = False
    foot: tuple[Planned, ...] = ()
    is_below: bool = False
    cost: float = 0.0
    reasons: tuple[str, ...] = ()
    ends: tuple[tuple[int, float], ...] = ()

    @property
    def room(self) -> int:
        """Rows that are free."""
        return self.floor - self.row

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands on the page yet, but for a masthead or a notice at its foot."""
        return self.row == self.top and not self.is_below

    @property
    def rank(self) -> tuple[float, ...]:
        """By which drafts are compared: what is placed first weighs first."""
        return (*(cost for _, cost in self.ends), self.cost)

    def area(self, desk: Desk, columns: int) -> Area:
        """The free rows, in so many columns."""
        page = desk.page(columns)
        return replace(page, row=self.row, rows=self.room, overleaf=self.number % 2 == 1)

    def put(self, planned: Iterable[Planned], rows: int) -> "Draft":
        """Put things on the page and go on so many rows below."""
        return replace(
            self,
            planned=(*self.planned, *planned),
            row=self.row + rows,
            beside=None,
            below_block=False,
        )

    def charge(self, cost: float, *reasons: str) -> "Draft":
        """Add a cost, and why."""
        if not cost and not reasons:
            return self
        return replace(self, cost=self.cost + cost, reasons=(*self.reasons, *reasons))

    def without(self, cost: float, reason: str) -> "Draft":
        """Take a cost back, and why it was charged."""
        reasons = tuple(each for each in self.reasons if each != reason)
        return replace(self, cost=self.cost - cost, reasons=reasons)

    def at_piece(self) -> "Draft":
        """Remember what all cost that stands before the next piece."""
        piece = self.cursor.piece
        if self.cursor.running or any(piece == known for known, _ in self.ends):
            return self
        return replace(self, ends=(*self.ends, (piece, self.cost)))

    def named(self, story: int) -> "Draft":
        """Tell which story stands here; the first on a page gives it its running head."""
        return replace(self, story=story if self.story is None else self.story, last=story)

    def plan(self) -> PagePlan:
        """The finished page."""
        return PagePlan(
            number=self.number,
            planned=(*self.planned, *self.foot),
            story=self.story,
            reasons=self.reasons,
            cost=self.cost,
            row=self.row,
            floor=self.floor,
            below_block=self.below_block and not self.foot,
        )


def next_page(desk: Desk, draft: Draft, columns: int) -> Area:
    """What a story has of the next page; nothing where another goes on there after a jump."""
    page = desk.page(columns)
    goes_on = any(
        isinstance(each, StoryCopy) and each.page == draft.number + 1 for each in desk.copy
    )
    return replace(page, rows=0) if goes_on else page


def first_draft(desk: Desk, number: int, cursor: Cursor) -> Draft:
    """An empty page; on page one the masthead takes its rows."""
    running = tuple(
        replace(each, place=overleaf(desk.story(each.story), each.place)) for each in cursor.running
    )
    cursor = replace(cursor, running=running)
    row = desk.masthead if number == 1 else 0
    return Draft(number=number, cursor=cursor, row=row, floor=desk.grid.lines, top=row)
