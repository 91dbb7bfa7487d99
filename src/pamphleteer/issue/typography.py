r"""Sets straight quotes, hyphens and dots as a typographer would, in a language's way.

Only marks change, never words: no ``(c)`` becomes a sign, no two question marks become one. What
an author escaped (``\"``), wrote as code or set already stays as it is.

A paragraph comes in pieces (its text between emphasis, links, code), because a quotation may open
in one piece and close in another. All pieces are judged as one text; each change is noted at its
character, so that the pieces can be told apart again afterwards.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pamphleteer.issue.languages import NO_BREAK, Convention

OBJECT = "\ufffc"
"""Stands for a mark that must not change, so that no rule sees it."""

MARKS = re.compile(r"""["'.\-]""")

DASHES = re.compile(
    r"""
    (?<=\S)[ ](?P<spaced>---|--|[-–—])(?=\s)      # a dash between words: no line begins with it
    | (?<![\s-])(?P<tight>---|--)(?!-)            # a dash set close
    | (?<!-)(?P<first>---|--)(?=\s)               # a dash at the beginning of a line
    """,
    re.VERBOSE,
)

DASH_OF = {"---": "—", "--": "–", "-": "–", "–": "–", "—": "—"}

ELLIPSIS = re.compile(r"\.\.\.")

QUOTE = re.compile(r"""["']""")

CLOSING_SINGLE = re.compile(r"(?<=\S)'(?!\w)")

ELISION = re.compile(
    r"'(?:\d\ds?|tis|twas|twere|twill|em|til|till|cause|bout|round|nuff|neath|gainst)\b(?!')|'n'",
    re.IGNORECASE,
)

OPENERS = frozenset({"Zs", "Ps", "Pi", "Pd", "Cc", "Zl", "Zp"})
"""Unicode categories of what may stand before an opening quote: spaces, brackets, dashes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text in a paragraph; a ``fixed`` one is seen by its neighbours but not changed."""

    text: str
    fixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edit:
    start: int
    end: int
    new: str


def set_text(text: str, convention: Convention) -> str:
    """Set one plain text."""
    return set_pieces([Piece(text=text)], convention)[0]


def set_pieces(pieces: Sequence[Piece], convention: Convention) -> list[str]:
    """Set the pieces of one paragraph; returns as many texts."""
    text = "".join(_mask(piece) for piece in pieces)
    cells = list("".join(piece.text for piece in pieces))
    for edit in _edits(text, convention):
        cells[edit.start : edit.end] = [edit.new, *[""] * (edit.end - edit.start - 1)]
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece.text))
    return ["".join(cells[a:b]) for a, b in pairwise(starts)]


def _mask(piece: Piece) -> str:
    return MARKS.sub(OBJECT, piece.text) if piece.fixed else piece.text


def _edits(text: str, convention: Convention) -> Iterator[_Edit]:
    yield from _dash_edits(text)
    for match in ELLIPSIS.finditer(text):
        yield _Edit(start=match.start(), end=match.end(), new="…")
    if '"' in text or "'" in text:
        yield from _quote_edits(text, convention)
    yield from _space_edits(text, convention)


def _dash_edits(text: str) -> Iterator[_Edit]:
    for match in DASHES.finditer(text):
        kind = match.lastgroup or ""
        space = NO_BREAK if kind == "spaced" else ""
        yield _Edit(start=match.start(), end=match.end(), new=space + DASH_OF[match[kind]])


def _space_edits(text: str, convention: Convention) -> Iterator[_Edit]:
    """Put the spaces of French before high punctuation and inside guillemets that were typed."""
    for marks, space in convention.space_before:
        pattern = rf"(?<=[^\s({re.escape(';:!?')}])[ ]?{re.escape(marks)}(?=[\s;!?»”’\"')]|$)"
        for match in re.finditer(pattern, text):
            yield _Edit(start=match.start(), end=match.end(), new=space + marks)
    if convention.is_spaced:
        for match in re.finditer(r"« ?(?=[^\s\u202f])|(?<=[^\s\u202f]) ?»", text):
            new = convention.opening if "«" in match[0] else convention.closing
            yield _Edit(start=match.start(), end=match.end(), new=new)


def _quote_edits(text: str, convention: Convention) -> Iterator[_Edit]:
    quotes = _Quotes(text, convention)
    for match in QUOTE.finditer(text):
        new = quotes.double(match.start()) if match[0] == '"' else quotes.single(match.start())
        yield _Edit(start=match.start(), end=match.end(), new=new)


class _Quotes:
    """Judges the quotes of a text from left to right, remembering which are open."""

    def __init__(self, text: str, convention: Convention) -> None:
        self._text = text
        self._convention = convention
        self._open: list[str] = []
        self._turned: dict[int, str] = {}
        closing = [match.start() for match in CLOSING_SINGLE.finditer(text)]
        self._last_closing = closing[-1] if closing else -1
        self._elisions = frozenset(match.start() for match in ELISION.finditer(text))

    def double(self, index: int) -> str:
        """Set a double quote; one after a number, with none open, are inches and stays."""
        before, after = self._around(index)
        if self._can_open(index) or (self._after_elision(index) and '"' not in self._open):
            return self._turn(index, '"', self._convention.opening)
        if '"' in self._open:
            while self._open.pop() != '"':
                pass
        elif before.isdigit() or (before.isalnum() and after.isalnum()):
            return '"'
        return self._convention.closing

    def single(self, index: int) -> str:
        """Set a single quote: opening, closing, or an apostrophe."""
        if index in self._elisions:
            return "’"
        if self._can_open(index) and self._last_closing > index:
            return self._turn(index, "'", self._convention.inner_opening)
        _, after = self._around(index)
        if self._open and self._open[-1] == "'" and not after.isalnum():
            self._open.pop()
            return self._convention.inner_closing
        return "’"

    def _turn(self, index: int, mark: str, new: str) -> str:
        self._open.append(mark)
        self._turned[index] = new
        return new

    def _around(self, index: int) -> tuple[str, str]:
        before = self._text[index - 1] if index else " "
        after = self._text[index + 1] if index + 1 < len(self._text) else " "
        return before, after

    def _can_open(self, index: int) -> bool:
        before, after = self._around(index)
        if after.isspace():
            return False
        if index - 1 in self._turned or before in "¿¡":
            return True
        return unicodedata.category(before) in OPENERS

    def _after_elision(self, index: int) -> bool:
        """Tell ``l'"affaire"``: an apostrophe between a letter and a quotation."""
        before, after = self._around(index)
        return before in "'’" and after.isalnum() and index > 1 and self._text[index - 2].isalpha()
