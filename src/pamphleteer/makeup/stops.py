"""Stops: where a text halts for what stands across all of its columns.

The text stays one flow. Where what stands across has no room on a page, the text goes on through
the stop, and what stands across comes later.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pamphleteer.makeup.copy import StoryCopy, Stretch
from pamphleteer.makeup.proof import Proof


def stop_for(stretch: Stretch, across: Sequence[int]) -> Iterator[Stretch | int]:
    """Divide a text behind the blocks that mention what stands across, or as soon as it may be."""
    proof, start = stretch.proof, stretch.start
    for number in proof.first_mentions:
        if number not in across:
            continue
        at = max(start, break_after(proof, _last_line(proof, number)))
        if at > start:
            yield replace(stretch, start=start, end=at)
        yield number
        start = at
    if start < stretch.end or not len(proof):
        yield replace(stretch, start=start)


def break_after(proof: Proof, at: int) -> int:
    """The first place from one on at which a column may end."""
    places = (place for place in range(at, len(proof)) if proof.may_break(0, place))
    return next(places, len(proof))


def _last_line(proof: Proof, number: int) -> int:
    """The place behind the last line that mentions a number."""
    return max(at for at, line in enumerate(proof.lines, start=1) if number in line.mentions)


def through(story: StoryCopy, part: int) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The parts behind stops in which a text goes on, each with all that it goes through."""
    first = story.parts[part]
    passed: list[int] = []
    for at, each in enumerate(story.parts[part + 1 :], start=part + 1):
        if isinstance(each, int):
            passed.append(each)
        elif isinstance(first, Stretch) and each.proof is first.proof:
            yield at, tuple(passed)
        else:
            return


def is_stop(story: StoryCopy, part: int) -> bool:
    """Whether a float stands between stretches of the same text."""
    before = [each for each in story.parts[:part] if isinstance(each, Stretch)][-1:]
    after = [each for each in story.parts[part:] if isinstance(each, Stretch)][:1]
    return bool(before and after) and before[0].proof is after[0].proof
