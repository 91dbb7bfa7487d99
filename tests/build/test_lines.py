"""Lines of whole issues: set as planned, words broken as the publication says, headlines whole."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.build.finished import Finished
from tests.build.publications import Publication, article, make_publication, manifest

SOFT_HYPHEN = "\u00ad"
HEADLINE_FONTS = ("League-Gothic", "Libre-Franklin-Bold")
PDFIUMS = "\x02\u00ad\u2010"
"""Hyphens that were put where a word is broken, as PDFium tells them."""

SENTENCE = (
    "A committee of representatives was said to have met the organization of tenants, whose "
    "representatives were of another mind about its responsibilities and the representatives. "
)


def test_lines_are_set_as_planned(finished: Finished) -> None:
    lines = finished.told["lines"]
    assert lines["planned"] > 400
    assert lines["stock"] <= 0.003 * lines["planned"]


def test_no_hyphen_is_put_into_a_headline(finished: Finished) -> None:
    heads = [letter for letter in finished.letters if letter.font.startswith(HEADLINE_FONTS)]
    assert heads
    assert not [letter for letter in heads if letter.text in PDFIUMS]
    assert any(letter.text in PDFIUMS for letter in finished.letters)


def text_of(pdf: Path) -> str:
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def parts_of(word: str, text: str) -> set[str]:
    """The first parts of a word wherever it is broken."""
    found = re.findall(rf"(\w+){SOFT_HYPHEN}\n(\w+)", text)
    return {before for before, after in found if before + after == word}


@pytest.fixture(scope="module")
def told_how_to_break(tmp_path_factory: pytest.TempPathFactory) -> Publication:
    """A long article that begins with a drop cap, and two words that are broken as it is told."""
    publication = make_publication(
        tmp_path_factory.mktemp("broken"),
        {
            "winter/issue.yaml": manifest(
                ["articles/news.md"], "hyphenation: [repre-sentatives, organization]"
            ),
            "winter/articles/news.md": article("News", "\n\n".join([SENTENCE * 3] * 6)),
        },
    )
    done = publication.build_here("--json")
    assert done.code == 0, done.out
    assert done.json["lines"]["stock"] == 0
    return publication


def test_words_are_broken_where_the_publication_says_so(told_how_to_break: Publication) -> None:
    text = text_of(told_how_to_break.screen)
    assert parts_of("representatives", text) == {"repre"}
    assert parts_of("organization", text) == set()
    assert SOFT_HYPHEN in text.replace(f"repre{SOFT_HYPHEN}", "")


def test_an_article_whose_first_word_is_one_letter_begins_with_it(
    told_how_to_break: Publication,
) -> None:
    """It is drawn three lines deep, and stands unseen before the others to be copied."""
    joined = text_of(told_how_to_break.screen).replace(f"{SOFT_HYPHEN}\n", "").split()
    start = joined.index("committee")
    assert joined[start - 1] == "A"
    assert joined[start : start + 3] == ["committee", "of", "representatives"]
