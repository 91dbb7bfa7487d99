"""Page numbers that came with the text: taken out where pages show, and always told."""

import re
from collections.abc import Iterator
from dataclasses import replace

from pamphleteer.importing.clues import begins_small, ends_sentence
from pamphleteer.importing.pieces import Piece

PAGE_WORD = r"page|p\.|seite|s\.|página|pagina|blz\."
NUMBER_ALONE = re.compile(
    rf"[-–—•·\s]*(?P<word>{PAGE_WORD})?\s*(?P<number>\d{{1,3}})"
    r"(?P<total>\s*(?:/|of|von|de|sur|di)\s*\d{1,3})?[-–—•·\s]*",
    re.IGNORECASE,
)


def leave_out_page_numbers(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Take out the lines that are page numbers, if anything shows that they are.

    Numbers count up through the document, and one of them says "page", stands between dashes or
    cuts a paragraph in two. Otherwise they may be heads, and stay.
    """
    matches = {index: _number(piece) for index, piece in enumerate(pieces)}
    found = {index: int(match["number"]) for index, match in matches.items() if match}
    numbers = list(found.values())
    if not found or numbers != sorted(set(numbers)):
        return pieces
    if not any(_shows_page(pieces, index) for index in found):
        return pieces
    reason = "it is a page number"
    return tuple(
        replace(piece, role="left out", reason=reason) if index in found else piece
        for index, piece in enumerate(pieces)
    )


def _number(piece: Piece) -> re.Match[str] | None:
    alone = piece.block.kind == "paragraph" and len(piece.block.lines) == 1
    return NUMBER_ALONE.fullmatch(piece.text) if alone and piece.role == "open" else None


def _shows_page(pieces: tuple[Piece, ...], index: int) -> bool:
    text = pieces[index].text
    match = NUMBER_ALONE.fullmatch(text)
    if match and (match["word"] or match["total"] or re.match(r"[-–—•·]\s*\d", text)):
        return True
    if not 0 < index < len(pieces) - 1:
        return False
    return not ends_sentence(pieces[index - 1].text) and begins_small(pieces[index + 1].text)


def tell_left_out(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """Say which page numbers were left out."""
    for piece in pieces:
        if piece.role == "left out" and NUMBER_ALONE.fullmatch(piece.text):
            yield f'{piece.block.pos}: left out "{piece.text}": {piece.reason}'
