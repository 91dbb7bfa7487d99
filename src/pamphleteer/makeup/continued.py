"""Continuations: what goes on after a jump, and where on its page it stands.

Where the article that runs on that page ends there, what goes on stands below its end. Where that
article goes on to the next page, there are two ways, which are compared: it keeps the page's top,
where its readers look for it, and what goes on stands whole at the foot, below a rule; or what goes
on takes the top, and the other is resumed below it.
"""

from collections.abc import Iterator
from dataclasses import replace

from pamphleteer.makeup.copy import StoryCopy
from pamphleteer.makeup.costs import COSTS
from pamphleteer.makeup.draft import Cursor, Desk, Draft, Running
from pamphleteer.makeup.jobs import StoryPlace, opening
from pamphleteer.makeup.plan import Planned, PlannedFloat
from pamphleteer.makeup.reasons import tell_foot
from pamphleteer.makeup.running import go_on_running


def continue_jumped(desk: Desk, draft: Draft) -> Iterator[Draft]:
    """Every way to have on this page what goes on here; one if nothing does."""
    due = [each for each in draft.cursor.jumped if desk.story(each).page == draft.number]
    left = tuple(each for each in draft.cursor.jumped if each not in due)
    rest = replace(draft, cursor=replace(draft.cursor, jumped=left))
    if not due:
        yield rest
    for position, first in enumerate(due):
        # What is longer than the page has room for may give way to what comes after it.
        order = [first, *(each for each in due if each != first)]
        places = [Running(story=each, place=_beginning(desk, each)) for each in order]
        yield from _continue(desk, rest.charge(COSTS.other_order * position), places)


def _continue(desk: Desk, draft: Draft, places: list[Running]) -> Iterator[Draft]:
    """What goes on below the end of the article that runs; on top of it; and at the foot."""
    running = draft.cursor.running
    # The last of those that run is the next; so they come in the opposite order.
    yield _with_running(draft, (*reversed(places), *running))
    if not running:
        return
    yield _with_running(draft, (*running, *reversed(places))).charge(COSTS.broken_into)
    at_foot = _put_at_foot(desk, draft, places)
    if at_foot is not None:
        yield at_foot.charge(COSTS.foot * len(places))


def _with_running(draft: Draft, running: tuple[Running, ...]) -> Draft:
    return replace(draft, cursor=replace(draft.cursor, running=running))


def _beginning(desk: Desk, index: int) -> StoryPlace:
    return opening(desk.story(index))


def misses_jump(desk: Desk, draft: Draft) -> bool:
    """Whether a story should have gone on here after a jump, and found no room."""
    stories = ((desk.story(each.story), each.place) for each in draft.cursor.running)
    return any(story.page == draft.number and place == opening(story) for story, place in stories)


def _put_at_foot(desk: Desk, draft: Draft, places: list[Running]) -> Draft | None:
    """Put all that goes on at the foot, the first of it highest; None if it has no room."""
    for running in reversed(places):
        block = _set_whole(desk, draft, running)
        if block is None:
            return None
        down = draft.floor - block.row
        lowered = tuple(_lowered(each, down) for each in block.planned)
        draft = replace(
            draft,
            foot=(*lowered, *draft.foot),
            floor=draft.floor - (block.row - block.top),
            reasons=(*draft.reasons, tell_foot(desk.story(running.story).name)),
        )
    return draft


def _set_whole(desk: Desk, draft: Draft, running: Running) -> Draft | None:
    """The cheapest draft that holds a story to its end, as low as leaves the rest its least."""
    top = draft.row + desk.spacing.least_body
    if top >= draft.floor:
        return None
    begun = Draft(
        number=draft.number,
        cursor=Cursor(piece=len(desk.copy), running=(running,)),
        row=top,
        top=top,
        floor=draft.floor,
        last=running.story,
        is_below=True,
    )
    growing, whole = [begun], []
    while growing:
        grown = [
            after
            for each in growing
            for after in go_on_running(desk, each, each.cursor.running[-1])
            if not after.closed
        ]
        whole += [each for each in grown if not each.cursor.running]
        growing = [each for each in grown if each.cursor.running]
    story = desk.story(running.story)
    fitting = (each for each in whole if not any(_bleeds(story, at) for at in each.planned))
    return min(fitting, key=lambda each: (each.cost, each.row), default=None)


def _bleeds(story: StoryCopy, planned: Planned) -> bool:
    """Whether a float runs off the page's edge, so that it cannot be lowered."""
    return isinstance(planned, PlannedFloat) and story.floats[planned.number].bleed


def _lowered(planned: Planned, rows: int) -> Planned:
    return replace(planned, slot=replace(planned.slot, row=planned.slot.row + rows))
