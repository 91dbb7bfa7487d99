"""Pages put on sheets: an imposed PDF for the office printer, at actual size.

Each page's own content stream becomes a form XObject (ISO 32000-2, 8.10) and is drawn in its place;
its bytes are not touched. Only what pages draw is copied: annotations, outlines, the structure
tree, names and page labels mean nothing on sheets and stay behind.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from io import BytesIO
from typing import cast

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from pamphleteer.imposition.paper import axis_of
from pamphleteer.imposition.placing import Bed, Cell, Setting, lay_out, make_bed
from pamphleteer.imposition.plan import Plan, Turn
from pamphleteer.units import Pt, Size

Matrix = tuple[float, float, float, float, float, float]
Rect = tuple[float, float, float, float]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
KEPT_IN_CATALOG = ("/Lang", "/OutputIntents", "/OCProperties")
KEPT_IN_PREFERENCES = ("/DisplayDocTitle", "/NumCopies")
LEAST_VERSION = "%PDF-1.7"
DUPLEX = {"short-edge": "/DuplexFlipShortEdge", "long-edge": "/DuplexFlipLongEdge"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageForm:
    """A page as a form that draws it upright, its trimmed corner at the origin."""

    reference: PdfObject
    size: Size


@dataclass(frozen=True, slots=True, kw_only=True)
class FormMaker:
    """Turns pages into forms of one writer; what pages share, their forms share."""

    writer: PdfWriter
    shared: dict[int, PdfObject] = field(default_factory=dict)

    def make_form(self, page: PageObject) -> PageForm:
        """Make the page's content a form with the page's resources, boxes and rotation."""
        turn, trim = _read_turn(page), _read_rect(page.trimbox)
        form = self._copy_content(page)
        form[NameObject("/Subtype")] = NameObject("/Form")
        form[NameObject("/BBox")] = _numbers(_unite(trim, _read_rect(page.bleedbox)))
        if (matrix := _to_origin(trim, turn, scale=page.user_unit)) != IDENTITY:
            form[NameObject("/Matrix")] = _numbers(matrix)
        form[NameObject("/Resources")] = self._share_resources(page)
        if "/Group" in page:
            form[NameObject("/Group")] = page.raw_get("/Group").clone(self.writer)
        size = _measure(trim, turn, scale=page.user_unit)
        return PageForm(reference=cast(PdfObject, form.indirect_reference), size=size)

    def _copy_content(self, page: PageObject) -> StreamObject:
        """Copy the page's one content stream as it is, or join several (ISO 32000-2, 7.8.2)."""
        contents = page["/Contents"] if page.get("/Contents") else ArrayObject()
        parts = contents if isinstance(contents, ArrayObject) else [contents]
        found = [part.get_object() for part in parts]
        streams = [stream for stream in found if isinstance(stream, StreamObject)]
        if len(streams) == 1:
            return cast(StreamObject, streams[0].clone(self.writer, force_duplicate=True))
        joined = DecodedStreamObject()
        joined.set_data(b"\n".join(stream.get_data() for stream in streams))
        form = joined.flate_encode()
        form.indirect_reference = self.writer._add_object(form)
        return form

    def _share_resources(self, page: PageObject) -> PdfObject:
        """Copy the page's resources, its own or inherited, once for all pages that have them."""
        found = page.get_inherited("/Resources", DictionaryObject())
        if id(found) not in self.shared:
            copy = found.clone(self.writer)
            known = getattr(copy, "indirect_reference", None)
            self.shared[id(found)] = known or self.writer._add_object(copy)
        return self.shared[id(found)]


def impose_pdf(pdf: bytes, plan: Plan, setting: Setting) -> bytes:
    """Put the pages of a PDF on sheets.

    A page is placed by its TrimBox, whatever that box's origin, and turned as its /Rotate says
    (ISO 32000-2, 14.11.2 and 7.7.3.3). Beyond the trim its BleedBox is drawn, but never across a
    fold. Sides follow in the order in which a duplex printer takes them: front 1, back 1, front 2
    …; a side without pages is a blank one.

    Args:
        pdf: The pages in reading order.
        plan: What stands where; every page of the PDF at least once. Its backs are turned as the
            flip asks.
        setting: The paper, the printer's flip, gutters, scale and creep.

    Returns:
        The imposed PDF; the same bytes for the same input.

    Raises:
        IssueError: ``page-too-large``, a page does not fit its place on the paper.
        ValueError: the plan names other pages than those of the PDF.
    """
    reader, writer = PdfReader(BytesIO(pdf)), PdfWriter()
    maker = FormMaker(writer=writer)
    forms = {number: maker.make_form(page) for number, page in enumerate(reader.pages, start=1)}
    _check_pages(plan, forms)
    sizes = {number: form.size for number, form in forms.items()}
    bed = make_bed(plan, sizes, setting)
    turned = plan.turned_about(axis_of(setting.flip, bed.sheet))
    cells = (lay_out(side, bed, sizes) for side in turned.sides)
    _write_tree(writer, [_write_side(writer, each, forms, bed) for each in cells])
    _write_catalog(writer, reader)
    _write_preferences(writer, reader, DUPLEX[setting.flip] if plan.two_sided else "/Simplex")
    _write_identifier(writer, pdf, (plan, setting))
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _check_pages(plan: Plan, forms: dict[int, PageForm]) -> None:
    if set(plan.pages) != set(forms):
        raise ValueError(f"the sheets place {len(plan.pages)} pages, the PDF has {len(forms)}")


def _write_side(
    writer: PdfWriter, cells: Sequence[Cell], forms: dict[int, PageForm], bed: Bed
) -> PdfObject:
    """Write one side of a sheet as a page that draws its forms."""
    used = {cell.slot.page: forms[cell.slot.page] for cell in cells if cell.slot.page}
    content = DecodedStreamObject()
    drawn = (_draw(cell, forms[cell.slot.page or 0].size, bed.scale) for cell in cells)
    content.set_data("\n".join(drawn).encode())
    xobjects = DictionaryObject(
        {NameObject(f"/P{number}"): form.reference for number, form in used.items()}
    )
    page = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Page"),
            NameObject("/Parent"): writer.root_object.raw_get("/Pages"),
            NameObject("/MediaBox"): _numbers((0, 0, bed.sheet.width, bed.sheet.height)),
            NameObject("/Resources"): DictionaryObject({NameObject("/XObject"): xobjects}),
            NameObject("/Contents"): writer._add_object(content),
        }
    )
    return writer._add_object(page)


def _draw(cell: Cell, size: Size, scale: float) -> str:
    """Write the operators that draw a page in its place and clip it to its part of the sheet."""
    upright = (0.0, 0.0, size.width, size.height)
    a, b, c, d, e, f = _to_origin(upright, cell.slot.rotation, scale=scale)
    left, bottom, right, top = cell.clip
    clip = _operands((left, bottom, right - left, top - bottom))
    matrix = _operands((a, b, c, d, e + cell.box[0], f + cell.box[1]))
    return f"q {clip} re W n {matrix} cm /P{cell.slot.page} Do Q"


def _write_tree(writer: PdfWriter, pages: Sequence[PdfObject]) -> None:
    """Make these the document's pages."""
    tree = cast(DictionaryObject, writer.root_object["/Pages"])
    tree[NameObject("/Kids")] = ArrayObject(pages)
    tree[NameObject("/Count")] = NumberObject(len(pages))


def _write_catalog(writer: PdfWriter, reader: PdfReader) -> None:
    """Keep version, title and other texts, language, output intents and layers."""
    writer.pdf_header = max(reader.pdf_header, LEAST_VERSION)
    info = reader.metadata or DictionaryObject()
    texts = {key: info[key] for key in info if isinstance(info[key], TextStringObject)}
    writer.add_metadata(texts)
    for key in KEPT_IN_CATALOG:
        if key in reader.root_object:
            copy = reader.root_object.raw_get(key).clone(writer)
            writer.root_object[NameObject(key)] = copy


def _write_preferences(writer: PdfWriter, reader: PdfReader, duplex: str) -> None:
    """Ask for actual size and the right flip (ISO 32000-2, 12.2); keep the number of copies."""
    preferences = DictionaryObject(
        {
            NameObject("/PrintScaling"): NameObject("/None"),
            NameObject("/Duplex"): NameObject(duplex),
        }
    )
    wishes = reader.root_object.get("/ViewerPreferences", DictionaryObject()).get_object()
    for key in KEPT_IN_PREFERENCES:
        if key in wishes:
            preferences[NameObject(key)] = wishes[key]
    writer.root_object[NameObject("/ViewerPreferences")] = preferences


def _write_identifier(writer: PdfWriter, pdf: bytes, plan: object) -> None:
    """Make the file identifier from the input alone (ISO 32000-2, 14.4)."""
    source = blake2b(pdf, digest_size=16)
    imposed = source.copy()
    imposed.update(repr(plan).encode())
    parts = (source.digest(), imposed.digest())
    writer._ID = ArrayObject(ByteStringObject(part) for part in parts)


def _read_turn(page: PageObject) -> Turn:
    """Read how far a viewer turns the page clockwise; odd angles are cut, as PDFium does."""
    return cast(Turn, page.rotation // 90 % 4 * 90)


def _read_rect(box: Sequence[float]) -> Rect:
    """Read a box as left, bottom, right, top; any two opposite corners may be written (7.9.5)."""
    x0, y0, x1, y1 = (float(value) for value in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _unite(one: Rect, other: Rect) -> Rect:
    left, bottom = min(one[0], other[0]), min(one[1], other[1])
    return left, bottom, max(one[2], other[2]), max(one[3], other[3])


def _to_origin(rect: Rect, turn: Turn, *, scale: float = 1) -> Matrix:
    """Turn a rectangle clockwise and bring its new lower left corner to the origin."""
    left, bottom, right, top = (scale * value for value in rect)
    matrices: dict[Turn, Matrix] = {
        0: (scale, 0, 0, scale, -left, -bottom),
        90: (0, -scale, scale, 0, -bottom, right),
        180: (-scale, 0, 0, -scale, right, top),
        270: (0, scale, -scale, 0, top, -left),
    }
    return matrices[turn]


def _measure(rect: Rect, turn: Turn, *, scale: float = 1) -> Size:
    """Measure a rectangle once it is turned."""
    left, bottom, right, top = (scale * value for value in rect)
    sides = (Pt(right - left), Pt(top - bottom))
    width, height = reversed(sides) if turn in (90, 270) else sides
    return Size(width=width, height=height)


def _numbers(values: Iterable[float]) -> ArrayObject:
    texts = _operands(values).split()
    return ArrayObject(FloatObject(text) if "." in text else NumberObject(text) for text in texts)


def _operands(values: Iterable[float]) -> str:
    """Write numbers to a ten-thousandth of a point, without needless zeros."""
    return " ".join(f"{value:.4f}".rstrip("0").rstrip(".") for value in values)
