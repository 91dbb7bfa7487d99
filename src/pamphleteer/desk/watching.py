"""Tells when a publication's files have changed."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from watchfiles import watch

IGNORED = {"out", "__pycache__", ".git"}


def watch_files(folder: Path, *, out: Path) -> Iterator[tuple[str, ...]]:
    """Tell the names of what changed below a folder, each time something did, from now on.

    The folder of outputs is passed over, whatever its name, and so are hidden files, which editors
    write beside the one that is edited.
    """
    root, outputs = folder.resolve(), out.resolve()
    return _tell_changes(root, outputs, before=_times(root, outputs))


def _tell_changes(
    root: Path, outputs: Path, *, before: Mapping[str, int]
) -> Iterator[tuple[str, ...]]:
    """Tell first what changed while nobody watched, such as during the first build."""
    now = _times(root, outputs)
    if missed := {name for name, _ in before.items() ^ now.items()}:
        yield tuple(sorted(missed))
    for changes in watch(root, raise_interrupt=False):
        paths = sorted({Path(path) for _, path in changes})
        names = tuple(_names(paths, root, outputs))
        if names:
            yield names


def _times(root: Path, outputs: Path) -> dict[str, int]:
    """When each file was changed last."""
    files = (path for path in sorted(root.rglob("*")) if path.is_file())
    return {name: (root / name).stat().st_mtime_ns for name in _names(files, root, outputs)}


def _names(paths: Iterable[Path], root: Path, outputs: Path) -> Iterator[str]:
    for path in paths:
        if not path.is_relative_to(outputs) and not _is_ignored(path.relative_to(root)):
            yield str(path.relative_to(root))


def _is_ignored(path: Path) -> bool:
    return any(part in IGNORED or part.startswith(".") or part.endswith("~") for part in path.parts)
