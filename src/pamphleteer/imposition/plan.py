"""What stands where: sheets, their two sides, and the schemes that put pages in order on them.

Places are named as they are seen: a side lies before you as it comes out of the printer, its rows
from the top, its columns from the left.
"""

from dataclasses import dataclass
from typing import Literal

from pamphleteer.issue.model import Flip

Turn = Literal[0, 90, 180, 270]


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

    def turned(self) -> "Side":
        """Turn the side upside down, as it looks when the paper is turned by 180 degrees."""
        rows = (tuple(_upside_down(slot) for slot in reversed(row)) for row in reversed(self.rows))
        return Side(rows=tuple(rows))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet of paper; ``back`` is None where the printer prints one side only."""

    front: Side
    back: Side | None = None


def impose_saddle_stitch(page_count: int, *, flip: Flip = "short-edge") -> tuple[Sheet, ...]:
    """Order pages two up for one saddle-stitched signature, outermost sheet first.

    Of N pages, sheet k has N-2k+2 and 2k-1 on its front, 2k and N-2k+1 on its back: the two
    pages of a side add up to N+1, and a leaf has an odd page before and an even one behind.
    That is right for a printer that turns the landscape sheet over its short edge. One that turns
    it over the long edge brings the back out upside down, so there it is turned by 180 degrees.

    Args:
        page_count: Pages in reading order, a multiple of 4.
        flip: The edge over which the printer turns the sheet.

    Returns:
        ``page_count // 4`` sheets, each side one row: left and right of the spine.

    Raises:
        ValueError: ``page_count`` is not a positive multiple of 4.
    """
    if page_count < 4 or page_count % 4:
        raise ValueError(f"a saddle-stitched booklet has 4, 8, 12 … pages, not {page_count}")
    sheets = (_saddle_sheet(number, page_count) for number in range(1, page_count // 4 + 1))
    if flip == "short-edge":
        return tuple(sheets)
    return tuple(
        Sheet(front=sheet.front, back=sheet.back and sheet.back.turned()) for sheet in sheets
    )


def impose_simplex(page_count: int) -> tuple[Sheet, ...]:
    """Put one page on each sheet, in reading order, for a printer that prints one side.

    Raises:
        ValueError: there is no page.
    """
    if page_count < 1:
        raise ValueError(f"nothing to print: {page_count} pages")
    return tuple(Sheet(front=_row(page)) for page in range(1, page_count + 1))


def _saddle_sheet(number: int, page_count: int) -> Sheet:
    """Make the sheet of that number, counted from 1 and from the outside."""
    low, high = 2 * number - 1, page_count - 2 * number + 2
    return Sheet(front=_row(high, low), back=_row(low + 1, high - 1))


def _row(*pages: int) -> Side:
    return Side(rows=(tuple(Slot(page=page) for page in pages),))


def _upside_down(slot: Slot) -> Slot:
    turns: dict[Turn, Turn] = {0: 180, 90: 270, 180: 0, 270: 90}
    return Slot(page=slot.page, rotation=turns[slot.rotation])
