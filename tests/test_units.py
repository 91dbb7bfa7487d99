"""Lengths and sizes as editors write them come out in points."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.units import NAMED_SIZES, POINTS_PER_UNIT, Pt, Size, parse_length, parse_size

UNITS = st.sampled_from(sorted(POINTS_PER_UNIT))
# Written with up to three decimals: finer than any printer, and without an exponent.
NUMBERS = st.integers(1, 10_000_000).map(lambda thousandths: f"{thousandths / 1000:.3f}")


@given(number=NUMBERS, unit=UNITS, space=st.sampled_from(["", " ", "\t"]))
def test_length_is_its_number_times_its_unit(number: str, unit: str, space: str) -> None:
    expected = pytest.approx(float(number) * POINTS_PER_UNIT[unit])
    assert parse_length(f" {number}{space}{unit.upper()} ") == expected


@given(number=NUMBERS)
def test_units_agree(number: str) -> None:
    assert parse_length(f"{number}cm") == pytest.approx(10 * parse_length(f"{number}mm"))
    assert parse_length(f"{number}in") == pytest.approx(25.4 * parse_length(f"{number}mm"))


@pytest.mark.parametrize("text", ["", "12", "mm", "0mm", "-3mm", "1e3pt", "12 px", "1,5in", "1.mm"])
def test_length_says_how_to_write_it(text: str) -> None:
    with pytest.raises(ValueError, match="is not a length; write for example 140mm"):
        parse_length(text)


@given(text=st.text())
def test_any_text_is_a_positive_length_or_a_value_error(text: str) -> None:
    with contextlib.suppress(ValueError):
        assert parse_length(text) > 0


@given(width=NUMBERS, height=NUMBERS, unit=UNITS, times=st.sampled_from("x×X"))
def test_size_is_two_lengths(width: str, height: str, unit: str, times: str) -> None:
    expected = Size(width=parse_length(f"{width}{unit}"), height=parse_length(f"{height}{unit}"))
    assert parse_size(f"{width}{unit} {times} {height}{unit}") == expected
    assert parse_size(f"{width}{unit}{times}{height}{unit}") == expected


@pytest.mark.parametrize("name", NAMED_SIZES)
def test_named_sizes_stand_upright_in_any_case(name: str) -> None:
    size = parse_size(f" {name.upper()} ")
    assert size.width < size.height


def test_letter_and_its_half() -> None:
    assert parse_size("letter") == Size(width=Pt(612), height=Pt(792))
    assert parse_size("half-letter") == Size(width=Pt(396), height=Pt(612))


@pytest.mark.parametrize("text", ["", "a7", "140mm", "1in x 2in x 3in", "letter landscape"])
def test_size_says_how_to_write_it(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a size; write a name \(letter, "):
        parse_size(text)


@pytest.mark.parametrize("text", ["140mm x", "x", "wide x high", "10 x 20mm"])
def test_size_names_the_length_that_is_wrong(text: str) -> None:
    with pytest.raises(ValueError, match="is not a length"):
        parse_size(text)
