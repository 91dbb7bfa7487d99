"""``pamphleteer printer``: a trial print, what came of it, and the profile that is made of that."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pamphleteer.cli.questioning import ask_again, ask_first
from pamphleteer.cli.telling import PROBLEMS_FOUND, problems_told, short
from pamphleteer.problems import IssueError, Problem

if TYPE_CHECKING:
    from pamphleteer.imposition.printer import Printer
    from pamphleteer.units import Size

FILE = click.Path(path_type=Path, dir_okay=False)
FOR_DUPLEX = """\
Print it on both sides at actual size; if the print dialog offers it, flip on the short edge.
Keep these settings: later jobs are to be printed with the same ones."""
FOR_HAND = """\
Print the fronts at actual size, on one side, and note how they lie in the output tray.
Then put the stack back just as it lies, and print the backs."""

NOW = """\
Back 1 is now to be behind front 1, its arrow upwards and its cross on the zeros of the scales."""
THERE_IS = """\
There is a profile of "{name}" already. It is replaced at the end.
If the sheets were printed with it (trial --printer {name}), stop here and add --again."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def printer() -> None:
    """Find out how your printer prints both sides, and keep it.

    Print what "pamphleteer printer trial" writes, then answer "pamphleteer printer ask NAME". What
    is found out is kept under that name, for you, and is used with --printer NAME.
    """


@printer.command()
@click.option("-o", "--output", type=FILE, required=True, help="The file to write.")
@click.option("--paper", default="letter", show_default=True, metavar="SIZE",
              help="The printer's paper: letter, a4 or larger.")  # fmt: skip
@click.option("--manual", is_flag=True,
              help="Fronts and backs as two files, to put the stack back by hand.")  # fmt: skip
@click.option("--printer", "name", metavar="NAME",
              help="Once more, with this profile: do backs meet fronts now?")  # fmt: skip
def trial(*, output: Path, paper: str, manual: bool, name: str | None) -> None:
    """Write three sheets to print, by which one sees how backs meet fronts.

    With --printer they are printed as any job for that printer is, its backs moved behind their
    fronts, to see whether its profile is right; "pamphleteer printer ask NAME --again" refines it.
    """
    if name and manual:
        raise click.UsageError("--printer says whether backs are fed by hand: leave out --manual")
    size = _read_paper(paper)
    from pamphleteer.press.publishing import publish

    with problems_told():
        files, said = _again(name, size, output) if name else _first(manual, size, output)
        publish(files)
    for path in files:
        click.echo(f"✔ {short(path)}")
    click.echo(said)


def _first(manual: bool, size: Size, output: Path) -> tuple[dict[Path, bytes], str]:
    """The files of a first trial, and what is to be done with them."""
    from pamphleteer.imposition.parts import beside
    from pamphleteer.press.trial import trial_passes, trial_pdf

    after = "With the sheets at hand: pamphleteer printer ask NAME"
    if not manual:
        return {output: trial_pdf(size)}, f"{FOR_DUPLEX}\n{after}"
    names = (beside(output, "fronts"), beside(output, "backs"))
    return dict(zip(names, trial_passes(size), strict=True)), f"{FOR_HAND}\n{after}"


def _again(name: str, size: Size, output: Path) -> tuple[dict[Path, bytes], str]:
    """The files of a trial with a profile, and what is to be done with them."""
    from pamphleteer.desk.printers import read_printer
    from pamphleteer.desk.trial_again import trial_files
    from pamphleteer.imposition.printer import put_back

    found = read_printer(name)
    files = trial_files(found, size, output)
    how = "Print it at actual size, with the settings with which the first trial was printed."
    if found.manual:
        first = "Print the fronts at actual size, on one side."
        how = f"{first} {put_back(found)} Then print the backs."
    after = f"pamphleteer printer ask {name} --again"
    return files, f"{how}\n{NOW}\nIf not, or to be sure, with the sheets at hand: {after}"


@printer.command()
@click.argument("name")
@click.option("--again", is_flag=True,
              help="Of a trial that was printed with this profile, which is refined.")  # fmt: skip
def ask(*, name: str, again: bool) -> None:
    """Ask what came out of a trial print, and keep the answers as a profile.

    Answers may also come from a file or a pipe, one on each line.
    """
    from pamphleteer.desk.printers import check_name, list_printers, read_printer, write_printer

    for problem in check_name(name):
        raise click.BadParameter(f"{problem.message}. {problem.hint}", param_hint="NAME")
    with problems_told():
        if again:
            made = ask_again(read_printer(name))
        else:
            if name in list_printers():
                click.echo(THERE_IS.format(name=name))
            made = ask_first(name)
        path = write_printer(made)
    click.echo("\nThis was found out:")
    for line in (*_describe(made), f"✔ {short(path)}"):
        click.echo(line)


@printer.command(name="list")
def list_() -> None:
    """List the printers that have a profile."""
    from pamphleteer.desk.printers import list_printers, read_printer

    problems: list[Problem] = []
    with problems_told():
        names = list_printers()
    if not names:
        click.echo("No printer has a profile yet. Begin with: pamphleteer printer trial -o FILE")
    for name in names:
        try:
            click.echo(f"{name}: {_summary(read_printer(name))}")
        except IssueError as fault:
            problems += fault.problems
    for problem in problems:
        click.echo(str(problem), err=True)
    sys.exit(PROBLEMS_FOUND if problems else 0)


@printer.command()
@click.argument("name")
def show(*, name: str) -> None:
    """Tell what is known of a printer, and how to print with it."""
    from pamphleteer.desk.printers import printers_folder, read_printer

    with problems_told():
        found = read_printer(name)
    for line in (*_describe(found), f"Kept in {short(printers_folder() / name)}.yaml"):
        click.echo(line)


def _read_paper(text: str) -> Size:
    from pamphleteer.papers import find_paper
    from pamphleteer.press.trial import LEAST_HEIGHT, LEAST_WIDTH, takes_trial

    try:
        paper = find_paper(text)
    except ValueError as fault:
        raise click.BadParameter(str(fault), param_hint="--paper") from None
    if not takes_trial(paper):
        room = f"its scales need {LEAST_WIDTH:g} × {LEAST_HEIGHT:g} mm; take letter, a4 or larger"
        raise click.BadParameter(f'"{text}" is too small: {room}', param_hint="--paper")
    return paper


def _describe(found: Printer) -> Iterator[str]:
    """What is known of a printer, and how it is used."""
    yield f"{found.name}: {_summary(found)}"
    if moved := _say_misfit(found):
        yield f"Its backs stand {moved}; they are printed so that they meet their fronts."
    yield f"It leaves {found.margin_mm:g} mm unprinted along the edges."
    if found.manual:
        from pamphleteer.imposition.printer import put_back

        yield f"Between fronts and backs: {put_back(found)}"
    elif found.duplex != "none":
        yield "Print at actual size, with the settings with which the trial was printed."
    if found.duplex != "none":
        again = f"pamphleteer printer trial -o again.pdf --printer {found.name}"
        yield f"See whether it is right: {again}"
    sides = " --scheme loose-leaf --flip simplex" if found.duplex == "none" else ""
    yield f"Use it: pamphleteer impose IN.pdf -o OUT.pdf --printer {found.name}{sides}"


def _summary(found: Printer) -> str:
    """How it gets at the backs, in a few words."""
    if found.duplex == "none":
        return "prints one side only"
    if not found.manual:
        return f"turns the paper itself, over its {found.duplex.replace('-', ' ')}"
    order = "in the same order" if found.manual.order == "same" else "in reversed order"
    return f"is fed by hand; backs {order}, {'upside down' if found.manual.turned else 'upright'}"


def _say_misfit(found: Printer) -> str:
    """Where backs stand: "0.5 mm to the right, 1 mm low and turned by 0.2 degrees"."""
    across = "to the right" if found.offset_x_mm > 0 else "to the left"
    up = "too high" if found.offset_y_mm > 0 else "too low"
    parts = [
        f"{abs(found.offset_x_mm):g} mm {across}" if found.offset_x_mm else "",
        f"{abs(found.offset_y_mm):g} mm {up}" if found.offset_y_mm else "",
        f"turned by {abs(found.skew_deg):g} degrees" if found.skew_deg else "",
    ]
    said = [part for part in parts if part]
    return " and ".join([", ".join(said[:-1]), said[-1]] if said[1:] else said)
