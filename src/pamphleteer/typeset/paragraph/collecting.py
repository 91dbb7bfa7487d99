"""Collects what a paragraph is made of: its texts in a row, and what stands between them.

The source line box is a tree of inline boxes. Here it becomes one text, with the pieces that it is
made of: runs of one style, boxes that are set whole (pictures, an end mark), and the spaces that
inline boxes have before and after what is in them. What is not set here is left to WeasyPrint.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.percent import resolve_percentages
from weasyprint.text.ffi import TO_UNITS

from pamphleteer.typeset.paragraph.styles import TypeStyle, clear_edges, type_style

ATOM = "\ufffc"
"""Stands in the text for a box that is set whole (U+FFFC, the object replacement character)."""

Path = tuple[int, ...]
"""The indexes of children that lead from the line box to a box."""

FORCED = re.compile("[\n\t\f\x85\u2028\u2029]")
"""Characters at which a line ends where they are written, or which are set to stops."""

FOREIGN = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"  # from right to left
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff"  # without spaces between words
    "\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\U00010800-\U00010fff\U0001b000-\U0003ffff]"
)
"""Scripts that are set by other rules than these."""


class NotOursError(Exception):
    """This paragraph is for WeasyPrint to set; the reason is for developers."""


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """A text of one style: its box, the way to it, and where it stands in the paragraph's text."""

    box: Any
    style: TypeStyle
    path: Path
    start: int

    @property
    def end(self) -> int:
        """The letter after its last."""
        return self.start + len(self.box.text)


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A box of the tree and the letters that it spans.

    ``kind`` is text, atom, inline or float; ``left`` and ``right`` are the widths of its edges, in
    Pango's units.
    """

    kind: str
    box: Any
    path: Path
    start: int
    end: int
    left: float = 0.0
    right: float = 0.0
    inside: tuple["Piece", ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Collected:
    """A paragraph: its text, its runs in order, and the tree of its pieces.

    ``whole`` has the first letter of each part in which no line may end, and the one after it.
    """

    text: str
    runs: tuple[Run, ...]
    pieces: tuple[Piece, ...]
    every: tuple[Piece, ...]
    edged: tuple[Piece, ...]
    floats: tuple[Piece, ...]
    whole: tuple[tuple[int, int], ...]
    by_path: dict[Path, int] = field(default_factory=dict)
    """Where each box begins, by the way to it."""

    @property
    def first(self) -> int:
        """The first letter that is no space."""
        return len(self.text) - len(self.text.lstrip(" "))


def collect(line_box: Any, containing_block: Any) -> Collected:
    """Collect a source line box.

    Raises:
        NotOursError: it has what is not set here.
    """
    if line_box.style["direction"] != "ltr":
        raise NotOursError("right to left")
    texts: list[str] = []
    pieces = tuple(_collect(line_box, (), texts, containing_block))
    text = "".join(texts)
    _refuse_foreign(text)
    every = tuple(piece for each in pieces for piece in flatten(each))
    texts_here = (piece for piece in every if piece.kind == "text")
    runs = tuple(Run(p.box, type_style(p.box), p.path, p.start) for p in texts_here)
    floats = tuple(piece for piece in every if piece.kind == "float")
    if any(piece.start > 0 for piece in floats):
        raise NotOursError("a float within the text")
    by_path = {piece.path: piece.start for piece in every}
    edged = tuple(piece for piece in every if piece.left or piece.right)
    whole = tuple(_whole(line_box, every, len(text)))
    return Collected(text, runs, pieces, every, edged, floats, whole, by_path)


def _whole(line_box: Any, every: tuple[Piece, ...], length: int) -> Iterator[tuple[int, int]]:
    if type_style(line_box).is_whole:
        yield 0, length
    for piece in every:
        if piece.kind in ("text", "inline") and type_style(piece.box).is_whole:
            yield piece.start, piece.end


def flatten(piece: Piece) -> Iterator[Piece]:
    """A piece and all that is in it, in the order of the text."""
    yield piece
    for each in piece.inside:
        yield from flatten(each)


def _collect(parent: Any, path: Path, texts: list[str], block: Any) -> Iterator[Piece]:
    """The pieces that a box is made of; ``texts`` grows with what is found."""
    for index, box in enumerate(parent.children):
        here, start = (*path, index), sum(map(len, texts))
        match box:
            case boxes.TextBox():
                if not type_style(box).is_ours:
                    raise NotOursError("white space that is kept, another direction, or no size")
                clear_edges(box)
                texts.append(box.text)
                yield Piece("text", box, here, start, start + len(box.text))
            case boxes.Box() if not box.is_in_normal_flow():
                if not box.is_floated():
                    raise NotOursError("what is out of the flow")
                yield Piece("float", box, here, start, start)
            case boxes.InlineBox():
                yield _collect_inline(box, here, texts, block)
            case boxes.InlineBlockBox() | boxes.InlineReplacedBox():
                texts.append(ATOM)
                yield Piece("atom", box, here, start, start + len(ATOM))
            case _:
                raise NotOursError(f"a {type(box).__name__}")


def _collect_inline(box: Any, path: Path, texts: list[str], block: Any) -> Piece:
    if box.is_leader or box.style["position"] != "static":
        raise NotOursError("a leader or a place of its own")
    start = sum(map(len, texts))
    inside = tuple(_collect(box, path, texts, block))
    left, right = _edges(box, block)
    return Piece("inline", box, path, start, sum(map(len, texts)), left, right, inside)


def _edges(box: Any, block: Any) -> tuple[float, float]:
    """The widths of an inline box's margin, border and padding, in Pango's units."""
    resolve_percentages(box, block)
    if "auto" in (box.margin_left, box.margin_right):
        return 0.0, 0.0
    left = box.margin_left + box.border_left_width + box.padding_left
    right = box.margin_right + box.border_right_width + box.padding_right
    return left * TO_UNITS, right * TO_UNITS


def _refuse_foreign(text: str) -> None:
    if not text.strip():
        raise NotOursError("no text")
    if FORCED.search(text):
        raise NotOursError("lines that end where they are written")
    if FOREIGN.search(text):
        raise NotOursError("a script that is set by other rules")
