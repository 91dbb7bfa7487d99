"""Marks that tell sheets and sections apart: stairs on spines, slug lines, the grain."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.imposition import ganging, schemes
from pamphleteer.imposition.creases import find_sections
from pamphleteer.imposition.fold import make_books
from pamphleteer.imposition.margins import MM, Line, Patch, Text
from pamphleteer.imposition.marks import Mark, MarkedSide, mark_sides
from pamphleteer.imposition.paper import axis_of
from pamphleteer.imposition.placing import Rect, Setting, make_bed
from pamphleteer.imposition.plan import Plan
from pamphleteer.papers import find_paper
from pamphleteer.ticket.table import Edge, Flip
from pamphleteer.units import Pt, Size
from tests.imposition.test_marks import A4, A5, FLIPS, bed_for


def test_sections_make_a_stair_on_their_backs() -> None:
    plan = schemes.folded_sections(80, pages=16)
    bed = bed_for(plan, A5, "23x35in")
    sides = mark_sides(plan, bed, ["collation"])
    bars = [_only_patch(side.marks) for side in sides[::2]]
    assert not any(side.marks for side in sides[1::2])
    assert len({(bar[0], bar[2]) for bar in bars}) == 1, "all stand on the same fold"
    assert (bars[0][0] + bars[0][2]) / 2 == pytest.approx(bed.box(1, 3)[0])
    steps = [one[3] - other[3] for one, other in pairwise(bars)]
    assert steps == pytest.approx([bars[0][3] - bars[0][1]] * 4)


def _only_patch(marks: tuple[Mark, ...]) -> Rect:
    ((shape,),) = (mark.shapes for mark in marks)
    assert isinstance(shape, Patch)
    return shape.box


@st.composite
def gathered(draw: st.DrawFn) -> Plan:
    """A plan of several sections that are gathered."""
    pages, number = draw(st.sampled_from([4, 8, 16, 32])), draw(st.integers(2, 6))
    plan = schemes.folded_sections(pages * number, pages=pages)
    if draw(st.booleans()):
        plan = schemes.signatures(pages * number, sheets=pages // 4)
    edges: list[Edge] = ["left", "right", "top"]
    plan = ganging.bound(plan, draw(st.sampled_from(edges)))
    return ganging.work_and_turn(plan) if draw(st.booleans()) else plan


@given(gathered(), FLIPS)
def test_the_back_of_a_section_parts_its_first_page_from_its_last(plan: Plan, flip: Flip) -> None:
    bed = bed_for(plan, find_paper("a7"), "ansi-e")
    plan = plan.turned_about(axis_of(flip, bed.sheet))
    sections = find_sections(plan, bed)
    assert len(sections) == len(plan.sections) * len(make_books(plan))
    each = len(plan.pages) // len(plan.sections)
    for section in sections:
        last = section.number * each
        met = [
            {one.page, other.page}
            for row in plan.sides[section.side].rows
            for column, (one, other) in enumerate(pairwise(row), start=1)
            if abs(bed.box(0, column)[0] - section.at) < 1e-6
        ]
        assert {last - each + 1, last} in met
        assert section.side // 2 in section.sheets
        assert section.margin


def test_lone_and_nested_sections_have_no_stair() -> None:
    for plan in (schemes.saddle_stitch(16), schemes.folded_sections(64, pages=16, nested=True)):
        assert find_sections(plan, bed_for(plan, A5, "19x25in")) == ()


def test_bars_that_a_margin_has_no_three_steps_for_are_left_out() -> None:
    plan = schemes.signatures(32, sheets=2)
    sizes = dict.fromkeys(plan.pages, A5)
    paper = Size(width=Pt(A4.height + 60), height=Pt(A4.width + 2 * (5 * MM + 17)))
    bed = make_bed(plan, sizes, Setting(paper=paper))
    assert mark_sides(plan, bed, ["collation"])[0].left_out == ("collation",)


def test_the_slug_says_which_sheet_side_and_signature() -> None:
    plan = schemes.signatures(32, sheets=2)
    sides = mark_sides(plan, bed_for(plan, A5, "a3"), ["slug"], slug="Notes 14, 2026-07-20")
    texts = [shape.text for side in sides for shape in side.shapes if isinstance(shape, Text)]
    assert texts[:2] == [
        "Notes 14, 2026-07-20 · sheet 1 of 8 · front · signature 1",
        "Notes 14, 2026-07-20 · sheet 1 of 8 · back · signature 1",
    ]
    assert texts[-1] == "Notes 14, 2026-07-20 · sheet 8 of 8 · back · signature 4"


def test_the_slug_of_a_lone_side_says_no_more_than_there_is() -> None:
    plan = schemes.leaves(2, two_sided=False)
    sides = mark_sides(plan, bed_for(plan, A5, "a3"), ["slug"])
    texts = [shape.text for side in sides for shape in side.shapes if isinstance(shape, Text)]
    assert texts == ["sheet 1 of 2", "sheet 2 of 2"]


def test_the_slug_names_all_signatures_that_are_ganged() -> None:
    plan = ganging.gang(schemes.signatures(16, sheets=1), rows=1, columns=2, order="piles")
    marked = mark_sides(plan, bed_for(plan, A5, "23x35in"), ["slug"])[0]
    (text,) = (shape.text for shape in marked.shapes if isinstance(shape, Text))
    assert text == "sheet 1 of 2 · front · signatures 1, 3"


@pytest.mark.parametrize(("name", "upright", "said"), [
    ("grain", True, "grain parallel to the spine"),
    ("grain-short", True, "grain"),
    ("grain-long", False, "grain across the spine: it should be parallel"),
])  # fmt: skip
def test_the_grain_should_run_along_the_spine(name: str, upright: bool, said: str) -> None:
    plan = schemes.saddle_stitch(8)
    marked = mark_sides(plan, bed_for(plan, A5, "a3"), [name])[0]
    (mark,) = marked.marks
    arrow, *_, text = mark.shapes
    assert isinstance(arrow, Line)
    assert isinstance(text, Text)
    assert (arrow.start[0] == arrow.end[0]) == upright
    assert text.text == said


def test_a_spine_at_the_top_lies_level() -> None:
    plan = ganging.bound(schemes.leaves(4), "top")
    (mark,) = mark_sides(plan, bed_for(plan, A5, "a3"), ["grain"])[0].marks
    arrow = mark.shapes[0]
    assert isinstance(arrow, Line)
    assert arrow.start[1] == arrow.end[1]


def test_pages_that_lie_have_no_grain_to_run_along() -> None:
    plan = schemes.n_up(4, rows=2, columns=2)
    assert mark_sides(plan, bed_for(plan, A5, "19x25in"), ["grain"])[0] == MarkedSide()
