"""Schemes: how many pages → the plan of a job.

Each scheme numbers the places of a book 1, 2, 3 …; where it needs more places than there are
pages, those beyond stay blank (`blanks` says which, if others are wanted). All are bound at the
left and printed for paper that is turned about its upright middle line; `ganging` makes others.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pamphleteer.imposition.plan import (
    Fold,
    Half,
    Plan,
    Sheet,
    Side,
    Slot,
    Turn,
    read_side,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A sheet that is folded to a section: its pages on both sides, and its folds in order."""

    front: Side
    back: Side
    folds: tuple[Fold, ...]

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.front.slots) + len(self.back.slots)


def _signature(front: str, back: str, *folds: Half) -> Signature:
    return Signature(
        front=read_side(front),
        back=read_side(back),
        folds=tuple(Fold(half=half) for half in folds),
    )


SIGNATURES: Mapping[int, Signature] = {
    4: _signature("4 1", "2 3", "left"),
    8: _signature("5* 4* / 8 1", "3* 6* / 2 7", "top", "left"),
    16: _signature("5* 12* 9* 8* / 4 13 16 1", "7* 10* 11* 6* / 2 15 14 3", "left", "top", "left"),
    32: _signature(
        "5* 28* 29* 4* / 12 21 20 13 / 9* 24* 17* 16* / 8 25 32 1",
        "3* 30* 27* 6* / 14 19 22 11 / 15* 18* 23* 10* / 2 31 26 7",
        "top",
        "left",
        "top",
        "left",
    ),
}
"""Sections by their pages: the sheets F4-1, F8-7, F16-6 of JDF's fold catalogue, and one fold more.
Each half is folded under the other."""


def saddle_stitch(count: int) -> Plan:
    """Two pages up; all sheets laid in one another, folded once and stapled in the fold.

    Of N pages, sheet k has N-2k+2 and 2k-1 on its front, 2k and N-2k+1 on its back: the two
    pages of a side add up to N+1, and a leaf has an odd page before and an even one behind.
    """
    return replace(signatures(count, sheets=-(-count // 4)), scheme="saddle-stitch")


def signatures(count: int, *, sheets: int) -> Plan:
    """Two pages up; so many sheets are folded together, and the sections sewn or glued.

    The last section has fewer sheets where pages run out.
    """
    positive(count, sheets)
    total, left = 0, -(-count // 4)
    made: list[Sheet] = []
    sections: list[int] = []
    while left:
        size = min(sheets, left)
        pages = 4 * size
        made += [_folded_sheet(number, pages, after=total) for number in range(1, size + 1)]
        sections.append(size)
        total, left = total + pages, left - size
    return Plan(
        scheme="perfect-bound",
        sheets=tuple(made),
        sections=tuple(sections),
        folds=SIGNATURES[4].folds,
    )


def _folded_sheet(number: int, pages: int, *, after: int) -> Sheet:
    """The sheet of that number, from the outside, of a section that begins after some pages."""
    low, high = after + 2 * number - 1, after + pages - 2 * number + 2
    return Sheet(front=_row(high, low), back=_row(low + 1, high - 1))


def folded_sections(count: int, *, pages: int, nested: bool = False) -> Plan:
    """Sheets of 4, 8, 16 or 32 pages, each folded by itself; nested, or gathered.

    Nested, with L leaves' worth of pages on each side of the middle, sheet i from the outside (0
    first) has of a lone sheet's page p ≤ L the page p + iL, of the others N − (i + 2)L + p.
    """
    positive(count)
    if pages not in SIGNATURES:
        raise ValueError(f"a section has 4, 8, 16 or 32 pages, not {pages}")
    return _of_signature(count, SIGNATURES[pages], nested=nested)


def _of_signature(count: int, lone: Signature, *, nested: bool) -> Plan:
    pages, half = lone.pages, lone.pages // 2
    number = -(-count // pages)
    total = number * pages

    def place(page: int, index: int) -> int:
        if not nested:
            return page + index * pages
        return page + index * half if page <= half else total - (index + 2) * half + page

    def sheet(index: int) -> Sheet:
        def change(slot: Slot) -> Slot:
            return replace(slot, page=place(slot.page, index)) if slot.page else slot

        return Sheet(front=lone.front.mapped(change), back=lone.back.mapped(change))

    return Plan(
        scheme="folded-section",
        sheets=tuple(sheet(index) for index in range(number)),
        sections=(1,) * number,
        folds=lone.folds,
        nested=nested,
    )


def own_signature(
    count: int, front: str, back: str, folds: Sequence[Fold], *, nested: bool = False
) -> Plan:
    """A publication's own scheme: a sheet as `read_side` reads it, and how it is folded.

    Raises:
        ValueError: the sides differ, or do not have each page from 1 on once.
    """
    positive(count)
    for name, text in (("front", front), ("back", back)):
        if not text.strip():
            raise ValueError(f"a grid of your own has a front and a back: no {name} is given")
    lone = Signature(front=read_side(front), back=read_side(back), folds=tuple(folds))
    slots = (*lone.front.slots, *lone.back.slots)
    if [len(row) for row in lone.front.rows] != [len(row) for row in lone.back.rows]:
        raise ValueError("front and back have not the same rows and columns")
    if sorted(slot.page or 0 for slot in slots) != list(range(1, len(slots) + 1)):
        raise ValueError(f"front and back have not each page from 1 to {len(slots)} once")
    return replace(_of_signature(count, lone, nested=nested), scheme="custom")


def leaves(count: int, *, two_sided: bool = True) -> Plan:
    """Single leaves in their order, for wire, comb or glue."""
    positive(count)
    if not two_sided:
        sheets = [Sheet(front=_row(page)) for page in range(1, count + 1)]
    else:
        odd = range(1, count + 1, 2)
        sheets = [Sheet(front=_row(page), back=_row(page + 1)) for page in odd]
    return Plan(scheme="loose-leaf", sheets=tuple(sheets))


def n_up(count: int, *, rows: int, columns: int, two_sided: bool = True) -> Plan:
    """Pages side by side in their order, row by row, to be read as the sheet lies."""
    positive(count, rows, columns)
    size = rows * columns
    starts = range(1, count + 1, size)
    sides = [_block(start, rows, columns) for start in starts]
    if not two_sided:
        return Plan(
            scheme="n-up", sheets=tuple(Sheet(front=side) for side in sides), reading="flat"
        )
    if len(sides) % 2:
        sides.append(_block(starts[-1] + size, rows, columns))
    pairs = zip(sides[::2], sides[1::2], strict=True)
    return Plan(
        scheme="n-up",
        sheets=tuple(Sheet(front=front, back=back) for front, back in pairs),
        reading="flat",
    )


def mini_zine(count: int) -> Plan:
    """Eight pages on one side of one sheet, which is slit between its four middle panels.

    Longer ones are zines one after another.
    """
    positive(count)
    lone = read_side("5* 4* 3* 2* / 6 7 8 1")

    def sheet(index: int) -> Sheet:
        def change(slot: Slot) -> Slot:
            return replace(slot, page=slot.page + 8 * index) if slot.page else slot

        return Sheet(front=lone.mapped(change))

    sheets = tuple(sheet(index) for index in range(-(-count // 8)))
    return Plan(scheme="mini-zine", sheets=sheets, reading="ring")


def french_fold(count: int) -> Plan:
    """Four pages on one side of each sheet, folded twice, its unprinted back inside; nested."""
    positive(count)
    front = read_side("3* 2* / 4 1")
    number = -(-count // 4)
    total = 4 * number

    def sheet(index: int) -> Sheet:
        def change(slot: Slot) -> Slot:
            page = slot.page or 1
            after = 2 * index if page <= 2 else total - 2 * index - 4
            return replace(slot, page=page + after)

        return Sheet(front=front.mapped(change))

    return Plan(
        scheme="french-fold",
        sheets=tuple(sheet(index) for index in range(number)),
        sections=(1,) * number,
        folds=(Fold(half="top"), Fold(half="left")),
        nested=True,
    )


def concertina(count: int, *, panels: int, two_sided: bool = True) -> Plan:
    """A strip folded back and forth, read panel by panel and then, turned over, on its back."""
    positive(count, panels)
    most = panels * (2 if two_sided else 1)
    if count > most:
        raise ValueError(f"{panels} panels have room for {most} pages, not for {count}")
    front = _block(1, 1, panels)
    back = _block(panels + 1, 1, panels) if two_sided else None
    return Plan(scheme="concertina", sheets=(Sheet(front=front, back=back),), reading="flat")


def _block(start: int, rows: int, columns: int) -> Side:
    numbers = range(start, start + rows * columns)
    slots = [Slot(page=number) for number in numbers]
    return Side(rows=tuple(tuple(slots[at * columns : (at + 1) * columns]) for at in range(rows)))


def _row(*pages: int, rotation: Turn = 0) -> Side:
    return Side(rows=(tuple(Slot(page=page, rotation=rotation) for page in pages),))


def positive(*numbers: int) -> None:
    """Refuse numbers below one."""
    if any(number < 1 for number in numbers):
        raise ValueError(f"there must be one at least, not {min(numbers)}")
