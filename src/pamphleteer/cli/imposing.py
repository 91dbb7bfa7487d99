"""``pamphleteer impose``: any PDF onto any sheet."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pamphleteer.cli.asked import read_job, read_setting, read_wish, refuse_needless
from pamphleteer.cli.telling import PROBLEMS_FOUND, progress, tell_files, tell_problems
from pamphleteer.collector import collected_seldom
from pamphleteer.imposition.scheme_names import SCHEMES
from pamphleteer.problems import IssueError

if TYPE_CHECKING:
    from pamphleteer.impose import Imposed

FILE = click.Path(path_type=Path, dir_okay=False)
STYLES = ("sheetwise", "work-and-turn", "work-and-tumble", "perfecting")


class Imposing(click.Command):
    """A command whose help tells at its end what each scheme is."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the schemes as a list."""
        with formatter.section("Schemes"):
            formatter.write_dl(list(SCHEMES.items()))
        super().format_epilog(ctx, formatter)


@click.command(cls=Imposing, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("source", metavar="IN.pdf", type=FILE)
@click.option("-o", "--output", type=FILE, required=True, help="The file to write.")
@click.option("--scheme", default="saddle-stitch", show_default=True, metavar="NAME",
              help="One of those below.")  # fmt: skip
@click.option("--paper", default="letter", show_default=True, metavar="SIZE",
              help="A name (a4, sra3, tabloid …) or 12x18in.")  # fmt: skip
@click.option("--flip", type=click.Choice(["short-edge", "long-edge"]), default="short-edge",
              show_default=True, help="The edge over which the printer turns sheets.")  # fmt: skip
@click.option("--binding", type=click.Choice(["left", "right", "top"]), default="left",
              show_default=True, help="Where the spine is.")  # fmt: skip
@click.option("--head-to-toe", is_flag=True, help="Backs of leaves stand on their heads.")
@click.option("--one-sided", is_flag=True, help="Print on one side only.")
@click.option("--cover", is_flag=True, help="Write the outermost sheet as a file of its own.")
@click.option("--sheets", type=click.IntRange(1), default=4, show_default=True,
              help="Sheets in each signature.")  # fmt: skip
@click.option("--section", type=click.Choice(["4", "8", "16", "32"]), default="16",
              show_default=True, help="Pages of a folded sheet.")  # fmt: skip
@click.option("--foot-fold", is_flag=True, help="Let feet, not heads, meet at the level fold.")
@click.option("--nested", is_flag=True, help="Insert sections in one another.")
@click.option("--up", default="1x1", show_default=True, metavar="ROWSxCOLUMNS",
              help="Pages on a sheet (n-up, concertina), else pieces it is cut into.")  # fmt: skip
@click.option("--order", type=click.Choice(["piles", "sheets", "copies"]), default="piles",
              show_default=True, help="What becomes of the pieces.")  # fmt: skip
@click.option("--style", type=click.Choice(STYLES), default="sheetwise", show_default=True,
              help="How a press prints both sides.")  # fmt: skip
@click.option("--blanks", type=click.Choice(["end", "before-back", "inside-covers", "centre"]),
              default="end", show_default=True, help="Where blank pages stand.")  # fmt: skip
@click.option("--filler", type=FILE, metavar="FILE.pdf", help="Its pages stand in blank places.")
@click.option("--gutter", default="0mm", show_default=True, metavar="LENGTH",
              help="What is left between pieces.")  # fmt: skip
@click.option("--milling", default="0mm", show_default=True, metavar="LENGTH",
              help="What is milled off a glued spine: pages keep away from it.")  # fmt: skip
@click.option("--gripper", default="0mm", show_default=True, metavar="LENGTH",
              help="The edge by which a press holds the sheet: at the foot of fronts.")  # fmt: skip
@click.option("--scale", default="1", show_default=True, metavar="NUMBER | fit",
              help="1 is actual size.")  # fmt: skip
@click.option("--front", default="", help='Your own grid, for example "5* 4* / 8 1".')
@click.option("--back", default="", help="The back of your own grid.")
@click.option("--folds", default="", help='Its folds: "top under, left under".')
@click.option("--printer", "printer_name", metavar="NAME",
              help="A printer of which you have a profile: see pamphleteer printer.")  # fmt: skip
@click.option("--copies", type=click.IntRange(1), default=1, show_default=True,
              help="How many are made, for the paper that is needed.")  # fmt: skip
@click.option("--weight", type=click.FloatRange(30, 400), metavar="G/M²",
              help="Of the paper: pages are moved for creep.")  # fmt: skip
@click.option("--bulk", type=click.FloatRange(0.5, 3), default=1.25, show_default=True,
              metavar="CM³/G", help="How thick paper of a weight is.")  # fmt: skip
@click.option("--caliper", type=click.FloatRange(0.02, 1), metavar="MM",
              help="The paper's thickness, if it is known.")  # fmt: skip
@click.option("--fold-factor", type=click.FloatRange(1, 1.571), default=1.0, show_default=True,
              help="1 for a sharp crease, 1.57 for a round fold.")  # fmt: skip
@click.option("--creep", type=click.Choice(["inwards", "outwards", "scaling", "none"]),
              default="inwards", show_default=True, help="What is done about it.")  # fmt: skip
@click.option("--marks", default="none", show_default=True, metavar="NAMES",
              help="none, office, copyshop, sheetfed, or fold,crop,registration …")  # fmt: skip
@click.option("--slug", default="", help="A text beside the sheet: title, date.")
@click.option("--links", is_flag=True, help="Keep links, for sheets that are read on a screen.")
@click.option(
    "--instructions",
    type=FILE,
    metavar="FILE.pdf",
    help="Also write an illustrated page: how to print and fold.",
)
@click.option(
    "--preview",
    type=FILE,
    metavar="FILE.pdf",
    help="Also write what the reader sees, opening by opening.",
)
def impose(*, source: Path, output: Path, **asked: Any) -> None:
    """Put the pages of any PDF on sheets, and prove by folding that they read in order.

    Pages keep their size unless --scale is given. A grid of your own is written as the sheet lies:
    rows divided by slashes, * behind a page that stands on its head, > or < where its head points
    to the right or left.
    """
    if not output.name:
        raise click.BadParameter("the file has no name", param_hint="--output")
    refuse_needless(asked, tuple(SCHEMES))
    with collected_seldom():
        job, setting = read_job(asked), read_setting(asked)
        from pamphleteer.impose import impose_file
    try:
        setting, wish = read_wish(setting, asked)
        with progress() as tell:
            made = impose_file(source, output, job, setting, wish=wish, tell=tell)
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
