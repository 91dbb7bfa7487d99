"""Finds a passage in an article's texts, word for word; marks and capitals do not matter."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """A word of a text, where it stands in it."""

    word: str
    index: int
    start: int
    end: int


def find_passage(quote: str, texts: Sequence[str]) -> int | None:
    """Give the index of the text in which a passage begins; None if the texts do not have it."""
    wanted, words = _words([quote]), _words(texts)
    sought = [word.word for word in wanted]
    for start in range(len(words) - len(sought) + 1):
        if sought and [word.word for word in words[start : start + len(sought)]] == sought:
            return words[start].index
    return None


def nearest_passage(quote: str, texts: Sequence[str]) -> str:
    """Give the passage that shares most words with a quote, or nothing if that is under a half."""
    words, sought = _words(texts), [word.word for word in _words([quote])]
    size = min(len(sought), len(words))
    missing, best, found = Counter(sought), 0, 0
    here = 0
    for end, word in enumerate(words):
        here += missing[word.word] > 0
        missing[word.word] -= 1
        if end >= size:
            left = words[end - size].word
            missing[left] += 1
            here -= missing[left] > 0
        if here > best:
            best, found = here, max(end - size + 1, 0)
    if 2 * best < max(len(sought), 1):
        return ""
    first, last = words[found], words[found + size - 1]
    text = texts[first.index]
    end = last.end if last.index == first.index else len(text)
    return " ".join(text[first.start : end].split())


def _words(texts: Sequence[str]) -> list[_Word]:
    return [
        _Word(word=match[0].casefold(), index=index, start=match.start(), end=match.end())
        for index, text in enumerate(texts)
        for match in WORD.finditer(text)
    ]
