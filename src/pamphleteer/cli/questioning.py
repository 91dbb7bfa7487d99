"""Asks a person before the printer what came out of a trial print."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from pamphleteer.problems import IssueError, error

if TYPE_CHECKING:
    from pamphleteer.desk.trial_print import Question
    from pamphleteer.imposition.printer import Printer


def ask_first(name: str) -> Printer:
    """Ask about a first trial."""
    from pamphleteer.desk import trial_print

    return _ask(
        {"name": name}, trial_print.open_questions, trial_print.ask, measured=("y", "right")
    )


def ask_again(found: Printer) -> Printer:
    """Ask about a trial that was printed with a profile, and say whether it was right."""
    from pamphleteer.desk import trial_again

    trial_again.refuse_one_sided(found)
    click.echo(f"This is about sheets that were printed with the profile of {found.name}.")
    made = _ask(
        trial_again.known_answers(found),
        trial_again.questions_again,
        lambda answers: trial_again.refine(found, answers),
        measured=("x", "y", "right"),
    )
    if made == replace(found, margin_mm=made.margin_mm):
        click.echo("\nBacks stand behind their fronts: the profile is right.")
    return made


def _ask(
    answers: dict[str, str],
    questions: Callable[[dict[str, str]], Iterator[Question]],
    make: Callable[[dict[str, str]], Printer],
    *,
    measured: tuple[str, ...],
) -> Printer:
    """Ask until all is answered, and once more what is answered wrongly.

    ``measured`` are answers that may be right each by itself and not together.
    """
    while True:
        while question := next(questions(answers), None):
            answers[question.key] = _ask_one(question)
        try:
            return make(answers)
        except IssueError as fault:  # each answer by itself was right
            for problem in fault.problems:
                click.echo(str(problem), err=True)
            for key in measured:
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
