"""The table: every default is a value, every choice is told, and the README has it all."""

from dataclasses import fields
from pathlib import Path

import pytest

from pamphleteer.ticket import KEYS, BadValueError, Key, Ticket
from pamphleteer.ticket.reference import reference_table
from pamphleteer.ticket.schemes import GRIDS, ON_ONE_SIDE, OTHER_NAMES, SCHEMES
from pamphleteer.ticket.table import BY_NAME

README = Path(__file__).resolve().parents[2] / "README.md"
NAMES = [key.name for key in KEYS]


@pytest.mark.parametrize("key", KEYS, ids=NAMES)
def test_a_default_is_a_value_that_can_be_read(key: Key) -> None:
    for default in filter(None, (key.default, key.default_for_issue)):
        key.read(default)
    assert getattr(Ticket(), key.name) == key.default
    assert getattr(Ticket.of_issue({}), key.name) == key.default_for_issue


@pytest.mark.parametrize("key", KEYS, ids=NAMES)
def test_what_a_key_asks_for_is_in_the_table(key: Key) -> None:
    assert set(key.beside) <= set(BY_NAME)
    assert set(key.schemes) <= set(SCHEMES)
    assert key.help.endswith((".", ".”")) or key.help.endswith('".')
    for choice in key.choices:
        assert key.read(choice) == choice


def test_the_fields_of_a_ticket_are_its_keys() -> None:
    assert [each.name for each in fields(Ticket)] == NAMES == list(BY_NAME)


@pytest.mark.parametrize(("other", "ours"), OTHER_NAMES.items())
def test_a_scheme_by_another_name_is_told_by_ours(other: str, ours: str) -> None:
    with pytest.raises(BadValueError) as refused:
        BY_NAME["scheme"].read(other)
    assert refused.value.hint.startswith(f'Did you mean "{ours}"')


def test_grids_are_of_schemes_and_can_be_read() -> None:
    assert set(GRIDS) | set(ON_ONE_SIDE) <= set(SCHEMES)
    for grid in GRIDS.values():
        BY_NAME["grid"].read(grid)


def test_the_readme_has_the_table() -> None:
    """If not: ``python tools/reference.py`` writes it anew."""
    assert "\n".join(reference_table()) in README.read_text(encoding="utf-8")
