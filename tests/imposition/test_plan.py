"""The order of pages on sheets, against orders known from elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.imposition.plan import Side, Slot, read_side
from pamphleteer.imposition.schemes import leaves, saddle_stitch

# Front and back of each sheet, as other tools give them too (pdfimpose 2.10, saddle stitch).
ORDERS = {
    4: [([4, 1], [2, 3])],
    8: [([8, 1], [2, 7]), ([6, 3], [4, 5])],
    12: [([12, 1], [2, 11]), ([10, 3], [4, 9]), ([8, 5], [6, 7])],
    16: [([16, 1], [2, 15]), ([14, 3], [4, 13]), ([12, 5], [6, 11]), ([10, 7], [8, 9])],
}


def pages_of(side: Side | None) -> list[int | None]:
    return [slot.page for slot in side.slots] if side else []


@pytest.mark.parametrize("count", ORDERS)
def test_a_saddle_stitched_booklet_has_the_known_order(count: int) -> None:
    sheets = saddle_stitch(count).sheets
    assert [(pages_of(sheet.front), pages_of(sheet.back)) for sheet in sheets] == ORDERS[count]
    assert not any(slot.rotation for sheet in sheets for slot in sheet.front.slots)


@pytest.mark.parametrize("count", ORDERS)
def test_for_paper_that_is_turned_head_to_foot_backs_are_upside_down(count: int) -> None:
    plan = saddle_stitch(count)
    for one, other in zip(plan.sheets, plan.turned_about("level").sheets, strict=True):
        assert one.front == other.front
        assert pages_of(other.back) == pages_of(one.back)[::-1]
        assert other.back
        assert {slot.rotation for slot in other.back.slots} == {180}


@given(st.integers(1, 400))
def test_each_page_stands_once(count: int) -> None:
    placed = [page for side in saddle_stitch(count).sides for page in pages_of(side)]
    assert sorted(page or 0 for page in placed) == list(range(1, -(-count // 4) * 4 + 1))


@pytest.mark.parametrize("count", [-4, 0])
def test_a_booklet_has_a_page_at_least(count: int) -> None:
    for scheme in (saddle_stitch, leaves):
        with pytest.raises(ValueError, match=f"not {count}$"):
            scheme(count)


def test_a_one_sided_printer_gets_single_pages_in_order() -> None:
    sheets = leaves(3, two_sided=False).sheets
    assert [pages_of(sheet.front) for sheet in sheets] == [[1], [2], [3]]
    assert not any(sheet.back for sheet in sheets)


@pytest.mark.parametrize("text", ["5* 4* / 8 1", "- 1", "2> 7<"])
def test_a_side_is_itself_when_it_is_turned_twice_or_mirrored_twice(text: str) -> None:
    side = read_side(text)
    assert side.turned().turned() == side.mirrored().mirrored() == side


def test_a_side_is_read_as_it_is_written() -> None:
    rows = ((Slot(page=5, rotation=180), Slot(page=None)), (Slot(page=8, rotation=90),
            Slot(page=1, rotation=270)))  # fmt: skip
    assert read_side("5* - / 8> 1<") == Side(rows=rows)
