"""A trial print with a profile applied: whether backs now meet their fronts, and if not, by what.

The sheets are imposed, proved and written for the printer as any job is. What is then seen of them
is what is still amiss, and the profile is refined by it: offsets and skews add, and what stands on
its head, in the wrong order or over the fronts is turned about once more.
"""

import cmath
from collections.abc import Iterator
from dataclasses import replace
from math import radians
from pathlib import Path
from typing import Literal

from pamphleteer.desk.trial_print import Answers, Question, ask, open_questions
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.printer import BOUNDS, Duplex, Manual, Printer, flip_of
from pamphleteer.imposition.schemes import leaves
from pamphleteer.problems import IssueError, Problem, error
from pamphleteer.units import Size

AGAIN = {
    "second": "Print the fronts, put the stack back as the page of the stack shows, and print the "
    "backs. On which sides do they stand?",
}
"""What a question asks after another one has been answered for good."""

OTHER: dict[Duplex, Duplex] = {"short-edge": "long-edge", "long-edge": "short-edge"}


def trial_files(printer: Printer, paper: Size, output: Path) -> dict[Path, bytes]:
    """Make the files of a trial print with a profile applied.

    Args:
        printer: Its profile.
        paper: Large enough for a trial.
        output: The name of the file, or of which those of fronts and backs are made.

    Raises:
        IssueError: ``one-sided-printer``: there are no backs to be seen.
        FoldError: the sheets would not show backs behind fronts, which is a fault of ours.
    """
    from pamphleteer.press.printers import for_printer
    from pamphleteer.press.sheets import impose_pdf
    from pamphleteer.press.trial import SHEETS, trial_pages
    from pamphleteer.reading.sheets import prove

    refuse_one_sided(printer)
    pages = trial_pages(paper, printer.name)
    plan = leaves(2 * len(SHEETS))
    setting = Setting(paper=paper, flip=flip_of(printer))
    imposed = impose_pdf(pages, plan, setting)
    prove(pages, imposed, plan, setting)
    return for_printer(imposed, printer, output)


def refuse_one_sided(printer: Printer) -> None:
    """Refuse a second trial of a printer that prints no backs.

    Raises:
        IssueError: ``one-sided-printer``.
    """
    if printer.duplex == "none":
        message = (
            f'"{printer.name}" prints one side only: there are no backs that could miss fronts'
        )
        hint = "If it prints backs after all, make its profile anew with a first trial print."
        raise IssueError([error("one-sided-printer", message, hint=hint)])


def known_answers(printer: Printer) -> dict[str, str]:
    """What need not be asked again: how the printer gets at backs, and how it lays its sheets."""
    if not (manual := printer.manual):
        return {"name": printer.name, "sides": "itself"}
    top = "1" if manual.top == "first" else "3"
    return {"name": printer.name, "sides": "hand", "faces": manual.faces, "top": top}


def questions_again(answers: Answers) -> Iterator[Question]:
    """List the questions about a second trial that are still to be asked."""
    for question in open_questions(answers):
        yield replace(question, text=AGAIN.get(question.key, question.text))


def refine(printer: Printer, answers: Answers) -> Printer:
    """Refine a profile by what is seen of a trial that was printed with it.

    With profile o₁, s₁ (offset as a complex number, skew) and the printer's own o, s, a point b of
    the back is seen at o + (T(b) − o₁)·exp(i(s − s₁)), where T(b) is where it should be
    (`correct_back`). What is seen to be amiss is thus o₂ = o − o₁·exp(is₂) and s₂ = s − s₁. A back
    that stands on its head was moved the wrong way: o₁ then has the other sign.

    Args:
        printer: The profile with which the trial was printed.
        answers: To all questions, the known ones among them.

    Returns:
        The profile as it is to be kept. Where backs stood over fronts, its offsets are 0, as nobody
        could see them.

    Raises:
        IssueError: ``bad-answer``, ``missing-answer``: as for a first trial; or all together is
            more than a printer can be amiss.
    """
    seen = ask(answers)
    was_turned = seen.manual.turned if seen.manual else seen.duplex == "long-edge"
    x, y, skew = _totals(printer, seen, -1 if was_turned else 1)
    if problems := list(_check({"offset_x_mm": x, "offset_y_mm": y, "skew_deg": skew}, printer)):
        raise IssueError(problems)
    return replace(
        printer,
        duplex=OTHER[printer.duplex] if was_turned and not printer.manual else printer.duplex,
        manual=_compose(printer.manual, seen.manual),
        offset_x_mm=x,
        offset_y_mm=y,
        skew_deg=skew,
        margin_mm=seen.margin_mm,
    )


def _totals(printer: Printer, seen: Printer, sign: Literal[1, -1]) -> tuple[float, float, float]:
    if seen.manual and seen.manual.turn_over:
        return 0.0, 0.0, 0.0
    before = complex(printer.offset_x_mm, printer.offset_y_mm)
    still = complex(seen.offset_x_mm, seen.offset_y_mm)
    total = still + sign * before * cmath.rect(1, radians(seen.skew_deg))
    found = (total.real, total.imag, printer.skew_deg + seen.skew_deg)
    x, y, skew = (round(each, 3) + 0.0 for each in found)
    return x, y, skew


def _compose(before: Manual | None, seen: Manual | None) -> Manual | None:
    """Feed backs as before, and then as what was seen asks: each turn twice is none."""
    if not before or not seen:
        return None
    return replace(
        before,
        order="same" if before.order == seen.order else "reversed",
        turned=before.turned != seen.turned,
        turn_over=before.turn_over != seen.turn_over,
    )


def _check(totals: dict[str, float], printer: Printer) -> Iterator[Problem]:
    for key, total in totals.items():
        least, most = BOUNDS[key]
        if not least <= total <= most:
            message = f'with what the profile "{printer.name}" has, {key} would be {total:g}'
            hint = (
                f"Expected {least:g} to {most:g}: measure once more, or begin with a first trial."
            )
            yield error("bad-answer", message, hint=hint)
