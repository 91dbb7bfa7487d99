"""An imposed job as one printer needs it: fronts and backs apart, and backs moved behind fronts.

Pages are copied as they are: their forms stay shared and encoded, and their content streams are
untouched; what moves a back stands in streams of its own before and behind (ISO 32000-2, 7.8.2).
"""

from collections.abc import Iterable
from hashlib import blake2b
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from pamphleteer.imposition.duplex import (
    Matrix,
    back_matrix,
    lies_as_the_trial,
    misses_backs,
    order_passes,
)
from pamphleteer.imposition.printer import Printer
from pamphleteer.press.catalog import KEPT_IN_CATALOG
from pamphleteer.units import Pt, Size


def split_sides(imposed: bytes, printer: Printer) -> tuple[bytes, bytes]:
    """Write the fronts and the backs of an imposed job as two files, for a printer fed by hand.

    Each is in the order in which it is sent to the printer, and asks for one-sided printing. Blank
    backs are there.

    Args:
        imposed: Sides as `press.sheets` writes them, imposed for `flip_of` the printer.
        printer: With ``manual``.

    Returns:
        The fronts' file and the backs'; the same bytes for the same input.

    Raises:
        ValueError: the printer is not fed by hand, or the last sheet has no back.
    """
    reader = PdfReader(BytesIO(imposed))
    passes = order_passes(len(reader.pages), printer)
    fronts, backs = (copy_sides(reader, sides) for sides in (passes.fronts, passes.backs))
    return (
        write_for(fronts, duplex="/Simplex", made_of=(imposed, b"fronts")),
        write_for(backs, duplex="/Simplex", made_of=(imposed, b"backs", repr(printer).encode())),
    )


def corrected(imposed: bytes, printer: Printer) -> bytes:
    """Move the backs of an imposed job so that this printer prints them behind their fronts.

    The file has no wish of its own for an edge over which sheets are turned: it is printed with the
    settings with which the trial was, and what they do is in the profile. Upright sheets are shown
    landscape if an offset was measured, because it was so on landscape sheets.

    Args:
        imposed: Sides as `press.sheets` writes them, imposed for `flip_of` the printer.
        printer: Its offset and skew.

    Returns:
        The job with all its sides in their order; the same bytes for the same input.

    Raises:
        ValueError: the printer prints one side only.
    """
    reader = PdfReader(BytesIO(imposed))
    writer = copy_sides(reader, range(1, len(reader.pages) + 1))
    if misses_backs(printer):
        _move_backs(writer, printer)
    return write_for(writer, duplex=None, made_of=(imposed, repr(printer).encode()))


def sheet_of(imposed: bytes) -> Size:
    """The size of a job's first sheet, in points."""
    return _measure(PdfReader(BytesIO(imposed)).pages[0])


def write_for(writer: PdfWriter, *, duplex: str | None, made_of: Iterable[bytes]) -> bytes:
    """Write a document that asks for actual size (ISO 32000-2, 12.2).

    Args:
        writer: The document.
        duplex: How it asks to be printed; None leaves that to whoever prints it.
        made_of: Of which its identifier is made (14.4).
    """
    root = writer.root_object
    wishes = root.get("/ViewerPreferences", DictionaryObject()).get_object()
    preferences = DictionaryObject({NameObject(key): wishes[key] for key in wishes})
    preferences.pop("/Duplex", None)
    preferences[NameObject("/PrintScaling")] = NameObject("/None")
    if duplex:
        preferences[NameObject("/Duplex")] = NameObject(duplex)
    root[NameObject("/ViewerPreferences")] = preferences
    digest = blake2b(digest_size=16)
    for part in made_of:
        digest.update(part)
    writer._ID = ArrayObject([ByteStringObject(digest.digest())] * 2)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def copy_sides(reader: PdfReader, sides: Iterable[int]) -> PdfWriter:
    """Copy some sides, counted from 1, and what the document says of itself."""
    writer = PdfWriter()
    for side in sides:
        writer.add_page(reader.pages[side - 1])
    writer.pdf_header = reader.pdf_header
    info = reader.metadata or DictionaryObject()
    writer.add_metadata({key: info[key] for key in info if isinstance(info[key], TextStringObject)})
    for key in (*KEPT_IN_CATALOG, "/ViewerPreferences"):
        if key in reader.root_object:
            writer.root_object[NameObject(key)] = reader.root_object.raw_get(key).clone(writer)
    return writer


def _move_backs(writer: PdfWriter, printer: Printer) -> None:
    """Draw every second page with the correction's matrix."""
    streams: dict[Matrix, tuple[PdfObject, PdfObject]] = {}
    for index, page in enumerate(writer.pages):
        sheet = _measure(page)
        if not lies_as_the_trial(sheet):
            page[NameObject("/Rotate")] = NumberObject(90)
        if index % 2 == 0:
            continue
        matrix = back_matrix(sheet, printer)
        if matrix not in streams:
            move = f"q {' '.join(f'{value:.6f}' for value in matrix)} cm"
            streams[matrix] = (_add_stream(writer, move), _add_stream(writer, "Q"))
        before, behind = streams[matrix]
        page[NameObject("/Contents")] = ArrayObject([before, *_contents(page), behind])


def _add_stream(writer: PdfWriter, content: str) -> PdfObject:
    stream = DecodedStreamObject()
    stream.set_data(content.encode())
    return writer._add_object(stream)


def _contents(page: PageObject) -> list[PdfObject]:
    """References to a page's content streams."""
    contents = page.raw_get("/Contents") if "/Contents" in page else ArrayObject()
    found = contents.get_object()
    return list(found) if isinstance(found, ArrayObject) else [contents]


def _measure(page: PageObject) -> Size:
    return Size(width=Pt(float(page.mediabox.width)), height=Pt(float(page.mediabox.height)))
