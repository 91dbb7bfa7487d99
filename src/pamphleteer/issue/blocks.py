"""Makes an article's blocks and figures of its Markdown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from markdown_it.token import Token

from pamphleteer.issue.checks import check_body, check_crossheads, check_definitions
from pamphleteer.issue.figures import read_figure, sole_image
from pamphleteer.issue.html import render
from pamphleteer.issue.inline import to_rich
from pamphleteer.issue.markdown import markdown_for
from pamphleteer.issue.model import Block, BlockKind, Figure, Rich
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.tokens import block_text, first_line, split_blocks

KINDS: dict[str, BlockKind] = {
    "paragraph_open": "paragraph",
    "heading_open": "crosshead",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "blockquote_open": "quote",
    "fence": "code",
    "table_open": "table",
    "hr": "break",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body, and the headline with which it began if it did (``# …``).

    ``passages`` are the words of each part, without the numbers of notes; none for what is no text.
    """

    headline: Rich | None
    parts: tuple[Block | Figure, ...]
    passages: tuple[str, ...]
    is_empty: bool


def read_body(text: str, scope: Scope, *, takes_headline: bool) -> Body:
    """Read an article's body.

    Args:
        text: The Markdown; its first line is the file's first (front matter blanked out).
        scope: The file, and the collector of its problems.
        takes_headline: Whether a ``#`` heading at the beginning is the article's headline.
    """
    env: dict[str, Any] = {}
    tokens = markdown_for(scope.language).parse(text, env)
    check_body(tokens, text.split("\n"), scope)
    check_definitions(tokens, env.get("references", {}), scope)
    blocks = list(split_blocks(tokens))
    headline = _take_headline(blocks, scope) if takes_headline else None
    check_crossheads(blocks, scope)
    read = (_read_block(block, scope) for block in blocks)
    parts = tuple(block for block in read if block)
    passages = tuple(part.text if isinstance(part, Block) else "" for part in parts)
    return Body(headline=headline, parts=parts, passages=passages, is_empty=not blocks)


def _take_headline(blocks: list[list[Token]], scope: Scope) -> Rich | None:
    """Take a ``#`` heading with words from the beginning of the blocks."""
    if not blocks or blocks[0][0].tag != "h1" or not blocks[0][1].content:
        return None
    opening, inline, _ = blocks.pop(0)
    return to_rich(inline, scope.at(first_line(opening)))


def _read_block(block: list[Token], scope: Scope) -> Block | Figure | None:
    pos = scope.at(first_line(block[0]))
    if image := sole_image(block):
        return read_figure(image, pos, scope)
    kind = KINDS.get(block[0].type)
    if kind is None:
        return None
    if kind == "list":
        _number_items(block)
    return Block(kind=kind, html=render(block), text=block_text(block), pos=pos)


def _number_items(block: Sequence[Token]) -> None:
    """Keep the numbers that an author gave to list items, where they do not simply count up.

    Markdown numbers items itself: of 1, 3, 7 it would print 1, 2, 3. All items written alike
    (``1.`` throughout) is its idiom for counting, and is left to count.
    """
    for start, token in enumerate(block):
        if token.type == "ordered_list_open":
            items = list(_items_of(block, start))
            numbers = [int(item.info) for item in items]
            counted = list(range(numbers[0], numbers[0] + len(numbers)))
            if numbers != counted and len(set(numbers)) > 1:
                for item, number in zip(items, numbers, strict=True):
                    item.attrs["value"] = number


def _items_of(block: Sequence[Token], start: int) -> Iterator[Token]:
    """Yield the items of the list that opens at an index, but not those of lists within it."""
    level = block[start].level
    for token in block[start + 1 :]:
        if token.level == level:
            return
        if token.type == "list_item_open" and token.level == level + 1:
            yield token
