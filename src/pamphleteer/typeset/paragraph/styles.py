"""What a text's style says of its type, read once for all texts that share the style.

Each text's box has a style of its own, which inherits all of this from its element's: asking the
element's saves looking each property up for each text.
"""

from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import Any

import pyphen
from weasyprint.css import AnonymousStyle
from weasyprint.css.functions import check_math
from weasyprint.text.ffi import ffi, gobject
from weasyprint.text.line_break import Layout, strut

COLLAPSING = ("normal", "nowrap")

KEPT = "_type_style"
"""The field of a style that keeps what was read of it."""

LOOKED_UP = (
    "font_family",
    "font_size",
    "font_style",
    "font_weight",
    "font_stretch",
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
    "font_variation_settings",
    "font_language_override",
    "lang",
    "letter_spacing",
    "word_spacing",
    "overflow_wrap",
    "white_space",
    "hyphens",
    "hyphenate_character",
    "hyphenate_limit_chars",
)
"""All on which the shape of a text hangs, and how it is broken, but for decorations, and for what
`TypeStyle.is_ours` settles; a test watches what is looked up."""

_look_up = itemgetter(*LOOKED_UP)

ffi.cdef("gpointer g_object_ref (gpointer object);")


@dataclass(eq=False)
class TypeStyle:
    """How texts of one style are set.

    Attributes:
        style: WeasyPrint's style.
        is_ours: Whether white space collapses, and text runs from left to right and is broken
            between words.
        is_whole: Whether lines may not end in it.
        hyphen: What is put where a word is broken.
        language: The language whose patterns break words; None if words are not broken.
        limits: How long a word must be that is broken, and its parts.
        leading: The height of a line, in pixels.
        metrics: The height of its letters, and their baseline from its top; known when a text of
            the style has been shaped.
    """

    style: Any
    is_ours: bool
    is_whole: bool
    hyphen: str
    language: str | None
    limits: tuple[int, int, int]
    leading: float
    metrics: tuple[float, float] | None = None
    _layout: Any = None
    _fonts: dict[int, Any] = field(default_factory=dict)
    marks: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def key(self) -> tuple[Any, ...]:
        """All on which the shape of a text hangs, and how it is broken."""
        decorations = self.style["text_decoration_line"]  # a set, or a word for none
        return *_look_up(self.style), *sorted(decorations)

    def layout(self) -> Any:
        """A Pango layout to be given a text; the same one each time, unless letters are spaced."""
        spaced = self.style["letter_spacing"] != "normal" or self.style["word_spacing"] != 0
        if self._layout is None or spaced:
            self._layout = Layout(self.style)
        return self._layout

    def baseline(self) -> float:
        """The baseline of a line without text, below its top, in pixels (CSS 2.2, §10.8.1)."""
        if self.metrics is None:
            baseline: float = strut(self.style)[1]
            return baseline
        height, ascent = self.metrics
        return ascent + (self.leading - height) / 2

    def keep(self, font: Any) -> Any:
        """Hold one of Pango's fonts for as long as the style is held."""
        address = int(ffi.cast("uintptr_t", font))
        if address not in self._fonts:
            self._fonts[address] = ffi.gc(gobject.g_object_ref(font), gobject.g_object_unref)
        return font


def type_style(box: Any) -> TypeStyle:
    """The style of a text's or a line's box."""
    style = box.style
    if isinstance(style, AnonymousStyle):
        style = style.parent_style
    kept: TypeStyle | None = vars(style).get(KEPT)
    if kept is None:
        kept = vars(style)[KEPT] = _read(style)
    return kept


def _read(style: Any) -> TypeStyle:
    white_space = style["white_space"]
    usual = white_space in COLLAPSING and style["direction"] == "ltr" and style["font_size"] > 0
    language = style["lang"] and pyphen.language_fallback(style["lang"])
    return TypeStyle(
        style=style,
        is_ours=usual and style["word_break"] == "normal",
        is_whole=white_space == "nowrap",
        hyphen=style["hyphenate_character"],
        language=language if style["hyphens"] == "auto" else None,
        limits=style["hyphenate_limit_chars"],
        leading=_leading(style) if style["font_size"] else 0.0,
    )


def _leading(style: Any) -> float:
    """What WeasyPrint's ``strut`` tells of a line's height, without shaping anything if it can."""
    told = style["line_height"]
    if told == "normal" or check_math(told):
        height: float = strut(style)[0]
        return height
    if isinstance(told, float):
        return told * float(style["font_size"])
    return float(told.value)


def fit_line_height(box: Any) -> None:
    """Give a line or an inline box its height, as WeasyPrint's ``_adjust_line_height`` does."""
    style = type_style(box)
    box.baseline = style.baseline()
    box.height = style.style["font_size"]
    half_leading = (style.leading - box.height) / 2
    box.margin_top = half_leading - box.border_top_width - box.padding_top
    box.margin_bottom = half_leading - box.border_bottom_width - box.padding_bottom


EDGES = {
    name: 0
    for side in ("top", "right", "bottom", "left")
    for name in (f"margin_{side}", f"padding_{side}", f"border_{side}_width")
}


def clear_edges(box: Any) -> None:
    """Say of a text's or a line's box that it has no margin, border or padding."""
    vars(box).update(EDGES)
