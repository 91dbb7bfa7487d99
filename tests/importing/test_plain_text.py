"""Plain text: wrapped or not, heads underlined or in capitals, pages with their furniture."""

from pathlib import Path
from textwrap import fill

import pytest

from tests.importing.documents import EVENING, TUESDAY, import_text

LONG = f"{TUESDAY} {EVENING} {TUESDAY}"


def wrapped(text: str, indent: str = "") -> str:
    return fill(text, 72, initial_indent=indent, break_on_hyphens=False)


def flowed(blocks: list[str]) -> list[str]:
    """Blocks as they are printed, wherever their lines end."""
    return [" ".join(block.split()) for block in blocks]


UNDERLINED = """\
THE FOLD

Volume 3, Number 7, Spring 2026

Why we fold
===========

{long}

The stapler
-----------
{long}

Paper
=====
{long}
"""

CAPITALS = """\
THE FOLD

Volume 3, Number 7, Spring 2026

WHY WE FOLD

{long}

The Stapler

{long}

PAPER

{long}
"""

RUN_IN = """\
The Fold | Volume 3 | Number 7 | Spring 2026
WHY WE FOLD
{long}

The Stapler

{long}

PAPER
{long}
"""

GAPS = """\
The Fold, Volume 3, Number 7, Spring 2026



Why We Fold

{long}

The Stapler

{long}



Paper and Its Price

{long}
"""

HEADS = {"underlined": UNDERLINED, "in capitals": CAPITALS, "run in": RUN_IN, "gaps": GAPS}


@pytest.mark.parametrize("text", HEADS.values(), ids=HEADS)
@pytest.mark.parametrize("long", [LONG, wrapped(LONG)], ids=["in one line", "at 72 columns"])
def test_heads(tmp_path: Path, text: str, long: str) -> None:
    made = import_text(tmp_path, text.format(long=long), "notes.txt")
    named = {key: text.upper() for key, text in made.head.items()}
    assert named == {"title": "THE FOLD", "volume": "3", "number": "7", "date": "SPRING 2026"}
    (first, text_of_first), (second, text_of_second) = made.articles
    assert (first or "").upper() == "WHY WE FOLD"
    assert (second or "").upper().startswith("PAPER")
    crosshead = text_of_first[1]
    assert crosshead.lower() == "## the stapler"
    assert flowed([text_of_first[0], *text_of_first[2:], *text_of_second]) == [LONG] * 3


def test_paragraphs_that_are_indented_instead_of_parted(tmp_path: Path) -> None:
    text = "\n".join(wrapped(part, "    ") for part in (LONG, EVENING, LONG))
    made = import_text(tmp_path, f"WHY WE FOLD\n\n{text}\n", "notes.txt")
    assert flowed(made.articles[0][1]) == [LONG, EVENING, LONG]


def test_each_line_of_a_text_that_is_not_wrapped_is_a_paragraph(tmp_path: Path) -> None:
    made = import_text(tmp_path, f"WHY WE FOLD\n\n{LONG}\n{LONG}\n{LONG}\n", "notes.txt")
    assert made.articles == [("WHY WE FOLD", [LONG] * 3)]


def test_lines_that_are_short_by_intent_stay_lines(tmp_path: Path) -> None:
    verse = "Roses are red,\nviolets are blue,\nsheets are white,\nand folded by you."
    made = import_text(tmp_path, f"A VERSE\n\n{wrapped(LONG)}\n\n{verse}\n", "notes.txt")
    assert made.articles[0][1][1] == verse.replace("\n", "\\\n")


def test_lists(tmp_path: Path) -> None:
    text = (
        f"WHY WE FOLD\n\n{wrapped(LONG)}\n\n* one\n* two\n  goes on\n\n1) first\n2) second\n\n"
        "1. not a list of its own, as it stands alone.\n"
    )
    made = import_text(tmp_path, text, "notes.txt")
    assert made.articles[0][1][1:] == [
        "- one\n- two\n  goes on",
        "1) first\n2) second",
        r"1\. not a list of its own, as it stands alone.",
    ]


def test_what_markdown_would_take_for_marks_is_printed(tmp_path: Path) -> None:
    odd = "Use *stars*, _lines_, `ticks`, <b>, [brackets](x), {braces}, a | b, ~~c~~, &amp; \\ too."
    made = import_text(tmp_path, f"FOLD\n\n# {odd}\n\n> {odd}\n\n+ {odd}\n", "notes.txt")
    blocks = made.articles[0][1]
    assert [
        block.replace("\\\\", "\0").replace("\\", "").replace("\0", "\\") for block in blocks
    ] == [
        f"# {odd}",
        f"> {odd}",
        f"+ {odd}",
    ]
    assert [problem.code for problem in made.report.mend] == ["missing-key", "missing-key"]


CUT = """\
WHY WE FOLD

The committee talked for two hours and talked of nothing but its news-
letter. Those who had come from far away stayed to the end of the meet-
ing, which was well-attended; both pre- and post-war printers, the well-
known and the unknown, were in the room. Nobody had expected that a news-
letter would make so many people leave their homes on a rainy Tuesday to
see how newsletter sheets are folded. It was a well-known meeting place.
"""


def test_words_that_lines_cut_are_made_whole(tmp_path: Path) -> None:
    made = import_text(tmp_path, CUT, "notes.txt")
    (text,) = flowed(made.articles[0][1])
    assert "nothing but its newsletter. Those" in text
    assert "the end of the meeting, which" in text
    assert "both pre- and post-war printers, the well-known and" in text
    assert "that a newsletter would" in text
    assert [line for line in made.done if "word" in line] == [
        '4 joined a word: "news-" + "letter" is now "newsletter"',
        '5 joined a word: "meet-" + "ing" is now "meeting"',
        '6 joined a word: "well-" + "known" is now "well-known"',
        '7 joined a word: "news-" + "letter" is now "newsletter"',
    ]
    assert made.doubts == []


def test_a_hyphen_of_which_nothing_is_known_stays_and_is_told(tmp_path: Path) -> None:
    made = import_text(tmp_path, CUT.replace("newsletter sheets", "such sheets"), "notes.txt")
    assert "its news-letter. Those" in flowed(made.articles[0][1])[0]
    assert made.doubts == ["4 unsure-hyphen", "7 unsure-hyphen"]


PAGES = {
    "dashed numbers": ("- {} -", ""),
    "numbers with a word": ("Page {} of 3", ""),
    "bare numbers": ("{}", ""),
    "numbers and the title": ("{}", "The Fold"),
    "title and number in a line": ("The Fold | {}", ""),
    "slogan and number": ("{}", "Fold More, Read More"),
}


@pytest.mark.parametrize(("foot", "head"), PAGES.values(), ids=PAGES)
def test_page_numbers_and_running_heads_are_taken_out(tmp_path: Path, foot: str, head: str) -> None:
    lines = wrapped(f"{LONG} {LONG}").split("\n")
    text = "THE FOLD\n\nNo. 7, Spring 2026\n\nWHY WE FOLD\n\n"
    for page, start in enumerate((0, 3, 6), 1):
        text += "\n".join(lines[start : start + 3 if page < 3 else None])
        text += f"\n\n{foot.format(page)}\n\f" + (f"\n{head}\n\n" if head else "\n")
    made = import_text(tmp_path, text, "notes.txt")
    assert made.head == {"title": "THE FOLD", "number": "7", "date": "Spring 2026"}
    (headline, blocks), *others = made.articles
    assert (headline, others) == ("WHY WE FOLD", [])
    assert flowed(blocks) == [f"{LONG} {LONG}"]
    left = [line.split(" ", 1)[1] for line in made.done if "left out" in line]
    assert len(left) == (6 if head else 3)


def test_numbers_that_are_no_page_numbers_stay(tmp_path: Path) -> None:
    text = f"WHY WE FOLD\n\n1\n\n{LONG}\n\n2\n\n{LONG}\n"
    made = import_text(tmp_path, text, "notes.txt")
    printed = [block for _, blocks in made.articles for block in blocks]
    assert not any("left out" in line for line in made.done)
    assert "1" in " ".join(printed)
    assert "2" in " ".join(printed)


def test_a_repeated_slogan_between_articles_stays(tmp_path: Path) -> None:
    articles = "\n\n".join(f"ARTICLE {name}\n\n{LONG}\n\nFOLD AND READ" for name in "ABC")
    made = import_text(tmp_path, f"The Fold, No. 7, Spring 2026\n\n{articles}\n", "notes.txt")
    assert made.items.count({"banner": "FOLD AND READ"}) == 3
