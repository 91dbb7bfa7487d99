"""Puts finished files in their place: old or new, never half."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from pamphleteer.problems import IssueError, SourcePos, error


def publish(files: Mapping[Path, bytes]) -> None:
    """Write files whole beside their places, then put each in its place in one step.

    No file is replaced before all of them are written, so that a full disk leaves the old ones.

    Raises:
        IssueError: ``cannot-write``: a folder cannot be made or written, or the disk is full.
    """
    written: dict[Path, Path] = {}
    try:
        for path, content in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            written[path] = _write_beside(path, content)
        for path, temporary in written.items():
            temporary.replace(path)
    except OSError as fault:
        hint = "The earlier files were left as they were. Choose another folder with --out."
        pos = SourcePos(path=str(fault.filename or next(iter(files)).parent))
        message = f"cannot write the output: {fault.strerror or fault}"
        raise IssueError([error("cannot-write", message, hint=hint, pos=pos)]) from fault
    finally:
        for temporary in written.values():
            temporary.unlink(missing_ok=True)


def _write_beside(path: Path, content: bytes) -> Path:
    with tempfile.NamedTemporaryFile(
        dir=path.parent, prefix=f".{path.name}.", delete=False
    ) as file:
        temporary = Path(file.name)
        try:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            temporary.unlink(missing_ok=True)
            raise
    temporary.chmod(0o644)
    return temporary
