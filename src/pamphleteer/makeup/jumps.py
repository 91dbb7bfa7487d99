"""Jumps: where an article breaks off, to go on at a later page."""

from dataclasses import replace

from pamphleteer.makeup.copy import Stretch
from pamphleteer.makeup.model import Jump
from pamphleteer.makeup.proof import Proof
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
        at = _break(part.proof, left)
        if at < part.end:
            begun, rest = replace(part, end=at), replace(part, start=at)
            return (*parts[:index], begun), (rest, *parts[index + 1 :])
        left -= part.end
        if left <= 0:
            return parts[: index + 1], parts[index + 1 :]
    return parts, ()


def _break(proof: Proof, wanted: int) -> int:
    """The first line from one on before which a column may end."""
    places = (at for at in range(wanted, len(proof)) if proof.may_break(0, at))
    return next(places, len(proof))
