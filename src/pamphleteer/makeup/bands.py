"""Bands: one stretch of a story's text in the columns of an area, with the floats around it.

For each stretch there are several bands: floats at the top or foot, in this column or that, now or
on the next page, and a page that is kept a line short. What each costs is said with it; which one
is best shows only when the pages that follow are known.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pamphleteer.makeup.columns import Filling, fillings, halted, holes
from pamphleteer.makeup.copy import StoryCopy, Stretch
from pamphleteer.makeup.costs import COSTS, TAIL
from pamphleteer.makeup.jobs import Job, StoryPlace, opening
from pamphleteer.makeup.plan import Planned, PlannedText, PlannedTurn
from pamphleteer.makeup.reasons import (
    tell_halt,
    tell_hole,
    tell_jump,
    tell_late,
    tell_put_off,
    tell_short,
    tell_side,
)
from pamphleteer.makeup.stacks import (
    Stacks,
    have_room,
    plan_floats,
    stack_most,
    stack_one,
    wants_top,
)
from pamphleteer.makeup.stops import due, pressing, stop_of, through

LEAST_FILLED = 0.5
"""The part of a page that is filled at least where a text halts before a float is mentioned."""


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


def text_bands(job: Job) -> Iterator[Band]:
    """All bands that are worth comparing; floats that wait are placed in each of them.

    For what stands across, the text halts; or it goes on, and what stands across stands like any
    other float.
    """
    further = through(job.story, job.place.part)
    ways, put_off = stack_most(job.story, job.place.waiting, job.area)
    job = replace(job, put_off=tuple(put_off))
    jobs = [job, *(replace(job, until=part, passed=passed) for part, passed in further)]
    for each in jobs:
        for stacks in ways:
            yield from _with_mentions(each, stacks)


def _with_mentions(job: Job, stacks: Stacks) -> Iterator[Band]:
    """Fill the columns, and place what the text then mentions, or leave it for the next page."""
    for filled in fillings(job, stacks):
        new = _loose(job, stacks, filled.end)
        if _passes(job, stacks, filled.end):
            yield _band(job, stacks, filled, late=new)
        if short := _halted(job, stacks, filled):
            yield _band(job, stacks, short, late=_loose(job, stacks, short.end))
        if new and not filled.short and _is_next(job, stacks, new[0], filled.end):
            for grown in stack_one(job.story, new[0], stacks, job.area):
                wider = _with_mentions(job, grown)
                yield from (band for band in wider if _mentions(job, band, new[0]))


def _loose(job: Job, stacks: Stacks, end: int) -> tuple[int, ...]:
    """What is mentioned before a line, and stands nowhere yet, nor across the text behind it."""
    proof, start = job.stretch.proof, job.place.line
    passed = [each for each in job.passed if proof.mention_line(each) < end]
    loose = (each for each in proof.mentions(start, end) if not job.story.floats[each].across)
    return tuple(sorted({*passed, *loose}.difference(stacks.numbers)))


def _passes(job: Job, stacks: Stacks, end: int) -> bool:
    """Whether all that the text is to pass stands in the band, or is left behind by it."""
    left = (each for each in job.passed if each not in stacks.numbers)
    return all(stop_of(job.story, each) < end for each in left)


def _halted(job: Job, stacks: Stacks, filled: Filling) -> Filling | None:
    """Columns that end before what would have no room on the next page is mentioned."""
    if filled.short or not _is_too_much(job, stacks, filled):
        return None
    for number in reversed(_owed_by(job, stacks, filled)):
        short = halted(job, stacks, number) if number not in job.owed else None
        if short and _may_halt(job, stacks, short):
            return short
    return None


def _may_halt(job: Job, stacks: Stacks, short: Filling) -> bool:
    """Whether columns may end so early: the page would not be a gap, and the next one has room."""
    is_gap = job.area.row + short.rows < LEAST_FILLED * job.area.lines
    passes = _passes(job, stacks, short.end)
    return passes and not is_gap and not _is_too_much(job, stacks, short)


def _owed_by(job: Job, stacks: Stacks, filled: Filling) -> tuple[int, ...]:
    """What the next page must have room for."""
    place = replace(job.place, part=job.last_part, line=filled.end, waiting=(), later=())
    across = job.story.parts[job.last_part + 1 :][:1]
    rows = sum(job.story.floats[each].rows for each in across if isinstance(each, int))
    if filled.end == job.stretch.end and rows <= job.area.rows - filled.rows:
        place = opening(job.story, job.last_part + 2)  # it stands on this one
    new = _loose(job, stacks, filled.end)
    return tuple(sorted({*job.put_off, *job.place.later, *new, *due(job.story, place)}))


def _is_too_much(job: Job, stacks: Stacks, filled: Filling) -> bool:
    owed = pressing(job.story, _owed_by(job, stacks, filled))
    return bool(job.overleaf and owed and not have_room(job.story, owed, job.overleaf))


def _is_next(job: Job, stacks: Stacks, number: int, end: int) -> bool:
    """Whether no float waits that was mentioned earlier, before a line: they keep their order."""
    said = job.stretch.proof.mentions(0, end)
    ahead = [each for each in job.story.parts[job.place.part :] if each in said]
    waiting = {*job.put_off, *job.place.later, *ahead}.difference(stacks.numbers)
    return all(number <= each for each in waiting)


def _mentions(job: Job, band: Band, number: int) -> bool:
    """Whether a float is mentioned in a band, or before it."""
    proof = job.stretch.proof
    texts = [each for each in band.planned if isinstance(each, PlannedText)]
    end = max((each.end for each in texts), default=job.place.line)
    return proof.mention_line(number) < end


def _band(job: Job, stacks: Stacks, filled: Filling, *, late: tuple[int, ...]) -> Band:
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
    later = tuple(sorted((*job.put_off, *job.place.later, *late)))
    if ends:
        after = replace(opening(job.story, job.last_part + 1), waiting=(), later=later)
    else:
        part, line = job.last_part, filled.end
        after = replace(job.place, part=part, line=line, waiting=(), later=later)
    return Band(
        planned=(*floats, *texts, *turns),
        rows=filled.rows,
        place=after,
        ends=ends,
        columns=_columns_used(stacks, used),
        cost=stacks.cost + _cost(job, stacks, filled, late),
        reasons=tuple(_reasons(job, stacks, filled, late)),
    )


def _columns_used(stacks: Stacks, used: Sequence[int]) -> int:
    """How many columns have a text or a float in them, from the first on."""
    floats = (each.first + each.span for each in stacks.stacked)
    return max([*(at + 1 for at in used), *floats], default=0)


def _planned_text(job: Job, stacks: Stacks, filled: Filling, column: int) -> PlannedText:
    start, end, room = filled.columns[column]
    slot = job.area.slot(column, stacks.top[column], room)
    stops = end == job.stretch.end or (filled.halt is not None and end == filled.end)
    return PlannedText(
        story=job.index, part=job.place.part, start=start, end=end, slot=slot, stops=stops
    )


def _cost(job: Job, stacks: Stacks, filled: Filling, late: tuple[int, ...]) -> float:
    cost = COSTS.late * len(late) + COSTS.put_off * len(job.put_off)
    cost += COSTS.short_page * filled.short
    is_last = job.last_part == len(job.story.parts) - 1
    cost += (
        COSTS.open_foot * filled.spare
        if is_last
        else job.area.columns * COSTS.of_hole(filled.spare)
    )
    cost += COSTS.moved * len(set(stacks.numbers) & set(job.passed))
    for each in stacks.stacked:
        mention = _mention_column(job.stretch, filled, each.number)
        if mention is not None and each.first + each.span <= mention:
            cost += COSTS.early
    if filled.end < job.stretch.end:
        return cost + sum(COSTS.of_hole(hole) for _, hole in holes(job, filled))
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
    if not filled.rows:
        return cost
    cost += COSTS.uneven * max(0, max(bottoms) - min(bottoms) - 1)
    return cost + COSTS.tail * max(0, TAIL - filled.rows)


def _mention_column(stretch: Stretch, filled: Filling, number: int) -> int | None:
    columns = enumerate(filled.columns)
    within = (at for at, (start, end, _) in columns if number in stretch.proof.mentions(start, end))
    return next(within, None)


def _reasons(job: Job, stacks: Stacks, filled: Filling, late: tuple[int, ...]) -> Iterator[str]:
    """What an editor would ask about."""
    if filled.end < job.stretch.end:
        yield from (tell_hole(column, hole) for column, hole in holes(job, filled))
    if filled.halt is not None:
        yield tell_halt(job.story.floats[filled.halt], filled.short + filled.spare)
    elif filled.short:
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
