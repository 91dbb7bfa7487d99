"""What is said to an editor: a position, a problem, and the error that carries several of them.

A fault of the editor's is a `Problem`; a stage collects all of its problems and then raises one
`IssueError`. Faults of the programmer's are `ValueError` or assertions.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error stops the build, a warning or a note does not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class SourcePos:
    """A place in a file that an editor wrote; line and column count from 1, 0 is unknown."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.path, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing to tell the editor: what was found, where, and the nearest fix.

    ``code`` is stable and documented; ``hint`` is a whole sentence or empty.
    """

    severity: Severity
    code: str
    message: str
    hint: str = ""
    pos: SourcePos | None = None

    def __str__(self) -> str:
        place = f"{self.pos}: " if self.pos else ""
        first = f"{place}{self.severity}[{self.code}]: {self.message}"
        return f"{first}\n    {self.hint}" if self.hint else first


class IssueError(Exception):
    """Problems that stop a build, in the order in which an editor meets them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def error(code: str, message: str, *, hint: str = "", pos: SourcePos | None = None) -> Problem:
    """Make a problem that stops the build."""
    return Problem(severity=Severity.ERROR, code=code, message=message, hint=hint, pos=pos)


def warning(code: str, message: str, *, hint: str = "", pos: SourcePos | None = None) -> Problem:
    """Make a problem that is told but stops nothing."""
    return Problem(severity=Severity.WARNING, code=code, message=message, hint=hint, pos=pos)


def refuse_errors(problems: Iterable[Problem], accept: Collection[str] = ()) -> tuple[Problem, ...]:
    """Stop at errors, but for those whose codes an editor puts up with: these become warnings.

    Raises:
        IssueError: there is another error.
    """
    told = tuple(
        replace(problem, severity=Severity.WARNING) if problem.code in accept else problem
        for problem in problems
    )
    if errors := [each for each in told if each.severity is Severity.ERROR]:
        codes = ",".join(dict.fromkeys(problem.code for problem in errors))
        hint = f"{errors[-1].hint} To build all the same: --accept {codes}".strip()
        raise IssueError([*errors[:-1], replace(errors[-1], hint=hint)])
    return told


def nearest(name: str, known: Iterable[str]) -> str:
    """Say which known name was probably meant, as a hint: ``Did you mean "city.md"?`` or empty."""
    matches = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f'Did you mean "{matches[0]}"?' if matches else ""
