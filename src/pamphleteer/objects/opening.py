"""Opens a PDF with qpdf, or says why it cannot be read."""

import logging
from io import BytesIO
from tempfile import TemporaryFile

from pikepdf import AccessMode, Pdf, PikepdfError

from pamphleteer.collector import uncollected
from pamphleteer.objects.document import Document, UnreadableError

logging.getLogger("pikepdf").addHandler(logging.NullHandler())  # else it would talk to the editor


@uncollected()
def read_document(data: bytes, *, strictly: bool = True) -> Document:
    """Read a PDF.

    Raises:
        UnreadableError: it cannot be read, or not ``strictly``: it takes guesses, or is encrypted.
    """
    try:
        pdf = _open(data)
        document = Document(pdf=pdf, data=data)
        len(document.pages)
    except (PikepdfError, ValueError, TypeError, KeyError) as fault:
        raise UnreadableError(str(fault)) from fault
    if strictly and (faults := document.faults):
        raise UnreadableError(faults[0])
    if pdf.is_encrypted:
        raise UnreadableError("it is encrypted")
    return document


def _open(data: bytes) -> Pdf:
    """Open bytes as a file in memory: of bytes as such, qpdf would ask Python piece by piece."""
    try:
        with TemporaryFile() as file:
            file.write(data)
            file.flush()
            return Pdf.open(file, access_mode=AccessMode.mmap_only)
    except OSError:  # there is no room for a file: so it takes twice the time
        return Pdf.open(BytesIO(data))
