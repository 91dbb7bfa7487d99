"""Where a flat sheet is cut and folded, and where the sections of a book have their backs.

Points, the origin at the sheet's lower left corner, y upwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pamphleteer.imposition.facing import Gathered, Place, read_sections
from pamphleteer.imposition.margins import Where
from pamphleteer.imposition.placing import Bed, Rect
from pamphleteer.imposition.plan import Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """Lines across a sheet: upright ones by their x, level ones by their y."""

    upright: tuple[float, ...]
    level: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A folded section and its back, the fold between its first page and its last.

    Attributes:
        number: From 1, in the order in which sections are gathered.
        sheets: The sheets on which it is, counted from 0.
        side: The side that has the back, counted from 0 in the order of `Plan.sides`.
        at: The back's x, or its y where it lies level.
        margin: Into which margin the back runs out; None where other pages are on both its ends.
        run: Where an upright back begins, at the head of its pages, and where it ends: two y.
    """

    number: int
    sheets: frozenset[int]
    side: int
    at: float
    margin: Where | None
    run: tuple[float, float] = (0.0, 0.0)


def block_of(bed: Bed) -> Rect:
    """All cells of a side together."""
    first, last = bed.box(0, 0), bed.box(bed.grid.rows - 1, bed.grid.columns - 1)
    return first[0], last[1], last[2], first[3]


def pieces_of(bed: Bed) -> tuple[Rect, ...]:
    """The pieces into which a sheet is cut, row by row; one where it is not."""
    rows, columns = (
        _parted(bed.grid.rows, bed.grid.parts[0]),
        _parted(bed.grid.columns, bed.grid.parts[1]),
    )
    return tuple(
        (
            bed.box(top, left)[0],
            bed.box(bottom, left)[1],
            bed.box(top, right)[2],
            bed.box(top, left)[3],
        )
        for top, bottom in rows
        for left, right in columns
    )


def _parted(cells: int, parts: int) -> list[tuple[int, int]]:
    """The first and the last cell of each part."""
    each = cells // parts
    return [(part * each, (part + 1) * each - 1) for part in range(parts)]


def cut_lines(bed: Bed) -> Lines:
    """Where the knife goes: the edges of all pieces."""
    pieces = pieces_of(bed)
    return Lines(
        upright=_sorted(x for piece in pieces for x in (piece[0], piece[2])),
        level=_sorted(y for piece in pieces for y in (piece[1], piece[3])),
    )


def fold_lines(plan: Plan, bed: Bed) -> Lines:
    """Where paper is folded, as it lies flat.

    Each fold halves what lies folded, so that n folds about upright lines are 2^n - 1 creases.
    Concertinas are folded between all panels; of a slit sheet the level crease is in part the slit.
    """
    halves = [fold.half in {"left", "right"} for fold in plan.folds]
    across, down = 2 ** sum(halves), 2 ** (len(halves) - sum(halves))
    if plan.reading == "ring":
        across, down = bed.grid.columns, bed.grid.rows
    elif plan.reading == "flat" and plan.scheme != "n-up":
        across = bed.grid.columns
    pieces = pieces_of(bed)
    return Lines(
        upright=_sorted(x for box in pieces for x in _between(box[0], box[2], across)),
        level=_sorted(y for box in pieces for y in _between(box[1], box[3], down)),
    )


def _between(low: float, high: float, parts: int) -> Iterator[float]:
    return (low + (high - low) * part / parts for part in range(1, parts))


def _sorted(numbers: Iterator[float]) -> tuple[float, ...]:
    return tuple(sorted({round(number, 6) for number in numbers}))


def spine_is_upright(plan: Plan) -> bool | None:
    """Whether the spine lies upright on the sheet; None where nothing is bound or folded."""
    if plan.folds:
        return plan.folds[-1].half in {"left", "right"}
    if plan.reading == "leaves":
        turned = any(slot.rotation in {90, 270} for side in plan.sides for slot in side.slots)
        return (plan.binding != "top") != turned
    return True if plan.scheme != "n-up" else None


def find_sections(plan: Plan, bed: Bed) -> tuple[Section, ...]:
    """The sections that are gathered one behind the other, of all copies.

    They are found by folding: the first and the last page that are read in a section stand beside
    each other at its back.
    """
    upright = bool(spine_is_upright(plan))
    sides = 2 if plan.two_sided else 1
    return tuple(
        _section(each, plan, bed, sides=sides, upright=upright) for each in read_sections(plan)
    )


def _section(each: Gathered, plan: Plan, bed: Bed, *, sides: int, upright: bool) -> Section:
    first, last = each.places[0], each.places[-1]
    at, margin = _back(first, last, bed, upright=upright)
    return Section(
        number=each.number,
        sheets=frozenset(side // sides for side, _, _ in each.places),
        side=first[0],
        at=at,
        margin=margin,
        run=_run(first, plan, bed),
    )


def _run(first: Place, plan: Plan, bed: Bed) -> tuple[float, float]:
    """From where to where the back goes along its page, from its head, or else from its left."""
    side, row, column = first
    _, bottom, _, top = bed.box(row, column)
    turn = plan.sides[side].rows[row][column].rotation
    return (top, bottom) if turn in {0, 90} else (bottom, top)


def _back(first: Place, last: Place, bed: Bed, *, upright: bool) -> tuple[float, Where | None]:
    """The line between a section's first and last page, and the margin that it runs into."""
    (_, row, column), (_, other_row, other_column) = first, last
    if upright:
        at = bed.box(row, max(column, other_column))[0]
        ends: dict[int, Where] = {0: "top", bed.grid.rows - 1: "bottom"}
        return at, ends.get(row)
    at = bed.box(max(row, other_row), column)[3]
    sides: dict[int, Where] = {0: "left", bed.grid.columns - 1: "right"}
    return at, sides.get(column)
