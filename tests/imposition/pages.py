"""Small PDFs whose pages can be told apart, written by hand so that each oddity is as meant."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from io import BytesIO

import pypdfium2
from PIL import Image
from pypdf import PdfWriter

from pamphleteer.imposition.plan import Plan
from pamphleteer.units import parse_size

LETTER, A4 = parse_size("letter"), parse_size("a4")
HALF_LETTER = "/MediaBox [0 0 396 612]"


def draw_number(number: int, *, left: float = 0, bottom: float = 0) -> str:
    """Draw on a half-letter page its number, a frame, and a black square at the head's left."""
    return (
        f"q 1 0 0 1 {left} {bottom} cm 2 w 12 12 372 588 re S 20 540 40 40 re f "
        f"BT /F1 150 Tf 110 250 Td ({number}) Tj ET Q"
    )


def numbered_pdf(
    count: int,
    *,
    page: str = HALF_LETTER,
    tree: str = "",
    catalog: str = "",
    draw: Callable[[int], str] = draw_number,
) -> bytes:
    """Write a PDF of numbered pages.

    Args:
        count: How many pages.
        page: Entries of every page's dictionary.
        tree: Entries of the page tree's root, which pages inherit; where it has /Resources, the
            pages have none of their own.
        catalog: Entries of the catalog.
        draw: A page's content; each line becomes a content stream, none leaves /Contents out.
    """
    own = "" if "/Resources" in tree else "/Resources 4 0 R"
    objects = ["", "", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", "<</Font<</F1 3 0 R>>>>"]
    kids = []
    for number in range(1, count + 1):
        streams = [
            f"<</Length {len(text)}>>stream\n{text}\nendstream"
            for text in draw(number).split("\n")
            if text
        ]
        first = len(objects) + 1
        objects += streams
        refs = " ".join(f"{first + index} 0 R" for index in range(len(streams)))
        contents = f"/Contents {refs if len(streams) == 1 else f'[{refs}]'}" if streams else ""
        objects.append(f"<</Type/Page/Parent 2 0 R {own} {contents} {page}>>")
        kids.append(f"{len(objects)} 0 R")
    objects[0] = f"<</Type/Catalog/Pages 2 0 R {catalog}>>"
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {count} {tree}>>"
    return write_objects(objects)


def rewritten(pdf: bytes) -> bytes:
    """Write a PDF that was changed by hand anew, with its objects where it says they are."""
    stream = BytesIO()
    PdfWriter(clone_from=BytesIO(pdf)).write(stream)
    return stream.getvalue()


def write_objects(objects: Sequence[str], *, trailer: str = "") -> bytes:
    """Write numbered objects as a PDF; the first is the catalog."""
    written, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(written))
        written += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}"
    end += f"trailer\n<</Size {size}/Root 1 0 R {trailer}>>\nstartxref\n{len(written)}\n%%EOF\n"
    return bytes(written) + end.encode("latin-1")


def rasterise(pdf: bytes, index: int) -> Image.Image:
    """Draw a page in grey, one pixel to the point, as a viewer shows it."""
    with pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[index].render(scale=1, grayscale=True)
        image: Image.Image = bitmap.to_pil().convert("L")
        return image


def read_text(pdf: bytes, index: int, *, left: float, right: float) -> str:
    """Read the text of an upright strip of a page."""
    with pypdfium2.PdfDocument(pdf) as document:
        text: str = document[index].get_textpage().get_text_bounded(left=left, right=right)
        return text.strip()


def swap_pages(plan: Plan, pages: Mapping[int, int | None]) -> Plan:
    """Plant a fault: other pages in the places of some."""
    return plan.mapped(
        lambda slot: replace(slot, page=pages.get(slot.page, slot.page) if slot.page else None)
    )
