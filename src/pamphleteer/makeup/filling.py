"""Fillers: what stands where a finished page has room, and nowhere else.

The rows that stay free across a whole page are looked for when all pages are made up, so that no
filler can move anything or cause a page. Each is used once at most; where several fit, what goes
across the page is taken, then the largest, and of equals the first; slogans grow into what is left.
A blank page is filled if a filler takes half of it or more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pamphleteer.layout.grid import Grid, Spacing
from pamphleteer.layout.panels import Panel
from pamphleteer.makeup.block import Block, at_depth, set_block
from pamphleteer.makeup.model import Banner, Notice, Page
from pamphleteer.makeup.notices import set_notice
from pamphleteer.units import Box, Pt

INK = 1.0
"""Points by which something may reach into a row that counts as free."""

SLOGANS = {"banner", "banner-large"}
"""The panels behind slogans."""

REASON = "a filler stands in the room that was left"

Filler = Banner | Notice


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SetFiller:
    """A filler that is set, small to large if it is a slogan, and the columns that it spans."""

    sizes: tuple[Block, ...]
    span: int

    @property
    def area(self) -> int:
        """Its rows times its columns, of a slogan at its least size."""
        return self.sizes[0].rows * self.span

    def fit(self, rows: int, grid: Grid) -> Block | None:
        """The largest of its sizes that so many rows hold, as deep as it may be there."""
        block = next((each for each in reversed(self.sizes) if each.rows <= rows), None)
        return at_depth(block, min(rows, max(block.rows, block.most)), grid) if block else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Rows that a filler may have, from one to before another."""

    start: int
    end: int


def fill_pages(
    pages: Sequence[Page], fillers: Sequence[Filler], grid: Grid, spacing: Spacing
) -> tuple[Page, ...]:
    """Put fillers where pages have room for them."""
    waiting = [_set(filler, grid, spacing) for filler in fillers]
    filled = []
    for page in pages:
        after = page
        for room in _rooms(page, grid, spacing) if waiting else ():
            after = _fill(after, room, waiting, grid=grid, gap=spacing.before_panel)
        filled.append(after)
    return tuple(filled)


def _set(filler: Filler, grid: Grid, spacing: Spacing) -> SetFiller:
    if isinstance(filler, Notice):
        return SetFiller(sizes=(set_notice(filler, grid),), span=filler.span)
    sizes = range(len(filler.sizes))
    blocks = (set_block(filler, grid, spacing, size=size) for size in sizes)
    return SetFiller(sizes=tuple(blocks), span=grid.columns)


def _rooms(page: Page, grid: Grid, spacing: Spacing) -> Iterator[Room]:
    """The runs of rows that are free across the page, without the gaps to their neighbours."""
    taken = [_rows(box, grid) for box in _boxes(page)]
    free = [not any(start <= row < end for start, end in taken) for row in range(grid.lines)]
    for is_free, run in groupby(range(grid.lines), key=free.__getitem__):
        rows = list(run)
        start, end = rows[0], rows[-1] + 1
        above = spacing.before_panel if start else 0
        below = spacing.before_panel if end < grid.lines else 0
        if is_free:
            yield Room(start=start + above, end=end - below)


def _boxes(page: Page) -> Iterator[Box]:
    yield from (panel.box for panel in page.panels)
    for placed in page.placed:
        frame = placed.frame
        yield Box(x=placed.x, y=placed.y, width=frame.width, height=frame.depth)


def _rows(box: Box, grid: Grid) -> tuple[int, int]:
    """The rows into which a box reaches: the first, and the one after the last."""
    top, bottom = box.y - grid.top + INK, box.y + box.height - grid.top - INK
    return int(top // grid.leading), int(-(-bottom // grid.leading))


def _fill(page: Page, room: Room, waiting: list[SetFiller], *, grid: Grid, gap: int) -> Page:
    """Put fillers into a room from its foot upwards, as long as one fits.

    One that leaves columns free stands at the foot alone, not on top of another.
    """
    is_first = True
    while abreast := _choose(page, room, waiting, grid):
        if not is_first and _span(abreast) < grid.columns:
            break
        is_first = False
        column = _first_column(page, abreast, grid)
        for filler, block in abreast:
            corner = Box(
                x=Pt(grid.left(page.number) + column * (grid.measure + grid.gutter)),
                y=grid.y(room.end - block.rows),
                width=grid.span(grid.columns, filler.span),
                height=Pt(block.rows * grid.leading),
            )
            page = _put(page, block, corner)
            waiting.remove(filler)
            column += filler.span
        rows = max(block.rows for _, block in abreast)
        room = replace(room, end=room.end - rows - gap)
    return page


Abreast = list[tuple[SetFiller, Block]]
"""Fillers that stand side by side."""


def _choose(page: Page, room: Room, waiting: Sequence[SetFiller], grid: Grid) -> Abreast:
    """The largest filler that a room holds, and those that fit beside it.

    What goes across the page comes first: beside a single one in a column the page has a hole. Two
    slogans on a page shout each other down.
    """
    shouts = any(panel.kind in SLOGANS for panel in page.panels)
    rows = room.end - room.start
    least = grid.lines / 2 if page.blank else 0
    fitting = [
        (filler, block)
        for filler in waiting
        if (block := filler.fit(rows, grid)) and block.rows >= least
        if not (shouts and block.kind in SLOGANS)
    ]
    if not fitting:
        return []
    rows_abreast = [_abreast(first, fitting, grid) for first in fitting]
    return max(rows_abreast, key=lambda each: (_span(each), each[0][0].area))


def _abreast(first: tuple[SetFiller, Block], fitting: Abreast, grid: Grid) -> Abreast:
    """A filler, and those that stand beside it and are no deeper."""
    abreast, free = [first], grid.columns - first[0].span
    for filler, block in fitting:
        if filler is not first[0] and filler.span <= free and block.rows <= first[1].rows:
            abreast.append((filler, block))
            free -= filler.span
    return abreast


def _span(abreast: Abreast) -> int:
    return sum(filler.span for filler, _ in abreast)


def _first_column(page: Page, abreast: Abreast, grid: Grid) -> int:
    """Where columns stay empty, they are those at the spine."""
    return grid.columns - _span(abreast) if page.number % 2 else 0


def _put(page: Page, block: Block, corner: Box) -> Page:
    """A page with a block on it, and no longer blank."""
    placed = (
        replace(each, x=Pt(corner.x + each.x), y=Pt(corner.y + each.y)) for each in block.placed
    )
    panels = (Panel(kind=block.kind, box=corner),) if block.kind else ()
    reasons = () if page.blank else page.reasons
    return replace(
        page,
        placed=(*page.placed, *placed),
        panels=(*page.panels, *panels),
        blank=False,
        reasons=(*dict.fromkeys((*reasons, REASON)),),
    )
