"""QR codes in vectors."""

from io import BytesIO

import segno

from pamphleteer.problems import IssueError, SourcePos, error


def draw_qr(url: str, *, ink: str, pos: SourcePos | None = None) -> bytes:
    """Draw a QR code as SVG: error correction M, a quiet zone of four modules (ISO/IEC 18004).

    Args:
        url: What the code opens.
        ink: The colour of the dark modules, as CSS writes it.
        pos: Where the editor wrote it.

    Raises:
        IssueError: ``qr-too-long``: no code holds so much.
    """
    out = BytesIO()
    try:
        code = segno.make(url, error="m", micro=False)
    except segno.DataOverflowError as fault:
        message = f"the QR code's address has {len(url)} characters, more than a code can hold"
        hint = "Print a short address; long ones make codes that telephones cannot read."
        raise IssueError([error("qr-too-long", message, hint=hint, pos=pos)]) from fault
    code.save(out, kind="svg", dark=ink, border=4, xmldecl=False, omitsize=True)
    # Its modules are lines; SVG would fill them, too, with a black that is no ink.
    return out.getvalue().replace(b"<path ", b'<path fill="none" ')
