"""Paragraphs printed and read back: each letter of a finished PDF with its place, by lines.

Read with PDFium's own calls, and not by the room that is tested. Points, from the frame's left edge
and top.
"""

import ctypes
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from pamphleteer.layout.house_style import Justification
from pamphleteer.typeset.drawing import Drawing, Graft
from pamphleteer.typeset.fetching import Asset
from pamphleteer.typeset.frame import Frame
from pamphleteer.typeset.paragraph.rules import Told
from pamphleteer.typeset.thread import Thread
from pamphleteer.typeset.typesetter import Typesetter
from pamphleteer.units import Pt

LEADING = 12.0
PX = 0.75
X, Y = 30.0, 24.0
"""Where each frame stands on its page."""

CSS = """
html { font: 9pt/12pt 'Linux Libertine O'; hyphens: auto; hyphenate-limit-chars: 6 3 3 }
p, h1, h2, pre, ul { margin: 0 }
pre { font: 9pt/12pt 'Linux Libertine Mono O' }
p { text-align: justify; orphans: 1; widows: 1 }
em, strong, code, a, sup, .smallcaps { line-height: 0 }
a { hyphens: manual }
.smallcaps { font-variant-caps: all-small-caps; letter-spacing: 0.03em }
.nobreak { white-space: nowrap; hyphens: manual }
sup { font-size: 6.4pt; vertical-align: 3pt }
code { font-family: 'Linux Libertine Mono O'; font-size: 0.86em; hyphens: manual }
h1 { font: 20pt/24pt 'League Gothic'; hyphens: manual }
h2 { font: 700 8.4pt/12pt 'Libre Franklin'; hyphens: manual }
.note { float: footnote; font: 7pt/9pt 'Linux Libertine O'; text-align: left }
.note::footnote-call { font: 6.4pt/0 'Linux Libertine O'; vertical-align: 3pt }
"""
PAGE_RULES = "@page { size: 400pt 1000pt; margin: 0 } body { margin: 0 } p { break-after: page }"
HEAD = "<style>html { font: 1pt/1pt 'Linux Libertine O' }</style><title>Printed</title>"


@dataclass(frozen=True, slots=True)
class Letter:
    """A character: its origin, where the next would stand, its font and size, and its widening.

    PDFium adds spaces that are not drawn.
    """

    text: str
    x: float
    y: float
    right: float
    font: str
    size: float
    scale: float
    is_drawn: bool


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """The letters of one line in their order, the spaces among them included."""

    page: int
    row: int
    letters: tuple[Letter, ...]

    @property
    def text(self) -> str:
        return "".join(letter.text for letter in self.letters)

    @property
    def left(self) -> float:
        return self.letters[0].x

    @property
    def right(self) -> float:
        return max(letter.right for letter in self.letters)


def make_typesetter(
    css: str = "",
    *,
    told: Told | None = None,
    assets: Mapping[str, Asset] | None = None,
    **justification: Any,
) -> Typesetter:
    """A typesetter whose main text is 9 on 12 points, justified and hyphenated."""
    told = told or Told(justification=Justification(**justification))
    return Typesetter(stylesheet=CSS + css, assets=assets or {}, told=told)


def make_thread(setter: Typesetter, matter: str, *, language: str = "en") -> Thread:
    return setter.thread(matter, language=language, path="story.md")


def print_frames(setter: Typesetter, frames: Sequence[Frame]) -> Drawing:
    """Draw frames, each on a page of its own."""
    empty = "<p>.</p>" * (len(frames) - 1) + "<div>.</div>"
    furniture = f'<!doctype html><html lang="en">{HEAD}<body>{empty}</body></html>'
    grafts = [
        Graft(page=number, frame=frame, x=Pt(X), y=Pt(Y))
        for number, frame in enumerate(frames, start=1)
    ]
    return setter.draw(furniture, grafts, page_rules=PAGE_RULES)


def print_matter(
    matter: str, measure: float, css: str = "", *, language: str = "en", **how: Any
) -> tuple[PrintedLine, ...]:
    """Set some matter in one frame and read its lines."""
    setter = make_typesetter(css, **how)
    frame = make_thread(setter, matter, language=language).pour(Pt(measure), Pt(900))
    return read_lines(print_frames(setter, [frame]).plain_pdf())


def read_lines(pdf: bytes) -> tuple[PrintedLine, ...]:
    """All lines of a PDF of frames, in the order of the content."""
    with pypdfium2.PdfDocument(pdf) as document:
        return tuple(
            PrintedLine(number, row, _trimmed(letters))
            for number, page in enumerate(document, start=1)
            for row, letters in _rows(_read_page(page))
        )


def _rows(letters: Iterable[Letter]) -> Iterator[tuple[int, Iterator[Letter]]]:
    below_furniture = (letter for letter in letters if letter.y > 1)
    return groupby(below_furniture, key=lambda letter: int(letter.y // LEADING))


def _trimmed(letters: Iterator[Letter]) -> tuple[Letter, ...]:
    """Without the line ends that PDFium adds."""
    row = [letter for letter in letters if letter.text not in "\r\n"]
    while row and row[-1].text == " ":
        row.pop()
    while row and row[0].text == " ":
        row.pop(0)
    return tuple(row)


def _read_page(page: Any) -> Iterator[Letter]:
    height, text = page.get_height(), page.get_textpage()
    x, y, matrix = ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
    name, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    for index in range(text.count_chars()):
        pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
        pdfium.FPDFText_GetMatrix(text.raw, index, matrix)
        pdfium.FPDFText_GetFontInfo(text.raw, index, name, len(name), flags)
        yield Letter(
            text=chr(pdfium.FPDFText_GetUnicode(text.raw, index)),
            x=x.value - X,
            y=height - y.value - Y,
            right=x.value + _advance(text, index, abs(matrix.a)) - X,
            font=name.value.decode().rpartition("+")[2],
            size=pdfium.FPDFText_GetFontSize(text.raw, index) * PX,
            scale=abs(matrix.a / matrix.d) if matrix.d else 1.0,
            is_drawn=not pdfium.FPDFText_IsGenerated(text.raw, index),
        )


def _advance(text: Any, index: int, widening: float) -> float:
    """How far a letter moves on; for one that its font does not name, the width of its box."""
    drawn = pdfium.FPDFText_GetTextObject(text.raw, index)
    code = pdfium.FPDFText_GetUnicode(text.raw, index)
    width = ctypes.c_float()
    if drawn and code > ord(" "):
        size = pdfium.FPDFText_GetFontSize(text.raw, index)
        font = pdfium.FPDFTextObj_GetFont(drawn)
        pdfium.FPDFFont_GetGlyphWidth(font, code, size, width)
    if width.value:
        return float(width.value * widening)
    box = pdfium.FS_RECTF()
    pdfium.FPDFText_GetLooseCharBox(text.raw, index, box)
    return float(box.right - box.left)
