"""Printers' marks stand on the sheet, off its pages, and where the paper is folded and cut."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pamphleteer.imposition import ganging, schemes
from pamphleteer.imposition.creases import cut_lines, fold_lines, pieces_of
from pamphleteer.imposition.laying import lay_out
from pamphleteer.imposition.margins import CLEAR, MM, Line, grown, touch, within
from pamphleteer.imposition.marks import MarkedSide, choose_marks, mark_sides
from pamphleteer.imposition.paper import axis_of
from pamphleteer.imposition.placing import Bed, Setting, make_bed
from pamphleteer.imposition.plan import Plan
from pamphleteer.papers import find_paper
from pamphleteer.problems import IssueError
from pamphleteer.ticket.marks import MARKS
from pamphleteer.ticket.table import Edge, Flip
from pamphleteer.units import Pt, Size

ALL = MARKS["sheetfed"]
FLIPS: st.SearchStrategy[Flip] = st.sampled_from(["short-edge", "long-edge"])
A5, A4 = find_paper("a5"), find_paper("a4")


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    """A plan of any scheme, of any binding, cut or not."""
    count, section = draw(st.integers(1, 70)), draw(st.sampled_from([4, 8, 16, 32]))
    plan = draw(
        st.sampled_from(
            [
                schemes.saddle_stitch(count),
                schemes.signatures(count, sheets=2),
                schemes.folded_sections(count, pages=section),
                schemes.folded_sections(count, pages=section, nested=True),
                schemes.french_fold(count),
                schemes.leaves(count),
                schemes.leaves(count, two_sided=False),
                schemes.n_up(count, rows=2, columns=3),
                schemes.mini_zine(count),
                schemes.concertina(min(count, 8), panels=4),
            ]
        )
    )
    if plan.reading != "leaves" or not plan.two_sided:
        return plan
    edges: list[Edge] = ["left", "right", "top"]
    plan = ganging.bound(plan, draw(st.sampled_from(edges)))
    if draw(st.booleans()):
        return ganging.gang(plan, rows=draw(st.integers(1, 2)), columns=2, order="copies")
    return ganging.work_and_turn(plan) if draw(st.booleans()) else plan


@st.composite
def beds(draw: st.DrawFn) -> tuple[Plan, Bed, float, dict[int, Size]]:
    """A plan on paper with margins of any width, its bed, bleed, and its pages' sizes."""
    plan = draw(plans())
    width, height = draw(st.floats(60, 500)), draw(st.floats(60, 700))
    sizes = {page: Size(width=Pt(width), height=Pt(height)) for page in plan.pages}
    if draw(st.booleans()):
        sizes[1] = Size(width=Pt(width * 0.8), height=Pt(height * 0.9))
    gutter = Pt(draw(st.sampled_from([0.0, 20.0])))
    creep = draw(st.sampled_from([0.0, 0.25, -0.25]))
    grown_by = [draw(st.floats(0, 200)) for _ in "wh"]
    big = Setting(paper=Size(width=Pt(1e5), height=Pt(1e5)), gutter=gutter)
    extent = _extent(make_bed(plan, sizes, big))
    paper = Size(width=Pt(extent[0] + grown_by[0]), height=Pt(extent[1] + grown_by[1]))
    shifts = {page: creep * (page % 8) for page in plan.pages}
    setting = Setting(paper=paper, gutter=gutter, shifts=shifts)
    bed = make_bed(plan, sizes, setting)
    turned = plan.turned_about(axis_of(draw(FLIPS), bed.sheet))
    return turned, bed, draw(st.sampled_from([0.0, 8.5, 20.0])), sizes


def _extent(bed: Bed) -> tuple[float, float]:
    first, last = bed.box(0, 0), bed.box(bed.grid.rows - 1, bed.grid.columns - 1)
    return last[2] - first[0], first[3] - last[1]


NAMES = st.sets(st.sampled_from([*ALL, "grey-bar", "grain-long", "grain-short"])).map(list)


@given(beds(), NAMES)
def test_no_mark_touches_a_page_or_what_it_bleeds(
    drawn: tuple[Plan, Bed, float, dict[int, Size]], names: list[str]
) -> None:
    plan, bed, bleed, sizes = drawn
    sides = mark_sides(plan, bed, names, slug="A title, a date", bleed=bleed)
    assert len(sides) == len(plan.sides)
    for side, marked in zip(plan.sides, sides, strict=True):
        pages = [grown(cell.box, max(bleed, 3 * MM - 0.01)) for cell in lay_out(side, bed, sizes)]
        for shape in marked.shapes:
            assert within(shape.box, (0, 0, bed.sheet.width, bed.sheet.height))
            assert not any(touch(shape.box, page) for page in pages), shape


@given(beds(), NAMES)
def test_no_mark_touches_another(
    drawn: tuple[Plan, Bed, float, dict[int, Size]], names: list[str]
) -> None:
    plan, bed, bleed, _ = drawn
    for marked in mark_sides(plan, bed, names, bleed=bleed)[:2]:
        for index, mark in enumerate(marked.marks):
            others = [shape.box for other in marked.marks[:index] for shape in other.shapes]
            near = [grown(box, CLEAR) for box in others]
            assert not any(touch(shape.box, box) for shape in mark.shapes for box in near)


@given(beds())
def test_folds_and_cuts_are_marked_where_the_paper_is_folded_and_cut(
    drawn: tuple[Plan, Bed, float, dict[int, Size]],
) -> None:
    plan, bed, bleed, _ = drawn
    for name, lines in (("fold", fold_lines(plan, bed)), ("crop", cut_lines(bed))):
        for marked in mark_sides(plan, bed, (name,), bleed=bleed)[:2]:
            for line in _lines(marked):
                (x, y), (p, q) = line.start, line.end
                upright = x == p
                places = lines.upright if upright else lines.level
                assert upright != (y == q)
                assert min(abs((x if upright else y) - place) for place in places) < 1e-6
                assert bool(line.dash) == (name == "fold")


def _lines(marked: MarkedSide) -> Iterator[Line]:
    return (shape for shape in marked.shapes if isinstance(shape, Line))


@given(beds())
def test_creases_are_where_pages_that_the_fold_parts_meet(
    drawn: tuple[Plan, Bed, float, dict[int, Size]],
) -> None:
    """All lines between the cells of a folded piece are creases, and there are no others."""
    plan, bed, _, _ = drawn
    assume(plan.folds)
    folds, pieces = fold_lines(plan, bed), pieces_of(bed)
    edges = [bed.box(0, column)[0] for column in range(bed.grid.columns)]
    heads = [bed.box(row, 0)[3] for row in range(bed.grid.rows)]
    for found, cells, starts in (
        (folds.upright, edges, [piece[0] for piece in pieces]),
        (folds.level, heads, [piece[3] for piece in pieces]),
    ):
        inner = [at for at in cells if min(abs(at - start) for start in starts) > 1e-3]
        assert list(found) == pytest.approx(sorted(inner))


@pytest.mark.parametrize("name", [*ALL, "grey-bar", "grain-long"])
def test_each_mark_is_there_where_there_is_room(name: str) -> None:
    plan = schemes.folded_sections(32, pages=16)
    (marked, *_) = mark_sides(plan, bed_for(plan, A5, "19x25in"), [name])
    assert marked.left_out == ()
    assert {mark.name for mark in marked.marks} == {name}


@pytest.mark.parametrize("name", [name for name in ALL if name != "collation"])
def test_a_mark_without_room_is_left_out_and_named(name: str) -> None:
    plan = schemes.saddle_stitch(8)
    for marked in mark_sides(plan, bed_for(plan, A5, "a4"), [name]):
        assert marked == MarkedSide(left_out=(name,))  # type: ignore[arg-type]


def bed_for(plan: Plan, page: Size, paper: str, *, gutter: float = 0) -> Bed:
    sizes = dict.fromkeys(plan.pages, page)
    return make_bed(plan, sizes, Setting(paper=find_paper(paper), gutter=Pt(gutter)))


def test_a_plan_without_folds_or_sections_lacks_nothing() -> None:
    plan = schemes.leaves(4)
    for marked in mark_sides(plan, bed_for(plan, A5, "a3"), ["fold", "collation"]):
        assert marked == MarkedSide()


def test_registration_marks_front_and_back_lie_on_each_other() -> None:
    plan = schemes.signatures(32, sheets=2)
    bed = bed_for(plan, A4, "sra3")
    front, back = mark_sides(plan, bed, ["crop", "fold", "registration"])[:2]
    turned = {
        tuple(
            round(v, 3)
            for v in (bed.sheet.width - box[2], box[1], bed.sheet.width - box[0], box[3])
        )
        for box in (shape.box for shape in back.shapes)
    }
    assert {tuple(round(v, 3) for v in shape.box) for shape in front.shapes} == turned


def test_pieces_with_a_gutter_are_cut_on_both_sides_of_it() -> None:
    plan = schemes.n_up(4, rows=1, columns=2)
    bed = bed_for(plan, A5, "19x25in", gutter=20)
    lines = _lines(mark_sides(plan, bed, ["crop"])[0])
    places = sorted({line.start[0] for line in lines if line.start[0] == line.end[0]})
    middle = bed.sheet.width / 2
    assert places == pytest.approx(
        [middle - 10 - A5.width, middle - 10, middle + 10, middle + 10 + A5.width]
    )


def test_the_ink_of_a_press_is_that_of_all_plates_but_for_black_alone() -> None:
    plan = schemes.saddle_stitch(8)
    bed = bed_for(plan, A5, "a3")
    for names, inks in (
        (MARKS["copyshop"], {"black"}),
        (("crop", "registration"), {"registration"}),
        (choose_marks("sheetfed", black_only=True), {"black"}),
    ):
        marked = mark_sides(plan, bed, names)[0]
        assert {shape.ink for shape in marked.shapes} == inks


def test_sets_are_names_and_names_are_sets() -> None:
    for name, marks in MARKS.items():
        assert choose_marks(name) == marks
        assert choose_marks(marks[::-1]) == marks
    assert "grey-bar" in choose_marks("sheetfed", black_only=True)
    assert choose_marks(["fold", "crop"]) == ("crop", "fold")
    assert choose_marks("fold") == ("fold",)


@pytest.mark.parametrize("asked", ["corp", ["fold", "corp"]])
def test_an_unknown_mark_is_told_with_the_nearest_one(asked: str | list[str]) -> None:
    with pytest.raises(IssueError, match="crop") as caught:
        choose_marks(asked)
    assert [problem.code for problem in caught.value.problems] == ["unknown-mark"]


def test_no_marks_are_the_default() -> None:
    plan = schemes.saddle_stitch(8)
    setting = Setting(paper=A4)
    assert (setting.marks, setting.slug) == ((), "")
    assert mark_sides(plan, bed_for(plan, A5, "a3"), ()) == (MarkedSide(),) * 4
    assert mark_sides(replace(plan, sheets=()), bed_for(plan, A5, "a3"), ()) == ()
