"""What reading one file needs to know, and where it leaves its problems."""

from dataclasses import dataclass, field
from pathlib import Path

from pamphleteer.problems import Problem, SourcePos, error


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """One file that is being read.

    Attributes:
        path: The file's name as problems show it.
        root: The publication's folder, outside which nothing is read.
        bases: The folders from which paths in the file are tried, in turn.
        problems: A collector: all problems of a stage are told at once.
        names: The names that an article's figures and asides have, and where.
    """

    path: str
    language: str
    root: Path
    bases: tuple[Path, ...] = ()
    problems: list[Problem] = field(default_factory=list)
    names: dict[str, SourcePos] = field(default_factory=dict)

    def at(self, line: int) -> SourcePos:
        """Name a line of the file."""
        return SourcePos(path=self.path, line=line)

    def refuse(self, code: str, message: str, hint: str, pos: SourcePos) -> None:
        """Note a problem that stops the build."""
        self.problems.append(error(code, message, hint=hint, pos=pos))
