"""Warns of what stands more than a page after its mention, since more waited than a page holds."""

from collections.abc import Iterator, Sequence

from pamphleteer.makeup.copy import Stretch
from pamphleteer.makeup.model import Float
from pamphleteer.makeup.plan import PagePlan, PlannedFloat, PlannedText
from pamphleteer.makeup.stock import Stock, StoryStock
from pamphleteer.problems import Problem, warning

MOST_LATE = 1
"""Pages by which a float may stand after its mention, and nothing is said."""

HINT = "Mention it later, make it smaller, or place some of those around it elsewhere."


def warn_of_late_floats(plans: Sequence[PagePlan], stock: Sequence[Stock]) -> tuple[Problem, ...]:
    """One warning for each float that stands more than a page after its mention."""
    mentioned: dict[int, int] = {}
    problems = []
    for plan in plans:
        for each in plan.planned:
            for made in _mentions(each, stock):
                mentioned.setdefault(id(made), plan.number)
    for plan in plans:
        for each in plan.planned:
            if isinstance(each, PlannedFloat):
                made = _story(stock, each.story).story.floats[each.number]
                late = plan.number - mentioned.get(id(made), plan.number)
                if late > MOST_LATE:
                    problems.append(_late(made, late))
    return tuple(problems)


def _mentions(planned: object, stock: Sequence[Stock]) -> Iterator[Float]:
    """The floats that a column of text mentions."""
    if not isinstance(planned, PlannedText):
        return
    entry = _story(stock, planned.story)
    part = entry.copy.parts[planned.part]
    if isinstance(part, Stretch):
        for number in part.proof.mentions(planned.start, planned.end):
            yield entry.story.floats[number]


def _late(made: Float, pages: int) -> Problem:
    message = f"{made.name} stands {pages} pages after its mention: more waits than pages hold"
    return warning("late-figure", message, hint=HINT, pos=made.pos)


def _story(stock: Sequence[Stock], index: int) -> StoryStock:
    entry = stock[index]
    if not isinstance(entry, StoryStock):
        raise TypeError("a block is no story")
    return entry
