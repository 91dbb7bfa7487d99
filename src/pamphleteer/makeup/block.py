"""Blocks: banners, boxes and contact blocks, which stay whole and stand on a panel."""

from dataclasses import dataclass, replace

from pamphleteer.layout.grid import Grid, Spacing
from pamphleteer.layout.panels import PanelKind
from pamphleteer.makeup.area import Area
from pamphleteer.makeup.bands import text_bands
from pamphleteer.makeup.copy import StoryCopy, Stretch
from pamphleteer.makeup.jobs import Job, StoryPlace
from pamphleteer.makeup.model import (
    Banner,
    BlockPiece,
    Boxed,
    ContactBlock,
    Panelled,
    Placed,
    Thread,
)
from pamphleteer.makeup.plan import PlannedText
from pamphleteer.makeup.proof import Proof, read_proof
from pamphleteer.problems import IssueError, Problem, SourcePos, error
from pamphleteer.typeset.frame import Frame
from pamphleteer.units import Pt

ENDLESS = Pt(1_000_000)
"""The depth of the column into which a proof is poured, in points: some ten thousand pages."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Block:
    """A piece whose frames are poured and placed from the block's own top left corner.

    It is ``rows`` deep and may grow to ``most``, its frames then being centred; ``may_drop`` lets
    it stand at the page's foot when nothing follows it there.
    """

    kind: PanelKind | None
    rows: int
    most: int
    placed: tuple[Placed, ...]
    may_drop: bool = False


def set_block(piece: BlockPiece, grid: Grid, spacing: Spacing, *, size: int = 0) -> Block:
    """Pour a piece whole and say how deep it is; ``size`` is the index of a banner's size.

    Raises:
        IssueError: ``block-too-long``: it does not fit on a page of its own.
    """
    match piece:
        case Banner():
            return _set_banner(piece, grid, spacing, size)
        case Boxed():
            return _set_boxed(piece, grid, spacing)
        case Panelled():
            return _set_panelled(piece, grid)
        case ContactBlock():
            frame = pour_whole(piece.text, grid, inset=Pt(0))
            rows = grid.rows(frame.depth)
            return Block(kind="contact", rows=rows, most=rows, placed=(_at(piece.text, frame),))


def pour_whole(thread: Thread, grid: Grid, *, inset: Pt) -> Frame:
    """Pour all of a short thread into one frame across the columns."""
    return pour_at_width(thread, grid, Pt(grid.width - 2 * inset))


def pour_at_width(thread: Thread, grid: Grid, width: Pt) -> Frame:
    """Pour all of a short thread into one frame.

    Raises:
        IssueError: ``block-too-long``: it is deeper than a page.
    """
    frame = thread.pour(width, Pt(grid.lines * grid.leading))
    if not thread.done:
        raise IssueError([_too_long(thread)])
    return frame


def at_depth(block: Block, rows: int, grid: Grid) -> Block:
    """The block so many rows deep, its frames moved down by half of what it gained."""
    drop = (rows - block.rows) * grid.leading / 2
    placed = tuple(replace(each, y=Pt(each.y + drop)) for each in block.placed)
    return replace(block, rows=rows, placed=placed)


def _set_banner(banner: Banner, grid: Grid, spacing: Spacing, size: int) -> Block:
    thread, large = banner.sizes[size], size > 0
    frame = pour_whole(thread, grid, inset=spacing.inset)
    padding = 1 if large else 0
    rows = max(spacing.banner, grid.rows(frame.depth) + 2 * padding)
    drop = Pt((rows * grid.leading - frame.depth) / 2)
    return Block(
        kind="banner-large" if large else "banner",
        rows=rows,
        most=max(rows, spacing.banner_most if large else spacing.banner),
        placed=(_at(thread, frame, x=spacing.inset, y=drop),),
        may_drop=True,
    )


def _set_panelled(panelled: Panelled, grid: Grid) -> Block:
    """A text in the middle of its panel, with half a line above and below at the least."""
    frame = pour_whole(panelled.text, grid, inset=Pt(0))
    rows = grid.rows(Pt(frame.depth + grid.leading))
    drop = Pt((rows * grid.leading - frame.depth) / 2)
    return Block(
        kind=panelled.kind, rows=rows, most=rows, placed=(_at(panelled.text, frame, y=drop),)
    )


def _set_boxed(boxed: Boxed, grid: Grid, spacing: Spacing) -> Block:
    head = pour_whole(boxed.head, grid, inset=spacing.inset)
    top = spacing.box_padding + grid.rows(head.depth)
    area = Area(
        x=spacing.inset,
        width=Pt(grid.width - 2 * spacing.inset),
        row=top,
        rows=grid.lines - top - spacing.box_padding,
        columns=grid.columns,
        gutter=grid.gutter,
    )
    body, rows = set_columns(boxed.body, area, grid)
    y = Pt(spacing.box_padding * grid.leading)
    placed = (_at(boxed.head, head, x=spacing.inset, y=y), *body)
    rows = top + rows + spacing.box_padding
    return Block(kind=boxed.kind, rows=rows, most=rows, placed=placed)


def set_columns(thread: Thread, area: Area, grid: Grid) -> tuple[tuple[Placed, ...], int]:
    """Set all of a text in even columns, and say how many rows it takes.

    Raises:
        IssueError: ``block-too-long``: the area has no room for it.
    """
    stretch = take_proof(thread, area.measure, grid.leading)
    leading = _own_leading(stretch.proof, grid.leading)
    if leading != grid.leading:
        stretch = replace(stretch, proof=replace(stretch.proof, leading=leading))
    own = replace(area, row=0, rows=int(area.rows * grid.leading / leading))
    copy = StoryCopy(name="", head={}, parts=(stretch,))
    bands = text_bands(Job(index=0, story=copy, place=StoryPlace(), area=own))
    band = next((band for band in bands if band.ends), None)
    if band is None:
        raise IssueError([_too_long(thread)])
    placed = []
    for text in (each for each in band.planned if isinstance(each, PlannedText)):
        frame = _set_column(thread, stretch.proof, text, leading)
        y = Pt(area.row * grid.leading + text.slot.row * leading)
        placed.append(_at(thread, frame, x=text.slot.x, y=y))
    if not placed or not placed[-1].frame.finished:
        raise IssueError([_too_long(thread)])
    return tuple(placed), grid.rows(Pt(band.rows * leading))


def _set_column(thread: Thread, proof: Proof, text: PlannedText, leading: Pt) -> Frame:
    """Cut a column out of the proof, or pour it where that is more than moving lines."""
    height = Pt(text.slot.rows * leading)
    cut = thread.cut(proof.frame, text.start, text.end, height) if proof.frame else None
    return cut or thread.pour(text.slot.width, height)


def _own_leading(proof: Proof, leading: Pt) -> Pt:
    """The depth of a text's lines if all are equal and less than the grid's, or the grid's."""
    depths = {round(line.bottom - line.top, 2) for line in proof.lines}
    (only, *others) = depths or {leading}
    return Pt(only) if not others and 0 < only < leading else leading


def take_proof(thread: Thread, measure: Pt, leading: Pt) -> Stretch:
    """Pour a text into a column without end, for its lines, and take it back."""
    start = thread.mark()
    frame = thread.pour(measure, ENDLESS)
    if not thread.done:
        raise AssertionError("a column without end has an end")
    thread.back_to(start)
    lines = frame.lines
    return Stretch(proof=read_proof(lines, leading, frame), start=0, end=len(lines))


def _at(thread: Thread, frame: Frame, *, x: Pt = Pt(0), y: Pt = Pt(0)) -> Placed:  # noqa: B008  # Pt is a number
    return Placed(frame=frame, thread=thread, x=x, y=y)


def _too_long(thread: Thread) -> Problem:
    return error(
        "block-too-long",
        "this is longer than a page, and it cannot be divided",
        hint="Shorten it, or let it be an article.",
        pos=SourcePos(path=thread.path),
    )
