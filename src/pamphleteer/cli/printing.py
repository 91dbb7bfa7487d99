"""``pamphleteer printer``: a trial print, what came of it, and the profile that is made of that."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pamphleteer.cli.telling import PROBLEMS_FOUND, problems_told, short
from pamphleteer.problems import IssueError, Problem, error

if TYPE_CHECKING:
    from pamphleteer.desk.trial_print import Question
    from pamphleteer.imposition.printer import Printer
    from pamphleteer.units import Size

FILE = click.Path(path_type=Path, dir_okay=False)
MEASURED = ("y", "right")
"""Answers that may be right each by itself and not together."""

FOR_DUPLEX = """\
Print it on both sides at actual size; if the print dialog offers it, flip on the short edge.
Keep these settings: later jobs are to be printed with the same ones."""
FOR_HAND = """\
Print the fronts at actual size, on one side, and note how they lie in the output tray.
Then put the stack back just as it lies, and print the backs."""


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
def trial(*, output: Path, paper: str, manual: bool) -> None:
    """Write three sheets to print, by which one sees how backs meet fronts."""
    size = _read_paper(paper)
    from pamphleteer.imposition.parts import beside
    from pamphleteer.press.publishing import publish
    from pamphleteer.press.trial import trial_passes, trial_pdf

    with problems_told():
        if manual:
            names = (beside(output, "fronts"), beside(output, "backs"))
            files = dict(zip(names, trial_passes(size), strict=True))
        else:
            files = {output: trial_pdf(size)}
        publish(files)
    for path in files:
        click.echo(f"✔ {short(path)}")
    click.echo(FOR_HAND if manual else FOR_DUPLEX)
    click.echo("With the sheets at hand: pamphleteer printer ask NAME")


@printer.command()
@click.argument("name")
def ask(*, name: str) -> None:
    """Ask what came out of a trial print, and keep the answers as a profile.

    Answers may also come from a file or a pipe, one on each line.
    """
    from pamphleteer.desk.printers import check_name, list_printers, write_printer

    for problem in check_name(name):
        raise click.BadParameter(f"{problem.message}. {problem.hint}", param_hint="NAME")
    with problems_told():
        if name in list_printers():
            click.echo(f'There is a profile of "{name}" already. It is replaced at the end.')
        made = _ask_all(name)
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


def _ask_all(name: str) -> Printer:
    """Ask until all is answered, and once more what is answered wrongly."""
    from pamphleteer.desk import trial_print

    answers = {"name": name}
    while True:
        while question := next(trial_print.open_questions(answers), None):
            answers[question.key] = _ask_one(question)
        try:
            return trial_print.ask(answers)
        except IssueError as fault:  # each answer by itself was right
            for problem in fault.problems:
                click.echo(str(problem), err=True)
            for key in MEASURED:
                answers.pop(key, None)


def _ask_one(question: Question) -> str:
    from pamphleteer.desk.trial_print import check_answer

    click.echo(f"\n{question.text}")
    for choice in question.choices:
        click.echo(f"  {choice.answer}: {choice.text}")
    while True:
        answer = _read_answer(question)
        problems = list(check_answer(question, answer))
        if not problems:
            return answer
        for problem in problems:
            again = "" if problem.hint == question.text else f" {problem.hint}"
            click.echo(f"{problem.message}.{again}", err=True)


def _read_answer(question: Question) -> str:
    """Read a line; of a choice its first letters are enough.

    Raises:
        IssueError: ``missing-answer``, there are no more lines.
    """
    click.echo("> ", nl=False)
    try:
        line = sys.stdin.readline() if sys.stdin else ""
    except UnicodeDecodeError:
        line = ""
    if not line:
        click.echo()
        message = f'nobody answered "{question.key}"'
        hint = "Answer on a terminal, or give a file with an answer on each line."
        raise IssueError([error("missing-answer", message, hint=hint)])
    answer = line.strip()
    if question.number:
        return answer
    known = [choice.answer for choice in question.choices]
    meant = [each for each in known if answer and each.startswith(answer.lower())]
    return meant[0] if len(meant) == 1 else answer


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
    sides = " --scheme leaves --one-sided" if found.duplex == "none" else ""
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
