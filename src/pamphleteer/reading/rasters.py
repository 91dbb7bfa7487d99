"""Pages as pictures, drawn by PDFium, and the QR codes that are read off them.

Places are in points from the top left corner of the page as it is shown, y downwards.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import dist, sqrt
from typing import Any

import pypdfium2
import zxingcpp
from PIL import Image, ImageFilter

from pamphleteer.problems import IssueError, SourcePos
from pamphleteer.reading.opening import refuse_damaged
from pamphleteer.units import Box, Pt, Size

COPY_DPI = 150
PRINT_DPI = 300

BLUR = 1.0
"""Pixels at 150 dpi by which a photocopier's lens and toner spread what they copy: 0.17 mm."""

MOST_PIXELS = 60_000_000
"""Of a page's picture; a larger page is drawn with fewer dots per inch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A QR code, or what looks like one: then its text is None."""

    text: str | None
    place: Box

    @property
    def side(self) -> Pt:
        """Its side over the modules, as far as a turned one's box says."""
        return Pt(max(self.place.width, self.place.height))


@dataclass(frozen=True, slots=True, kw_only=True)
class Raster:
    """A page's picture in shades of grey."""

    picture: Image.Image
    dpi: float

    def contrast(self, place: Box) -> int:
        """How far the darkest and the lightest pixel in a place are apart, of 255; -1 off it."""
        scale = self.dpi / 72
        left, top = max(0, int(place.x * scale)), max(0, int(place.y * scale))
        right = min(self.picture.width, int((place.x + place.width) * scale) + 1)
        bottom = min(self.picture.height, int((place.y + place.height) * scale) + 1)
        if right <= left or bottom <= top:
            return -1
        low, high = self.picture.crop((left, top, right, bottom)).getextrema()
        return int(high) - int(low)  # type: ignore[arg-type]  # of grey it is two numbers

    def cut(self, place: Box) -> Image.Image:
        """The picture of a place."""
        scale = self.dpi / 72
        left, top = place.x * scale, place.y * scale
        right, bottom = left + place.width * scale, top + place.height * scale
        return self.picture.crop((int(left), int(top), int(right) + 1, int(bottom) + 1))

    def copied(self) -> "Raster":
        """As a photocopier gives it back: blurred."""
        return Raster(picture=self.picture.filter(ImageFilter.GaussianBlur(BLUR)), dpi=self.dpi)

    def read_codes(self) -> tuple[Code, ...]:
        """The QR codes in it, and what looks like one and cannot be read."""
        kinds = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
        found = zxingcpp.read_barcodes(self.picture, formats=kinds, return_errors=True)
        codes = map(self._code, found)
        return tuple(code for code in codes if code.side)  # an attempt that found no place is none

    def _code(self, found: Any) -> Code:
        corners = found.position
        points = [
            (point.x, point.y)
            for point in (
                corners.top_left,
                corners.top_right,
                corners.bottom_right,
                corners.bottom_left,
            )
        ]
        left, top = min(x for x, _ in points), min(y for _, y in points)
        right, bottom = max(x for x, _ in points), max(y for _, y in points)
        side = (dist(points[0], points[1]) + dist(points[0], points[3])) / 2
        scale = 72 / self.dpi
        place = Box(
            x=Pt((left + right - side) / 2 * scale),
            y=Pt((top + bottom - side) / 2 * scale),
            width=Pt(side * scale),
            height=Pt(side * scale),
        )
        return Code(text=found.text if found.valid else None, place=place)


class Rasters:
    """A document's pages, to be drawn one by one."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        self._document = document

    def is_drawable(self, number: int) -> bool:
        """Whether a page (from 1) can be drawn at all."""
        try:
            self._document[number - 1].close()
        except pypdfium2.PdfiumError:
            return False
        return True

    def draw(self, number: int, size: Size, dpi: float) -> Raster:
        """Draw a page (from 1) as it is printed, without what only screens show.

        ``size`` is that of the page as it is shown, by which its places are reckoned.
        """
        most = 72 * sqrt(MOST_PIXELS / max(1.0, size.width * size.height))
        picture = self._render(number, size, min(dpi, most), grayscale=True)
        return Raster(picture=picture, dpi=picture.width * 72 / size.width)

    def draw_in_colours(self, number: int, size: Size, longest: int) -> Image.Image:
        """Draw the same as it looks on a screen, so many pixels on its longer side."""
        dpi = 72 * longest / max(1.0, size.width, size.height)
        return self._render(number, size, dpi, grayscale=False).convert("RGB")

    def _render(self, number: int, size: Size, dpi: float, *, grayscale: bool) -> Image.Image:
        page = self._document[number - 1]
        try:
            scale = dpi / 72 * size.width / max(1.0, page.get_width())
            drawn = page.render(scale=scale, grayscale=grayscale, may_draw_forms=False)
            picture: Image.Image = drawn.to_pil()
            return picture
        finally:
            page.close()


@contextmanager
def open_rasters(pdf: bytes, *, pos: SourcePos) -> Iterator[Rasters]:
    """Open a PDF to draw its pages.

    Raises:
        IssueError: ``pdf-damaged``.
    """
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError as failure:
        raise IssueError([refuse_damaged(pos)]) from failure
    try:
        yield Rasters(document)
    finally:
        document.close()
