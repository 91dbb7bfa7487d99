"""Fillers, of integers: they move nothing, overlap nothing, and each is used once at most."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.layout.grid import Grid
from pamphleteer.makeup.filling import Filler, fill_pages
from pamphleteer.makeup.model import Banner, Notice, Page, Placed, Thread
from pamphleteer.units import Box
from tests.makeup.issues import IssueDraft, issues, make, make_grid, make_spacing
from tests.makeup.lines import LineThread, plain


def banner(*lines: int) -> Banner:
    return Banner(sizes=tuple(LineThread(plain(each), "banner") for each in lines))


def notice(rows: int, span: int) -> Notice:
    return Notice(text=LineThread(plain(1), "notice"), name="a", span=span, rows=rows)


def threads_of(filler: Filler) -> tuple[Thread, ...]:
    return filler.sizes if isinstance(filler, Banner) else (filler.text,)


fillers = st.lists(
    st.one_of(
        st.builds(lambda least: banner(least, least + 1), st.integers(1, 3)),
        st.builds(notice, st.integers(2, 24), st.integers(1, 2)),
    ),
    max_size=5,
)


def boxes(page: Page) -> list[Box]:
    """The rows of what stands on a page, panels apart: these have frames in them."""
    return [
        Box(x=each.x, y=each.y, width=each.frame.width, height=each.frame.depth)
        for each in page.placed
        if each.frame.depth
    ]


def overlap(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.width - 1 and other.x < one.x + one.width - 1
    down = one.y < other.y + other.height - 1 and other.y < one.y + one.height - 1
    return across and down


@given(issues(), fillers)
def test_laws(draft: IssueDraft, listed: Sequence[Filler]) -> None:
    bare = make(draft).pages
    listed = [
        each for each in listed if isinstance(each, Banner) or each.span <= draft.grid.columns
    ]
    filled = fill_pages(bare, listed, draft.grid, draft.spacing)
    placed = [each.thread for page in filled for each in page.placed]
    assert [page.number for page in filled] == [page.number for page in bare]
    for before, after in zip(bare, filled, strict=True):
        assert after.placed[: len(before.placed)] == before.placed, "nothing moves"
        new = boxes(after)[len(boxes(before)) :]
        assert not any(overlap(box, old) for box in new for old in boxes(before))
        assert all(_is_inside(box, draft.grid, after.number) for box in new)
        assert after.blank == (before.blank and not new)
    for filler in listed:
        assert sum(thread in threads_of(filler) for thread in placed) <= 1


def _is_inside(box: Box, grid: Grid, page: int) -> bool:
    left, foot = grid.left(page), grid.y(grid.lines)
    across = left - 1 < box.x and box.x + box.width < left + grid.width + 1
    return across and grid.top - 1 < box.y and box.y + box.height < foot + 1


def page_of(rows: int, grid: Grid) -> Page:
    """A page with so many rows of text in all columns."""
    thread = LineThread(plain(rows), "text")
    frame = thread.pour(grid.width, grid.y(rows))
    return Page(number=2, placed=(Placed(frame=frame, thread=thread, x=grid.left(2), y=grid.top),))


def used(rows: int, *listed: Filler) -> list[int]:
    """Which fillers are used, by their index, below so many rows of 40."""
    grid = make_grid()
    (page,) = fill_pages([page_of(rows, grid)], listed, grid, make_spacing())
    threads = [each.thread for each in page.placed]
    return [at for at, each in enumerate(listed) if set(threads_of(each)) & set(threads)]


def test_the_largest_that_fits_is_taken() -> None:
    assert used(30, notice(5, 2), notice(9, 2), notice(10, 2)) == [1]


def test_what_goes_across_comes_before_what_leaves_a_column_free() -> None:
    assert used(30, notice(9, 1), notice(4, 2)) == [1]
    assert used(30, notice(9, 1), notice(4, 1), notice(4, 2)) == [0, 1]


def test_two_slogans_share_no_page() -> None:
    assert used(10, banner(1), banner(1)) == [0]


def test_none_in_a_column_stands_on_top_of_another() -> None:
    assert used(20, notice(9, 1), notice(9, 2)) == [1]


def test_of_equals_the_first_is_taken() -> None:
    assert used(30, notice(9, 2), notice(9, 2)) == [0]


def test_two_that_are_narrow_stand_side_by_side() -> None:
    assert used(30, notice(9, 1), notice(7, 1), notice(9, 2)) == [2]
    assert used(30, notice(9, 1), notice(7, 1)) == [0, 1]


def test_a_gap_stays_above_and_what_is_left_takes_more() -> None:
    assert used(30, notice(4, 2), notice(4, 2)) == [0, 1]
    assert used(31, notice(4, 2), notice(4, 2)) == [0]


def test_a_slogan_is_as_large_as_its_room_allows() -> None:
    grid = make_grid()
    slogan = banner(1, 4)
    for rows, size in ((35, 0), (30, 1)):
        (page,) = fill_pages([page_of(rows, grid)], [slogan], grid, make_spacing())
        assert page.placed[-1].thread is slogan.sizes[size]
        slogan = banner(1, 4)
