"""Folding undoes imposition, and finds every fault that is planted."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pamphleteer.imposition import (
    FoldError,
    Sheet,
    Side,
    Slot,
    Turn,
    check_reading_order,
    impose_saddle_stitch,
    impose_simplex,
    read_booklet,
    read_stack,
)
from pamphleteer.issue.model import Flip
from tests.imposition.pages import change_slots, swap_pages

FLIPS: st.SearchStrategy[Flip] = st.sampled_from(["short-edge", "long-edge"])
TURNS: st.SearchStrategy[Turn] = st.sampled_from([0, 90, 180, 270])
COUNTS = st.integers(1, 100).map(lambda sheets: 4 * sheets)


def check(sheets: Sequence[Sheet], count: int, flip: Flip) -> None:
    check_reading_order(read_booklet(sheets, flip=flip), page_count=count)


def test_a_sheet_in_the_hand_reads_as_paper_does() -> None:
    """Write 4 and 1 on a sheet, turn it over sideways, write 2 and 3: it can be tried by hand."""
    front = Side(rows=((Slot(page=4), Slot(page=1)),))
    back = Side(rows=((Slot(page=2), Slot(page=3)),))
    pages = read_booklet([Sheet(front=front, back=back)], flip="short-edge")
    assert [(page.page, page.upright) for page in pages] == [(page, True) for page in (1, 2, 3, 4)]
    # Turned over its long edge, the paper shows 2 behind 4 and on its head.
    pages = read_booklet([Sheet(front=front, back=back)], flip="long-edge")
    found = [(page.page, page.upright) for page in pages]
    assert found == [(1, True), (3, False), (2, False), (4, True)]


@given(COUNTS, FLIPS)
def test_folding_undoes_imposition(count: int, flip: Flip) -> None:
    check(impose_saddle_stitch(count, flip=flip), count, flip)


@given(st.integers(1, 400))
def test_a_stack_of_single_pages_reads_in_order(count: int) -> None:
    check_reading_order(read_stack(impose_simplex(count)), page_count=count)


@given(COUNTS, FLIPS)
def test_the_wrong_flip_is_found(count: int, flip: Flip) -> None:
    other: Flip = "long-edge" if flip == "short-edge" else "short-edge"
    with pytest.raises(FoldError):
        check(impose_saddle_stitch(count, flip=flip), count, other)


@given(COUNTS, FLIPS, st.data())
def test_swapped_pages_are_found(count: int, flip: Flip, data: st.DataObject) -> None:
    pages = st.integers(1, count)
    one, other = data.draw(pages), data.draw(pages)
    assume(one != other)
    sheets = impose_saddle_stitch(count, flip=flip)
    swapped = swap_pages(sheets, {one: other, other: one})
    with pytest.raises(FoldError, match=f"where page {min(one, other)} should be"):
        check(swapped, count, flip)


@given(COUNTS, FLIPS, st.data())
def test_a_turned_page_is_found(count: int, flip: Flip, data: st.DataObject) -> None:
    page, rotation = data.draw(st.integers(1, count)), data.draw(TURNS)
    sheets = impose_saddle_stitch(count, flip=flip)
    turned = change_slots(
        sheets, lambda slot: replace(slot, rotation=rotation) if slot.page == page else slot
    )
    assume(turned != sheets)
    with pytest.raises(FoldError, match=f"page {page} is read turned"):
        check(turned, count, flip)


@given(COUNTS, FLIPS, st.data())
def test_a_lost_page_is_found(count: int, flip: Flip, data: st.DataObject) -> None:
    page = data.draw(st.integers(1, count))
    with pytest.raises(FoldError):
        check(swap_pages(impose_saddle_stitch(count, flip=flip), {page: None}), count, flip)


@given(COUNTS.filter(lambda count: count > 4), FLIPS, st.data())
def test_sheets_in_the_wrong_order_are_found(count: int, flip: Flip, data: st.DataObject) -> None:
    sheets = impose_saddle_stitch(count, flip=flip)
    shuffled = data.draw(st.permutations(sheets))
    assume(tuple(shuffled) != sheets)
    with pytest.raises(FoldError):
        check(shuffled, count, flip)


@given(COUNTS, FLIPS, st.integers(1, 3))
def test_blanks_at_the_end_are_no_fault(count: int, flip: Flip, blanks: int) -> None:
    blank = dict.fromkeys(range(count - blanks + 1, count + 1))
    check(swap_pages(impose_saddle_stitch(count, flip=flip), blank), count - blanks, flip)


def test_too_few_pages_are_found() -> None:
    with pytest.raises(FoldError, match="4 pages are read, not 5"):
        check(impose_saddle_stitch(4), 5, "short-edge")
