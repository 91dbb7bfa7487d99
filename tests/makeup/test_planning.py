"""Pages planned of stories in numbers: what waits, where stories halt, jump and stand beside."""

import pytest

from pamphleteer.makeup.bands import text_bands
from pamphleteer.makeup.composing import compose_page
from pamphleteer.makeup.copy import NoticeCopy
from pamphleteer.makeup.draft import Cursor
from pamphleteer.makeup.jobs import Job, StoryPlace
from pamphleteer.makeup.plan import PlannedFloat, PlannedText, PlannedTurn
from pamphleteer.makeup.search import NoPlanError
from pamphleteer.makeup.stacks import no_stacks, stack_all
from tests.makeup.copies import (
    LINES,
    columns_of,
    desk,
    float_pages,
    floating,
    heads_on,
    plan,
    story,
    text,
    whole_page,
)
from tests.makeup.lines import figure, paragraph, whole


def test_what_waits_stands_a_page_later_where_not_all_of_it_has_room() -> None:
    """Two pictures as deep as a page are mentioned on the first one."""
    deep = [floating(LINES, span=2)] * 2
    pages = plan(story(text(200, {0: 1, 1: 2}), floats=deep))
    assert float_pages(pages) == {0: 2, 1: 3}
    assert any("more waits" in reason for reason in pages[1].reasons)


def test_what_is_put_off_is_not_overtaken() -> None:
    """The third one is mentioned where the first stands, and would have room beside it."""
    floats = [floating(38, span=2), floating(38, span=2), floating(1)]
    pages = plan(story(text(200, {0: 5, 1: 6, 2: 77}), floats=floats))
    assert float_pages(pages) == {0: 2, 1: 3, 2: 3}


def test_what_waits_stands_before_what_stands_across() -> None:
    """The text halts where the next page begins, for the third picture."""
    floats = [floating(30, span=2), floating(20, span=2), floating(5, span=2, across=True)]
    pages = plan(story(text(76, {0: 60, 1: 70}), 2, text(20), floats=floats))
    assert float_pages(pages) == {0: 2, 1: 3, 2: 3}


def test_nothing_stands_below_a_picture_that_runs_off_the_foot() -> None:
    floats = (floating(10, span=2, place="foot", bleed=True), floating(5))
    made = story(text(9), floats=floats)
    for stacks in stack_all(made, (0, 1), no_stacks(whole_page()), whole_page()):
        below = [each for each in stacks.stacked if not each.above]
        assert [each.number for each in below] in ([], [0])


def test_a_page_that_is_kept_short_breaks_no_rule() -> None:
    """A picture as deep as a page, and its caption, would be parted for the sake of a line."""
    strips = [*figure(0, LINES - 1), *figure(0, 1), *paragraph(1, 60)]
    job = Job(index=0, story=story(text(strips)), place=StoryPlace(), area=whole_page(), must=True)
    first = [
        next(each for each in band.planned if isinstance(each, PlannedText))
        for band in text_bands(job)
    ]
    assert all(each.end >= 2 for each in first if each.start == 0)


def test_no_page_is_kept_shorter_than_what_stands_on_it() -> None:
    """A float takes all but a row of its column."""
    made = story(text(100, {0: 1}), floats=[floating(LINES - 1, place="foot")])
    place = StoryPlace(waiting=(0,), line=2)
    bands = list(text_bands(Job(index=0, story=made, place=place, area=whole_page())))
    floats = [each for band in bands for each in band.planned if isinstance(each, PlannedFloat)]
    assert floats
    assert all(each.slot.row >= 0 for each in floats)


def test_a_story_begins_in_no_column_in_which_a_float_stands() -> None:
    """The float at the foot of the second column belongs to the story in the first one."""
    first = story(text(30, {0: 29}), floats=[floating(10, place="column-foot")], columns=2)
    pages = plan(first, story(text(30), start="new-column"))
    for page in pages:
        floats = [each.slot for each in page.planned if isinstance(each, PlannedFloat)]
        for each in page.planned:
            if isinstance(each, PlannedText) and each.story == 1:
                assert all(each.slot.x != slot.x for slot in floats)


def test_a_story_that_begins_with_what_stands_across_begins_beside_none() -> None:
    across = floating(5, span=2, across=True)
    pages = plan(story(text(20)), story(0, text(20), floats=[across], start="new-column"))
    assert [heads_on(page) for page in pages] == [[0], [1]]


def test_a_story_without_text_has_no_room_beside_another() -> None:
    only = story(0, floats=[floating(5, span=2, across=True)], start="beside")
    with pytest.raises(NoPlanError):
        plan(story(text(5)), only)


def test_a_jump_misses_no_page() -> None:
    """The second story could fill page two, on which the first one is to go on."""
    made = desk(story(text(10), turn=1), story(text(20), page=2), story(text(300)))
    for first in compose_page(made, 1, Cursor()):
        drafts = compose_page(made, 2, first.cursor)
        assert drafts
        assert all(1 in heads_on(draft.plan()) for draft in drafts)


def test_a_page_is_closed_where_no_line_may_stand() -> None:
    """A row is left below what stands across, and what comes next must stay whole."""
    pages = plan(story(text(20), 0, text(whole(0, 9)), floats=[floating(27, span=2, across=True)]))
    assert [columns_of(page, 0)[0] for page in pages] == [(0, 10), (0, 9)]


def test_a_page_with_a_notice_alone_is_left_to_it() -> None:
    """What begins the next story is deeper than what the notice leaves, and stays whole."""
    notices = [NoticeCopy(name="a notice", rows=rows, span=2) for rows in (LINES, 24)]
    pages = plan(*notices, story(text(figure(0, 14))))
    assert [heads_on(page) for page in pages] == [[], [], [2]]


def test_a_story_that_stops_has_none_beside_it() -> None:
    across = floating(3, span=2, across=True)
    made = story(text(4), 0, text(4), floats=[across])
    for page in plan(made, story(text(4), start="new-column")):
        floats = [each.slot for each in page.planned if isinstance(each, PlannedFloat)]
        texts = [each.slot for each in page.planned if isinstance(each, PlannedText)]
        for one in floats:
            assert all(
                each.row + each.rows <= one.row or each.row >= one.row + one.rows for each in texts
            )


def test_the_turn_line_stands_above_what_stands_at_the_foot() -> None:
    made = story(text(20, {0: 2}), floats=[floating(6, span=2, place="foot")], turn=1)
    bands = text_bands(Job(index=0, story=made, place=StoryPlace(), area=whole_page()))
    stacked = [
        band for band in bands if any(isinstance(each, PlannedFloat) for each in band.planned)
    ]
    for band in stacked:
        (turn,) = (each.slot for each in band.planned if isinstance(each, PlannedTurn))
        (below,) = (each.slot for each in band.planned if isinstance(each, PlannedFloat))
        assert turn.row + turn.rows <= below.row or below.row == 0
    assert stacked


def test_the_turn_line_has_a_row_of_its_own_beside_a_float() -> None:
    """The float is as deep as the whole text."""
    made = story(text(2, {0: 0}), floats=[floating(2, place="column-top")], turn=1)
    bands = text_bands(Job(index=0, story=made, place=StoryPlace(), area=whole_page()))
    for band in bands:
        (turn,) = (each.slot for each in band.planned if isinstance(each, PlannedTurn))
        for each in band.planned:
            if isinstance(each, PlannedFloat) and each.slot.x == turn.x:
                rows = range(each.slot.row, each.slot.row + each.slot.rows)
                assert turn.row not in rows


def test_the_turn_line_stands_below_what_stands_across_at_a_jump() -> None:
    made = story(text(4), 0, floats=[floating(3, span=2, across=True)], turn=1)
    (page,) = plan(made)
    (turn,) = (each.slot for each in page.planned if isinstance(each, PlannedTurn))
    (above,) = (each.slot for each in page.planned if isinstance(each, PlannedFloat))
    assert turn.row == above.row + above.rows


def test_no_hyphen_stands_over_a_page_turn() -> None:
    """Page 1 is a right-hand page; page 2 lies open beside page 3."""
    first, *_ = plan(story(text(300)))
    (_, (_, end)) = columns_of(first, 0)
    turned = plan(story(text(300, hyphenated=[end - 1, end - 2])))
    assert columns_of(turned[0], 0)[1][1] == end - 2
    facing = columns_of(turned[1], 0)[1][1]
    kept = plan(story(text(300, hyphenated=[end - 1, end - 2, facing - 1])))
    assert columns_of(kept[1], 0)[1][1] == facing


def test_a_hyphen_stands_there_where_nothing_else_may() -> None:
    lines = text(300, hyphenated=range(300))
    assert columns_of(plan(story(lines))[0], 0) == columns_of(plan(story(text(300)))[0], 0)
