"""PDFs that are damaged, or made to do harm to what reads them."""

import zlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader, PdfWriter

from tests.preflight.documents import Document, Page, sound, sound_page, stream, text, write
from tests.preflight.planting import on_page


def truncated() -> bytes:
    """The first half of a file."""
    pdf = write(sound())
    return pdf[: len(pdf) // 2]


def locked() -> bytes:
    return encrypted("secret")


def encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(write(sound()))))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def cyclic_pages() -> bytes:
    """A page tree whose branch is its own child."""
    return write(sound()).replace(b"/Kids [10 0 R", b"/Kids [2 0 R ")


def cyclic_form() -> bytes:
    """A form that draws itself."""
    keys = "/Type /XObject /Subtype /Form /BBox [0 0 99 99]"
    made = stream("/Fm Do /Fm Do", f"{keys} /Resources <</XObject <</Fm 100 0 R>>>>")
    return write(on_page("/Fm1 Do\n", (made,), resources={"XObject": {"/Fm1": "100 0 R"}}))


def cyclic_sections() -> bytes:
    """A cross-reference section that goes on in itself."""
    pdf = write(sound())
    start = pdf.rindex(b"xref\n0 1")
    return pdf.replace(b"trailer <<", b"trailer <</Prev %d " % start)


def huge_page() -> bytes:
    return write(sound(page=sound_page(media=(0.0, 0.0, 1e9, 1e9), trim=None, bleed=None)))


def many_objects() -> bytes:
    """A hundred thousand objects that nothing uses."""
    return write(sound(objects=(b"<</Type /Nothing /Of [1 2 3]>>",) * 100_000))


def many_pages() -> bytes:
    """A page that stands in the document twenty thousand times."""
    kids = b"/Kids [" + b"10 0 R " * 20_000 + b"] /Count 20000"
    return write(sound()).replace(b"/Kids [10 0 R 12 0 R 14 0 R 16 0 R] /Count 4", kids)


def packed_bomb() -> bytes:
    """Content of a hundred megabytes, in less than two kilobytes."""
    data = zlib.compress(zlib.compress(b" " * 100_000_000, 1), 9)
    keys = "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter [/FlateDecode /FlateDecode]"
    return write(on_page("/Fm1 Do\n", (stream(data, keys),), resources=FORM))


def large_picture(side: int = 60_000, samples: int = 10_000_000) -> bytes:
    """A small file of a picture of 3,600 million pixels."""
    keys = (
        f"/Type /XObject /Subtype /Image /Width {side} /Height {side} /ColorSpace /DeviceGray "
        "/BitsPerComponent 8"
    )
    made = stream(b"\0" * samples, keys, packed=True)
    return write(on_page("q 99 0 0 99 99 99 cm /Fm1 Do Q\n", (made,), resources=FORM))


def fine_pattern() -> bytes:
    """A pattern whose tiles are a ten-thousandth of a point."""
    made = stream(
        "0 0 1 1 re f",
        "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.0001 "
        "/YStep 0.0001 /Resources <<>>",
    )
    fill = "/Pattern cs /P1 scn 0 0 400 400 re f\n"
    return write(on_page(fill, (made,), resources={"Pattern": {"/P1": "100 0 R"}}))


def deep_nest() -> bytes:
    """Arrays in arrays, a hundred thousand deep, in content and in an object."""
    nest = b"[" * 100_000 + b"]" * 100_000
    page = replace(sound_page(), content=nest + b" TJ\n" + text("still here").encode())
    return write(sound(page=page, objects=(b"<</Nest " + nest + b">>",)))


def many_saves() -> bytes:
    """States that are saved and never restored."""
    return write(on_page("q " * 2_000_000))


def self_drawing_letter() -> bytes:
    """A letter that is drawn with itself."""
    glyph = stream("600 0 d0 BT /F2 1 Tf (aa) Tj ET")
    font = (
        b"<</Type /Font /Subtype /Type3 /FontBBox [0 0 1 1] /FontMatrix [1 0 0 1 0 0] "
        b"/CharProcs <</a 100 0 R>> /FirstChar 97 /LastChar 97 /Encoding <</Differences [97 /a]>> "
        b"/Widths [1] /Resources <</Font <</F2 101 0 R>>>>>>"
    )
    content = "BT /F2 12 Tf 80 200 Td (aa) Tj ET\n"
    resources = {"Font": {"/F1": "90 0 R", "/F2": "101 0 R"}}
    return write(on_page(content, (glyph, font), resources=resources))


def wild_numbers() -> bytes:
    """Numbers that are none, too large, or too many."""
    content = "1e999 0 0 nan 0 0 cm 99999999999999999999 0 0 9 re f\n" + "9 " * 100_000 + "k\n"
    return write(Document(pages=(Page(content=content),) * 4))


FORM = {"XObject": {"/Fm1": "100 0 R"}}

HOSTILE: dict[str, tuple[Callable[[], bytes], tuple[str, ...]]] = {
    "truncated": (truncated, ("pdf-damaged",)),
    "locked": (locked, ("pdf-password",)),
    "cyclic pages": (cyclic_pages, ("pdf-damaged",)),
    "cyclic form": (cyclic_form, ("page-too-full",)),
    "cyclic sections": (cyclic_sections, ("pdf-repaired",)),
    "huge page": (huge_page, ("page-beyond-limit",)),
    "many objects": (many_objects, ()),
    "many pages": (many_pages, ("pdf-too-long",)),
    "packed bomb": (packed_bomb, ("page-damaged",)),
    "large picture": (large_picture, ("image-data",)),
    "deep nest": (deep_nest, ()),
    "many saves": (many_saves, ("page-too-full",)),
    "self-drawing letter": (self_drawing_letter, ("text-hidden",)),
    "wild numbers": (wild_numbers, ()),
}
"""Each with the code of what is to be told of it, if anything."""
