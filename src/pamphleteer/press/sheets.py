"""Pages put on sheets: an imposed PDF, its pages at actual size unless another is asked for.

Each page's own content stream becomes a form XObject (`forms`) and is drawn in its place; its bytes
are not touched. Title, language, output intents and layers are kept, bookmarks lead to the sides on
which their pages stand, and links are moved with their pages where sheets are read on a screen. The
structure tree and other annotations mean nothing on sheets and stay behind.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pamphleteer.collector import uncollected
from pamphleteer.imposition.laying import Cell, lay_out
from pamphleteer.imposition.paper import turn_for
from pamphleteer.imposition.placing import Bed, Setting, make_bed
from pamphleteer.imposition.plan import Plan
from pamphleteer.objects import Document, read_document
from pamphleteer.press.catalog import (
    KEPT_IN_PREFERENCES,
    write_catalog,
    write_preferences,
    write_tree,
)
from pamphleteer.press.file import NewFile
from pamphleteer.press.forms import Matrix, PageForm, make_form, to_origin
from pamphleteer.press.navigation import (
    Sheets,
    number_pages,
    where_pages_stand,
    write_labels,
    write_links,
    write_outline,
)
from pamphleteer.press.written import operands, write_array, write_numbers

DRAW_MARKS = "q /Marks Do Q"
DUPLEX = {"short-edge": "/DuplexFlipShortEdge", "long-edge": "/DuplexFlipLongEdge"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """What all sides are written with."""

    file: NewFile
    forms: Mapping[int, PageForm]
    bed: Bed


@uncollected()
def impose_pdf(
    pdf: bytes, plan: Plan, setting: Setting, *, source: Document | None = None
) -> bytes:
    """Put the pages of a PDF on sheets.

    A page is placed by its TrimBox, whatever that box's origin, and turned as its /Rotate says
    (ISO 32000-2, 14.11.2 and 7.7.3.3). Beyond the trim its BleedBox is drawn, but never across a
    fold, where it does not fill a gap in a crossover (`laying`). Sides follow in the order in which
    a duplex printer takes them: front 1, back 1, front 2 …; a side without pages is a blank one.

    Args:
        pdf: The pages in reading order.
        plan: What stands where; every page of the PDF at least once. Its backs are turned as the
            flip asks.
        setting: The paper, the printer's flip, gutters, scale, creep and marks.
        source: The pages, if they have been read.

    Returns:
        The imposed PDF; the same bytes for the same input.

    Raises:
        IssueError: ``page-too-large``, a page does not fit its place on the paper.
        UnreadableError: the PDF is damaged or locked.
        ValueError: the plan names other pages than those of the PDF.
    """
    source = source or read_document(pdf)
    file = NewFile(source)
    forms = {number: make_form(page, file) for number, page in enumerate(source.pages, start=1)}
    _check_pages(plan, forms)
    sizes = {number: form.size for number, form in forms.items()}
    bleeds = {number: form.edges for number, form in forms.items()}
    bed = make_bed(plan, sizes, setting, bleeds=bleeds)
    turned, flip = turn_for(plan, setting.flip, bed.sheet)
    _write_sheets(turned, setting, Sides(file=file, forms=forms, bed=bed))
    write_catalog(file)
    duplex = DUPLEX[flip] if plan.two_sided else "/Simplex"
    write_preferences(file, duplex, kept=KEPT_IN_PREFERENCES)
    return file.write()


def _write_sheets(plan: Plan, setting: Setting, sides: Sides) -> None:
    """Write all sides, and what leads a reader on a screen to them."""
    file, bed = sides.file, sides.bed
    sizes = {number: form.size for number, form in sides.forms.items()}
    sheets = Sheets(
        file=file,
        sides=[file.reserve() for _ in plan.sides],
        side_of=where_pages_stand(plan),
        page_of=number_pages(file.source),
    )
    bleed = max((form.bleed for form in sides.forms.values()), default=0.0) * bed.scale
    marks = _write_marks(plan, setting, sides, bleed=bleed)
    tree = file.reserve()
    shared = _share_entries(bed, bleed, tree)
    for reference, side, own in zip(sheets.sides, plan.sides, marks, strict=True):
        cells = lay_out(side, bed, sizes)
        entries = _write_side(cells, sides, marks=own)
        links = _write_links(cells, sheets, sides) if setting.links else b""
        file.put(reference, b"<< ", shared, entries, links, b" >>")
    write_tree(file, tree, sheets.sides)
    write_labels(plan, file)
    write_outline(sheets)


def _write_marks(
    plan: Plan, setting: Setting, sides: Sides, *, bleed: float
) -> Sequence[bytes | None]:
    """The form of each side's marks; None where there are none."""
    if not setting.marks:
        return (None,) * len(plan.sides)
    from pamphleteer.press.marks import write_marks  # not at the top: few jobs need fonts

    return write_marks(sides.file, plan, sides.bed, setting, bleed=bleed)


def _check_pages(plan: Plan, forms: Mapping[int, PageForm]) -> None:
    if set(plan.pages) != set(forms):
        raise ValueError(f"the sheets place {len(plan.pages)} pages, the PDF has {len(forms)}")


def _share_entries(bed: Bed, bleed: float, tree: bytes) -> bytes:
    """What all sides say alike: whose pages they are, and their boxes (7.7.3.3)."""
    trim, bled = _boxes(bed, bleed)
    return b"/Type /Page /Parent %b /MediaBox %b /TrimBox %b /BleedBox %b" % (
        tree,
        write_numbers((0, 0, bed.sheet.width, bed.sheet.height)),
        write_numbers(trim),
        write_numbers(bled),
    )


def _write_side(cells: Sequence[Cell], sides: Sides, *, marks: bytes | None) -> bytes:
    """Write what a side draws, its forms and then its marks; its own entries as a page."""
    forms = {b"/P%d" % (cell.slot.page or 0): _form(cell, sides).reference for cell in cells}
    drawn = [_draw(cell, sides) for cell in cells]
    if marks is not None:
        forms[b"/Marks"] = marks
        drawn.append(DRAW_MARKS)
    content = sides.file.add_stream(b"", "\n".join(drawn).encode())
    named = b"\n".join(b"%b %b" % each for each in forms.items())
    return b" /Resources << /XObject << %b >> >> /Contents %b" % (named, content)


def _form(cell: Cell, sides: Sides) -> PageForm:
    return sides.forms[cell.slot.page or 0]


def _boxes(bed: Bed, bleed: float) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """What is left of a sheet when it is trimmed, and that with its bleed (14.11.2)."""
    left, _, _, top = bed.box(0, 0)
    _, bottom, right, _ = bed.box(bed.grid.rows - 1, bed.grid.columns - 1)
    width, height = bed.sheet.width, bed.sheet.height
    trim = (max(0, left), max(0, bottom), min(width, right), min(height, top))
    return trim, (
        max(0, trim[0] - bleed),
        max(0, trim[1] - bleed),
        min(width, trim[2] + bleed),
        min(height, trim[3] + bleed),
    )


def _matrix(cell: Cell, sides: Sides) -> Matrix:
    """How a page's form is drawn in its cell."""
    size = _form(cell, sides).size
    upright = (0.0, 0.0, size.width, size.height)
    a, b, c, d, e, f = to_origin(upright, cell.slot.rotation, scale=sides.bed.scale)
    by = cell.stretch
    return a * by, b, c * by, d, e * by + cell.box[0], f + cell.box[1]


def _draw(cell: Cell, sides: Sides) -> str:
    """Write the operators that draw a page in its place and clip it to its part of the sheet."""
    left, bottom, right, top = cell.clip
    clip = operands((left, bottom, right - left, top - bottom))
    *factors, x, y = _matrix(cell, sides)
    matrix = f"{operands(factors, places=7)} {operands((x, y))}"
    return f"q {clip} re W n {matrix} cm /P{cell.slot.page} Do Q"


def _write_links(cells: Sequence[Cell], sheets: Sheets, sides: Sides) -> bytes:
    """Move the links of a side's pages with them."""
    links = [link for cell in cells for link in _links(cell, sheets, sides)]
    return b" /Annots %b" % write_array(links) if links else b""


def _links(cell: Cell, sheets: Sheets, sides: Sides) -> Iterator[bytes]:
    number = cell.slot.page or 0
    page = sheets.source.pages[number - 1]
    own = to_origin(page.trim, page.turn, scale=page.unit)
    yield from write_links(number, (own, _matrix(cell, sides)), sheets)
