"""Single issues, as small as can be: where blanks, blocks and articles come to stand."""

from typing import Any

import pytest

from pamphleteer.makeup.model import Page
from pamphleteer.problems import IssueError
from tests.makeup.issues import (
    Draft,
    Set,
    banner,
    box,
    contact,
    frames_of,
    issue,
    make,
    story,
)
from tests.makeup.lines import LEADING, crosshead, figure, paragraph, plain

PAGE = 80
"""Lines on a page of two columns of forty."""


def outline(made: Set) -> list[str]:
    """What stands on each page, by the pieces' names."""
    return [
        " ".join(dict.fromkeys(placed.thread.path for placed in page.placed)) for page in made.pages
    ]


def panels_of(page: Page) -> list[str]:
    return [panel.kind for panel in page.panels]


def test_nine_pages_of_text_become_twelve_with_the_contact_block_on_the_twelfth() -> None:
    made = make(issue(story(plain(9 * PAGE - 20)), contact()))
    assert [page.blank for page in made.pages] == [False] * 9 + [True] * 2 + [False]
    assert outline(made)[-1] == "contact-1"


def test_pages_for_a_printer_that_prints_on_one_side_are_not_filled_up() -> None:
    made = make(issue(story(plain(9 * PAGE - 20)), multiple=1))
    assert (len(made.pages), made.made.blanks) == (9, 0)


def test_without_a_contact_block_blanks_come_last() -> None:
    made = make(issue(story(plain(30)), banner(), box()))
    assert [page.blank for page in made.pages] == [False, True, True, True]


def test_the_contact_block_stands_below_an_article_that_ends_on_the_back_page() -> None:
    made = make(issue(story(plain(3 * PAGE + 20)), contact()))
    assert outline(made)[3:] == ["story-0 contact-1"]
    made = make(issue(story(plain(4 * PAGE - 20)), contact()))
    assert [page.blank for page in made.pages] == [False] * 4 + [True] * 3 + [False]


def test_the_contact_block_stands_at_the_foot_of_the_page() -> None:
    made = make(issue(story(plain(5)), contact(6)))
    ((page, placed),) = frames_of(made, made.threads[1][0])
    foot = made.draft.grid.top + made.draft.grid.lines * LEADING
    assert placed.y + placed.frame.depth == pytest.approx(foot)
    assert panels_of(page) == ["contact"]


def test_what_follows_the_last_article_stands_together_on_the_back_page() -> None:
    made = make(issue(story(plain(5)), banner(), box(), contact()))
    assert outline(made)[-1] == "banner-1 box-2 contact-3"


def test_what_has_no_room_on_the_back_page_stands_before_it() -> None:
    made = make(issue(story(plain(5)), box(60), box(6), contact()))
    assert outline(made) == ["masthead story-0", "box-1", "", "box-2 contact-3"]


def test_a_contact_block_in_the_middle_stays_there() -> None:
    made = make(issue(story(plain(5)), contact(), story(plain(5)), multiple=1))
    assert outline(made) == ["masthead story-0 contact-1 story-2"]


@pytest.mark.parametrize("pieces", [[], [contact()], [banner()], [box(1)], [story(plain(1))]])
def test_an_issue_with_next_to_nothing_in_it(pieces: list[Draft]) -> None:
    made = make(issue(*pieces))
    assert len(made.pages) == 4
    assert outline(made)[0].startswith("masthead")


def test_articles_run_on_below_one_another_with_a_rule_between_them() -> None:
    made = make(issue(story(plain(20)), story(plain(20)), multiple=1))
    assert outline(made) == ["masthead story-0 story-1"]
    assert panels_of(made.pages[0]) == ["story-rule"]


def test_an_article_below_a_block_has_no_rule() -> None:
    made = make(issue(story(plain(20)), banner(), story(plain(20)), multiple=1))
    assert panels_of(made.pages[0]) == ["banner"]


def test_an_article_may_ask_for_a_new_page() -> None:
    made = make(issue(story(plain(4)), story(plain(4), new_page=True), multiple=1))
    assert outline(made) == ["masthead story-0", "story-1"]


def test_a_headline_has_at_least_so_many_rows_of_text_below_it() -> None:
    """Else it begins on the next page."""
    for first in range(40, 76):
        made = make(issue(story(plain(first)), story(plain(60)), lines=48))
        _, body = made.threads[1]
        page = frames_of(made, body)[0][0]
        rows = [
            round(each.frame.depth / LEADING) for on, each in frames_of(made, body) if on is page
        ]
        assert max(rows) >= made.draft.spacing.least_body


@pytest.mark.parametrize("lines", range(1, 30))
def test_an_ending_is_divided_evenly(lines: int) -> None:
    made = make(issue(story(plain(lines)), multiple=1))
    depths = [round(each.frame.depth / LEADING) for _, each in frames_of(made, made.threads[0][1])]
    assert depths == [depth for depth in (-(-lines // 2), lines // 2) if depth]


def test_an_article_may_end_at_the_very_foot_of_a_page() -> None:
    """Also where the space above a crosshead vanished at the top of a column."""
    text = [*plain(30), *crosshead(1), *paragraph(2, 29)]
    for lines in range(36, 40):
        made = make(issue(story(text), story(plain(1)), lines=lines, masthead=1, multiple=1))
        assert sum(run.end - run.start for run in contents(made)) == 60


def contents(made: Set) -> list[Any]:
    return [placed.frame.content for _, placed in frames_of(made, made.threads[0][1])]


def test_the_space_above_a_crosshead_on_top_of_a_column_needs_no_room() -> None:
    made = make(issue(story([*plain(5), *crosshead(1), *paragraph(2, 4)]), multiple=1))
    assert [len(each.frame.lines) for _, each in frames_of(made, made.threads[0][1])] == [5, 5]


@pytest.mark.parametrize("new_page", [False, True])
def test_a_paragraph_of_three_lines_is_not_parted_for_evenness(new_page: bool) -> None:
    """Nor where the article has a page of its own."""
    pieces = (story(plain(4)), story(paragraph(0, 3), new_page=new_page))
    made = make(issue(*pieces, multiple=1))
    assert [len(each.frame.lines) for _, each in frames_of(made, made.threads[1][1])] == [3]


def test_a_crosshead_stays_with_two_lines_of_its_text() -> None:
    text = [*paragraph(0, 4), *crosshead(1), *paragraph(2, 4)]
    made = make(issue(story(text), multiple=1))
    above, below = (each.frame.lines for _, each in frames_of(made, made.threads[0][1]))
    assert (len(above), len(below)) == (4, 5)


@pytest.mark.parametrize(
    "piece", [box(200), contact(41), Draft(kind="banner", head=41), story(plain(5), head=41)]
)
def test_what_is_longer_than_a_page_and_cannot_be_divided_is_an_error(piece: Draft) -> None:
    with pytest.raises(IssueError) as caught:
        make(issue(piece))
    (problem,) = caught.value.problems
    assert problem.code == "block-too-long"
    assert problem.pos is not None
    assert problem.pos.path == f"{piece.kind}-0"


def test_what_is_deeper_than_a_column_is_an_error_with_its_line() -> None:
    with pytest.raises(IssueError) as caught:
        make(issue(story([*plain(3), *figure(1, 41), *plain(3)]), story(figure(1, 50))))
    assert [(each.code, str(each.pos)) for each in caught.value.problems] == [
        ("overset", "story-0:7"),
        ("overset", "story-1:7"),
    ]
    assert '"picture" is deeper than its column on page' in caught.value.problems[0].message
