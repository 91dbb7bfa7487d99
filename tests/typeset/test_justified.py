"""What is noted of a justified line is what a deactivated Pango layout would have left."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text.line_break import create_layout

from pamphleteer.typeset.thread import Thread
from tests.typeset.composing import make_thread

STYLES = (
    "",
    "p { word-spacing: 2pt; letter-spacing: 1pt }",
    "p { text-decoration: underline }",
    "p { white-space: pre-wrap; font-variant: small-caps; direction: rtl }",
    "p { font: italic 700 7pt/9pt 'Libre Franklin'; overflow-wrap: break-word }",
)
THREADS = {css: make_thread("<p>one", css) for css in STYLES}


def style_of(thread: Thread) -> Any:
    (text,) = (box for box in thread._root.descendants() if isinstance(box, boxes.TextBox))
    return text.style


@given(
    text=st.text(st.sampled_from("ab -‐\u00ad\u00a0\u200b\t\nאé"), min_size=1, max_size=12),
    spacing=st.floats(-2, 20),
)
@pytest.mark.parametrize("css", STYLES)
def test_a_noted_line_is_a_deactivated_layout(css: str, text: str, spacing: float) -> None:
    style, context = style_of(THREADS[css]), THREADS[css]._context
    layouts = [
        create(text, style, context, max_width=None, justification_spacing=spacing)
        for create in (create_layout, inline.create_layout)
    ]
    for layout in layouts:
        layout.deactivate()
    made, noted = map(vars, layouts)
    assert noted == made
