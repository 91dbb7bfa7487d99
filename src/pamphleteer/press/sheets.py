"""Pages put on sheets: an imposed PDF, its pages at actual size unless another is asked for.

Each page's own content stream becomes a form XObject (`forms`) and is drawn in its place; its bytes
are not touched. Title, language, output intents and layers are kept, bookmarks lead to the sides on
which their pages stand, and links are moved with their pages where sheets are read on a screen. The
structure tree and other annotations mean nothing on sheets and stay behind.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import cast

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    PdfObject,
)

from pamphleteer.imposition.marks import mark_sides
from pamphleteer.imposition.paper import turn_for
from pamphleteer.imposition.placing import Bed, Cell, Setting, lay_out, make_bed
from pamphleteer.imposition.plan import Plan
from pamphleteer.press.catalog import (
    write_catalog,
    write_identifier,
    write_preferences,
    write_tree,
)
from pamphleteer.press.forms import (
    FormMaker,
    Matrix,
    PageForm,
    measure,
    numbers,
    operands,
    read_rect,
    read_turn,
    to_origin,
)
from pamphleteer.press.marks import measure_bleed, write_marks
from pamphleteer.press.navigation import (
    Sheets,
    copy_links,
    where_pages_stand,
    write_labels,
    write_outline,
)
from pamphleteer.problems import Problem, warning

DRAW_MARKS = "q /Marks Do Q"
DUPLEX = {"short-edge": "/DuplexFlipShortEdge", "long-edge": "/DuplexFlipLongEdge"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """What all sides are written with."""

    writer: PdfWriter
    forms: Mapping[int, PageForm]
    bed: Bed

    @property
    def bleed(self) -> float:
        """How many points pages are drawn beyond their trim on the sheet, at most."""
        return max((form.bleed for form in self.forms.values()), default=0.0) * self.bed.scale


def impose_pdf(
    pdf: bytes, plan: Plan, setting: Setting, *, source: PdfReader | None = None
) -> bytes:
    """Put the pages of a PDF on sheets.

    A page is placed by its TrimBox, whatever that box's origin, and turned as its /Rotate says
    (ISO 32000-2, 14.11.2 and 7.7.3.3). Beyond the trim its BleedBox is drawn, but never across a
    fold. Sides follow in the order in which a duplex printer takes them: front 1, back 1, front 2
    …; a side without pages is a blank one.

    Args:
        pdf: The pages in reading order.
        plan: What stands where; every page of the PDF at least once. Its backs are turned as the
            flip asks.
        setting: The paper, the printer's flip, gutters, scale, creep and marks.
        source: The reader of the pages, if there is one.

    Returns:
        The imposed PDF; the same bytes for the same input.

    Raises:
        IssueError: ``page-too-large``, a page does not fit its place on the paper.
        ValueError: the plan names other pages than those of the PDF.
    """
    reader, writer = source or PdfReader(BytesIO(pdf)), PdfWriter()
    maker = FormMaker(writer=writer)
    forms = {number: maker.make_form(page) for number, page in enumerate(reader.pages, start=1)}
    _check_pages(plan, forms)
    bed = make_bed(plan, {number: form.size for number, form in forms.items()}, setting)
    turned, flip = turn_for(plan, setting.flip, bed.sheet)
    _write_sheets(reader, turned, setting, Sides(writer=writer, forms=forms, bed=bed))
    write_catalog(writer, reader)
    write_preferences(writer, reader, DUPLEX[flip] if plan.two_sided else "/Simplex")
    write_identifier(writer, pdf, (plan, setting))
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _write_sheets(reader: PdfReader, plan: Plan, setting: Setting, sides: Sides) -> None:
    """Write all sides, and what leads a reader on a screen to them."""
    writer, bed = sides.writer, sides.bed
    sizes = {number: form.size for number, form in sides.forms.items()}
    cells = [lay_out(side, bed, sizes) for side in plan.sides]
    marks = write_marks(writer, plan, bed, setting, bleed=sides.bleed)
    drawn = zip(cells, marks, strict=True)
    bleed = sides.bleed
    written = [_write_side(each, sides, marks=own, bleed=bleed) for each, own in drawn]
    write_tree(writer, written)
    sheets = Sheets(
        reader=reader,
        writer=writer,
        sides=written,
        side_of=where_pages_stand(plan),
        page_of=_object_numbers(reader),
    )
    write_labels(writer, plan, _labels(reader))
    write_outline(sheets)
    if setting.links:
        _write_links(cells, sheets, sides)


def find_left_out(pdf: bytes, plan: Plan, setting: Setting) -> tuple[str, ...]:
    """Name the marks that `impose_pdf` leaves out, or some of them, for want of room."""
    if not setting.marks:
        return ()
    pages = PdfReader(BytesIO(pdf)).pages
    sizes = {
        number: measure(read_rect(page.trimbox), read_turn(page), scale=page.user_unit)
        for number, page in enumerate(pages, start=1)
    }
    bed = make_bed(plan, sizes, setting)
    turned, _ = turn_for(plan, setting.flip, bed.sheet)
    bleed = measure_bleed(pages) * bed.scale
    sides = mark_sides(turned, bed, setting.marks, slug=setting.slug, bleed=bleed)
    return tuple(dict.fromkeys(name for side in sides for name in side.left_out))


def warn_left_out(pdf: bytes, plan: Plan, setting: Setting) -> Iterator[Problem]:
    """Marks that were asked for and have no room."""
    if names := find_left_out(pdf, plan, setting):
        message = f"no room for these marks, or for some of them: {', '.join(names)}"
        hint = "Print on larger paper, or leave them out."
        yield warning("marks-left-out", message, hint=hint)


def _check_pages(plan: Plan, forms: Mapping[int, PageForm]) -> None:
    if set(plan.pages) != set(forms):
        raise ValueError(f"the sheets place {len(plan.pages)} pages, the PDF has {len(forms)}")


def _object_numbers(reader: PdfReader) -> Mapping[int, int]:
    """The pages by the numbers of their objects."""
    references = (page.indirect_reference for page in reader.pages)
    return {
        reference.idnum: number
        for number, reference in enumerate(references, start=1)
        if reference is not None
    }


def _labels(reader: PdfReader) -> Sequence[str]:
    """The pages' own labels, if they have any."""
    return reader.page_labels if "/PageLabels" in reader.root_object else ()


def _write_side(
    cells: Sequence[Cell], sides: Sides, *, marks: PdfObject | None, bleed: float
) -> PdfObject:
    """Write one side of a sheet as a page that draws its forms, and behind them its marks."""
    writer, bed = sides.writer, sides.bed
    used = {cell.slot.page: sides.forms[cell.slot.page] for cell in cells if cell.slot.page}
    content = DecodedStreamObject()
    drawn = [_draw(cell, sides) for cell in cells]
    content.set_data("\n".join(drawn + [DRAW_MARKS] * (marks is not None)).encode())
    xobjects = DictionaryObject(
        {NameObject(f"/P{number}"): form.reference for number, form in used.items()}
    )
    if marks is not None:
        xobjects[NameObject("/Marks")] = marks
    trim, bled = _boxes(bed, bleed)
    page = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Page"),
            NameObject("/Parent"): writer.root_object.raw_get("/Pages"),
            NameObject("/MediaBox"): numbers((0, 0, bed.sheet.width, bed.sheet.height)),
            NameObject("/TrimBox"): numbers(trim),
            NameObject("/BleedBox"): numbers(bled),
            NameObject("/Resources"): DictionaryObject({NameObject("/XObject"): xobjects}),
            NameObject("/Contents"): writer._add_object(content),
        }
    )
    return writer._add_object(page)


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
    size = sides.forms[cell.slot.page or 0].size
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


def _write_links(cells: Sequence[Sequence[Cell]], sheets: Sheets, sides: Sides) -> None:
    """Move the links of pages with them."""
    for reference, placed in zip(sheets.sides, cells, strict=True):
        links = [link for cell in placed for link in _links(cell, sheets, sides)]
        if links:
            page = cast(DictionaryObject, reference.get_object())
            page[NameObject("/Annots")] = ArrayObject(map(sheets.writer._add_object, links))


def _links(cell: Cell, sheets: Sheets, sides: Sides) -> Iterator[DictionaryObject]:
    number = cell.slot.page or 0
    page = sheets.reader.pages[number - 1]
    own = to_origin(read_rect(page.trimbox), read_turn(page), scale=page.user_unit)
    yield from copy_links(number, (own, _matrix(cell, sides)), sheets)
