"""Reads the words in regions of a PDF's pages, with PDFium."""

import ctypes
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
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
PLAIN = "[\0-\x7f]+(?![\u0300-\u036f])"
LETTERS = re.compile(f"{PLAIN}|[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]")
"""Plain letters in a row, or a character with the accents that follow it: these make one letter."""
INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""Characters that say how to break, join or order letters, and may stand within a word."""
I_DOTS = str.maketrans({"\u0307": None, "\u0131": "i"})
"""Capitals of i are with or without a dot, as the language asks, and so are their small letters."""


@cache
def normal_text(text: str) -> str:
    """A text in the form in which words are compared: small letters, in their plainest form."""
    plain = unicodedata.normalize("NFKC", INVISIBLE.sub("", text)).casefold()
    return unicodedata.normalize("NFKC", plain).translate(I_DOTS)


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
        if missing := pages.keys() - range(1, len(document) + 1):
            raise ValueError(f"there is no page {min(missing)} among {len(document)}")
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
    normal, indices = _normal_page(text)
    x, y = ctypes.c_double(), ctypes.c_double()
    for match in WORD.finditer(normal):
        index = indices[match.start()]
        pdfium.FPDFText_GetCharOrigin(text_page.raw, index, x, y)
        region = _region_at(regions, x.value, height - y.value)
        is_on_page = 0 <= x.value <= width and 0 <= y.value <= height
        if region is not None and is_on_page:
            # What is drawn before a frame's text is not of it: a list's bullets may come last.
            begins = not words[region] or _begins_line(text, index)
            words[region].append(PrintedWord(match[0], begins))
    yield from words.items()


def _characters(text_page: Any) -> str:
    """The page's text with one character for each index of PDFium's, whatever their code."""
    count = text_page.count_chars()
    return "".join(chr(pdfium.FPDFText_GetUnicode(text_page.raw, index)) for index in range(count))


def _normal_page(text: str) -> tuple[str, list[int]]:
    """The page's text in the form that is compared, and the index that each letter came from."""
    parts: list[str] = []
    indices: list[int] = []
    for match in LETTERS.finditer(text):
        if match[0].isascii():
            parts.append(match[0].lower())
            indices += range(match.start(), match.end())
        else:
            parts.append(normal_text(match[0]))
            indices += [match.start()] * len(parts[-1])
    return "".join(parts), indices


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
