r"""Reads the files of a publication, and none beside it.

A path is shown relative to the working directory where it lies below it. Line ends become ``\n``;
a text that is not UTF-8, or holds characters that cannot be printed, is refused with its place.
"""

import os
import re
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path, PurePosixPath

from pamphleteer.problems import Problem, SourcePos, error, nearest

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")

NOT_TEXT_HINT = "Open it in a text editor or word processor, and save it as plain text in UTF-8."


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A path as an editor wrote it, and where; tried from each folder of ``bases`` in turn."""

    text: str
    pos: SourcePos
    bases: tuple[Path, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """What a reference should lead to: its ``noun`` and the code of the error if it is missing."""

    noun: str
    code: str
    suffixes: tuple[str, ...]


ARTICLE = FileKind(noun="article", code="unknown-article", suffixes=(".md", ".markdown", ".txt"))
IMAGE = FileKind(
    noun="image",
    code="unknown-image",
    suffixes=(
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".webp",
        ".tif",
        ".tiff",
        ".heic",
        ".heif",
        ".svg",
        ".pdf",
    ),
)


def absolute(path: Path) -> Path:
    """Make a path absolute and free of ``..``, without following links."""
    return Path(os.path.abspath(path))  # noqa: PTH100 (Path.absolute keeps the ..)


def shown(path: Path) -> str:
    """Write a path as problems show it: relative to the working directory when below it."""
    here, there = Path.cwd(), absolute(path)
    return there.relative_to(here).as_posix() if there.is_relative_to(here) else str(there)


def read_text(path: Path) -> tuple[str, list[Problem]]:
    r"""Read a text file as UTF-8, with ``\n`` at line ends.

    Returns:
        The text, and the problems that were found; with problems the text is empty.
    """
    name = shown(path)
    try:
        raw = path.read_bytes()
    except OSError as failure:
        message = f'cannot read "{name}": {failure.strerror}'
        return "", [error("unreadable-file", message, pos=SourcePos(path=name))]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        return "", [_not_utf8(name, raw, failure.start)]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    control = CONTROL.search(text)
    return ("", [_control_character(name, raw, text, control)]) if control else (text, [])


def _not_utf8(name: str, raw: bytes, offset: int) -> Problem:
    before = raw[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line_start = before.rfind(b"\n") + 1
    column = len(before[line_start:].decode("utf-8-sig", "replace")) + 1
    pos = SourcePos(path=name, line=before.count(b"\n") + 1, column=column)
    message = f"byte {offset} (0x{raw[offset]:02X}) is not UTF-8"
    return error("not-utf-8", message, hint=NOT_TEXT_HINT, pos=pos)


def _control_character(name: str, raw: bytes, text: str, found: re.Match[str]) -> Problem:
    pos = place(name, text, found.start())
    offset = raw.find(found[0].encode())
    if found[0] == "\0":
        return error("nul-byte", f"byte {offset} is NUL", hint=NOT_TEXT_HINT, pos=pos)
    message = f"byte {offset} is the control character U+{ord(found[0]):04X}"
    return error("control-character", message, hint="Delete it: it cannot be printed.", pos=pos)


def place(name: str, text: str, offset: int) -> SourcePos:
    """Say at which line and column of a text an offset lies."""
    line_start = text.rfind("\n", 0, offset) + 1
    return SourcePos(
        path=name, line=text.count("\n", 0, offset) + 1, column=offset - line_start + 1
    )


def find_file(reference: Reference, kind: FileKind, root: Path) -> Path | Problem:
    """Find the file that a reference names, inside the publication's folder ``root``.

    Links are followed before the comparison, so that none leads out of the publication.
    """
    if _is_anchored(reference.text):
        return _outside(reference, kind)
    if "\0" in reference.text:
        return _missing(reference, kind, [])
    places = [absolute(base / reference.text) for base in reference.bases]
    inside = [path for path in places if is_inside(path, root)]
    files = [path for path in inside if is_file(path)]
    if files:
        return files[0]
    if places[0] not in inside or any(
        os.path.lexists(path) for path in places if path not in inside
    ):
        return _outside(reference, kind)
    return _missing(reference, kind, inside)


def is_inside(path: Path, root: Path) -> bool:
    """Whether a path lies in a folder when all links are followed, even those that go in rings."""
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(root))


def is_file(path: Path) -> bool:
    """Whether there is such a file; a path that is too long or may not be looked at is none."""
    return os.path.isfile(path)  # noqa: PTH113 (Path.is_file raises for those)


def _is_anchored(text: str) -> bool:
    return text.startswith(("/", "\\", "~")) or bool(re.match(r"[A-Za-z]:[\\/]", text))


def _outside(reference: Reference, kind: FileKind) -> Problem:
    return error(
        "outside-publication",
        f'{kind.noun} "{reference.text}" lies outside the publication',
        hint="Copy the file into the publication's folder; nothing outside it is read.",
        pos=reference.pos,
    )


def _missing(reference: Reference, kind: FileKind, places: list[Path]) -> Problem:
    what = "is a folder, not a file" if any(map(_is_folder, places)) else ""
    message = (
        f'{kind.noun} "{reference.text}" {what}' if what else f'no {kind.noun} "{reference.text}"'
    )
    return error(kind.code, message, hint=_suggest(reference, kind), pos=reference.pos)


def _suggest(reference: Reference, kind: FileKind) -> str:
    """Name the nearest file there is: by its whole path, or else by its name alone."""
    wanted = PurePosixPath(reference.text.replace("\\", "/"))
    known = [path for base in reference.bases for path in _files_near(base, wanted.parent, kind)]
    by_name = {PurePosixPath(path).name.lower(): path for path in reversed(known)}
    close = get_close_matches(wanted.name.lower(), by_name, n=1)
    if close and not nearest(str(wanted), known):
        return f'Did you mean "{by_name[close[0]]}"?'
    return nearest(str(wanted), known) or f"No such file in {shown(reference.bases[0])}."


def _files_near(base: Path, named: PurePosixPath, kind: FileKind) -> list[str]:
    """List files of a kind in a folder, its subfolders, and one that an editor named."""
    folders = [base, base / named, *filter(_is_folder, _listed(base))]
    files = [
        path
        for folder in dict.fromkeys(map(absolute, folders))
        for path in _listed(folder)
        if path.suffix.lower() in kind.suffixes
    ]
    return [Path(os.path.relpath(path, base)).as_posix() for path in files]


def _listed(folder: Path) -> list[Path]:
    """What is in a folder; nothing if it is none, or may not be looked at."""
    try:
        return sorted(folder.iterdir())
    except (OSError, ValueError):
        return []


def _is_folder(path: Path) -> bool:
    return os.path.isdir(path)  # noqa: PTH112 (as in is_file)
