"""Print letters through WeasyPrint, and draw the same letters from the font file alone.

A specimen is some lines of one face. It becomes a PDF twice:

- `write_pdf` sets it with WeasyPrint: through fontconfig, Pango, HarfBuzz and a font subset;
- `write_outlines` asks the font file for the outline of each character, puts it where the
  font's own widths say that it belongs, and fills it as a path, without any text.

Both are rasterised by pypdfium2. Where the pictures agree, the letter that was printed is the
letter that was asked for.

Lengths are CSS pixels, and so are the pictures' pixels.
"""

import html
import io
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pydyf
import pypdfium2 as pdfium
from fontTools.pens.basePen import BasePen
from PIL import Image, ImageChops

from .faces import Face, find_marks, open_font

FONT_SIZE = 24
LINE_HEIGHT = 40
LINES_PER_PAGE = 40
MARGIN = 24
PAGE_WIDTH = 480
PAGE_HEIGHT = LINE_HEIGHT * LINES_PER_PAGE

OVERSAMPLING = 4
"""Pictures are drawn so many times larger, since pdfium snaps small text to pixels."""

TOLERANCE = 0.35
"""How much of a pixel may be inked in one picture only. Rounding takes 0.06 (0.25 where the edge
of a rectangle snaps to the other pixel); where an accent alone differs it is 0.49 and more."""

POINTS_PER_PX = 0.75

STYLE = f"""
@page {{ size: {PAGE_WIDTH}px {PAGE_HEIGHT}px; margin: 0 0 0 {MARGIN}px }}
body {{ margin: 0; orphans: 1; widows: 1 }}
p {{
  margin: 0; white-space: pre; font-kerning: none;
  font-feature-settings: "liga" 0, "clig" 0, "calt" 0, "locl" 0, "ccmp" 0, "rvrn" 0;
}}
p + p {{ break-before: page }}
"""

FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""

Point = tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class Specimen:
    """Lines of one face, each character as the font encodes it: no kerning, no features."""

    face: Face
    lines: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Letter:
    """One letter where it belongs: at the start of its advance, on the baseline of its line."""

    text: str
    page_index: int
    x: float
    baseline: float
    width: float


def count_pages(specimen: Specimen) -> int:
    """Count the pages that a specimen fills."""
    return -(-len(specimen.lines) // LINES_PER_PAGE)


def place_letters(specimen: Specimen) -> Iterator[Letter]:
    """Say where each letter of a specimen belongs, from the font file's own numbers.

    Spaces move what follows them and are not letters. A glyph that the font classes as a mark
    takes no room in a line, whatever ``hmtx`` says; Linux Libertine does so with the spacing
    cedilla and some phonetic letters.
    """
    font, marks = open_font(specimen.face.file), find_marks(specimen.face.file)
    glyphs, metrics, scale = font.getBestCmap(), font["hmtx"], scale_of(specimen.face)
    ascent, descent = font["hhea"].ascent * scale, font["hhea"].descent * scale
    for index, line in enumerate(specimen.lines):
        page_index, row = divmod(index, LINES_PER_PAGE)
        baseline = LINE_HEIGHT * (row + 0.5) + (ascent + descent) / 2
        x = float(MARGIN)
        for text in line:
            name = glyphs[ord(text)]
            width = 0.0 if name in marks else metrics[name][0] * scale
            if text != " ":
                yield Letter(text=text, page_index=page_index, x=x, baseline=baseline, width=width)
            x += width


def scale_of(face: Face) -> float:
    """Tell how many pixels a unit of the font is."""
    return float(FONT_SIZE / open_font(face.file)["head"].unitsPerEm)


def write_pdf(specimens: Sequence[Specimen], *, fonts: Path, scratch: Path) -> bytes:
    """Set specimens in one document, which sees no fonts but those of one folder.

    Args:
        specimens: What to set; each begins on a new page.
        fonts: The folder whose fonts are seen.
        scratch: A folder for the fontconfig file and its cache.

    Returns:
        The PDF file.
    """
    config = scratch / "fonts.conf"
    config.write_text(FONTCONFIG.format(fonts=fonts, cache=scratch / "cache"))
    body = "".join(map(_to_html, specimens))
    result = subprocess.run(
        [sys.executable, "-W", "error", Path(__file__).with_name("write_pdf.py")],
        input=f'<!DOCTYPE html><html lang="en"><style>{STYLE}</style>{body}</html>'.encode(),
        env=os.environ | {"FONTCONFIG_FILE": str(config)},
        capture_output=True,
        check=False,
    )
    assert not result.stderr, result.stderr.decode()
    return result.stdout


def _to_html(specimen: Specimen) -> str:
    face, text = specimen.face, html.escape("\n".join(specimen.lines))
    font = f"{face.style} {face.weight} {FONT_SIZE}px/{LINE_HEIGHT}px '{face.family}'"
    return f'<p style="font: {font}">{text}</p>'


class _PathPen(BasePen):  # type: ignore[misc]  # fontTools has no types
    """Writes an outline as operators of a PDF path (ISO 32000-2 §8.5.2)."""

    def __init__(self, glyphs: Any) -> None:
        super().__init__(glyphs)
        self.operators: list[str] = []

    def _moveTo(self, pt: Point) -> None:  # noqa: N802  # fontTools named it
        self.operators.append(f"{pt[0]:.2f} {pt[1]:.2f} m")

    def _lineTo(self, pt: Point) -> None:  # noqa: N802  # fontTools named it
        self.operators.append(f"{pt[0]:.2f} {pt[1]:.2f} l")

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:  # noqa: N802  # as above
        (x1, y1), (x2, y2), (x3, y3) = pt1, pt2, pt3
        self.operators.append(f"{x1:.2f} {y1:.2f} {x2:.2f} {y2:.2f} {x3:.2f} {y3:.2f} c")

    def _closePath(self) -> None:  # noqa: N802  # fontTools named it
        self.operators.append("h")


def write_outlines(specimen: Specimen) -> bytes:
    """Draw a specimen from the outlines in the font file, without any text.

    Each letter is a path of its own, filled by the nonzero winding rule, as a glyph is.

    Returns:
        A PDF file with the pages of the specimen.
    """
    font, scale = open_font(specimen.face.file), scale_of(specimen.face)
    outlines, glyphs = font.getGlyphSet(), font.getBestCmap()
    pages: list[list[str]] = [[] for _ in range(count_pages(specimen))]
    for letter in place_letters(specimen):
        pen = _PathPen(outlines)
        outlines[glyphs[ord(letter.text)]].draw(pen)
        place = f"{scale:f} 0 0 {scale:f} {letter.x:f} {PAGE_HEIGHT - letter.baseline:f} cm"
        pages[letter.page_index].append(f"q {place} {' '.join(pen.operators)} f Q")
    return _bind([" ".join(paths) for paths in pages])


def _bind(contents: Sequence[str]) -> bytes:
    """Make a PDF file with a page for each content stream, whose unit is a pixel."""
    pdf = pydyf.PDF()
    for content in contents:
        stream = pydyf.Stream([f"{POINTS_PER_PX} 0 0 {POINTS_PER_PX} 0 0 cm {content}".encode()])
        pdf.add_object(stream)
        page = {
            "Type": "/Page",
            "Parent": pdf.pages.reference,
            "MediaBox": pydyf.Array(
                [0, 0, PAGE_WIDTH * POINTS_PER_PX, PAGE_HEIGHT * POINTS_PER_PX]
            ),
            "Contents": stream.reference,
        }
        pdf.add_page(pydyf.Dictionary(page))
    file = io.BytesIO()
    pdf.write(file)
    return file.getvalue()


def rasterise(pdf: bytes) -> tuple[Image.Image, ...]:
    """Draw the pages of a PDF as grey pictures, with ink as 0 and paper as 255."""
    scale = OVERSAMPLING / POINTS_PER_PX
    with pdfium.PdfDocument(pdf) as document:
        return tuple(
            page.render(scale=scale, grayscale=True).to_pil().reduce(OVERSAMPLING)
            for page in document
        )


def find_wrong_letters(
    specimen: Specimen, printed: Sequence[Image.Image], outlines: Sequence[Image.Image]
) -> tuple[str, ...]:
    """Find the letters that were printed otherwise than their outlines are.

    Args:
        specimen: What both pictures show.
        printed: Its pages as WeasyPrint set them.
        outlines: Its pages as the font file has them.

    Returns:
        The wrong letters; or "" if the pages differ, but beside all letters.
    """
    spots = [_mark_differences(*pair) for pair in zip(printed, outlines, strict=True)]
    wrong = tuple(
        letter.text
        for letter in place_letters(specimen)
        if spots[letter.page_index].crop(_box_around(letter)).getbbox()
    )
    return wrong or (("",) if any(page.getbbox() for page in spots) else ())


def _mark_differences(ours: Image.Image, theirs: Image.Image) -> Image.Image:
    marks = [255 * (amount > TOLERANCE * 255) for amount in range(256)]
    return ImageChops.difference(ours, theirs).point(marks)


def _box_around(letter: Letter) -> tuple[int, int, int, int]:
    top = round(letter.baseline - FONT_SIZE * 1.25)
    return round(letter.x) - 4, top, round(letter.x + letter.width) + 4, top + LINE_HEIGHT
