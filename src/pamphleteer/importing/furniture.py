"""Page numbers and running heads that came with the text, taken out where pages show."""

import re
from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import replace

from pamphleteer.importing.clues import begins_small, ends_sentence
from pamphleteer.importing.pieces import Piece

Pieces = tuple[Piece, ...]

PAGE_WORD = r"page|p\.|seite|s\.|página|pagina|blz\."
NUMBER_ALONE = re.compile(
    rf"[-–—•·\s]*(?P<word>{PAGE_WORD})?\s*(?P<number>\d{{1,3}})"
    r"(?P<total>\s*(?:/|of|von|de|sur|di)\s*\d{1,3})?[-–—•·\s]*",
    re.IGNORECASE,
)

OFTEN = 3
"""A line that stands so often by itself may be a running head."""

LONG = 40
"""Text that is shorter is no half of a paragraph."""


def leave_out_furniture(pieces: Pieces, title: str) -> Pieces:
    """Take out page numbers and running heads; ``title`` is the publication's, or empty.

    A line is one of them if it stands between two halves of a paragraph, or its like does.
    """
    numbers = _page_numbers(pieces)
    heads = _repeated_lines(pieces, title)
    loose = {*numbers, *heads}
    cutting = {index for index in loose if _cuts_paragraph(pieces, index, loose)}
    reasons = {
        **_judge_heads(heads, cutting, _likeness(title)),
        **_judge_numbers(pieces, numbers, cutting),
    }
    return tuple(
        replace(piece, role="left out", reason=reasons[index]) if index in reasons else piece
        for index, piece in enumerate(pieces)
    )


def _page_numbers(pieces: Pieces) -> tuple[int, ...]:
    """Where a number stands alone, if all such numbers count up."""
    found = {index: _number(piece) for index, piece in enumerate(pieces) if _stands_alone(piece)}
    counted = {index: int(match["number"]) for index, match in found.items() if match}
    numbers = list(counted.values())
    return tuple(counted) if numbers == sorted(set(numbers)) else ()


def _number(piece: Piece) -> re.Match[str] | None:
    return NUMBER_ALONE.fullmatch(piece.text)


def _judge_numbers(
    pieces: Pieces, numbers: tuple[int, ...], cutting: Set[int]
) -> Mapping[int, str]:
    """All are page numbers, or none is: if nothing says "page", they may be heads.

    A document of nothing but numbers has no pages that these could be of.
    """
    if len(numbers) == len(pieces):
        return {}
    if any(index in cutting or _says_page(pieces[index]) for index in numbers):
        return dict.fromkeys(numbers, "it is a page number")
    return {}


def _says_page(piece: Piece) -> bool:
    match = _number(piece)
    dashed = re.match(r"[-–—•·]\s*\d", piece.text)
    return bool(match and (match["word"] or match["total"] or dashed))


def _repeated_lines(pieces: Pieces, title: str) -> Mapping[int, str]:
    """Lines that stand often by themselves, or say the title, with what is alike in them."""
    lines = {
        index: _likeness(piece.text)
        for index, piece in enumerate(pieces)
        if _stands_alone(piece) and len(piece.text) <= 80 and not ends_sentence(piece.text)
    }
    counts = Counter(lines.values())
    return {
        index: likeness
        for index, likeness in lines.items()
        if likeness and (counts[likeness] >= OFTEN or likeness == _likeness(title))
    }


def _judge_heads(heads: Mapping[int, str], cutting: Set[int], title: str) -> Mapping[int, str]:
    """Leave out lines of which one cuts a paragraph in two.

    Where such a line cuts none it may be a headline or a slogan: its first place stays, unless it
    is the title, which stands elsewhere already.
    """
    running = {heads[index] for index in cutting if index in heads}
    kept = {title}
    left_out = {}
    for index, likeness in heads.items():
        if likeness in running and (index in cutting or likeness in kept):
            left_out[index] = "it is a running head"
        kept.add(likeness)
    return left_out


def _likeness(text: str) -> str:
    """A line's text without the page number in it."""
    return re.sub(r"\d+", "", text).strip(" -–—|·").casefold()


def _stands_alone(piece: Piece) -> bool:
    return piece.role == "open" and piece.block.kind == "paragraph" and len(piece.block.lines) == 1


def _cuts_paragraph(pieces: Pieces, index: int, loose: Set[int]) -> bool:
    """Whether a line stands between two halves of a paragraph, other such lines apart."""
    before = _nearest(pieces, range(index - 1, -1, -1), loose)
    after = _nearest(pieces, range(index + 1, len(pieces)), loose)
    if before is None or after is None or before.role != "open" or len(before.text) < LONG:
        return False
    return not ends_sentence(before.text) and begins_small(after.text)


def _nearest(pieces: Pieces, indexes: range, loose: Set[int]) -> Piece | None:
    found = (pieces[index] for index in indexes if index not in loose)
    return next((piece for piece in found if piece.role != "left out"), None)
