"""Makes blocks and figures of an article's Markdown, one by one."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from pamphleteer.issue.figures import IN_TEXT, read_figure, sole_image
from pamphleteer.issue.html import render
from pamphleteer.issue.model import Block, BlockKind, Figure
from pamphleteer.issue.notes import notes_in
from pamphleteer.issue.placement import read_placement
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.tokens import block_text, first_line

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


def read_block(
    block: list[Token], scope: Scope, *, attributes: tuple[str, ...] = IN_TEXT
) -> Block | Figure | None:
    """Read a block, or a paragraph that is an image with some of the ``attributes``."""
    pos = scope.at(first_line(block[0]))
    if image := sole_image(block):
        return read_figure(image, pos, scope, attributes)
    kind = KINDS.get(block[0].type)
    if kind is None:
        return None
    if kind == "list":
        _number_items(block)
    return Block(
        kind=kind,
        html=render(block),
        text=block_text(block),
        notes=notes_in(block),
        placement=read_placement(block[0].meta.get("given", {})),
        pos=pos,
    )


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
