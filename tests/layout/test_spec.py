"""``layout.yaml``: what a designer wrote, and each slip in it with its place."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from pamphleteer.layout.fonts import read_fonts, refuse_unknown_families
from pamphleteer.layout.inks import Rgb
from pamphleteer.layout.spec import Fitted, layout_names, read_layout
from pamphleteer.problems import IssueError, Problem, SourcePos
from pamphleteer.units import Pt, Size
from tests.layout.conftest import BOOKLET

FONTS = BOOKLET.parents[1] / "fonts"
HERE = SourcePos(path="publication.yaml", line=5, column=9)


def spoil(folder: Path, old: str, new: str) -> None:
    path = folder / "layout.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def problems_of(name: str = "mine") -> tuple[Problem, ...]:
    with pytest.raises(IssueError) as caught:
        read_layout(name, HERE)
    return caught.value.problems


def place_of(folder: Path, text: str, *, inside: str = "") -> str:
    """The place of a text in ``layout.yaml``, in a line that begins with ``inside``."""
    path = folder / "layout.yaml"
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if text in line and line.strip().startswith(inside):
            return f"{path}:{number}:{line.index(text) + 1}"
    raise AssertionError(f"{text} is not in layout.yaml")


@pytest.mark.parametrize("name", layout_names())
def test_layouts_that_ship_are_sound(name: str) -> None:
    layout = read_layout(name, HERE)
    assert layout.name == name
    assert layout.title
    assert layout.summary
    for size, grid in layout.pages.items():
        assert layout.grid(size) is grid
        assert grid.measure > 100
        assert grid.top + grid.lines * grid.leading < grid.trim.height
        assert grid.left(1) == grid.inner
        assert layout.spacing.least_body < grid.lines
    assert layout.spacing.banner <= layout.spacing.banner_most
    for span in layout.fitted.values():
        assert 0 < span.least <= span.most


def test_a_layout_is_read_as_it_was_written(mine: Path) -> None:
    layout = read_layout("mine", HERE)
    half_letter = layout.pages["half-letter"]
    assert half_letter.trim == Size(width=Pt(396), height=Pt(612))
    assert (half_letter.columns, half_letter.lines) == (2, 43)
    assert (half_letter.leading, half_letter.gutter) == (Pt(12), Pt(14))
    assert (half_letter.top, half_letter.inner, half_letter.outer) == (Pt(51), Pt(38), Pt(34))
    assert layout.inks["paper"].screen == Rgb(1, 1, 1)
    assert layout.fonts["display"] == "League Gothic"
    assert layout.spacing.inset == Pt(10)
    assert layout.fitted["headline"] == Fitted(least=Pt(26), most=Pt(30))
    assert layout.folder == mine


@pytest.mark.parametrize(
    ("page", "size"),
    [
        (None, "half-letter"),
        ("half-letter", "half-letter"),
        ("A5", "a5"),
        ("5.5in x 8.5in", "half-letter"),
        ("148mm x 210mm", "a5"),
        ("139.7 mm × 215.9 mm", "half-letter"),
        ("210mm x 148mm", None),
        ("a4", None),
    ],
)
def test_a_page_is_found_by_name_or_size(page: str | None, size: str | None) -> None:
    layout = read_layout("booklet", HERE)
    assert layout.grid(page) is (layout.pages[size] if size else None)


def test_an_unknown_layout_is_told_where_it_is_asked_for() -> None:
    (problem,) = problems_of("bookelt")
    assert (problem.code, problem.pos) == ("unknown-layout", HERE)
    assert problem.hint == 'Did you mean "booklet"?'
    (problem,) = problems_of("poster")
    assert "booklet" in problem.hint


@pytest.mark.parametrize("name", ["../booklet", "booklet/", ".", "", "/etc"])
def test_a_layout_is_a_name_and_no_path(name: str) -> None:
    (problem,) = problems_of(name)
    assert problem.code == "unknown-layout"


def test_what_has_no_layout_yaml_is_no_layout(mine: Path) -> None:
    (mine.parent / "notes").mkdir()
    assert layout_names() == ("mine",)


INK = 'ink: {screen: "#111111", press: 0 0 0 100}'


@dataclass(frozen=True, slots=True)
class Slip:
    """What is put instead of what, which part of it is told as which problem, and how."""

    old: str
    new: str
    at: str
    code: str
    said: str


SLIPS = (
    Slip("gutter: 14pt", "gutter: wide", "wide", "bad-value", '"wide" is not a length'),
    Slip("gutter: 14pt", "gutter: -3pt", "-3pt", "bad-value", '"-3pt" is not a length'),
    Slip("gutter: 14pt", "gutter: 14", "14", "bad-value", '"14" is not a length'),
    Slip("columns: 2", "columns: two", "two", "bad-value", "expected a whole number"),
    Slip("columns: 2", "columns: 2.5", "2.5", "bad-value", "expected a whole number"),
    Slip("columns: 2", "columns: ²", "²", "bad-value", "expected a whole number"),
    Slip("inset: 10pt", "inset: [10pt]", "[10pt]", "bad-value", "is not a length"),
    Slip("text: Linux Libertine O", "text: {a: b}", "{a: b}", "wrong-type", "expected a text"),
    Slip(INK, "ink: [a]", "[a]", "wrong-type", "expected keys with values"),
    Slip("least_body: 4", "least: 4", "least", "unknown-key", 'unknown key "least"'),
)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.new)
def test_a_slip_is_told_with_its_place(mine: Path, slip: Slip) -> None:
    spoil(mine, slip.old, slip.new)
    (problem,) = [problem for problem in problems_of() if problem.code == slip.code]
    assert str(problem.pos) == place_of(mine, slip.at, inside=slip.new.split(":")[0])
    assert slip.said in problem.message


RANGES = (
    Slip("columns: 2", "columns: 0", "0", "out-of-range", "1 to 5 columns"),
    Slip("columns: 2", "columns: 6", "6", "out-of-range", "1 to 5 columns"),
    Slip(
        "title: {least: 24pt, most: 66pt}",
        "title: {least: 70pt, most: 66pt}",
        "{least: 70pt",
        "out-of-range",
        "between 70 and 66",
    ),
    Slip("banner_most: 16", "banner_most: 3", "3", "out-of-range", "4 lines deep"),
    Slip("least_body: 4", "least_body: 0", "0", "out-of-range", "without its text"),
    Slip(
        'tint: {screen: "#ececec"', 'tint: {screen: "grey"', '"grey"', "out-of-range", "no colour"
    ),
    Slip("stretch: 50%", "stretch: 5%", "5%", "out-of-range", "stretch is 5%"),
    Slip("shrink: 25%", "shrink: 60%", "60%", "out-of-range", "shrink is 60%"),
    Slip("  scaling: 1.2%", "  scaling: 12%", "12%", "out-of-range", "scaling is 12%"),
    Slip("narrow_scaling: 2%", "narrow_scaling: 5%", "5%", "out-of-range", "scaling is 5%"),
    Slip("lines: 42}", "lines: 3}", "3}", "out-of-range", "too few"),
    Slip("lines: 42}", "lines: 48}", "48}", "out-of-range", "below the page's edge"),
    Slip("1/8: {across: 1,", "1/8: {across: 3,", "3,", "out-of-range", "3 of 2 columns"),
)


def test_how_lines_are_justified(mine: Path) -> None:
    told = read_layout("mine", HERE).justification
    numbers = (told.stretch, told.shrink, told.scaling, told.narrow_scaling, told.narrow)
    assert numbers == pytest.approx((0.5, 0.25, 0.012, 0.02, 40))
    assert told.hanging
    spoil(mine, "hanging: yes", "hanging: no")
    assert not read_layout("mine", HERE).justification.hanging


@pytest.mark.parametrize("slip", RANGES, ids=lambda slip: slip.new)
def test_what_no_page_could_be_made_with_is_told(mine: Path, slip: Slip) -> None:
    spoil(mine, slip.old, slip.new)
    problem, *_ = problems_of()
    key = "a5" if slip.new.startswith("lines") else slip.new.split(":")[0].strip()
    assert str(problem.pos) == place_of(mine, slip.at, inside=key)
    assert problem.code == slip.code
    assert slip.said in problem.message
    assert problem.hint


def test_columns_too_narrow_for_words_are_told(mine: Path) -> None:
    spoil(mine, "gutter: 14pt", "gutter: 200pt")
    narrow = [problem for problem in problems_of() if "words need" in problem.message]
    assert [problem.pos for problem in narrow if problem.pos]
    assert len(narrow) == 2, "one for each trim size"


def test_an_ink_that_the_style_sheets_use_is_missed(mine: Path) -> None:
    spoil(mine, '  tint: {screen: "#ececec", press: 0 0 0 8, black: 8%}\n', "")
    problem, *_ = problems_of()
    assert (problem.code, problem.message.split(",")[0]) == (
        "missing-ink",
        'the ink "tint" is missing',
    )
    assert problem.pos
    assert problem.pos.line == int(place_of(mine, "ink:", inside="ink: {").split(":")[1])
    assert problem.hint


def test_a_font_that_is_not_there_is_told_with_its_place(mine: Path) -> None:
    spoil(mine, "text: Linux Libertine O", "text: Linux Libertin")
    layout = read_layout("mine", HERE)
    with pytest.raises(IssueError) as caught:
        refuse_unknown_families(layout.fonts, layout.font_places, read_fonts((FONTS,)))
    (problem,) = caught.value.problems
    assert problem.code == "unknown-font"
    assert str(problem.pos) == place_of(mine, "Linux Libertin", inside="text:")
    assert problem.hint == 'Did you mean "Linux Libertine O"?'


def test_a_page_that_is_no_size_is_told(mine: Path) -> None:
    spoil(mine, "half-letter:", "halfletter:")
    (problem,) = [problem for problem in problems_of() if problem.code == "bad-value"]
    assert '"halfletter" is not a size' in problem.message


def test_a_missing_key_and_the_slip_that_it_comes_of_are_both_told(mine: Path) -> None:
    spoil(mine, "leading: 12pt", "leeding: 12pt")
    missing, unknown = problems_of()
    assert (missing.code, unknown.code) == ("missing-key", "unknown-key")
    assert '"leading" is missing' in missing.message
    assert unknown.hint == 'Did you mean "leading"?'


def test_all_slips_are_told_at_once_in_their_order(mine: Path) -> None:
    spoil(mine, "columns: 2", "columns: two")
    spoil(mine, "gutter: 14pt", "gutter: wide")
    spoil(mine, "banner: 4", "banner: four")
    lines = [problem.pos.line for problem in problems_of() if problem.pos]
    assert len(lines) == 3
    assert lines == sorted(lines)


def test_a_key_that_stands_twice_is_told(mine: Path) -> None:
    with (mine / "layout.yaml").open("a", encoding="utf-8") as file:
        file.write("title: Again\n")
    (problem,) = problems_of()
    assert problem.code == "duplicate-key"


@pytest.mark.parametrize(
    ("content", "code"),
    [(b"", "missing-key"), (b"a: [b\n", "bad-yaml"), (b"title: \xff\n", "not-utf-8")],
)
def test_a_file_that_is_no_layout_at_all(mine: Path, content: bytes, code: str) -> None:
    (mine / "layout.yaml").write_bytes(content)
    problems = problems_of()
    assert code in [problem.code for problem in problems]
    assert {problem.pos.path for problem in problems if problem.pos} == {str(mine / "layout.yaml")}
