"""Words that a line's end had cut in two, made whole: with the hyphen, or without it.

A hyphen is dropped only if the documents have the word without it elsewhere, and not with it. No
list of words tells "news-print" from "well-known"; so a hyphen without such evidence stays, and
the editor is told.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from pamphleteer.importing.clues import Vocabulary
from pamphleteer.importing.source import Block, Line
from pamphleteer.importing.words import plain

START = re.compile(r"[\w'’-]*[^\W\d_]-$")
REST = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A word of which a line has the start, hyphen and all, and the next line the rest."""

    start: str
    rest: str
    drops_hyphen: bool
    is_sure: bool = True

    @property
    def whole(self) -> str:
        """The word in one."""
        return (self.start.removesuffix("-") if self.drops_hyphen else self.start) + self.rest


@dataclass(frozen=True, slots=True, kw_only=True)
class MendedCut:
    """A word that was made whole, and the line on which its rest stood."""

    cut: Cut
    line: Line


def find_cut(before: str, after: str, vocabulary: Vocabulary) -> Cut | None:
    """Find the word that is cut between two texts; in "pre- and post-war" there is none."""
    start, rest = START.search(before), REST.match(after)
    if not (start and rest and rest[0][0].islower()) or vocabulary.joins_words(rest[0]):
        return None
    bare = start[0].removesuffix("-")
    closed = f"{bare}{rest[0]}".casefold() in vocabulary.small
    hyphened = f"{bare}-{rest[0]}".casefold() in vocabulary.small
    return Cut(
        start=start[0],
        rest=rest[0],
        drops_hyphen=closed and not hyphened,
        is_sure=closed or hyphened,
    )


def glue(before: Line, after: Line, cut: Cut) -> tuple[Line, Line]:
    """Put the rest of a cut word close to its start."""
    drops_hyphen = cut.drops_hyphen and before.text.endswith("-")
    text = before.text.removesuffix("-") if drops_hyphen else before.text
    return replace(before, text=text), replace(after, lead="", drops_hyphen=drops_hyphen)


def mend_cut_words(block: Block, vocabulary: Vocabulary) -> tuple[Block, tuple[MendedCut, ...]]:
    """Make the words whole that the line ends of a paragraph cut; also say which."""
    if block.kind != "paragraph" or "`" in block.text:
        return block, ()
    mended: list[MendedCut] = []
    for index, (before, after) in enumerate(pairwise(block.lines)):
        cut = find_cut(before.text, after.text, vocabulary)
        if cut is None:
            continue
        last, first = glue(block.lines[index], after, cut)
        lines = (*block.lines[:index], last, first, *block.lines[index + 2 :])
        tried = replace(block, lines=lines)
        if plain(tried.text) == plain(block.text).replace(f"{cut.start} {cut.rest}", cut.whole, 1):
            block = tried
            mended.append(MendedCut(cut=cut, line=after))
    return block, tuple(mended)
