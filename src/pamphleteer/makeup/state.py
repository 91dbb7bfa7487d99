"""Pages in the making: finished ones, and the one that is being filled from the top."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pamphleteer.layout.grid import Grid, Spacing
from pamphleteer.layout.panels import Panel, PanelKind
from pamphleteer.makeup.block import Block, at_depth
from pamphleteer.makeup.model import Page, Placed
from pamphleteer.units import Box, Pt


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class State:
    """``row`` is the first free row of the last page, whose last block is ``hanging`` if any.

    Free rows end at the ``floor`` if something stands at the page's foot already.
    """

    grid: Grid
    spacing: Spacing
    pages: tuple[Page, ...] = (Page(number=1),)
    row: int = 0
    floor: int | None = None
    hanging: Block | None = None

    @property
    def page(self) -> Page:
        """The page that is being filled."""
        return self.pages[-1]

    @property
    def room(self) -> int:
        """Rows that are still free on it."""
        return self.foot - self.row

    @property
    def foot(self) -> int:
        """The row at which free rows end."""
        return self.grid.lines if self.floor is None else self.floor

    @property
    def left(self) -> Pt:
        """Where its type area begins."""
        return self.grid.left(self.page.number)


def turn_page(state: State) -> State:
    """Finish the page and go on at the top of a new one."""
    state = finish_page(state)
    return replace(
        state, pages=(*state.pages, Page(number=state.page.number + 1)), row=0, floor=None
    )


def finish_page(state: State) -> State:
    """Let a block that is the last thing on its page stand at the page's foot, as deep as it may.

    A slogan that hangs in the middle of an empty half page looks forgotten; at the foot it closes
    the page.
    """
    block = state.hanging
    if block is None or not block.may_drop or not state.room:
        return replace(state, hanging=None)
    page = state.page
    without = replace(page, placed=page.placed[: -len(block.placed)], panels=page.panels[:-1])
    free = state.room + block.rows
    deeper = at_depth(block, min(free, block.most), state.grid)
    state = replace(state, pages=(*state.pages[:-1], without), row=state.foot - deeper.rows)
    return replace(put_block(state, deeper), hanging=None)


def put_blank(state: State) -> State:
    """Add a blank page."""
    state = turn_page(state)
    reason = (
        "it is blank, so that the sheets are filled and the back matter stands on the last page"
    )
    blank = replace(state.page, blank=True, reasons=(reason,))
    return replace(state, pages=(*state.pages[:-1], blank), row=state.grid.lines)


def skip(state: State, rows: int) -> State:
    """Leave rows free."""
    return replace(state, row=state.row + rows)


def put(state: State, placed: Iterable[Placed], *, rows: int) -> State:
    """Put frames on the page and go on so many rows further down."""
    page = replace(state.page, placed=(*state.page.placed, *placed))
    row = state.row + rows
    return replace(state, pages=(*state.pages[:-1], page), row=row, hanging=None)


def put_panel(state: State, kind: PanelKind | None, *, rows: int) -> State:
    """Put a panel over the next rows, without going on: what is in it comes next."""
    if kind is None:
        return state
    grid = state.grid
    height = Pt(rows * grid.leading)
    box = Box(x=state.left, y=grid.y(state.row), width=grid.width, height=height)
    page = replace(state.page, panels=(*state.page.panels, Panel(kind=kind, box=box)))
    return replace(state, pages=(*state.pages[:-1], page))


def put_block(state: State, block: Block) -> State:
    """Put a block with its panel at the next free row; it hangs until something comes below."""
    x, y = state.left, state.grid.y(state.row)
    placed = (replace(each, x=Pt(x + each.x), y=Pt(y + each.y)) for each in block.placed)
    state = put(put_panel(state, block.kind, rows=block.rows), placed, rows=block.rows)
    return replace(state, hanging=block)
