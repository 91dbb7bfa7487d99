"""What is remembered of a paragraph hangs on all that it is made of, and on nothing else.

It goes when nobody needs it any more.
"""

import gc
import weakref
from typing import Any

from weasyprint.formatting_structure import boxes

from pamphleteer.typeset.paragraph.shaping import hyphen_of, shape
from pamphleteer.typeset.paragraph.styles import LOOKED_UP, type_style
from pamphleteer.units import Pt
from tests.typeset.composing import make_thread
from tests.typeset.paragraph import printing

STYLES = (
    "",
    "p { hyphens: auto; hyphenate-limit-chars: 4 1 1; hyphenate-character: '+' }",
    "p { white-space: nowrap; overflow-wrap: anywhere }",
    "p { letter-spacing: 1pt; word-spacing: 2pt; text-decoration: underline }",
    "p { font: italic 700 7pt/9pt 'Libre Franklin'; text-transform: uppercase }",
    "p { font-variant: small-caps oldstyle-nums; font-feature-settings: 'kern' 0 }",
    "p { font-language-override: 'TRK'; font-variation-settings: 'wght' 300 }",
)
ELSEWHERE = {
    "direction",  # the same in all that is set here, as is word_break
    "word_break",
    "text_decoration_line",  # a set, and so brought in order for the key
    "line_height",  # not remembered: lines are stood on each other anew
}
MATTER = "<p>A paragraph of some words, enough of them to fill a narrow line or two.</p>"


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


def test_the_key_has_all_that_is_looked_up_to_shape_a_text() -> None:
    """Where this fails, a property is missing in LOOKED_UP, or need no longer be there."""
    looked_up: set[str] = set()
    for css in STYLES:
        texts = make_thread("<p>selfless", css)._root.descendants()
        (text,) = (box for box in texts if isinstance(box, boxes.TextBox))
        text.style = watched = Watched(text.style)
        style = type_style(text)
        shape("con\u00adfer\u00adence", style)
        hyphen_of(style)
        looked_up |= watched.looked_up
    assert looked_up == {*LOOKED_UP, *ELSEWHERE}


def test_paragraphs_go_with_the_fonts_they_were_shaped_with() -> None:
    setter = printing.make_typesetter()
    printing.make_thread(setter, MATTER).pour(Pt(120), Pt(900))
    fonts: weakref.ref[Any] = weakref.ref(setter._fonts.configuration)
    assert fonts() is not None
    del setter
    gc.collect()
    assert fonts() is None
