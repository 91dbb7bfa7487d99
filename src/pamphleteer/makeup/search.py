"""Search for the best pages: the cheapest beginnings are kept and gone on with, page by page.

A beam search (Lowerre 1976). It depends on nothing but the copy: no clock, no chance. What is kept
is compared at the same page, and of two beginnings that leave the same things to be placed only the
cheaper one is gone on with, so that an edit late in an issue leaves its early pages alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pamphleteer.makeup.composing import compose_page
from pamphleteer.makeup.copy import StoryCopy
from pamphleteer.makeup.costs import COSTS
from pamphleteer.makeup.draft import Cursor, Desk, Draft
from pamphleteer.makeup.plan import PagePlan

BEAM = 6
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beginning:
    pages: tuple[PagePlan, ...]
    last: Draft
    cost: float


def plan_pages(desk: Desk) -> Plan:
    """Find the cheapest pages for all of the copy.

    Raises:
        NoPlanError: something fits on no page.
    """
    beginnings: list[_Beginning] = [
        *(_begin(draft) for draft in compose_page(desk, desk.first, Cursor())[:BEAM])
    ]
    if not beginnings:
        raise NoPlanError(Cursor(), desk.first)
    best: _Beginning | None = None
    number = desk.first
    while beginnings and number < MOST_PAGES:
        ended = [each for each in beginnings if each.last.cursor.is_end_of(desk.copy)]
        best = min([*([best] if best else []), *ended], key=lambda each: each.cost, default=None)
        going = [each for each in beginnings if not each.last.cursor.is_end_of(desk.copy)]
        number += 1
        grown = [after for each in going for after in _grow(desk, each, number)]
        if going and not grown and best is None:
            raise NoPlanError(going[0].last.cursor, number)
        beginnings = [each for each in _cheapest(grown) if best is None or each.cost < best.cost]
    if best is None:
        raise NoPlanError(Cursor(), number)
    return Plan(pages=best.pages, cost=best.cost)


def _begin(draft: Draft) -> _Beginning:
    plan = draft.plan()
    plan = replace(plan, blank=draft.number > 1 and not plan.planned)
    return _Beginning(pages=(plan,), last=draft, cost=draft.cost + COSTS.page)


def _grow(desk: Desk, beginning: _Beginning, number: int) -> Iterator[_Beginning]:
    for composed in compose_page(desk, number, beginning.last.cursor):
        draft = composed
        is_blank = not draft.plan().planned
        if is_blank and draft.cursor == beginning.last.cursor:
            if not _waits_for_side(desk, draft.cursor):
                continue  # nothing was placed, and nothing ever will be
            draft = _blank(composed)
        yield _Beginning(
            pages=(*beginning.pages, replace(draft.plan(), blank=is_blank)),
            last=draft,
            cost=beginning.cost + draft.cost + COSTS.page,
        )


def _waits_for_side(desk: Desk, cursor: Cursor) -> bool:
    """Whether what comes next must stand on a right or left page, which this one was not."""
    piece = desk.copy[cursor.piece] if cursor.piece < len(desk.copy) else None
    return isinstance(piece, StoryCopy) and piece.start in {"right-page", "left-page"}


def _blank(draft: Draft) -> Draft:
    reason = "it is blank, so that the next article has the side that it asks for"
    return draft.charge(COSTS.blank, reason)


def _cheapest(beginnings: list[_Beginning]) -> list[_Beginning]:
    best: dict[Cursor, _Beginning] = {}
    for each in beginnings:
        known = best.get(each.last.cursor)
        if known is None or each.cost < known.cost:
            best[each.last.cursor] = each
    return sorted(best.values(), key=lambda each: each.cost)[:BEAM]
