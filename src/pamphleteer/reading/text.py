"""Reads the words in regions of a PDF's pages, with PDFium."""

import ctypes
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from pamphleteer.units import Box, Pt

WORD = re.compile(r"[^\W_]+")
HYPHENS = "\u00ad\u2010-\u0002\ufffe"
"""What stands at a line's end where a word goes on; PDFium tells some hyphens as noncharacters."""
LINE_ENDS = "\r\n"
SLACK = Pt(3.0)
"""Points by which a letter's origin may lie outside its region."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A rectangle on a page (from 1): its top left corner from the trim's, width, depth, in pt.

    What begins in its ``holes``, rectangles from its corner, is not read: the numbers of lists.
    """

    page: int
    x: Pt
    y: Pt
    width: Pt
    height: Pt
    holes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintedWord:
    """A word as printed, in lower case; ``begins_line`` if it is the first of its line."""

    text: str
    begins_line: bool


def read_regions(pdf: bytes, regions: Sequence[Region]) -> Iterator[list[PrintedWord]]:
    """Read the words in each region, in the order of the PDF's content.

    Words off the page are not there, even if their region is off it, too.

    Raises:
        ValueError: a region's page does not exist.
    """
    pages: dict[int, list[Region]] = {}
    for region in regions:
        pages.setdefault(region.page, []).append(region)
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = {
            region: words
            for number, here in pages.items()
            for region, words in _read_page(document[number - 1], here)
        }
    finally:
        document.close()
    return iter([found[region] for region in regions])


def _read_page(page: Any, regions: list[Region]) -> Iterator[tuple[Region, list[PrintedWord]]]:
    width, height = page.get_size()
    text_page = page.get_textpage()
    words: dict[Region, list[PrintedWord]] = {region: [] for region in regions}
    text = _characters(text_page)
    x, y = ctypes.c_double(), ctypes.c_double()
    for match in WORD.finditer(text):
        pdfium.FPDFText_GetCharOrigin(text_page.raw, match.start(), x, y)
        region = _region_at(regions, x.value, height - y.value)
        is_on_page = 0 <= x.value <= width and 0 <= y.value <= height
        if region is not None and is_on_page:
            begins = _begins_line(text, match.start())
            words[region] += _normal_words(match[0], begins)
    yield from words.items()


def _characters(text_page: Any) -> str:
    """The page's text with one character for each index of PDFium's, whatever their code."""
    count = text_page.count_chars()
    return "".join(chr(pdfium.FPDFText_GetUnicode(text_page.raw, index)) for index in range(count))


def _region_at(regions: list[Region], x: float, y: float) -> Region | None:
    inside = (
        region
        for region in regions
        if -SLACK <= x - region.x <= region.width + SLACK
        and -SLACK <= y - region.y <= region.height + SLACK
    )
    region = next(inside, None)
    return None if region and _is_in_hole(region, x, y) else region


def _is_in_hole(region: Region, x: float, y: float) -> bool:
    """Whether a letter's origin is in a hole: left of its right edge, where the text begins."""
    left, top = x - region.x, y - region.y
    return any(
        hole.x - SLACK <= left < hole.x + hole.width - 0.1 and 0 <= top - hole.y <= hole.height
        for hole in region.holes
    )


def _begins_line(text: str, start: int) -> bool:
    before = text[:start].rstrip(" ") if start else ""
    return not before or before[-1] in LINE_ENDS + HYPHENS


def _normal_words(text: str, begins: bool) -> list[PrintedWord]:
    normal = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    words = WORD.findall(normal)
    return [PrintedWord(word, begins and index == 0) for index, word in enumerate(words)]
