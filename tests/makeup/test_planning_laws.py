"""Laws of plans, held against stories with floats, blocks and notices of every kind.

What has room on a page is placed: no line is lost, doubled or moved, each float stands once and in
its order, and nothing overlaps or stands out of the page.
"""

from dataclasses import replace
from itertools import combinations, pairwise

from hypothesis import given, reject, settings
from hypothesis import strategies as st

from pamphleteer.makeup.copy import BlockCopy, Copy, NoticeCopy, StoryCopy
from pamphleteer.makeup.jumps import break_off
from pamphleteer.makeup.model import Jump
from pamphleteer.makeup.plan import (
    PagePlan,
    PlannedFloat,
    PlannedRule,
    PlannedText,
    PlannedTurn,
    Slot,
)
from pamphleteer.makeup.search import NoPlanError
from pamphleteer.makeup.stops import stop_for
from pamphleteer.problems import IssueError
from tests.makeup.copies import LINES, float_pages, floating, heads_on, plan, story, text
from tests.makeup.lines import LineThread, plain, texts

SLACK = 0.01

floats = st.one_of(
    st.builds(
        floating,
        rows=st.one_of(st.integers(1, 15), st.integers(1, LINES)),
        span=st.integers(1, 2),
        place=st.sampled_from(["top", "foot", "column-top", "column-foot"]),
    ),
    st.builds(floating, rows=st.integers(1, 25), span=st.just(2), across=st.just(True)),
    st.builds(
        floating,
        rows=st.integers(1, 25),
        span=st.just(2),
        place=st.sampled_from(["top", "foot"]),
        bleed=st.just(True),
    ),
)


@st.composite
def stories(draw: st.DrawFn) -> StoryCopy:
    """Stories of which each float is mentioned, in its order; some stop for what stands across."""
    columns = draw(st.sampled_from([1, 2, 2, 2, 3]))
    strips = draw(texts(blocks=8, longest=40))
    beside = draw(st.lists(floats, max_size=5))
    places = sorted(draw(st.integers(0, len(strips) - 1)) for _ in beside)
    whole = text(strips, dict(enumerate(places)))
    across = [number for number, each in enumerate(beside) if each.across]
    start = draw(st.sampled_from(["run-on"] * 4 + ["new-page", "left-page", "new-column"]))
    return story(
        *stop_for(whole, across),
        floats=[replace(each, span=columns) if each.span == 2 else each for each in beside],
        start=start,
        columns=columns,
    )


@st.composite
def jumping(draw: st.DrawFn) -> list[Copy]:
    """A story that goes on at a later page, which may have passed or never come."""
    whole = draw(stories().filter(lambda each: each.columns == 2))
    jump = Jump(
        page=draw(st.integers(2, 4)),
        turn=LineThread(plain(1)),
        head=LineThread(plain(1)),
        lines=draw(st.integers(1, 60)),
    )
    if draw(st.booleans()):
        jump = replace(jump, parts=draw(st.integers(1, len(whole.parts))), lines=None)
    try:
        before, after = break_off(whole.parts, jump)
    except IssueError:
        reject()
    rest = replace(whole, parts=after, page=jump.page, start="run-on", head={2: 2})
    return [replace(whole, parts=before, turn=1), rest]


blocks = st.builds(
    lambda rows: BlockCopy(name="a box", rows=(rows,), most=(rows,)), st.integers(1, LINES)
)
notices = st.builds(
    lambda rows, span: NoticeCopy(name="a notice", rows=rows, span=span),
    st.integers(1, LINES),
    st.integers(1, 2),
)
copies = st.lists(
    st.one_of(stories(), stories(), stories(), blocks, notices), min_size=1, max_size=4
)


@given(copy=copies, masthead=st.integers(0, 12))
@settings(deadline=None)
def test_laws_hold(copy: list[Copy], masthead: int) -> None:
    laws_hold(plan(*copy, masthead=masthead), copy)


@given(jumped=jumping(), others=copies, masthead=st.integers(0, 12))
@settings(deadline=None)
def test_laws_hold_with_jumps(jumped: list[Copy], others: list[Copy], masthead: int) -> None:
    copy = [*jumped, *others]
    try:
        pages = plan(*copy, masthead=masthead)
    except NoPlanError:
        reject()
    (page,) = (each.number for each in pages if 1 in heads_on(each))
    assert page == copy[1].page if isinstance(copy[1], StoryCopy) else False
    laws_hold(pages, copy)


def laws_hold(pages: tuple[PagePlan, ...], copy: list[Copy]) -> None:
    for index, piece in enumerate(copy):
        if isinstance(piece, StoryCopy):
            every_line_stands_once(pages, index, piece)
            floats_stand_in_their_order(pages, index, piece)
    for each in pages:
        nothing_overlaps(each)


def every_line_stands_once(pages: tuple[PagePlan, ...], index: int, piece: StoryCopy) -> None:
    columns = [
        (each.start, each.end)
        for page in pages
        for each in page.planned
        if isinstance(each, PlannedText) and each.story == index
    ]
    texts = [(part.start, part.end) for part in piece.parts if not isinstance(part, int)]
    assert all(above[1] == below[0] for above, below in pairwise(columns))
    assert [*columns[:1], *columns[-1:]] == [] == texts or (
        (columns[0][0], columns[-1][1]) == (texts[0][0], texts[-1][1])
    )
    turns = [each for page in pages for each in page.planned if isinstance(each, PlannedTurn)]
    assert sum(each.story == index for each in turns) == bool(piece.turn)


def floats_stand_in_their_order(pages: tuple[PagePlan, ...], index: int, piece: StoryCopy) -> None:
    """Those for which the text stops among themselves, and the others."""
    found = float_pages(pages, index)
    texts = [part for part in piece.parts if not isinstance(part, int)]
    stops = {part for part in piece.parts if isinstance(part, int)}
    mentioned = {at for part in texts for at in part.proof.mentions(part.start, part.end)}
    due = mentioned - {at for at, each in enumerate(piece.floats) if each.across}
    own = [each for page in pages for each in page.planned if isinstance(each, PlannedFloat)]
    assert sorted(each.number for each in own if each.story == index) == sorted(due | stops)
    for kind in (True, False):
        of_kind = (at for at, each in enumerate(piece.floats) if each.across == kind)
        order = [found[at] for at in of_kind if at in found]
        assert order == sorted(order)


def nothing_overlaps(page: PagePlan) -> None:
    slots = [each.slot for each in page.planned if not isinstance(each, PlannedRule)]
    assert all(slot.row >= 0 and slot.row + slot.rows <= LINES for slot in slots), page
    for one, other in combinations(slots, 2):
        assert not overlap(one, other), (one, other)


def overlap(one: Slot, other: Slot) -> bool:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.row + one.rows, other.row + other.rows) - max(one.row, other.row)
    return across > SLACK and down > 0
