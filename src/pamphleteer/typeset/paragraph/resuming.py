"""Where a paragraph goes on: a letter of its text, or indexes of boxes, in WeasyPrint's terms."""

from typing import Any

from pamphleteer.typeset.paragraph.collecting import Collected


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


def skip_stack_at(collected: Collected, letter: int) -> Any:
    """Indexes of children that lead to a letter, the last one counting bytes of a text."""
    run = next((run for run in collected.runs if run.start <= letter < run.end), None)
    if run is not None:
        stack: Any = {len(run.box.text[: letter - run.start].encode()): None}
        path = run.path
    else:
        stack = None
        path = next(path for path, start in collected.by_path.items() if start == letter)
    for index in reversed(path):
        stack = {index: stack}
    return stack
