"""Page numbers and running heads that came with the text: taken out where pages show, and told."""

import re
from collections import Counter
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


OFTEN = 3
"""A line that stands so often by itself may be a running head."""


def leave_out_furniture(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Take out page numbers, and then running heads."""
    return _leave_out_running_heads(_leave_out_page_numbers(pieces))


def _leave_out_running_heads(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Take out a line that stands three times or more and once cuts a paragraph in two.

    Where it stands without cutting one it may be a title or a slogan: its first place stays.
    """
    counts = Counter(_likeness(piece) for piece in pieces if _may_repeat(piece))
    often = {likeness for likeness, count in counts.items() if count >= OFTEN}
    reason = "it is a running head"
    result: list[Piece] = []
    seen: set[str] = set()
    cutting = {
        _likeness(piece)
        for index, piece in enumerate(pieces)
        if _may_repeat(piece) and _cuts_paragraph(pieces, index)
    }
    for index, piece in enumerate(pieces):
        likeness = _likeness(piece)
        repeated = _may_repeat(piece) and likeness in often & cutting
        first = likeness not in seen and not _cuts_paragraph(pieces, index)
        seen |= {likeness} if repeated else set()
        leave = repeated and not first
        result.append(replace(piece, role="left out", reason=reason) if leave else piece)
    return tuple(result)


def _may_repeat(piece: Piece) -> bool:
    alone = piece.block.kind == "paragraph" and len(piece.block.lines) == 1
    return (
        alone and piece.role == "open" and len(piece.text) <= 80 and not ends_sentence(piece.text)
    )


def _likeness(piece: Piece) -> str:
    """A line's text without the page number in it."""
    return re.sub(r"\d+", "", piece.text).strip(" -–—|·").casefold()


def _leave_out_page_numbers(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
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
    return _cuts_paragraph(pieces, index)


def _cuts_paragraph(pieces: tuple[Piece, ...], index: int) -> bool:
    """Whether a line stands between two halves of a paragraph, whatever else is left out there."""
    before = next((each for each in reversed(pieces[:index]) if _is_long(each)), None)
    after = next((each for each in pieces[index + 1 :] if each.role != "left out"), None)
    if not before or not after:
        return False
    return not ends_sentence(before.text) and begins_small(after.text)


def _is_long(piece: Piece) -> bool:
    return piece.role == "open" and len(piece.text) >= 40


def tell_left_out(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """Say which page numbers and running heads were left out."""
    for piece in pieces:
        if piece.role == "left out" and "repeats" not in piece.reason:
            yield f'{piece.block.pos}: left out "{piece.text}": {piece.reason}'
