"""Puts finished files in their place: all of them, or none."""

import errno
import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from pamphleteer.problems import IssueError, SourcePos, error


def place(files: Mapping[Path, str | Path], issue: Path) -> None:
    """Write the files of an issue: first into a hidden folder beside it, then all into place.

    The folder of a new issue appears at once, with all that is in it. In one that exists, files of
    the same name are replaced, and others stay.

    Args:
        files: Where each file goes, in the issue's folder or above it: its text, or the file of
            which it is a copy.
        issue: The issue's folder; the folders above it are made if they are missing.

    Raises:
        IssueError: they could not be written; all is then as it was.
    """
    try:
        with ExitStack() as undo:
            _make_folder(issue.parent, undo)
            scratch = Path(tempfile.mkdtemp(prefix=".importing-", dir=issue.parent))
            undo.callback(shutil.rmtree, scratch)
            for target, fresh in _write_fresh(files, issue, scratch).items():
                _make_folder(target.parent, undo)
                _move(fresh, target, undo)
            undo.pop_all()
            shutil.rmtree(scratch)
    except OSError as fault:
        name = issue.as_posix()
        message = f'"{name}" could not be written: {fault.strerror}'
        raise IssueError([error("cannot-write", message, pos=SourcePos(path=name))]) from fault


def _make_folder(folder: Path, undo: ExitStack) -> None:
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir()
        undo.callback(path.rmdir)


def _write_fresh(files: Mapping[Path, str | Path], issue: Path, scratch: Path) -> dict[Path, Path]:
    """Write all files aside; returns what will be moved, by the place it goes to."""
    moves: dict[Path, Path] = {}
    for index, (target, content) in enumerate(files.items()):
        if not issue.exists() and target.is_relative_to(issue):
            moves[issue] = scratch / "issue"
            _write(scratch / "issue" / target.relative_to(issue), content)
        else:
            moves[target] = scratch / f"{index}"
            _write(moves[target], content)
    return moves


def _write(path: Path, content: str | Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, Path):
        shutil.copyfile(content, path)
    else:
        path.write_text(content, encoding="utf-8", newline="\n")


def _move(fresh: Path, target: Path, undo: ExitStack) -> None:
    """Move a file or a new folder into place; a file that is there goes to the scratch folder."""
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, f"{target.name} is a folder")
    if os.path.lexists(target):
        old = fresh.with_name(f"{fresh.name}-old")
        target.rename(old)
        undo.callback(old.rename, target)
    fresh.rename(target)
    undo.callback(target.rename, fresh)
