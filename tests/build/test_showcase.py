"""The sample's second issue, in which every kind of matter stands at least once."""

from pathlib import Path

import pytest

from pamphleteer.desk.starting import SHOWCASE
from tests.build.judges import faults_of
from tests.build.pdf import page_sizes, plain, plain_letters, read_letters
from tests.build.publications import Told, copy_sample, run_here


@pytest.fixture(scope="module")
def issue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the issue's folder."""
    return copy_sample(tmp_path_factory.mktemp("showcase")).with_name(SHOWCASE)


@pytest.fixture(scope="module")
def told(issue: Path) -> Told:
    """What its build said; every word was compared before anything was written."""
    return run_here("build", issue, "--json")


def test_it_is_built_without_a_warning_and_fills_its_sheets(issue: Path, told: Told) -> None:
    assert told.code == 0, told.out
    assert told.json["problems"] == []
    screen = issue / "out" / f"{SHOWCASE}-screen.pdf"
    assert told.json["pages"] == len(page_sizes(screen))
    assert told.json["pages"] % 4 == 0


def test_its_lines_are_set_as_planned(told: Told) -> None:
    lines = told.json["lines"]
    assert lines["stock"] <= 0.003 * lines["planned"]


@pytest.mark.usefixtures("told")
def test_two_articles_begin_on_the_front_page_and_go_on_inside(issue: Path) -> None:
    letters = read_letters(issue / "out" / f"{SHOWCASE}-screen.pdf")
    front, _ = plain_letters([letter for letter in letters if letter.page == 1])
    inside, _ = plain_letters([letter for letter in letters if letter.page > 1])
    assert front.count(plain("Continued on page")) == 2
    assert inside.count(plain("From page 1")) == 2


@pytest.mark.usefixtures("told")
def test_the_screen_pdf_is_accessible_and_fit_to_be_kept(issue: Path) -> None:
    screen = issue / "out" / f"{SHOWCASE}-screen.pdf"
    assert faults_of(screen) == []


def test_it_is_not_what_a_new_publication_begins_with(tmp_path: Path) -> None:
    assert run_here("new", tmp_path).code == 0
    begun = {path.parent.name for path in tmp_path.glob("issues/*/issue.yaml")}
    assert begun == {"spring-2026"}
