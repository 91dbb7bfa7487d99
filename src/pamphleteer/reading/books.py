"""The book that comes of an imposed PDF: its sheets are read back, folded, and leafed through.

As in the proof (`sheets`), only what is done with the paper is taken from the plan; which form
stands where comes from the file. Points; the origin is a sheet's lower left corner.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import hypot
from typing import cast

from pamphleteer.imposition.fold import Book, make_books, read_book
from pamphleteer.imposition.paper import Grid, grid_of, turn_for
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.plan import Plan, Sheet, Side, Slot, Turn
from pamphleteer.imposition.spreads import SeenPage, Spread, open_book
from pamphleteer.objects import Document, Page, Rect, read_document
from pamphleteer.reading.drawings import (
    TURNS,
    Drawing,
    Matrix,
    drawings_of,
    is_close,
    transform,
)
from pamphleteer.reading.lattice import Lattice, make_lattice
from pamphleteer.units import Pt, Size

ZINE_PAGES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A form on its side of a sheet: how its upright page is turned and scaled, and its own box.

    ``box`` is in the page's own space, where the trim's lower left corner is the origin.
    """

    drawing: Drawing
    turn: Turn
    scale: float
    box: Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """All sides of a file: their sizes, what stands on each, and each page's trimmed size."""

    sheets: tuple[Rect, ...]
    sides: tuple[tuple[Placed, ...], ...]
    sizes: tuple[Size, ...]

    @property
    def placed(self) -> tuple[Placed, ...]:
        """All that stands on sides, one after another."""
        return tuple(each for side in self.sides for each in side)

    @property
    def largest(self) -> Size:
        """The greatest width and height of any page."""
        width, height = (size.width for size in self.sizes), (size.height for size in self.sizes)
        return Size(width=max(width, default=Pt(0)), height=max(height, default=Pt(0)))


def read_spreads(
    imposed: bytes, plan: Plan, setting: Setting, *, trim: Size | None = None
) -> tuple[Spread, ...]:
    """Print, cut and fold an imposed PDF, and leaf through the book: of several copies, the first.

    Whether it is the right book is for `sheets.prove` to say: what is wrong in the file is wrong
    here, too, and can be seen. A page's trim is not in the file. Unless it is given, it follows
    from its form's box, whose bleed is taken to be as wide on opposite edges; or, where pages then
    differ, only on the outer ones.

    Args:
        imposed: The file as it goes to the printer.
        plan: What is done with the paper.
        setting: Its paper, flip and gutter.
        trim: The trimmed size of pages, upright and unscaled, where all have one.

    Raises:
        FoldError: something is drawn that is no page.
    """
    stack = _read_stack(read_document(imposed), trim)
    hides = bool(plan.folds) and not plan.two_sided
    sheets = _rebuild_sheets(stack, plan, setting, hides=hides)
    left, bottom, right, top = stack.sheets[0]
    sheet = Size(width=Pt(right - left), height=Pt(top - bottom))
    axis = turn_for(plan, setting.flip, sheet)[0].axis
    book = make_books(replace(plan, sheets=sheets, axis=axis))[0]
    if hides:  # the empty backs lie inside the closed leaves
        book = replace(book, pages=tuple(page for page in book.pages if page.page is not None))
    return _open(_held(book, plan, stack), plan, stack)


def _read_stack(imposed: Document, trim: Size | None) -> Stack:
    sides = tuple(tuple(_read_side(page, imposed)) for page in imposed.pages)
    boxes = [placed.box for side in sides for placed in side]
    widths = _measure([(-box[0], box[2]) for box in boxes])
    heights = _measure([(-box[1], box[3]) for box in boxes])
    sizes = (Size(width=Pt(w), height=Pt(h)) for w, h in zip(widths, heights, strict=True))
    sheets = tuple(page.media for page in imposed.pages)
    return Stack(sheets=sheets, sides=sides, sizes=(trim,) * len(boxes) if trim else tuple(sizes))


def _read_side(page: Page, imposed: Document) -> Iterator[Placed]:
    for drawing in drawings_of(page, imposed):
        own = drawing.form.matrix
        turn = (drawing.turn - replace(drawing, matrix=own).turn) % 360
        yield Placed(
            drawing=drawing,
            turn=cast(Turn, turn),
            scale=hypot(*drawing.matrix[:2]) / hypot(*own[:2]),
            box=transform(drawing.form.box, own),
        )


def _measure(ends: Sequence[tuple[float, float]]) -> list[float]:
    """Lengths of trims by how far boxes go beyond their origin, to the left and to the right."""
    both = [right - left for left, right in ends]
    outer = max((left for left, _ in ends), default=0.0)
    one = [left + right - outer for left, right in ends]
    return one if _spread(one) < 1 < _spread(both) else both


def _spread(lengths: Sequence[float]) -> float:
    return max(lengths, default=0.0) - min(lengths, default=0.0)


def _rebuild_sheets(
    stack: Stack, plan: Plan, setting: Setting, *, hides: bool
) -> tuple[Sheet, ...]:
    """Sheets whose "pages" count what stands on sides, from 1.

    Where empty backs are hidden, a blank on a front is 0, so that the two are told apart.
    """
    job = (grid_of(plan, milling=setting.milling), setting)
    sides, number = [], 0
    for sheet, placed in zip(stack.sheets, stack.sides, strict=True):
        lattice = _lattice(sheet, placed, stack, job)
        blank = Slot(page=0 if hides else None)
        rows = [[blank] * lattice.columns for _ in range(lattice.rows)]
        for each in placed:
            number += 1
            row, column = lattice.at(each.drawing)
            rows[row][column] = Slot(page=number, rotation=each.turn)
        sides.append(Side(rows=tuple(map(tuple, rows))))
    if not plan.two_sided:
        return tuple(Sheet(front=side) for side in sides)
    pairs = zip(sides[::2], sides[1::2], strict=True)
    return tuple(Sheet(front=front, back=back) for front, back in pairs)


def _lattice(
    sheet: Rect, placed: Sequence[Placed], stack: Stack, job: tuple[Grid, Setting]
) -> Lattice:
    scale = placed[0].scale if placed else 1.0
    width, height = stack.largest.width * scale, stack.largest.height * scale
    return make_lattice(sheet, Size(width=Pt(width), height=Pt(height)), *job)


def _held(book: Book, plan: Plan, stack: Stack) -> Book:
    """The book as the reader holds it."""
    known = range(1, len(stack.placed) + 1)
    pages = (replace(each, page=each.page if each.page in known else None) for each in book.pages)
    return read_book(replace(book, pages=tuple(pages)), plan.binding)


def _open(book: Book, plan: Plan, stack: Stack) -> tuple[Spread, ...]:
    placed = stack.placed
    pages: list[SeenPage] = []
    for read in book.pages:
        if read.page is None:
            page = _blank(stack)
        else:
            page = _see(placed[read.page - 1], stack.sizes[read.page - 1])
        pages.append(replace(page, turn=read.rotation if read.page else 0, recto=read.recto))
    if plan.reading == "ring":  # each sheet is a zine of its own
        starts = range(0, len(pages), ZINE_PAGES)
        zines = (
            open_book(pages[at : at + ZINE_PAGES], plan.binding, first=at + 1) for at in starts
        )
        return tuple(spread for zine in zines for spread in zine)
    is_book = plan.reading == "leaves" and plan.scheme != "cards"
    return open_book(pages, book.spine if is_book else None)


def _blank(stack: Stack) -> SeenPage:
    size = stack.largest
    scale = stack.placed[0].scale if stack.placed else 1.0
    return SeenPage(form=None, size=size, scale=scale, clip=(0, 0, size.width, size.height))


def _see(placed: Placed, size: Size) -> SeenPage:
    """A page, and what of it is within its trim and was not cut off on the sheet."""
    trim = (0.0, 0.0, float(size.width), float(size.height))
    left, bottom, right, top = transform(placed.drawing.clip, _from_sheet(placed))
    clip = (max(0.0, left), max(0.0, bottom), min(trim[2], right), min(trim[3], top))
    return SeenPage(
        form=int(placed.drawing.form.reference.split()[0]),
        size=size,
        clip=trim if is_close(clip, trim) else clip,
        scale=placed.scale,
    )


def _from_sheet(placed: Placed) -> Matrix:
    """The matrix from the sheet back to the page: the middle of its box is known on both."""
    across, along = next(axis for axis, turn in TURNS.items() if turn == placed.turn)
    a, b = across / placed.scale, -along / placed.scale
    left, bottom, right, top = placed.box
    x, y = placed.drawing.middle
    e = (left + right) / 2 - (a * x - b * y)
    f = (bottom + top) / 2 - (b * x + a * y)
    return a, b, -b, a, e, f
