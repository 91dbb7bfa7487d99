"""An imposed job as one printer needs it: fronts and backs apart, and backs moved behind fronts.

Pages are copied as they are: their forms stay shared and encoded, and their content streams are
untouched; what moves a back stands in streams of its own before and behind (ISO 32000-2, 7.8.2).
"""

from collections.abc import Mapping
from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    NameObject,
    NumberObject,
    PdfObject,
)

from pamphleteer.imposition.duplex import (
    Matrix,
    back_matrix,
    lies_as_the_trial,
    misses_backs,
    order_passes,
)
from pamphleteer.imposition.printer import Printer
from pamphleteer.press.copying import copy_sides, name_part, write_for
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
    fronts = name_part(copy_sides(reader, passes.fronts), "fronts")
    backs = name_part(copy_sides(reader, passes.backs), "backs")
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
    moves = _moves(reader, printer) if misses_backs(printer) else {}
    writer = copy_sides(reader, range(1, len(reader.pages) + 1), moves=moves)
    if moves:
        _move_backs(writer, moves)
    return write_for(writer, duplex=None, made_of=(imposed, repr(printer).encode()))


def as_sent(imposed: bytes, printer: Printer, *, two_sided: bool = True) -> bytes:
    """What stands where on the sides that the printer gets: as imposed, if all backs fit."""
    return corrected(imposed, printer) if two_sided and misses_backs(printer) else imposed


def sheet_of(imposed: bytes) -> Size:
    """The size of a job's first sheet, in points."""
    return _measure(PdfReader(BytesIO(imposed)).pages[0])


def _moves(reader: PdfReader, printer: Printer) -> dict[int, Matrix]:
    """By side, counted from 1, the matrix with which each back is drawn."""
    backs = range(2, len(reader.pages) + 1, 2)
    return {side: back_matrix(_measure(reader.pages[side - 1]), printer) for side in backs}


def _move_backs(writer: PdfWriter, moves: Mapping[int, Matrix]) -> None:
    """Draw every second page with the correction's matrix."""
    streams: dict[Matrix, tuple[PdfObject, PdfObject]] = {}
    for side, page in enumerate(writer.pages, start=1):
        if not lies_as_the_trial(_measure(page)):
            page[NameObject("/Rotate")] = NumberObject(90)
        if side not in moves:
            continue
        matrix = moves[side]
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
