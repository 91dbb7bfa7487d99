"""Parts to the Markdown of articles: front matter, crossheads, paragraphs."""

import re
from collections.abc import Iterator

from pamphleteer.importing.parts import Part
from pamphleteer.importing.pieces import Piece
from pamphleteer.importing.yamltext import scalar


def write_article(part: Part) -> str:
    """Write a part as an article's file."""
    front = [*part.front_matter, *_own_front_matter(part)]
    blocks = [_block(piece, level) for piece, level in _body(part)]
    head = ["---", *front, "---", ""] if front else []
    return "\n".join([*head, "\n\n".join(blocks)]) + "\n"


def _own_front_matter(part: Part) -> Iterator[str]:
    for piece in part.pieces:
        if piece is part.head and piece.role in ("headline", "about head"):
            yield f"headline: {scalar(one_line(piece))}"
        elif piece.role == "byline":
            yield f"byline: {scalar(one_line(piece))}"


def one_line(piece: Piece) -> str:
    """A head's Markdown in one line."""
    return " ".join(piece.block.text.replace("\\\n", "\n").split())


def _body(part: Part) -> Iterator[tuple[Piece, int]]:
    """The pieces of the body, and for crossheads their depth: ``##``, and ``###`` under one."""
    pieces = [piece for piece in part.pieces if piece is not part.head and piece.role != "byline"]
    highest = min((piece.level for piece in pieces if piece.role == "crosshead"), default=0)
    seen = False
    for piece in pieces:
        is_main = piece.level == highest or not seen
        seen = seen or piece.role == "crosshead"
        yield piece, 2 if is_main else 3


def _block(piece: Piece, level: int) -> str:
    if piece.role != "crosshead":
        return piece.block.text
    closing = re.sub(r"#+$", lambda match: r"\#" * len(match[0]), one_line(piece))
    return f"{'#' * level} {closing}"
