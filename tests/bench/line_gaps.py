"""Measures the lines of a justified column in a PDF: the width of word spaces, and hyphens."""

import ctypes
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from statistics import mean

import pypdfium2
from pypdfium2 import raw as pdfium

HYPHENS = "-\u00ad\u2010\u0002\ufffe"
NEAR_EDGE = 3.0
"""Points by which the last letter of a full line may stand before the column's edge."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line: where its last letter ends, the mean of its word spaces, whether a hyphen ends it."""

    right: float
    gap: float | None
    hyphenated: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What a column's lines are like; gaps are in units of the face's own space.

    ``wide`` is the part of full lines whose gaps are more than twice that space; ``ladders`` are
    rows of three hyphens and more.
    """

    lines: int
    mean: float
    widest: float
    wide: float
    hyphens: int
    ladders: int


def measure_lines(pdf: Path, *, right: float, space: float) -> Measured:
    """Measure a PDF of one column.

    Args:
        pdf: The file.
        right: The column's right edge, in points.
        space: The width of the face's own space, in points.
    """
    lines = list(_lines(pdf))
    full = [line.gap / space for line in lines if line.gap and line.right > right - NEAR_EDGE]
    rows = [
        sum(1 for _ in row)
        for is_hyphen, row in groupby(line.hyphenated for line in lines)
        if is_hyphen
    ]
    return Measured(
        lines=len(lines),
        mean=mean(full),
        widest=max(full),
        wide=sum(gap > 2 for gap in full) / len(full),
        hyphens=sum(rows),
        ladders=sum(row >= 3 for row in rows),
    )


def _lines(pdf: Path) -> Iterator[Line]:
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        text = page.get_textpage()
        rows: dict[int, list[tuple[float, float, str]]] = defaultdict(list)
        box = pdfium.FS_RECTF()
        x, y = ctypes.c_double(), ctypes.c_double()
        for index in range(text.count_chars()):
            letter = chr(pdfium.FPDFText_GetUnicode(text.raw, index))
            if letter.isspace() or letter == "\x00":
                continue
            pdfium.FPDFText_GetCharOrigin(text.raw, index, x, y)
            pdfium.FPDFText_GetLooseCharBox(text.raw, index, box)
            rows[round(y.value)].append((box.left, box.right, letter))
        for _, letters in sorted(rows.items(), reverse=True):
            yield _line(sorted(letters))


WORD_GAP = 0.8
"""Points: more than letters are ever apart within a word, and less than words are."""


def _line(letters: Sequence[tuple[float, float, str]]) -> Line:
    gaps = [after[0] - before[1] for before, after in pairwise(letters)]
    wide = [gap for gap in gaps if gap > WORD_GAP]
    *_, (_, right, last) = letters
    return Line(right, mean(wide) if wide else None, last in HYPHENS)
