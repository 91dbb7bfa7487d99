"""A block among the others of its document, as the rules for heads see it."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from pamphleteer.importing.bylines import is_byline
from pamphleteer.importing.clues import HeadShape, Vocabulary, ends_sentence, head_shape
from pamphleteer.importing.pieces import Piece, Role
from pamphleteer.importing.source import Block, Line
from pamphleteer.importing.words import plain

BOLD_LINE = re.compile(r"(\*\*|__)(?P<text>(?:(?!\1).)+)\1")
HEAD_ROLES = frozenset({"title", "headline", "crosshead", "banner", "about head", "contact head"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What one document is like as a whole.

    ``top`` is the level of its headlines if it marks its heads, else 0. ``one_article``: front
    matter names the headline already. ``gaps``: some heads stand apart more widely than others.
    """

    vocabulary: Vocabulary
    top: int = 0
    one_article: bool = False
    gaps: bool = False
    titled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """One block among the others."""

    block: Block
    coming: tuple[Block, ...]
    previous: Piece | None
    has_headline: bool
    facts: Facts

    @property
    def text(self) -> str:
        """The block as printed text."""
        return plain(self.block.text)

    @property
    def next(self) -> Block | None:
        """The block after this one."""
        return self.coming[0] if self.coming else None

    @property
    def shape(self) -> HeadShape | None:
        """How the block looks like a head, if it does."""
        return shape_of(self.block)

    @property
    def leads(self) -> bool:
        """Whether body text follows, at once or after a byline."""
        bylines = self.next is not None and is_byline(self.next, self.facts.vocabulary)
        after = self.coming[1:] if bylines else self.coming
        return bool(after) and is_body(after[0])

    def piece(self, role: Role, reason: str, *, sure: bool = True, level: int = 2) -> Piece:
        """This block in a role; a head that was only bold loses the marks for it."""
        block = unbold(self.block) if role in HEAD_ROLES else self.block
        return Piece(role=role, block=block, reason=reason, sure=sure, level=level)


def shape_of(block: Block) -> HeadShape | None:
    """How a block looks like a head: one line, or two in capitals; None if it does not."""
    if block.kind == "heading":
        return "capitals"
    if block.kind != "paragraph" or len(block.lines) > 2:
        return None
    shape = head_shape(plain(block.text))
    return shape if len(block.lines) == 1 or shape == "capitals" else None


def is_body(block: Block) -> bool:
    """Whether a block is body text: long, or a finished sentence, or a list and the like."""
    if block.kind != "paragraph":
        return block.kind == "verbatim"
    text = plain(block.text)
    whole = ends_sentence(text) or text.endswith(":") or len(text) >= 60 or len(block.lines) > 1
    return whole and not shape_of(block)


def unbold(block: Block) -> Block:
    """Take the marks from a block that is one bold line."""
    line = block.lines[0]
    match = BOLD_LINE.fullmatch(line.text) if len(block.lines) == 1 else None
    if not match:
        return block
    return replace(block, lines=(Line(text=match["text"], pos=line.pos),))


def find_facts(
    blocks: tuple[Block, ...], vocabulary: Vocabulary, *, one_article: bool, titled: bool
) -> Facts:
    """Look over a document's open blocks."""
    levels = [block.level for block in blocks if block.level]
    top = min(levels, default=0)
    alone_on_top = bool(levels) and levels[0] == top and blocks[0].level == top
    if alone_on_top and not titled and levels.count(top) == 1 and levels.count(top + 1) > 1:
        top += 1 if shape_of(blocks[1]) else 0
    return Facts(
        vocabulary=vocabulary,
        top=top,
        one_article=one_article,
        gaps=_gaps_differ(blocks),
        titled=titled,
    )


def _gaps_differ(blocks: tuple[Block, ...]) -> bool:
    """Whether gaps tell headlines from crossheads, as no capitals do."""
    heads = [
        (shape_of(block), block.wide_gap)
        for block, after in pairwise(blocks[1:])
        if shape_of(block) and is_body(after)
    ]
    wide = [gap for _, gap in heads]
    return any(wide) and not all(wide) and not any(shape == "capitals" for shape, _ in heads)
