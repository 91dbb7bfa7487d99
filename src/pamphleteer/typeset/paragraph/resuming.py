"""Where a paragraph goes on: a letter of its text, or indexes of boxes, in WeasyPrint's terms.

The last index says, too, by which plan the text before was set: it goes wherever a thread goes.
"""

from typing import Any

from pamphleteer.typeset.paragraph.collecting import Collected
from pamphleteer.typeset.paragraph.planning import PlanName, PlannedLine


class Resumed(int):
    """An index, and the plan that the text goes on with."""

    plan: PlanName


def letter_at(collected: Collected, skip_stack: Any) -> int:
    """The letter at which a text goes on, past white space; at the beginning if it is None."""
    if skip_stack is None:
        return collected.first
    path: list[int] = []
    while skip_stack:
        ((index, skip_stack),) = skip_stack.items()
        path.append(index or 0)
    *inner, last = path
    run = next((run for run in collected.runs if run.path == tuple(inner)), None)
    if run is not None:
        letter = run.start + len(run.box.text.encode()[:last].decode())
    else:
        letter = collected.by_path.get(tuple(path), len(collected.text))
    while letter < len(collected.text) and collected.text[letter] == " ":
        letter += 1
    return letter


def plan_before(skip_stack: Any) -> PlanName | None:
    """The plan by which the text was set up to where it goes on; None if there is none."""
    plan: PlanName | None = None
    while skip_stack:
        ((index, skip_stack),) = skip_stack.items()
        plan = getattr(index, "plan", None)
    return plan


def skip_stack_after(collected: Collected, line: PlannedLine) -> Any:
    """Indexes of children that lead to the letter after a line; the last counts bytes of a text."""
    letter = line.following
    run = next((run for run in collected.runs if run.start <= letter < run.end), None)
    if run is not None:
        path = (*run.path, len(run.box.text[: letter - run.start].encode()))
    else:
        path = next(path for path, start in collected.by_path.items() if start == letter)
    *outer, last = path
    resumed = Resumed(last)
    resumed.plan = line.plan
    stack: Any = {resumed: None}
    for index in reversed(outer):
        stack = {index: stack}
    return stack
