"""Pieces to parts: the articles, banners and standing texts of an issue, in their order."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pamphleteer.importing.clues import Vocabulary
from pamphleteer.importing.hyphens import glue
from pamphleteer.importing.joins import Seam, Verdict, judge_seam
from pamphleteer.importing.pieces import Piece, Role
from pamphleteer.importing.source import Block, Line
from pamphleteer.importing.words import plain
from pamphleteer.problems import SourcePos

PartKind = Literal["front", "article", "banner", "about", "contact", "left out"]

OPENS: dict[Role, PartKind] = {
    "headline": "article",
    "banner": "banner",
    "about head": "about",
    "contact head": "contact",
}
ALONE: dict[Role, PartKind] = {
    "title": "front",
    "issue line": "front",
    "publisher": "front",
    "left out": "left out",
}
"""Roles that belong to the whole issue and do not end the part in which they stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the issue. A head, if it has one, is its first piece."""

    kind: PartKind
    pieces: tuple[Piece, ...]
    front_matter: tuple[str, ...] = ()

    @property
    def head(self) -> Piece | None:
        """The piece that opens the part, if there is one."""
        return self.pieces[0] if self.pieces and self.pieces[0].role in OPENS else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Two paragraphs that were looked at: the last line of one, the first of the other."""

    before: Line
    after: Line
    verdict: Verdict


def divide(pieces: Iterable[Piece], *, one_article: bool = False) -> tuple[Part, ...]:
    """Divide one document's pieces into parts, in the document's order.

    ``one_article``: front matter names a headline, and no piece needs to be one.
    """
    parts: list[Part] = []
    found = tuple(pieces)
    open_part: Part | None = None
    for index, judged in enumerate(found):
        if judged.role in ALONE:
            parts.append(Part(kind=ALONE[judged.role], pieces=(judged,)))
            continue
        coming = found[index + 1 :]
        piece = judged if one_article else _in_context(judged, open_part, coming)
        kind = _opened(piece, open_part)
        if kind or open_part is None:
            open_part = Part(kind=kind or "article", pieces=(piece,))
            parts.append(open_part)
        else:
            at = _last_index(parts, open_part)
            open_part = replace(open_part, pieces=(*open_part.pieces, piece))
            parts[at] = open_part
    return _with_definitions(tuple(parts))


def _last_index(parts: list[Part], part: Part) -> int:
    return max(index for index, each in enumerate(parts) if each is part)


def _in_context(piece: Piece, part: Part | None, coming: tuple[Piece, ...]) -> Piece:
    """Change a role that its place contradicts."""
    in_contact = part is not None and part.kind == "contact"
    if piece.role == "contact lines" and not in_contact and coming and coming[0].role == "text":
        return replace(piece, role="text")
    if piece.role == "crosshead" and not piece.block.level and in_contact:
        reason = "it is a head after the contact block"
        return replace(piece, role="headline", reason=reason, sure=False)
    if piece.role == "crosshead" and part is None:
        return replace(piece, role="headline", reason="it is the first head", sure=False)
    return piece


def _opened(piece: Piece, part: Part | None) -> PartKind | None:
    """The part that a piece opens, if it opens one."""
    if piece.role == "contact lines" and (part is None or part.kind != "contact"):
        return "contact"
    if part is not None and part.kind == "banner" and piece.role != "definition":
        return OPENS.get(piece.role, "article")
    return OPENS.get(piece.role)


def _trimmed(part: Part) -> Part:
    """A part without the rules at its beginning and end, which only divided it from others."""
    pieces = list(part.pieces)
    while pieces and pieces[-1].block.is_break:
        pieces.pop()
    while pieces and pieces[0].block.is_break:
        pieces.pop(0)
    return replace(part, pieces=tuple(pieces))


def _with_definitions(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Move each definition of a link or footnote to the end of the first part that refers to it."""
    kept = [
        _trimmed(replace(part, pieces=tuple(each for each in part.pieces if not _defines(each))))
        for part in parts
    ]
    for home, part in enumerate(parts):
        for piece in filter(_defines, part.pieces):
            label = piece.block.text.split("]:")[0].strip()
            users = (index for index, each in enumerate(kept) if _refers(each, label))
            at = next(users, None)
            if at is None:
                at = _nearest_text(parts, home)
            kept[at] = replace(kept[at], pieces=(*kept[at].pieces, piece))
    return tuple(part for part in kept if part.pieces)


def _defines(piece: Piece) -> bool:
    return piece.role == "definition"


def _nearest_text(parts: tuple[Part, ...], home: int) -> int:
    """The part for a definition that nobody refers to: an article, or else its own."""
    texts = [index for index, part in enumerate(parts) if part.kind in ("article", "about")]
    return min(texts, key=lambda index: abs(index - home), default=home)


def _refers(part: Part, label: str) -> bool:
    mark = f"{label}]".casefold()
    return any(mark in piece.block.text.casefold() for piece in part.pieces if not _defines(piece))


def join_paragraphs(
    part: Part, vocabulary: Vocabulary, page_ends: Iterable[SourcePos]
) -> tuple[Part, tuple[Join, ...]]:
    """Join the paragraphs of a part that a page break had cut; also say what was judged.

    Args:
        part: The part.
        vocabulary: How the documents spell their words.
        page_ends: Where page numbers and running heads were left out of the part's document.
    """
    if part.kind not in ("article", "about"):
        return part, ()
    pieces: list[Piece] = []
    joins: list[Join] = []
    for piece in part.pieces:
        if not (pieces and _is_paragraph(pieces[-1]) and _is_paragraph(piece)):
            pieces.append(piece)
            continue
        before = pieces[-1].block
        last, first = before.lines[-1], piece.block.lines[0]
        seam = Seam(
            before=pieces[-1].text,
            after=piece.text,
            vocabulary=vocabulary,
            page_ends=any(last.pos < pos < first.pos for pos in page_ends),
        )
        verdict = _judge(seam, before, piece.block)
        joins.append(Join(before=last, after=first, verdict=verdict))
        if verdict.join:
            pieces[-1] = replace(pieces[-1], block=_joined(before, piece.block, verdict))
        else:
            pieces.append(piece)
    return replace(part, pieces=tuple(pieces)), tuple(joins)


def _judge(seam: Seam, before: Block, after: Block) -> Verdict:
    """Judge two paragraphs, and whether their Markdown may stand in one."""
    verdict = judge_seam(seam)
    whole = f"{seam.before} {seam.after}"
    if verdict.cut:
        whole = seam.before.removesuffix(verdict.cut.start) + verdict.cut.whole
        whole += seam.after.removeprefix(verdict.cut.rest)
    if verdict.join and plain(_joined(before, after, verdict).text) != whole:
        reason = "as one paragraph their Markdown would be read otherwise"
        return Verdict(join=False, sure=False, reason=reason)
    return verdict


def _is_paragraph(piece: Piece) -> bool:
    return piece.role == "text" and piece.block.kind == "paragraph"


def _joined(before: Block, after: Block, verdict: Verdict) -> Block:
    last, first = before.lines[-1], replace(after.lines[0], lead=" ")
    if verdict.cut:
        last, first = glue(last, first, verdict.cut)
    return replace(before, lines=(*before.lines[:-1], last, first, *after.lines[1:]))


def all_pieces(parts: Iterable[Part]) -> Iterator[Piece]:
    """The pieces of all parts."""
    return (piece for part in parts for piece in part.pieces)
