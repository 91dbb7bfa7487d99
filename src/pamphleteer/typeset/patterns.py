"""Reads hyphenation patterns when they are asked for.

Pyphen parses all patterns of a language before the first word: for English fourteen thousand, for
German seventy thousand, of which an issue asks for a few hundred. Here plain patterns are at first
only told apart by their letters, and one is parsed when a word asks for it. What is more than
letters and digits (comments, settings, changed spellings) Pyphen reads as ever.

2026-11: what was read is not kept on disk. To read English so takes 4 ms, and 2 from a file that
``marshal`` wrote (German 40 and 20): not worth a file that may be old, foreign or cut off.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO
from itertools import compress
from operator import itemgetter
from pathlib import Path
from typing import Any

import pyphen

ODD = ("HYPHENMIN", *"%#/^0 \t\r\v\f\x1c\x1d\x1e\x1f")
"""What a line of a dictionary has that is not just letters, dots and the digits 1 to 9; others have
white space or digits beyond ASCII."""

ASCII = bytes(range(128))

DIGITS = "123456789"
DIGIT = re.compile(f"([{DIGITS}])")

ALWAYS = "\ue000"
"""The letters of a pattern of no language: Pyphen wants to find one in each file."""


class LazyHyphDict(pyphen.HyphDict):  # type: ignore[misc]  # Pyphen has no annotations
    """Pyphen's dictionary of one language, its plain patterns parsed one by one."""

    def __init__(self, path: Path) -> None:
        first, _, rest = path.read_bytes().partition(b"\n")
        text = rest.decode(first.decode().strip())
        others, plain = _sort_out(text)
        super().__init__(_Excerpt(first, [*others, f"{ALWAYS}1"]))
        del self.patterns[ALWAYS]
        patterns = LazyPatterns(plain)
        if patterns.keys() & self.patterns.keys():
            super().__init__(path)  # of two with the same letters, the later one holds
            patterns.clear()
        patterns.update(self.patterns)
        self.patterns: dict[str, Any] = patterns
        self.maxlen = max(map(len, patterns))

    def positions(self, word: str) -> list[Any]:
        """Where a word may be hyphenated: what Pyphen finds, without a call for each substring."""
        word = word.lower()
        points: list[Any] | None = self.cache.get(word)
        if points is None:
            points = self.cache[word] = self._find(f".{word}.")
        return points

    def _find(self, dotted: str) -> list[Any]:
        digits = [0] * (len(dotted) + 1)
        patterns = self.patterns
        starts, cut = _cuts(len(dotted), self.maxlen)
        parts = cut(dotted)
        known = map(patterns.__contains__, parts)
        for start, letters in compress(zip(starts, parts, strict=True), known):
            pattern: Any = patterns.get(letters)
            offset, values = pattern
            for at, digit in enumerate(values, start + offset):
                digits[at] = max(digits[at], digit)
        return [pyphen.DataInt(at - 1, reference=d) for at, d in enumerate(digits) if d % 2]


class LazyPatterns(dict[str, Any]):
    """Patterns by their letters; a plain pattern is text until it is asked for."""

    def __init__(self, plain: str) -> None:
        written = plain.encode()  # bytes are translated ten times as fast as text
        letters = written.translate(None, DIGITS.encode()).decode().split("\n")
        pairs = zip(letters, plain.split("\n"), strict=True)
        super().__init__({bare: pattern for bare, pattern in pairs if bare != pattern})

    def get(self, letters: str, default: Any = None) -> Any:
        """The place of a pattern's first digit in it, and the digits from there to the last."""
        pattern = super().get(letters, default)
        if isinstance(pattern, str):
            pattern = self[letters] = _parse(pattern)
        return pattern


def _sort_out(text: str) -> tuple[list[str], str]:
    """The lines of a dictionary that have something odd, and the text of all others.

    Each odd sign is searched for by itself, which is ten times as fast as one search for all.
    """
    odd = dict(sorted(line for sign in _odd_signs(text) for line in _lines_with(sign, text)))
    others: list[str] = []
    plain: list[str] = []
    done = 0
    for start, end in odd.items():
        plain.append(text[done:start])
        others.append(text[start:end])
        done = end + 1
    return others, "".join([*plain, text[done:]])


def _odd_signs(text: str) -> tuple[str, ...]:
    beyond = set(text.encode().translate(None, ASCII).decode())
    return (*ODD, *(letter for letter in beyond if letter.isspace() or letter.isdecimal()))


def _lines_with(sign: str, text: str) -> Iterator[tuple[int, int]]:
    """Where the lines begin and end that have a sign."""
    at = text.find(sign)
    while at >= 0:
        end = text.find("\n", at)
        end = end if end >= 0 else len(text)
        yield text.rfind("\n", 0, at) + 1, end
        at = text.find(sign, end)


@cache
def _cuts(length: int, most: int) -> tuple[tuple[int, ...], Callable[[str], tuple[str, ...]]]:
    """Where each part of a text begins that is so long at the most, and what cuts all of them."""
    parts = [
        slice(start, stop)
        for start in range(length - 1)
        for stop in range(start + 1, min(start + most, length) + 1)
    ]
    return tuple(part.start for part in parts), itemgetter(*parts)


def _parse(pattern: str) -> tuple[int, tuple[int, ...]]:
    before, digit, *rest = DIGIT.split(pattern)
    digits = [int(digit)]
    for letters, digit in zip(rest[::2], rest[1::2], strict=False):
        digits += [0] * (len(letters) - 1)
        digits.append(int(digit))
    return len(before), tuple(digits)


class _Excerpt:
    """Some lines of a dictionary, which Pyphen reads as if they were a file."""

    def __init__(self, encoding: bytes, lines: list[str]) -> None:
        self._encoding, self._lines = encoding, lines

    def open(self, _mode: str) -> BytesIO:
        return BytesIO(self._encoding)

    def read_text(self, _encoding: str) -> str:
        return "\n".join(["", *self._lines])


def parse_patterns_when_asked() -> None:
    """Let Pyphen, and so WeasyPrint, read its dictionaries so."""
    pyphen.HyphDict = LazyHyphDict
