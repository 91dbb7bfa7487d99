"""Law 1: what is lost, doubled or moved on real pages is told, and nothing else is.

Each fault is planted: the page is set from one text, and compared with another.
"""

import random
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pamphleteer.problems import SourcePos
from pamphleteer.reading.text import PrintedWord
from pamphleteer.reading.words import SourceWord, join_broken, source_words, words_of
from pamphleteer.units import Pt
from tests.reading.pages import complaints, set_pages

LONG = ("international", "solidarity", "against", "deportation", "and", "everywhere")
SHORT = ("a", "in", "the", "workers’", "“wage”", "rent-strike", "1926", "officers’", "Łódź")
words = st.lists(st.sampled_from(LONG + SHORT), min_size=2, max_size=25)
# PDFium takes single letters below one another, with nothing beside them, for a word that is
# written downwards; an issue's page has its running head, and these have two words to a paragraph.
texts = st.lists(words.map(" ".join), min_size=1, max_size=4)
heights = st.lists(st.integers(1, 9), min_size=1, max_size=3)


def paragraphs(*sources: str) -> str:
    return "".join(f"<p>{escape(text)}</p>" for text in sources)


@given(texts, heights, st.sampled_from([50, 78, 120]))
@settings(max_examples=60)
def test_what_is_printed_is_found(sources: list[str], rows: list[int], width: int) -> None:
    """Justified, hyphenated, over lines, columns and pages."""
    made = set_pages(paragraphs(*sources), rows=rows, width=Pt(width))
    assert complaints(made, *sources) == []


@given(texts, heights, st.integers(0), st.sampled_from(["lost", "doubled", "moved", "changed"]))
@settings(max_examples=60)
def test_what_is_not_printed_as_written_is_told(
    sources: list[str], rows: list[int], seed: int, fault: str
) -> None:
    rng = random.Random(seed)
    index = rng.randrange(len(sources))
    words = sources[index].split()
    spoilt = spoil(words, rng.randrange(len(words)), fault)
    printed = [*sources[:index], *([" ".join(spoilt)] if spoilt else []), *sources[index + 1 :]]
    made = set_pages(paragraphs(*printed), rows=rows)
    same = words_of(" ".join(printed)) == words_of(" ".join(sources))
    assert bool(complaints(made, *sources)) != same


def spoil(words: list[str], at: int, fault: str) -> list[str]:
    word = words[at]
    rest = [*words[:at], *words[at + 1 :]]
    match fault:
        case "lost":
            return rest
        case "doubled":
            return [*words[:at], word, *words[at:]]
        case "moved":
            return [word, *rest] if at else [*rest, word]
        case _:
            return [*words[:at], f"{word[:-1]}x", *words[at + 1 :]]


FIRST, SECOND = "one two three four five six\nseven eight nine ten", "eleven twelve\nthirteen"


@pytest.mark.parametrize(
    ("printed", "told"),
    [
        (
            "one two four five six seven eight nine ten",
            ['words-lost news.md:5: not printed: "three"'],
        ),
        (
            "two three four five six seven eight nine ten",
            ['words-lost news.md:5: not printed: "one"'],
        ),
        (
            "one two three four five six seven ten",
            ['words-lost news.md:6: not printed: "eight nine"'],
        ),
        (
            "one two three three four five six seven eight nine ten",
            ['words-doubled news.md:5: printed, but not in the source here: "three"'],
        ),
        (
            "one two three four five six seven eight nine ten ten",
            ['words-doubled news.md:7: printed, but not in the source here: "ten"'],
        ),
        (
            "one three four two five six seven eight nine ten",
            [
                'words-lost news.md:5: not printed: "two"',
                'words-doubled news.md:5: printed, but not in the source here: "two"',
            ],
        ),
    ],
)
def test_a_fault_is_told_with_its_words_and_their_line(printed: str, told: list[str]) -> None:
    made = set_pages(paragraphs(printed, SECOND), width=Pt(170))
    assert complaints(made, FIRST, SECOND) == told


def test_a_paragraph_that_is_lost_is_named_by_its_first_words() -> None:
    text = " ".join(f"word{number}" for number in range(30))
    (told,) = complaints(set_pages(paragraphs(FIRST)), FIRST, text)
    assert told.startswith('words-lost news.md:7: not printed: "word0 word1 ')
    assert told.endswith('word11" and 18 more')


def test_what_is_added_by_the_page_is_told() -> None:
    made = set_pages(paragraphs(FIRST), "p::after { content: ' the end' }")
    (told,) = complaints(made, FIRST)
    assert 'printed, but not in the source here: "the end"' in told


def test_words_at_the_ends_of_frames_count_too() -> None:
    """The last line of each frame, and the first, as a frame that is cut off loses them."""
    made = set_pages(paragraphs(FIRST), rows=[1], width=Pt(60))
    for lost in range(len(made.regions)):
        kept = [region for index, region in enumerate(made.regions) if index != lost]
        assert complaints(type(made)(pdf=made.pdf, regions=tuple(kept)), FIRST)


def test_columns_in_the_wrong_order_are_told() -> None:
    made = set_pages(paragraphs(FIRST), rows=[1], width=Pt(60))
    swapped = (made.regions[1], made.regions[0], *made.regions[2:])
    assert complaints(type(made)(pdf=made.pdf, regions=swapped), FIRST)


def test_invisible_words_are_not_printed() -> None:
    made = set_pages("<p>one <span>two</span> three</p>", "span { display: none }")
    (told,) = complaints(made, "one two three")
    assert 'not printed: "two"' in told


def test_all_faults_are_told_at_once() -> None:
    made = set_pages(paragraphs("one three four six"), width=Pt(170))
    assert len(complaints(made, "one two three four five six")) == 2


@pytest.mark.parametrize(
    ("source", "matter"),
    [
        ("fine waffle", "<p>fine waffle</p>"),
        ("in\u00adter\u00adna\u00adtional", "<p>in&shy;ter&shy;na&shy;tional</p>"),
        ("The IWG’s “view”", '<p>The <span class=sc>iwg</span>\'s "view"</p>'),
        ("one two three", "<ol><li>one</li><li>two<ul><li>three</li></ul></li></ol>"),
        ("2 one 3", "<ol><li>2 one</li><li>3</li></ol>"),
        ("a b c d", "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"),
        ("one", "<h2>ONE</h2>"),
    ],
)
def test_how_words_are_set_does_not_matter(source: str, matter: str) -> None:
    css = ".sc { font-variant-caps: all-small-caps } ol, ul { margin: 0; padding-left: 16pt }"
    for width in (40, 150):
        assert complaints(set_pages(matter, css, width=Pt(width)), source) == []


def test_hyphenated_words_are_whole_over_lines_columns_and_pages() -> None:
    text = " ".join(["internationalism", "self-determination", "rent-strikers", "co-operation"] * 8)
    made = set_pages(paragraphs(text), rows=[2], width=Pt(40))
    assert len(made.regions) > 10
    assert complaints(made, text) == []


def test_a_part_of_a_word_is_no_word() -> None:
    """What was lost at a line's end behind a hyphen must not pass for the rest."""
    made = set_pages(paragraphs("one self-"), width=Pt(150))
    (told,) = complaints(made, "one self-determination")
    assert "determination" in told


def test_where_a_template_adds_words_passages_must_be_whole() -> None:
    made = set_pages("<p>Volume 1, Number 14</p><p>Winter 2026</p>", width=Pt(170))
    assert complaints(made, "1", "14", "Winter 2026", exact=False) == []
    assert complaints(made, "Winter 2027", exact=False) == [
        'words-lost news.md:5: not printed: "winter 2027"'
    ]
    assert complaints(made, "14 2026", exact=False)


def test_a_passage_may_be_broken_anywhere() -> None:
    made = set_pages("<p>An internationalist headline</p>", width=Pt(34))
    assert complaints(made, "internationalist headline", exact=False) == []


def test_a_source_without_words_prints_none() -> None:
    made = set_pages("<p>* * *</p>")
    assert complaints(made, "* * *") == []
    assert complaints(set_pages("<p>one</p>"), "* * *")


def test_words_know_their_lines() -> None:
    start = SourcePos(path="a.md", line=7)
    found = [
        (word.text, str(word.pos)) for word in source_words([("one two\nthree\n\nfour", start)])
    ]
    assert found == [("one", "a.md:7"), ("two", "a.md:7"), ("three", "a.md:8"), ("four", "a.md:10")]
    (word,) = source_words([("one", SourcePos(path="a.md"))])
    assert str(word.pos) == "a.md"


def joined(source: str, printed: str) -> list[str]:
    """Join words of lines that are parted by "/"."""
    wanted = [SourceWord(word, SourcePos(path="a.md")) for word in source.split()]
    lines = [line.split() for line in printed.split("/")]
    found = [PrintedWord(word, index == 0) for line in lines for index, word in enumerate(line)]
    return join_broken(wanted, found)


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("self less", "self / less"),
        ("selfless", "self / less"),
        ("selfless self less", "self / less self / less"),
        ("in deed indeed", "in / deed in / deed"),
        ("internationalism", "in / ter / na / tio / nal / ism"),
        ("a ab abc", "a / a / b a / b / c"),
    ],
)
def test_parts_are_joined_as_the_source_asks_for(source: str, printed: str) -> None:
    assert joined(source, printed) == source.split()


def test_words_in_a_line_are_never_joined() -> None:
    assert joined("indeed", "in deed") == ["in", "deed"]


def test_parts_are_joined_beside_a_loss_too() -> None:
    assert joined("one two selfless three", "one self / less three") == ["one", "selfless", "three"]
