"""Heads that stand on the line above their text, with no empty line between, cut from it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pamphleteer.importing.clues import begins_small, head_shape, in_capitals
from pamphleteer.importing.contacts import is_contact_lines
from pamphleteer.importing.names import BYLINE_WORDS, is_about_head, names_contact
from pamphleteer.importing.source import Block
from pamphleteer.importing.words import divides, plain

BYLINE = re.compile(rf"(?:{BYLINE_WORDS})(?:\s+[^\s,.]+,?\.?){{2,7}}", re.IGNORECASE)


def split_run_in_heads(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Cut heads, and bylines under them, from the paragraphs that begin with them."""
    return tuple(part for block in blocks for part in _split(block))


def _split(block: Block) -> Iterator[Block]:
    if block.kind != "paragraph" or len(block.lines) < 2 or not _begins_with_head(block):
        yield block
        return
    head, rest = _cut(block, 1)
    yield head
    byline, below = _cut(rest, 1)
    whole = divides((byline.text, below.text), rest.text)
    if below.lines and whole and BYLINE.fullmatch(plain(byline.text)):
        yield byline
        yield below
    else:
        yield rest


def _begins_with_head(block: Block) -> bool:
    head, rest = _cut(block, 1)
    if not divides((head.text, rest.text), block.text):
        return False
    text, after = plain(head.text), plain(rest.lines[0].text)
    if head_shape(text) is None or begins_small(after):
        return False
    if is_about_head(text) or (names_contact(text) and is_contact_lines(rest)):
        return True
    return in_capitals(text) and not in_capitals(after)


def _cut(block: Block, at: int) -> tuple[Block, Block]:
    """Cut a block before a line; a hard break at the cut is no longer needed."""
    before, after = block.lines[:at], block.lines[at:]
    last = replace(before[-1], text=before[-1].text.removesuffix("\\"))
    head = replace(block, lines=(*before[:-1], last))
    return head, replace(block, lines=after, wide_gap=False)
