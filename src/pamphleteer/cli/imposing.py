"""``pamphleteer impose``: any PDF onto any sheet."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pamphleteer.cli.telling import PROBLEMS_FOUND, progress, short, tell_problems
from pamphleteer.problems import IssueError

if TYPE_CHECKING:
    from pamphleteer.impose import Imposed
    from pamphleteer.imposition.jobs import Job
    from pamphleteer.imposition.placing import Setting
    from pamphleteer.issue.model import Flip

FILE = click.Path(path_type=Path, dir_okay=False)
SCHEMES = (
    "saddle-stitch",
    "signatures",
    "sections",
    "leaves",
    "cards",
    "calendar",
    "n-up",
    "mini-zine",
    "french-fold",
    "concertina",
    "own",
)
STYLES = ("sheetwise", "work-and-turn", "work-and-tumble", "perfecting")
UP = re.compile(r"(\d+)\s*[x×]\s*(\d+)|(\d+)")
FOLD = re.compile(r"(left|right|top|bottom)(?: half)?(?: (under|over))?")


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("source", metavar="IN.pdf", type=FILE)
@click.option("-o", "--output", type=FILE, required=True, help="The file to write.")
@click.option("--scheme", default="saddle-stitch", show_default=True, metavar="NAME",
              help=f"One of {', '.join(SCHEMES)}.")  # fmt: skip
@click.option("--paper", default="letter", show_default=True, metavar="SIZE",
              help="A name (a4, sra3, tabloid …) or 12x18in.")  # fmt: skip
@click.option("--flip", type=click.Choice(["short-edge", "long-edge"]), default="short-edge",
              show_default=True, help="The edge over which the printer turns sheets.")  # fmt: skip
@click.option("--binding", type=click.Choice(["left", "right", "top"]), default="left",
              show_default=True, help="Where the spine is.")  # fmt: skip
@click.option("--head-to-toe", is_flag=True, help="Backs of leaves stand on their heads.")
@click.option("--one-sided", is_flag=True, help="Print on one side only.")
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
@click.option("--gutter", default="0mm", show_default=True, metavar="LENGTH",
              help="What is left between pieces.")  # fmt: skip
@click.option("--scale", default="1", show_default=True, metavar="NUMBER | fit",
              help="1 is actual size.")  # fmt: skip
@click.option("--front", default="", help='Your own grid, for example "5* 4* / 8 1".')
@click.option("--back", default="", help="The back of your own grid.")
@click.option("--folds", default="", help='Its folds: "top under, left under".')
def impose(*, source: Path, output: Path, **asked: Any) -> None:
    """Put the pages of any PDF on sheets, and prove by folding that they read in order.

    Pages keep their size unless --scale is given. A grid of your own is written as the sheet lies:
    rows divided by slashes, * behind a page that stands on its head, > or < where its head points
    to the right or left.
    """
    job, setting = read_job(asked), _setting(asked)
    from pamphleteer.impose import impose_file

    try:
        with progress() as tell:
            made = impose_file(source, output, job, setting, tell=tell)
    except IssueError as fault:
        tell_problems(fault)
        sys.exit(PROBLEMS_FOUND)
    _tell(made)


def read_job(asked: dict[str, Any]) -> Job:
    """The job that is asked for by a command line's options."""
    from pamphleteer.imposition.jobs import Job

    rows, columns = _up(asked["up"])
    return Job(
        scheme=asked["scheme"],
        sheets=asked["sheets"],
        section=int(asked["section"]),
        nested=asked["nested"],
        rows=rows,
        columns=columns,
        order=asked["order"],
        binding=asked["binding"],
        head_to_toe=asked["head_to_toe"],
        foot_fold=asked["foot_fold"],
        one_sided=asked["one_sided"],
        style=asked["style"],
        blanks=asked["blanks"],
        front=asked["front"],
        back=asked["back"],
        folds=_folds(asked["folds"]),
    )


def _setting(asked: dict[str, Any]) -> Setting:
    from pamphleteer.imposition.catalogue import find_paper
    from pamphleteer.imposition.placing import Setting
    from pamphleteer.units import Pt, parse_length

    try:
        paper = find_paper(asked["paper"])
    except ValueError as fault:
        raise click.BadParameter(str(fault), param_hint="--paper") from None
    try:
        none = re.fullmatch(r"0+(\.0+)?\s*[a-z]*", asked["gutter"].strip().lower())
        gutter = Pt(0) if none else parse_length(asked["gutter"])
    except ValueError as fault:
        raise click.BadParameter(str(fault), param_hint="--gutter") from None
    flip: Flip = "long-edge" if asked["style"] == "perfecting" else asked["flip"]
    return Setting(paper=paper, flip=flip, gutter=gutter, scale=_scale(asked["scale"]))


def _scale(text: str) -> Any:
    """A positive number, also as a percentage, or ``fit``."""
    if text == "fit":
        return "fit"
    number = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(%?)", text.strip())
    scale = float(number[1]) / (100 if number[2] else 1) if number else 0.0
    if not 0.01 <= scale <= 100:
        raise click.BadParameter(
            f'"{text}" is no scale; write fit, 0.7 or 70%', param_hint="--scale"
        )
    return scale


def _up(text: str) -> tuple[int, int]:
    """Rows and columns; one number alone is columns."""
    found = UP.fullmatch(text.strip())
    numbers = (1, int(found[3])) if found and found[3] else found and (int(found[1]), int(found[2]))
    if not numbers or not all(numbers):
        raise click.BadParameter(f'"{text}": expected for example 2x2', param_hint="--up")
    return numbers


def _folds(text: str) -> tuple[Any, ...]:
    from pamphleteer.imposition.plan import Fold

    folds = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        found = FOLD.fullmatch(part)
        if not found:
            message = f'"{part}": expected for example "left under" or "top over"'
            raise click.BadParameter(message, param_hint="--folds")
        folds.append(Fold(half=found[1], over=found[2] == "over"))  # type: ignore[arg-type]
    return tuple(folds)


def _tell(made: Imposed) -> None:
    for problem in made.problems:
        click.echo(str(problem), err=True)
    pages, sheets = made.pages, made.sheets
    click.echo(f"{pages} page{'s' * (pages > 1)} on {sheets} sheet{'s' * (sheets > 1)}, folded "
               "in simulation: they read in order")  # fmt: skip
    click.echo(f"✔ {short(made.output)}")
