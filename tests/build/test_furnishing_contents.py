"""The list "In this issue": each article with the page on which it begins, and a link to it."""

import shutil
from pathlib import Path
from typing import Any

import page as page_validation
import pytest
from pypdf import PdfReader

from tests.build.pdf import plain, plain_letters, read_letters
from tests.build.publications import REPO, Publication, article, make_publication, manifest, prose

HEADLINES = ("Heat", "Who owns the *stairs*?", "A night at the press", "Letters")


def write(root: Path, entry: str, words: int) -> Publication:
    """An issue of four articles, each of so many words and more, behind a list of contents."""
    names = [f"articles/{number}.md" for number in range(len(HEADLINES))]
    starts = [f"{{article: {name}, start: new-page}}" for name in names[1:]]
    articles = {
        f"winter/{name}": article(f'"{headline}"', prose(words * at, seed=100 * at))
        for at, (name, headline) in enumerate(zip(names, HEADLINES, strict=True), 1)
    }
    listed = {"winter/issue.yaml": manifest([entry, names[0], *starts, "contact"])}
    return make_publication(root, {**articles, **listed})


def pages_of_headlines(screen: Path) -> list[int]:
    """Where the headlines stand in display type, found by their letters."""
    letters = [each for each in read_letters(screen) if each.font.startswith("League-Gothic")]
    text, sources = plain_letters(letters)
    return [sources[text.index(plain(headline))].page for headline in HEADLINES]


def links(screen: Path) -> list[int]:
    """The pages to which links within the PDF lead, in their order on the page."""
    reader = PdfReader(screen)
    found: list[int] = []
    for page in reader.pages:
        for each in page.get("/Annots") or ():
            target: Any = each.get_object().get("/Dest")
            if target is not None:
                number = reader.get_destination_page_number(reader.named_destinations[str(target)])
                found.append((number or 0) + 1)
    return found


@pytest.mark.parametrize(
    ("entry", "words", "title"),
    [
        ("contents", 120, "In this issue"),
        ("{contents: What is inside, columns: 5}", 500, "What is inside"),
    ],
)
def test_numbers_and_links_are_those_of_the_headlines_pages(
    tmp_path: Path, entry: str, words: int, title: str
) -> None:
    publication = write(tmp_path, entry, words)
    done = publication.build_here("--only", "screen")
    assert done.code == 0, done.out + done.err
    wanted = pages_of_headlines(publication.screen)
    assert wanted == sorted(set(wanted))
    assert (wanted[-1] > 9) == (words > 400), "numbers of one figure, and of two"
    front, _ = plain_letters(each for each in read_letters(publication.screen) if each.page == 1)
    lines = [plain(f"{page} {name}") for page, name in zip(wanted, HEADLINES, strict=True)]
    assert plain(title) + "".join(lines) in front
    assert links(publication.screen) == wanted
    report = page_validation.validate_pdf(publication.screen, profile="ua1")
    assert [fault.message for fault in report.failures] == []


@pytest.fixture
def template(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The template of the list, in a copy of the layout."""
    shutil.copytree(REPO / "layouts", tmp_path / "layouts")
    for name in ("fonts", "profiles"):
        (tmp_path / name).symlink_to(REPO / name)
    monkeypatch.setattr("pamphleteer.resources.PACKAGE", tmp_path)
    return tmp_path / "layouts" / "booklet" / "contents.html.j2"


def spoil(template: Path, lines: str) -> None:
    """Let the list be so many lines deeper, by an expression with ``pages``."""
    deeper = (
        "{% set pages = [] %}{% for list in lists %}{% for entry in list %}"
        "{{ pages.append(entry.page) or '' }}{% endfor %}{% endfor %}"
        f'<div style="padding-top: {{{{ 12 * ({lines}) }}}}pt"></div>'
    )
    template.write_text(deeper + template.read_text(encoding="utf-8"), encoding="utf-8")


def test_pages_are_made_up_again_where_numbers_take_another_depth(
    template: Path, tmp_path: Path
) -> None:
    """With the placeholder the list is deep, and with the true numbers it is not."""
    spoil(template, "20 if pages[0] == 88 else 2")
    publication = write(tmp_path, "contents", 120)
    assert publication.build_here("--only", "screen").code == 0
    assert links(publication.screen) == pages_of_headlines(publication.screen)


def test_numbers_that_never_agree_are_told(template: Path, tmp_path: Path) -> None:
    """The second article moves to page 3 by the depth that its page 2 gives to the list."""
    spoil(template, "26 if pages[1] == 2 else 0")
    publication = write(tmp_path, "contents", 150)
    assert publication.faults() == ["winter/issue.yaml:1 unsettled-pages"]
