"""Plain text to blocks: paragraphs between empty lines, wrapped or not, and underlined heads."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from pamphleteer.importing.escaping import escape
from pamphleteer.importing.source import Block, Document, Line, Word
from pamphleteer.importing.words import plain_words
from pamphleteer.problems import SourcePos

LONGEST_WRAPPED = 120
"""A text with longer lines was not wrapped: each of its lines is a paragraph."""

UNDERLINE = re.compile(r"\s*(={3,}|-{3,})\s*")
RULE = re.compile(r"\s*([-=_*~#•·–—]\s*){3,}")
BULLET = re.compile(r"\s*[-*•]\s+(?=\S)")
NUMBER = re.compile(r"\s*(\d{1,3}[.)])\s+(?=\S)")
INDENT = re.compile(r"\t| {2,}")
CUT_WORD = re.compile(r"[^\W\d_]-$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines of plain text between empty lines; ``gap`` counts the empty ones before."""

    lines: tuple[Line, ...]
    gap: int


def read_plain_text(text: str, shown: str) -> Document:
    """Read plain text."""
    lines = text.split("\n")
    width = max(len(line.rstrip()) for line in lines)
    blocks = (
        block
        for group in _groups(lines, shown)
        for part in _parts(group)
        for block in _blocks(part, width)
    )
    words = plain_words(text)
    return Document(
        path=shown,
        front_matter="",
        blocks=tuple(blocks),
        words=tuple(Word(text=word, pos=SourcePos(path=shown, line=line)) for word, line in words),
    )


def _groups(lines: Iterable[str], shown: str) -> Iterator[Group]:
    held: list[Line] = []
    gap = held_gap = 0
    for number, text in enumerate([*lines, ""], 1):
        if text.strip():
            held_gap, gap = (held_gap if held else gap), 0
            held.append(Line(text=text.rstrip(), pos=SourcePos(path=shown, line=number)))
            continue
        if held:
            yield Group(lines=tuple(held), gap=held_gap)
            held = []
        gap += 1


def _parts(group: Group) -> Iterator[Group]:
    """Cut a group before a line that is indented alone, and after an underlined head."""
    lines, start = group.lines, 0
    for index in range(1, len(lines)):
        if _begins_paragraph(lines, index) or _ends_head(lines, start, index):
            yield replace(group, lines=lines[start:index], gap=group.gap if not start else 0)
            start = index
    yield replace(group, lines=lines[start:], gap=group.gap if not start else 0)


def _begins_paragraph(lines: tuple[Line, ...], index: int) -> bool:
    if not INDENT.match(lines[index].text) or INDENT.match(lines[index - 1].text):
        return False
    return not any(mark.match(lines[0].text) for mark in (BULLET, NUMBER))


def _ends_head(lines: tuple[Line, ...], start: int, index: int) -> bool:
    return index - start == 2 and _is_head(lines[start:index])


def _is_head(lines: tuple[Line, ...]) -> bool:
    return (
        len(lines) == 2
        and bool(UNDERLINE.fullmatch(lines[1].text))
        and not RULE.fullmatch(lines[0].text)
    )


def _blocks(group: Group, width: int) -> Iterator[Block]:
    lines = group.lines
    if _is_head(lines):
        level = 1 if "=" in lines[1].text else 2
        yield _block(group, lines[:1], kind_level=level)
    elif all(RULE.fullmatch(line.text) for line in lines):
        yield Block(kind="verbatim", lines=(replace(lines[0], text="***"),))
    elif _items(lines):
        yield Block(kind="verbatim", lines=tuple(_list_lines(lines)))
    elif max(len(line.text) for line in lines) > LONGEST_WRAPPED:
        for index, line in enumerate(lines):
            yield _block(group if not index else replace(group, gap=0), (line,))
    else:
        yield _block(group, lines, kept=_kept_lines(lines, width))


def _block(group: Group, lines: tuple[Line, ...], *, kind_level: int = 0, kept: int = 0) -> Block:
    """Make a block of lines, of which the first ``kept`` end where they are meant to."""
    texts = [escape(line.text) + ("\\" if index < kept else "") for index, line in enumerate(lines)]
    return Block(
        kind="heading" if kind_level else "paragraph",
        lines=tuple(replace(line, text=text) for line, text in zip(lines, texts, strict=True)),
        level=kind_level,
        wide_gap=group.gap >= 2,
    )


def _kept_lines(lines: tuple[Line, ...], width: int) -> int:
    """How many lines end where they are meant to: none of wrapped text, all of a verse.

    A wrapped text may have heads above it. In a ragged one, by hand, a line in five may be short.
    """
    limit = min(width, LONGEST_WRAPPED)
    full = [_is_full(line, after, limit) for line, after in pairwise(lines)]
    if full.count(True) >= 0.8 * len(full):
        return 0
    above = full.index(True) if True in full else len(full)
    below = full[above:]
    return above if below.count(True) >= 0.8 * max(len(below), 1) else len(full)


def _is_full(line: Line, after: Line, limit: int) -> bool:
    """Whether the next line's first word had no room in a line, or was cut at its end."""
    longer = len(line.text) + 1 + len(after.text.split()[0])
    return longer > limit - 2 or bool(CUT_WORD.search(line.text))


def _items(lines: tuple[Line, ...]) -> bool:
    """Whether these lines are a list of two items or more."""
    for mark in (BULLET, NUMBER):
        if mark.match(lines[0].text) and sum(bool(mark.match(line.text)) for line in lines) > 1:
            return mark is BULLET or _counts_up(lines)
    return False


def _counts_up(lines: tuple[Line, ...]) -> bool:
    found = [match[1] for line in lines if (match := NUMBER.match(line.text))]
    numbers = [int(text[:-1]) for text in found]
    ends = {text[-1] for text in found}
    return numbers == list(range(numbers[0], numbers[0] + len(numbers))) and len(ends) == 1


def _list_lines(lines: tuple[Line, ...]) -> Iterator[Line]:
    mark = BULLET if BULLET.match(lines[0].text) else NUMBER
    indent = "  "
    for line in lines:
        match = mark.match(line.text)
        if match:
            label = "-" if mark is BULLET else match[1]
            indent = " " * (len(label) + 1)
            yield replace(line, text=f"{label} {escape(line.text[match.end() :])}")
        else:
            yield replace(line, text=indent + escape(line.text))
