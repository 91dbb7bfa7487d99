"""Where pages lie on the paper, and what is said when they do not fit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.imposition.ganging import gang
from pamphleteer.imposition.laying import lay_out
from pamphleteer.imposition.paper import axis_of, check_fit, grid_of, turn_paper
from pamphleteer.imposition.placing import Setting, make_bed
from pamphleteer.imposition.plan import Plan
from pamphleteer.imposition.schemes import folded_sections, leaves, n_up, saddle_stitch
from pamphleteer.papers import find_paper
from pamphleteer.problems import IssueError
from pamphleteer.ticket.table import Flip
from pamphleteer.units import Pt, Size, parse_size

LETTER = parse_size("letter")


def sizes(page: str, count: int = 4) -> dict[int, Size]:
    return dict.fromkeys(range(1, count + 1), parse_size(page))


def check(plan: Plan, pages: dict[int, Size], paper: Size) -> None:
    check_fit(grid_of(plan), pages, paper)


@pytest.mark.parametrize(
    ("page", "paper"), [("half-letter", "letter"), ("a5", "a4"), ("a6", "a4"), ("a6", "letter")]
)
def test_half_of_the_paper_fits(page: str, paper: str) -> None:
    check(saddle_stitch(4), sizes(page), parse_size(paper))


def test_a_page_that_was_rounded_up_fits() -> None:
    page = Size(width=Pt(421), height=Pt(596))
    check(saddle_stitch(4), dict.fromkeys(range(1, 5), page), parse_size("a4"))


def test_pages_too_wide_are_told_with_the_paper_that_takes_them() -> None:
    with pytest.raises(IssueError) as caught:
        check(saddle_stitch(8), sizes("a5", 8), LETTER)
    (problem,) = caught.value.problems
    assert problem.code == "page-too-large"
    assert "two pages of a5 (148 × 210 mm)" in problem.message
    assert "letter (216 × 279 mm)" in problem.message
    assert problem.hint == 'On a4 it fits: write "paper: a4" under "printing:".'


def test_pages_too_tall_are_told() -> None:
    with pytest.raises(IssueError, match="half-letter") as caught:
        check(saddle_stitch(4), sizes("half-letter"), parse_size("a4"))
    assert 'write "paper: letter"' in caught.value.problems[0].hint


def test_pages_for_no_office_paper_are_told_the_largest_that_fits() -> None:
    with pytest.raises(IssueError) as caught:
        check(saddle_stitch(4), sizes("a3"), parse_size("a4"))
    hint = caught.value.problems[0].hint
    assert hint == "The largest page that fits is a5 (148 × 210 mm)."


def test_paper_for_which_no_page_is_small_enough() -> None:
    with pytest.raises(IssueError, match="Print on larger paper"):
        check(saddle_stitch(4), sizes("a3"), parse_size("50mm x 50mm"))


def test_each_size_of_page_is_told_once() -> None:
    mixed = sizes("a5", 8) | {3: parse_size("a4"), 6: parse_size("a6")}
    with pytest.raises(IssueError) as caught:
        check(saddle_stitch(8), mixed, LETTER)
    assert len(caught.value.problems) == 2


def test_paper_is_turned_as_pages_ask() -> None:
    wide = Size(width=Pt(700), height=Pt(500))
    check(leaves(1), {1: wide}, LETTER)
    assert turn_paper(LETTER, wide) == Size(width=Pt(792), height=Pt(612))
    assert turn_paper(LETTER, parse_size("a5")) == LETTER
    with pytest.raises(IssueError, match="a page of"):
        check(leaves(1), {1: parse_size("a4")}, LETTER)


def test_a_sheet_is_turned_over_the_edge_that_lies_upright_or_level() -> None:
    landscape = Size(width=LETTER.height, height=LETTER.width)
    assert axis_of("short-edge", landscape) == axis_of("long-edge", LETTER) == "upright"
    assert axis_of("long-edge", landscape) == axis_of("short-edge", LETTER) == "level"


def boxes(plan: Plan, page: Size, setting: Setting) -> dict[int, tuple[float, ...]]:
    """Where each page of the first front lies."""
    pages = dict.fromkeys(plan.pages, page)
    bed = make_bed(plan, pages, setting)
    cells = lay_out(plan.sheets[0].front, bed, pages)
    return {cell.slot.page or 0: cell.box for cell in cells}


def test_pages_meet_at_the_spine_and_are_centred_in_height() -> None:
    paper, page = Size(width=Pt(800), height=Pt(600)), Size(width=Pt(300), height=Pt(500))
    found = boxes(saddle_stitch(4), page, Setting(paper=paper))
    assert found == {4: (100, 50, 400, 550), 1: (400, 50, 700, 550)}


def test_pages_of_other_sizes_lie_at_the_spine() -> None:
    paper = Size(width=Pt(800), height=Pt(600))
    pages = dict.fromkeys(range(1, 5), Size(width=Pt(400), height=Pt(600)))
    pages[4] = Size(width=Pt(200), height=Pt(300))
    plan = saddle_stitch(4)
    bed = make_bed(plan, pages, Setting(paper=paper))
    cells = {cell.slot.page: cell for cell in lay_out(plan.sheets[0].front, bed, pages)}
    assert cells[4].box == (200, 150, 400, 450)
    assert cells[4].clip == (0, 0, 400, 600)


def test_a_gutter_parts_what_is_cut_and_nothing_that_is_folded() -> None:
    paper, page = Size(width=Pt(1000), height=Pt(1000)), Size(width=Pt(200), height=Pt(300))
    plan = gang(saddle_stitch(4), rows=2, columns=1, order="copies")
    pages = dict.fromkeys(plan.pages, page)
    bed = make_bed(plan, pages, Setting(paper=paper, gutter=Pt(20)))
    cells = lay_out(plan.sheets[0].front, bed, pages)
    assert [cell.box for cell in cells] == [
        (300, 510, 500, 810),
        (500, 510, 700, 810),
        (300, 190, 500, 490),
        (500, 190, 700, 490),
    ]
    assert [cell.clip[1::2] for cell in cells] == [(500, 1000)] * 2 + [(0, 500)] * 2


def test_what_is_to_fit_is_scaled_and_never_enlarged() -> None:
    plan = n_up(4, rows=2, columns=2)
    small = make_bed(plan, sizes("a6"), Setting(paper=parse_size("a4"), scale="fit"))
    large = make_bed(plan, sizes("a4"), Setting(paper=parse_size("a4"), scale="fit"))
    assert (small.scale, large.scale) == (1, 0.5)
    with pytest.raises(IssueError, match="2 × 2 pages"):
        make_bed(plan, sizes("a4"), Setting(paper=parse_size("a4")))


def test_creep_moves_pages_towards_their_spines() -> None:
    paper, page = Size(width=Pt(1000), height=Pt(1000)), Size(width=Pt(200), height=Pt(300))
    plan = folded_sections(8, pages=8)
    shifts = dict.fromkeys(range(1, 9), 2.0)
    still = boxes(plan, page, Setting(paper=paper))
    moved = boxes(plan, page, Setting(paper=paper, shifts=shifts))
    assert {number: moved[number][0] - still[number][0] for number in still} == {
        5: 2,
        4: -2,
        8: 2,
        1: -2,
    }


@pytest.mark.parametrize("flip", ["short-edge", "long-edge"])
def test_pages_as_deep_as_the_paper_need_no_edge(flip: Flip) -> None:
    """Two A5 pages, whose depth in points is no whole number, on A4."""
    found = boxes(saddle_stitch(4), parse_size("a5"), Setting(paper=parse_size("a4"), flip=flip))
    assert found[1][1] == pytest.approx(0, abs=0.01)


def test_a_press_has_an_edge_by_which_it_holds_the_sheet() -> None:
    """Pages stand 50 points from the foot; 80 are wanted, and the same edge is held again."""
    paper, page = Size(width=Pt(1000), height=Pt(600)), Size(width=Pt(300), height=Pt(500))
    found = boxes(saddle_stitch(4), page, Setting(paper=paper, gripper=Pt(80)))
    assert found == {4: (200, 80, 500, 580), 1: (500, 80, 800, 580)}
    for setting in (
        Setting(paper=paper, gripper=Pt(110)),
        Setting(paper=paper, gripper=Pt(80), flip="long-edge"),
    ):
        with pytest.raises(IssueError, match="no room for a gripper edge"):
            boxes(saddle_stitch(4), page, setting)


@given(st.integers(0, 80), st.sampled_from(["letter", "a4"]), st.integers(1, 3), st.integers(1, 3))
def test_pages_as_large_as_fit_leave_the_margins_free(
    margin: int, paper: str, rows: int, columns: int
) -> None:
    plan = n_up(rows * columns, rows=rows, columns=columns, two_sided=False)
    pages = dict.fromkeys(plan.pages, parse_size("a5"))
    setting = Setting(paper=find_paper(paper), margin=Pt(margin), scale="fit")
    bed = make_bed(plan, pages, setting)
    left, _, _, top = bed.box(0, 0)
    _, bottom, right, _ = bed.box(rows - 1, columns - 1)
    free = min(left, bottom, bed.sheet.width - right, bed.sheet.height - top)
    assert free >= margin - 0.01
    assert sorted((bed.sheet.width, bed.sheet.height)) == sorted(
        (setting.paper.width, setting.paper.height)
    )


def test_a_margin_that_has_no_room_is_told_with_the_paper_that_has() -> None:
    plan = n_up(2, rows=1, columns=2, two_sided=False)
    with pytest.raises(IssueError) as caught:
        make_bed(plan, sizes("half-letter", 2), Setting(paper=LETTER, margin=Pt(36)))
    (problem,) = caught.value.problems
    assert problem.message.endswith("on letter (216 × 279 mm) paper with margins of 12.7 mm")
    assert "On tabloid it fits" in problem.hint
