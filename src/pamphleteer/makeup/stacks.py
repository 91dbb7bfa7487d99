"""Stacks: floats above and below the columns of an area, and all the ways to put them there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pamphleteer.makeup.area import Area
from pamphleteer.makeup.copy import FloatCopy, StoryCopy
from pamphleteer.makeup.costs import COSTS
from pamphleteer.makeup.plan import PlannedFloat, Side

OTHER_SIDE = 1.0
"""The cost of a float at the foot that was asked for at the top, or the other way round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stacked:
    """A float in a stack: its first column, its side, and the rows between it and that side.

    Below the columns rows are counted from the stack's upper edge, since the float that is
    mentioned first stands highest.
    """

    number: int
    first: int
    span: int
    above: bool
    level: int

    def covers(self, column: int) -> bool:
        """Whether it stands in a column."""
        return self.first <= column < self.first + self.span


@dataclass(frozen=True, slots=True, kw_only=True)
class Stacks:
    """Rows that are taken above and below each column, and what takes them."""

    top: tuple[int, ...]
    foot: tuple[int, ...]
    stacked: tuple[Stacked, ...] = ()
    cost: float = 0.0

    @property
    def numbers(self) -> tuple[int, ...]:
        """The floats that are in it."""
        return tuple(each.number for each in self.stacked)


def no_stacks(area: Area) -> Stacks:
    """Nothing above or below any column."""
    return Stacks(top=(0,) * area.columns, foot=(0,) * area.columns)


def stack_most(
    story: StoryCopy, numbers: Sequence[int], area: Area
) -> tuple[tuple[Stacks, ...], Sequence[int]]:
    """All ways to put as many floats as have room, the first ones, and what is put off."""
    for count in range(len(numbers), 0, -1):
        if found := tuple(stack_all(story, numbers[:count], no_stacks(area), area)):
            return found, numbers[count:]
    return (no_stacks(area),), numbers


def have_room(story: StoryCopy, numbers: Sequence[int], area: Area) -> bool:
    """Whether floats can stand in an area all together."""
    if sum(story.floats[each].rows * story.floats[each].span for each in numbers) > area.size:
        return False
    return any(True for _ in stack_all(story, numbers, no_stacks(area), area))


def stack_all(
    story: StoryCopy, numbers: Sequence[int], stacks: Stacks, area: Area
) -> Iterator[Stacks]:
    """All ways to put floats, one after another, above or below the columns."""
    if not numbers:
        yield stacks
        return
    number, *rest = numbers
    for grown in stack_one(story, number, stacks, area):
        yield from stack_all(story, rest, grown, area)


def stack_one(story: StoryCopy, number: int, stacks: Stacks, area: Area) -> Iterator[Stacks]:
    """All ways to put one more float, the side first that was asked for.

    A float above the columns would stand before one below them, so it may not come after it; and
    below one that runs off the page's foot there is nothing.
    """
    copy = story.floats[number]
    feet = [each for each in stacks.stacked if not each.above]
    if any(story.floats[each.number].bleed for each in feet):
        return
    side = wants_top(copy)
    for above in (side,) if copy.bleed else (side, not side):
        if not (above and feet):
            cost = 0.0 if above == side else OTHER_SIDE
            yield from _stack_on(copy, number, stacks, area, above=above, cost=cost)


def wants_top(copy: FloatCopy) -> bool:
    """Whether a float was asked for above the text."""
    return copy.place in ("top", "column-top")


def _stack_on(  # one place of many in a search
    copy: FloatCopy, number: int, stacks: Stacks, area: Area, *, above: bool, cost: float
) -> Iterator[Stacks]:
    span = copy.span  # what is wider than the area waits for one that has room
    taken, opposite = (stacks.top, stacks.foot) if above else (stacks.foot, stacks.top)
    for first in range(area.columns - span + 1):
        columns = range(first, first + span)
        level = max(taken[column] for column in columns)
        rows = level + copy.rows
        if copy.bleed and (level or not (area.is_at_top if above else area.is_at_foot)):
            continue
        new = Stacked(number=number, first=first, span=span, above=above, level=level)
        stacked = (*stacks.stacked, new)
        grown = _grown(taken, new, rows) if above else _raised(_grown(taken, new, rows), stacked)
        if any(sum(both) > area.rows for both in zip(grown, opposite, strict=True)):
            continue
        lost = sum(grown) - sum(taken) - copy.rows * span
        yield replace(
            stacks,
            top=grown if above else stacks.top,
            foot=stacks.foot if above else grown,
            stacked=stacked,
            cost=stacks.cost + cost + COSTS.of_hole(lost),
        )


def _grown(taken: tuple[int, ...], new: Stacked, rows: int) -> tuple[int, ...]:
    return tuple(rows if new.covers(at) else depth for at, depth in enumerate(taken))


def _raised(foot: tuple[int, ...], stacked: tuple[Stacked, ...]) -> tuple[int, ...]:
    """Rows taken at the foot: what stands on something in one column is raised in all of its own.

    The first one stands highest, so that the last is looked at first.
    """
    for each in reversed([each for each in stacked if not each.above]):
        depth = max(foot[each.first : each.first + each.span])
        foot = tuple(depth if each.covers(at) else rows for at, rows in enumerate(foot))
    return foot


def plan_floats(
    stacks: Stacks, area: Area, *, index: int, story: StoryCopy, rows: int
) -> tuple[PlannedFloat, ...]:
    """The places of stacked floats in a band that is so many rows deep."""
    planned = []
    for each in stacks.stacked:
        depth = max(stacks.foot[each.first : each.first + each.span])
        row = each.level if each.above else rows - depth + each.level
        slot = area.slot(each.first, row, story.floats[each.number].rows, span=each.span)
        side: Side = "above" if each.above else "below"
        planned.append(PlannedFloat(story=index, number=each.number, slot=slot, side=side))
    return tuple(planned)
