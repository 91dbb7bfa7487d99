"""Splits a content stream into operators with their operands (ISO 32000-2, 7.8.2), one by one.

Nothing is kept, so that a long stream takes no more memory than a short one. What is not as it
should be is passed over, as viewers do.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

TOKEN = re.compile(
    rb"[\x00\t\n\f\r ]*(?:%[^\r\n]*[\x00\t\n\f\r ]*)*"
    rb"(?:(?P<number>[+-]?(?:\d+\.?\d*|\.\d+)(?=[\x00\t\n\f\r ()<>\[\]{}/%]|$))"
    rb"|(?P<name>/[^\x00\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<open>\(|<<|<|\[)|(?P<close>>>|\]|\)|>|\{|\})"
    rb"|(?P<word>[^\x00\t\n\f\r ()<>\[\]{}/%]+))"
)
SPACE = b"\0\t\n\f\r "
IMAGE_END = re.compile(rb"[\x00\t\n\f\r ]EI(?=[\x00\t\n\f\r /]|$)")
ODD_NUMBER = re.compile(rb"[+-]*(\d+\.?\d*|\.\d+)")
ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|[\s\S])")
ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
HASH = re.compile(r"#([0-9A-Fa-f]{2})")
MOST_OPERANDS = 2000
DEEPEST = 20


class Name(str):
    """A name, without its slash."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class InlineImage:
    """The keys and the data of an image that stands in the content (8.9.7)."""

    keys: dict[str, "Operand"]
    data: bytes


Operand = float | bytes | Name | list["Operand"] | dict[str, "Operand"] | InlineImage | str
Operation = tuple[str, list[Operand]]


def read_operators(data: bytes) -> Iterator[Operation]:
    """Split a stream; an inline image comes as the operator ``BI``."""
    place, operands = 0, list[Operand]()
    while match := TOKEN.match(data, place):
        place = match.end()
        kind = match.lastgroup
        if kind == "number":
            operands.append(float(match["number"]))
        elif kind == "word" and not _is_value(match["word"]):
            word = match["word"].decode("latin-1")
            if word == "BI":
                image, place = _read_inline(data, place)
                operands.append(image)
            yield word, operands
            operands = []
        elif kind != "close":
            value, place = _read_value(data, match, 0)
            operands.append(value)
        if len(operands) > MOST_OPERANDS:
            operands = []


def _is_value(word: bytes) -> bool:
    return word in (b"true", b"false", b"null") or ODD_NUMBER.match(word) is not None


def _read_value(data: bytes, match: "re.Match[bytes]", depth: int) -> tuple[Operand, int]:
    place, kind = match.end(), match.lastgroup or ""
    if kind in PLAIN:
        return PLAIN[kind](match[kind]), place
    opened = match["open"]
    if opened == b"(":
        return _read_string(data, place)
    if opened == b"<":
        end = data.find(b">", place)
        end = len(data) if end < 0 else end
        return _hexadecimal(data[place:end]), end + 1
    values, place = _read_values(data, place, depth + 1)
    if opened == b"[":
        return values, place
    pairs = zip(values[::2], values[1::2], strict=False)
    return {str(key): value for key, value in pairs if isinstance(key, Name)}, place


def _read_values(data: bytes, place: int, depth: int) -> tuple[list[Operand], int]:
    """Values up to what closes them; deep nests are cut off."""
    values: list[Operand] = []
    while match := TOKEN.match(data, place):
        place = match.end()
        if match.lastgroup == "close" or depth > DEEPEST:
            break
        value, place = _read_value(data, match, depth)
        values.append(value)
    return values, place


def _word(word: bytes) -> Operand:
    found = ODD_NUMBER.match(word)
    if found:
        return -float(found[1]) if word.startswith(b"-") else float(found[1])
    return word.decode("latin-1")


def _name(token: bytes) -> Name:
    text = token[1:].decode("latin-1")
    return Name(HASH.sub(lambda found: chr(int(found[1], 16)), text) if "#" in text else text)


def _hexadecimal(digits: bytes) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", digits)
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


PLAIN: dict[str, Callable[[bytes], Operand]] = {
    "number": float,
    "name": _name,
    "word": _word,
}


def _read_string(data: bytes, place: int) -> tuple[bytes, int]:
    """A string in parentheses, which may be nested (7.3.4.2)."""
    level, here = 1, place
    pattern = re.compile(rb"\\[\s\S]|[()]")
    while level:
        match = pattern.search(data, here)
        if not match:
            return data[place:], len(data)
        here = match.end()
        level += {b"(": 1, b")": -1}.get(match[0], 0)
    text = data[place : here - 1]
    return (ESCAPE.sub(_unescape, text) if b"\\" in text else text), here


def _unescape(match: "re.Match[bytes]") -> bytes:
    code = match[1]
    if code[:1].isdigit():
        return bytes([int(code, 8) & 255])
    if code[:1] in (b"\r", b"\n"):
        return b""
    return ESCAPES.get(code, code)


def _read_inline(data: bytes, place: int) -> tuple[InlineImage, int]:
    """The keys up to ID, and the data up to EI."""
    values: list[Operand] = []
    while match := TOKEN.match(data, place):
        place = match.end()
        if match.lastgroup == "word" and match["word"] == b"ID":
            break
        if match.lastgroup != "close":
            value, place = _read_value(data, match, 0)
            values.append(value)
    keys = {str(key): value for key, value in zip(values[::2], values[1::2], strict=False)}
    start = place + (data[place : place + 1] in (b"\n", b" ", b"\r", b"\t"))
    end = IMAGE_END.search(data, start + _least_length(keys))
    if end is None:
        return InlineImage(keys, data[start:]), len(data)
    return InlineImage(keys, data[start : end.start()]), end.end()


def _least_length(keys: dict[str, Operand]) -> int:
    """Bytes that an image without a filter has at the least, where EI may stand by chance."""
    if "F" in keys or "Filter" in keys:
        return 0
    sizes = [keys.get("W", keys.get("Width")), keys.get("H", keys.get("Height"))]
    bits = keys.get("BPC", keys.get("BitsPerComponent", 1.0))
    if not all(isinstance(size, float) for size in (*sizes, bits)):
        return 0
    columns, rows, depth = (int(size) for size in (*sizes, bits) if isinstance(size, float))
    return (columns * depth + 7) // 8 * rows
