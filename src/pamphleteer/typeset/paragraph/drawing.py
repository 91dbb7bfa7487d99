"""Draws the texts that were set here: glyphs that are known already, each space as wide as planned.

In WeasyPrint's place this writes what a text showing operator needs (ISO 32000-2, 9.4.3): the
numbers of glyphs, and between them, in thousandths of the type's size, what differs from their
widths in the font. Letters are widened or narrowed by the text matrix, so that no other font is
embedded for it. Spaces are written even where they stand alone between two elements: readers that
look for gaps instead do not find narrow ones.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

import pydyf
from weasyprint.draw import text as drawn_text
from weasyprint.matrix import Matrix
from weasyprint.text.ffi import FROM_UNITS, pango
from weasyprint.text.line_break import Layout

from pamphleteer.levers import is_on
from pamphleteer.typeset.paragraph.shaping import Glyphs

SPACES = " \u00a0"
SOFT_HYPHEN = "\u00ad"
DECORATIONS = {
    "ascent",
    "underline_position",
    "strikethrough_position",
    "underline_thickness",
    "strikethrough_thickness",
}
"""Fields of a layout that tell where lines under and through a text are drawn."""


@dataclass(frozen=True, slots=True)
class Hyphens:
    """Hyphens of a text: the index of each one's glyph, and what it stands for.

    ``shared`` tells that the font has the same glyph for the hyphen-minus.
    """

    names: Mapping[int, str] = field(default_factory=dict)
    shared: bool = False


NO_HYPHENS = Hyphens()


class SetText(Layout):  # type: ignore[misc]  # WeasyPrint has no annotations
    """Stands where WeasyPrint keeps a text's Pango layout: the glyphs, and how they are spread.

    Its fields are those that WeasyPrint's drawing reads. ``width`` is the text's, in pixels;
    ``hang`` is how far it hangs out of the measure. It is never changed.
    """

    def __init__(
        self, glyphs: Glyphs, *, extra: float, scale: float, hang: float, hyphens: Hyphens
    ) -> None:
        """Take over what the shaped text's layout knows of its font."""
        known = vars(glyphs.layouts[0])
        for name in DECORATIONS & known.keys():
            setattr(self, name, known[name])
        self.glyphs = glyphs
        self.extra = extra
        self.scale = scale
        self.hang = hang
        self.hyphens = hyphens
        self.text = glyphs.text
        self.width = (glyphs.width + extra * glyphs.spaces) * scale
        self.justification_spacing = extra
        self.max_width = None
        self.first_line_direction = 0

    def reactivate(self, style: Any) -> None:
        """Nothing is to be shaped again."""

    def deactivate(self) -> None:
        """Nothing is held that could be given back."""


Draw = Callable[..., list[Any]]


def draw_set_texts() -> None:
    """Let WeasyPrint's drawing draw such texts so; to be called once."""
    drawn_text.draw_first_line = _drawing(drawn_text.draw_first_line)


def _drawing(draw_first_line: Draw) -> Draw:
    @wraps(draw_first_line)
    def draw_or_show(stream: Any, textbox: Any, *others: Any) -> list[Any]:
        layout = textbox.pango_layout
        if not isinstance(layout, SetText):
            return draw_first_line(stream, textbox, *others)
        _show(stream, layout, others[-1])
        return []

    return draw_or_show


def _show(stream: Any, layout: SetText, matrix: Any) -> None:
    glyphs = layout.glyphs
    x, y = matrix[2][0], matrix[2][1]
    stream.set_text_matrix(*Matrix(a=layout.scale, d=-1, e=x, f=y).values)
    starts = [*(at for at, _ in glyphs.fonts), len(glyphs.numbers)]
    owed = 0.0
    for (start, font), end in zip(glyphs.fonts, starts[1:], strict=True):
        owed = _Pen(stream, layout, font).show(start, end, owed)


NEAR = 2.0
"""Thousandths of the type's size that a glyph may stand beside its place."""

WRITTEN = "_written"
"""The field of a font in the PDF that keeps, for each glyph that was written, its number in
hexadecimal and its width, which is in thousandths of the type's size."""


class _Pen:
    """Writes the glyphs of one font, each in its place to a few thousandths of the type's size.

    A build writes tens of thousands, but few that differ: what is found out is kept with the font.
    """

    def __init__(self, stream: Any, layout: SetText, pango_font: Any) -> None:
        self._stream, self._layout, self._pango_font = stream, layout, pango_font
        self._font, self._size = stream.add_font(pango_font)
        stream.set_font_size(self._font.hash, self._size)
        self._thousandths = 1000 * FROM_UNITS / self._size
        self._extra = layout.extra * 1000 / self._size
        self._known: dict[int, tuple[str, int]] = vars(self._font).setdefault(WRITTEN, {})
        self._written = _Written(stream)

    def show(self, start: int, end: int, owed: float) -> float:
        """Write some glyphs of the text.

        ``owed`` is how far the pen is behind its place, in pixels; it is returned as it is
        afterwards.
        """
        owed *= 1000 / self._size
        plain = self._end_of_plain(start, end)
        owed = self._show_plain(start, plain, owed)
        for at in range(plain, end):
            owed = self._show_one(at, owed)
        text = self._layout.text
        if not text.strip(SPACES):
            self._written.make_readable(text)
        self._written.end()
        return float(owed * self._size / 1000)

    def _end_of_plain(self, start: int, end: int) -> int:
        """Up to where all glyphs are shown, none is moved, and no hyphen has another name."""
        glyphs = self._layout.glyphs
        is_moved = any(glyphs.lefts[start:end]) or any(glyphs.rises[start:end])
        is_empty = pango.PANGO_GLYPH_EMPTY in glyphs.numbers[start:end]
        if is_moved or is_empty or not is_on("glyphs"):
            return start
        return min((at for at in self._layout.hyphens.names if start <= at < end), default=end)

    def _show_plain(self, start: int, end: int, owed: float) -> float:
        glyphs, parts, known = self._layout.glyphs, self._written.parts, self._known.get
        thousandths, extra = self._thousandths, self._extra
        spaces = SPACES if extra else ""
        letters = map(glyphs.text.__getitem__, glyphs.letters[start:end])
        numbers, widths = glyphs.numbers[start:end], glyphs.widths[start:end]
        for number, units, letter in zip(numbers, widths, letters, strict=True):
            code, width = known(number) or self._learn(number, start)
            advance = units * thousandths
            if letter in spaces:
                advance += extra
            if -NEAR <= owed <= NEAR:
                parts.append(code)
                owed += advance - width
            else:
                move = round(owed)
                parts += (f">{-move}<", code)
                owed += advance - move - width
        return owed

    def _learn(self, number: int, start: int) -> tuple[str, int]:
        """Find out how a glyph is written that stands somewhere behind ``start``."""
        self._tell_font(number, start)
        known = self._known[number] = f"{number:04x}", self._width(number)
        return known

    def _show_one(self, at: int, owed: float) -> float:
        """Write any glyph."""
        glyphs, hyphens = self._layout.glyphs, self._layout.hyphens
        number, name = glyphs.numbers[at], hyphens.names.get(at)
        advance = glyphs.widths[at] * self._thousandths
        if self._extra and glyphs.text[glyphs.letters[at]] in SPACES:
            advance += self._extra
        if number == pango.PANGO_GLYPH_EMPTY:
            return float(owed + advance)
        width = self._width(number)
        if name is not None:
            name = _hyphen_name(self._font, number, name, shared=hyphens.shared)
        else:
            self._tell_font(number, at)
        before = owed + glyphs.lefts[at] * self._thousandths
        move = round(before) if abs(before) > NEAR else 0
        self._written.add(number, move, name=name, rise=glyphs.rises[at])
        return float(owed + (advance - move - width))

    def _tell_font(self, number: int, start: int) -> None:
        """Tell the font what the first glyph of a number behind ``start`` stands for."""
        if number not in self._font.to_unicode:
            glyphs = self._layout.glyphs
            at = glyphs.numbers.index(number, start)
            self._font.to_unicode[number] = _cluster(glyphs, at)

    def _width(self, number: int) -> int:
        """The width of a glyph in its font, in thousandths of the type's size."""
        width: int | None = self._font.widths.get(number)
        if width is None:
            box, ink = self._stream.logical_rect, self._stream.ink_rect
            pango.pango_font_get_glyph_extents(self._pango_font, number, ink, box)
            width = round(box.width * 1000 * FROM_UNITS / self._size)
            self._font.widths[number] = width
        return width


def _cluster(glyphs: Glyphs, at: int) -> str:
    """The letters that the cluster of a glyph stands for; a ligature may go over a soft hyphen."""
    start = glyphs.letters[at]
    after = (letter for letter in glyphs.letters[at:] if letter > start)
    return glyphs.text[start : next(after, len(glyphs.text))].replace(SOFT_HYPHEN, "")


def _hyphen_name(font: Any, number: int, name: str, *, shared: bool) -> str | None:
    """Tell the font what a hyphen's glyph stands for; if that is another thing here, return it."""
    known = font.to_unicode.setdefault(number, "-" if shared else name)
    return None if known == name else name


class _Written:
    """What is written of a text so far: glyphs in hexadecimal, and moves between them."""

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.parts: list[str] = []

    def add(self, number: int, move: int, *, name: str | None, rise: int) -> None:
        """Write a glyph; one with a ``name`` stands for other letters than elsewhere."""
        if move:
            self.parts.append(f">{-move}<")
        self.parts.append(f"{number:04x}")
        if name is None and not rise:
            return
        glyph = self.parts.pop()
        self.end()
        if rise:
            self._stream.set_text_rise(-rise * FROM_UNITS)
        self._show(f"<{glyph}>", name=name)
        if rise:
            self._stream.set_text_rise(0)

    def make_readable(self, spaces: str) -> None:
        """Write spaces that stand alone twice, to be read once: PDFium passes over one glyph."""
        self._show(f"<{''.join(self.parts * 2)}>".replace("<>", ""), name=spaces)
        self.parts.clear()

    def _show(self, shown: str, *, name: str | None) -> None:
        if name is not None:  # ISO 32000-2, 14.9.4
            meaning = pydyf.Dictionary({"ActualText": pydyf.String(name)})
            pydyf.Stream.begin_marked_content(self._stream, "Span", meaning.data)
        self._stream.show_text(shown)
        if name is not None:
            pydyf.Stream.end_marked_content(self._stream)

    def end(self) -> None:
        """Hand over what was written."""
        if self.parts:
            self._stream.show_text(f"<{''.join(self.parts)}>".replace("<>", ""))
            self.parts.clear()
