"""Puts finished files in their place: all of them, or none."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pamphleteer.problems import IssueError, SourcePos, error


def place(issue: Path, files: Mapping[str, str], shared: Mapping[str, str]) -> tuple[Path, ...]:
    """Write an issue's folder, and what is shared beside it.

    Everything is written into a hidden folder beside the issue and then renamed. Files of an
    earlier issue that are not written now stay; those that are shared must not be there yet.

    Args:
        issue: The issue's folder; its parent is made if it is missing.
        files: Texts by path inside the issue's folder.
        shared: Texts by path inside the parent.

    Returns:
        The files, as they were put.

    Raises:
        IssueError: they could not be written; all is then as it was.
    """
    try:
        issue.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{issue.name}-", dir=issue.parent) as scratch:
            _place(Path(scratch), issue, files, shared)
    except OSError as fault:
        message = f'"{issue.as_posix()}" could not be written: {fault.strerror}'
        pos = SourcePos(path=issue.as_posix())
        raise IssueError([error("cannot-write", message, pos=pos)]) from fault
    return (*(issue.parent / name for name in shared), *(issue / name for name in files))


def _place(scratch: Path, issue: Path, files: Mapping[str, str], shared: Mapping[str, str]) -> None:
    new, beside = scratch / "new", scratch / "shared"
    if issue.exists():
        shutil.copytree(issue, new, symlinks=True)
    _write(new, files)
    _write(beside, shared)
    with _taken_back_on_failure(issue.parent, shared):
        for name in shared:
            (beside / name).rename(issue.parent / name)
        _exchange(new, issue, scratch / "old")


def _write(folder: Path, files: Mapping[str, str]) -> None:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


@contextmanager
def _taken_back_on_failure(folder: Path, shared: Mapping[str, str]) -> Iterator[None]:
    try:
        yield
    except BaseException:
        for name in shared:
            (folder / name).unlink(missing_ok=True)
        raise


def _exchange(new: Path, issue: Path, old: Path) -> None:
    """Put the new folder in the place of the issue's, which is put back if that fails."""
    if not issue.exists():
        new.rename(issue)
        return
    issue.rename(old)
    try:
        new.rename(issue)
    except BaseException:
        old.rename(issue)
        raise
