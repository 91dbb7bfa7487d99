"""Splits most lines of running text with one shaping, where WeasyPrint needs three to six.

WeasyPrint lets Pango shape some two lines' worth of text, then the first line and the next word,
then each fragment of that word with a hyphen, then what is taken. Here a paragraph is shaped once;
sums of its letters' widths say which words have room and which fragments have none, and only what
is left is shaped and measured, by the same calls. Wherever a sum comes near the measure, or the
text or its style is not the usual, WeasyPrint splits the line as ever; so each line is the same.

The environment variable PAMPHLETEER_PLAIN_LINES, set to anything, switches this off.
"""

import os
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, wraps
from math import inf
from typing import Any
from weakref import WeakKeyDictionary

import pyphen
from weasyprint.layout import inline
from weasyprint.text.line_break import (
    Layout,
    create_layout,
    first_line_metrics,
    get_next_word_boundaries,
    line_size,
)

from pamphleteer.typeset.foreseeing import ROOM, Line, Measured, foresee, measure

OFF = "PAMPHLETEER_PLAIN_LINES"

PLAIN = re.compile("[ -~\xa0-\xac\xae-\u024f\u2010-\u2027\u2030-\u205e\u2060]+")
"""Latin text without line ends, tabs, soft hyphens, and marks of direction."""

HAIR = 0.01
"""Pixels: more than is lost where a measure is rounded to Pango's units."""

FEW = 2
"""Letters to an em that may well fit, so that measuring them gains nothing."""

USUAL: dict[str, Any] = {"white_space": "normal", "direction": "ltr", "letter_spacing": "normal"}
USUAL |= {"word_break": "normal", "word_spacing": 0, "hyphenate_character": "‐"}

REMEMBERED = 8
"""Paragraphs whose widths are kept: a line's inline elements are texts of their own."""

Split = Callable[..., tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Asked:
    """What WeasyPrint is asked to split."""

    text: str
    style: Any
    context: Any
    max_width: float
    justification: float


def quicken_lines() -> None:
    """Let WeasyPrint's layout split lines so; to be called once, and before what mends them."""
    if not os.environ.get(OFF):
        inline.split_first_line = quick(inline.split_first_line)


def quick(split: Split) -> Split:
    """The same function, which foresees a line where it can and asks the given one where not."""
    caches: WeakKeyDictionary[Any, deque[Measured]] = WeakKeyDictionary()

    @wraps(split)
    def split_or_foresee(
        text: str, style: Any, context: Any, max_width: Any, *others: Any, **options: Any
    ) -> tuple[Any, ...]:
        line = None
        if _is_usual(text, style, max_width) and not options.get("minimum") and len(others) == 1:
            latest = caches.setdefault(style.font_config, deque(maxlen=REMEMBERED))
            line = _first_line(Asked(text, style, context, max_width, *others), latest)
        return line or split(text, style, context, max_width, *others, **options)

    return split_or_foresee


def _is_usual(text: str, style: Any, max_width: float | None) -> bool:
    """Whether a text is longer than a line, and its style has nothing that is not foreseen."""
    em = style["font_size"]
    if not em or max_width is None or max_width == inf:
        return False
    if em * ROOM > max_width or len(text) < max_width / em * FEW:
        return False
    if any(style[name] != value for name, value in USUAL.items()):
        return False
    return bool(style["hyphenate_limit_zone"].value == 0)


def _first_line(asked: Asked, latest: deque[Measured]) -> tuple[Any, ...] | None:
    measured = _measured(asked.text, asked.style, latest)
    if measured is None:
        return None
    max_width = asked.max_width
    line = foresee(measured, asked.text, max_width, asked.style["font_size"])
    if line is None:
        return None
    if line.close and _set(line.words + line.next_word, asked, measured)[3] < max_width + HAIR:
        return None
    hyphenated = _hyphenated(line, asked)
    if hyphenated is not None:
        return hyphenated
    layout, length, _, width, *heights = _set(line.words.rstrip(" "), asked, measured)
    if width > max_width - HAIR:
        return None
    return layout, length, len(line.words.encode()), width, *heights


def _measured(text: str, style: Any, latest: deque[Measured]) -> Measured | None:
    for measured in latest:
        if measured.style is style and measured.text.endswith(text):
            return measured
    if not PLAIN.fullmatch(text) or "  " in text:
        return None
    latest.appendleft(measure(text, style))
    return latest[0]


def _set(text: str, asked: Asked, measured: Measured) -> tuple[Any, ...]:
    """A text on a line of its own, in WeasyPrint's terms, set in the paragraph's layout."""
    layout = object.__new__(Layout)
    vars(layout).update(vars(measured.layout))
    layout.justification_spacing, layout.max_width = asked.justification, asked.max_width
    layout.set_text(text)
    first, _ = layout.get_first_line()
    split: tuple[Any, ...] = first_line_metrics(first, text, layout, None, True, asked.style)
    return split


def _hyphenated(line: Line, asked: Asked) -> tuple[Any, ...] | None:
    """The line with the first fragment of the next word that has room, by WeasyPrint's own test."""
    style, max_width = asked.style, asked.max_width
    hyphen = style["hyphenate_character"]
    for part in _fragments(line, style, asked.context):
        if line.next_word.startswith(part) and line.too_wide(len(part)):
            continue
        text = line.words + part
        layout = create_layout(text + hyphen, style, asked.context, max_width, asked.justification)
        first, rest = layout.get_first_line()
        if rest is None and line_size(first, style)[0] <= max_width:
            taken = len(text.encode())
            split: tuple[Any, ...] = first_line_metrics(
                first, text, layout, taken, True, style, True, hyphen
            )
            return split
    return None


def _fragments(line: Line, style: Any, context: Any) -> Iterator[str]:
    """The beginnings of the next word that may stand before a hyphen, the longest first."""
    lang = style["lang"] and pyphen.language_fallback(style["lang"])
    if style["hyphens"] != "auto" or not lang:
        return
    total, left, right = style["hyphenate_limit_chars"]
    word = line.next_word
    start, stop = _long_word(word, lang, total) or (0, 0)
    if stop - start <= left or line.too_wide(start + left):
        return
    key = (lang, left, right, total)
    dictionary = context.dictionaries.get(key)
    if dictionary is None:
        dictionary = context.dictionaries[key] = pyphen.Pyphen(lang=lang, left=left, right=right)
    for first, _ in dictionary.iterate(word[start:stop]):
        yield word[:start] + first


@cache
def _long_word(text: str, lang: str, least: int) -> tuple[int, int] | None:
    """Where the first word that has so many letters begins and ends."""
    after = 0
    while bounds := get_next_word_boundaries(text[after:], lang):
        start, stop = bounds
        if stop - start >= least:
            return after + start, after + stop
        after += stop
    return None
