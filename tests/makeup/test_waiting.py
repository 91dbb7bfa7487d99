"""What waits for its page: how far a text goes on before it, of stories in numbers."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from pamphleteer.makeup.jobs import StoryPlace
from pamphleteer.makeup.jumps import break_off
from pamphleteer.makeup.model import Float, Jump, Story
from pamphleteer.makeup.pages import make_up
from pamphleteer.makeup.plan import PagePlan
from pamphleteer.makeup.stops import due, overleaf, pressing
from pamphleteer.problems import IssueError
from tests.makeup.copies import LINES, columns_of, float_pages, floating, plan, story, text
from tests.makeup.issues import make_grid, make_spacing
from tests.makeup.lines import LineThread, figure, plain

MORE_THAN_HALF = LINES // 2 + 5


def page_of_line(pages: Sequence[PagePlan], line: int, story: int = 0) -> int:
    """The page on which a line of a story stands."""
    return next(
        page.number
        for page in pages
        for start, end in columns_of(page, story)
        if start <= line < end
    )


def halts(page: PagePlan) -> bool:
    """Whether its text is said to halt before a float is mentioned."""
    return any("mentioned next" in reason for reason in page.reasons)


def test_a_text_halts_before_what_would_stand_too_late_is_mentioned() -> None:
    """The next page has room for one of the two."""
    floats = [floating(MORE_THAN_HALF, span=2)] * 2
    pages = plan(story(text(200, {0: 50, 1: 60}), floats=floats))
    assert halts(pages[0])
    assert page_of_line(pages, 59) == 1
    for number, line in enumerate((50, 60)):
        assert float_pages(pages)[number] - page_of_line(pages, line) in {0, 1}


def test_a_text_does_not_halt_for_what_has_room_on_the_next_page() -> None:
    floats = [floating(LINES // 2 - 2, span=2)] * 2
    pages = plan(story(text(200, {0: 72, 1: 73}), floats=floats))
    assert not any(map(halts, pages))


def test_no_page_is_left_half_empty_for_what_waits() -> None:
    """The second picture is mentioned near the page's top: an empty page is no way out."""
    floats = [floating(LINES, span=2)] * 2
    pages = plan(story(text(200, {0: 1, 1: 2}), floats=floats))
    assert page_of_line(pages, LINES) == 1
    assert float_pages(pages) == {0: 2, 1: 3}


def test_nothing_waits_for_a_page_on_which_another_story_goes_on() -> None:
    """A page that a story takes after its jump has no room for what another one owes."""
    waits = story(text(300, {0: 70}), floats=[floating(MORE_THAN_HALF, span=2)])
    pages = plan(story(text(20), turn=1), story(text(90), page=3), waits)
    assert float_pages(pages, 2)[0] - page_of_line(pages, 70, story=2) in {0, 1}


def test_what_stands_across_may_stand_at_its_page_s_edge() -> None:
    """Where the text halts for it, near the page's foot, it has no room."""
    whole = text(200, {0: 60})
    stopped = (replace(whole, end=75), 0, replace(whole, start=75))
    pages = plan(story(*stopped, floats=[floating(5, span=2, across=True)]))
    assert float_pages(pages) == {0: 1}
    assert page_of_line(pages, 74) == 2


def test_what_is_due_stands_overleaf_in_its_order() -> None:
    """The second one waits; the first stands across, behind lines that are still to come."""
    whole = text(100, {0: 10, 1: 11})
    floats = (floating(5, span=2, across=True), floating(5))
    made = story(replace(whole, end=30), 0, replace(whole, start=30), floats=floats)
    place = StoryPlace(line=20, later=(1,))
    assert due(made, place) == (0, 1)
    assert overleaf(made, place) == StoryPlace(part=2, line=20, waiting=(0, 1))


def test_a_text_halts_overleaf_where_nothing_waits_for_that() -> None:
    whole = text(100, {0: 10})
    floats = [floating(5, span=2, across=True)]
    made = story(replace(whole, end=30), 0, replace(whole, start=30), floats=floats)
    assert overleaf(made, StoryPlace(line=20)) == StoryPlace(line=20)


def test_what_follows_another_need_not_stand_on_the_same_page() -> None:
    floats = (floating(5), floating(5, follows=True), floating(5), floating(5, follows=True))
    made = story(text(10), floats=floats)
    assert pressing(made, (0, 1)) == (0,)
    assert pressing(made, (0, 1, 2, 3)) == (0, 1, 2)


def test_what_is_mentioned_before_a_jump_stands_before_it() -> None:
    """The story breaks off within the paragraph behind which the picture is to stand."""
    thread = LineThread(plain(1), "turn")
    whole = text(40, {0: 2})
    parts = (replace(whole, end=20), 0, replace(whole, start=20))
    before, after = break_off(parts, Jump(page=3, turn=thread, head=thread, lines=10))
    assert before == (replace(whole, end=10), 0, replace(whole, start=10, end=10))
    assert after == (replace(whole, start=10),)


def test_a_float_that_would_stand_too_late_is_refused() -> None:
    """It is mentioned a line after one as deep as its page."""
    strips = list(plain(200))
    for number in range(2):
        strips[number + 1] = replace(strips[number + 1], mentions=(number,))
    deep = LineThread(figure(0, LINES - 1), "one"), LineThread(figure(0, LINES - 1), "other")
    made = Story(
        heads={2: LineThread(plain(2), "head")},
        parts=(LineThread(tuple(strips), "text"),),
        running_head="News",
        floats=tuple(Float(name=f"picture {each.path}", thread=each, span=2) for each in deep),
    )
    grid, spacing = make_grid(lines=LINES), make_spacing()
    with pytest.raises(IssueError) as refused:
        make_up([made], masthead=None, grid=grid, spacing=spacing, multiple=1)
    (problem,) = refused.value.problems
    assert problem.code == "late-figure"
    assert problem.message.startswith("picture other would stand 2 pages after its mention")
