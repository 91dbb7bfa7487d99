"""Tells when a publication's files have changed."""

from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from watchfiles import watch

IGNORED = {"out", "__pycache__", ".git"}
LOOK_AGAIN = 500
"""Milliseconds after which files are looked at even if the system told of no change."""


def watch_files(folder: Path, *, out: Path) -> Iterator[tuple[str, ...]]:
    """Tell the names of what changed below a folder, each time something did, from now on.

    The folder of outputs is passed over, whatever its name, and so are hidden files, which editors
    write beside the one that is edited.
    """
    root, outputs = folder.resolve(), out.resolve()
    return _tell_changes(root, outputs, _times(root, outputs))


def _tell_changes(
    root: Path, outputs: Path, before: Mapping[str, int]
) -> Iterator[tuple[str, ...]]:
    """Compare times whenever the system tells of a change, and now and then.

    The system tells nothing of what happened before it was asked, nor of changes on the disks of
    another system, such as Windows' below WSL.
    """
    for _ in watch(root, yield_on_timeout=True, rust_timeout=LOOK_AGAIN, raise_interrupt=False):
        now = _times(root, outputs)
        if changed := {name for name, _ in before.items() ^ now.items()}:
            before = now
            yield tuple(sorted(changed))


def _times(root: Path, outputs: Path) -> dict[str, int]:
    """When each file was changed last."""
    times = {}
    for path in root.rglob("*"):
        name = path.relative_to(root)
        if not path.is_relative_to(outputs) and not _is_ignored(name):
            # An editor may take a file away at any time, to put the new one in its place.
            with suppress(FileNotFoundError):
                if path.is_file():
                    times[str(name)] = path.stat().st_mtime_ns
    return times


def _is_ignored(path: Path) -> bool:
    return any(part in IGNORED or part.startswith(".") or part.endswith("~") for part in path.parts)
