"""Lines that say who wrote an article."""

import re

from pamphleteer.importing.clues import Vocabulary
from pamphleteer.importing.names import BYLINE_WORDS, NAME_LINKS
from pamphleteer.importing.source import Block
from pamphleteer.importing.words import plain


def is_byline(block: Block, vocabulary: Vocabulary) -> bool:
    """Whether a block is one line such as ``by Ada Bell and Jo van Dam``."""
    words = plain(block.text).split()
    if block.kind != "paragraph" or len(block.lines) != 1 or not 2 <= len(words) <= 8:
        return False
    if not re.fullmatch(BYLINE_WORDS, words[0], re.IGNORECASE):
        return False
    return all(_is_of_a_name(word, vocabulary) for word in words[1:])


def _is_of_a_name(word: str, vocabulary: Vocabulary) -> bool:
    bare = word.strip(".,")
    if bare.casefold() in NAME_LINKS:
        return True
    return bare[:1].isupper() and word[-1] not in "!?:" and bare.casefold() not in vocabulary.small
