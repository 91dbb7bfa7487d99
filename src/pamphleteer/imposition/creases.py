"""Where a flat sheet is cut and folded, and where the sections of a book have their backs.

Points, the origin at the sheet's lower left corner, y upwards.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

from pamphleteer.imposition.fold import Book, make_books
from pamphleteer.imposition.margins import Where
from pamphleteer.imposition.placing import Bed, Rect
from pamphleteer.imposition.plan import Plan

Place = tuple[int, int, int]
"""A slot: the side, counted from 0 in the order of `Plan.sides`, its row and its column."""


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
    """

    number: int
    sheets: frozenset[int]
    side: int
    at: float
    margin: Where | None


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

    They are found by folding: each place gets a number of its own, and the first and the last one
    that are read in a section stand beside each other at its back.
    """
    if not plan.folds or plan.nested or len(plan.sections) < 2:
        return ()
    numbers, places = count(1), tuple(_places(plan))
    numbered = plan.mapped(lambda slot: replace(slot, page=next(numbers)))
    books = make_books(numbered)
    return tuple(each for book in books for each in _sections(book, plan, bed, places))


def _places(plan: Plan) -> Iterator[Place]:
    """All slots in the order in which `Plan.mapped` meets them."""
    for number, side in enumerate(plan.sides):
        for row, slots in enumerate(side.rows):
            for column in range(len(slots)):
                yield number, row, column


def _sections(book: Book, plan: Plan, bed: Bed, places: tuple[Place, ...]) -> Iterator[Section]:
    each = len(book.pages) // sum(plan.sections)
    sides = 2 if plan.two_sided else 1
    start = 0
    for number, sheets in enumerate(plan.sections, start=1):
        end = start + sheets * each
        found = [places[page.page - 1] for page in book.pages[start:end] if page.page]
        start = end
        at, margin = _back(found[0], found[-1], bed, upright=bool(spine_is_upright(plan)))
        yield Section(
            number=number,
            sheets=frozenset(side // sides for side, _, _ in found),
            side=found[0][0],
            at=at,
            margin=margin,
        )


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
