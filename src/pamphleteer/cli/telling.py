"""How commands speak: what is being done, what is wrong, and what was made."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pamphleteer.problems import IssueError

if TYPE_CHECKING:
    from pamphleteer.build import Built
    from pamphleteer.problems import Problem

PROBLEMS_FOUND = 1


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Show what is being done: a line that changes on a terminal, plain lines elsewhere."""
    if not sys.stderr.isatty():
        yield lambda doing: click.echo(f"{doing} …", err=True)
        return
    from rich.console import Console

    with Console(stderr=True).status("Reading") as status:
        yield status.update


@contextmanager
def problems_told() -> Iterator[None]:
    """Tell problems and stop, instead of a traceback."""
    try:
        yield
    except IssueError as fault:
        tell_problems(fault)
        sys.exit(PROBLEMS_FOUND)


def tell_problems(fault: IssueError) -> None:
    """Tell what is wrong, and that nothing was done."""
    for problem in fault.problems:
        click.echo(str(problem), err=True)
    count = len(fault.problems)
    click.echo(f"{count} problem{'s' * (count > 1)}; no file was changed.", err=True)


def tell_report(problems: Sequence[Problem], issue_dir: Path | None) -> None:
    """Tell how to see problems of finished pages on their pictures, if there are any."""
    if not problems:
        return
    from pamphleteer.preflight.own import ways_of  # takes a tenth of a second to load

    folder = f" {shlex.quote(str(issue_dir))}" if issue_dir else ""
    for way in ways_of(problems):
        wanted = "" if way == "office" else f" --for {way}"
        command = f"pamphleteer check{folder}{wanted} --report report.html"
        click.echo(f"To see it on the pages: {command}", err=True)


def tell_built(built: Built) -> None:
    """Tell what a build made, and how to print it."""
    from pamphleteer.wording import how_to_print, page_count

    for problem in built.problems:
        click.echo(str(problem), err=True)
    click.echo(page_count(built))
    tell_files(built.outputs, built.removed)
    for line in how_to_print(built):
        click.echo(line)


def tell_files(outputs: Iterable[Path], removed: Iterable[Path]) -> None:
    """Tell which files were made, and which of earlier ones are no longer there."""
    for path in outputs:
        click.echo(f"✔ {short(path)}")
    for path in removed:
        click.echo(f"✘ {short(path)} was removed: it was of an earlier run, and is not made now")


def short(path: Path) -> str:
    """A path as one would type it here."""
    here = Path.cwd()
    there = path.resolve()
    return str(there.relative_to(here)) if there.is_relative_to(here) else str(path)
