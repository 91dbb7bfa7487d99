"""Jumps: where an article breaks off, to go on at a later page."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pamphleteer.makeup.copy import Stretch
from pamphleteer.makeup.model import Jump
from pamphleteer.makeup.stops import break_after
from pamphleteer.problems import IssueError, error

Parts = tuple[Stretch | int, ...]


def break_off(parts: Parts, jump: Jump) -> tuple[Parts, Parts]:
    """Divide a story's parts: what stands before a jump, and the rest.

    It breaks off where it was asked for, or as soon after as it may.

    Raises:
        IssueError: ``bad-jump``: nothing is left to go on.
    """
    before, after = _with_mentioned(*_divide(parts, jump))
    if not before or not after:
        message = "the article ends before it is to go on elsewhere"
        hint = "Let it go on after fewer lines, or take the jump out."
        raise IssueError([error("bad-jump", message, hint=hint, pos=jump.pos)])
    return before, after


def _with_mentioned(before: Parts, after: Parts) -> tuple[Parts, Parts]:
    """What is mentioned before a jump stands before it; the text after it halts for the rest."""
    texts = [part for part in before if isinstance(part, Stretch)]
    if not texts:
        return before, after
    last = texts[-1]
    said = last.proof.mentions(0, last.end)
    moved = tuple(part for part in after if isinstance(part, int) and part in said)
    if moved:
        before = (*before, *moved, replace(last, start=last.end))
        after = tuple(_joined(part for part in after if part not in moved))
    has_text = any(isinstance(part, int) or part.start < part.end for part in after)
    return before, after if has_text else ()


def _joined(parts: Iterable[Stretch | int]) -> Iterator[Stretch | int]:
    """Parts, with one stretch where two of the same text follow each other."""
    above: Stretch | None = None
    for part in parts:
        if isinstance(part, Stretch) and above and part.proof is above.proof:
            above = replace(above, end=part.end)
            continue
        if above:
            yield above
        above = part if isinstance(part, Stretch) else None
        if isinstance(part, int):
            yield part
    if above:
        yield above


def _divide(parts: Parts, jump: Jump) -> tuple[Parts, Parts]:
    if jump.parts is not None:
        return parts[: jump.parts], parts[jump.parts :]
    left = jump.lines or 1
    for index, part in enumerate(parts):
        if isinstance(part, int):
            continue
        at = break_after(part.proof, part.start + left)
        if at < part.end:
            begun, rest = replace(part, end=at), replace(part, start=at)
            return (*parts[:index], begun), (rest, *parts[index + 1 :])
        left -= part.end - part.start
        if left <= 0:
            return parts[: index + 1], parts[index + 1 :]
    return parts, ()
