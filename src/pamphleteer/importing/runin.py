"""Heads that stand on the line above their text, with no empty line between, cut from it."""

from collections.abc import Iterable
from dataclasses import replace

from pamphleteer.importing.bylines import is_byline
from pamphleteer.importing.clues import Vocabulary, begins_small, head_shape, in_capitals
from pamphleteer.importing.contacts import is_contact_lines
from pamphleteer.importing.mastheads import read_issue_line
from pamphleteer.importing.names import is_about_head, names_contact
from pamphleteer.importing.source import Block
from pamphleteer.importing.words import divides, plain


def split_run_in_heads(blocks: Iterable[Block], vocabulary: Vocabulary) -> tuple[Block, ...]:
    """Cut heads, and bylines under them, from the paragraphs that begin with them."""
    return tuple(part for block in blocks for part in _split(block, vocabulary))


def _split(block: Block, vocabulary: Vocabulary) -> tuple[Block, ...]:
    head, below = _cut(block)
    if below is None:
        return (block,)
    if _names_issue(head) or (in_capitals(plain(head.text)) and _names_issue(below)):
        return (head, *_split(below, vocabulary))
    byline, text = _cut(below)
    if text is not None and is_byline(byline, vocabulary):
        return (head, byline, text) if _is_head_of(head, text) else (block,)
    return (head, below) if _is_head_of(head, below) else (block,)


def _names_issue(block: Block) -> bool:
    first = block.lines[0]
    return bool(read_issue_line(plain(first.text.removesuffix("\\")), first.pos))


def _is_head_of(head: Block, below: Block) -> bool:
    text, after = plain(head.text), plain(below.lines[0].text)
    if head_shape(text) is None or begins_small(after):
        return False
    if is_about_head(text) or (names_contact(text) and is_contact_lines(below)):
        return True
    return in_capitals(text) and not in_capitals(after)


def _cut(block: Block) -> tuple[Block, Block | None]:
    """Cut a paragraph after its first line; a hard break at the cut is no longer needed.

    There is no second part if there is one line, or if markup goes on over the line's end.
    """
    if block.kind != "paragraph" or len(block.lines) < 2:
        return block, None
    first = replace(block.lines[0], text=block.lines[0].text.removesuffix("\\"))
    head = replace(block, lines=(first,))
    below = replace(block, lines=block.lines[1:], wide_gap=False)
    return (head, below) if divides((head.text, below.text), block.text) else (block, None)
