"""The kernel's fuzz, seeds 51 to 100."""

import pytest

from tests.typeset.fuzz import fuzz_document

CHUNK = 5


@pytest.mark.parametrize("first", range(51, 101, CHUNK))
def test_no_word_is_lost_doubled_or_moved(first: int) -> None:
    outcomes = [fuzz_document(seed) for seed in range(first, first + CHUNK)]
    assert not [f"seed {each.seed}: {fault}" for each in outcomes for fault in each.faults]
