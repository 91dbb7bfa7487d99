"""Compose one page: every way to go on from a draft, until the page is full."""

from collections.abc import Iterator
from dataclasses import replace

from pamphleteer.makeup.bands import Band, Job, StoryPlace, opening, text_bands
from pamphleteer.makeup.copy import BlockCopy, NoticeCopy, StoryCopy, Stretch
from pamphleteer.makeup.costs import COSTS, LOW_START
from pamphleteer.makeup.draft import Cursor, Desk, Draft, Running, first_draft
from pamphleteer.makeup.plan import PlannedBlock, PlannedFloat, PlannedHead, PlannedRule, Slot
from pamphleteer.units import Pt

MOST_DRAFTS = 24
"""Drafts of one page that are kept, the cheapest."""


def compose_page(desk: Desk, number: int, cursor: Cursor) -> list[Draft]:
    """All pages that are worth comparing, cheapest first; each with the cursor behind it."""
    open_drafts = list(_start(desk, first_draft(desk, number, cursor)))
    full: list[Draft] = []
    while open_drafts:
        grown = [after for draft in open_drafts for after in _go_on(desk, draft)]
        full += [draft for draft in grown if draft.closed]
        open_drafts = _cheapest([draft for draft in grown if not draft.closed])
    return _cheapest([_closed_off(draft) for draft in full])


def _cheapest(drafts: list[Draft]) -> list[Draft]:
    """The cheapest drafts, one for each cursor and depth; of equals the first."""
    best: dict[object, Draft] = {}
    for draft in drafts:
        key = (draft.cursor, draft.row, draft.floor, draft.closed, draft.beside)
        if key not in best or draft.cost < best[key].cost:
            best[key] = draft
    return sorted(best.values(), key=lambda draft: draft.cost)[:MOST_DRAFTS]


def _closed_off(draft: Draft) -> Draft:
    goes_on = draft.cursor.running and draft.cursor.running[-1].place.line
    return draft if goes_on else draft.charge(COSTS.open_foot * draft.room)


def _start(desk: Desk, draft: Draft) -> Iterator[Draft]:
    """What must stand on this page: a story that goes on here after a jump, notices that wait."""
    draft = _with_notices(desk, draft)
    due = [index for index in draft.cursor.jumped if _story(desk, index).page == draft.number]
    for index in due:
        left = tuple(each for each in draft.cursor.jumped if each != index)
        place = Running(story=index, place=opening(_story(desk, index)))
        running = (*draft.cursor.running, place)
        draft = replace(draft, cursor=replace(draft.cursor, running=running, jumped=left))
    yield draft


def _with_notices(desk: Desk, draft: Draft) -> Draft:
    """Put notices that wait at the page's foot, beside one another where they have room."""
    waiting = list(draft.cursor.notices)
    while waiting:
        row_of: list[int] = []
        used = 0
        for index in list(waiting):
            span = _notice(desk, index).span
            if used + span <= desk.grid.columns:
                row_of.append(index)
                used += span
        rows = max(_notice(desk, index).rows for index in row_of)
        above = desk.spacing.before_panel
        if rows + above > draft.room:
            break
        area = draft.area(desk, desk.grid.columns)
        column = 0
        planned = []
        for index in row_of:
            notice = _notice(desk, index)
            slot = area.slot(column, area.rows - rows, rows, span=notice.span)
            planned.append(PlannedBlock(piece=index, size=0, slot=slot))
            column += notice.span
            waiting.remove(index)
        draft = replace(
            draft,
            planned=(*draft.planned, *planned),
            floor=draft.floor - rows - above,
            cursor=replace(draft.cursor, notices=tuple(waiting)),
        )
    return draft


def _go_on(desk: Desk, draft: Draft) -> Iterator[Draft]:
    """Every next step: the story that runs, or the next piece of the copy."""
    cursor = draft.cursor
    if cursor.running:
        yield from _go_on_running(desk, draft, cursor.running[-1])
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
                yield _with_notices(
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
        yield from _begin_beside(draft, index, story)
        return
    headed = _head(desk, draft, index, story)
    if headed is None:
        yield replace(draft, closed=True)
        return
    passed = replace(headed.cursor, piece=headed.cursor.piece + 1)
    running = (*passed.running, Running(story=index, place=opening(story)))
    low = max(0, LOW_START - headed.room)
    yield replace(headed, cursor=replace(passed, running=running)).charge(COSTS.low_start * low)
    if not draft.is_empty or draft.top:
        yield replace(draft, closed=True).charge(COSTS.bare_front if draft.is_empty else 0)


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


def _head(desk: Desk, draft: Draft, index: int, story: StoryCopy) -> Draft | None:
    """The draft with the story's headline block, or None where it has no room."""
    spacing = desk.spacing
    rows = story.head[story.columns]
    if draft.is_empty:
        above = 0
    elif draft.below_block:
        above = spacing.before_panel
    else:
        above = spacing.before_story
    if above + rows + spacing.least_body > draft.room:
        return None
    x, width = Pt(0), desk.grid.width
    planned: list[PlannedHead | PlannedRule] = []
    if above and not draft.below_block and story.ruled:
        slot = Slot(x=x, width=width, row=draft.row + above - 1, rows=1)
        planned.append(PlannedRule(slot=slot))
    slot = Slot(x=x, width=width, row=draft.row + above, rows=rows)
    planned.append(PlannedHead(story=index, columns=story.columns, slot=slot))
    return draft.put(planned, above + rows).named(index)


def _begin_beside(draft: Draft, index: int, story: StoryCopy) -> Iterator[Draft]:
    """Begin on top of a column, beside the story above; it goes on over the whole width."""
    area = draft.beside
    if area is None:
        return
    rows = story.head[area.columns]
    slot = area.slot(0, 0, rows, span=area.columns)
    head = PlannedHead(story=index, columns=area.columns, slot=slot)
    job = Job(index=index, story=story, place=opening(story), area=area.below(rows))
    passed = replace(draft.cursor, piece=draft.cursor.piece + 1)
    for band in text_bands(job):
        running = Running(story=index, place=band.place)
        finished = band.ends and band.place.part == len(story.parts) and not band.place.waiting
        cursor = replace(passed, running=() if finished else (*passed.running, running))
        filled = draft.put([head, *band.planned], draft.room).charge(band.cost, *band.reasons)
        yield replace(filled, cursor=cursor, closed=True)


def _go_on_running(desk: Desk, draft: Draft, running: Running) -> Iterator[Draft]:
    story = _story(desk, running.story)
    if running.place == opening(story) and story.page is not None:
        headed = _head(desk, draft, running.story, story)
        if headed is None:
            return
        draft = headed
    elif draft.last not in {None, running.story}:
        draft = _resume_below(desk, draft)
    if running.place.part == len(story.parts):
        yield from _put_waiting(desk, draft, running, story)
    elif isinstance(story.parts[running.place.part], Stretch):
        yield from _pour_text(desk, draft, running, story)
    else:
        yield from _put_across(desk, draft, running, story)


def _resume_below(desk: Desk, draft: Draft) -> Draft:
    """A rule between a story that took the page's top and the one that it broke into."""
    rows = desk.spacing.before_story
    slot = Slot(x=Pt(0), width=desk.grid.width, row=draft.row + rows - 1, rows=1)
    return draft.put([PlannedRule(slot=slot)], rows)


def _pour_text(desk: Desk, draft: Draft, running: Running, story: StoryCopy) -> Iterator[Draft]:
    if draft.room < 1 and not _is_empty(story, running.place):
        yield replace(draft, closed=True)
        return
    draft = draft.named(running.story)
    area = draft.area(desk, story.columns)
    place = running.place
    is_opening = draft.planned and isinstance(draft.planned[-1], PlannedHead)
    head = draft.planned[-1].slot if is_opening else None
    must = draft.top == 0 and draft.floor == desk.grid.lines
    must = must and (draft.is_empty or (head is not None and head.row == 0))
    job = Job(index=running.story, story=story, place=place, area=area, must=must)
    for band in text_bands(job):
        yield _with_band(draft, band, running)
    following = draft.cursor.piece
    if following < len(desk.copy) and len(draft.cursor.running) == 1:
        piece = desk.copy[following]
        if isinstance(piece, StoryCopy) and piece.start == "new-column":
            for band in text_bands(replace(job, by_column=True)):
                if band.ends and band.columns < story.columns:
                    after = _with_band(draft, replace(band, rows=0), running)
                    yield replace(after, beside=area.right_of(band.columns))


def _is_empty(story: StoryCopy, place: StoryPlace) -> bool:
    """Whether no text is left in the stretch at a place."""
    stretch = story.parts[place.part]
    return isinstance(stretch, Stretch) and place.line == stretch.end


def _with_band(draft: Draft, band: Band, running: Running) -> Draft:
    rest = draft.cursor.running[:-1]
    after = (*rest, replace(running, place=band.place))
    filled = draft.put(band.planned, band.rows).charge(band.cost, *band.reasons)
    filled = replace(filled, cursor=replace(filled.cursor, running=after))
    return filled if band.ends else replace(filled, closed=True, row=filled.floor)


def _put_across(desk: Desk, draft: Draft, running: Running, story: StoryCopy) -> Iterator[Draft]:
    """Put a float here across the columns; where it has no room, text goes on and it waits."""
    number = story.parts[running.place.part]
    if not isinstance(number, int):
        raise TypeError("text stands here, and no float")
    copy = story.floats[number]
    rest = draft.cursor.running[:-1]
    after = opening(story, running.place.part + 1)
    if copy.rows <= draft.room:
        slot = draft.area(desk, 1).slot(0, 0, copy.rows)
        planned = PlannedFloat(story=running.story, number=number, slot=slot)
        place = replace(after, waiting=running.place.waiting)
        put = draft.put([planned], copy.rows)
    else:
        place = replace(after, waiting=(*running.place.waiting, number))
        put = draft.charge(COSTS.late, f"{copy.name} has no room here: it stands on the next page")
        put = replace(put, closed=draft.room < 2)
    yield replace(put, cursor=replace(put.cursor, running=(*rest, replace(running, place=place))))


def _put_waiting(desk: Desk, draft: Draft, running: Running, story: StoryCopy) -> Iterator[Draft]:
    """A story's text has ended; floats that still wait stand below it or on the next page."""
    rest = draft.cursor.running[:-1]
    if not running.place.waiting:
        yield replace(draft, cursor=replace(draft.cursor, running=rest))
        return
    number, *others = running.place.waiting
    copy = story.floats[number]
    span = min(copy.span, story.columns)
    if copy.rows > draft.room:
        yield replace(draft, closed=True)
        return
    slot = draft.area(desk, story.columns).slot(0, 0, copy.rows, span=span)
    planned = PlannedFloat(story=running.story, number=number, slot=slot)
    place = StoryPlace(part=running.place.part, waiting=tuple(others))
    put = draft.named(running.story).put([planned], copy.rows)
    yield replace(put, cursor=replace(put.cursor, running=(*rest, replace(running, place=place))))


def _story(desk: Desk, index: int) -> StoryCopy:
    piece = desk.copy[index]
    if not isinstance(piece, StoryCopy):
        raise TypeError("no story")
    return piece


def _notice(desk: Desk, index: int) -> NoticeCopy:
    piece = desk.copy[index]
    if not isinstance(piece, NoticeCopy):
        raise TypeError("no notice")
    return piece
