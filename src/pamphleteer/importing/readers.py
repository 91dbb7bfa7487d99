"""Files to documents: bytes to clean text, and a reader for each suffix.

Another format is another reader in `READERS`; all of them give a `Document`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from pamphleteer.importing.markdown_source import read_markdown
from pamphleteer.importing.source import Document
from pamphleteer.importing.text_source import read_plain_text
from pamphleteer.problems import IssueError, Problem, SourcePos, error, nearest

READERS: Mapping[str, Callable[[str, str], Document]] = MappingProxyType(
    {
        ".md": read_markdown,
        ".markdown": read_markdown,
        ".txt": read_plain_text,
        ".text": read_plain_text,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleaning:
    """Characters that are no part of the text, what is put for them, and what they are called."""

    found: re.Pattern[str]
    put: str
    name: str


CLEANINGS = (
    Cleaning(found=re.compile(r"\r\n?"), put="\n", name=""),
    Cleaning(found=re.compile("\u00ad[ \t]*\n[ \t]*"), put="", name="soft hyphens at a line's end"),
    Cleaning(found=re.compile("\u00ad"), put="", name="soft hyphens"),
    Cleaning(found=re.compile("[\u200b\ufeff]"), put="", name="invisible characters"),
    Cleaning(found=re.compile("\f"), put=" ", name="form feeds"),
    Cleaning(found=re.compile("[\v\u0085\u2028\u2029]"), put=" ", name="line separators"),
    Cleaning(found=re.compile("[\x01-\x08\x0e-\x1f\x7f-\x9f]"), put=" ", name="control characters"),
)
"""In this order; a line's number stays, but for soft hyphens at a line's end. No name: not told."""


def read_document(path: Path) -> Document:
    """Read one document.

    Raises:
        IssueError: the file is missing, of an unknown kind, not UTF-8, empty, or has NUL bytes.
    """
    shown = path.as_posix()
    reader = READERS.get(path.suffix.lower())
    if not reader:
        raise IssueError([_unknown_suffix(path)])
    text, done = clean(_decode(_read_bytes(path), shown), shown)
    document = reader(text, shown)
    if not document.words and not document.front_matter:
        raise IssueError([_empty(shown)])
    return replace(document, done=done + document.done)


def clean(text: str, shown: str) -> tuple[str, tuple[str, ...]]:
    """Take out what is not text; also say what was taken out, and how often."""
    done = []
    for cleaning in CLEANINGS:
        text, count = cleaning.found.subn(cleaning.put, text)
        if count and cleaning.name:
            done.append(f"{shown}: {count} {cleaning.name} taken out")
    return text, tuple(done)


def _read_bytes(path: Path) -> bytes:
    shown = path.as_posix()
    try:
        return path.read_bytes()
    except FileNotFoundError:
        hint = nearest(path.name, (each.name for each in _siblings(path)))
        problem = error("missing-file", f'no file "{shown}"', hint=hint, pos=SourcePos(path=shown))
    except OSError as fault:
        message = f'"{shown}" could not be read: {fault.strerror}'
        problem = error("unreadable-file", message, pos=SourcePos(path=shown))
    raise IssueError([problem])


def _siblings(path: Path) -> tuple[Path, ...]:
    return tuple(sorted(path.parent.iterdir())) if path.parent.is_dir() else ()


def _decode(data: bytes, shown: str) -> str:
    at = data.find(b"\0")
    if at >= 0:
        raise IssueError([_nul_bytes(data, at, shown)])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise IssueError([_not_utf8(data, fault.start, shown)]) from None


def _nul_bytes(data: bytes, at: int, shown: str) -> Problem:
    pos = SourcePos(path=shown, line=data.count(b"\n", 0, at) + 1)
    message = f"there is a NUL byte at byte {at}; this is not a text in UTF-8"
    return error("nul-byte", message, hint="Save the document as UTF-8 text.", pos=pos)


def _not_utf8(data: bytes, at: int, shown: str) -> Problem:
    pos = SourcePos(path=shown, line=data.count(b"\n", 0, at) + 1)
    message = f"not UTF-8: byte {at} is 0x{data[at]:02x}"
    return error("not-utf-8", message, hint="Save the document as UTF-8 text.", pos=pos)


def _empty(shown: str) -> Problem:
    return error("empty-file", f'"{shown}" has no words', pos=SourcePos(path=shown))


def _unknown_suffix(path: Path) -> Problem:
    shown, known = path.as_posix(), ", ".join(READERS)
    found = f'"{path.suffix}"' if path.suffix else "a name without a suffix"
    message = f"{found} is not a kind of document that can be imported; these are: {known}"
    hint = "Save it as Markdown (.md) or plain text (.txt)."
    return error("unknown-format", message, hint=hint, pos=SourcePos(path=shown))
