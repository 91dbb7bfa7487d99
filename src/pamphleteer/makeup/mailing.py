"""A back page for mailing: one half of it bears the address panel, the other what else is there.

The issue is folded once more across its middle; the panel's half is then the outside.
"""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil, floor
from typing import Literal

from pamphleteer.layout.grid import Grid
from pamphleteer.layout.panels import Panel
from pamphleteer.makeup.back import enlarge, put_apart, put_in_flow, rows_of
from pamphleteer.makeup.block import Block, pour_whole, set_block
from pamphleteer.makeup.model import AddressPanel, BlockPiece, Placed
from pamphleteer.makeup.state import State, put_blank, put_block, turn_page
from pamphleteer.problems import IssueError, error
from pamphleteer.units import Box, Pt

NEAR = 0.5
"""Rows above and below the fold that stay free."""


def put_mailing_page(
    state: State, back: Sequence[BlockPiece], address: AddressPanel, *, multiple: int
) -> State:
    """Put an address panel on the last page, whose number is a multiple; blanks come before it.

    The blocks have the other half; those that are too many for it go into the flow, the first of
    them first.

    Raises:
        IssueError: ``block-too-long``: the panel's text has no room on half a page.
    """
    grid, gap = state.grid, state.spacing.before_panel
    panel = _set_panel(address, grid)
    room = grid.lines - panel.rows
    blocks = [set_block(piece, grid, state.spacing) for piece in back]
    while rows_of(blocks, gap) > room:
        state = put_in_flow(state, blocks.pop(0))
    blocks = list(enlarge(blocks, back, state, room=room))
    while (len(state.pages) + 1) % multiple:
        state = put_blank(state)
    state = turn_page(state)
    if address.half == "upper":
        state = put_apart(put_block(state, panel), blocks)
    else:
        state = put_apart(replace(state, floor=room), blocks)
        state = put_block(replace(state, floor=None, row=room), panel)
    return _with_fold(replace(state, hanging=None), address)


def _set_panel(address: AddressPanel, grid: Grid) -> Block:
    """The panel in all rows of its half, those that are near the fold included."""
    fold = (grid.trim.height / 2 - grid.top) / grid.leading
    above, below = floor(fold - NEAR), ceil(fold + NEAR)
    first, rows = (0, below) if address.half == "upper" else (below - above, grid.lines - above)
    frame = pour_whole(address.text, grid, inset=Pt(0))
    if first + grid.rows(frame.depth) > rows:
        message = "the address panel has no room on half a page"
        hint = "Shorten the return address, or what stands in the stamp's place."
        raise IssueError([error("block-too-long", message, hint=hint, pos=address.pos)])
    y = Pt(first * grid.leading)
    placed = Placed(frame=frame, thread=address.text, x=Pt(0), y=y)
    return Block(kind="address", rows=rows, most=rows, placed=(placed,))


def _with_fold(state: State, address: AddressPanel) -> State:
    """The page with a line where it is folded, and no furniture on the outside."""
    page, grid = state.page, state.grid
    middle = Box(x=state.left, y=Pt(grid.trim.height / 2), width=grid.width, height=Pt(0))
    covered: Literal["head", "foot"] = "head" if address.half == "upper" else "foot"
    page = replace(
        page,
        panels=(*page.panels, Panel(kind="fold", box=middle)),
        covered=(*page.covered, covered),
    )
    return replace(state, pages=(*state.pages[:-1], page))
