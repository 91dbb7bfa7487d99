"""PDFs as other programs write them, made with pypdf, and faults planted in them."""

from collections.abc import Callable, Iterable
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image, ImageChops
from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from pamphleteer.problems import IssueError
from pamphleteer.reading.opening import Opened, open_pdf

NAME = "flyer.pdf"


def numbers(*values: float) -> ArrayObject:
    return ArrayObject(FloatObject(value) for value in values)


def stream(content: str, **entries: PdfObject) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(content.encode())
    made.update({NameObject(f"/{key}"): value for key, value in entries.items()})
    return made


def write_pdf(
    count: int = 3,
    *,
    change: Callable[[PdfWriter, list[PageObject]], None] | None = None,
    encrypt: str | None = None,
) -> bytes:
    """Write pages of 200 by 100 points, each with a black bar as wide as ten times its number."""
    writer = PdfWriter()
    for number in range(1, count + 1):
        page = writer.add_blank_page(200, 100)
        bar = writer._add_object(stream(f"0 0 {10 * number} 10 re f"))
        page[NameObject("/Contents")] = bar
    if change:
        change(writer, list(writer.pages))
    if encrypt is not None:
        writer.encrypt(encrypt, "owner", algorithm="RC4-128")
    return write(writer)


def write(writer: PdfWriter) -> bytes:
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def with_entry(key: str, value: PdfObject, *, index: int = 1) -> bytes:
    """Three pages, of which one has an entry of its own."""

    def change(_: PdfWriter, pages: list[PageObject]) -> None:
        pages[index][NameObject(key)] = value

    return write_pdf(change=change)


def complaints(data: bytes) -> list[tuple[str, str]]:
    """Codes and messages of the errors for which a file is refused; every one names the file."""
    with pytest.raises(IssueError) as failure:
        open_pdf(data, name=NAME)
    problems = failure.value.problems
    assert all(each.hint and each.pos and each.pos.path == NAME for each in problems)
    return [(each.code, each.message) for each in problems]


def read_bars(opened: Opened) -> list[int]:
    """The width of the bar that each page draws, as its content says."""
    contents = [page["/Contents"] for page in opened.reader.pages]
    bars = [each.get_data().split() for each in contents if isinstance(each, StreamObject)]
    return [int(bar[2]) for bar in bars]


def codes(opened: Opened) -> list[str]:
    return [notice.code for notice in opened.notices]


def annotate(
    writer: PdfWriter,
    page: PageObject,
    *,
    rect: Iterable[float],
    look: PdfObject | None,
    flags: int = 4,
    **entries: PdfObject,
) -> DictionaryObject:
    """Put an annotation on a page, a stamp if nothing else is said."""
    annotation = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject("/Stamp"),
            NameObject("/Rect"): numbers(*rect),
            NameObject("/F"): NumberObject(flags),
        }
    )
    annotation.update({NameObject(f"/{key}"): value for key, value in entries.items()})
    if look is not None:
        annotation[NameObject("/AP")] = DictionaryObject({NameObject("/N"): look})
    listed = page.setdefault(NameObject("/Annots"), ArrayObject())
    listed.append(writer._add_object(annotation))
    return annotation


def rasterise(pdf: bytes, index: int = 0, *, annotations: bool = False) -> Image.Image:
    """Draw a page in grey, two pixels to the point, with or without what is not its content."""
    with pypdfium2.PdfDocument(pdf) as document:
        bitmap = document[index].render(
            scale=2, grayscale=True, may_draw_forms=False, draw_annots=annotations
        )
        image: Image.Image = bitmap.to_pil().convert("L")
        return image


def dark_box(image: Image.Image) -> tuple[float, ...]:
    """The box of all that is dark, in points from the top left corner."""
    found = image.point([255 * (value < 128) for value in range(256)]).getbbox()
    return tuple(value / 2 for value in found) if found else ()


def is_alike(one: Image.Image, other: Image.Image) -> bool:
    """See whether two pictures differ by no more than the smoothing of edges."""
    return not dark_box(ImageChops.invert(ImageChops.difference(one, other)))
