"""``pamphleteer impose``: any PDF onto any sheet."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pamphleteer.cli.asked import FILE, read_ticket, read_wish, with_options
from pamphleteer.cli.telling import PROBLEMS_FOUND, progress, short, tell_problems
from pamphleteer.problems import IssueError

if TYPE_CHECKING:
    from pamphleteer.impose import Imposed


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
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
    for path in made.outputs:
        click.echo(f"✔ {short(path)}")
    said = (*blank_lines(pages, made.plan), *creep_lines(made.setting, made.margin))
    for line in (*said, "", *write_instructions(made.instructions)):
        click.echo(line)
