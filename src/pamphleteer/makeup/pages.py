"""Make up an issue: pieces in their order become pages, all of them on the grid.

pieces ─ stock ─▶ copy (numbers) ─ search ─▶ plans ─ setting ─▶ pages ─ back ─▶ all pages
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pamphleteer.layout.grid import Grid, Spacing
from pamphleteer.makeup.back import put_back_matter, split_back_matter
from pamphleteer.makeup.closing import close_pages
from pamphleteer.makeup.copy import StoryCopy
from pamphleteer.makeup.draft import Desk
from pamphleteer.makeup.filling import Filler, fill_pages
from pamphleteer.makeup.fronts import Front, set_front
from pamphleteer.makeup.lateness import refuse_late_floats
from pamphleteer.makeup.mailing import put_mailing_page
from pamphleteer.makeup.model import AddressPanel, BlockPiece, Cover, Float, Page, Piece, Thread
from pamphleteer.makeup.plan import PagePlan, PlannedBlock
from pamphleteer.makeup.reasons import tell_free
from pamphleteer.makeup.search import NoPlanError, plan_pages
from pamphleteer.makeup.setting import MisjudgedError, Pourers, set_pages
from pamphleteer.makeup.state import State, finish_page, put_blank
from pamphleteer.makeup.stock import (
    BlockStock,
    NoticeStock,
    Stock,
    StoryStock,
    copy_of,
    learn,
    take_stock,
)
from pamphleteer.problems import IssueError, Problem, SourcePos, error
from pamphleteer.typeset.frame import Overset

MOST_LESSONS = 200
"""Columns that a proof may misjudge before it is given up."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class MadeUp:
    """The pages of an issue, blanks included, and how many of them bear matter."""

    pages: tuple[Page, ...]

    @property
    def blanks(self) -> int:
        """How many pages are blank."""
        return sum(page.blank for page in self.pages)


def make_up(
    pieces: Sequence[Piece],
    *,
    masthead: Thread | None,
    grid: Grid,
    spacing: Spacing,
    multiple: int,
    cover: Cover | None = None,
    address: AddressPanel | None = None,
    fillers: Sequence[Filler] = (),
) -> MadeUp:
    """Put pieces on pages, one after another.

    Articles run on below one another where there is room. The pieces after the last article, if
    the contact block is among them, stand together on the last page, its foot taken by the last
    of them.

    Args:
        pieces: In reading order.
        masthead: Stands on top of page one, if the layout has a place for it.
        grid: The page grid.
        spacing: The layout's distances.
        multiple: The number of pages is raised to a multiple of this, with blanks before the
            back matter, or at the end if there is none.
        cover: Is page one, with the masthead over it; articles then begin on page two.
        address: Has one half of the last page.
        fillers: Stand where a page then has room for them.

    Raises:
        IssueError: A piece does not fit on a page, or something stands out of its frame.
    """
    flow, back = split_back_matter(pieces, is_mailed=address is not None)
    front = set_front(masthead, cover, grid, spacing)
    stock = take_stock(flow, grid, spacing)
    if cover and not stock:
        state = State(grid=grid, spacing=spacing, pages=front.pages, row=grid.lines)
    else:
        plans, (first, *others) = _plan_and_set(stock, grid, spacing, front=front)
        refuse_late_floats(plans, stock)
        first = replace(first, placed=(*front.placed, *first.placed))
        pages = (*front.pages, first, *others)
        state = _last_state(pages, plans[-1], stock, grid=grid, spacing=spacing)
    last = _put_last(state, back, address, multiple)
    finished = fill_pages(_tell_end(finish_page(last).pages, state), fillers, grid, spacing)
    _refuse_overset(finished)
    return MadeUp(pages=finished)


def _put_last(
    state: State, back: Sequence[BlockPiece], address: AddressPanel | None, multiple: int
) -> State:
    """Put what stands behind all articles on the last page, and blanks where pages are missing."""
    if address:
        state = put_mailing_page(state, back, address, multiple=multiple)
    else:
        state = put_back_matter(state, back, multiple=multiple)
    while len(state.pages) % multiple:
        state = put_blank(state)
    return state


def _tell_end(pages: tuple[Page, ...], end: State) -> tuple[Page, ...]:
    """Say what is left below the end of all articles, if nothing came to stand there."""
    at = end.page.number - 1
    page = pages[at]
    if end.room < 1 or end.hanging or len(page.placed) > len(end.page.placed):
        return pages
    reason = tell_free(end.room, "all articles end here")
    told = replace(page, reasons=(*page.reasons, reason))
    return (*pages[:at], told, *pages[at + 1 :])


def _plan_and_set(
    stock: Sequence[Stock], grid: Grid, spacing: Spacing, *, front: Front
) -> tuple[tuple[PagePlan, ...], tuple[Page, ...]]:
    """Plan, pour what was planned, and plan again with what pouring taught."""
    pourers: Pourers = {}
    for _ in range(MOST_LESSONS):
        desk = Desk(
            copy=copy_of(stock),
            grid=grid,
            spacing=spacing,
            masthead=front.rows,
            first=front.first,
        )
        plans = _plan(desk, stock)
        try:
            return plans, set_pages(plans, stock, grid, pourers)
        except MisjudgedError as lesson:
            stock = learn(stock, lesson.proof, lesson.column, lesson.end)
    raise AssertionError("the proof of a text is wrong at every column")


def _plan(desk: Desk, stock: Sequence[Stock]) -> tuple[PagePlan, ...]:
    try:
        return close_pages(plan_pages(desk).pages, desk.copy)
    except NoPlanError as failure:
        raise IssueError([_has_no_place(failure, stock)]) from failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """What has no place: how it is called, and where it was written."""

    name: str
    pos: SourcePos


def _has_no_place(failure: NoPlanError, stock: Sequence[Stock]) -> Problem:
    """Name what stood next when no page could be found for it."""
    cursor, hint = failure.cursor, SMALLER
    if cursor.running:
        entry = stock[cursor.running[-1].story]
        waiting = cursor.running[-1].place.pending
        if waiting and isinstance(entry, StoryStock):
            return _no_room(entry.story.floats[waiting[0]], failure.number)
    elif cursor.jumped:
        return _bad_jump(stock[cursor.jumped[0]], failure.number)
    elif cursor.notices:
        entry = stock[cursor.notices[0]]
    else:
        entry = stock[min(cursor.piece, len(stock) - 1)]
        hint = SIDE_BY_SIDE if _stands_beside(stock[cursor.piece + 1 :]) else SMALLER
    pos = SourcePos(path=_path(entry))
    return _no_room(Unplaced(name=f'"{entry.copy.name}"', pos=pos), failure.number, hint=hint)


SMALLER = "Make it smaller, or place it elsewhere."
SIDE_BY_SIDE = (
    "It and what stands beside it have to be on one page whole: shorten them, or take out "
    "{start: beside}."
)


def _stands_beside(following: Sequence[Stock]) -> bool:
    """Whether what comes first of these stands beside what comes before it."""
    copy = following[0].copy if following else None
    return isinstance(copy, StoryCopy) and copy.start == "beside"


def _no_room(matter: Unplaced | Float, number: int, *, hint: str = SMALLER) -> Problem:
    message = f"{matter.name} has no room on page {number}, nor on any page after it"
    return error("no-room", message, hint=hint, pos=matter.pos)


def _bad_jump(entry: Stock, number: int) -> Problem:
    """What goes on after a jump waits for a page that has passed, or that never comes."""
    page = entry.copy.page if isinstance(entry.copy, StoryCopy) else None
    if page is not None and page <= number:
        message = f"the article cannot go on at page {page}: it begins there or later, or what else"
        message = f"{message} stands there leaves it no room"
        hint = "Let it go on at a later page, or begin earlier."
    else:
        message = f"the issue has no page {page} on which the article could go on"
        hint = f"Let it go on at page {number - 1} or before."
    jump = entry.story.jump if isinstance(entry, StoryStock) else None
    pos = jump.pos if jump else SourcePos(path=_path(entry))
    return error("bad-jump", message, hint=hint, pos=pos)


def _path(entry: Stock) -> str:
    if isinstance(entry, StoryStock):
        return entry.head.path
    return entry.notice.text.path if isinstance(entry, NoticeStock) else ""


def _last_state(
    pages: tuple[Page, ...], last: PagePlan, stock: Sequence[Stock], *, grid: Grid, spacing: Spacing
) -> State:
    """The state after the flow, with the block that hangs on the last page, if one does."""
    hanging = None
    if last.below_block and isinstance(block := last.planned[-1], PlannedBlock):
        entry = stock[block.piece]
        hanging = entry.blocks[0] if isinstance(entry, BlockStock) else None
    return State(
        grid=grid, spacing=spacing, pages=pages, row=last.row, floor=last.floor, hanging=hanging
    )


def _refuse_overset(pages: Sequence[Page]) -> None:
    """Stop when anything stands out of its frame, where it would overprint or be cut off.

    Each thing is told once: a table stands out of each of its columns.
    """
    found: dict[tuple[str, int, str], Problem] = {}
    for page in pages:
        for placed in page.placed:
            if overset := placed.frame.overset:
                path = placed.thread.path
                problem = _problem(overset, path=path, page=page.number)
                found.setdefault((path, overset.line, overset.what), problem)
    if found:
        raise IssueError(found.values())


STANDS_OUT = {
    "wide": ("is wider than its column", "Shorten or divide it."),
    "table": (
        "is wider than its column",
        "Let the table stand across columns, with a line {span=2} below it; or turn or divide it.",
    ),
    "deep": ("is deeper than its column", "Shorten or divide it."),
    "footnotes": (
        "has more footnotes than its column has room for",
        "Shorten them, or let there be more text between their calls.",
    ),
}
"""For what stands out of a frame: what is said of it, and what to do."""


def _problem(overset: Overset, *, path: str, page: int) -> Problem:
    what, hint = STANDS_OUT[overset.what]
    if not overset.text and overset.what == "deep":
        hint = "Make it smaller, with {width=…}, or let it stand apart, with {place=top}."
    matter = f'"{overset.text}"' if overset.text else "a picture"
    return error(
        "overset",
        f"{matter} {what} on page {page}, by {overset.excess:.0f} points",
        hint=hint,
        pos=SourcePos(path=path, line=overset.line),
    )
