"""Remembers how a text was split into its first line, so that a repeated pour need not shape it.

A line is asked for again when columns are balanced, when a column ends within it, and when a title
stands at the foot of each page. WeasyPrint shapes it several times each time. What comes out is
settled by the text, the width, and some properties of the style; these are the cache's key, to the
last digit, so that nothing changes but the time. It lives as long as the font configuration.
"""

from collections.abc import Callable
from functools import wraps
from operator import itemgetter
from typing import Any
from weakref import WeakKeyDictionary

from weasyprint.layout import inline, preferred

Split = Callable[..., tuple[Any, ...]]

PROPERTIES = (
    "direction",
    "font_family",
    "font_feature_settings",
    "font_kerning",
    "font_language_override",
    "font_size",
    "font_stretch",
    "font_style",
    "font_variant_alternates",
    "font_variant_caps",
    "font_variant_east_asian",
    "font_variant_ligatures",
    "font_variant_numeric",
    "font_variant_position",
    "font_variation_settings",
    "font_weight",
    "hyphenate_character",
    "hyphenate_limit_chars",
    "hyphenate_limit_zone",
    "hyphens",
    "lang",
    "letter_spacing",
    "overflow_wrap",
    "tab_size",
    "text_decoration_line",
    "white_space",
    "word_break",
    "word_spacing",
)
"""All that WeasyPrint looks up in a style to split a line; a test watches it doing so."""

LONGEST = 10_000
"""Characters of a text that is remembered: each line's key holds the rest of its paragraph."""

_look_up = itemgetter(*PROPERTIES)

Cache = dict[Any, tuple[Any, ...]]


def remember_lines() -> None:
    """Let WeasyPrint's layout ask the cache first; to be called once."""
    inline.split_first_line = _remembered(inline.split_first_line)
    preferred.split_first_line = _remembered(preferred.split_first_line)


def _remembered(split: Split) -> Split:
    caches: WeakKeyDictionary[Any, Cache] = WeakKeyDictionary()

    @wraps(split)
    def split_or_remember(text: str, style: Any, context: Any, *others: Any, **named: Any) -> Any:
        cache = caches.setdefault(style.font_config, {})
        key = (text, _look_up(style), others, *named.items())
        try:
            known = cache.get(key)
        except TypeError:  # a set of decorations, which is no key
            return split(text, style, context, *others, **named)
        if known is None:
            known = split(text, style, context, *others, **named)
            if len(text) <= LONGEST:
                cache[key] = _apart(known)
            return known
        return _apart(known)

    return split_or_remember


def _apart(result: tuple[Any, ...]) -> tuple[Any, ...]:
    """The result with a layout of its own, since drawing writes on it."""
    layout, *metrics = result
    twin = object.__new__(type(layout))
    vars(twin).update(vars(layout))
    return twin, *metrics
