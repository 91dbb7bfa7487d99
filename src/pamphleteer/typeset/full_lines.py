"""Mends a fault of WeasyPrint 70 that ends a line after its first word.

A text before an inline element ends in a space ("one long text file, " before a link). Where its
words fill the line so that only this space stands out, WeasyPrint takes the first word for one that
is too wide, and sets it alone on a line. Here the words are measured again without the space, and
if they fit, the line ends after them.

About one inline element in seventy meets it, which is to say several in each issue.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from weasyprint.layout import inline

COLLAPSING = ("normal", "pre-line")
"""Values of ``white-space`` at which a space at a line's end vanishes and lines are broken."""

Split = Callable[..., tuple[Any, ...]]


def _filling(split_first_line: Split) -> Split:
    @wraps(split_first_line)
    def split_full_line(
        text: str, style: Any, context: Any, max_width: Any, *others: Any, **options: Any
    ) -> tuple[Any, ...]:
        split = split_first_line(text, style, context, max_width, *others, **options)
        resume_index = split[2]
        words = text.rstrip(" ")
        if resume_index is None or words == text or resume_index > len(words.encode()):
            return split
        if style["white_space"] not in COLLAPSING or resume_index > _first_word(words):
            return split
        full = split_first_line(words, style, context, max_width, *others, **options)
        layout, length, rest, width, height, baseline = full
        if rest is not None or width > max_width:
            return split
        return layout, length, len(text.encode()), width, height, baseline

    return split_full_line


def _first_word(words: str) -> int:
    """The bytes of the first word and the space after it; 0 if there is only one."""
    word, space, _ = words.partition(" ")
    return len(word.encode()) + 1 if space else 0


def mend_full_lines() -> None:
    """Let WeasyPrint split its lines so; to be called once."""
    inline.split_first_line = _filling(inline.split_first_line)
