"""The order of pages on sheets, against orders known from elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.imposition import Side, impose_saddle_stitch, impose_simplex

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
    sheets = impose_saddle_stitch(count)
    assert [(pages_of(sheet.front), pages_of(sheet.back)) for sheet in sheets] == ORDERS[count]
    assert not any(slot.rotation for sheet in sheets for slot in sheet.front.slots)


@pytest.mark.parametrize("count", ORDERS)
def test_for_a_long_edge_flip_backs_are_upside_down(count: int) -> None:
    short, long = (impose_saddle_stitch(count, flip=flip) for flip in ("short-edge", "long-edge"))
    for one, other in zip(short, long, strict=True):
        assert one.front == other.front
        assert pages_of(other.back) == pages_of(one.back)[::-1]
        assert other.back
        assert {slot.rotation for slot in other.back.slots} == {180}


@given(st.integers(1, 200).map(lambda sheets: 4 * sheets))
def test_each_page_stands_once(count: int) -> None:
    placed = [
        page
        for sheet in impose_saddle_stitch(count)
        for side in (sheet.front, sheet.back)
        for page in pages_of(side)
    ]
    assert sorted(page for page in placed if page) == list(range(1, count + 1))


@pytest.mark.parametrize("count", [-4, 0, 1, 2, 6, 399])
def test_a_booklet_has_a_multiple_of_four_pages(count: int) -> None:
    with pytest.raises(ValueError, match=f"not {count}$"):
        impose_saddle_stitch(count)


def test_a_one_sided_printer_gets_single_pages_in_order() -> None:
    sheets = impose_simplex(3)
    assert [pages_of(sheet.front) for sheet in sheets] == [[1], [2], [3]]
    assert not any(sheet.back for sheet in sheets)
    with pytest.raises(ValueError, match="0 pages"):
        impose_simplex(0)


def test_a_side_turned_twice_is_itself() -> None:
    (sheet,) = impose_saddle_stitch(4)
    assert sheet.front.turned().turned() == sheet.front
