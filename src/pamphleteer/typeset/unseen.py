"""Lets text stand unseen in its place: what is hidden is written, but not painted.

A drop cap is a drawing; its letter stands in the text beside it, to be copied and read with its
word. WeasyPrint leaves out what a style hides (``visibility: hidden``). Here it is written in PDF's
text rendering mode 3, neither filled nor stroked (ISO 32000-2, 9.3.6).
"""

import copy
from functools import wraps
from typing import Any

from weasyprint import draw

UNSEEN = 3

_draw_text = draw.draw_text


@wraps(_draw_text)
def _draw_or_write_text(stream: Any, textbox: Any, *others: Any) -> None:
    if textbox.style["visibility"] != "hidden":
        _draw_text(stream, textbox, *others)
        return
    shown = copy.copy(textbox)
    shown.style = textbox.style.copy()
    shown.style["visibility"] = "visible"
    with stream.stacked():
        stream.set_text_rendering(UNSEEN)
        _draw_text(stream, shown, *others)


def write_unseen_text() -> None:
    """Let WeasyPrint draw its texts so; nothing changes when it is called again."""
    draw.draw_text = _draw_or_write_text
