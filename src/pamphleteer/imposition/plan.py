"""The plan: what stands where on each side of each sheet, and how sheets become a book.

Places are named as they are seen: a side lies before you as it comes out of the printer, its rows
from the top, its columns from the left. Between its two sides the paper is turned about its upright
middle line (``upright``: left and right change places), or about its level one (``level``: head and
foot do).
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, cast

from pamphleteer.ticket.table import Edge, Pieces

Turn = Literal[0, 90, 180, 270]
Axis = Literal["upright", "level"]
Head = Literal["head-to-head", "head-to-toe"]
Half = Literal["left", "right", "top", "bottom"]
Reading = Literal["leaves", "flat", "ring"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place for one page: its number or None for a blank, and how far it is turned clockwise."""

    page: int | None
    rotation: Turn = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One side of a sheet: rows of slots, all rows of one length."""

    rows: tuple[tuple[Slot, ...], ...]

    @property
    def slots(self) -> tuple[Slot, ...]:
        """All slots, row by row."""
        return tuple(slot for row in self.rows for slot in row)

    @property
    def columns(self) -> int:
        """How many columns it has."""
        return len(self.rows[0])

    def turned(self) -> "Side":
        """Turn the side upside down, as it looks when the paper is turned by 180 degrees."""
        rows = (tuple(slot_turned(slot, 180) for slot in reversed(row)) for row in self.rows[::-1])
        return Side(rows=tuple(rows))

    def mirrored(self) -> "Side":
        """Left and right changed, as for a book that is bound at its other side."""
        rows = (tuple(slot_turned(slot, -2 * slot.rotation) for slot in row) for row in self.rows)
        return Side(rows=tuple(row[::-1] for row in rows))

    def mapped(self, change: Callable[[Slot], Slot]) -> "Side":
        """The side with every slot as ``change`` makes it."""
        return Side(rows=tuple(tuple(change(slot) for slot in row) for row in self.rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of paper; ``back`` is None where the printer prints one side only."""

    front: Side
    back: Side | None = None

    @property
    def sides(self) -> tuple[Side, ...]:
        """Its printed sides, the front first."""
        return (self.front, self.back) if self.back else (self.front,)

    def each_side(self, change: Callable[[Side], Side]) -> "Sheet":
        """The sheet with both sides as ``change`` makes them."""
        return Sheet(front=change(self.front), back=self.back and change(self.back))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fold:
    """One half of the paper is folded under or over the other."""

    half: Half
    over: bool = False

    def __str__(self) -> str:
        """In the words of a folder at the table."""
        return f"{self.half} half {'over' if self.over else 'under'} the other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Sheets are cut into ``rows`` × ``columns`` pieces, each with the slots of its own.

    ``order`` says what becomes of the pieces, which are counted row by row: the pile of each goes
    under the pile of the one before (``piles``); those of the first sheet go on top of those of the
    second (``sheets``); or each pile is a copy of its own (``copies``).

    ``turned`` is the line about which a press turned sheets that have the same on both sides. They
    are cut along it first, the second half is turned over about it, and both are cut alike.
    """

    rows: int
    columns: int
    order: Pieces
    turned: Axis | None = None

    @property
    def pieces(self) -> int:
        """How many pieces a sheet has."""
        return self.rows * self.columns

    @property
    def copies(self) -> int:
        """How many books come of a sheet."""
        halves = 2 if self.turned else 1
        return self.pieces if self.order == "copies" else halves

    @property
    def halving(self) -> "Cut":
        """The first cut of a sheet that a press turned."""
        across = self.turned == "upright"
        return Cut(rows=1 if across else 2, columns=2 if across else 1, order="copies")

    @property
    def of_half(self) -> "Cut":
        """How each half of such a sheet is cut; of another sheet, the cut itself."""
        if not self.turned:
            return self
        first = self.halving
        return Cut(
            rows=self.rows // first.rows, columns=self.columns // first.columns, order=self.order
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All that is known of a job before there is a PDF.

    Attributes:
        scheme: Its name, for people.
        sheets: In the order in which they come out of the printer, the first one on top.
        axis: The line about which the paper is turned between its sides.
        cut: What is cut before anything is folded.
        sections: How many sheets (or pieces) lie in one another in each section while it is folded.
        folds: With which each section is folded, one after another.
        nested: Whether sections are inserted in one another, the first one outside; else they are
            gathered, one behind the other.
        binding: The edge at which the reader finds the spine.
        head: Whether versos stand on their heads.
        reading: As ``leaves`` that are turned; ``flat``, row by row, the front first; or around the
            ``ring`` of a sheet that is slit in its middle.
        covers: Sheets on a stock of their own, which are printed apart: the first ones.
        worked: Whether a press turns the sheets, about the plan's own axis, whatever the setting.
    """

    scheme: str
    sheets: tuple[Sheet, ...]
    axis: Axis = "upright"
    cut: Cut | None = None
    sections: tuple[int, ...] = ()
    folds: tuple[Fold, ...] = ()
    nested: bool = False
    binding: Edge = "left"
    head: Head = "head-to-head"
    reading: Reading = "leaves"
    covers: int = 0
    worked: bool = False

    @property
    def sides(self) -> tuple[Side, ...]:
        """All sides as a duplex printer takes them: front 1, back 1, front 2 and so on."""
        return tuple(side for sheet in self.sheets for side in sheet.sides)

    @property
    def copies(self) -> int:
        """How many times each page stands on a sheet."""
        return self.cut.copies if self.cut else 1

    @property
    def two_sided(self) -> bool:
        """Whether sheets are printed on both sides."""
        return any(sheet.back for sheet in self.sheets)

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages that stand on sheets, each once, in their order."""
        return tuple(sorted({slot.page for side in self.sides for slot in side.slots if slot.page}))

    def mapped(self, change: Callable[[Slot], Slot]) -> "Plan":
        """The plan with every slot as ``change`` makes it."""
        return self.each_side(lambda side: side.mapped(change))

    def each_side(self, change: Callable[[Side], Side]) -> "Plan":
        """The plan with every side as ``change`` makes it."""
        return replace(self, sheets=tuple(sheet.each_side(change) for sheet in self.sheets))

    def with_pages(self, pages: Sequence[int | None]) -> "Plan":
        """Other pages in the places of 1, 2, 3 …; what is beyond them is blank."""

        def change(slot: Slot) -> Slot:
            at = slot.page
            return replace(slot, page=pages[at - 1] if at and at <= len(pages) else None)

        return self.mapped(change)

    def turned_about(self, axis: Axis) -> "Plan":
        """The same book for paper that is turned about another line: backs stand on their heads."""
        if axis == self.axis:
            return self
        sheets = (replace(sheet, back=sheet.back and sheet.back.turned()) for sheet in self.sheets)
        return replace(self, sheets=tuple(sheets), axis=axis)


def slot_turned(slot: Slot, angle: int) -> Slot:
    """The slot turned clockwise by a multiple of 90 degrees."""
    return replace(slot, rotation=cast(Turn, (slot.rotation + angle) % 360))


def read_side(text: str) -> Side:
    """Read a side as it is written: ``5* 4* / 8 1``.

    Rows are divided by slashes; a number is a page, ``-`` a blank; behind it ``*`` tells that the
    page stands on its head, ``>`` and ``<`` that its head points to the right or the left.

    Raises:
        ValueError: says what is not understood.
    """
    rows = [tuple(_read_slot(each) for each in row.split()) for row in text.split("/")]
    if len({len(row) for row in rows}) != 1 or not rows[0]:
        raise ValueError(f'the rows of "{text}" are not of one length')
    return Side(rows=tuple(rows))


TURNS: dict[str, Turn] = {"*": 180, ">": 90, "<": 270}


def _read_slot(text: str) -> Slot:
    turn = TURNS.get(text[-1], 0)
    number = text[:-1] if turn else text
    if number == "-":
        return Slot(page=None, rotation=turn)
    if not number.isdecimal() or not int(number):
        raise ValueError(f'"{text}" is no page')
    return Slot(page=int(number), rotation=turn)


FOLD = re.compile(r"(left|right|top|bottom)(?: half)?(?: (under|over))?")


def read_folds(text: str) -> tuple[Fold, ...]:
    """Read folds as they are written: ``top under, left under``; under may be left out.

    Raises:
        ValueError: says what is not understood.
    """
    folds = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        found = FOLD.fullmatch(part)
        if not found:
            raise ValueError(f'"{part}": expected for example "left under" or "top over"')
        folds.append(Fold(half=cast(Half, found[1]), over=found[2] == "over"))
    return tuple(folds)


def blank_side(side: Side) -> Side:
    """A side as large, with nothing on it."""
    return Side(rows=tuple((Slot(page=None),) * side.columns for _ in side.rows))
