"""Finds the words in a block's HTML, as the issue room wrote it: its first one and its last."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

TAG = re.compile(r"(<[^>]*>)")
NOTE = '<span class="note"'
VOID = ("<br", "<img", "<hr")


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text between two tags: where it begins and ends, and whether it is a note's."""

    start: int
    end: int
    in_note: bool


def texts_in(html: str) -> Iterator[Text]:
    """All runs of text in HTML that are more than space."""
    depth = note = at = 0
    for piece in TAG.split(html):
        if piece.startswith("</"):
            depth -= 1
            note = note if depth >= note else 0
        elif piece.startswith("<"):
            depth += not piece.startswith(VOID)
            note = note or (depth if piece.startswith(NOTE) else 0)
        elif piece.strip():
            yield Text(at, at + len(piece), bool(note))
        at += len(piece)


def first_text(html: str) -> Text | None:
    """The first run of text, unless it is a note."""
    text = next(texts_in(html), None)
    return None if text is None or text.in_note else text


def end_of_text(html: str) -> int:
    """The place right behind the last word, and behind the notes that it calls."""
    texts = list(texts_in(html))
    own = [text for text in texts if not text.in_note]
    if not own:
        return 0
    last = own[-1]
    behind = last.start + len(html[last.start : last.end].rstrip())
    if texts[-1].in_note:
        return _end_of_element(html, html.rindex(NOTE))
    return behind


def _end_of_element(html: str, start: int) -> int:
    """The place behind the element that begins at a place."""
    depth, at = 0, start
    for piece in TAG.split(html[start:]):
        at += len(piece)
        if piece.startswith("</"):
            depth -= 1
            if not depth:
                return at
        elif piece.startswith("<"):
            depth += not piece.startswith(VOID)
    return at
