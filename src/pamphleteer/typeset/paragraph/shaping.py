"""Shapes each text of a paragraph once; lines are slices of what came of it.

Pango shapes a text as one endless line. Its glyphs, with their widths and the letters that each
stands for, serve to measure every line that may begin or end in it, and to draw the lines that do.
Only a ligature that a line's end divides is shaped again, in its parts.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.line_break import line_size

from pamphleteer.typeset.paragraph.styles import TypeStyle

NOT_ASCII = re.compile(r"[^\x00-\x7f]")

SPACES = " \u00a0"
"""What is made wider and narrower."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Glyphs of one text in their order, from left to right.

    Attributes:
        text: The text that they stand for.
        numbers: Their numbers in their fonts.
        widths: How far each moves on, in Pango's units (1024 to the pixel).
        lefts: How far each is moved to the right, likewise.
        rises: How far each is moved down, likewise.
        letters: The letter of the text, from 0, with which the cluster of each begins.
        fonts: From which glyph on each font holds, with the font, Pango's.
        layouts: WeasyPrint's, which know where lines under and through the text are drawn.
        height: The height of a line of it, in pixels.
        baseline: From that line's top to its baseline, in pixels.
    """

    text: str
    numbers: tuple[int, ...]
    widths: tuple[int, ...]
    lefts: tuple[int, ...]
    rises: tuple[int, ...]
    letters: tuple[int, ...]
    fonts: tuple[tuple[int, Any], ...]
    layouts: tuple[Any, ...]
    height: float = 0.0
    baseline: float = 0.0

    @property
    def width(self) -> float:
        """The width of all, in pixels."""
        return float(sum(self.widths) * FROM_UNITS)

    @property
    def units(self) -> int:
        """The same in Pango's units."""
        return sum(self.widths)

    @property
    def spaces(self) -> int:
        """How many spaces there are that may be made wider or narrower."""
        return sum(self.text.count(space) for space in SPACES)


def shape_mark(mark: str, style: TypeStyle) -> Glyphs:
    """Shape a mark that is asked for again and again: once for each style."""
    if mark not in style.marks:
        style.marks[mark] = shape(mark, style)
    glyphs: Glyphs = style.marks[mark]
    return glyphs


def hyphen_of(style: TypeStyle) -> Glyphs:
    """The hyphen that is put where a word is broken."""
    return shape_mark(style.hyphen, style)


def is_hyphen_shared(style: TypeStyle) -> bool:
    """Whether a style's font has the same glyph for the hyphen and the hyphen-minus."""
    return shape_mark("-", style).numbers == hyphen_of(style).numbers


def shape(text: str, style: TypeStyle) -> Glyphs:
    """Shape a text on one endless line."""
    layout = style.layout()
    layout.set_text(text)
    line, _ = layout.get_first_line()
    numbers: list[int] = []
    widths: list[int] = []
    lefts: list[int] = []
    rises: list[int] = []
    places: list[int] = []
    fonts: list[tuple[int, Any]] = []
    run = line.runs
    while run != ffi.NULL:
        item, glyphs = run.data.item, run.data.glyphs
        count = glyphs.num_glyphs
        if not fonts or fonts[-1][1] != item.analysis.font:
            fonts.append((len(numbers), style.keep(item.analysis.font)))
        size = ffi.sizeof(glyphs.glyphs[0]) // 4
        records = memoryview(ffi.buffer(glyphs.glyphs, size * 4 * count)).cast("i")
        numbers += records[0::size]
        widths += records[1::size]
        lefts += records[2::size]
        rises += records[3::size]
        clusters = memoryview(ffi.buffer(glyphs.log_clusters, 4 * count)).cast("i")
        places += [item.offset + place for place in clusters]
        run = run.next
    metrics = style.metrics
    if metrics is None:
        baseline = pango.pango_layout_get_baseline(layout.layout) * FROM_UNITS
        metrics = style.metrics = (line_size(line, style.style)[1], baseline)
    return Glyphs(
        text=text,
        numbers=tuple(numbers),
        widths=tuple(widths),
        lefts=tuple(lefts),
        rises=tuple(rises),
        letters=tuple(_letters(text, places)),
        fonts=tuple(fonts),
        layouts=(layout,),
        height=metrics[0],
        baseline=metrics[1],
    )


def _letters(text: str, places: list[int]) -> list[int]:
    """Which letter begins at each of some bytes."""
    letters: list[int] = []
    done = more = 0
    for wide in NOT_ASCII.finditer(text):  # behind each of these, bytes are further ahead
        end = bisect_left(places, wide.end() + more)
        letters += [place - more for place in places[done:end]] if more else places[done:end]
        more += len(wide[0].encode()) - 1
        done = end
    letters += [place - more for place in places[done:]] if more else places[done:]
    return letters


def letter_widths(glyphs: Glyphs) -> list[int]:
    """The width of each letter, in Pango's units; the letters of a cluster share that of it."""
    widths = [0] * len(glyphs.text)
    for letter, width in zip(glyphs.letters, glyphs.widths, strict=True):
        widths[letter] += width
    starts = [*dict.fromkeys(glyphs.letters), len(widths)]
    if len(starts) <= len(widths):
        for start, end in pairwise(starts):
            for at in range(start + 1, end):
                widths[at] = widths[start] // (end - start)
                widths[start] -= widths[at]
    return widths


def divides_cluster(glyphs: Glyphs, letter: int) -> bool:
    """Whether a letter stands within a cluster, such as a ligature."""
    at = bisect_left(glyphs.letters, letter)
    return letter < len(glyphs.text) and not (
        at < len(glyphs.letters) and glyphs.letters[at] == letter
    )


def cut(glyphs: Glyphs, start: int, end: int, style: TypeStyle) -> Glyphs:
    """The glyphs of some letters; a ligature of which only a part is wanted is shaped anew."""
    parts = list(_cut_parts(glyphs, start, end, style))
    return join(parts, glyphs.text[start:end]) if len(parts) != 1 else parts[0]


def _cut_parts(glyphs: Glyphs, start: int, end: int, style: TypeStyle) -> Iterator[Glyphs]:
    """Whole words as they are, and anew what is left of one whose ligature is divided.

    The letters beside the ligature are kerned with it, and so cannot stay as they are.
    """
    first, last, text = start, end, glyphs.text
    if divides_cluster(glyphs, start):
        first = next((at for at in range(start, end) if text[at] in SPACES), end)
    if divides_cluster(glyphs, end):
        last = next((at + 1 for at in range(end - 1, start - 1, -1) if text[at] in SPACES), start)
    if first > last:
        first = last = end
    if first > start:
        yield shape(text[start:first], style)
    if last > first:
        yield _slice(glyphs, first, last)
    if end > last:
        yield shape(text[last:end], style)


def _slice(glyphs: Glyphs, start: int, end: int) -> Glyphs:
    """The glyphs of whole clusters."""
    first, last = bisect_left(glyphs.letters, start), bisect_left(glyphs.letters, end)
    return Glyphs(
        text=glyphs.text[start:end],
        numbers=glyphs.numbers[first:last],
        widths=glyphs.widths[first:last],
        lefts=glyphs.lefts[first:last],
        rises=glyphs.rises[first:last],
        letters=tuple(letter - start for letter in glyphs.letters[first:last]),
        fonts=_fonts_between(glyphs.fonts, first, last),
        layouts=glyphs.layouts,
        height=glyphs.height,
        baseline=glyphs.baseline,
    )


def _fonts_between(
    fonts: tuple[tuple[int, Any], ...], first: int, last: int
) -> tuple[tuple[int, Any], ...]:
    if len(fonts) == 1:
        return fonts
    before = [font for at, font in fonts if at <= first][-1]
    after = ((at - first, font) for at, font in fonts if first < at < last)
    return ((0, before), *after)


def join(parts: Sequence[Glyphs], text: str) -> Glyphs:
    """Set glyphs behind one another; ``text`` is what all of them stand for."""
    letters: list[int] = []
    fonts: list[tuple[int, Any]] = []
    before = count = 0
    for part in parts:
        letters += [letter + before for letter in part.letters]
        for at, font in part.fonts:
            if not fonts or fonts[-1][1] != font:
                fonts.append((at + count, font))
        before += len(part.text)
        count += len(part.numbers)
    return Glyphs(
        text=text,
        numbers=tuple(chain.from_iterable(part.numbers for part in parts)),
        widths=tuple(chain.from_iterable(part.widths for part in parts)),
        lefts=tuple(chain.from_iterable(part.lefts for part in parts)),
        rises=tuple(chain.from_iterable(part.rises for part in parts)),
        letters=tuple(letters),
        fonts=tuple(fonts),
        layouts=parts[0].layouts,
        height=parts[0].height,
        baseline=parts[0].baseline,
    )
