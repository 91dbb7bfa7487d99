"""A second proof of a booklet, by what can be read on its sheets: letters instead of forms.

The first (`sheets`) asks which page a form is; this one reads, with PDFium, the letters that stand
in each cell of each side, folds the paper, and compares what is then read, page by page, with the
pages themselves. Points; the origin is a sheet's lower left corner.
"""

from dataclasses import replace

import pypdfium2

from pamphleteer.imposition.fold import FoldError, make_books
from pamphleteer.imposition.paper import Grid, grid_of, turn_for
from pamphleteer.imposition.placing import Setting, scale_of, scaled_size
from pamphleteer.imposition.plan import Plan, Sheet, Side, Slot
from pamphleteer.objects import Document
from pamphleteer.reading.lattice import Lattice, largest_page, make_lattice
from pamphleteer.units import Pt, Size


def prove_texts(
    pdf: bytes, imposed: bytes, plan: Plan, setting: Setting, *, source: Document
) -> None:
    """Read the sheets as they lie, fold them, and compare the letters of each page with its own.

    Pages without letters are passed over: what stands there is proved by its form.

    Args:
        pdf: The pages in reading order, all of one size.
        imposed: What was written.
        plan: Of which only what is done with the paper is taken.
        setting: The paper, the printer's flip, gutters and the scale.
        source: The reader of the pages.

    Raises:
        FoldError: names the first page of which other letters are read.
    """
    grid, largest = grid_of(plan, milling=setting.milling), largest_page(source.pages)
    page_size = scaled_size(largest, scale_of(grid, largest, setting))
    texts: list[str] = []
    with pypdfium2.PdfDocument(imposed) as document:
        width, height = document[0].get_size()
        sides = [
            _read_side(page, _lattice(page, page_size, grid, setting), texts) for page in document
        ]
    turned, _ = turn_for(plan, setting.flip, Size(width=Pt(width), height=Pt(height)))
    expected = [text for text in _page_texts(pdf) if text]
    for book in make_books(replace(turned, sheets=_sheets(sides, plan))):
        found = [texts[page.page - 1] for page in book.pages if page.page]
        if found != expected:
            pairs = zip(found, expected, strict=False)
            same = next((at for at, (one, other) in enumerate(pairs) if one != other), len(found))
            raise FoldError(f"of the pages with letters, number {same + 1} is not read in its turn")


def _page_texts(pdf: bytes) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [_letters(page.get_textpage().get_text_range()) for page in document]


def _letters(text: str) -> str:
    """All letters in the order of the alphabet: what is turned is read in another order."""
    return "".join(sorted(letter for letter in text if letter.isalnum()))


def _lattice(page: pypdfium2.PdfPage, page_size: Size, grid: Grid, setting: Setting) -> Lattice:
    width, height = page.get_size()
    return make_lattice((0, 0, width, height), page_size, grid, setting)


def _read_side(page: pypdfium2.PdfPage, lattice: Lattice, texts: list[str]) -> Side:
    """A side whose "pages" are the numbers of the texts that are read in its cells."""
    words = page.get_textpage()
    rows = []
    for row in range(lattice.rows):
        slots = []
        for column in range(lattice.columns):
            text = _letters(words.get_text_bounded(*lattice.box(row, column)))
            if text:
                texts.append(text)
            slots.append(Slot(page=len(texts) if text else None))
        rows.append(tuple(slots))
    return Side(rows=tuple(rows))


def _sheets(sides: list[Side], plan: Plan) -> tuple[Sheet, ...]:
    if not plan.two_sided:
        return tuple(Sheet(front=side) for side in sides)
    pairs = zip(sides[::2], sides[1::2], strict=True)
    return tuple(Sheet(front=front, back=back) for front, back in pairs)
