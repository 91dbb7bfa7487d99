"""The proof of an imposed PDF: it is read back, folded in simulation, and must be the source.

Of the plan by which the sheets were written only what is done with the paper is taken: cuts, folds,
the edge over which it is turned. Which form stands where, and how it is turned, comes from the
written bytes; which page a form shows is found by comparing its content and resources with those of
the source's pages. Points; the origin is a sheet's lower left corner.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from math import isclose
from typing import cast

from pamphleteer.collector import uncollected
from pamphleteer.imposition.fold import Book, FoldError, ReadPage, check_book, make_books
from pamphleteer.imposition.paper import Grid, grid_of, turn_for
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.plan import Plan, Sheet, Side, Slot, Turn
from pamphleteer.objects import Document, Page, Rect, UnreadableError, read_document
from pamphleteer.reading.clips import Found, give_parts
from pamphleteer.reading.drawings import (
    TOLERANCE,
    Drawing,
    drawings_of,
    intersect,
    is_close,
    transform,
)
from pamphleteer.reading.lattice import Lattice, largest_page, make_lattice
from pamphleteer.reading.marks import check_marks
from pamphleteer.reading.page_forms import Comparison
from pamphleteer.ticket.table import Flip
from pamphleteer.units import Pt, Size

SIDE = {
    "/Type", "/Parent", "/MediaBox", "/TrimBox", "/BleedBox", "/Resources", "/Contents", "/Annots",
}  # fmt: skip
"""What a side may say of itself (7.7.3.3): it is not turned, enlarged, cut, or blended."""

DUPLEX = {"short-edge": "/DuplexFlipShortEdge", "long-edge": "/DuplexFlipLongEdge"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What must be found, and the largest page's size; both documents are in ``comparison``."""

    comparison: Comparison
    plan: Plan
    setting: Setting
    grid: Grid
    largest: Size

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages of the source."""
        return self.comparison.source.pages

    @property
    def imposed(self) -> Document:
        """What was written."""
        return self.comparison.imposed


@uncollected()
def prove(
    pdf: bytes,
    imposed: bytes,
    plan: Plan,
    setting: Setting,
    *,
    source: Document | None = None,
) -> None:
    """Cut and fold what was written, as its printer would print it, and read it 1…n.

    Every page of the source must be there once (in each copy), upright and in order, with the spine
    where it was asked for: at the asked size, its trimmed inner edge at the spine, clipped at folds
    and cuts and nowhere within its trim. Where two pages face each other across a fold of one
    sheet, neither is cut there, or drawn over the other. Marks are not among the pages.

    Args:
        pdf: The pages in reading order.
        imposed: What was written.
        plan: Of which only what is done with the paper is taken.
        setting: The paper, the printer's flip, gutters and creep.
        source: The pages, if they have been read: to read them again takes a while.

    Raises:
        FoldError: names the first page that is not where the reader needs it.
        UnreadableError: the source is damaged or locked.
    """
    source = source or read_document(pdf)
    proof = Proof(
        comparison=Comparison(imposed=_read_imposed(imposed), source=source),
        plan=plan,
        setting=setting,
        grid=grid_of(plan, milling=setting.milling),
        largest=largest_page(source.pages),
    )
    turned, flip = turn_for(plan, setting.flip, _sheet_size(proof.imposed))
    _check_document(proof, flip)
    found: list[Found] = []
    sides = [_read_side(page, proof, found) for page in proof.imposed.pages]
    sheets = _rebuild_sheets(sides, proof)
    if len(sheets) > len(plan.sheets):
        raise FoldError("there is a sheet more than the pages need")
    read = replace(plan, sheets=sheets, axis=turned.axis)
    found = give_parts(found, read)
    for book in make_books(read):
        check_book(_identified(book, found, proof), plan, page_count=len(source.pages))
    _check_marks(sides, found, proof)


def _check_marks(sides: Sequence[Side], found: Sequence[Found], proof: Proof) -> None:
    """See that marks are among no pages."""
    lattice = found[0].lattice
    cells = (lattice.box(0, 0), lattice.box(lattice.rows - 1, lattice.columns - 1))
    coloured = [[found[slot.page - 1].shown for slot in side.slots if slot.page] for side in sides]
    asked = bool(proof.setting.marks)
    check_marks(proof.imposed, coloured, cells, lattice.strips, asked=asked)


def _read_imposed(imposed: bytes) -> Document:
    try:
        return read_document(imposed)
    except UnreadableError as fault:
        raise FoldError(f"what was written cannot be read: {fault}") from fault


def _check_document(proof: Proof, flip: Flip) -> None:
    """See that the file has the source's layers, and asks for the flip that the fold assumes."""
    if not proof.comparison.has_layers():
        raise FoldError("the layers are not those of the source")
    document = proof.imposed
    asked = document.entries(document.catalog.get("/ViewerPreferences")).get("/Duplex")
    wanted = DUPLEX[flip] if proof.plan.two_sided else "/Simplex"
    if asked != wanted:
        raise FoldError(f"the file asks the printer for {asked}, not {wanted}")


def _sheet_size(imposed: Document) -> Size:
    left, bottom, right, top = imposed.pages[0].media
    return Size(width=Pt(right - left), height=Pt(top - bottom))


def _read_side(page: Page, proof: Proof, found: list[Found]) -> Side:
    """Read a side; its "pages" are the numbers of the drawings, in the order they were read."""
    sheet, paper = page.media, proof.setting.paper
    ways = _ways(paper)
    _check_entries(page, proof.imposed)
    if not any(is_close(sheet, way) for way in ways):
        _, _, long, short = ways[0]
        raise FoldError(f"a side is {sheet}, not paper of {long} × {short} points")
    drawings = list(drawings_of(page, proof.imposed))
    lattice = _lattice(sheet, drawings, proof)
    rows = [[Slot(page=None)] * lattice.columns for _ in range(lattice.rows)]
    for drawing in drawings:
        row, column = lattice.at(drawing)
        if rows[row][column].page:
            raise FoldError("two pages stand in one place")
        part = lattice.part(row, column)
        found.append(Found(drawing=drawing, at=(row, column), lattice=lattice, part=part))
        rows[row][column] = Slot(page=len(found), rotation=drawing.turn)
    return Side(rows=tuple(map(tuple, rows)))


def _check_entries(page: Page, imposed: Document) -> None:
    """See that nothing about a side changes what it shows, or lies on it, but links."""
    if strange := page.entries.keys() - SIDE:
        raise FoldError(f"a side has {', '.join(sorted(strange))}")
    for item in imposed.items(page.entries.get("/Annots")):
        if imposed.entries(item).get("/Subtype") != "/Link":
            raise FoldError("on a side lies something that is no link")


def _ways(paper: Size) -> tuple[Rect, Rect]:
    """The paper on its side, and upright."""
    short, long = sorted((paper.width, paper.height))
    return (0, 0, long, short), (0, 0, short, long)


def _lattice(sheet: Rect, drawings: Sequence[Drawing], proof: Proof) -> Lattice:
    largest, scale = proof.largest, _scale(drawings, proof)
    page = Size(width=Pt(largest.width * scale), height=Pt(largest.height * scale))
    return make_lattice(sheet, page, proof.grid, proof.setting)


def _scale(drawings: Sequence[Drawing], proof: Proof) -> float:
    """The scale that was asked for; where that is as large as fits, what was written."""
    if proof.setting.scale != "fit":
        return proof.setting.scale
    unit = proof.pages[0].unit
    return min((each.scales[1] / unit for each in drawings), default=1.0)


def _rebuild_sheets(sides: Sequence[Side], proof: Proof) -> tuple[Sheet, ...]:
    if not proof.plan.two_sided:
        return tuple(Sheet(front=side) for side in sides)
    if len(sides) % 2:
        raise FoldError(f"{len(sides)} sides: the last sheet has no back")
    pairs = zip(sides[::2], sides[1::2], strict=True)
    return tuple(Sheet(front=front, back=back) for front, back in pairs)


def _identified(book: Book, found: Sequence[Found], proof: Proof) -> Book:
    """The book with the pages that its drawings show, each in its place on its sheet."""
    pages: list[ReadPage] = []
    expected = 0
    for page in book.pages:
        if page.page is None:
            pages.append(page)
            continue
        expected += 1
        pages.append(_identify(page, found[page.page - 1], proof, expected))
    return Book(pages=tuple(pages), spine=book.spine)


def _identify(read: ReadPage, found: Found, proof: Proof, expected: int) -> ReadPage:
    """Say which page a drawing shows, the expected one if it can be, and how far it is turned."""
    likely = expected - 1 if expected <= len(proof.pages) else 0
    for index in chain((likely,), range(len(proof.pages))):
        page = proof.pages[index]
        if proof.comparison.shows_page(found.drawing.form.reference, page):
            _check_place(found, index + 1, proof)
            turn = cast(Turn, (read.rotation - page.turn) % 360)
            return ReadPage(page=index + 1, rotation=turn, recto=read.recto)
    raise FoldError(f"what is read as page {expected} is no page of the source")


def _check_place(found: Found, number: int, proof: Proof) -> None:
    """See that a page is at its size, in its place, and cut by nothing but folds and cuts."""
    drawing, page = found.drawing, proof.pages[number - 1]
    scale = _scale([drawing], proof)
    stretch = proof.setting.stretches.get(number, 1.0)
    wanted = (page.unit * scale * stretch, page.unit * scale)
    scales = drawing.scales
    if scales != wanted and not all(map(_is_near, scales, wanted)):
        size = "actual size" if scale == 1 else f"{scale:.3f} of its size"
        raise FoldError(f"page {number} is not at {size}")
    trim = transform(page.trim, drawing.matrix)
    place = _find_place(trim, found, number, proof)
    if not is_close(trim, place):
        raise FoldError(f"page {number} stands at {trim}, not at {place}")
    if not is_close(drawing.clip, intersect(drawing.clip, found.part)):
        raise FoldError(f"page {number} may draw across the spine")
    shown = intersect(trim, found.part)
    if not is_close(shown, intersect(shown, found.shown)):
        raise FoldError(f"page {number} is cut within its trim")
    meeting = found.meeting
    if meeting and any(abs(trim[edge] - shown[edge]) > TOLERANCE for edge in meeting):
        raise FoldError(f"page {number} is cut at the fold where another page goes on")


def _is_near(one: float, other: float) -> bool:
    return isclose(one, other, rel_tol=1e-4)


def _find_place(trim: Rect, found: Found, number: int, proof: Proof) -> Rect:
    """Find where a page of that size belongs in its cell: at the spine, or in the middle."""
    left, bottom, right, top = found.lattice.box(*found.at)
    width, height = trim[2] - trim[0], trim[3] - trim[1]
    folds, shift = proof.plan.folds, proof.setting.shifts.get(number, 0.0)
    x = (left + right - width) / 2
    if folds and folds[-1].half in {"left", "right"}:
        shift -= proof.setting.milling
        x = left - shift if found.at[1] % 2 else right - width + shift
    y = bottom + (top - bottom - height) / 2
    return x, y, x + width, y + height
