"""Finds earlier outputs that would be printed by mistake beside the new ones.

A job is written in other parts for another printer, or when its cover is apart. Only names that the
job itself may write are looked at, and nothing but files.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from pamphleteer.imposition.parts import ALL_PARTS, PART_KEY, beside
from pamphleteer.reading.caution import attempt, collect_messages


def find_other_kinds(output: Path, made: Iterable[Path]) -> tuple[Path, ...]:
    """Find what a build for another printer, or with another cover, has made under its own name.

    Such names are nobody else's: whatever stands there is of an earlier build.

    Args:
        output: The name of the job's file.
        made: What is made now.
    """
    return tuple(path for _, path in _find_others(output, made))


def find_other_parts(output: Path, kept: Iterable[Path]) -> tuple[Path, ...]:
    """Find parts of a job that were made under a name somebody chose, and are not made now.

    There a file is taken for such a part only if it says so of itself: a cover that was made as a
    job of its own stays, and so does any other file.

    Args:
        output: The name of the job's file.
        kept: What is made now, and what else is not to be touched.
    """
    others = _find_others(output, kept)
    return tuple(path for part, path in others if read_part(path) == part)


def read_part(path: Path) -> str | None:
    """Read which part of a job a file says it is; None if it does not, or cannot be read."""

    def read() -> str | None:
        said = (PdfReader(path).metadata or DictionaryObject()).get(PART_KEY)
        return str(said) if said else None

    with collect_messages():
        return attempt(read)


def _find_others(output: Path, kept: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Those parts that are files, and not the same as any that is kept."""
    resolved = {path.resolve() for path in kept}
    for part in ALL_PARTS:
        path = beside(output, part)
        if path.is_file() and not path.is_symlink() and path.resolve() not in resolved:
            yield part, path
