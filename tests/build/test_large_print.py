"""The large print: the same words in one column of large type, on pages that are not folded."""

from pathlib import Path

import pytest

from pamphleteer.cli import EDITIONS
from pamphleteer.desk.starting import SHOWCASE
from pamphleteer.issue import Edition
from pamphleteer.papers import find_paper
from tests.build.judges import faults_of
from tests.build.pdf import Letter, page_sizes, plain, plain_letters, read_letters
from tests.build.publications import (
    Publication,
    article,
    copy_sample,
    make_publication,
    manifest,
    prose,
    run_here,
)
from tests.build.random_issues.orders import write_issue

LEAST = 16
"""The points of the smallest type."""


def large(issue: Path) -> Path:
    return issue / "out" / f"{issue.name}-large-print.pdf"


def left_edges(letters: list[Letter]) -> set[int]:
    """Where lines begin, in whole points."""
    firsts: dict[tuple[int, float], float] = {}
    for each in letters:
        line = (each.page, each.y)
        firsts[line] = min(each.x, firsts.get(line, each.x))
    return {round(x) for x in firsts.values()}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's second issue, which has all kinds of matter; the build compares every word."""
    issue = copy_sample(tmp_path_factory.mktemp("large")).with_name(SHOWCASE)
    told = run_here("build", issue, "--edition", "large-print", "--json")
    assert told.code == 0, told.out
    assert told.json["problems"] == []
    return issue


def test_it_is_one_file_on_the_office_printers_paper(sample: Path) -> None:
    assert [path.name for path in (sample / "out").iterdir()] == [large(sample).name]
    assert set(page_sizes(large(sample))) == {(612, 792)}


def test_no_letter_is_small(sample: Path) -> None:
    letters = read_letters(large(sample))
    assert min(letter.size for letter in letters) >= LEAST
    assert plain("Continued on page") not in plain_letters(letters)[0]


def test_it_is_as_accessible_as_the_standard_edition(sample: Path) -> None:
    assert faults_of(large(sample)) == []


ORDER = (
    "{article: articles/one.md, jump: {after: 3 lines, to: 3}}",
    "{article: articles/two.md, start: new-page, columns: 3}",
    "{notice: notices/soup.md, size: 1/8}",
    "contents",
)


def publish(root: Path, *keys: str) -> Publication:
    quote = "::: pull-quote {span=2 place=top}\nA saying\n:::"
    aside = "::: sidebar {title=Aside span=2 columns=2}\nBeside words.\n:::"
    made = make_publication(root)
    made.write(
        {
            "winter/issue.yaml": manifest(ORDER, *keys),
            "winter/articles/one.md": article("One", f"{prose(300)}\n\n{quote}", "drop_cap: yes"),
            "winter/articles/two.md": article("Two", f"{prose(90)}\n\n{aside}"),
            "winter/notices/soup.md": article("Soup", "At six.", "kicker: Every week"),
        }
    )
    return made


def test_what_is_said_of_columns_and_pages_does_not_hold(tmp_path: Path) -> None:
    made = publish(tmp_path, "page: a5", "printing: {paper: a4}", "fillers: [{banner: Waste}]")
    assert made.build_here("--edition", "large-print").code == 0
    path = large(made.issue)
    assert {(round(width), round(depth)) for width, depth in page_sizes(path)} == {(595, 842)}
    letters = [each for each in read_letters(path) if 60 < each.y < 760]
    words, _ = plain_letters(letters)
    for text in ("A saying", "Beside words", "Every week", "Soup", "At six"):
        assert plain(text) in words
    for text in ("Continued on page", "Waste"):
        assert plain(text) not in words
    assert max(left_edges(letters)) < 595 / 2


def test_a_box_may_be_longer_than_a_page(tmp_path: Path) -> None:
    """Who we are takes many words, and a frame around them could not be divided."""
    made = publish(tmp_path)
    order = (*ORDER[:2], "box: about")
    made.write(
        {
            "about.md": article("Who we are", prose(600, seed=7000)),
            "winter/issue.yaml": manifest(order, "about: ../about.md"),
        }
    )
    told = made.build_here("--edition", "large-print", "--json")
    assert told.code == 0, told.out
    words, _ = plain_letters(read_letters(large(made.issue)))
    assert plain("Who we are") in words


def test_notices_are_not_listed(tmp_path: Path) -> None:
    made = publish(tmp_path)
    assert made.build_here("--edition", "large-print").code == 0
    matter = (each for each in read_letters(large(made.issue)) if 60 < each.y < 740)
    words, _ = plain_letters(matter)
    assert words.count("soup") == 1


def test_a_manifest_may_ask_for_it_and_the_command_for_another(tmp_path: Path) -> None:
    made = publish(tmp_path, "edition: large-print")
    assert made.build_here().code == 0
    assert [path.name for path in made.out.iterdir()] == [large(made.issue).name]
    manifest_of = made.issue / "issue.yaml"
    manifest_of.write_text(manifest(["articles/two.md"], "edition: large-print"), encoding="utf-8")
    assert made.build_here("--edition", "standard", "--only", "screen").code == 0
    assert made.screen.exists()


SEEDS = (3, 8)
"""Issues by chance: a picture below a headline, wide tables."""


@pytest.mark.parametrize("seed", SEEDS)
def test_no_word_of_an_issue_written_by_chance_is_lost(tmp_path: Path, seed: int) -> None:
    """A build that loses one ends with an error."""
    made = make_publication(tmp_path, write_issue(seed).files)
    told = made.build_here("--edition", "large-print", "--json")
    assert (told.code, told.json["problems"]) == (0, [])


def test_an_unknown_edition_is_refused_with_its_place(tmp_path: Path) -> None:
    assert publish(tmp_path, "edition: largeprint").faults() == ["winter/issue.yaml:4:10 bad-value"]


@pytest.mark.parametrize("option", [("--only", "screen"), ("--printer", "office")])
def test_options_of_folded_sheets_say_nothing_of_it(
    tmp_path: Path, option: tuple[str, str]
) -> None:
    done = publish(tmp_path).build_here("--edition", "large-print", *option)
    assert done.code == 2
    assert option[0] in done.err


@pytest.mark.parametrize("paper", ["letter", "tabloid", "a4", "a3", "legal"])
def test_each_paper_has_a_page(paper: str) -> None:
    from pamphleteer.layout.spec import read_layout
    from pamphleteer.problems import SourcePos

    layout = read_layout("booklet", SourcePos(path=""), edition="large-print")
    trim = layout.grid_on(find_paper(paper)).trim
    wanted = (595, 842) if paper in {"a3", "a4"} else (612, 792)
    assert (round(trim.width), round(trim.height)) == wanted


def test_the_command_knows_all_editions() -> None:
    assert Edition.__args__ == EDITIONS  # type: ignore[attr-defined]
