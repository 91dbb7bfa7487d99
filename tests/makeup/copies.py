"""Copies: stories as numbers, and desks on which they are planned."""

from collections.abc import Mapping, Sequence
from typing import Any

from pamphleteer.makeup.area import Area
from pamphleteer.makeup.copy import Copy, FloatCopy, StoryCopy, Stretch
from pamphleteer.makeup.draft import Desk
from pamphleteer.makeup.plan import PagePlan, PlannedFloat, PlannedHead, PlannedText
from pamphleteer.makeup.proof import read_proof
from pamphleteer.makeup.search import plan_pages
from pamphleteer.units import Pt
from tests.makeup.issues import make_grid, make_spacing
from tests.makeup.lines import LEADING, LineThread, Strip, plain

LINES = 40
"""Rows on a page."""


def text(
    strips: Sequence[Strip] | int,
    mentions: Mapping[int, int] | None = None,
    *,
    hyphenated: Sequence[int] = (),
) -> Stretch:
    """A text, of so many plain lines perhaps.

    ``mentions`` has floats' numbers by their lines; ``hyphenated`` are lines that end in a hyphen.
    """
    made = plain(strips) if isinstance(strips, int) else strips
    frame = LineThread(made).pour(Pt(100), Pt(10_000 * LEADING))
    lines = list(frame.lines)
    for number, at in (mentions or {}).items():
        lines[at] = lines[at]._replace(mentions=(*lines[at].mentions, number))
    for at in hyphenated:
        lines[at] = lines[at]._replace(hyphenated=True)
    return Stretch(proof=read_proof(lines, LEADING), start=0, end=len(lines))


def floating(rows: int, **given: Any) -> FloatCopy:
    return FloatCopy(name="the picture", rows=rows, **given)


def story(*parts: Stretch | int, floats: Sequence[FloatCopy] = (), **given: Any) -> StoryCopy:
    """A story, in two columns if not told otherwise, with two rows of headline block."""
    return StoryCopy(
        name="a story", head={1: 2, 2: 2, 3: 2}, parts=parts, floats=tuple(floats), **given
    )


def desk(*copy: Copy, masthead: int = 0) -> Desk:
    grid, spacing = make_grid(lines=LINES), make_spacing()
    return Desk(copy=copy, grid=grid, spacing=spacing, masthead=masthead)


def whole_page() -> Area:
    grid = make_grid(lines=LINES)
    return Area(
        x=Pt(0),
        width=grid.width,
        row=0,
        rows=LINES,
        columns=2,
        gutter=grid.gutter,
        lines=LINES,
    )


def plan(*copy: Copy, masthead: int = 0) -> tuple[PagePlan, ...]:
    return plan_pages(desk(*copy, masthead=masthead)).pages


def float_pages(pages: Sequence[PagePlan], story: int = 0) -> dict[int, int]:
    """The page of each float of a story, by its number."""
    return {
        each.number: page.number
        for page in pages
        for each in page.planned
        if isinstance(each, PlannedFloat) and each.story == story
    }


def columns_of(page: PagePlan, story: int) -> list[tuple[int, int]]:
    """The lines of a story in each of its columns on a page."""
    texts = (each for each in page.planned if isinstance(each, PlannedText))
    return [(each.start, each.end) for each in texts if each.story == story]


def heads_on(page: PagePlan) -> list[int]:
    """The stories of which a headline block stands on a page."""
    return [each.story for each in page.planned if isinstance(each, PlannedHead)]
