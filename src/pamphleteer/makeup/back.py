"""Blocks in their places: in the flow of pages, and together on the back page."""

from collections.abc import Sequence
from dataclasses import replace

from pamphleteer.makeup.block import Block, at_depth, set_block
from pamphleteer.makeup.model import (
    Banner,
    BlockPiece,
    ContactBlock,
    Notice,
    Piece,
    Story,
)
from pamphleteer.makeup.state import State, put_blank, put_block, skip, turn_page


def split_back_matter(
    pieces: Sequence[Piece], *, is_mailed: bool = False
) -> tuple[tuple[Piece, ...], tuple[BlockPiece, ...]]:
    """Part what follows the last article from the rest, if the contact block is in it.

    Of an issue that is mailed, it always stands on the back page.
    """
    back: list[BlockPiece] = []
    for piece in reversed(pieces):
        if isinstance(piece, Story | Notice):
            break
        back.insert(0, piece)
    if not (is_mailed or any(isinstance(piece, ContactBlock) for piece in back)):
        return tuple(pieces), ()
    return tuple(pieces[: len(pieces) - len(back)]), tuple(back)


def put_in_flow(state: State, block: Block) -> State:
    """Put a block below what stands on the page, or on top of the next one."""
    above = state.spacing.before_panel if state.row else 0
    if above + block.rows > state.room:
        state, above = turn_page(state), 0
    return put_block(skip(state, above), block)


def put_back_matter(state: State, back: Sequence[BlockPiece], *, multiple: int) -> State:
    """Put blocks on the last page, whose number is a multiple; blanks come before it.

    They stand below the last article if that ends on such a page and leaves room; else they have
    the last page to themselves, banners large if there is room. Blocks that are too many for one
    page go into the flow, the first of them first.
    """
    if not back:
        return state
    grid, gap = state.grid, state.spacing.before_panel
    blocks = [set_block(piece, grid, state.spacing) for piece in back]
    while rows_of(blocks, gap) > grid.lines:
        state = put_in_flow(state, blocks.pop(0))
    above = gap if state.row else 0
    stays = len(state.pages) % multiple == 0 and above + rows_of(blocks, gap) <= state.room
    if stays:
        return put_apart(skip(state, above), blocks)
    while (len(state.pages) + 1) % multiple:
        state = put_blank(state)
    return put_apart(turn_page(state), enlarge(blocks, back, state, room=grid.lines))


def enlarge(
    blocks: Sequence[Block], back: Sequence[BlockPiece], state: State, *, room: int
) -> Sequence[Block]:
    """The blocks with their banners as large as so many rows have room for, the first one first.

    The blocks are those of the last of the pieces.
    """
    enlarged = list(blocks)
    first = len(back) - len(blocks)
    for index, piece in enumerate(back[first:]):
        rest = [*enlarged[:index], *enlarged[index + 1 :]]
        for size in reversed(range(1, len(piece.sizes) if isinstance(piece, Banner) else 0)):
            large = set_block(piece, state.grid, state.spacing, size=size)
            if rows_of([large, *rest], state.spacing.before_panel) <= room:
                enlarged[index] = large
                break
    return enlarged


def rows_of(blocks: Sequence[Block], gap: int) -> int:
    """Rows that blocks need with gaps between them."""
    return sum(block.rows for block in blocks) + gap * (len(blocks) - 1)


def put_apart(state: State, blocks: Sequence[Block]) -> State:
    """Put blocks so that the last one stands at the page's foot; what is free makes banners deeper.

    Rows that still remain are left above the last block.
    """
    free = state.room - rows_of(blocks, state.spacing.before_panel)
    for index, block in enumerate(blocks):
        gain = min(free, block.most - block.rows)
        free -= gain
        is_last = index == len(blocks) - 1
        state = skip(state, (state.spacing.before_panel if index else 0) + (free if is_last else 0))
        state = put_block(state, at_depth(block, block.rows + gain, state.grid))
    return replace(state, hanging=None)
