"""Floats: figures, tables, pull quotes and sidebars, set whole and kept apart from the text.

A float takes whole rows, the gap to the text included. Where it stands in them depends on its side:
above the text the gap is below it, below the text above it, and across the text on both sides.
"""

from dataclasses import dataclass, replace

from pamphleteer.layout.grid import Grid, Spacing
from pamphleteer.layout.panels import Panel, PanelKind
from pamphleteer.makeup.area import Area
from pamphleteer.makeup.block import pour_at_width, set_columns
from pamphleteer.makeup.copy import FloatCopy
from pamphleteer.makeup.model import Float, Placed
from pamphleteer.makeup.plan import Side
from pamphleteer.problems import IssueError, Problem, error
from pamphleteer.units import Box, Pt

EDGE = Pt(2.5)
"""Points between the edge of a row and the letters in it: with them, not with the row, a picture or
panel is level that stands beside text."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SetFloat:
    """A float that is set: its frames, from its own top left corner.

    It is ``depth`` deep and ``width`` wide, and ``rows`` has room for it and the gap. ``level`` is
    the distance to the page's edge of what it stands level with.
    """

    rows: int
    width: Pt
    depth: Pt
    placed: tuple[Placed, ...]
    level: Pt = EDGE
    panel: PanelKind | None = None
    bleed: bool = False


def set_float(each: Float, *, columns: int, grid: Grid, spacing: Spacing) -> SetFloat:
    """Set a float of a story that has so many columns.

    Raises:
        IssueError: ``block-too-long``: it is deeper than a page.
    """
    if each.bleed:
        return _set_bleeding(each, grid, spacing)
    try:
        made = _set_whole(each, columns, grid, spacing)
    except IssueError as fault:
        raise IssueError([_too_long(each)]) from fault
    if made.rows > grid.lines:
        raise IssueError([_too_long(each)])
    return made


def _too_long(each: Float) -> Problem:
    message = f"{each.name} is deeper than a page"
    hint = "Shorten it, or let it be a part of the text."
    return error("block-too-long", message, hint=hint, pos=each.pos)


def _set_whole(each: Float, columns: int, grid: Grid, spacing: Spacing) -> SetFloat:
    measure = grid.measure_in(grid.width, columns)
    span = min(each.span, columns)
    width = Pt(span * measure + (span - 1) * grid.gutter)
    if each.panel or each.columns > 1:
        made = _set_on_panel(each, width, grid, spacing)
    else:
        frame = pour_at_width(each.thread, grid, width)
        placed = Placed(frame=frame, thread=each.thread, x=Pt(0), y=Pt(0))
        made = SetFloat(rows=0, width=width, depth=frame.depth, placed=(placed,))
        if each.on_grid:
            whole = Pt(grid.rows(frame.depth) * grid.leading)
            made = replace(made, depth=whole, level=Pt(0))
    rows = grid.rows(Pt(made.depth + spacing.float_gap))
    return replace(made, rows=rows + 1 if each.across and each.on_grid else rows)


def float_copy(each: Float, made: SetFloat, columns: int) -> FloatCopy:
    """A float as numbers."""
    return FloatCopy(
        name=each.name,
        rows=made.rows,
        span=columns if each.bleed else min(each.span, columns),
        place=each.place,
        bleed=each.bleed,
        across=each.across,
    )


def place_float(
    made: SetFloat, slot: Box, *, side: Side, grid: Grid
) -> tuple[tuple[Placed, ...], tuple[Panel, ...]]:
    """Put a float into its slot on a page; one that bleeds begins or ends at the bleed's edge."""
    x, y = slot.x, Pt(slot.y + _offset(made, slot, side))
    if made.bleed:
        foot = Pt(grid.trim.height + grid.bleed - made.depth)
        x, y = Pt(-grid.bleed), Pt(-grid.bleed) if side == "above" else foot
    placed = tuple(replace(each, x=Pt(x + each.x), y=Pt(y + each.y)) for each in made.placed)
    box = Box(x=x, y=y, width=made.width, height=made.depth)
    return placed, (Panel(kind=made.panel, box=box),) if made.panel else ()


def _offset(made: SetFloat, slot: Box, side: Side) -> float:
    slack = max(0.0, slot.height - made.depth)
    level = min(made.level, slack)
    return {"above": level, "below": slack - level, "across": slack / 2}[side]


def _set_bleeding(each: Float, grid: Grid, spacing: Spacing) -> SetFloat:
    """It takes of the type area what stands below its top edge or above its foot."""
    frame = each.thread.pour(grid.bled.width, grid.bled.height)
    edge = grid.top if _is_above(each) else grid.trim.height - grid.y(grid.lines)
    margin = edge + grid.bleed
    placed = Placed(frame=frame, thread=each.thread, x=Pt(0), y=Pt(0))
    return SetFloat(
        rows=max(1, grid.rows(Pt(frame.depth - margin + spacing.float_gap))),
        width=grid.bled.width,
        depth=frame.depth,
        placed=(placed,),
        bleed=True,
    )


def _is_above(each: Float) -> bool:
    return each.place in ("top", "column-top")


def _set_on_panel(each: Float, width: Pt, grid: Grid, spacing: Spacing) -> SetFloat:
    """Its text in even columns, on the grid where it stands level with its neighbours."""
    area = Area(
        x=spacing.inset,
        width=Pt(width - 2 * spacing.inset),
        row=0,
        rows=grid.lines - 2 * spacing.box_padding,
        columns=each.columns,
        gutter=grid.gutter,
    )
    placed: tuple[Placed, ...] = ()
    if each.head:
        frame = pour_at_width(each.head, grid, area.width)
        placed = (Placed(frame=frame, thread=each.head, x=area.x, y=Pt(0)),)
        area = area.below(grid.rows(frame.depth))
    body, rows = _set_body(each, area, grid)
    rows += area.row
    padding = Pt(spacing.box_padding * grid.leading - EDGE)
    return SetFloat(
        rows=0,
        width=width,
        depth=Pt(rows * grid.leading + 2 * padding),
        placed=tuple(replace(text, y=Pt(text.y + padding)) for text in (*placed, *body)),
        panel=each.panel,
    )


def _set_body(each: Float, area: Area, grid: Grid) -> tuple[tuple[Placed, ...], int]:
    if each.columns > 1:
        return set_columns(each.thread, area, grid)
    frame = pour_at_width(each.thread, grid, area.width)
    rows = grid.rows(frame.depth)
    y = Pt(area.row * grid.leading)
    if not each.on_grid:
        y = Pt(y + (rows * grid.leading - frame.depth) / 2)
    return (Placed(frame=frame, thread=each.thread, x=area.x, y=y),), rows
