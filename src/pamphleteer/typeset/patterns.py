"""Reads hyphenation patterns when they are asked for.

Pyphen parses all patterns of a language before the first word: for English fourteen thousand, for
German seventy thousand, of which an issue asks for a few hundred. Here plain patterns are at first
only told apart by their letters, and one is parsed when a word asks for it. What is more than
letters and digits (comments, settings, changed spellings) Pyphen reads as ever.
"""

import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pyphen

NOT_PLAIN = re.compile(r"[%#/^]|[^\S\n]|HYPHENMIN|[^\D1-9]")
"""What a line of a dictionary has that is not just letters, dots and the digits 1 to 9."""

DIGITS = "123456789"

ALWAYS = "\ue000"
"""The letters of a pattern of no language: Pyphen wants to find one in each file."""


class LazyHyphDict(pyphen.HyphDict):  # type: ignore[misc]  # Pyphen has no annotations
    """Pyphen's dictionary of one language, its plain patterns parsed one by one."""

    def __init__(self, path: Path) -> None:
        first, _, rest = path.read_bytes().partition(b"\n")
        text = rest.decode(first.decode().strip())
        others = list(
            dict.fromkeys(_line_around(text, odd.start()) for odd in NOT_PLAIN.finditer(text))
        )
        apart = set(others)
        plain = [line for line in text.split("\n") if line not in apart]
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
        patterns, length, most = self.patterns, len(dotted), self.maxlen
        for start in range(length - 1):
            for stop in range(start + 1, min(start + most, length) + 1):
                if (letters := dotted[start:stop]) in patterns:
                    pattern: Any = patterns.get(letters)
                    offset, values = pattern
                    for at, digit in enumerate(values, start + offset):
                        digits[at] = max(digits[at], digit)
        return [pyphen.DataInt(at - 1, reference=d) for at, d in enumerate(digits) if d % 2]


class LazyPatterns(dict[str, Any]):
    """Patterns by their letters; a plain pattern is text until it is asked for."""

    def __init__(self, plain: list[str]) -> None:
        written = "\n".join(plain).encode()  # bytes are translated ten times as fast as text
        letters = written.translate(None, DIGITS.encode()).decode().split("\n")
        pairs = zip(letters, plain, strict=True)
        super().__init__({bare: pattern for bare, pattern in pairs if bare != pattern})

    def get(self, letters: str, default: Any = None) -> Any:
        """The place of a pattern's first digit in it, and the digits from there to the last."""
        pattern = super().get(letters, default)
        if isinstance(pattern, str):
            pattern = self[letters] = _parse(pattern)
        return pattern


def _line_around(text: str, at: int) -> str:
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    return text[start:end] if end >= 0 else text[start:]


def _parse(pattern: str) -> tuple[int, tuple[int, ...]]:
    first, place = -1, 0
    digits: list[int] = []
    for character in pattern:
        if character not in DIGITS:
            place += 1
            continue
        if first < 0:
            first = place
        digits += [0] * (place - first - len(digits))
        digits.append(int(character))
    return first, tuple(digits)


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
