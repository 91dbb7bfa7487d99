"""Stops: where a text halts for what stands across all of its columns.

The text stays one flow. Where what stands across has no room on a page, the text goes on through
the stop, and what stands across comes later.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pamphleteer.makeup.copy import StoryCopy, Stretch
from pamphleteer.makeup.jobs import StoryPlace, opening
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


def due(story: StoryCopy, place: StoryPlace) -> tuple[int, ...]:
    """All floats that are mentioned before a place and stand nowhere yet, in their order."""
    at = place.part
    before = [part for part in story.parts[: at + 1] if isinstance(part, Stretch)]
    if not before:
        return place.pending
    last = before[-1]
    is_in_text = at < len(story.parts) and story.parts[at] is last
    said = last.proof.mentions(0, place.line if is_in_text else last.end)
    ahead = (part for part in story.parts[at:] if isinstance(part, int) and part in said)
    return tuple(sorted({*place.pending, *ahead}))


def pressing(story: StoryCopy, numbers: Sequence[int]) -> Sequence[int]:
    """What the next page must have room for, of floats that are due.

    What is written right behind another may stand on the page behind that.
    """
    last = len(numbers)
    while last > 1 and story.floats[numbers[last - 1]].follows:
        last -= 1
    return numbers[:last]


def overleaf(story: StoryCopy, place: StoryPlace) -> StoryPlace:
    """The place on the next page: what is due must stand there, in its order.

    For what the text had come to it halts no more, nor for what is mentioned before something that
    waits already.
    """
    waiting, after = due(story, place), place
    for at in range(place.part, len(story.parts)):
        part = story.parts[at]
        if isinstance(part, int) and part in waiting:
            if at == after.part:
                after = opening(story, at + 1)
            elif part < max(place.pending, default=-1) and _is_text(story, at + 1):
                after = replace(after, part=at + 1)
    ahead = story.parts[after.part :]
    return replace(after, waiting=tuple(each for each in waiting if each not in ahead), later=())


def _is_text(story: StoryCopy, part: int) -> bool:
    return part < len(story.parts) and isinstance(story.parts[part], Stretch)


def stop_of(story: StoryCopy, number: int) -> int:
    """The line before which a text halts for a float."""
    before = story.parts[: story.parts.index(number)]
    return [each.end for each in before if isinstance(each, Stretch)][-1]


def is_stop(story: StoryCopy, part: int) -> bool:
    """Whether a float stands between lines of the same text."""
    before = [each for each in story.parts[:part] if isinstance(each, Stretch)][-1:]
    after = [each for each in story.parts[part:] if isinstance(each, Stretch)][:1]
    if not before or not after or before[0].proof is not after[0].proof:
        return False
    return after[0].start < after[0].end
