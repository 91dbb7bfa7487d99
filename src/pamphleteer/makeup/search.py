"""Search for the best pages: the cheapest beginnings are kept and gone on with, page by page.

A beam search (Lowerre 1976). It depends on nothing but the copy: no clock, no chance. What is kept
is compared at the same page, and of two beginnings that leave the same things to be placed only the
better one is gone on with.

First come, first served: of two beginnings the better one is that whose first piece stands better,
then the second, and so on. So no page changes when what begins on a later one is edited, which an
editor could not explain. Compared by their sums, one of seventy edits moved earlier pages, and all
pages together were cheaper by half a hundredth (500 issues made by chance, November 2026). Where
this order finds no pages, sums are compared, since giving way then is better than an error.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from pamphleteer.makeup.composing import compose_page
from pamphleteer.makeup.copy import StoryCopy
from pamphleteer.makeup.costs import COSTS
from pamphleteer.makeup.draft import Cursor, Desk, Draft
from pamphleteer.makeup.plan import PagePlan

BEAM = 6
"""Beginnings that are gone on with at each page."""

WIDE_BEAM = 24
"""The same where a float stood too late, or nothing was found."""

MOST_PAGES = 1000


class NoPlanError(ValueError):
    """The copy cannot be placed: ``cursor`` is what was left, on page ``number``."""

    def __init__(self, cursor: Cursor, number: int) -> None:
        self.cursor = cursor
        self.number = number
        super().__init__(f"nothing can be placed on page {number}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """All pages up to the end of the copy, and what they cost together."""

    pages: tuple[PagePlan, ...]
    cost: float


Ends = tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beginning:
    """``ends`` has for each piece what all pages cost when all before it was placed."""

    pages: tuple[PagePlan, ...]
    last: Draft
    cost: float
    ends: Ends = ()

    @property
    def rank(self) -> tuple[float, ...]:
        return (*(cost for _, cost in self.ends), self.cost)


Rank = Callable[[_Beginning], tuple[float, ...]]


def plan_pages(desk: Desk) -> Plan:
    """Find the best pages for all of the copy.

    Raises:
        NoPlanError: something fits on no page.
    """
    try:
        plan = _plan(desk, BEAM)
    except NoPlanError:
        return _plan(desk, WIDE_BEAM)
    if plan.cost < COSTS.put_off:
        return plan
    return min(plan, _plan(desk, WIDE_BEAM), key=lambda each: each.cost)


def _plan(desk: Desk, beam: int) -> Plan:
    try:
        return _search(desk, lambda each: each.rank, beam)
    except NoPlanError:
        return _search(desk, lambda each: (each.cost,), beam)


def _search(desk: Desk, rank: Rank, beam: int) -> Plan:
    drafts = compose_page(desk, desk.first, Cursor())
    beginnings = _best([_begin(draft) for draft in drafts], rank)[:beam]
    if not beginnings:
        raise NoPlanError(Cursor(), desk.first)
    best: _Beginning | None = None
    number = desk.first
    while beginnings and number < MOST_PAGES:
        ended = [each for each in beginnings if each.last.cursor.is_end_of(desk.copy)]
        best = min([*([best] if best else []), *ended], key=rank, default=None)
        going = [each for each in beginnings if not each.last.cursor.is_end_of(desk.copy)]
        number += 1
        grown = [after for each in going for after in _grow(desk, each, number)]
        if going and not grown and best is None:
            raise NoPlanError(going[0].last.cursor, number)
        beginnings = [
            each for each in _best(grown, rank)[:beam] if best is None or rank(each) < rank(best)
        ]
    if best is None:
        raise NoPlanError(Cursor(), number)
    return Plan(pages=best.pages, cost=best.cost)


def _begin(draft: Draft) -> _Beginning:
    plan = draft.plan()
    plan = replace(plan, blank=draft.number > 1 and not plan.planned)
    cost = COSTS.page
    return _Beginning(
        pages=(plan,), last=draft, cost=cost + draft.cost, ends=_ends((), draft, cost)
    )


def _ends(before: Ends, draft: Draft, cost: float) -> Ends:
    """What pages cost at each piece; rounded, since sums in another order differ in last digits."""
    known = {piece for piece, _ in before}
    new = ((piece, round(cost + more, 6)) for piece, more in draft.ends if piece not in known)
    return (*before, *new)


def _grow(desk: Desk, beginning: _Beginning, number: int) -> Iterator[_Beginning]:
    for composed in compose_page(desk, number, beginning.last.cursor):
        draft = composed
        is_blank = not draft.plan().planned
        if is_blank and draft.cursor == beginning.last.cursor:
            if not _waits_for_side(desk, draft.cursor):
                continue  # nothing was placed, and nothing ever will be
            draft = _blank(composed)
        cost = beginning.cost + COSTS.page
        yield _Beginning(
            pages=(*beginning.pages, replace(draft.plan(), blank=is_blank)),
            last=draft,
            cost=cost + draft.cost,
            ends=_ends(beginning.ends, draft, cost),
        )


def _waits_for_side(desk: Desk, cursor: Cursor) -> bool:
    """Whether what comes next must stand on a right or left page, which this one was not."""
    piece = desk.copy[cursor.piece] if cursor.piece < len(desk.copy) else None
    return isinstance(piece, StoryCopy) and piece.start in {"right-page", "left-page"}


def _blank(draft: Draft) -> Draft:
    reason = "it is blank, so that the next article has the side that it asks for"
    return draft.charge(COSTS.blank, reason)


def _best(beginnings: list[_Beginning], rank: Rank) -> list[_Beginning]:
    best: dict[Cursor, _Beginning] = {}
    for each in beginnings:
        known = best.get(each.last.cursor)
        if known is None or rank(each) < rank(known):
            best[each.last.cursor] = each
    return sorted(best.values(), key=rank)
