"""Pages laid in the cells of a bed: where each one's trim is, and what it may draw on.

Pages draw within their cells, but for crossovers: where one of two pages that meet on a sheet and
in the book leaves a gap at their fold, its neighbour's bleed fills what its own does not.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast

from pamphleteer.imposition.facing import find_crossovers
from pamphleteer.imposition.placing import Bed, Edges, Rect, scaled_size
from pamphleteer.imposition.plan import Plan, Side, Slot
from pamphleteer.units import Pt, Size

BESIDE = ((0, -1), (1, 0), (0, 1), (-1, 0))
"""How many rows down and columns to the right the cell at each edge is."""

LEAST_GAP = 0.05
"""Points: narrower gaps come of rounding, and nobody sees them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A place for a page: ``box`` is where it lies, trimmed; ``clip`` what it may draw on.

    ``stretch`` is the factor by which its width on the sheet is changed.
    """

    slot: Slot
    box: Rect
    clip: Rect
    stretch: float = 1.0


def lay_out(side: Side, bed: Bed, sizes: Mapping[int, Size]) -> tuple[Cell, ...]:
    """Where the pages of a side lie; blanks are left out."""
    cells = _lay_side(side, bed, sizes)
    return tuple(_drawn_across(at, cells, bed) for at in cells)


def find_gaps(plan: Plan, bed: Bed, sizes: Mapping[int, Size]) -> Mapping[tuple[int, int], float]:
    """The crossovers whose pages do not meet, in their order, and how far apart they are.

    What is milled off is no gap in the book. Pages are moved apart by creep outwards, and narrower
    ones stand in the middle of a panel.
    """
    gaps: dict[tuple[int, int], float] = {}
    for side in plan.sides:
        cells = _lay_side(side, bed, sizes)
        for at, cell in cells.items():
            for edge, other in _meeting(at, cells, bed):
                width = abs(other.box[(edge + 2) % 4] - cell.box[edge])
                width -= 2 * bed.grid.milling if edge in {0, 2} else 0
                if width > LEAST_GAP:
                    gaps[cell.slot.page or 0, other.slot.page or 0] = width
    ordered = (each.pages for each in find_crossovers(plan))
    return {pages: gaps[pages] for pages in ordered if pages in gaps}


def _lay_side(side: Side, bed: Bed, sizes: Mapping[int, Size]) -> dict[tuple[int, int], Cell]:
    return {
        (row, column): _lay(slot, (row, column), bed, scaled_size(sizes[slot.page], bed.scale))
        for row, slots in enumerate(side.rows)
        for column, slot in enumerate(slots)
        if slot.page
    }


def _lay(slot: Slot, at: tuple[int, int], bed: Bed, size: Size) -> Cell:
    """A page against its spine, or in the middle of its cell, and moved for creep."""
    left, bottom, right, top = bed.box(*at)
    lying = slot.rotation in {90, 270}
    width, height = (size.height, size.width) if lying else (size.width, size.height)
    stretch = bed.stretches.get(slot.page or 0, 1.0)
    width = Pt(width * stretch)
    spine = bed.spines[at[1]]
    x = {-1: left, 0: (left + right - width) / 2, 1: right - width}[spine]
    x += spine * (bed.shifts.get(slot.page or 0, 0.0) - bed.grid.milling)
    y = (bottom + top - height) / 2
    clip = _clip(slot, at, bed)
    return Cell(slot=slot, box=(x, y, x + width, y + height), clip=clip, stretch=stretch)


def _clip(slot: Slot, at: tuple[int, int], bed: Bed) -> Rect:
    """What a page may draw on: at a section's back half of what is milled off is left for marks."""
    left, bottom, right, top = bed.clip(*at)
    if slot.page in bed.backs:
        free = bed.grid.milling / 2
        left += free if bed.spines[at[1]] < 0 else 0
        right -= free if bed.spines[at[1]] > 0 else 0
    return left, bottom, right, top


def _drawn_across(at: tuple[int, int], cells: Mapping[tuple[int, int], Cell], bed: Bed) -> Cell:
    """A page that may draw across the folds of its crossovers, to where the other's bleed begins.

    Both then fill a gap together, and neither is drawn over the other.
    """
    cell = cells[at]
    clip = list(cell.clip)
    for edge, other in _meeting(at, cells, bed):
        opposite, outwards = (edge + 2) % 4, 1 if edge in {2, 3} else -1
        reach = other.box[opposite] - outwards * _bleed(other, bed)[opposite]
        clip[edge] = outwards * max(outwards * clip[edge], outwards * reach)
    drawn = cast(Rect, tuple(clip))
    return cell if drawn == cell.clip else replace(cell, clip=drawn)


def _meeting(
    at: tuple[int, int], cells: Mapping[tuple[int, int], Cell], bed: Bed
) -> Iterator[tuple[int, Cell]]:
    """The neighbours with which a page is a crossover, and the edge at which each is."""
    for edge, (down, right) in enumerate(BESIDE):
        beside = (at[0] + down, at[1] + right)
        if beside in cells and bed.grid.piece(*at) == bed.grid.piece(*beside):
            pages = cells[at].slot.page or 0, cells[beside].slot.page or 0
            if not bed.crossovers.isdisjoint({pages, pages[::-1]}):
                yield edge, cells[beside]


def _bleed(cell: Cell, bed: Bed) -> Edges:
    """How far a page draws beyond each edge on the sheet."""
    edges = bed.bleeds.get(cell.slot.page or 0, (0.0, 0.0, 0.0, 0.0))
    left, bottom, right, top = (bed.scale * each for each in turn_edges(edges, cell.slot))
    return left * cell.stretch, bottom, right * cell.stretch, top


def turn_edges(edges: Edges, slot: Slot) -> Edges:
    """What is beyond each edge of a page on the sheet, where the page is turned."""
    times = slot.rotation // 90
    return edges if not times else cast(Edges, (*edges[times:], *edges[:times]))
