"""The commands: the only place that prints.

Exit codes: 0 done, 1 problems of severity error, 2 wrong usage. Rooms are imported inside the
commands, so that ``--help`` answers at once.
"""

from __future__ import annotations

import shlex
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pamphleteer.cli.imposing import impose
from pamphleteer.cli.printing import printer
from pamphleteer.cli.schema import schema
from pamphleteer.cli.telling import (
    PROBLEMS_FOUND,
    problems_told,
    progress,
    short,
    tell_built,
    tell_problems,
)
from pamphleteer.collector import collected_seldom
from pamphleteer.levers import is_on
from pamphleteer.problems import IssueError

if TYPE_CHECKING:
    from collections.abc import Callable

    from pamphleteer.build import Built, Output
    from pamphleteer.issue import Edition

EDITIONS = ("standard", "large-print")

FOLDER = click.Path(path_type=Path, file_okay=False)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="pamphleteer")
def main() -> None:
    """Make a group's periodical: articles in, a PDF and a folded booklet out."""
    try:
        is_on("collector")
    except ValueError as fault:  # the environment names what there is not
        raise click.UsageError(str(fault)) from None


@main.command()
@click.argument("issue_dir", type=FOLDER, required=False)
@click.option("--out", type=FOLDER, help="Folder for the PDFs; ISSUE_DIR/out if not given.")
@click.option("--only", metavar="NAMES", help="Make only these: screen,print,booklet.")
@click.option("--edition", type=click.Choice(EDITIONS),
              help="Make this one: large-print is a file in large type, not folded.")  # fmt: skip
@click.option("--printer", metavar="NAME", help="Make the booklet for a printer of which you have "
              "a profile: see pamphleteer printer.")  # fmt: skip
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
    wish = _Wish(out=out, outputs=outputs, edition=edition, printer=printer, explain=explain)
    if watch:
        _keep_building(issue_dir, wish)
    elif as_json:
        sys.exit(_build_as_json(issue_dir, wish))
    else:
        sys.exit(_build(issue_dir, wish))


@main.command(name="import")
@click.argument("files", type=click.Path(path_type=Path), nargs=-1, required=True)
@click.option("--to", "folder", type=FOLDER, required=True, help="The issue's new folder.")
@click.option("--force", is_flag=True, help="Write into a folder that exists.")
def import_(*, files: tuple[Path, ...], folder: Path, force: bool) -> None:
    """Make an issue's folder of Markdown or plain text documents."""
    from pamphleteer.importing import import_documents

    with problems_told():
        report = import_documents(files, folder, force=force)
    for line in report.lines():
        click.echo(line)
    click.echo(f"\nLook it through, then: pamphleteer build {shlex.quote(str(report.folder))}")


@main.command()
@click.argument("what", metavar="DIR | issue")
@click.argument("name", required=False)
def new(*, what: str, name: str | None) -> None:
    """Begin a publication, or its next issue.

    "pamphleteer new DIR" makes a publication with a finished sample issue in DIR.

    "pamphleteer new issue [NAME]" copies the newest issue's manifest and counts its number up.
    """
    from pamphleteer.desk.starting import start_issue, start_publication

    if what != "issue" and name:
        raise click.UsageError(f'"{name}" is one word too many; a name goes with: new issue NAME')
    with problems_told():
        if what == "issue":
            started = start_issue(Path(), slug=name)
        else:
            started = start_publication(Path(what))
    click.echo(f"Made {started.folder}")
    for sentence in started.advice:
        click.echo(sentence)


@main.command()
def doctor() -> None:
    """Look whether all is here that a build needs."""
    from pamphleteer.desk.doctor import examine

    well = True
    for finding in examine():
        click.echo(f"{'✔' if finding.well else '✘'} {finding.what}: {finding.found}")
        well = well and finding.well
    if not well:
        click.echo("The README tells how to install what is missing.")
    sys.exit(0 if well else PROBLEMS_FOUND)


@main.command()
def layouts() -> None:
    """List the looks that there are."""
    from pamphleteer.layout.inks import plates_of
    from pamphleteer.layout.spec import edition_names, layout_names, read_layout
    from pamphleteer.problems import SourcePos

    with problems_told():
        for name in layout_names():
            layout = read_layout(name, SourcePos(path=name))
            click.echo(f"{name}: {layout.summary}")
            click.echo(f"  pages: {', '.join(layout.pages)}")
            click.echo(f"  plates: {', '.join(plates_of(layout.inks))}")
            for edition in edition_names(name):
                other = read_layout(name, SourcePos(path=name), edition=edition)
                click.echo(f"  {edition}: {', '.join(other.pages)}")


main.add_command(impose)
main.add_command(printer)
main.add_command(schema)


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
    """What a build is to make, where, for which printer; and whether it is explained."""

    out: Path | None
    outputs: tuple[Output, ...]
    edition: Edition | None
    printer: str | None
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
        return PROBLEMS_FOUND
    tell_built(built)
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
