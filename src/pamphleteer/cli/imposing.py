"""``pamphleteer impose``: any PDF onto any sheet."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pamphleteer.cli.asked import FILE, read_ticket, read_wish, with_options
from pamphleteer.cli.telling import PROBLEMS_FOUND, progress, tell_files, tell_problems
from pamphleteer.collector import collected_seldom
from pamphleteer.problems import IssueError
from pamphleteer.ticket.table import BY_NAME, SCHEMES

if TYPE_CHECKING:
    from pamphleteer.impose import Imposed

QUOTED_KEY = re.compile("`(.+?)`")


class Imposing(click.Command):
    """A command whose help tells at its end what each scheme is."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the schemes as a list."""
        with formatter.section("Schemes"):
            formatter.write_dl([(name, _in_options(what)) for name, what in SCHEMES.items()])
        super().format_epilog(ctx, formatter)


def _in_options(what: str) -> str:
    """What is said of a scheme, with options in the place of the keys that it names."""
    return QUOTED_KEY.sub(lambda found: BY_NAME[found[1]].option, what)


@click.command(cls=Imposing, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("source", metavar="IN.pdf", type=FILE)
@click.option("-o", "--output", type=FILE, required=True, help="The file to write.")
@with_options
@click.pass_context
def impose(context: click.Context, /, *, source: Path, output: Path, **_: Any) -> None:
    """Put the pages of any PDF on sheets, and prove by folding that they read in order.

    Pages keep their size unless --scale is given. A grid of your own is written as the sheet lies:
    rows divided by slashes, * behind a page that stands on its head, > or < where its head points
    to the right or left. What these options say can stand under printing: in a manifest as well.
    """
    if not output.name:
        raise click.BadParameter("the file has no name", param_hint="--output")
    ticket = read_ticket(context)
    with collected_seldom():
        from pamphleteer.impose import impose_file
        from pamphleteer.imposition.orders import job_of

    try:
        setting, wish = read_wish(ticket)
        with progress() as tell:
            made = impose_file(source, output, job_of(ticket), setting, wish=wish, tell=tell)
    except IssueError as fault:
        tell_problems(fault)
        sys.exit(PROBLEMS_FOUND)
    _tell(made)


def _tell(made: Imposed) -> None:
    from pamphleteer.imposition.telling import write_instructions
    from pamphleteer.wording import blank_lines, creep_lines

    for problem in made.problems:
        click.echo(str(problem), err=True)
    pages, sheets = made.pages, made.sheets
    folded = "folded in simulation: they read in order"
    click.echo(f"{pages} page{'s' * (pages > 1)} on {sheets} sheet{'s' * (sheets > 1)}, {folded}")
    tell_files(made.outputs, made.removed)
    said = (*blank_lines(pages, made.plan), *creep_lines(made.plan, made.setting, made.margin))
    for line in (*said, "", *write_instructions(made.instructions)):
        click.echo(line)
