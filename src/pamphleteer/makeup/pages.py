"""Make up an issue: pieces in their order become pages, all of them on the grid."""

from collections.abc import Sequence
from dataclasses import dataclass

from pamphleteer.layout.grid import Grid, Spacing
from pamphleteer.makeup.back import put_back_matter, put_in_flow, split_back_matter
from pamphleteer.makeup.block import pour_whole, set_block
from pamphleteer.makeup.columns import Area, pour_columns
from pamphleteer.makeup.model import Page, Piece, Story, Thread
from pamphleteer.makeup.state import (
    State,
    finish_page,
    name_page,
    put,
    put_across,
    put_blank,
    put_panel,
    skip,
    turn_page,
)
from pamphleteer.problems import IssueError, Problem, SourcePos, error
from pamphleteer.typeset.frame import Overset
from pamphleteer.units import Pt


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
    masthead: Thread,
    grid: Grid,
    spacing: Spacing,
    multiple: int,
) -> MadeUp:
    """Put pieces on pages, one after another.

    Articles run on below one another where there is room. The pieces after the last article, if
    the contact block is among them, stand together on the last page, its foot taken by the last
    of them.

    Args:
        pieces: In reading order.
        masthead: Stands on top of page one.
        grid: The page grid.
        spacing: The layout's distances.
        multiple: The number of pages is raised to a multiple of this, with blanks before the
            back matter, or at the end if there is none.

    Raises:
        IssueError: A piece does not fit on a page, or something stands out of its frame.
    """
    state = _put_masthead(State(grid=grid, spacing=spacing), masthead)
    flow, back = split_back_matter(pieces)
    for piece in flow:
        if isinstance(piece, Story):
            state = _put_story(state, piece)
        else:
            state = put_in_flow(state, set_block(piece, grid, spacing))
    state = put_back_matter(state, back, multiple=multiple)
    while len(state.pages) % multiple:
        state = put_blank(state)
    pages = finish_page(state).pages
    _refuse_overset(pages)
    return MadeUp(pages=pages)


def _put_masthead(state: State, masthead: Thread) -> State:
    frame = pour_whole(masthead, state.grid, inset=Pt(0))
    spacing = state.spacing
    below, rise = spacing.below_masthead, spacing.masthead_rise
    return put_across(state, masthead, frame, below=below, rise=rise)


def _put_story(state: State, story: Story) -> State:
    """Put a headline block across the columns and pour the text below it, page by page.

    It runs on below what stands there if the headline block and the layout's least lines of text
    fit, unless it must have a new page. A rule parts it from an article above, but not from a
    block, which has edges of its own.
    """
    grid, spacing = state.grid, state.spacing
    head = pour_whole(story.head, grid, inset=Pt(0))
    above = spacing.before_story if state.row else 0
    head_rows = grid.rows(Pt(head.depth + spacing.below_head))
    needed = above + head_rows + spacing.least_body
    if needed > state.room or (story.start == "new-page" and not _is_front(state)):
        state = turn_page(state) if state.page.placed else state
    elif state.hanging:
        state = skip(state, spacing.before_panel)
    elif not _is_front(state) and state.row:
        state = skip(put_panel(skip(state, above - 1), "story-rule", rows=1), 1)
    state = name_page(state, story.running_head)
    state = put_across(state, story.head, head, below=spacing.below_head)
    return _pour_body(state, story)


def _is_front(state: State) -> bool:
    """Whether only the masthead stands on the page, below which every first article begins."""
    return state.page.number == 1 and len(state.page.placed) == 1


def _pour_body(state: State, story: Story) -> State:
    grid = state.grid
    while True:
        area = Area(
            grid=grid,
            x=state.left,
            y=grid.y(state.row),
            width=grid.width,
            rows=state.room,
            columns=grid.columns,
        )
        poured = pour_columns(story.body, area)
        state = put(state, poured.placed, rows=poured.rows)
        if story.body.done:
            return state
        state = name_page(turn_page(state), story.running_head)


def _refuse_overset(pages: Sequence[Page]) -> None:
    """Stop when anything stands out of its frame, where it would overprint or be cut off."""
    problems = [
        _problem(overset, path=placed.thread.path, page=page.number)
        for page in pages
        for placed in page.placed
        if (overset := placed.frame.overset)
    ]
    if problems:
        raise IssueError(problems)


STANDS_OUT = {
    "wide": "is wider than its column",
    "deep": "is deeper than its column",
    "footnotes": "has more footnotes than its column has room for",
}


def _problem(overset: Overset, *, path: str, page: int) -> Problem:
    what = STANDS_OUT[overset.what]
    return error(
        "overset",
        f'"{overset.text}" {what} on page {page}, by {overset.excess:.0f} points',
        hint="Shorten or divide it.",
        pos=SourcePos(path=path, line=overset.line),
    )
