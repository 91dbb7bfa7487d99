"""Jumps, of integers: where on its page stands what goes on, when another article runs there."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.layout.grid import Grid
from pamphleteer.makeup.model import Jump, Page, Piece, Story
from pamphleteer.makeup.pages import MadeUp, make_up
from tests.makeup.issues import make_grid, make_spacing
from tests.makeup.laws import box_of, follows_on, overlap
from tests.makeup.lines import LEADING, LineThread, plain

GRID = make_grid()
PAGE = 80
"""Lines on a page of two columns of forty."""


def story(name: str, lines: int, *, jump: tuple[int, int] | None = None) -> Story:
    """An article of plain lines; ``jump`` is after how many of them it goes on, and where."""
    return Story(
        heads={2: LineThread(plain(2), f"{name} head")},
        parts=(LineThread(plain(lines), name, cuts=True),),
        running_head=name,
        jump=_jump(name, *jump) if jump else None,
    )


def _jump(name: str, lines: int, page: int) -> Jump:
    turn = LineThread(plain(1), f"{name} turn")
    return Jump(page=page, turn=turn, head=LineThread(plain(2), f"{name} rest"), lines=lines)


def make(pieces: Sequence[Piece], grid: Grid = GRID) -> MadeUp:
    return make_up(pieces, masthead=None, grid=grid, spacing=make_spacing(), multiple=1)


def order(page: Page) -> list[str]:
    """What stands on a page in the order in which it is read, articles by their names."""
    return list(dict.fromkeys(each.thread.path for each in page.placed))


def rows(page: Page, name: str) -> tuple[int, int]:
    """The rows of the page from and to which a thread stands."""
    boxes = [box_of(each) for each in page.placed if each.thread.path == name]
    top, foot = min(box.y for box in boxes), max(box.y + box.height for box in boxes)
    return round((top - GRID.top) / LEADING), round((foot - GRID.top) / LEADING)


def test_what_goes_on_stands_at_the_foot_below_an_article_that_goes_on_itself() -> None:
    """As in a newspaper: whoever turns the page finds the rest of its article on top."""
    pages = make([story("lead", 40, jump=(20, 2)), story("long", 3 * PAGE)]).pages
    assert order(pages[1]) == ["long", "lead rest", "lead"]
    assert rows(pages[1], "long")[0] == 0
    assert rows(pages[1], "lead")[1] == GRID.lines
    assert [panel.kind for panel in pages[1].panels] == ["story-rule"]
    assert order(pages[2])[0] == "long"


def test_it_stands_below_the_end_of_an_article_that_ends_there() -> None:
    pages = make([story("lead", 40, jump=(20, 2)), story("short", 70)]).pages
    assert order(pages[1]) == ["short", "lead rest", "lead"]
    assert rows(pages[1], "lead rest")[0] < GRID.lines / 2


def test_what_is_too_long_for_the_foot_takes_the_top() -> None:
    pages = make([story("lead", 20 + 90, jump=(20, 2)), story("long", 3 * PAGE)]).pages
    assert order(pages[1])[:2] == ["lead rest", "lead"]


def test_two_that_go_on_there_stand_in_their_order() -> None:
    leads = [story("one", 36, jump=(16, 2)), story("two", 34, jump=(14, 2))]
    pages = make([*leads, story("long", 4 * PAGE)]).pages
    assert order(pages[1]) == ["long", "one rest", "one", "two rest", "two"]
    assert rows(pages[1], "two")[1] == GRID.lines


def test_what_the_first_article_asks_for_is_not_asked_of_what_goes_on() -> None:
    """It was set as if a story that begins on top of a column followed it, and stood too low."""
    first = replace(story("lead", 40, jump=(20, 2)), start="new-column")
    pages = make([first, story("long", 3 * PAGE)]).pages
    assert rows(pages[1], "lead")[1] == GRID.lines


def test_it_is_told_why() -> None:
    pages = make([story("lead", 40, jump=(20, 2)), story("long", 3 * PAGE)]).pages
    assert any("lead" in reason and "foot" in reason for reason in pages[1].reasons)


@given(
    st.lists(
        st.tuples(st.integers(12, 120), st.integers(2, 5)),
        min_size=1,
        max_size=2,
        unique_by=lambda jump: jump[1],
    ),
    st.lists(st.integers(8, 300), min_size=1, max_size=3),
    st.integers(1, 3),
)
def test_no_line_is_lost_and_nothing_overlaps(
    jumps: list[tuple[int, int]], others: list[int], breaks: int
) -> None:
    """Whatever breaks off, and whatever runs where it goes on."""
    leads = [
        story(f"lead-{at}", lines + 10, jump=(6 + breaks, page))
        for at, (lines, page) in enumerate(jumps)
    ]
    filling = [story("filling", 5 * PAGE)]  # no page that is asked for is missing
    pieces = [*leads, *(story(f"other-{at}", each) for at, each in enumerate(others)), *filling]
    pages = make(pieces).pages
    for piece in pieces:
        (thread,) = piece.parts
        assert isinstance(thread, LineThread)
        found = [
            (page.number, each.frame.content)
            for page in pages
            for each in page.placed
            if each.thread is thread
        ]
        assert follows_on([(run.start, run.end) for _, run in found], len(thread.strips))
        if piece.jump:
            assert piece.jump.page in {number for number, _ in found}
    for page in pages:
        boxes = [box_of(each) for each in page.placed]
        assert not any(
            overlap(one, other) for at, one in enumerate(boxes) for other in boxes[at + 1 :]
        )
        assert all(box.y + box.height <= GRID.y(GRID.lines) + 0.01 for box in boxes)
