"""Files to documents: bytes to clean text, and a reader for each suffix.

Another format is another reader in `READERS`; all of them give a `Document`.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType

from pamphleteer.importing.markdown_source import read_markdown
from pamphleteer.importing.source import Document, Done
from pamphleteer.importing.text_source import read_plain_text
from pamphleteer.problems import IssueError, SourcePos, error, nearest

READERS: Mapping[str, Callable[[str, str], Document]] = MappingProxyType(
    {
        ".md": read_markdown,
        ".markdown": read_markdown,
        ".txt": read_plain_text,
        ".text": read_plain_text,
    }
)

SAVE_AS_UTF8 = (
    "Open it in a text editor or word processor, and save it as plain text with the encoding UTF-8."
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
    if not path.exists():
        hint = nearest(path.name, _documents_beside(path))
        raise _refusal("missing-file", f'no file "{shown}"', hint, shown)
    if path.is_dir():
        raise _refusal("unreadable-file", f'"{shown}" is a folder', "Name the files in it.", shown)
    reader = READERS.get(path.suffix.lower())
    if not reader:
        raise _unknown_format(path)
    text, done = clean(_decode(_read_bytes(path), shown), shown)
    document = reader(text, shown)
    if not document.words:
        raise _refusal("empty-file", f'"{shown}" has no words', "", shown)
    return replace(document, done=done + document.done)


def clean(text: str, shown: str) -> tuple[str, tuple[Done, ...]]:
    """Take out what is not text; also say what was taken out, and how often."""
    done = []
    for cleaning in CLEANINGS:
        text, count = cleaning.found.subn(cleaning.put, text)
        if count and cleaning.name:
            pos = SourcePos(path=shown)
            done.append(Done(text=f"took out {cleaning.name} ({count})", pos=pos))
    return text, tuple(done)


def _refusal(code: str, message: str, hint: str, shown: str, *, line: int = 0) -> IssueError:
    pos = SourcePos(path=shown, line=line)
    return IssueError([error(code, message, hint=hint, pos=pos)])


def _read_bytes(path: Path) -> bytes:
    shown = path.as_posix()
    try:
        return path.read_bytes()
    except OSError as fault:
        message = f'"{shown}" could not be read: {fault.strerror}'
        raise _refusal("unreadable-file", message, "", shown) from fault


def _documents_beside(path: Path) -> list[str]:
    beside = path.parent.iterdir() if path.parent.is_dir() else ()
    documents = (each for each in beside if each.is_file() and each.suffix.lower() in READERS)
    return sorted(each.name for each in documents)


def _decode(data: bytes, shown: str) -> str:
    at = data.find(b"\0")
    if at >= 0 and data.startswith((b"\xff\xfe", b"\xfe\xff")):
        message = "the document is in UTF-16, not in UTF-8"
        raise _refusal("not-utf-8", message, SAVE_AS_UTF8, shown, line=1)
    if at >= 0:
        message = f"byte {at} is NUL, which no text in UTF-8 has"
        raise _refusal("nul-byte", message, SAVE_AS_UTF8, shown, line=_line_at(data, at))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = _line_at(data, fault.start)
        message = f"byte {fault.start} (0x{data[fault.start]:02X}) is not UTF-8"
        raise _refusal("not-utf-8", message, SAVE_AS_UTF8, shown, line=line) from None


def _line_at(data: bytes, at: int) -> int:
    """The line of a byte, from 1, whatever ends the lines."""
    return len(re.findall(rb"\r\n?|\n", data[:at])) + 1


def _unknown_format(path: Path) -> IssueError:
    known = ", ".join(READERS)
    found = f'"{path.suffix}"' if path.suffix else "a name without a suffix"
    message = f"{found} cannot be imported yet; expected one of: {known}"
    hint = "Save it as plain text (.txt, in UTF-8) or Markdown (.md), and import that."
    return _refusal("unknown-format", message, hint, path.as_posix())
