"""Short stories side by side: each has its part of the columns, and all of it on one page."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile

from pamphleteer.makeup.area import Area
from pamphleteer.makeup.bands import Band, text_bands
from pamphleteer.makeup.copy import StoryCopy, Stretch
from pamphleteer.makeup.draft import Desk, Draft
from pamphleteer.makeup.jobs import Job, opening
from pamphleteer.makeup.plan import Planned, PlannedHead, PlannedRule, Slot
from pamphleteer.units import Pt


def beside(desk: Desk, index: int) -> tuple[int, ...]:
    """The story at an index and those that stand beside it."""
    following = range(index + 1, len(desk.copy))
    return (index, *takewhile(lambda at: _is_beside(desk, at), following))


def _is_beside(desk: Desk, index: int) -> bool:
    piece = desk.copy[index]
    return isinstance(piece, StoryCopy) and piece.start == "beside"


def put_side_by_side(desk: Desk, draft: Draft, indexes: tuple[int, ...]) -> Iterator[Draft]:
    """Put stories side by side below what stands on the page, if all of them fit there."""
    spacing = desk.spacing
    above = 0 if draft.is_empty else spacing.before_story
    if draft.below_block:
        above = spacing.before_panel
    area = draft.area(desk, desk.grid.columns).below(above)
    bands = [_fit(desk, index, part) for index, part in _share(indexes, area)]
    found = [band for band in bands if band is not None]
    if len(found) < len(indexes):
        return
    planned: list[Planned] = []
    if above and not draft.below_block:
        slot = Slot(x=Pt(0), width=desk.grid.width, row=draft.row + above - 1, rows=1)
        planned.append(PlannedRule(slot=slot))
    planned += [each for band in found for each in band.planned]
    rows = above + max(band.rows for band in found)
    cursor = replace(draft.cursor, piece=indexes[-1] + 1)
    put = draft.put(planned, rows).named(indexes[0]).charge(sum(band.cost for band in found))
    yield replace(put, cursor=cursor)


def _share(indexes: tuple[int, ...], area: Area) -> Iterator[tuple[int, Area]]:
    """Part the columns among the stories; those that come first have more where it is uneven."""
    count, first = len(indexes), 0
    for position, index in enumerate(indexes):
        span = max(1, area.columns // count + (position < area.columns % count))
        if first + span > area.columns:
            return
        slot = area.slot(first, 0, area.rows, span=span)
        yield index, replace(area, x=slot.x, width=slot.width, columns=span)
        first += span


def _fit(desk: Desk, index: int, area: Area) -> Band | None:
    """A story whole in its part of the columns, headline block and all; None if it has no room."""
    story = desk.copy[index]
    if not isinstance(story, StoryCopy) or area.columns not in story.head:
        return None
    rows = story.head[area.columns]
    if rows >= area.rows or not isinstance(story.parts[0], Stretch):
        return None
    job = Job(index=index, story=story, place=opening(story), area=area.below(rows))
    whole = (band for band in text_bands(job) if band.finishes(story))
    best = min(whole, key=lambda band: band.cost, default=None)
    if best is None:
        return None
    slot = area.slot(0, 0, rows, span=area.columns)
    head = PlannedHead(story=index, columns=area.columns, slot=slot)
    return replace(best, planned=(head, *best.planned), rows=rows + best.rows)
