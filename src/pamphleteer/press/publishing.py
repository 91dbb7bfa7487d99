"""Puts finished files in their place: old or new, never half."""

import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from pamphleteer.problems import IssueError, Problem, SourcePos, error


def publish(files: Mapping[Path, bytes], *, outdated: Iterable[Path] = ()) -> None:
    """Write files whole beside their places, then put each in its place in one step.

    No file is replaced before all of them are written, so that a full disk leaves the old ones. If
    one cannot be replaced, as when a viewer locks it, those before it are brought back; so they are
    when the work is broken off. In the same step go files that have become ``outdated``.

    Raises:
        IssueError: ``cannot-write``: a folder cannot be made or written, the disk is full, or a
            file that is outdated cannot be taken away.
    """
    written: dict[Path, Path] = {}
    kept: dict[Path, Path] = {}
    changed: list[Path] = []
    gone = tuple(outdated)
    path = next(iter(files))
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            written[path] = _write_beside(path, content)
        for path in (*files, *gone):
            if path.exists():
                kept[path] = _keep_beside(path)
        for path in (*files, *gone):
            _put(path, written.get(path))
            changed.append(path)
    except BaseException as fault:
        _bring_back(changed, kept)
        if isinstance(fault, OSError):
            raise IssueError([_cannot_write(path, fault, is_outdated=path in gone)]) from fault
        raise
    finally:
        for temporary in (*written.values(), *kept.values()):
            temporary.unlink(missing_ok=True)


def _put(path: Path, new: Path | None) -> None:
    """Put a new file in the place of an old one, or nothing."""
    if new is None:
        path.unlink(missing_ok=True)
    else:
        new.replace(path)


def _cannot_write(path: Path, fault: OSError, *, is_outdated: bool) -> Problem:
    place = path if path.parent.is_dir() else path.parent
    what = "take away an earlier output, which is outdated" if is_outdated else "write the output"
    return error(
        "cannot-write",
        f"cannot {what}: {fault.strerror or fault}",
        hint="The earlier files were left as they were. Choose another place for it.",
        pos=SourcePos(path=str(place)),
    )


def _keep_beside(path: Path) -> Path:
    """Give an old file a second name, or copy it where there are no second names."""
    kept = path.with_name(f".{path.name}.{os.getpid()}.old")
    kept.unlink(missing_ok=True)
    try:
        kept.hardlink_to(path)
    except OSError:
        with _taken_away_on_failure(kept):
            shutil.copy2(path, kept)
    return kept


@contextmanager
def _taken_away_on_failure(file: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        file.unlink(missing_ok=True)
        raise


def _bring_back(changed: Iterable[Path], kept: Mapping[Path, Path]) -> None:
    for path in changed:
        if path in kept:
            kept[path].replace(path)
        else:
            path.unlink(missing_ok=True)


def _write_beside(path: Path, content: bytes) -> Path:
    with tempfile.NamedTemporaryFile(
        dir=path.parent, prefix=f".{path.name}.", delete=False
    ) as file:
        temporary = Path(file.name)
        with _taken_away_on_failure(temporary):
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    temporary.chmod(0o644)
    return temporary
