"""Papers are found under all their names, and have the sizes of their standards."""

import contextlib
import re
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from pamphleteer.papers import FAMILIES, Family, find_paper, paper_names
from pamphleteer.units import NAMED_SIZES, POINTS_PER_UNIT, Pt, Size, parse_size

NAMES = st.sampled_from(paper_names())


def millimetres(size: Size) -> tuple[float, float]:
    per_mm = POINTS_PER_UNIT["mm"]
    return round(size.width / per_mm, 6), round(size.height / per_mm, 6)


def inches(size: Size) -> tuple[float, float]:
    return round(size.width / 72, 6), round(size.height / 72, 6)


# Of the tables in the standards: both ends of each series, and where halves are rounded down.
IN_MILLIMETRES = {
    "a0": (841, 1189),
    "a1": (594, 841),
    "a2": (420, 594),
    "a3": (297, 420),
    "a4": (210, 297),
    "a5": (148, 210),
    "a6": (105, 148),
    "a7": (74, 105),
    "a8": (52, 74),
    "a9": (37, 52),
    "a10": (26, 37),
    "b0": (1000, 1414),
    "b1": (707, 1000),
    "b3": (353, 500),
    "b4": (250, 353),
    "b5": (176, 250),
    "b7": (88, 125),
    "b10": (31, 44),
    "ra0": (860, 1220),
    "ra2": (430, 610),
    "ra4": (215, 305),
    "sra0": (900, 1280),
    "sra3": (320, 450),
    "sra4": (225, 320),
    "jis-b0": (1030, 1456),
    "jis-b3": (364, 515),
    "jis-b4": (257, 364),
    "jis-b5": (182, 257),
    "jis-b7": (91, 128),
    "jis-b10": (32, 45),
}
IN_INCHES = {
    "letter": (8.5, 11),
    "legal": (8.5, 14),
    "tabloid": (11, 17),
    "executive": (7.25, 10.5),
    "half-letter": (5.5, 8.5),
    "half-legal": (7, 8.5),
    "super-b": (13, 19),
    "23x35in": (23, 35),
    "ansi-c": (17, 22),
    "ansi-e": (34, 44),
    "arch-b": (12, 18),
    "arch-e": (36, 48),
    "arch-e1": (30, 42),
}


@pytest.mark.parametrize("name", IN_MILLIMETRES)
def test_metric_papers_have_their_standards_size(name: str) -> None:
    assert millimetres(find_paper(name)) == IN_MILLIMETRES[name]


@pytest.mark.parametrize("name", IN_INCHES)
def test_american_papers_have_their_usual_size(name: str) -> None:
    assert inches(find_paper(name)) == IN_INCHES[name]


@pytest.mark.parametrize(("one", "other"), [
    ("ledger", "tabloid"), ("statement", "half-letter"), ("ansi-a", "letter"), ("ansi-b", "ledger"),
    ("arch-b", "12x18in"), ("super-b", "13x19in"),
])  # fmt: skip
def test_a_paper_with_two_names_is_one(one: str, other: str) -> None:
    assert find_paper(one) == find_paper(other)


@pytest.mark.parametrize("stem", ["a", "b", "ra", "sra", "jis-b"])
def test_two_of_the_next_paper_make_one(stem: str) -> None:
    series = [name for name in paper_names() if re.fullmatch(rf"{stem}\d+", name)]
    assert len(series) == (5 if stem in ("ra", "sra") else 11)
    for larger, smaller in pairwise(millimetres(find_paper(name)) for name in series):
        assert smaller[1] == larger[0]
        assert larger[1] - 1 <= 2 * smaller[0] <= larger[1]


@pytest.mark.parametrize("name", NAMED_SIZES)
def test_the_sizes_that_editors_know_are_the_same_here(name: str) -> None:
    assert find_paper(name) == parse_size(name)


@given(NAMES)
def test_papers_stand_upright_and_can_be_laid(name: str) -> None:
    upright = find_paper(name)
    assert upright.width < upright.height
    assert find_paper(f"{name} portrait") == upright
    landscape = find_paper(f"{name}-Landscape")
    assert (landscape.width, landscape.height) == (upright.height, upright.width)


@given(NAMES, st.sampled_from([str.upper, str.title, str.lower]), st.sampled_from(["", " ", "_"]))
def test_names_are_found_however_they_are_written(name: str, case: object, hyphen: str) -> None:
    assert callable(case)
    assert find_paper(f" {case(name.replace('-', hyphen))} ") == find_paper(name)


@pytest.mark.parametrize(("text", "name"), [
    ("DIN A4", "a4"), ("ISO-B5", "b5"), ("US Letter", "letter"), ("JIS B4", "jis-b4"),
    ("Arch E1", "arch-e1"), ("half letter", "half-letter"), ("SRA 3", "sra3"),
])  # fmt: skip
def test_names_as_print_dialogs_write_them(text: str, name: str) -> None:
    assert find_paper(text) == find_paper(name)


LENGTHS = st.integers(1, 99_999).map(lambda hundredths: f"{hundredths / 100:.2f}")
UNITS = st.sampled_from(sorted(POINTS_PER_UNIT))


@given(st.tuples(LENGTHS, LENGTHS), UNITS, UNITS, st.sampled_from(["x", " x ", "×", " X "]))
def test_two_lengths_are_a_paper(sides: tuple[str, str], one: str, other: str, x: str) -> None:
    width, height = sides
    assume(max(map(float, sides)) < 200)  # inches: no page of a PDF is larger
    found = find_paper(f"{width}{one}{x}{height} {other}")
    assert found == parse_size(f"{width}{one} x {height}{other}")
    assert find_paper(f"{width}{x}{height}{one}") == parse_size(f"{width}{one} x {height}{one}")


def test_lengths_stay_as_written_unless_a_way_up_is_said() -> None:
    wide = Size(width=Pt(792), height=Pt(612))
    assert find_paper("11 x 8.5 in") == find_paper('11" x 8.5"') == wide
    assert find_paper("8.5in x 11in landscape") == find_paper("8.5 x 11 in, landscape") == wide
    assert find_paper("11 x 8.5 in portrait") == find_paper("letter")


@pytest.mark.parametrize(("text", "near"), [
    ("leter", r"\(letter"), ("a44", r"\(a4"), ("sra9", r"\(sra"), ("tabliod", r"\(tabloid"),
    ("jis-b11", r"\(jis-b1"), ("arch f", r"\(arch-"), ("", r"\(a4, letter, sra3\)"),
    ("landscape", r"\(a4, letter, sra3\)"), ("1in x 2in x 3in", r"is not a paper"),
])  # fmt: skip
def test_what_is_no_paper_is_told_with_the_nearest_names(text: str, near: str) -> None:
    with pytest.raises(ValueError, match=near):
        find_paper(text)


def test_lengths_without_a_unit_are_told_how_to_write_it() -> None:
    with pytest.raises(ValueError, match="has no unit; write for example 210 x 297 mm"):
        find_paper("210x297")
    with pytest.raises(ValueError, match='"0mm" is not a length'):
        find_paper("0 x 297 mm")


@given(
    st.text() | st.from_regex(r"[\d.]{1,4} ?[a-z\"]{0,2} ?x ?[\d.]{1,4} ?(mm|in)?", fullmatch=True)
)
def test_any_text_is_a_paper_or_a_value_error(text: str) -> None:
    with contextlib.suppress(ValueError):
        size = find_paper(text)
        assert size.width > 0
        assert size.height > 0


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.title)
def test_each_family_tells_its_source_and_its_names_once(family: Family) -> None:
    assert family.source
    assert len(set(paper_names())) == len(paper_names())
    assert set(family.papers) <= set(paper_names())
