"""What the cache of lines gives is what would have been split, and nothing else matters to it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline, preferred
from weasyprint.text import line_break

from pamphleteer.typeset.line_cache import PROPERTIES
from pamphleteer.typeset.thread import Thread
from tests.typeset.composing import make_thread

CACHED = (inline.split_first_line, preferred.split_first_line)
STYLES = (
    "",
    "p { hyphens: auto }",
    "p { hyphens: auto; hyphenate-limit-chars: 4 1 1; hyphenate-limit-zone: 10% }",
    "p { hyphens: auto; hyphenate-character: '+'; overflow-wrap: break-word }",
    "p { hyphens: none; overflow-wrap: anywhere }",
    "p { white-space: nowrap }",
    "p { white-space: pre-wrap; tab-size: 3 }",
    "p { word-break: break-all; letter-spacing: 1pt; word-spacing: 2pt }",
    "p { font: italic 700 7pt/9pt 'Libre Franklin'; text-decoration: underline }",
    "p { font-variant: small-caps oldstyle-nums; font-feature-settings: 'kern' 0 }",
    "p { font-language-override: 'TRK'; font-variation-settings: 'wght' 300 }",
)
WORDS = ("selfless", "union", "a", "con\u00adfer\u00adence", "1946", "(the", "well-known", "\u00a0")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=30).flatmap(
    lambda words: st.sampled_from([" ", "  ", "\n", "\t", ""]).map(lambda gap: gap.join(words))
)
WIDTHS = st.none() | st.floats(0, 400)


def threads() -> dict[str, Thread]:
    return {css: make_thread("<p>one", css) for css in STYLES}


THREADS = threads()


def style_of(css: str) -> Any:
    (text,) = (box for box in THREADS[css]._root.descendants() if isinstance(box, boxes.TextBox))
    return text.style


def facts(split: tuple[Any, ...]) -> Any:
    layout, *metrics = split
    return vars(layout), metrics


@given(css=st.sampled_from(STYLES), text=TEXTS, width=WIDTHS, starts=st.booleans())
@pytest.mark.parametrize("split", CACHED)
def test_what_is_remembered_is_what_would_be_split(
    split: Any, *, css: str, text: str, width: float | None, starts: bool
) -> None:
    style, context = style_of(css), THREADS[css]._context
    anew, first, second = (
        facts(ask(text, style, context, width, 0, is_line_start=starts))
        for ask in (split.__wrapped__, split, split)
    )
    assert anew == first == second


def test_each_line_has_a_layout_of_its_own() -> None:
    """Drawing writes on it."""
    style, context = style_of(""), THREADS[""]._context
    layouts = [inline.split_first_line("one two", style, context, 90, 0)[0] for _ in range(3)]
    assert len({id(layout) for layout in layouts}) == 3


class Watched:
    """A style that remembers what was looked up in it."""

    def __init__(self, style: Any) -> None:
        self._style = style
        self.looked_up: set[str] = set()

    def __getitem__(self, name: str) -> Any:
        self.looked_up.add(name)
        return self._style[name]

    def __getattr__(self, name: str) -> Any:
        return getattr(self._style, name)


def test_the_key_has_all_that_is_looked_up_to_split_a_line() -> None:
    """Where this fails, a property is missing in PROPERTIES, or need no longer be there."""
    looked_up: set[str] = set()
    for css in STYLES:
        style, context = Watched(style_of(css)), THREADS[css]._context
        for text in ("selfless conferences are held", "con\u00adfer\u00adence", "one\ttwo"):
            for width in (None, 5, 40):
                line_break.split_first_line(text, style, context, width, 0)
        looked_up |= style.looked_up
    assert looked_up == set(PROPERTIES)
