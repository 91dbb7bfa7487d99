"""Refuses a float that stands more than a page after its mention: more waited than pages hold.

What is written right behind another float, with no text between them, is mentioned where that one
stands: so pictures as deep as a page may follow one another, page by page.
"""

from collections.abc import Iterator, Sequence

from pamphleteer.makeup.copy import Stretch
from pamphleteer.makeup.model import Float
from pamphleteer.makeup.plan import PagePlan, Planned, PlannedFloat, PlannedText
from pamphleteer.makeup.stock import Stock, StoryStock
from pamphleteer.problems import IssueError, Problem, error

MOST_LATE = 1
"""Pages by which a float may stand after its mention."""

HINT = "Mention it later, make it smaller, or place some of those around it elsewhere."


def refuse_late_floats(plans: Sequence[PagePlan], stock: Sequence[Stock]) -> None:
    """Stop where a float stands more than a page after its mention.

    Raises:
        IssueError: ``late-figure``, for each of them.
    """
    stands, said = _pages_of_floats(plans, stock), _pages_of_mentions(plans, stock)
    problems = []
    for entry in stock:
        for number, made in enumerate(entry.story.floats if isinstance(entry, StoryStock) else ()):
            here = said.get(id(made))
            if here is None or not isinstance(entry, StoryStock):
                continue
            if entry.copy.floats[number].follows:
                here = max(here, stands[id(entry.story.floats[number - 1])])
            if stands[id(made)] - here > MOST_LATE:
                problems.append(_late(made, stands[id(made)] - here))
    if problems:
        raise IssueError(dict.fromkeys(problems))


def _pages_of_floats(plans: Sequence[PagePlan], stock: Sequence[Stock]) -> dict[int, int]:
    """On which page each float stands, by its identity."""
    return {
        id(_story(stock, each.story).story.floats[each.number]): plan.number
        for plan in plans
        for each in plan.planned
        if isinstance(each, PlannedFloat)
    }


def _pages_of_mentions(plans: Sequence[PagePlan], stock: Sequence[Stock]) -> dict[int, int]:
    """On which page each float is mentioned first."""
    found: dict[int, int] = {}
    for plan in plans:
        for each in plan.planned:
            for made in _mentions(each, stock):
                found.setdefault(id(made), plan.number)
    return found


def _mentions(planned: Planned, stock: Sequence[Stock]) -> Iterator[Float]:
    """The floats that a column of text mentions."""
    if not isinstance(planned, PlannedText):
        return
    entry = _story(stock, planned.story)
    part = entry.copy.parts[planned.part]
    if isinstance(part, Stretch):
        for number in part.proof.mentions(planned.start, planned.end):
            yield entry.story.floats[number]


def _late(made: Float, pages: int) -> Problem:
    message = f"{made.name} would stand {pages} pages after its mention: more waits than pages hold"
    return error("late-figure", message, hint=HINT, pos=made.pos)


def _story(stock: Sequence[Stock], index: int) -> StoryStock:
    entry = stock[index]
    if not isinstance(entry, StoryStock):
        raise TypeError("a block is no story")
    return entry
