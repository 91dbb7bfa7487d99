"""An imposed job as one printer needs it: fronts and backs apart, and backs moved behind fronts.

Pages are copied as they are: their forms stay shared and encoded, and their content streams are
untouched; what moves a back stands in streams of its own before and behind (ISO 32000-2, 7.8.2).
"""

from collections.abc import Mapping

from pamphleteer.imposition.duplex import (
    Matrix,
    back_matrix,
    lies_as_the_trial,
    misses_backs,
    order_passes,
)
from pamphleteer.imposition.printer import Printer
from pamphleteer.objects import Document, Rect, read_document
from pamphleteer.press.copying import Copy, copy_sides, name_part, write_for
from pamphleteer.press.written import write_array
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
    job = read_document(imposed)
    passes = order_passes(len(job.pages), printer)
    fronts = name_part(copy_sides(job, passes.fronts), "fronts")
    backs = name_part(copy_sides(job, passes.backs), "backs")
    return write_for(fronts, duplex="/Simplex"), write_for(backs, duplex="/Simplex")


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
    job = read_document(imposed)
    moves = _moves(job, printer) if misses_backs(printer) else {}
    copy = copy_sides(job, range(1, len(job.pages) + 1), moves=moves)
    if moves:
        _move_backs(copy, moves)
    return write_for(copy, duplex=None)


def as_sent(imposed: bytes, printer: Printer, *, two_sided: bool = True) -> bytes:
    """What stands where on the sides that the printer gets: as imposed, if all backs fit."""
    return corrected(imposed, printer) if two_sided and misses_backs(printer) else imposed


def sheet_of(imposed: bytes) -> Size:
    """The size of a job's first sheet, in points."""
    return _measure(read_document(imposed).pages[0].media)


def _moves(job: Document, printer: Printer) -> dict[int, Matrix]:
    """By side, counted from 1, the matrix with which each back is drawn."""
    sides = enumerate(job.pages, start=1)
    return {at: back_matrix(_measure(side.media), printer) for at, side in sides if at % 2 == 0}


def _move_backs(copy: Copy, moves: Mapping[int, Matrix]) -> None:
    """Draw every second page with the correction's matrix."""
    file, job = copy.file, copy.file.source
    streams: dict[Matrix, tuple[bytes, bytes]] = {}
    for at, (side, entries) in enumerate(zip(job.pages, copy.sides, strict=True), start=1):
        if not lies_as_the_trial(_measure(side.media)):
            entries["/Rotate"] = b"90"
        if at not in moves:
            continue
        matrix = moves[at]
        if matrix not in streams:
            move = f"q {' '.join(f'{value:.6f}' for value in matrix)} cm"
            streams[matrix] = (file.add_stream(b"", move.encode()), file.add_stream(b"", b"Q"))
        before, behind = streams[matrix]
        own = [file.keep(stream.encode()) for stream in side.streams]
        entries["/Contents"] = write_array([before, *own, behind])


def _measure(box: Rect) -> Size:
    left, bottom, right, top = box
    return Size(width=Pt(right - left), height=Pt(top - bottom))
