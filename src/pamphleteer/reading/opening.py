"""A PDF from anywhere, opened for imposition, or refused with a reason.

What is not sound beyond doubt is examined with pypdf. What that cannot open is given to PDFium,
which repairs more and reads every usual encryption, and writes it anew without. Either way all that
the pages draw is read once, so that damage is told here and not found later; no page is lost in
silence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, partial
from io import BytesIO
from typing import TYPE_CHECKING, cast

from pamphleteer.objects import Document, read_document
from pamphleteer.problems import (
    IssueError,
    Problem,
    Severity,
    SourcePos,
    error,
    warning,
)
from pamphleteer.reading.caution import attempt, collect_messages, report_messages, tell_repair
from pamphleteer.reading.first_look import is_sound

if TYPE_CHECKING:
    from pypdf import PdfReader

KINDS = (
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"\x89PNG", "a PNG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint file"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript file"),
    (b"<?xml", "an XML file"),
    (b"<svg", "an SVG picture"),
)
"""What other files begin with."""

ZIPS = (
    (b"word/", "a Word document"),
    (b"ppt/", "a PowerPoint file"),
    (b"xl/", "an Excel file"),
    (b"opendocument.text", "an OpenDocument text"),
    (b"epub+zip", "an e-book (EPUB)"),
)
"""What is packed as a zip file, and by what it is known."""

HEADER_WITHIN = 1024
"""Bytes before the header that every reader tolerates."""

EXPORT = "Export it as a PDF from the program that made it."
AGAIN = "Get the file again, or export the PDF again from the program that made it."
UNLOCK = "Open it in a PDF viewer with its password, and save or print it to a PDF without one."


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A PDF that is fit to be imposed, and what the editor should know about it.

    ``pdf`` are the file's own bytes, or others if it was locked or damaged. What has read them is
    kept, if anything has.
    """

    name: str
    pdf: bytes
    notices: tuple[Problem, ...] = ()
    by_pypdf: PdfReader | None = None
    by_qpdf: Document | None = None

    @cached_property
    def reader(self) -> PdfReader:
        """As pypdf reads it, or what qpdf makes of it; its pages have sound boxes and turns.

        Raises:
            IssueError: ``pdf-damaged``, pypdf cannot read it either way.
        """
        if self.by_pypdf:
            return self.by_pypdf
        pos = SourcePos(path=self.name)
        with collect_messages():
            for pdf in self._ways():
                reader, _ = attempt(partial(_examine, pdf, pos)) or (None, ())
                if reader and len(reader.pages) == len(self.document.pages):
                    return reader
        raise IssueError([refuse_damaged(pos)])

    def _ways(self) -> Iterator[bytes]:
        """The document as it is, and as qpdf would write it."""
        yield self.pdf
        if self.by_qpdf:
            yield self.by_qpdf.written_anew()

    @cached_property
    def document(self) -> Document:
        """As qpdf reads it; what it finds irregular is written anew as pypdf has read it.

        Raises:
            IssueError: ``pdf-damaged``, qpdf does not find the same pages either way.
        """
        if self.by_qpdf:
            return self.by_qpdf
        count = len(self.by_pypdf.pages) if self.by_pypdf else None
        ways: tuple[Callable[[], Document], ...] = (
            lambda: read_document(self.pdf),
            lambda: read_document(write_plain(self.reader), strictly=False),
            lambda: read_document(self.pdf, strictly=False),
        )
        with collect_messages():
            for way in ways:
                document = attempt(way)
                if document and count in (None, len(document.pages)):
                    return document
        raise IssueError([refuse_damaged(SourcePos(path=self.name))])


def open_pdf(data: bytes, *, name: str) -> Opened:
    """Open a PDF and see that every page of it can be imposed.

    Args:
        data: The file.
        name: What the editor calls it; where the problems are.

    Returns:
        The reader, whose pages have sound boxes and turns. Its notices are ``pdf-unlocked``,
        ``pdf-repaired``, ``pdf-irregular``, ``pdf-cut-off`` and those of ``examine_document``.

    Raises:
        IssueError: ``pdf-empty``, ``pdf-not-a-pdf``, ``pdf-damaged``, ``pdf-password``,
            ``pdf-encryption-unknown``, and the errors of ``examine_document``.
    """
    pos = SourcePos(path=name)
    _check_kind(data, pos)
    cut = _find_cut(data, pos)
    if not cut and (document := _look_at(data)):
        return Opened(name=name, pdf=data, by_qpdf=document)
    notices: list[Problem] = []
    with collect_messages() as said:
        opened = attempt(lambda: _examine_and_read(data, pos))
        if opened is None:
            said.clear()
            rewritten, notice = _write_anew(data, pos)
            notices.append(notice)
            opened = attempt(lambda: _examine_and_read(rewritten, pos))
    if opened is None:
        raise IssueError([refuse_damaged(pos)])
    problems = opened.notices
    if errors := [problem for problem in problems if problem.severity is Severity.ERROR]:
        raise IssueError(errors)
    return replace(opened, notices=(*notices, *report_messages(said, pos), *cut, *problems))


def _examine_and_read(data: bytes, pos: SourcePos) -> Opened | None:
    """What pypdf has read and examined, and qpdf can read; None if it cannot be used."""
    reader, problems = _examine(data, pos) or (None, ())
    if reader is None:
        return None
    opened = opened_by(reader, name=pos.path, notices=problems)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return opened
    return replace(opened, by_qpdf=opened.document)


def opened_by(reader: PdfReader, *, name: str, notices: Iterable[Problem] = ()) -> Opened:
    """What a reader of bytes has read."""
    pdf = cast(BytesIO, reader.stream).getvalue()
    return Opened(name=name, pdf=pdf, notices=tuple(notices), by_pypdf=reader)


def _look_at(data: bytes) -> Document | None:
    """The document, if it is sound beyond doubt."""

    def look() -> Document | None:
        document = read_document(data)
        return document if is_sound(document) else None

    return attempt(look)  # whatever befalls it, what is examined next tells it


def _examine(data: bytes, pos: SourcePos) -> tuple[PdfReader, tuple[Problem, ...]] | None:
    """Read and examine a document with pypdf; None for one that is encrypted."""
    from pypdf import PdfReader  # not at the top: it takes a while to load, and few files need it

    from pamphleteer.reading.soundness import examine_document

    reader = PdfReader(BytesIO(data))
    return None if reader.is_encrypted else (reader, examine_document(reader, pos))


def _check_kind(data: bytes, pos: SourcePos) -> None:
    """Refuse what is no PDF, and say what it is."""
    if not data:
        message = "the file is empty"
        raise IssueError([error("pdf-empty", message, hint=AGAIN, pos=pos)])
    if b"%PDF-" not in data[:HEADER_WITHIN]:
        kind = _name_kind(data)
        message = f"this is {kind}, not a PDF" if kind else "this is not a PDF"
        raise IssueError([error("pdf-not-a-pdf", message, hint=EXPORT, pos=pos)])


def _name_kind(data: bytes) -> str:
    start = data[:HEADER_WITHIN].lstrip().lower()
    if data.startswith(b"PK"):
        return next((kind for mark, kind in ZIPS if mark in data), "a zip file")
    if b"<html" in start or start.startswith(b"<!doctype html"):
        return "a web page (HTML)"
    kinds = (kind for mark, kind in KINDS if start.startswith(mark.lower()))
    return next(kinds, "")


def write_plain(reader: PdfReader) -> bytes:
    """Write a document as pypdf has it, boxes settled and all."""
    from pypdf import PdfWriter  # not at the top, as in `_examine`

    stream = BytesIO()
    PdfWriter(clone_from=reader).write(stream)
    return stream.getvalue()


def _write_anew(data: bytes, pos: SourcePos) -> tuple[bytes, Problem]:
    """Let PDFium repair or decrypt a file with the empty password, and say which it did."""
    import pypdfium2  # not at the top: it takes a while to load, and few files need it
    import pypdfium2.raw as pdfium

    written = BytesIO()
    try:
        with pypdfium2.PdfDocument(data) as document:
            is_locked = pdfium.FPDF_GetSecurityHandlerRevision(document) != -1
            document.save(written, flags=pdfium.FPDF_REMOVE_SECURITY)
    except pypdfium2.PdfiumError as failure:
        raise IssueError([_refuse(failure.err_code, pos)]) from failure
    return written.getvalue(), _tell_unlocked(pos) if is_locked else tell_repair(pos)


def _tell_unlocked(pos: SourcePos) -> Problem:
    return warning(
        "pdf-unlocked",
        "the file is protected, but opens without a password; what it forbids was set aside",
        hint="Make sure that you may print it.",
        pos=pos,
    )


def _refuse(code: int | None, pos: SourcePos) -> Problem:
    import pypdfium2.raw as pdfium

    if code == pdfium.FPDF_ERR_PASSWORD:
        message = "the file is locked with a password"
        return error("pdf-password", message, hint=UNLOCK, pos=pos)
    if code == pdfium.FPDF_ERR_SECURITY:
        message = "the file is encrypted in a way that cannot be read here"
        return error("pdf-encryption-unknown", message, hint=UNLOCK, pos=pos)
    return refuse_damaged(pos)


def refuse_damaged(pos: SourcePos) -> Problem:
    """Make the error that a file is damaged beyond repair."""
    message = "the file is cut off or damaged, and cannot be repaired"
    return error("pdf-damaged", message, hint=AGAIN, pos=pos)


def _find_cut(data: bytes, pos: SourcePos) -> tuple[Problem, ...]:
    """See whether a later state of the document follows its last end mark (7.5.6)."""
    mark = data.rfind(b"%%EOF")  # no partition, which would copy a large file once more
    if mark < 0 or data.find(b" obj", mark) < 0:
        return ()
    message = "the file is cut off: it was changed after it was first saved, and not all is there"
    return (warning("pdf-cut-off", message, hint=AGAIN, pos=pos),)
