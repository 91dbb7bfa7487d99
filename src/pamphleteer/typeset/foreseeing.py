"""Foresees, from the widths of a paragraph's letters, where its lines end.

A paragraph is shaped once, as one line; what ends a line is asked again for each line of it, and
answered by sums. A sum may be wrong by what two letters are kerned where a line is cut.
"""

import re
import sys
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from typing import Any

from weasyprint.text.ffi import TO_UNITS, ffi, pango
from weasyprint.text.line_break import Layout

WORD = re.compile("[(\"'‘“]*[A-Za-z0-9À-ÖØ-öø-ɏ'’]+[\"'’”).,;:!?…]*")
"""What stands between two spaces and is not broken, but for a hyphen that is put in."""

DOUBT = 0.12
"""Of an em: more than a letter is kerned with the space or the hyphen that comes after it."""

ROOM = 4
"""Letters to an em that WeasyPrint takes for more than fill a line."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A text shaped as one line; all widths in Pango's units, from its start."""

    text: str
    style: Any
    before: list[int]
    """The width before each character, and of the whole."""
    breaks: list[int]
    """The characters that may begin a line, and the length of the whole."""
    ends: list[int]
    """The width up to each break, without the space before it."""
    layout: Any
    """WeasyPrint's layout of the text, which may be set anew."""


def measure(text: str, style: Any) -> Measured:
    """Shape a text on one endless line."""
    layout = Layout(style)
    layout.set_text(text)
    line, _ = layout.get_first_line()
    data = text.encode()
    widths = [0] * len(data)
    run = line.runs
    while run != ffi.NULL:
        item, glyphs = run.data.item, run.data.glyphs
        for place, width in zip(*_clusters(glyphs), strict=True):
            widths[item.offset + place] += width
        run = run.next
    if len(data) > len(text):
        widths = [w for w, byte in zip(widths, data, strict=True) if byte & 0xC0 != 0x80]
    before = [0, *accumulate(widths)]
    marks = pango.pango_layout_get_log_attrs_readonly(layout.layout, ffi.NULL)
    flags = memoryview(ffi.buffer(marks, 4 * len(text))).cast("I")
    line_break = _bits(ffi.typeof(marks), "is_line_break")
    breaks = [place for place, flag in enumerate(flags) if flag & line_break and place]
    breaks.append(len(text))
    ends = [before[at - 1] if text[at - 1] == " " else before[at] for at in breaks]
    return Measured(text, style, before, breaks, ends, layout)


def _clusters(glyphs: Any) -> tuple[Any, Any]:
    """The byte that each glyph of a run begins at, and its width."""
    count = glyphs.num_glyphs
    places = memoryview(ffi.buffer(glyphs.log_clusters, 4 * count)).cast("i")
    size = ffi.sizeof(glyphs.glyphs[0])  # a type's name would be parsed at some expense
    records = memoryview(ffi.buffer(glyphs.glyphs, size * count)).cast("i")
    return places, records[1 :: size // 4]


@cache
def _bits(pointer: Any, field: str) -> int:
    """What a structure of bits is as a number, when one of them is set."""
    return int.from_bytes(ffi.buffer(ffi.new(pointer, {field: 1})), sys.byteorder)


@dataclass(frozen=True, slots=True)
class Line:
    """The words that seem to have room on a line, and the next word, which seems to have none."""

    words: str
    next_word: str
    measured: Measured
    start: int
    limit: float
    """Where in the measured text the line is full."""
    close: bool
    """Whether the next word would all but have room."""

    def too_wide(self, letters: int) -> bool:
        """Whether so many letters of the next word surely have no room.

        A hyphen takes more than is kerned before it. Within a ligature the width is not known.
        """
        before, end = self.measured.before, self.start + len(self.words) + letters
        if before[end] == before[end + 1]:
            return False
        return before[end] > self.limit


def foresee(measured: Measured, text: str, max_width: float, em: float) -> Line | None:
    """The first line of a text that ends a measured one; None where it is in doubt."""
    start = len(measured.text) - len(text)
    limit = measured.before[start] + max_width * TO_UNITS
    breaks, ends = measured.breaks, measured.ends
    index = bisect_right(ends, limit)
    if index in (0, len(ends)):
        return None
    middle, end = breaks[index - 1], breaks[index]
    words, word = measured.text[start:middle], measured.text[middle:end].rstrip(" ")
    known = end - start < int(max_width / em * ROOM) - 1 or end == len(measured.text)
    if not known or not words.endswith(" ") or words.isspace() or not WORD.fullmatch(word):
        return None
    if end < len(measured.text) and measured.text[end - 1] != " ":
        return None
    close = ends[index] < limit + DOUBT * em * TO_UNITS
    return Line(words, word, measured, start, limit, close)
