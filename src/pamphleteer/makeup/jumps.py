"""Jumps: where an article breaks off, to go on at a later page."""

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
    before, after = _divide(parts, jump)
    if not before or not after:
        message = "the article ends before it is to go on elsewhere"
        hint = "Let it go on after fewer lines, or take the jump out."
        raise IssueError([error("bad-jump", message, hint=hint, pos=jump.pos)])
    return before, after


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
