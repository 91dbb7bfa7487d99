"""The commands: the only place that prints.

Exit codes: 0 done, 1 problems of severity error, 2 wrong usage. Rooms are imported inside the
commands, so that ``--help`` answers at once.
"""

from __future__ import annotations

import shlex
import sys
from importlib import import_module
from pathlib import Path

import click

from pamphleteer.cli.building import EDITIONS, FOLDER, build, import_rooms
from pamphleteer.cli.telling import PROBLEMS_FOUND, problems_told
from pamphleteer.levers import is_on
from pamphleteer.problems import nearest

__all__ = ["EDITIONS", "import_rooms", "main"]


LOADED_LATER = {
    "check": "checking",
    "impose": "imposing",
    "printer": "printing",
    "schema": "schema",
}
"""Commands, and the module in which each is: a build need not wait for their options."""


class Commands(click.Group):
    """The commands; some are loaded when they are asked for, or told of."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All names, in their order."""
        return sorted({*super().list_commands(ctx), *LOADED_LATER})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, if there is one."""
        if cmd_name not in LOADED_LATER:
            return super().get_command(ctx, cmd_name)
        module = import_module(f"{__name__}.{LOADED_LATER[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called; of one that there is not, the nearest is told."""
        names = self.list_commands(ctx)
        if args[0] not in names and not args[0].startswith("-"):
            hint = nearest(args[0], names) or f"There are: {', '.join(names)}."
            raise click.UsageError(f'no command "{args[0]}". {hint}', ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="pamphleteer")
def main() -> None:
    """Make a group's periodical: articles in, a PDF and a folded booklet out."""
    try:
        is_on("collector")
    except ValueError as fault:  # the environment names what there is not
        raise click.UsageError(str(fault)) from None


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


main.add_command(build)
