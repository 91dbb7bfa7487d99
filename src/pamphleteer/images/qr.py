"""QR codes in vectors."""

from io import BytesIO

import segno


def draw_qr(url: str, *, ink: str) -> bytes:
    """Draw a QR code as SVG: error correction M, a quiet zone of four modules (ISO/IEC 18004).

    Args:
        url: What the code opens.
        ink: The colour of the dark modules, as CSS writes it.
    """
    out = BytesIO()
    code = segno.make(url, error="m", micro=False)
    code.save(out, kind="svg", dark=ink, border=4, xmldecl=False, omitsize=True)
    return out.getvalue()
