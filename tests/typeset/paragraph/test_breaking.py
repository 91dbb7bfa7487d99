"""The chosen ends are the cheapest of all: held against a judge who tries every way."""

from dataclasses import replace
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.typeset.paragraph.breaking import Places, Rules, break_lines
from tests.typeset.paragraph.rows_of_places import (
    MEASURES,
    PARTS,
    RULES,
    Part,
    all_ways,
    first_fit,
    judge,
    longest_ladder,
    make_places,
)

FEW = st.lists(PARTS, min_size=1, max_size=9).map(make_places)
MANY = st.lists(PARTS, min_size=1, max_size=60).map(make_places)


def feasible(
    places: Places, measures: list[float], rules: Rules
) -> list[tuple[float, tuple[int, ...]]]:
    """Every way that is allowed, with what it costs, the cheapest first."""
    judged = ((judge(places, measures, rules, ends), ends) for ends in all_ways(places))
    return sorted((demerits, ends) for demerits, ends in judged if demerits is not None)


@given(places=MANY, measures=MEASURES, rules=RULES)
def test_ends_ascend_to_the_last_and_cost_what_is_told(
    places: Places, measures: list[float], rules: Rules
) -> None:
    broken = break_lines(places, measures, rules)
    if broken is None:
        return
    assert broken.ends[-1] == len(places) - 1
    assert all(one < other for one, other in pairwise((0, *broken.ends)))
    assert broken.demerits == pytest.approx(judge(places, measures, rules, broken.ends) or inf)
    assert break_lines(places, measures, rules) == broken
    forced = [place for place, penalty in enumerate(places.penalties) if penalty == -inf]
    assert set(forced) <= set(broken.ends)


@given(places=FEW, measures=MEASURES, rules=RULES)
def test_no_other_way_costs_less(places: Places, measures: list[float], rules: Rules) -> None:
    ways = feasible(places, measures, rules)
    broken = break_lines(places, measures, rules)
    if broken is None:
        assert not ways
    else:
        assert broken.demerits == pytest.approx(ways[0][0])


@given(places=MANY, measures=MEASURES, rules=RULES)
def test_filling_line_after_line_never_costs_less(
    places: Places, measures: list[float], rules: Rules
) -> None:
    filled = first_fit(places, measures)
    demerits = None if filled is None else judge(places, measures, rules, filled)
    if demerits is not None:
        broken = break_lines(places, measures, rules)
        assert broken is not None
        assert broken.demerits <= demerits * (1 + 1e-9)


@given(places=FEW, measures=MEASURES, rules=RULES, looseness=st.sampled_from((-2, -1, 1, 2)))
def test_looseness_gives_the_wished_lines_or_the_nearest(
    places: Places, measures: list[float], rules: Rules, looseness: int
) -> None:
    ways = feasible(places, measures, rules)
    broken = break_lines(places, measures, replace(rules, looseness=looseness))
    if broken is None:
        assert not ways
        return
    # Where several ways are the cheapest, the wish is counted from the lines of any of them.
    best = {len(ends) for demerits, ends in ways if demerits == pytest.approx(ways[0][0])}
    expected = set()
    for wanted in (lines + looseness for lines in best):
        nearest = min(abs(len(ends) - wanted) for _, ends in ways)
        expected.add(
            min(cost for cost, ends in ways if abs(len(ends) - wanted) == nearest),
        )
    assert any(broken.demerits == pytest.approx(demerits) for demerits in expected)


@given(places=FEW, measures=MEASURES, rules=RULES)
def test_fewest_takes_the_fewest_lines_and_of_these_the_cheapest(
    places: Places, measures: list[float], rules: Rules
) -> None:
    ways = feasible(places, measures, rules)
    broken = break_lines(places, measures, replace(rules, fewest=True))
    if broken is None:
        assert not ways
        return
    fewest = min(len(ends) for _, ends in ways)
    assert len(broken.ends) == fewest
    assert broken.demerits == pytest.approx(min(c for c, ends in ways if len(ends) == fewest))


@given(places=MANY, measures=MEASURES)
def test_fewest_takes_no_more_lines_than_filling_them(
    places: Places, measures: list[float]
) -> None:
    rules = Rules(rag=12.0, stretch=0.0, shrink=0.0, tolerance=inf, fewest=True)
    filled = first_fit(places, measures)
    broken = break_lines(places, measures, rules)
    if filled is None or len(measures) > 1:
        return  # where measures differ, it may pay to leave a narrow line short
    assert broken is not None
    assert len(broken.ends) <= len(filled)


@given(places=FEW, measures=MEASURES, rules=RULES)
def test_three_hyphens_in_a_row_only_where_all_else_costs_more(
    places: Places, measures: list[float], rules: Rules
) -> None:
    rules = replace(rules, ladder=4000.0)
    broken = break_lines(places, measures, rules)
    if broken is None or longest_ladder(places, broken.ends) < 3:
        return
    without_ladders = feasible(places, measures, replace(rules, ladder=0.0))[0][0]
    for demerits, ends in feasible(places, measures, rules):
        if longest_ladder(places, ends) < 3:
            assert demerits >= without_ladders + 1001 * rules.ladder


@given(places=MANY, measures=MEASURES, rules=RULES, factor=st.sampled_from((0.25, 3.0, 1024.0)))
def test_the_unit_of_length_makes_no_difference(
    places: Places, measures: list[float], rules: Rules, factor: float
) -> None:
    def scaled(row: object) -> list[float]:
        return [number * factor for number in row]  # type: ignore[attr-defined]

    larger = Places(
        scaled(places.starts), scaled(places.ends), scaled(places.start_glue),
        scaled(places.end_glue), scaled(places.hangs_left), scaled(places.hangs_right),
        places.penalties, places.flagged,
    )  # fmt: skip
    broken = break_lines(places, measures, rules)
    rules = replace(rules, rag=rules.rag * factor)
    again = break_lines(larger, [measure * factor for measure in measures], rules)
    assert (broken is None) == (again is None)
    if broken and again:
        assert again.demerits == pytest.approx(broken.demerits)


WORD, LONG = Part(10, 4), Part(50, 4)


def test_a_word_wider_than_the_measure() -> None:
    assert break_lines(make_places([WORD, LONG, WORD]), [40.0], Rules()) is None
    assert break_lines(make_places([WORD, LONG, WORD]), [40.0], Rules(tolerance=inf)) is None


def test_one_word() -> None:
    broken = break_lines(make_places([WORD]), [40.0], Rules())
    assert broken is not None
    assert broken.ends == (1,)


def test_each_line_has_its_own_measure() -> None:
    """Three words, two words, and then one on each line."""
    broken = break_lines(make_places([WORD] * 8), [38.0, 24.0, 10.0], Rules())
    assert broken is not None
    assert broken.ends == (3, 5, 6, 7, 8)


def test_even_lines() -> None:
    """Filled lines would be of four words and of one."""
    rules = Rules(stretch=0.0, shrink=0.0, rag=40.0, misfit=0.0, fewest=True)
    places = make_places([WORD] * 6)
    for even, ends in ((False, (5, 6)), (True, (3, 6))):
        broken = break_lines(places, [70.0], replace(rules, even=even, runt=0.0))
        assert broken is not None
        assert broken.ends == ends
