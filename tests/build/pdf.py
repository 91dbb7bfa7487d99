"""Reads a finished PDF: each letter with its place and font, and the lines that letters stand in.

Read here with PDFium's own calls, and not by the rooms that are tested. Points; a letter's place is
its origin, counted from the page's top left corner.
"""

import ctypes
import re
import subprocess
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import zxingcpp
from PIL import Image

LETTER = re.compile(r"[^\W_]")
POINTS_PER_PX = 0.75
SOFT_HYPHEN = "\u00ad"
"""WeasyPrint writes sizes in CSS px and scales the page."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A character: its page from 1, origin, font, size in points, and angle in radians."""

    page: int
    text: str
    x: float
    y: float
    font: str
    size: float
    angle: float = 0.0


@dataclass(frozen=True, slots=True)
class Run:
    """Letters that follow one another on one baseline, without a wide gap."""

    letters: tuple[Letter, ...]

    @property
    def text(self) -> str:
        return "".join(letter.text for letter in self.letters).strip()

    @property
    def x(self) -> float:
        return self.letters[0].x

    @property
    def y(self) -> float:
        return self.letters[0].y

    @property
    def page(self) -> int:
        return self.letters[0].page


def embedded_families(path: Path) -> set[str]:
    """The families of all fonts, told by poppler, each of which must be in the file."""
    done = subprocess.run(["pdffonts", path], check=True, capture_output=True, text=True)
    fonts = [line.split() for line in done.stdout.splitlines()[2:]]
    assert all(font[-5] == "yes" for font in fonts), "embedded"
    names = (font[0].partition("+")[2].split("-") for font in fonts)
    return {"-".join(name[:2]) for name in names}


def page_sizes(path: Path) -> list[tuple[float, float]]:
    """Width and height of each page, in points."""
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_size() for page in document]


def read_letters(path: Path) -> tuple[Letter, ...]:
    """Every character that is not a space, in the order of the content.

    A hyphen that was put where a word is broken is a soft one; PDFium tells some of them as U+0002,
    by what follows.
    """
    with pypdfium2.PdfDocument(path) as document:
        return tuple(
            letter
            for number, page in enumerate(document, start=1)
            for letter in _read_page(page, number)
        )


def _read_page(page: Any, number: int) -> Iterator[Letter]:
    height, text = page.get_height(), page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    name, flags = ctypes.create_string_buffer(200), ctypes.c_int()
    for index in range(text.count_chars()):
        character = chr(pdfium.FPDFText_GetUnicode(text.raw, index)).replace("\x02", SOFT_HYPHEN)
        if character.isspace():
            continue
        pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
        pdfium.FPDFText_GetFontInfo(text.raw, index, name, len(name), flags)
        size = pdfium.FPDFText_GetFontSize(text.raw, index) * POINTS_PER_PX
        angle = pdfium.FPDFText_GetCharAngle(text.raw, index)
        font = name.value.decode().rpartition("+")[2]
        place = (round(x.value, 3), round(height - y.value, 3))
        yield Letter(number, character, *place, font, round(size, 2), round(angle, 2))


def runs(letters: Iterable[Letter], *, gap: float = 12.0) -> Iterator[Run]:
    """Letters in runs, as they follow one another; a wide gap or another baseline ends one."""
    run: list[Letter] = []
    for letter in letters:
        if run and not _goes_on(run[-1], letter, gap):
            yield Run(tuple(run))
            run = []
        run.append(letter)
    if run:
        yield Run(tuple(run))


def _goes_on(one: Letter, other: Letter, gap: float) -> bool:
    # A raised figure stands on its own line's baseline no longer, but at its place in it.
    near = abs(one.y - other.y) < 5 and other.page == one.page
    return near and -1 < other.x - one.x < gap + one.size


def plain(text: str) -> str:
    """The letters and digits of a text, in lower case, without ligatures."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(LETTER.findall(unicodedata.normalize("NFKC", folded)))


def plain_letters(letters: Iterable[Letter]) -> tuple[str, list[Letter]]:
    """All letters as `plain` text, and for each character of it the letter that it came from."""
    sources = [(character, letter) for letter in letters for character in plain(letter.text)]
    return "".join(character for character, _ in sources), [letter for _, letter in sources]


def render(path: Path, page: int, *, dpi: int) -> Image.Image:
    """A page, from 1, as a picture in grey."""
    with pypdfium2.PdfDocument(path) as document:
        image: Image.Image = document[page - 1].render(scale=dpi / 72, grayscale=True).to_pil()
        return image


def read_codes(path: Path, page: int, *, dpi: int = 300) -> list[tuple[str, float]]:
    """The QR codes on a page: what each says, and how wide it is in millimetres."""
    found = zxingcpp.read_barcodes(render(path, page, dpi=dpi))
    return [
        (code.text, abs(code.position.top_right.x - code.position.top_left.x) / dpi * 25.4)
        for code in found
    ]


def count_images(path: Path, page: int) -> int:
    """How many image objects a page draws, those in forms included."""
    with pypdfium2.PdfDocument(path) as document:
        objects = document[page - 1].get_objects(max_depth=15)
        return sum(each.type == pdfium.FPDF_PAGEOBJ_IMAGE for each in objects)


def read_structure(path: Path) -> list[tuple[str, str]]:
    """The tagged content in its logical order, told by poppler: each tag with its text."""
    done = subprocess.run(
        ["pdfinfo", "-struct-text", path], check=True, capture_output=True, text=True
    )
    assert not done.stderr, done.stderr
    found: list[tuple[str, str]] = []
    for line in done.stdout.splitlines():
        entry = line.strip()
        if entry.startswith('"'):
            tag, text = found[-1]
            found[-1] = (tag, text + entry.strip('"'))
        elif not entry.startswith("Span"):
            found.append((entry.split(" ")[0], ""))
    return [(tag, text) for tag, text in found if text]
