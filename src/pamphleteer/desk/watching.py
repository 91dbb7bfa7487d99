"""Tells when a publication's files have changed."""

from collections.abc import Iterator
from pathlib import Path

from watchfiles import watch

IGNORED = {"out", "__pycache__", ".git"}


def watch_files(folder: Path, *, out: Path) -> Iterator[tuple[str, ...]]:
    """Yield the names of what changed below a folder, each time something did.

    The folder of outputs is passed over, whatever its name, and so are hidden files, which editors
    write beside the one that is edited.
    """
    root, outputs = folder.resolve(), out.resolve()
    for changes in watch(root, raise_interrupt=False):
        paths = sorted({Path(path) for _, path in changes})
        names = tuple(
            str(path.relative_to(root))
            for path in paths
            if not path.is_relative_to(outputs) and not _is_ignored(path.relative_to(root))
        )
        if names:
            yield names


def _is_ignored(path: Path) -> bool:
    return any(part in IGNORED or part.startswith(".") or part.endswith("~") for part in path.parts)
