"""The folded preview: a PDF of what the reader of a finished book sees, spread by spread."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from pamphleteer.imposition.spreads import SeenPage, Spread
from pamphleteer.press.catalog import write_catalog, write_identifier, write_tree
from pamphleteer.press.forms import to_origin
from pamphleteer.press.written import Written, operands, write_numbers
from pamphleteer.units import Pt, Size

MARGIN = Pt(18)
"""Of the table around the open book, so that its edges are seen."""
TABLE = "0.82 g"
PAPER = "1 g"
SPINE = "0.45 G 0.6 w"

Place = tuple[float, float]


def write_spreads(imposed: bytes, spreads: Sequence[Spread]) -> bytes:
    """Write spreads as pages; the forms of the imposed PDF are taken over as they are.

    A book lies on a grey table. All pages have one size, that of the largest spread; each page is
    clipped to its trim, and lies against its spine. A viewer counts them ``1``, ``2-3`` and so on.

    Args:
        imposed: The file from which the spreads were read.
        spreads: What lies open, in order.

    Returns:
        The PDF; the same bytes for the same input.
    """
    reader, writer = PdfReader(BytesIO(imposed)), PdfWriter()
    half = _largest([page for spread in spreads for page in spread.pages if page])
    pages = [_write_spread(spread, half, reader, writer) for spread in spreads]
    write_tree(writer, pages)
    write_catalog(writer, reader)
    _write_labels(writer, spreads)
    write_identifier(writer, imposed, spreads)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _largest(pages: Sequence[SeenPage]) -> Size:
    return Size(
        width=max((page.seen.width for page in pages), default=Pt(0)),
        height=max((page.seen.height for page in pages), default=Pt(0)),
    )


def _write_spread(
    spread: Spread, half: Size, reader: PdfReader, writer: PdfWriter
) -> IndirectObject:
    """Write a page of the preview, with the forms that it draws."""
    across, down = (1, len(spread.pages)) if spread.level else (len(spread.pages), 1)
    media = (0, 0, across * half.width + 2 * MARGIN, down * half.height + 2 * MARGIN)
    content = DecodedStreamObject()
    content.set_data("\n".join(_draw(spread, half, media)).encode())
    xobjects = DictionaryObject(
        {
            NameObject(f"/P{page.form}"): _take_over(page.form, reader, writer)
            for page in spread.pages
            if page and page.form is not None
        }
    )
    page = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Page"),
            NameObject("/Parent"): writer.root_object.raw_get("/Pages"),
            NameObject("/MediaBox"): Written(write_numbers(media)),
            NameObject("/Resources"): DictionaryObject({NameObject("/XObject"): xobjects}),
            NameObject("/Contents"): writer._add_object(content),
        }
    )
    return writer._add_object(page)


def _take_over(number: int, reader: PdfReader, writer: PdfWriter) -> PdfObject:
    """Copy a form with all that it draws; once, however often it is asked for."""
    form = IndirectObject(number, 0, reader).get_object()
    if form is None:
        raise ValueError(f"the imposed file has no object {number}")
    copy = form.clone(writer)
    reference = copy.indirect_reference
    if reference is None:
        raise ValueError(f"object {number} of the imposed file is no form")
    return reference


def _draw(spread: Spread, half: Size, media: Sequence[float]) -> Iterator[str]:
    """The table, the spine's marks on it, and the pages."""
    yield f"q {TABLE} {operands(media)} re f Q"
    if len(spread.pages) > 1:
        yield _draw_spine(spread, media)
    for index, page in enumerate(spread.pages):
        if page:
            yield from _draw_page(page, _place(page, index, spread, half))


def _draw_spine(spread: Spread, media: Sequence[float]) -> str:
    """A short line on either side, in the spine's direction."""
    _, _, width, height = media
    near, far = MARGIN / 3, MARGIN * 2 / 3
    if spread.level:
        y, ends = height / 2, ((near, far), (width - far, width - near))
        lines = " ".join(f"{operands((x, y))} m {operands((z, y))} l" for x, z in ends)
    else:
        x, ends = width / 2, ((near, far), (height - far, height - near))
        lines = " ".join(f"{operands((x, y))} m {operands((x, z))} l" for y, z in ends)
    return f"q {SPINE} {lines} S Q"


def _place(page: SeenPage, index: int, spread: Spread, half: Size) -> Place:
    """The lower left corner of a page: it lies against the spine, and in the middle along it."""
    size, is_second = page.seen, index == 1
    spare_x, spare_y = half.width - size.width, half.height - size.height
    if len(spread.pages) == 1:
        return MARGIN + spare_x / 2, MARGIN + spare_y / 2
    if spread.level:
        return MARGIN + spare_x / 2, MARGIN + (spare_y if is_second else half.height)
    return MARGIN + (half.width if is_second else spare_x), MARGIN + spare_y / 2


def _draw_page(page: SeenPage, at: Place) -> Iterator[str]:
    yield f"q {PAPER} {operands((*at, page.seen.width, page.seen.height))} re f Q"
    if page.form is None:
        return
    upright = (0.0, 0.0, float(page.size.width), float(page.size.height))
    a, b, c, d, e, f = to_origin(upright, page.turn, scale=page.scale)
    matrix = operands((a, b, c, d, e + at[0], f + at[1]))
    left, bottom, right, top = page.clip
    clip = operands((left, bottom, right - left, top - bottom))
    yield f"q {matrix} cm {clip} re W n /P{page.form} Do Q"


def _write_labels(writer: PdfWriter, spreads: Sequence[Spread]) -> None:
    """Label each page with the places of its pages in the book (ISO 32000-2, 12.4.2)."""
    entries = ArrayObject()
    for index, spread in enumerate(spreads):
        label = DictionaryObject({NameObject("/P"): TextStringObject(spread.label)})
        entries += [NumberObject(index), label]
    labels = DictionaryObject({NameObject("/Nums"): entries})
    writer.root_object[NameObject("/PageLabels")] = labels
