"""Where pages lie on the paper, and what is said when they do not fit."""

import pytest

from pamphleteer.imposition import (
    Place,
    check_fit,
    impose_saddle_stitch,
    impose_simplex,
    lay_paper,
    place_page,
)
from pamphleteer.problems import IssueError
from pamphleteer.units import Pt, Size, parse_size


def sizes(page: str, count: int = 4) -> dict[int, Size]:
    return dict.fromkeys(range(1, count + 1), parse_size(page))


@pytest.mark.parametrize(
    ("page", "paper"), [("half-letter", "letter"), ("a5", "a4"), ("a6", "a4"), ("a6", "letter")]
)
def test_half_of_the_paper_fits(page: str, paper: str) -> None:
    check_fit(impose_saddle_stitch(4), sizes(page), parse_size(paper))


def test_a_page_that_was_rounded_up_fits() -> None:
    page = Size(width=Pt(421), height=Pt(596))
    check_fit(impose_saddle_stitch(4), dict.fromkeys(range(1, 5), page), parse_size("a4"))


def test_pages_too_wide_are_told_with_the_paper_that_takes_them() -> None:
    with pytest.raises(IssueError) as caught:
        check_fit(impose_saddle_stitch(8), sizes("a5", 8), parse_size("letter"))
    (problem,) = caught.value.problems
    assert problem.code == "page-too-large"
    assert "two pages of a5 (148 × 210 mm)" in problem.message
    assert "letter (216 × 279 mm)" in problem.message
    assert problem.hint == 'On a4 it fits: write "paper: a4" under "printing:".'


def test_pages_too_tall_are_told() -> None:
    with pytest.raises(IssueError, match="half-letter") as caught:
        check_fit(impose_saddle_stitch(4), sizes("half-letter"), parse_size("a4"))
    assert 'write "paper: letter"' in caught.value.problems[0].hint


def test_pages_for_no_office_paper_are_told_the_largest_that_fits() -> None:
    with pytest.raises(IssueError) as caught:
        check_fit(impose_saddle_stitch(4), sizes("a4"), parse_size("a4"))
    hint = caught.value.problems[0].hint
    assert hint == 'The largest page that fits is a5 (148 × 210 mm): write "page: a5".'


def test_paper_for_which_no_page_is_small_enough() -> None:
    with pytest.raises(IssueError, match="Print on larger paper"):
        check_fit(impose_saddle_stitch(4), sizes("a3"), parse_size("50mm x 50mm"))


def test_each_size_of_page_is_told_once() -> None:
    mixed = sizes("a5", 8) | {3: parse_size("a4"), 6: parse_size("a6")}
    with pytest.raises(IssueError) as caught:
        check_fit(impose_saddle_stitch(8), mixed, parse_size("letter"))
    assert len(caught.value.problems) == 2


def test_single_pages_lie_on_paper_turned_as_they_are() -> None:
    letter = parse_size("letter")
    wide = Size(width=Pt(700), height=Pt(500))
    check_fit(impose_simplex(1), {1: wide}, letter)
    assert lay_paper(letter, wide, up=1) == Size(width=Pt(792), height=Pt(612))
    assert lay_paper(letter, parse_size("a5"), up=1) == letter
    with pytest.raises(IssueError, match="a page of"):
        check_fit(impose_simplex(1), {1: parse_size("a4")}, letter)


def test_pages_meet_at_the_spine_and_are_centred_in_height() -> None:
    sheet, page = Size(width=Pt(800), height=Pt(600)), Size(width=Pt(300), height=Pt(500))
    places = [place_page(page, sheet, index=0, up=1)]
    places += [place_page(page, sheet, index=index, up=2) for index in (0, 1)]
    assert places == [
        Place(x=Pt(250), y=Pt(50), left=Pt(0), right=Pt(800)),
        Place(x=Pt(100), y=Pt(50), left=Pt(0), right=Pt(400)),
        Place(x=Pt(400), y=Pt(50), left=Pt(400), right=Pt(800)),
    ]
