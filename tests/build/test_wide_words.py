"""A word wider than its column is set whole over several lines, or is an error that names it."""

import re
from collections.abc import Callable

import pytest

from tests.build.pdf import plain, plain_letters, read_letters
from tests.build.publications import PUBLICATION, Publication, article, manifest

Place = Callable[[str], dict[str, str]]
"""Puts a word somewhere: the files to be written."""

COMPOUND = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft" * 3
"""Can be hyphenated, as German and as most other languages."""

LETTERS = "x" * 300
"""Cannot be hyphenated at all."""


def in_body(body: str) -> dict[str, str]:
    return {"winter/articles/news.md": article("News", body)}


def in_head(word: str, *keys: str) -> dict[str, str]:
    return {"winter/articles/news.md": article(word, "a", *keys)}


def in_order(entry: str) -> dict[str, str]:
    return {"winter/issue.yaml": manifest(["articles/news.md", entry, "contact"])}


def in_publication(old: str, new: str) -> dict[str, str]:
    assert old in PUBLICATION
    return {"publication.yaml": PUBLICATION.replace(old, new)}


SET: dict[str, Place] = {
    "text": lambda word: in_body(f"A few {word} words."),
    "text alone": in_body,
    "crosshead": lambda word: in_body(f"a\n\n## {word}\n\nb"),
    "minor head": lambda word: in_body(f"a\n\n## b\n\n### {word}\n\nc"),
    "list": lambda word: in_body(f"a\n\n- {word}\n- b"),
    "numbered list": lambda word: in_body(f"a\n\n1. {word}\n2. b"),
    "quotation": lambda word: in_body(f"a\n\n> {word}\n\nb"),
    "code": lambda word: in_body(f"a\n\n```\n{word}\n```\n\nb `{word}` c"),
    "emphasis": lambda word: in_body(f"a *{word}* **{word}** [{word}]{{.smallcaps}}"),
    "link": lambda word: in_body(f"a <https://example.org/{word}>"),
    "headline": in_head,
    "head": lambda word: in_head("a", f"kicker: {word}", f"standfirst: {word}", f"byline: {word}"),
    "banner": lambda word: in_order(f"banner: {word}"),
    "box": lambda word: (
        {"winter/articles/b.md": article(word, f"a {word} b")} | in_order("box: articles/b.md")
    ),
    "contact": lambda word: in_publication("Write to us", word),
    "e-mail": lambda word: in_publication("news@", f"{word[:60]}@"),
    "web": lambda word: in_publication(": example", f": example.org/{word}"),
    "QR label": lambda word: in_publication("Scan", word),
    "publisher": lambda word: in_publication("The Group", word),
}


@pytest.mark.parametrize("word", [COMPOUND, LETTERS], ids=["compound", "letters"])
@pytest.mark.parametrize("place", SET.values(), ids=SET)
def test_a_word_is_set_whole(publication: Publication, place: Place, word: str) -> None:
    publication.write(place(word))
    done = publication.build_here()
    assert done.code == 0, done.err
    printed, sources = plain_letters(read_letters(publication.screen))
    # The number of a list's item is told within its words. An address is of 64 letters at the most.
    assert plain(word[:60] if place is SET["e-mail"] else word) in re.sub(r"\d", "", printed)
    assert max(letter.x for letter in sources) < 396 - 30


REFUSED: dict[str, tuple[Place, str]] = {
    "never broken": (lambda word: in_body(f"a\nb [{word}]{{.nobreak}}"),
                     "winter/articles/news.md:4"),
    "table": (lambda word: in_body(f"|a|b|\n|-|-|\n|c|d|\n|{word}|e|\n"),
              "winter/articles/news.md:7"),
}  # fmt: skip


@pytest.mark.parametrize(("place", "pos"), REFUSED.values(), ids=REFUSED)
def test_a_word_that_has_no_room_is_named(publication: Publication, place: Place, pos: str
                                          ) -> None:  # fmt: skip
    publication.write(place(LETTERS))
    assert publication.faults()[-1] == f"{pos} overset"
    problem = publication.build_here("--json").json["problems"][-1]
    assert "xxxxx" in problem["message"].lower()
    assert "is wider than its column on page" in problem["message"]
