"""Pull quotes, sidebars and notices that stand here in the column, in whole lines of the grid."""

from collections.abc import Sequence
from dataclasses import replace

from pamphleteer.issue.model import Aside, Block, Figure
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.galley import Slip, passages_of
from pamphleteer.units import Pt

EDGE = Pt(6)
"""Points between the line above or below and an aside's edge, and between its edge and its text."""

INSET = Pt(8)
"""Points between a sidebar's edge and its text, left and right."""


def inner_measure(aside: Aside, measure: Pt) -> Pt:
    """The measure of an aside's text in a column."""
    return measure if aside.kind == "pull-quote" else Pt(measure - 2 * INSET)


def body_of(aside: Aside) -> tuple[Block | Figure, ...]:
    """An aside's body; below no title its crossheads are of the title's level (PDF/UA-1 §7.4.2)."""
    return aside.body if aside.title else tuple(map(_raised, aside.body))


def _raised(part: Block | Figure) -> Block | Figure:
    if not isinstance(part, Block) or part.kind != "crosshead":
        return part
    html = part.html.replace("<h3", '<h2 class="minor"').replace("</h3>", "</h2>")
    return replace(part, html=html)


def column_aside(desk: Desk, aside: Aside, inside: Sequence[Slip], measure: Pt) -> Slip:
    """An aside in its column.

    Args:
        desk: The desk.
        aside: The aside.
        inside: The slips of its `body_of`, set for `inner_measure`.
        measure: The column's measure, in points.
    """
    html = desk.fill(
        "aside.html.j2", aside=aside, parts=[slip.html for slip in inside], inset=INSET
    )
    depth = desk.gauge.depth(f'<div class="body">{html}</div>', measure)
    rows = desk.grid.rows(Pt(depth + 2 * EDGE))
    free = (rows * desk.grid.leading - depth) / 2
    kept = "avoid" if rows <= desk.lines_in_column else "auto"
    style = f"padding: {free:.4f}pt 0; break-inside: {kept}"
    return Slip(
        html=f'<div class="aside" data-line="{aside.pos.line}" style="{style}">{html}</div>',
        passages=(
            *passages_of(aside.title),
            *(passage for slip in inside for passage in slip.passages),
            *passages_of(aside.by),
        ),
        problems=tuple(problem for slip in inside for problem in slip.problems),
    )
