"""Compose one page: every way to go on from a draft, until the page is full."""

from collections.abc import Iterator
from dataclasses import replace

from pamphleteer.makeup.bands import text_bands
from pamphleteer.makeup.continued import continue_jumped, misses_jump
from pamphleteer.makeup.copy import BlockCopy, NoticeCopy, StoryCopy, Stretch
from pamphleteer.makeup.costs import COSTS, LOW_START
from pamphleteer.makeup.draft import Cursor, Desk, Draft, Running, first_draft, next_page
from pamphleteer.makeup.feet import put_notices
from pamphleteer.makeup.jobs import Job, opening
from pamphleteer.makeup.pairs import beside, put_side_by_side
from pamphleteer.makeup.plan import PlannedBlock, PlannedHead, Slot
from pamphleteer.makeup.running import go_on_running, put_head
from pamphleteer.makeup.stacks import stack_most
from pamphleteer.makeup.stops import due, pressing
from pamphleteer.units import Pt

MOST_DRAFTS = 24
"""Drafts of one page that are kept, the cheapest."""


def compose_page(desk: Desk, number: int, cursor: Cursor) -> list[Draft]:
    """All pages that are worth comparing, cheapest first; each with the cursor behind it."""
    first = put_notices(desk, first_draft(desk, number, cursor))
    open_drafts = list(continue_jumped(desk, first))
    full: list[Draft] = []
    while open_drafts:
        grown = [after for draft in open_drafts for after in _go_on(desk, draft)]
        full += [draft for draft in grown if draft.closed and not misses_jump(desk, draft)]
        open_drafts = _cheapest([draft for draft in grown if not draft.closed])
    return _cheapest([_closed_off(desk, draft, cursor) for draft in full])


def _cheapest(drafts: list[Draft]) -> list[Draft]:
    """The best drafts, one for each cursor and depth; of equals the first."""
    best: dict[object, Draft] = {}
    for draft in drafts:
        key = (draft.cursor, draft.row, draft.floor, draft.closed, draft.beside)
        if key not in best or draft.rank < best[key].rank:
            best[key] = draft
    return sorted(best.values(), key=lambda draft: draft.rank)[:MOST_DRAFTS]


def _closed_off(desk: Desk, draft: Draft, before: Cursor) -> Draft:
    """Charge for rows that stay free, though not for those below the end of all articles."""
    goes_on = draft.cursor.running and draft.cursor.running[-1].place.line
    is_end = draft.cursor.is_end_of(desk.copy)
    draft = draft.charge(COSTS.put_off * _put_off(desk, draft.cursor, before))
    return draft if goes_on or is_end else draft.charge(COSTS.of_foot(draft.room))


def _put_off(desk: Desk, after: Cursor, before: Cursor) -> int:
    """How many floats stand more than a page after their mention: on this page or the next one."""
    owed = {each.story: due(desk.story(each.story), each.place) for each in before.running}
    count = 0
    for running in after.running:
        story = desk.story(running.story)
        was, now = owed.get(running.story, ()), due(story, running.place)
        late = [each for each in pressing(story, was) if each in now]
        new = pressing(story, [each for each in now if each not in late])
        _, left = stack_most(story, new, desk.page(story.columns))
        count += len(late) + len(left)
    return count


def _go_on(desk: Desk, draft: Draft) -> Iterator[Draft]:
    """Every next step: the story that runs, or the next piece of the copy."""
    draft = draft.at_piece()
    cursor = draft.cursor
    if cursor.running:
        yield from go_on_running(desk, draft, cursor.running[-1])
    elif cursor.piece == len(desk.copy):
        yield replace(draft, closed=True)
    else:
        piece = desk.copy[cursor.piece]
        passed = replace(draft, cursor=replace(cursor, piece=cursor.piece + 1))
        match piece:
            case StoryCopy(page=int()):
                jumped = (*cursor.jumped, cursor.piece)
                yield replace(passed, cursor=replace(passed.cursor, jumped=jumped))
            case StoryCopy():
                yield from _begin_story(desk, draft, cursor.piece, piece)
            case BlockCopy():
                yield _put_block(desk, draft, passed, piece)
            case NoticeCopy():
                waiting = (*cursor.notices, cursor.piece)
                yield put_notices(
                    desk, replace(passed, cursor=replace(passed.cursor, notices=waiting))
                )


def _put_block(desk: Desk, draft: Draft, passed: Draft, block: BlockCopy) -> Draft:
    above = desk.spacing.before_panel if not draft.is_empty else 0
    rows = block.rows[0]
    if above + rows > draft.room:
        return replace(draft, closed=True)
    slot = Slot(x=Pt(0), width=desk.grid.width, row=draft.row + above, rows=rows)
    planned = PlannedBlock(piece=draft.cursor.piece, size=0, slot=slot)
    return replace(passed.put([planned], above + rows), below_block=True)


def _begin_story(desk: Desk, draft: Draft, index: int, story: StoryCopy) -> Iterator[Draft]:
    """Put a headline block where the story may begin, or close the page if it may not."""
    if not _may_begin(draft, story):
        yield replace(draft, closed=True)
        return
    if story.start == "new-column" and draft.beside is not None:
        yield from _begin_beside(desk, draft, index, story)
        return
    group = beside(desk, index)
    if len(group) > 1:
        yield from _put_group(desk, draft, group)
        return
    headed = put_head(desk, draft, index, story)
    if headed is None:
        yield replace(draft, closed=True)
        return
    passed = replace(headed.cursor, piece=headed.cursor.piece + 1)
    running = (*passed.running, Running(story=index, place=opening(story)))
    low = max(0, LOW_START - headed.room)
    yield replace(headed, cursor=replace(passed, running=running)).charge(COSTS.low_start * low)
    yield from _left_for_next(draft)


def _left_for_next(draft: Draft) -> Iterator[Draft]:
    """The page as it is, if anything stands on it: what comes next begins on the next one."""
    if draft.planned or draft.foot or draft.top:
        is_bare = draft.is_empty and draft.top
        yield replace(draft, closed=True).charge(COSTS.bare_front if is_bare else 0)


def _put_group(desk: Desk, draft: Draft, group: tuple[int, ...]) -> Iterator[Draft]:
    yield from put_side_by_side(desk, draft, group)
    yield from _left_for_next(draft)


def _may_begin(draft: Draft, story: StoryCopy) -> bool:
    match story.start:
        case "right-page":
            return draft.is_empty and draft.number % 2 == 1
        case "left-page":
            return draft.is_empty and draft.number % 2 == 0
        case "new-page":
            return draft.is_empty
        case "new-column":
            return draft.is_empty or draft.beside is not None
    return True


def _begin_beside(desk: Desk, draft: Draft, index: int, story: StoryCopy) -> Iterator[Draft]:
    """Begin on top of a column, beside the story above; it goes on over the whole width.

    Where it cannot, it waits for the next page.
    """
    area = draft.beside
    rows = story.head[area.columns] if area else 0
    least = rows + desk.spacing.least_body
    if area is None or least > area.rows or not isinstance(story.parts[0], Stretch):
        yield replace(draft, closed=True).charge(COSTS.next_page)
        return
    slot = area.slot(0, 0, rows, span=area.columns)
    head = PlannedHead(story=index, columns=area.columns, slot=slot)
    job = Job(
        index=index,
        story=story,
        place=opening(story),
        area=area.below(rows),
        overleaf=next_page(desk, draft, story.columns),
    )
    passed = replace(draft.cursor, piece=draft.cursor.piece + 1)
    for band in text_bands(job):
        running = Running(story=index, place=band.place)
        is_over = band.finishes(story)
        cursor = replace(passed, running=() if is_over else (*passed.running, running))
        filled = draft.put([head, *band.planned], draft.room).charge(band.cost, *band.reasons)
        yield replace(filled, cursor=cursor, closed=True)
    yield replace(draft, closed=True).charge(COSTS.next_page)
