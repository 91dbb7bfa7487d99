"""Reads CMaps: how long codes are, and which characters they mean.

ISO 32000-2, 9.7.5 and 9.10.3.
"""

import re
from collections.abc import Iterator

MOST = 70_000
"""Entries that are read: more than a font has glyphs."""

BLOCK = re.compile(rb"begin(bfchar|bfrange|codespacerange)(.*?)end\1", re.DOTALL)
HEX = rb"<\s*([0-9A-Fa-f\s]*)>"
PAIR = re.compile(HEX + rb"\s*" + HEX)
RANGE = re.compile(HEX + rb"\s*" + HEX + rb"\s*(?:" + HEX + rb"|\[([^\]]*)\])")
ITEM = re.compile(HEX)


def read_lengths(data: bytes) -> tuple[int, ...]:
    """The numbers of bytes that codes have, by the ranges of codes."""
    found = {
        len(_bytes(low))
        for kind, body in BLOCK.findall(data)
        if kind == b"codespacerange"
        for low, _ in PAIR.findall(body)
    }
    return tuple(sorted(found - {0}))


def read_meanings(data: bytes) -> dict[int, str]:
    """The text that each code means."""
    meanings: dict[int, str] = {}
    for kind, body in BLOCK.findall(data):
        pairs = _chars(body) if kind == b"bfchar" else _ranges(body) if kind == b"bfrange" else ()
        for code, text in pairs:
            meanings[code] = text
            if len(meanings) >= MOST:
                return meanings
    return meanings


def _chars(body: bytes) -> Iterator[tuple[int, str]]:
    for code, text in PAIR.findall(body):
        yield _number(code), _text(text)


def _ranges(body: bytes) -> Iterator[tuple[int, str]]:
    for low, high, text, listed in RANGE.findall(body):
        first, count = _number(low), min(_number(high) - _number(low) + 1, MOST)
        if listed:
            for offset, item in zip(range(count), ITEM.findall(listed), strict=False):
                yield first + offset, _text(item)
            continue
        start = _text(text)
        for offset in range(count if start else 0):
            last = ord(start[-1]) + offset
            yield first + offset, start[:-1] + (chr(last) if last < 0x110000 else "")


def _bytes(digits: bytes) -> bytes:
    plain = b"".join(digits.split())
    return bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode())


def _number(digits: bytes) -> int:
    return int.from_bytes(_bytes(digits)[:4])


def _text(digits: bytes) -> str:
    return _bytes(digits).decode("utf-16-be", "replace")
