"""Articles that break off and go on at a later page: their lines, links, and what cannot be."""

from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from pamphleteer.layout.words import WORDS
from tests.build.judges import faults_of
from tests.build.pdf import Letter, plain, plain_letters, read_letters, read_structure
from tests.build.publications import Publication, article, make_publication, manifest, prose

LEAD, HOUSE = prose(8 * 60, seed=0), prose(7 * 60, seed=1000)
ORDER = [
    "{article: articles/lead.md, jump: {after: 14 lines, to: 4, headline: The *rest* of it}}",
    "{article: articles/house.md, jump: {after: 2 paragraphs, to: 5}}",
    "articles/third.md",
    "contact",
]
ARTICLES = {
    "winter/articles/lead.md": article("The lead breaks off", LEAD),
    "winter/articles/house.md": article("The house", HOUSE, "running_head: House"),
    "winter/articles/third.md": article("A third one", prose(6 * 60, seed=2000)),
}


def issue(root: Path, order: list[str], *more: str) -> Publication:
    return make_publication(root, {"winter/issue.yaml": manifest(order, *more), **ARTICLES})


@pytest.fixture(scope="module")
def jumps(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """Two jumps from the front page, of which one goes on where the other ends."""
    publication = issue(tmp_path_factory.mktemp("jumps"), ORDER)
    assert publication.build_here().code == 0
    return publication


@pytest.fixture(scope="module")
def letters(jumps: Publication) -> tuple[Letter, ...]:
    return read_letters(jumps.screen)


def places(letters: tuple[Letter, ...], words: str) -> list[Letter]:
    """The first letters of words, wherever they stand."""
    text, sources = plain_letters(letters)
    starts = (at for at in range(len(text)) if text.startswith(plain(words), at))
    return [sources[at] for at in starts]


def test_lines_tell_where_it_goes_on_and_came_from(letters: tuple[Letter, ...]) -> None:
    for page in (4, 5):
        (turn,) = places(letters, f"Continued on page {page}")
        assert turn.page < page
    began = [each.page for each in places(letters, "From page 1")]
    assert began == [4, 5]
    assert [each.page for each in places(letters, "The rest of it")] == [4]
    assert [each.page for each in places(letters, "House")][-1] >= 5


def test_it_breaks_off_where_it_was_asked_to(letters: tuple[Letter, ...]) -> None:
    """After so many lines, and right after the second paragraph."""
    second, third = HOUSE.split("\n\n")[1:3]
    (end,), (rest,) = places(letters, second[-30:]), places(letters, third[:30])
    assert (end.page, rest.page) == (2, 5)
    lead = [each for each in letters if each.page == 1 and each.size == 9]
    (turn,) = places(letters, "Continued on page 4")
    lines = {(each.x > 200, round(each.y)) for each in lead if each.y <= turn.y}
    assert len(lines) == 14


def test_the_turn_line_stands_below_the_last_column(letters: tuple[Letter, ...]) -> None:
    (turn,) = places(letters, "Continued on page 4")
    above = [each for each in letters if each.page == 1 and 150 < each.y < turn.y]
    assert turn.x > 200
    assert turn.y - max(each.y for each in above) < 12.5


def test_what_has_begun_goes_on_before_what_begins(letters: tuple[Letter, ...]) -> None:
    """On page 5 the lead ends first; it is not broken into."""
    (last,) = places(letters, LEAD.split("\n\n")[-1][-30:])
    head = next(each for each in places(letters, "House") if each.page == 5 and each.size > 20)
    assert last.page == 5
    assert last.y < head.y


def test_links_lead_there_and_back(jumps: Publication) -> None:
    reader = PdfReader(jumps.screen)
    found = {}
    for number, page in enumerate(reader.pages, 1):
        for each in page.get("/Annots") or ():
            name = str(each.get_object().get("/Dest", ""))
            if name:
                found[name] = number
    targets = {name: page_of(reader, name) for name in found}
    assert {targets[name] for name in found if name.endswith("-rest")} == {4, 5}
    assert {targets[name] for name in found if not name.endswith("-rest")} == {1}
    assert faults_of(jumps.screen) == []


def test_what_stands_over_the_rest_is_of_a_crossheads_level(tmp_path: Path) -> None:
    """A minor one may be the next; and it is no bookmark."""
    body = f"## One\n\n{prose(300)}\n\n### Two\n\n{prose(400, seed=500)}"
    entry = "{article: articles/lead.md, jump: {after: 5 paragraphs, to: 3, headline: The rest}}"
    made = issue(tmp_path, [entry, "articles/house.md"])
    made.write({"winter/articles/lead.md": article("The lead", body)})
    assert made.build_here("--only", "screen").code == 0
    headings = [tag for tag, _ in read_structure(made.screen) if tag.startswith("H")]
    assert headings == ["H1", "H2", "H1", "H2", "H3"]
    assert faults_of(made.screen) == []
    outline: list[Any] = PdfReader(made.screen).outline
    titles = [str(each.title) for each in outline]
    assert titles == ["The lead", "The house"]


def page_of(reader: PdfReader, name: str) -> int:
    """The page, from 1, of a named place."""
    number = reader.get_destination_page_number(reader.named_destinations[name])
    assert number is not None
    return number + 1


BAD = {
    "to a page that has passed": (
        ["articles/third.md", "{article: articles/house.md, jump: {after: 3 lines, to: 2}}"],
        "winter/issue.yaml:6:40 bad-jump",
    ),
    "to a page that never comes": (
        ["{article: articles/house.md, jump: {after: 3 lines, to: 20}}"],
        "winter/issue.yaml:5:40 bad-jump",
    ),
    "after its last line": (
        ["{article: articles/house.md, jump: {after: 300 lines, to: 2}}"],
        "winter/issue.yaml:5:40 bad-jump",
    ),
    "after its last paragraph": (
        ["{article: articles/house.md, jump: {after: 7 paragraphs, to: 2}}"],
        "winter/issue.yaml:5:40 bad-jump",
    ),
}


@pytest.mark.parametrize(("order", "told"), BAD.values(), ids=BAD)
def test_a_jump_that_cannot_be_is_told(tmp_path: Path, order: list[str], told: str) -> None:
    long = {"winter/articles/third.md": article("A third one", prose(600, seed=2000))}
    publication = make_publication(
        tmp_path, {**ARTICLES, **long, "winter/issue.yaml": manifest(order)}
    )
    assert publication.faults() == [told]


def test_the_lines_are_in_the_issues_language(tmp_path: Path) -> None:
    order = ["{article: articles/house.md, jump: {after: 12 lines, to: 2}}"]
    publication = issue(tmp_path, order, "language: de")
    assert publication.build_here("--only", "screen").code == 0
    letters = read_letters(publication.screen)
    assert places(letters, "Fortsetzung auf Seite 2")
    assert places(letters, "Fortsetzung von Seite 1")


@pytest.mark.parametrize("language", WORDS)
def test_the_lines_have_a_page_in_every_language(language: str) -> None:
    words = WORDS[language]
    for line in (words.continued, words.from_page):
        assert line.format(page=7).count("7") == 1
