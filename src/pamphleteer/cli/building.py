"""``pamphleteer build``: an issue's PDFs, made once or whenever a file changes."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pamphleteer.cli.checking import read_codes
from pamphleteer.cli.telling import (
    PROBLEMS_FOUND,
    problems_told,
    progress,
    short,
    tell_built,
    tell_problems,
    tell_report,
)
from pamphleteer.collector import collected_seldom
from pamphleteer.problems import IssueError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pamphleteer.build import Built, Output
    from pamphleteer.issue import Edition

EDITIONS = ("standard", "large-print")

FOLDER = click.Path(path_type=Path, file_okay=False)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("issue_dir", type=FOLDER, required=False)
@click.option("--out", type=FOLDER, help="Folder for the PDFs; ISSUE_DIR/out if not given.")
@click.option("--only", metavar="NAMES", help="Make only these: screen,print,booklet.")
@click.option("--edition", type=click.Choice(EDITIONS),
              help="Make this one: large-print is a file in large type, not folded.")  # fmt: skip
@click.option("--printer", metavar="NAME", help="Make the booklet for a printer of which you have "
              "a profile: see pamphleteer printer.")  # fmt: skip
@click.option("--accept", metavar="CODES", help="Build in spite of these errors of the check, such "
              "as image-ppi.")  # fmt: skip
@click.option("--watch", is_flag=True, help="Build again whenever a file changes.")
@click.option("--explain", is_flag=True, help="Tell why each page is as it is.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
def build(
    *,
    issue_dir: Path | None,
    out: Path | None,
    only: str | None,
    edition: Edition | None,
    printer: str | None,
    accept: str | None,
    watch: bool,
    explain: bool,
    as_json: bool,
) -> None:
    """Make an issue's PDFs.

    Without ISSUE_DIR: the issue in this folder, or else the newest under issues/.
    """
    import_rooms()
    outputs = _outputs(only)
    if watch and as_json:
        raise click.UsageError("--watch and --json do not go together")
    if edition == "large-print" and (only or printer):
        option = "--only" if only else "--printer"
        raise click.UsageError(f"large print is one file, not folded: {option} says nothing of it")
    wish = _Wish(
        out=out,
        outputs=outputs,
        edition=edition,
        printer=printer,
        accept=read_codes(accept),
        explain=explain,
    )
    if watch:
        _keep_building(issue_dir, wish)
    elif as_json:
        sys.exit(_build_as_json(issue_dir, wish))
    else:
        sys.exit(_build(issue_dir, wish))


def import_rooms() -> None:
    """Import what a build needs, and let the garbage collector pass over it from then on."""
    with collected_seldom():
        import pamphleteer.build  # noqa: F401  # the functions below import names from it


def _outputs(only: str | None) -> tuple[Output, ...]:
    from pamphleteer.build import OUTPUTS

    if only is None:
        return OUTPUTS
    names = [name.strip() for name in only.split(",") if name.strip()]
    for name in names:
        if name not in OUTPUTS:
            message = f'"{name}": expected {" or ".join(OUTPUTS)}'
            raise click.BadParameter(message, param_hint="--only")
    if not names:
        raise click.BadParameter("name at least one", param_hint="--only")
    return tuple(name for name in OUTPUTS if name in names)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wish:
    """What a build is to make, where, for which printer, and what it puts up with."""

    out: Path | None
    outputs: tuple[Output, ...]
    edition: Edition | None
    printer: str | None
    accept: tuple[str, ...]
    explain: bool

    def build(self, folder: Path, tell: Callable[[str], None]) -> Built:
        """Build an issue as it is wished."""
        from pamphleteer.build import build_issue
        from pamphleteer.desk.printers import read_printer

        printer = read_printer(self.printer) if self.printer else None
        return build_issue(
            folder,
            out=self.out,
            only=self.outputs,
            edition=self.edition,
            printer=printer,
            profiles=lambda name, pos: read_printer(name, pos=pos),
            accept=self.accept,
            tell=tell,
        )


def _build(issue_dir: Path | None, wish: _Wish) -> int:
    from pamphleteer.issue import find_issue

    try:
        folder = issue_dir or find_issue(Path())
        if issue_dir is None:
            click.echo(f"Building {short(folder)}")
        with progress() as tell:
            built = wish.build(folder, tell)
    except IssueError as fault:
        tell_problems(fault)
        tell_report(fault.problems, issue_dir)
        return PROBLEMS_FOUND
    tell_built(built)
    tell_report(built.problems, issue_dir)
    if wish.explain:
        from pamphleteer.wording import explained

        for line in explained(built):
            click.echo(line)
    return 0


def _build_as_json(issue_dir: Path | None, wish: _Wish) -> int:
    from pamphleteer.issue import find_issue
    from pamphleteer.wording import as_json, paper_needed

    try:
        built = wish.build(issue_dir or find_issue(Path()), lambda _: None)
    except IssueError as fault:
        nothing: dict[str, object] = {
            **dict.fromkeys(("pages", "sheets", "copies", "paper", "lines")),
            "outputs": [],
            "removed": [],
        }
        click.echo(as_json(**nothing, problems=fault.problems))
        return PROBLEMS_FOUND
    paths = {
        "outputs": [str(path) for path in built.outputs],
        "removed": [str(path) for path in built.removed],
    }
    lines = {"planned": built.lines.planned, "stock": built.lines.stock}
    facts = {
        "pages": built.pages,
        "sheets": built.sheets,
        "copies": int(built.issue.printing.copies),
        "paper": paper_needed(built),
        "lines": lines,
    }
    click.echo(as_json(**facts, **paths, problems=built.problems))
    return 0


def _keep_building(issue_dir: Path | None, wish: _Wish) -> None:
    from pamphleteer.desk.watching import watch_files
    from pamphleteer.issue import find_issue

    with problems_told():
        folder = issue_dir or find_issue(Path())
    if not (folder / "issue.yaml").is_file():
        sys.exit(_build(folder, wish))
    root = folder.parent if (folder.parent / "publication.yaml").is_file() else folder
    changes = watch_files(root, out=wish.out or folder / "out")
    with suppress(KeyboardInterrupt):  # during a build, too, it is how one stops
        _build(folder, wish)
        click.echo(f"Watching {short(root)}; stop with Ctrl-C.")
        for names in changes:
            click.echo(f"Changed: {', '.join(names)}")
            _build(folder, wish)
