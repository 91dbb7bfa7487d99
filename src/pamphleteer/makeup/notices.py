"""Notices: what has a part of the page of its own, on a panel, at a page's foot."""

from pamphleteer.layout.grid import Grid
from pamphleteer.makeup.block import Block, pour_at_width
from pamphleteer.makeup.model import Notice, Placed
from pamphleteer.units import Pt


def set_notice(notice: Notice, grid: Grid) -> Block:
    """Pour a notice, its text in the middle of its panel's depth.

    Raises:
        IssueError: ``block-too-long``: it is deeper than a page.
    """
    frame = pour_at_width(notice.text, grid, Pt(notice_width(notice, grid) - 2 * notice.inset))
    rows = notice.rows or grid.rows(Pt(frame.depth + 2 * notice.inset))
    drop = Pt((rows * grid.leading - frame.depth) / 2)
    placed = Placed(frame=frame, thread=notice.text, x=notice.inset, y=drop)
    return Block(kind=notice.kind, rows=rows, most=rows, placed=(placed,))


def notice_width(notice: Notice, grid: Grid) -> Pt:
    """The width of the columns that a notice goes across."""
    return Pt(notice.span * grid.measure + (notice.span - 1) * grid.gutter)
