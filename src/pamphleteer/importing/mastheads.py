"""The line that names an issue (title, volume, number, date), and the title above it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pamphleteer.importing.clues import ends_sentence, head_shape
from pamphleteer.importing.names import (
    DATE_LINKS,
    MONTH_OR_SEASON,
    NUMBER,
    PUBLISHED_BY,
    VOLUME,
)
from pamphleteer.importing.pieces import Entry, Piece
from pamphleteer.importing.source import Block, Line
from pamphleteer.importing.words import bare, divides, plain
from pamphleteer.problems import SourcePos

GAP = r"[\s,;:|·•–—-]"
YEAR = r"(?<!\d)(?:19|20)\d\d(?!\d)"
TITLE = rf"(?:(?P<title>.*?\w.*?){GAP}+)?"
VOLUME_PART = rf"(?<!\w)(?P<volume_label>(?:{VOLUME})\.?)\s*(?P<volume>\d+|[IVXLC]+)\b{GAP}*"
NUMBER_LABEL = rf"(?<!\w)(?P<number_label>(?:{NUMBER})\.?)\s*"
NUMBER_PART = rf"{NUMBER_LABEL}(?P<number>\d+(?:[/.-]\d+)?)\b"
NUMBER_OF_YEAR = rf"{NUMBER_LABEL}(?P<number>\d+/{YEAR})"
YEAR_DATE = rf"{GAP}+(?P<date>.*{YEAR}.*)"
ANY_DATE = rf"{GAP}+(?P<date>.*{YEAR}.*|\w+)"

ISSUE_LINES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{TITLE}{VOLUME_PART}{NUMBER_PART}(?:{ANY_DATE})?",
        rf"{TITLE}{VOLUME_PART}{YEAR_DATE}",
        rf"{TITLE}{NUMBER_PART}{YEAR_DATE}",
        rf"{TITLE}{NUMBER_OF_YEAR}",
    )
)
"""Volume and number; volume or number and a date with a year; a number of a year (Nr. 12/2026)."""

BRACKETED = re.compile(r"^\((.*)\)$")
LONGEST_LINE = 140


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What a document says of its issue, and its blocks with those lines marked."""

    entries: tuple[Entry, ...]
    pieces: tuple[Piece, ...]


def read_issue_line(text: str, pos: SourcePos) -> tuple[Entry, ...]:
    """Read ``Title, Volume 1, Number 14, Winter 2026`` and its like; empty if it is none."""
    if len(text) > LONGEST_LINE or ends_sentence(text):
        return ()
    for pattern in ISSUE_LINES:
        match = pattern.fullmatch(text.strip())
        if match and _may_be_of_an_issue(match.groupdict()):
            return tuple(_entries(match.groupdict(), pos))
    return ()


def _may_be_of_an_issue(found: dict[str, str | None]) -> bool:
    """Whether a volume or number alone, with a date, is no sentence ("No 5 were hurt in 2024")."""
    if found.get("volume") and found.get("number"):
        return True
    words = re.findall(r"[^\W\d_]+", found.get("date") or "")
    return all(_is_of_a_date(word) or word[0].isupper() for word in words)


def _is_of_a_date(word: str) -> bool:
    return bool(MONTH_OR_SEASON.match(word)) or word.casefold() in DATE_LINKS


def _entries(found: dict[str, str | None], pos: SourcePos) -> Iterator[Entry]:
    for key in ("title", "volume", "number", "date"):
        value = (found.get(key) or "").strip()
        if value:
            spoken = found.get(f"{key}_label") or ""
            value = BRACKETED.sub(r"\1", value)
            yield Entry(key=(key,), value=value, spoken=spoken, pos=pos)


def find_masthead(blocks: tuple[Block, ...]) -> Masthead:
    """Find what names the issue, the first of its kind before any body text, or else the last."""
    pieces = tuple(_split_at_issue_lines(blocks))
    opening = _opening_length(pieces)
    candidates = [index for index, piece in enumerate(pieces) if piece.role == "issue line"]
    if not candidates:
        return _from_opening(pieces, opening, ())
    main = candidates[0] if candidates[0] <= opening else candidates[-1]
    entries = read_issue_line(pieces[main].text, pieces[main].block.pos)
    return _from_opening(tuple(_without_repeats(pieces, main)), opening, entries)


def _split_at_issue_lines(blocks: Iterable[Block]) -> Iterator[Piece]:
    for block in blocks:
        lines = (_unbroken(line).text for line in block.lines)
        if block.kind not in ("paragraph", "heading") or not divides(lines, block.text):
            yield Piece(role="open", block=block)
            continue
        held: list[Line] = []
        for line in block.lines:
            if role := _line_role(line):
                yield from _held(block, held)
                yield Piece(role=role, block=replace(block, lines=(_unbroken(line),)))
                held = []
            else:
                held.append(line)
        yield from _held(block, held)


def _line_role(line: Line) -> Literal["issue line", "publisher"] | None:
    text = plain(_unbroken(line).text)
    if read_issue_line(text, line.pos):
        return "issue line"
    return "publisher" if PUBLISHED_BY.fullmatch(text) and len(text) < LONGEST_LINE else None


def _unbroken(line: Line) -> Line:
    return replace(line, text=line.text.removesuffix("\\"))


def _held(block: Block, lines: list[Line]) -> Iterator[Piece]:
    if lines:
        last = lines[-1] if lines[-1] is block.lines[-1] else _unbroken(lines[-1])
        whole = (*lines[:-1], last)
        yield Piece(role="open", block=replace(block, lines=whole))


def _opening_length(pieces: tuple[Piece, ...]) -> int:
    """How many pieces stand before the first body text."""
    for index, piece in enumerate(pieces):
        if piece.role == "open" and piece.block.kind != "heading" and not head_shape(piece.text):
            return index
    return len(pieces)


def _without_repeats(pieces: tuple[Piece, ...], main: int) -> Iterator[Piece]:
    """Leave out what repeats the issue line word for word; open again what only resembles it."""
    words = _words(pieces[main].text)
    for index, piece in enumerate(pieces):
        if piece.role != "issue line" or index == main:
            yield piece
        elif _words(piece.text) == words:
            yield replace(piece, role="left out", reason="it repeats the issue's line")
        else:
            yield replace(piece, role="open")


def _from_opening(pieces: tuple[Piece, ...], opening: int, entries: tuple[Entry, ...]) -> Masthead:
    """Add what only the opening says: a date on its own line, the title above it."""
    known = {entry.key[0]: entry.value for entry in entries}
    result = list(pieces)
    for index, piece in enumerate(pieces[:opening]):
        if piece.role == "open" and "date" not in known and _is_date_line(piece.text):
            result[index] = replace(piece, role="issue line")
            entries += (Entry(key=("date",), value=piece.text, pos=piece.block.pos),)
            known["date"] = piece.text
    return _with_title(Masthead(entries=entries, pieces=tuple(result)), opening)


def _with_title(masthead: Masthead, opening: int) -> Masthead:
    pieces = list(masthead.pieces)
    title = next((entry.value for entry in masthead.entries if entry.key == ("title",)), "")
    for index, piece in enumerate(pieces[:opening]):
        if piece.role != "open" or not _is_title(pieces, index, title):
            continue
        if title:
            pieces[index] = replace(piece, role="left out", reason="it repeats the title")
            return replace(masthead, pieces=tuple(pieces))
        pieces[index] = replace(piece, role="title", reason="it stands above the issue's line")
        entry = Entry(key=("title",), value=piece.text, pos=piece.block.pos)
        return replace(masthead, pieces=tuple(pieces), entries=(entry, *masthead.entries))
    return masthead


def _is_date_line(text: str) -> bool:
    """Whether a line is a month or season and a year, and nothing else."""
    words = re.findall(r"[^\W\d_]+", text)
    dated = any(MONTH_OR_SEASON.match(word) for word in words)
    return dated and all(map(_is_of_a_date, words)) and bool(re.search(YEAR, text))


def _is_title(pieces: list[Piece], index: int, known: str) -> bool:
    """Whether a head is the title: it has the title's words, or stands above the issue's line."""
    if known:
        return _words(pieces[index].text) == _words(known)
    return index + 1 < len(pieces) and pieces[index + 1].role == "issue line"


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in bare(text.split()))
