"""Markdown documents: marked heads, front matter, and what goes over as it is."""

from pathlib import Path

import pytest

from tests.importing.documents import EVENING, TUESDAY, Imported, import_text, refused, write


def test_a_whole_issue_in_marked_heads(tmp_path: Path) -> None:
    made = import_text(
        tmp_path,
        f"""\
# The Fold

Volume 3, Number 7, Spring 2026

# Why we fold

*by Ada Bell*

{TUESDAY}

## The stapler

{EVENING}

### Its spring

{TUESDAY}

# Fold or perish

# Paper #

{EVENING}

## About us

{TUESDAY}

## Contact

E-mail: fold@example.org
Web: example.org
""",
    )
    assert made.head == {
        "title": "The Fold",
        "volume": "3",
        "number": "7",
        "date": "Spring 2026",
    }
    assert made.items == [
        "articles/why-we-fold.md",
        {"banner": "Fold or perish"},
        "articles/paper.md",
        {"box": "about"},
        "contact",
    ]
    assert made.articles == [
        ("Why we fold", [TUESDAY, "## The stapler", EVENING, "### Its spring", TUESDAY]),
        ("Paper", [EVENING]),
    ]
    assert made.about == ("About us", [TUESDAY])
    assert made.publication["contact"] == {
        "heading": "Contact",
        "email": "fold@example.org",
        "web": "example.org",
    }
    assert made.report.mend == ()


def test_the_only_head_of_the_highest_level_is_the_title(tmp_path: Path) -> None:
    text = f"# The Fold\n\n## Why we fold\n\n{TUESDAY}\n\n## Paper\n\n{EVENING}\n"
    made = import_text(tmp_path, text)
    assert made.publication["title"] == "The Fold"
    assert made.headlines == ["Why we fold", "Paper"]
    assert made.doubts == ["1 unsure-head"]


def test_underlined_and_closed_heads(tmp_path: Path) -> None:
    text = f"Why we fold\n===========\n\n{TUESDAY}\n\nThe stapler\n---\n\n{EVENING}\n"
    made = import_text(tmp_path, text)
    assert made.articles == [("Why we fold", [TUESDAY, "## The stapler", EVENING])]


AS_WRITTEN = {
    "list": "- one\n- two\n  with a second line\n- three",
    "numbers that do not count up": "1. one\n3. three\n7. seven",
    "nested list": "- one\n  - two\n\n  three",
    "quotation": "> a page that nobody holds\n> is a page that nobody reads",
    "code": "```sh\nmake   demo\n\n# no head\n```",
    "table": "| paper | price |\n|-------|-------|\n| white | 4.10  |",
    "emphasis, link, address": "*One* **two** [three](https://a.org/_b_) <https://a.org> `*`",
    "hard breaks": "Roses are red,\\\nviolets are blue.",
    "escapes that are needed": r"\*Not a list. 1\. Nor this. \# And \_no\_ \[link\](https://a.org).",
    "entity": "Fold &amp; staple &copy; us.",
    "dashes and signs": "5 < 6 -- it says \"so\" -- & 'ends'...",
    "rule between texts": "It ends here.\n\n***\n\nIt begins again.",
}


@pytest.mark.parametrize("body", AS_WRITTEN.values(), ids=AS_WRITTEN)
def test_what_goes_over_as_it_is(tmp_path: Path, body: str) -> None:
    made = import_text(tmp_path, f"# Fold\n\n{TUESDAY}\n\n{body}\n\n{EVENING}\n")
    (path,) = made.folder.glob("articles/*.md")
    head = "---\nheadline: Fold\n---"
    assert path.read_text() == f"{head}\n\n{TUESDAY}\n\n{body}\n\n{EVENING}\n"


CHANGED = {
    "escapes that are not needed": (r"\$5 \& 10\% \; \* [a\]", r"$5 \& 10% ; \* [a\]"),
    "spaces at lines' ends": ("One  \ntwo \nthree ", "One\\\ntwo\nthree"),
    "a backslash before a space": ("One \\ \ntwo", "One \\\\\ntwo"),
    "code without an end": ("```\nmake demo", "```\nmake demo\n```"),
    "indented like code": ("      One\n      two", "    One\n    two"),
}


@pytest.mark.parametrize(("body", "became"), CHANGED.values(), ids=CHANGED)
def test_what_is_written_more_plainly(tmp_path: Path, body: str, became: str) -> None:
    made = import_text(tmp_path, f"# Fold\n\n{TUESDAY}\n\n{body}\n")
    (path,) = made.folder.glob("articles/*.md")
    assert path.read_text() == f"---\nheadline: Fold\n---\n\n{TUESDAY}\n\n{became}\n"


def test_definitions_go_to_the_article_that_uses_them(tmp_path: Path) -> None:
    links = "[one]: https://one.org\n[Two]: https://two.org 'The\nsecond'\n"
    text = f"# First\n\nSee [Two]. {TUESDAY}\n\n# Second\n\nSee [this][one]. {EVENING}\n\n{links}"
    first, second = import_text(tmp_path, text).articles
    assert first[1][1:] == ["[Two]: https://two.org 'The\nsecond'"]
    assert second[1][1:] == ["[one]: https://one.org"]


NOTES = """\
[^1]: The first note.
[^a]: The second note,
    going on.

    In two paragraphs.
[^b]: Third.
"""


def test_footnotes_go_to_the_article_that_calls_them(tmp_path: Path) -> None:
    first, second = f"{TUESDAY}[^1]", f"{EVENING}[^a] Indeed.[^b]"
    text = f"The Fold, No. 7, May 2026\n\n# One\n\n{first}\n\n# Two\n\n{second}\n\n{NOTES}"
    made = import_text(tmp_path, text)
    assert made.articles == [
        ("One", [first, "[^1]: The first note."]),
        (
            "Two",
            [
                second,
                "[^a]: The second note,\n    going on.",
                "    In two paragraphs.",
                "[^b]: Third.",
            ],
        ),
    ]


FRONT = """\
---
title: "Why *we* fold: a reply"
Author: Ada Bell
subtitle: On paper
description: Not on screens
date: 2026-03-01
tags:
  - paper
  - folding
lang: en-GB
---
"""


def test_front_matter_is_kept_under_our_names(tmp_path: Path) -> None:
    made = import_text(tmp_path, f"{FRONT}\n{TUESDAY}\n\n## The stapler\n\n{EVENING}\n")
    text = (made.folder / "articles" / "why-we-fold-a-reply.md").read_text()
    assert text.split("---\n")[1] == (
        'headline: "Why *we* fold: a reply"\n'
        "byline: Ada Bell\n"
        "standfirst: On paper\n"
        "# description: Not on screens\n"
        "# date: 2026-03-01\n"
        "# tags:\n"
        "#   - paper\n"
        "#   - folding\n"
        "language: en-GB\n"
    )
    assert made.done == [
        '2 "title" is called "headline" here',
        '3 "Author" is called "byline" here',
        '4 "subtitle" is called "standfirst" here',
        '5 articles have no "description"; it was kept as a comment',
        '6 articles have no "date"; it was kept as a comment',
        '7 articles have no "tags"; it was kept as a comment',
        '10 "lang" is called "language" here',
        '15 crosshead "The stapler"',
    ]


def test_a_headline_is_not_printed_twice(tmp_path: Path) -> None:
    text = f"---\nheadline: Why we fold\n---\n\n# Why We Fold\n\n{TUESDAY}\n"
    made = import_text(tmp_path, text)
    assert made.articles == [("Why we fold", [TUESDAY])]
    assert made.done == ['5 left out "Why We Fold": it repeats the headline']


def test_a_whole_issue_under_front_matter_is_told(tmp_path: Path) -> None:
    text = f"---\ntitle: The Fold\n---\n\nNo. 7, Spring 2026\n\n# Paper\n\n{TUESDAY}\n"
    made = import_text(tmp_path, text)
    (problem,) = (each for each in made.report.unsure if each.code == "front-matter")
    assert "take the front matter out" in problem.hint


def test_front_matter_with_no_article_is_told(tmp_path: Path) -> None:
    text = "---\nlang: en\n---\n\n# Contact\n\nE-mail: fold@example.org\nWeb: example.org\n"
    made = import_text(tmp_path, text)
    assert made.items == ["contact"]
    assert "1 front-matter" in made.doubts


def shown(made: Imported, *sources: str) -> list[bool]:
    return [(made.folder / source).is_file() for source in sources]


def test_pictures_beside_the_document_go_with_it(tmp_path: Path) -> None:
    for name in ("a.png", "pictures/b c.jpg", "notes.txt"):
        write(tmp_path / "texts" / name, name)
    write(tmp_path / "outside.png", "outside")
    body = (
        '![One](a.png "A stapler")\n\n![Two](pictures/b%20c.jpg)\n\n![Three](../outside.png)\n\n'
        "![Four](https://a.org/d.png)\n\n![Five](gone.png)\n\n![Six](notes.txt)\n"
    )
    made = import_text(tmp_path, f"# Fold\n\n{TUESDAY}\n\n{body}", "texts/fold.md")
    assert (made.folder / "a.png").read_text() == "a.png"
    assert shown(made, "pictures/b c.jpg", "outside.png", "notes.txt") == [True, False, False]
    assert not (made.folder.parent / "outside.png").exists()
    told = [(each.code, each.pos.line) for each in made.report.mend if each.pos]
    assert told[:4] == [
        ("outside-publication", 11),
        ("remote-image", 13),
        ("unknown-image", 15),
        ("unknown-image", 17),
    ]
    assert {str(problem.severity) for problem in made.report.mend} == {"warning"}


def test_what_cannot_be_built_yet_is_told_with_its_line(tmp_path: Path) -> None:
    body = "<b>Bold</b>\n\nA ![picture](a.png) in a text.\n\nA [link](b.md) to nowhere.\n"
    made = import_text(tmp_path, f"The Fold, No. 7, May 2026\n\n# Fold\n\n{TUESDAY}\n\n{body}")
    article = made.folder / "articles" / "fold.md"
    lines = [problem.pos for problem in made.report.mend]
    assert [(pos.path, pos.line) for pos in lines if pos] == [
        (str(article), number) for number in (7, 9, 11)
    ]


def test_a_container_without_an_end_holds_nothing(tmp_path: Path) -> None:
    made = import_text(tmp_path, f"::: box\n\n# Fold\n\n{TUESDAY}\n")
    assert made.headlines == [None, "Fold"]


def test_a_broken_front_matter_is_refused(tmp_path: Path) -> None:
    problems = refused(tmp_path, "---\n- one\n---\nWords.\n")
    assert [problem.code for problem in problems] == ["wrong-type"]
