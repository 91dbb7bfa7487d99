"""Which pages of a book meet on its flat sheets: crossovers, and the backs of its sections.

Both are found by folding: each place of a plan gets a number of its own, the sheets are folded and
leafed through, and it is looked where the pages that are seen side by side stand on the paper.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count, pairwise

from pamphleteer.imposition.fold import Book, ReadPage, make_books
from pamphleteer.imposition.paper import Grid, grid_of
from pamphleteer.imposition.plan import Half, Plan, Side, Slot, Turn

Place = tuple[int, int, int]
"""A slot: the side, counted from 0 in the order of `Plan.sides`, its row and its column."""

PLANS = 8
"""Of how many plans the crossovers are remembered: sheets are laid, proved and told of one plan."""

ZINE_PAGES = 8
"""Pages of a slit sheet, which is a book of its own."""

ONWARDS: dict[Half, tuple[int, int]] = {
    "left": (1, 0),
    "right": (-1, 0),
    "top": (0, 1),
    "bottom": (0, -1),
}
"""By the spine's edge, where from a verso its recto lies: columns to the right, and rows down."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crossover:
    """Two pages that are seen side by side, and stand so on one side of one sheet, at a fold.

    A picture that runs across both is printed in one piece. ``pages`` are in the order in which
    they are read; of a wrap-around cover, seen from ``outside``, the last one and the first.
    """

    pages: tuple[int, int]
    outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathered:
    """A section that is gathered behind others: its number, from 1, and where its pages stand."""

    number: int
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A plan's sides, its grid and its places, in the order of the numbers that they get."""

    sides: tuple[Side, ...]
    grid: Grid
    places: tuple[Place, ...]

    def slot(self, place: Place) -> Slot:
        """What stands in a place."""
        side, row, column = place
        return self.sides[side].rows[row][column]

    def piece(self, place: Place) -> tuple[int, int]:
        """The piece on which a place is, of those into which its sheet is cut."""
        return self.grid.piece(*place[1:])


@lru_cache(PLANS)
def find_crossovers(plan: Plan) -> tuple[Crossover, ...]:
    """Find the pages that face each other across a fold of one side of one sheet.

    They are the centre spreads of signatures, the neighbours on a concertina and in a zine, and the
    two outer pages of a booklet. Pages that face each other from different sheets, or across a cut,
    are none; nor is a pair with a blank.
    """
    if not plan.folds and plan.reading == "leaves":
        return ()
    ground = Ground(sides=plan.sides, grid=grid_of(plan), places=tuple(_places(plan)))
    found: dict[Crossover, None] = {}
    for book in make_books(number_places(plan)):
        for verso, recto, outside, spine in _seen_together(book, plan):
            if pages := _pages_that_meet(verso, recto, spine, ground):
                found.setdefault(Crossover(pages=pages, outside=outside))
    return tuple(found)


def number_places(plan: Plan) -> Plan:
    """The plan with a number of its own in each place, from 1, in the order of its sides."""
    numbers = count(1)
    return plan.mapped(lambda slot: Slot(page=next(numbers), rotation=slot.rotation))


def _places(plan: Plan) -> Iterator[Place]:
    """All slots in the order in which `Plan.mapped` meets them."""
    for number, side in enumerate(plan.sides):
        for row, slots in enumerate(side.rows):
            for column in range(len(slots)):
                yield number, row, column


Seen = tuple[ReadPage, ReadPage, bool, Half]
"""What lies before the spine and behind it, whether seen from outside, and where the spine is."""


def _seen_together(book: Book, plan: Plan) -> Iterator[Seen]:
    """The pairs of pages that somebody sees side by side, in the order of reading."""
    if plan.reading == "flat":
        yield from ((one, other, False, plan.binding) for one, other in pairwise(book.pages))
        return
    pages = [page for page in book.pages if page.page]  # unprinted backs are folded away
    size = ZINE_PAGES if plan.reading == "ring" else max(1, len(pages))
    spine = book.spine or plan.binding
    for start in range(0, len(pages), size):
        yield from _of_book(pages[start : start + size], spine)


def _of_book(pages: Sequence[ReadPage], spine: Half) -> Iterator[Seen]:
    for one, other in pairwise(pages):
        if other.recto and not one.recto:
            yield one, other, False, spine
    yield pages[-1], pages[0], True, spine


def _pages_that_meet(
    verso: ReadPage, recto: ReadPage, spine: Half, ground: Ground
) -> tuple[int, int] | None:
    """Their numbers, if one stands beside the other on paper as the reader sees them.

    Pages and spine may lie as they were folded: how the reader then turns the book is no matter.
    """
    one, other = (ground.places[(page.page or 1) - 1] for page in (verso, recto))
    slots = ground.slot(one), ground.slot(other)
    turns = {(slot.rotation - page.rotation) % 360
             for slot, page in zip(slots, (verso, recto), strict=True)}  # fmt: skip
    if len(turns) > 1 or ground.piece(one) != ground.piece(other):
        return None
    across, down = _turned(ONWARDS[spine], turns.pop())
    beside = (one[0], one[1] + down, one[2] + across)
    pages = slots[0].page, slots[1].page
    return (pages[0], pages[1]) if beside == other and pages[0] and pages[1] else None


def _turned(way: tuple[int, int], turn: Turn | int) -> tuple[int, int]:
    """A way across and down the sheet, turned clockwise."""
    for _ in range(turn // 90):
        way = (-way[1], way[0])
    return way


def read_sections(plan: Plan) -> Iterator[Gathered]:
    """The sections that are gathered one behind the other, of all copies."""
    if not plan.folds or plan.nested or len(plan.sections) < 2:
        return
    places = tuple(_places(plan))
    for book in make_books(number_places(plan)):
        each, start = len(book.pages) // sum(plan.sections), 0
        for number, sheets in enumerate(plan.sections, start=1):
            read = book.pages[start : start + sheets * each]
            start += sheets * each
            found = tuple(places[page.page - 1] for page in read if page.page)
            yield Gathered(number=number, places=found)


def find_backs(plan: Plan) -> frozenset[int]:
    """The pages on the outside of gathered sections, next to their backs."""
    sides = plan.sides
    ends = (each.places[at] for each in read_sections(plan) for at in (0, -1))
    pages = (sides[side].rows[row][column].page for side, row, column in ends)
    return frozenset(page for page in pages if page)
