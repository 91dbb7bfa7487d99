"""Bands: one stretch of a story's text in the columns of an area, with the floats around it.

For each stretch there are several bands: floats at the top or foot, in this column or that, now or
on the next page, and a page that is kept a line short. What each costs is said with it; which one
is best shows only when the pages that follow are known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pamphleteer.makeup.copy import StoryCopy, Stretch
from pamphleteer.makeup.costs import COSTS, TAIL
from pamphleteer.makeup.jobs import Job, StoryPlace, opening
from pamphleteer.makeup.plan import Planned, PlannedText, PlannedTurn
from pamphleteer.makeup.reasons import (
    tell_hole,
    tell_jump,
    tell_late,
    tell_put_off,
    tell_short,
    tell_side,
)
from pamphleteer.makeup.stacks import Stacks, plan_floats, stack_most, stack_one, wants_top
from pamphleteer.makeup.stops import through

SHORTEST = 2
"""Lines by which a page may be kept short at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A filled part of a page, so many rows deep, and how far the story has then come.

    ``ends`` tells whether the stretch has ended, so that something may stand below; ``columns`` is
    how many of the area's columns are used.
    """

    planned: tuple[Planned, ...]
    rows: int
    place: StoryPlace
    ends: bool
    columns: int
    cost: float = 0.0
    reasons: tuple[str, ...] = ()

    def finishes(self, story: StoryCopy) -> bool:
        """Whether all of a story stands, and nothing of it waits."""
        return self.ends and self.place.part == len(story.parts) and not self.place.pending


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filling:
    """Columns as (start, end, rows of room); the rows of the whole; lines kept short.

    ``spare`` are rows that stay free in each column, above what must stand at the page's foot.
    """

    columns: tuple[tuple[int, int, int], ...]
    rows: int
    end: int
    short: int = 0
    spare: int = 0


def text_bands(job: Job) -> Iterator[Band]:
    """All bands that are worth comparing; floats that wait are placed in each of them."""
    further = through(job.story, job.place.part)
    ways, put_off = stack_most(job.story, job.place.waiting, job.area)
    job = replace(job, put_off=put_off)
    jobs = [job, *(replace(job, until=part, passed=passed) for part, passed in further)]
    for each in jobs:
        for stacks in ways:
            yield from _with_mentions(each, stacks)


def _with_mentions(job: Job, stacks: Stacks) -> Iterator[Band]:
    """Fill the columns, and place what the text then mentions, or leave it for the next page."""
    for filled in _fillings(job, stacks):
        if filled.end <= job.least_end:
            continue
        new = tuple(_new_mentions(job, stacks, filled.end))
        yield _band(job, stacks, filled, late=tuple(sorted((*job.passed, *new))))
        if new and not filled.short and _is_next(job, new[0], filled.end):
            for grown in stack_one(job.story, new[0], stacks, job.area):
                wider = _with_mentions(job, grown)
                yield from (band for band in wider if _mentions(job.stretch, band, new[0]))


def _is_next(job: Job, number: int, end: int) -> bool:
    """Whether no float waits that was mentioned earlier, before a line: they keep their order."""
    said = job.stretch.proof.mentions(job.place.line, end)
    across = (each for each in said if job.story.floats[each].across)
    return all(number < each for each in (*job.owed, *across))


def _new_mentions(job: Job, stacks: Stacks, end: int) -> Iterator[int]:
    """What is mentioned before a line, and stands nowhere yet."""
    for number in job.stretch.proof.mentions(job.place.line, end):
        if number not in stacks.numbers and not job.story.floats[number].across:
            yield number


def _mentions(stretch: Stretch, band: Band, number: int) -> bool:
    """Whether a float is mentioned in a band."""
    texts = (each for each in band.planned if isinstance(each, PlannedText))
    return any(number in stretch.proof.mentions(text.start, text.end) for text in texts)


def _fillings(job: Job, stacks: Stacks) -> Iterator[_Filling]:
    rows, count = job.area.rows, job.area.columns
    if job.place.line == job.stretch.end and not stacks.stacked:
        yield _Filling(columns=_no_lines(job), rows=0, end=job.place.line)
        return
    full = _fill(job, stacks, (rows,) * count)
    if full.end == job.stretch.end:
        if stacks.top[-1] + stacks.foot[-1] + job.turn > rows:
            return  # no room for the line that tells where it goes on
        ended = full if job.by_column else _evened(replace(job, must=False), stacks, full)
        at_foot = _bleeds_at_foot(job, stacks)
        yield replace(ended, rows=rows, spare=rows - ended.rows) if at_foot else ended
        return
    if full.end > job.place.line or stacks.stacked:
        yield full
    free = replace(job, must=False)  # what a page that is kept short has no room for has room
    taken = max(top + foot for top, foot in zip(stacks.top, stacks.foot, strict=True))
    for short in range(1, min(SHORTEST, rows - 1, rows - taken) + 1):
        filling = _fill(free, stacks, (rows - short,) * count)
        if filling.end > job.place.line:
            yield replace(filling, short=short)


def _bleeds_at_foot(job: Job, stacks: Stacks) -> bool:
    """Whether something stands at the foot that must run off the page there."""
    feet = (each.number for each in stacks.stacked if not each.above)
    return any(job.story.floats[number].bleed for number in feet)


def _no_lines(job: Job) -> tuple[tuple[int, int, int], ...]:
    """Columns for a text without lines; a row of the first is poured, so that it is done."""
    line = job.place.line
    return ((line, line, 1), *((line, line, 0),) * (job.area.columns - 1))


def _fill(job: Job, stacks: Stacks, depths: tuple[int, ...]) -> _Filling:
    """Fill columns of these depths, one after another."""
    columns = []
    line, last = job.place.line, len(depths) - 1
    for column, depth in enumerate(depths):
        turn = job.turn if column == last else 0
        room = max(0, depth - stacks.top[column] - stacks.foot[column] - turn)
        proof = job.stretch.proof
        end = line
        if room and line < job.stretch.end:
            must = job.must and not stacks.stacked and column == 0
            overleaf = job.area.overleaf and column == last
            fill = proof.force(line, room) if must else proof.fill(line, room, overleaf=overleaf)
            end = min(fill, job.stretch.end)
        columns.append((line, end, room))
        line = end
    return _Filling(columns=tuple(columns), rows=max(depths), end=line)


def _evened(job: Job, stacks: Stacks, full: _Filling) -> _Filling:
    """The least depth that holds all to the stretch's end; first columns may be a row longer."""
    count = job.area.columns
    taken = [top + foot for top, foot in zip(stacks.top, stacks.foot, strict=True)]
    text = job.stretch.proof.rows(job.place.line, job.stretch.end)
    # Rounded down: the space above a crosshead vanishes where it comes to stand on top of a column.
    least = max((text + sum(taken) + job.turn) // count, *taken, taken[-1] + job.turn, 1)
    for rows in range(least, job.area.rows + 1):
        for long in range(1, count + 1):
            filling = _fill(job, stacks, (rows,) * long + (rows - 1,) * (count - long))
            if filling.end == job.stretch.end:
                return filling
    return full


def _band(job: Job, stacks: Stacks, filled: _Filling, *, late: tuple[int, ...]) -> Band:
    ends = filled.end == job.stretch.end
    used = [at for at, (start, end, _) in enumerate(filled.columns) if end > start]
    used = used or ([] if len(job.stretch.proof) else [0])
    texts = tuple(_planned_text(job, stacks, filled, column) for column in used)
    floats = plan_floats(stacks, job.area, index=job.index, story=job.story, rows=filled.rows)
    turn = job.turn if ends else 0
    turns: tuple[Planned, ...] = ()
    if turn:
        row = filled.rows - stacks.foot[-1] - turn
        slot = job.area.slot(job.area.columns - 1, row, turn)
        turns = (PlannedTurn(story=job.index, slot=slot),)
    after = replace(job.place, part=job.last_part, line=filled.end)
    after = opening(job.story, job.last_part + 1) if ends else after
    return Band(
        planned=(*floats, *texts, *turns),
        rows=filled.rows,
        place=replace(after, waiting=(), later=(*job.put_off, *job.place.later, *late)),
        ends=ends,
        columns=_columns_used(stacks, used),
        cost=stacks.cost + _cost(job, stacks, filled, late),
        reasons=tuple(_reasons(job, stacks, filled, late)),
    )


def _columns_used(stacks: Stacks, used: Sequence[int]) -> int:
    """How many columns have a text or a float in them, from the first on."""
    floats = (each.first + each.span for each in stacks.stacked)
    return max([*(at + 1 for at in used), *floats], default=0)


def _planned_text(job: Job, stacks: Stacks, filled: _Filling, column: int) -> PlannedText:
    start, end, room = filled.columns[column]
    slot = job.area.slot(column, stacks.top[column], room)
    return PlannedText(story=job.index, part=job.place.part, start=start, end=end, slot=slot)


def _holes(job: Job, filled: _Filling) -> Iterator[tuple[int, int]]:
    """Columns, from 1, with the rows that stay empty at their foot."""
    for column, (start, end, room) in enumerate(filled.columns, start=1):
        if (hole := room - job.stretch.proof.rows(start, end)) > 0:
            yield column, hole


def _cost(job: Job, stacks: Stacks, filled: _Filling, late: tuple[int, ...]) -> float:
    cost = COSTS.late * len(late) + COSTS.put_off * len(job.put_off)
    cost += COSTS.short_page * filled.short
    is_last = job.last_part == len(job.story.parts) - 1
    cost += (
        COSTS.open_foot * filled.spare
        if is_last
        else job.area.columns * COSTS.of_hole(filled.spare)
    )
    for each in stacks.stacked:
        mention = _mention_column(job.stretch, filled, each.number)
        if mention is not None and each.first + each.span <= mention:
            cost += COSTS.early
    if filled.end < job.stretch.end:
        return cost + sum(COSTS.of_hole(hole) for _, hole in _holes(job, filled))
    bottoms = [
        top + job.stretch.proof.rows(start, end) + foot
        for top, foot, (start, end, _) in zip(stacks.top, stacks.foot, filled.columns, strict=True)
    ]
    if job.by_column:  # what follows stands in the columns that are left
        used = [
            rows
            for rows, (start, end, _) in zip(bottoms, filled.columns, strict=True)
            if end > start
        ]
        free = sum(job.area.rows - rows for rows in used) / job.area.columns
        return cost + COSTS.open_foot * free
    cost += COSTS.uneven * max(0, max(bottoms) - min(bottoms) - 1)
    return cost + COSTS.tail * max(0, TAIL - filled.rows)


def _mention_column(stretch: Stretch, filled: _Filling, number: int) -> int | None:
    columns = enumerate(filled.columns)
    within = (at for at, (start, end, _) in columns if number in stretch.proof.mentions(start, end))
    return next(within, None)


def _reasons(job: Job, stacks: Stacks, filled: _Filling, late: tuple[int, ...]) -> Iterator[str]:
    """What an editor would ask about."""
    if filled.end < job.stretch.end:
        yield from (tell_hole(column, hole) for column, hole in _holes(job, filled))
    if filled.short:
        yield tell_short(filled.short)
    for each in stacks.stacked:
        copy = job.story.floats[each.number]
        if each.above != wants_top(copy):
            yield tell_side(copy, above=each.above)
    if filled.end == job.stretch.end and job.turn and job.story.goes_on:
        yield tell_jump(job.story.name, job.story.goes_on)
    yield from (tell_put_off(job.story.floats[number]) for number in job.put_off)
    for number in late:
        yield tell_late(job.story.floats[number])
