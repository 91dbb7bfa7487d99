"""Whole publications by chance: a few of those that `tests.build.random_issues` can write."""

from pathlib import Path

import pytest

from tests.build.random_issues.judging import find_faults, judge
from tests.build.random_issues.orders import RandomIssue, write_issue

SEEDS = (6, 17, 24, 25, 34, 56, 70, 71, 73, 78, 86, 94, 318)
"""Short ones, in which together every kind of matter stands.

In the last, what stands before a figure across the columns needs a row more than is foreseen.
"""


@pytest.mark.parametrize("seed", SEEDS)
def test_no_word_is_lost_doubled_or_moved(tmp_path: Path, seed: int) -> None:
    verdict = judge(seed, tmp_path, limit=0)
    assert verdict.outcome != "failure", verdict.told


def test_a_seed_is_one_issue() -> None:
    assert write_issue(7) == write_issue(7)
    assert write_issue(7).files != write_issue(8).files


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ([1, 2, 3, 4, 8, 8], []),
        ([3, 4, 1, 2, 8, 5], []),
        ([1, 2, 4, 8], ["lost: [3]"]),
        ([1, 2, 3, 4], ["lost: [8]"]),
        ([1, 2, 2, 3, 4, 8, 5, 5], ["doubled: [2, 5]"]),
        ([1, 2, 3, 4, 7, 8], ["strange: [7]"]),
        ([2, 1, 3, 4, 8, 6, 6], ["out of order: [1, 2]"]),
    ],
)
def test_what_is_wrong_with_words_is_found(numbers: list[int], told: list[str]) -> None:
    issue = RandomIssue(
        files={},
        strands=((1, 2), (3, 4)),
        repeated=frozenset({8}),
        spare=frozenset({5}),
        loose=frozenset({6}),
    )
    assert list(find_faults(issue, numbers)) == told
