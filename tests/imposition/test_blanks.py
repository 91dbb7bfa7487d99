"""Blanks: where they stand, and what else could be done than to leave pages blank."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.imposition.blanks import choices, spread_blanks
from pamphleteer.imposition.fold import check_book, make_books
from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.ticket.table import Policy

COUNTS = st.integers(1, 100)
ANY: st.SearchStrategy[Policy] = st.sampled_from(get_args(Policy))


@pytest.mark.parametrize(
    ("policy", "places"),
    [
        ("end", (1, 2, 3, 4, 5, None, None, None)),
        ("before-back", (1, 2, 3, 4, None, None, None, 5)),
        ("inside-covers", (1, None, None, 2, 3, 4, None, 5)),
        ("centre", (1, 2, 3, None, None, None, 4, 5)),
    ],
)
def test_blanks_stand_where_they_are_wanted(policy: Policy, places: tuple[int | None, ...]) -> None:
    assert spread_blanks(5, 8, policy) == places


@given(COUNTS, st.integers(0, 40), ANY)
def test_no_page_is_lost_or_moved_before_another(count: int, blanks: int, policy: Policy) -> None:
    places = spread_blanks(count, count + blanks, policy)
    assert len(places) == count + blanks
    assert [page for page in places if page] == list(range(1, count + 1))
    assert places[0] == 1


@given(COUNTS, ANY)
def test_a_book_with_blanks_anywhere_reads_in_order(count: int, policy: Policy) -> None:
    plan = plan_job(count, Job(scheme="folded-section", section=8, blanks=policy))
    (book,) = make_books(plan)
    check_book(book, plan, page_count=count)


def test_more_pages_than_places_are_refused() -> None:
    with pytest.raises(ValueError, match="5 pages do not stand in 4 places"):
        spread_blanks(5, 4)


def test_what_overruns_a_section_has_cheaper_ways() -> None:
    """33 pages overrun a sheet of 32."""
    found = [(choice.what, choice.blanks) for choice in choices(33, (8, 32))]
    assert found[0] == ("cut 1 page: 1 × 32 pages", 0)
    assert ("5 × 8 pages, 7 of them blank", 7) in found
    assert found[-1] == ("2 × 32 pages, 31 of them blank", 31)


@given(st.integers(1, 400), st.sets(st.sampled_from([4, 8, 16, 32]), min_size=1))
def test_choices_hold_all_pages_or_say_how_many_to_cut(count: int, sizes: set[int]) -> None:
    for choice in choices(count, tuple(sizes)):
        if choice.blanks or not choice.what.startswith("cut"):
            assert any(choice.sheets * size == count + choice.blanks for size in sizes)
        else:
            assert any(0 < count - choice.sheets * size < size for size in sizes)
