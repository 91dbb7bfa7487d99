"""Notes what a justified line needs to be drawn, without asking Pango for it.

When WeasyPrint has spread a line's words, it makes a Pango layout of its text, deactivates it at
once, and keeps what is left: the text and the spacing. Drawing makes the layout anew. What is left
can be written down at a twentieth of the cost, unless the text is underlined or is not plain.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from weasyprint.layout import inline
from weasyprint.text.line_break import Layout

NOT_PLAIN = ("\n", "\t")
"""What a Pango layout would cut off or set stops for."""


def note_justified_lines() -> None:
    """Let WeasyPrint's layout justify so; to be called once."""
    inline.create_layout = _noting(inline.create_layout)


def _noting(create_layout: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(create_layout)
    def create_or_note(
        text: str, style: Any, context: Any, *, max_width: Any, justification_spacing: float
    ) -> Any:
        spaced = {"max_width": max_width, "justification_spacing": justification_spacing}
        decorated = style["text_decoration_line"] != "none"
        if decorated or text == " " or any(mark in text for mark in NOT_PLAIN):
            return create_layout(text, style, context, **spaced)
        layout = Layout.__new__(Layout)
        nothing = dict.fromkeys(("layout", "language", "style"))
        nothing |= dict.fromkeys(("ascent", "underline_position", "strikethrough_position"))
        vars(layout).update(nothing, text=text, first_line_direction=0, **spaced)
        return layout

    return create_or_note
