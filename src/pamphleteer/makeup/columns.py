"""Columns: one stretch of a story's text, divided into the columns of an area around its floats."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pamphleteer.makeup.jobs import Job
from pamphleteer.makeup.stacks import Stacks

SHORTEST = 2
"""Lines by which a page may be kept short, so that what follows divides better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """Columns as (start, end, rows of room); the rows of the whole; lines kept short.

    ``spare`` are rows that stay free in each column, above what must stand at the page's foot.
    ``halt`` is the float before whose mention the text halts.
    """

    columns: tuple[tuple[int, int, int], ...]
    rows: int
    end: int
    short: int = 0
    spare: int = 0
    halt: int | None = None


def fillings(job: Job, stacks: Stacks) -> Iterator[Filling]:
    """All ways to fill the columns that are worth comparing, the fullest first."""
    rows, count = job.area.rows, job.area.columns
    if job.place.line == job.stretch.end and not stacks.stacked:
        if job.turn <= rows:
            yield Filling(columns=_no_lines(job), rows=job.turn, end=job.place.line)
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
        filling = _fill(free, stacks, (rows - short,) * count, short=short)
        if filling.end > job.place.line:
            yield filling


def halted(job: Job, stacks: Stacks, number: int) -> Filling | None:
    """Columns that end before a float is mentioned, as even as may be; None if none can."""
    proof, start = job.stretch.proof, job.place.line
    places = range(proof.mention_line(number), start, -1)
    line = next((at for at in places if proof.may_break(start, at)), start)
    if line == start and not stacks.stacked:
        return None
    short_job = replace(job, must=False, limit=line)
    full = _fill(short_job, stacks, (job.area.rows,) * job.area.columns)
    if full.end == start and not stacks.stacked:
        return None
    even = _evened(short_job, stacks, full) if full.end == line else full
    if _bleeds_at_foot(job, stacks):
        return replace(even, rows=job.area.rows, spare=job.area.rows - even.rows, halt=number)
    return replace(even, short=job.area.rows - even.rows, halt=number)


def holes(job: Job, filled: Filling) -> Iterator[tuple[int, int]]:
    """Columns, from 1, with the rows that stay empty at their foot."""
    for column, (start, end, room) in enumerate(filled.columns, start=1):
        if (hole := room - job.stretch.proof.rows(start, end)) > 0:
            yield column, hole


def _bleeds_at_foot(job: Job, stacks: Stacks) -> bool:
    """Whether something stands at the foot that must run off the page there."""
    feet = (each.number for each in stacks.stacked if not each.above)
    return any(job.story.floats[number].bleed for number in feet)


def _no_lines(job: Job) -> tuple[tuple[int, int, int], ...]:
    """Columns for a text without lines; a row of the first is poured, so that it is done."""
    line = job.place.line
    return ((line, line, 1), *((line, line, 0),) * (job.area.columns - 1))


def _fill(job: Job, stacks: Stacks, depths: tuple[int, ...], *, short: int = 0) -> Filling:
    """Fill columns of these depths, one after another; the page is kept so many rows short."""
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
    return Filling(columns=tuple(columns), rows=max(depths), end=line, short=short)


def _evened(job: Job, stacks: Stacks, full: Filling) -> Filling:
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
