"""Go on with a story that has begun: its text, what stands across it, and floats that wait."""

from collections.abc import Iterator
from dataclasses import replace

from pamphleteer.makeup.bands import Band, text_bands
from pamphleteer.makeup.copy import FloatCopy, StoryCopy, Stretch
from pamphleteer.makeup.costs import COSTS
from pamphleteer.makeup.draft import Desk, Draft, Running, next_page
from pamphleteer.makeup.jobs import Job, StoryPlace, opening
from pamphleteer.makeup.plan import (
    PlannedFloat,
    PlannedHead,
    PlannedRule,
    PlannedTurn,
    Side,
    Slot,
)
from pamphleteer.makeup.reasons import tell_below, tell_late, tell_rest
from pamphleteer.makeup.stops import is_stop
from pamphleteer.units import Pt


def go_on_running(desk: Desk, draft: Draft, running: Running) -> Iterator[Draft]:
    """Every way to go on with a story from where it is."""
    story = desk.story(running.story)
    if running.place == opening(story) and story.page is not None:
        if draft.number != story.page:
            return
        headed = put_head(desk, draft, running.story, story)
        if headed is None:
            return
        draft = headed.charge(0, tell_rest(story.name))
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
    last = draft.planned[-1] if draft.planned else None
    is_opening = isinstance(last, PlannedHead)
    head = last.slot if isinstance(last, PlannedHead) else None
    must = draft.top == 0 and draft.floor == desk.grid.lines
    must = must and (draft.is_empty or (head is not None and head.row == 0))
    job = Job(
        index=running.story,
        story=story,
        place=place,
        area=area,
        must=must,
        overleaf=next_page(desk, draft, story.columns),
    )
    bands = list(text_bands(job))
    is_awaited = _leaves_columns(desk, draft, story)
    for band in bands:
        waits = COSTS.next_page if is_awaited and band.finishes(story) else 0.0
        yield _with_band(draft, band, running).charge(waits)
    bears = draft.planned or draft.foot
    if not bands and bears and not is_opening:  # no line may stand in what is left
        yield replace(draft, closed=True)
    if is_awaited:
        yield from _leave_columns(draft, replace(job, by_column=True), running)


def _leaves_columns(desk: Desk, draft: Draft, story: StoryCopy) -> bool:
    """Whether the story that follows is to begin on top of a column that this one leaves free."""
    at = draft.cursor.piece
    following = desk.copy[at] if at < len(desk.copy) else None
    if not isinstance(following, StoryCopy) or len(draft.cursor.running) != 1:
        return False
    return following.start == "new-column" and following.columns == story.columns


def _leave_columns(draft: Draft, job: Job, running: Running) -> Iterator[Draft]:
    for band in text_bands(job):
        if band.finishes(job.story) and band.columns < job.story.columns:
            after = _with_band(draft, replace(band, rows=0), running)
            yield replace(after, beside=job.area.right_of(band.columns))


def _is_empty(story: StoryCopy, place: StoryPlace) -> bool:
    """Whether no text is left in the stretch at a place."""
    stretch = story.parts[place.part]
    return isinstance(stretch, Stretch) and place.line == stretch.end


def _with_band(draft: Draft, band: Band, running: Running) -> Draft:
    """The draft with a band; in one step, since a search takes this one most often."""
    after = (*draft.cursor.running[:-1], replace(running, place=band.place))
    return replace(
        draft,
        planned=(*draft.planned, *band.planned),
        row=draft.row + band.rows if band.ends else draft.floor,
        beside=None,
        below_block=False,
        cost=draft.cost + band.cost,
        reasons=(*draft.reasons, *band.reasons),
        cursor=replace(draft.cursor, running=after),
        closed=draft.closed or not band.ends,
    )


def _put_across(desk: Desk, draft: Draft, running: Running, story: StoryCopy) -> Iterator[Draft]:
    """Put a float here across the columns; where it has no room, it stands on the next page.

    That the text goes on through the stop is for its bands to say.
    """
    number = story.parts[running.place.part]
    if not isinstance(number, int):
        raise TypeError("text stands here, and no float")
    copy, place = story.floats[number], running.place
    if place.waiting:
        yield from _put_waiting(desk, draft, running, story)
        return
    after = replace(opening(story, place.part + 1), waiting=place.waiting, later=place.later)
    if copy.rows <= draft.room and all(number < each for each in place.pending):
        slot = draft.area(desk, 1).slot(0, 0, copy.rows)
        planned = PlannedFloat(story=running.story, number=number, slot=slot)
        put = draft.named(running.story).put([planned], copy.rows)
    elif is_stop(story, place.part):
        hole = story.columns * COSTS.of_hole(draft.room)
        yield replace(draft.charge(COSTS.late + hole, tell_late(copy)), closed=True)
        return
    else:
        after = replace(after, later=tuple(sorted((*place.later, number))))
        put = draft.charge(COSTS.late, tell_late(copy))
        put = replace(put, closed=draft.room < 2)
    yield _with_place(put, running, after)


def _put_waiting(desk: Desk, draft: Draft, running: Running, story: StoryCopy) -> Iterator[Draft]:
    """Where a story's text halts or has ended, what waits stands here or on the next page."""
    if not running.place.pending:
        yield _end_story(desk, draft, running, story)
        return
    number = running.place.pending[0]
    copy = story.floats[number]
    slot = _slot_below(desk, draft, story, copy)
    if slot is None:
        yield replace(draft, closed=True)
        return
    side: Side = ("above" if slot.row == 0 else "below") if copy.bleed else "across"
    planned = PlannedFloat(story=running.story, number=number, slot=slot, side=side)
    put = draft.named(running.story).put([planned], slot.row + slot.rows - draft.row)
    if number in running.place.later:  # it was thought to be late, and is not
        put = put.without(COSTS.late, tell_late(copy)).charge(COSTS.below, tell_below(copy))
    yield _with_place(put, running, running.place.without_first())


def _end_story(desk: Desk, draft: Draft, running: Running, story: StoryCopy) -> Draft:
    """Done with a story; where no text is its end, the line that tells where it goes on is due."""
    if story.turn and isinstance(story.parts[-1], int):
        if draft.room < story.turn:
            return replace(draft, closed=True)
        slot = draft.area(desk, story.columns).slot(story.columns - 1, 0, story.turn)
        turn = PlannedTurn(story=running.story, slot=slot)
        draft = draft.named(running.story).put([turn], story.turn)
    return replace(draft, cursor=replace(draft.cursor, running=draft.cursor.running[:-1]))


def _slot_below(desk: Desk, draft: Draft, story: StoryCopy, copy: FloatCopy) -> Slot | None:
    """Room for a float below all else; what bleeds needs the page's top or foot."""
    area = draft.area(desk, story.columns)
    if copy.rows > area.rows:
        return None
    if not copy.bleed:
        return area.slot(0, 0, copy.rows, span=copy.span)
    if copy.place in {"top", "column-top"}:
        return area.slot(0, 0, copy.rows, span=copy.span) if area.is_at_top else None
    foot = area.slot(0, area.rows - copy.rows, copy.rows, span=copy.span)
    return foot if area.is_at_foot else None


def _with_place(draft: Draft, running: Running, place: StoryPlace) -> Draft:
    """The draft with the running story at another place."""
    rest = draft.cursor.running[:-1]
    after = (*rest, replace(running, place=place))
    return replace(draft, cursor=replace(draft.cursor, running=after))


def put_head(desk: Desk, draft: Draft, index: int, story: StoryCopy) -> Draft | None:
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
