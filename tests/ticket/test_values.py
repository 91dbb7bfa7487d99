"""Single values: what is read from how they are written, and what is said of others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.ticket import KEYS, BadValueError, Key
from pamphleteer.ticket.marks import MARKS, Name, read_marks
from pamphleteer.ticket.table import BY_NAME
from pamphleteer.ticket.values import (
    MOST_IN_GRID,
    AskedCreep,
    read_grid,
    read_length,
    read_scale,
    read_weight,
)
from pamphleteer.units import Pt

# What may be written for some keys, and what is read.
READ: list[tuple[str, str, object]] = [
    ("grid", "2x1", (2, 1)),
    ("grid", "3", (3, 1)),
    ("grid", "2 × 4", (2, 4)),
    ("weight", "80", 80.0),
    ("weight", "80 g", 80.0),
    ("weight", "90 g/m²", 90.0),
    ("cover_weight", "160gsm", 160.0),
    ("caliper", "0.1 mm", 0.1),
    ("creep", "80gsm", AskedCreep(weight=80.0)),
    ("creep", "0.1 mm outwards", AskedCreep(way="outwards", caliper=0.1)),
    ("creep", "scaling 90 g", AskedCreep(way="scaling", weight=90.0)),
    ("creep", "none", AskedCreep(way="none")),
    ("bulk", "1.3 cm³/g", 1.3),
    ("gutter", "0", Pt(0)),
    ("gutter", "1in", Pt(72)),
    ("scale", "fit", "fit"),
    ("scale", "70%", 0.7),
    ("copies", "300", 300),
    ("marks", "office", ("fold",)),
    ("marks", "fold, crop", ("crop", "fold")),
    ("front", "5* 4* / 8 1", "5* 4* / 8 1"),
    ("folds", "top under, left", "top under, left"),
]


@pytest.mark.parametrize(("key", "text", "value"), READ)
def test_what_may_be_written(key: str, text: str, value: object) -> None:
    assert BY_NAME[key].read(text) == value


# What may not be written, and what is said of it.
WRONG: list[tuple[str, str, str]] = [
    ("scheme", "sadle-stitch", 'Did you mean "saddle-stitch"?'),
    ("paper", "lettre", 'Did you mean "letter"?'),
    ("flip", "short", 'Did you mean "short-edge"?'),
    ("cover", "true", 'Did you mean "yes"?'),
    ("gathered", "off", 'Did you mean "no"?'),
    ("signature", "0", "from 1 to"),
    ("creep", "80lb", "expected a weight such as 80gsm"),
    ("creep", "inwards outwards", "expected a paper and a way"),
    ("copies", "many", "expected a whole number"),
    ("copies", "1.5", "expected a whole number"),
    ("weight", "heavy", "from 30 to 400 g"),
    ("weight", "20 g", "from 30 to 400 g"),
    ("weight", "80 lb", "from 30 to 400 g"),
    ("caliper", "3mm", "from 0.02 to 1 mm"),
    ("fold_factor", "2", "from 1 to 1.571"),
    ("gutter", "5", 'Did you mean "5mm"?'),
    ("gutter", "wide", "no length"),
    ("grid", "2x", "expected for example 2x2"),
    ("scale", "0", "write fit, 0.7 or 70%"),
    ("front", "5 x", '"x" is no page'),
    ("front", "4 1 / 2", "not of one length"),
    ("front", "0 1", '"0" is no page'),
    ("folds", "inside out", 'for example "left under"'),
    ("marks", "corp", 'Did you mean "crop"?'),
    ("marks", "fold, xyz", "Sets: none, office"),
    ("marks", "fold, office", "a set of marks and stands alone"),
]


@pytest.mark.parametrize(("key", "text", "said"), WRONG)
def test_what_is_said_of_a_wrong_value(key: str, text: str, said: str) -> None:
    with pytest.raises(BadValueError) as refused:
        BY_NAME[key].read(text)
    assert said in str(refused.value)
    assert text.split(", ")[-1].split()[-1] in refused.value.message


def said_of(key: Key, text: str) -> str | None:
    """What is said of a value; None if it can be read."""
    try:
        key.read(text)
    except BadValueError as fault:
        return fault.message
    return None


@given(st.sampled_from(KEYS), st.text(max_size=12))
def test_any_text_is_read_or_refused_in_words(key: Key, text: str) -> None:
    assert said_of(key, text) != ""


@given(st.integers(1, MOST_IN_GRID), st.integers(1, MOST_IN_GRID))
def test_rows_and_columns_are_read_as_written(rows: int, columns: int) -> None:
    assert read_grid(f"{columns}x{rows}") == (columns, rows)


@given(st.integers(30, 400), st.integers(1, 100), st.integers(1, 500))
def test_numbers_are_read_as_written(weight: int, percent: int, millimetres: int) -> None:
    assert read_weight(f"{weight} g") == weight
    assert read_scale(f"{percent}%") == percent / 100
    assert read_length(f"{millimetres}mm") == pytest.approx(millimetres * 72 / 25.4)


@given(st.sampled_from(list(MARKS)))
def test_a_set_is_the_marks_it_has(name: str) -> None:
    marks: tuple[Name, ...] = MARKS[name]
    assert read_marks(name) == read_marks(",".join(marks)) == marks
