"""The pictures on a PDF's pages, as they are drawn."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture on a page: its left edge, top, width and depth in points from the page's corner."""

    page: int
    x: float
    top: float
    width: float
    depth: float


def pictures(path: Path) -> Iterator[Drawn]:
    """All pictures, whole, even where parts of them are cut off."""
    with pypdfium2.PdfDocument(path) as document:
        for number, page in enumerate(document, 1):
            for each in page.get_objects(max_depth=9):
                if each.type == pdfium.FPDF_PAGEOBJ_IMAGE:
                    yield _drawn(each, number, page.get_height())


def _drawn(image: pypdfium2.PdfImage, page: int, height: float) -> Drawn:
    corners = pdfium.FS_QUADPOINTSF()
    assert pdfium.FPDFPageObj_GetRotatedBounds(image.raw, ctypes.byref(corners))
    left, right = min(corners.x1, corners.x2), max(corners.x1, corners.x2)
    bottom, top = min(corners.y1, corners.y3), max(corners.y1, corners.y3)
    return Drawn(page, left, height - top, right - left, top - bottom)
