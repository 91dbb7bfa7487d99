"""``pamphleteer impose``: any PDF onto any sheet."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pamphleteer.cli.asked import FILE, read_ticket, read_wish, with_options
from pamphleteer.cli.telling import PROBLEMS_FOUND, progress, tell_files, tell_problems
from pamphleteer.collector import collected_seldom
from pamphleteer.problems import IssueError
from pamphleteer.ticket.schemes import SCHEMES
from pamphleteer.ticket.table import BY_NAME

if TYPE_CHECKING:
    from pamphleteer.impose import Imposed
    from pamphleteer.ticket import Ticket

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
@click.option("-o", "--output", type=FILE, help="The file to write.")
@click.option("--plan", is_flag=True, help="Tell what stands where, and write nothing.")
@click.option("--json", "as_json", is_flag=True, help="Tell it as one JSON object.")
@with_options
@click.pass_context
def impose(
    context: click.Context,
    /,
    *,
    source: Path,
    output: Path | None,
    plan: bool,
    as_json: bool,
    **_: Any,
) -> None:
    """Put the pages of any PDF on sheets, and prove by folding that they read in order.

    Pages keep their size unless --scale is given. A grid of your own is written as the sheet lies:
    rows divided by slashes, * behind a page that stands on its head, > or < where its head points
    to the right or left. What these options say can stand under printing: in a manifest as well.
    """
    if as_json and not plan:
        raise click.UsageError("--json does nothing without --plan. Leave it out, or add --plan.")
    if output is None and not plan:
        raise click.UsageError("Missing option '-o' / '--output': the file to write.")
    if output is not None and not output.name:
        raise click.BadParameter("the file has no name", param_hint="--output")
    ticket = read_ticket(context)
    try:
        if output is None or plan:
            _tell_plan(source, ticket, as_json=as_json)
        else:
            _impose(source, output, ticket)
    except IssueError as fault:
        tell_problems(fault)
        sys.exit(PROBLEMS_FOUND)


def _impose(source: Path, output: Path, ticket: Ticket) -> None:
    with collected_seldom():
        from pamphleteer.impose import impose_file
        from pamphleteer.imposition.orders import job_of

    setting, wish = read_wish(ticket)
    with progress() as tell:
        made = impose_file(source, output, job_of(ticket), setting, wish=wish, tell=tell)
    _tell(made)


def _tell_plan(source: Path, ticket: Ticket, *, as_json: bool) -> None:
    """Print what stands where."""
    from pamphleteer.impose import plan_file
    from pamphleteer.imposition.orders import job_of
    from pamphleteer.imposition.plan_table import plan_facts, plan_lines

    setting, wish = read_wish(ticket)
    plan = plan_file(source, job_of(ticket), setting, wish=wish)
    if as_json:
        click.echo(json.dumps(plan_facts(plan)))
        return
    for line in plan_lines(plan):
        click.echo(line)


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
