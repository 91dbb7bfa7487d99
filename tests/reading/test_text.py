"""Words are read from the regions of real pages, as they stand there."""

import pytest

from pamphleteer.reading.text import PrintedWord, Region, normal_text, read_regions
from pamphleteer.units import Box, Pt
from tests.reading.pages import set_pages


def test_words_are_read_in_their_order_by_frame() -> None:
    made = set_pages("<p>one two</p><p>three</p><p>four</p>", rows=[1, 2])
    assert [[word.text for word in words] for words in made.read()] == [
        ["one", "two"],
        ["three", "four"],
    ]


def test_regions_are_answered_in_the_order_in_which_they_were_asked_for() -> None:
    made = set_pages("<p>one<p>two<p>three<p>four<p>five", rows=[1])
    backwards = read_regions(made.pdf, made.regions[::-1])
    assert [words[0].text for words in backwards] == ["five", "four", "three", "two", "one"]


def test_a_line_begins_with_its_first_word_and_goes_on_after_a_hyphen() -> None:
    made = set_pages(
        "<p>one two<br>three in&shy;ter&shy;na&shy;tio&shy;na&shy;lism</p>", width=Pt(60)
    )
    (words,) = made.read()
    assert words[:3] == [
        PrintedWord("one", True),
        PrintedWord("two", False),
        PrintedWord("three", True),
    ]
    parts = words[3:]
    assert "".join(part.text for part in parts) == "internationalism"
    assert len(parts) > 1
    assert all(part.begins_line for part in parts[1:])


@pytest.mark.parametrize(
    ("matter", "css", "words"),
    [
        ("fine waffle officer", "", ["fine", "waffle", "officer"]),
        ("“one” — ‘two’s’", "", ["one", "two", "s"]),
        ("one<i>two</i>three", "", ["onetwothree"]),
        ("one&shy;two", "", ["onetwo"]),
        ("one-two 18:30 3.5%", "", ["one", "two", "18", "30", "3", "5"]),
        ("IWG", "p { font-variant-caps: all-small-caps }", ["iwg"]),
        ("Illicit 1111 wide", "p { letter-spacing: 0.06em }", ["illicit", "1111", "wide"]),
        ("loud", "p { text-transform: uppercase }", ["loud"]),
        ("Straße", "p { text-transform: uppercase }", ["strasse"]),
        ("1936", "p { font-variant-numeric: oldstyle-nums }", ["1936"]),
        ("Łódź naïve Ærø", "", ["łódź", "naïve", "ærø"]),
        ("naïve", "", ["naïve"]),
        ("§ • † *", "", []),
    ],
)
def test_words_are_read_as_they_are_compared(matter: str, css: str, words: list[str]) -> None:
    assert set_pages(f"<p>{matter}</p>", css, width=Pt(150)).words() == words


def test_what_stands_outside_the_regions_is_not_read() -> None:
    made = set_pages("<p>one</p><p>two</p><p>three</p>", rows=[3])
    (whole,) = made.regions
    middle = Region(page=1, x=whole.x, y=Pt(whole.y + 16), width=whole.width, height=Pt(4))
    assert [word.text for word in next(read_regions(made.pdf, [middle]))] == ["two"]
    beside = Region(page=1, x=Pt(150), y=whole.y, width=Pt(40), height=whole.height)
    assert next(read_regions(made.pdf, [beside])) == []


def test_what_begins_in_a_hole_is_not_read() -> None:
    made = set_pages("<p>one two</p>")
    (whole,) = made.regions
    hole = Box(x=Pt(0), y=Pt(0), width=Pt(10), height=Pt(12))
    region = Region(
        page=1, x=whole.x, y=whole.y, width=whole.width, height=whole.height, holes=(hole,)
    )
    assert [word.text for word in next(read_regions(made.pdf, [region]))] == ["two"]


def test_numbers_of_lists_stand_in_holes() -> None:
    css = "ol { margin: 0; padding-left: 20pt }"
    matter = '<ol start="9"><li>one</li><li>2 two</li><li><p>three</p></li></ol>'
    assert set_pages(matter, css).words() == ["one", "2", "two", "three"]


def test_words_off_the_page_are_not_read() -> None:
    made = set_pages("<p>one</p><p class='off'>two</p>", ".off { position: relative; left: 300pt }")
    everywhere = Region(page=1, x=Pt(-1000), y=Pt(-1000), width=Pt(3000), height=Pt(3000))
    words = [word.text for word in next(read_regions(made.pdf, [everywhere]))]
    assert words == ["one"]


def test_a_page_that_is_not_there_is_an_error() -> None:
    made = set_pages("<p>one</p>")
    with pytest.raises(ValueError, match="no page 3 among 1"):
        next(read_regions(made.pdf, [Region(page=3, x=Pt(0), y=Pt(0), width=Pt(9), height=Pt(9))]))


def test_no_regions_have_no_words() -> None:
    assert list(read_regions(set_pages("<p>one</p>").pdf, [])) == []


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("ﬁne", "fine"),
        ("Straße", "strasse"),
        ("e\u0301", "é"),
        ("in\u00adter", "inter"),
        ("a\u200bb", "ab"),
        ("İstanbul", "istanbul"),
        ("ıi", "ii"),
        ("№ 5", "no 5"),
        ("ﬀ", "ff"),
    ],
)
def test_texts_are_compared_in_their_plainest_form(text: str, normal: str) -> None:
    assert normal_text(text) == normal
    assert normal_text(normal) == normal


def test_a_line_begins_with_a_frame_although_bullets_are_drawn_before_it() -> None:
    """Of the frame before; and the frame's first word may be the end of a broken one."""
    list_and_text = "<ul><li>one</li></ul><p>in&shy;ter&shy;na&shy;tio&shy;na&shy;lism</p>"
    made = set_pages(list_and_text, "ul { list-style: outside }", rows=[2], width=Pt(60))
    assert all(words[0].begins_line for words in made.read())
