"""Folding undoes imposition: of every scheme, page count, binding and flip."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pamphleteer.imposition import ganging, schemes
from pamphleteer.imposition.fold import FoldError, check_book, make_books
from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.plan import Axis, Plan, Slot, read_side, slot_turned
from pamphleteer.ticket.table import Edge, Pieces
from tests.imposition.pages import swap_pages

COUNTS = st.integers(1, 400)
AXES: st.SearchStrategy[Axis] = st.sampled_from(["upright", "level"])
EDGES: st.SearchStrategy[Edge] = st.sampled_from(["left", "right", "top"])
ORDERS: st.SearchStrategy[Pieces] = st.sampled_from(["piles", "sheets", "copies"])
SECTIONS = st.sampled_from([4, 8, 16, 32])
SMALL = st.integers(1, 6)

FOLDED: dict[str, st.SearchStrategy[Callable[[int], Plan]]] = {
    "saddle-stitch": st.just(schemes.saddle_stitch),
    "perfect-bound": st.integers(1, 12).map(
        lambda sheets: lambda count: schemes.signatures(count, sheets=sheets)
    ),
    "folded-section": st.tuples(SECTIONS, st.booleans()).map(
        lambda given: lambda count: schemes.folded_sections(count, pages=given[0], nested=given[1])
    ),
    "french-fold": st.just(schemes.french_fold),
    "loose-leaf": st.booleans().map(
        lambda two_sided: lambda count: schemes.leaves(count, two_sided=two_sided)
    ),
}


@st.composite
def plans(draw: st.DrawFn) -> tuple[Plan, int]:
    """A plan of one of the schemes that make a book, and how many pages it has."""
    scheme = draw(st.sampled_from(sorted(FOLDED)))
    count = draw(COUNTS)
    plan = draw(FOLDED[scheme])(count)
    if plan.two_sided:
        plan = ganging.bound(plan, draw(EDGES))
    plan = ganging.foot_folded(plan) if plan.binding == "left" and draw(st.booleans()) else plan
    plan = ganging.tumbled(plan) if draw(st.booleans()) else plan
    return with_blanks(plan.turned_about(draw(AXES)), count), count


def with_blanks(plan: Plan, count: int) -> Plan:
    return plan.with_pages(range(1, count + 1))


def folds(plan: Plan, count: int) -> None:
    for book in make_books(plan):
        check_book(book, plan, page_count=count)


@given(plans())
def test_folding_undoes_imposition(drawn: tuple[Plan, int]) -> None:
    folds(*drawn)


@given(plans(), SMALL, SMALL, ORDERS)
def test_what_is_cut_first_is_folded_as_well(
    drawn: tuple[Plan, int], rows: int, columns: int, order: Pieces
) -> None:
    plan, count = drawn
    assume(order == "copies" or not plan.sections or not len(plan.sheets) % (rows * columns))
    ganged = ganging.gang(plan, rows=rows, columns=columns, order=order)
    assert len(make_books(ganged)) == (rows * columns if order == "copies" else 1)
    folds(ganged, count)


@given(plans(), st.sampled_from([ganging.work_and_turn, ganging.work_and_tumble]))
def test_a_sheet_that_is_printed_twice_with_the_same_is_two(
    drawn: tuple[Plan, int], worked: Callable[[Plan], Plan]
) -> None:
    plan, count = drawn
    assume(plan.two_sided)
    made = worked(plan)
    assert all(sheet.front == sheet.back for sheet in made.sheets)
    assert len(make_books(made)) == 2
    folds(made, count)


@given(COUNTS, st.tuples(SMALL, SMALL), st.booleans(), AXES)
def test_pages_side_by_side_are_read_as_they_lie(
    count: int, up: tuple[int, int], two_sided: bool, axis: Axis
) -> None:
    plan = schemes.n_up(count, rows=up[0], columns=up[1], two_sided=two_sided)
    folds(with_blanks(plan.turned_about(axis), count), count)


@given(COUNTS)
def test_a_slit_sheet_is_a_zine(count: int) -> None:
    folds(with_blanks(schemes.mini_zine(count), count), count)


@given(st.integers(2, 12), st.booleans(), AXES, st.data())
def test_a_strip_is_read_on_both_sides(
    panels: int, two_sided: bool, axis: Axis, data: st.DataObject
) -> None:
    count = data.draw(st.integers(1, panels * (1 + two_sided)))
    plan = schemes.concertina(count, panels=panels, two_sided=two_sided)
    folds(with_blanks(plan.turned_about(axis), count), count)


@given(plans(), AXES)
def test_sheets_for_another_flip_are_found(drawn: tuple[Plan, int], axis: Axis) -> None:
    plan, count = drawn
    assume(axis != plan.axis and plan.two_sided and count > 3)
    with pytest.raises(FoldError):
        folds(replace(plan, axis=axis), count)


@given(plans(), st.data())
def test_pages_in_each_others_places_are_found(
    drawn: tuple[Plan, int], data: st.DataObject
) -> None:
    plan, count = drawn
    assume(count > 1)
    one, other = data.draw(st.lists(st.integers(1, count), min_size=2, max_size=2, unique=True))
    with pytest.raises(FoldError):
        folds(swap_pages(plan, {one: other, other: one}), count)


@given(plans(), st.data(), st.sampled_from([90, 180, 270]))
def test_one_turned_page_is_found(drawn: tuple[Plan, int], data: st.DataObject, angle: int) -> None:
    plan, count = drawn
    assume(count > 1)
    page = data.draw(st.integers(1, count))

    def turn(slot: Slot) -> Slot:
        return slot_turned(slot, angle) if slot.page == page else slot

    with pytest.raises(FoldError):
        folds(plan.mapped(turn), count)


@given(plans())
def test_a_book_with_its_spine_elsewhere_is_found(drawn: tuple[Plan, int]) -> None:
    plan, count = drawn
    assume(plan.folds and plan.binding != "top")
    other: Edge = "right" if plan.binding == "left" else "left"
    with pytest.raises(FoldError, match="spine"):
        folds(replace(plan, binding=other), count)


@given(st.integers(3, 400), AXES)
def test_a_lost_sheet_is_found(count: int, axis: Axis) -> None:
    plan = with_blanks(schemes.leaves(count).turned_about(axis), count)
    with pytest.raises(FoldError):
        folds(replace(plan, sheets=plan.sheets[1:]), count)


@pytest.mark.parametrize("text", ["1 2 / 3", "0 1", "one", ""])
def test_a_side_that_cannot_be_read(text: str) -> None:
    with pytest.raises(ValueError, match=r"rows|page"):
        read_side(text)


@pytest.mark.parametrize(
    ("job", "front"),
    [
        (Job(scheme="mini-zine", binding="right"), "2* 3* 4* 5* / 1 8 7 6"),
        (Job(scheme="concertina", columns=8, binding="right", one_sided=True), "8 7 6 5 4 3 2 1"),
        (Job(scheme="n-up", rows=2, columns=4, binding="right"), "4 3 2 1 / 8 7 6 5"),
    ],
)
def test_what_has_no_spine_is_read_from_the_right_as_well(job: Job, front: str) -> None:
    plan = plan_job(8, job)
    assert plan.sheets[0].front == read_side(front)
    for book in make_books(plan):
        check_book(book, plan, page_count=8)
