"""Finds earlier outputs that would be printed by mistake beside the new ones.

A job is written in other parts for another printer, or when its cover is apart; an issue in other
files, when it is printed in other inks. Only names that a job or a build itself may write are
looked at, and nothing but files.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from pamphleteer.imposition.parts import ALL_PARTS, DRUM_KEY, PART_KEY, WHOLE, beside
from pamphleteer.objects import UnreadableError, read_document

OWN_NAMES = {"print": ("print", "riso-preview"), "booklet": ("instructions", "preview")}
DRUMS = {"print": "riso", "booklet": "booklet"}
"""By output, what its files have in their names beside the parts of a booklet, and before a drum's.
"""
PUT_BACK = "put-back"


def find_other_kinds(output: Path, made: Iterable[Path]) -> tuple[Path, ...]:
    """Find what a build for another printer, or with another cover, has made under its own name.

    Such names are nobody else's: whatever stands there is of an earlier build.

    Args:
        output: The name of the job's file.
        made: What is made now.
    """
    return tuple(path for _, path in _find_others(output, made))


def find_outdated(target: Path, output: str, made: Iterable[Path]) -> tuple[Path, ...]:
    """Find what an earlier build has made for an output of an issue, and this one does not.

    It may have been made in other inks, for other drums or another printer, or of keys that are
    switched off since. A drum may have any name: such a file must say that it is for that drum.

    Args:
        target: How the names of the issue's files begin, without a suffix.
        output: ``print`` or ``booklet``.
        made: What is made now.
    """
    kept = {path.resolve() for path in made}
    names = [f"{target.name}-{each}.pdf" for each in OWN_NAMES[output]]
    own = [target.with_name(name) for name in names]
    begin = f"{target.name}-{DRUMS[output]}-"
    drums = [path for path in _list(target.parent) if path.name.startswith(begin)]
    found = [
        *own,
        *find_other_kinds(target.with_name(f"{target.name}-{output}.pdf"), made),
        *(path for path in drums if _is_of_drum(path, path.stem.removeprefix(begin))),
    ]
    return tuple(
        path
        for path in dict.fromkeys(found)
        if path.is_file() and not path.is_symlink() and path.resolve() not in kept
    )


def _list(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.pdf")) if folder.is_dir() else []


def _is_of_drum(path: Path, rest: str) -> bool:
    """Whether a file says that it is what its name says: ``RED``, or ``RED-fronts``.

    The page that shows how a stack is put back is the same for all drums, and says its part alone.
    """
    for part in ALL_PARTS:
        drum = rest if part == WHOLE else rest.removesuffix(f"-{part}")
        if drum != rest or part == WHOLE:
            says = _say_of_itself(path)
            if says.get(DRUM_KEY) == drum:
                return True
            if part.endswith(PUT_BACK) and drum.isupper() and says.get(PART_KEY) == part:
                return True
    return False


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
    return _say_of_itself(path).get(PART_KEY)


def _say_of_itself(path: Path) -> dict[str, str]:
    """The texts by which a file says what it is; none if it cannot be read."""
    try:
        said = read_document(path.read_bytes(), strictly=False).texts
    except (OSError, UnreadableError):
        return {}
    return {key: said[key] for key in (PART_KEY, DRUM_KEY) if key in said}


def _find_others(output: Path, kept: Iterable[Path]) -> Iterator[tuple[str, Path]]:
    """Those parts that are files, and not the same as any that is kept."""
    resolved = {path.resolve() for path in kept}
    for part in ALL_PARTS:
        path = beside(output, part)
        if path.is_file() and not path.is_symlink() and path.resolve() not in resolved:
            yield part, path
