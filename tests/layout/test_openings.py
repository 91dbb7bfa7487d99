"""How articles begin and end: a drawn letter that keeps its word whole, small capitals, a mark."""

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.issue.model import Article, Block
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.fonts import read_fonts
from pamphleteer.layout.html_text import end_of_text, texts_in
from pamphleteer.layout.initials import draw_initial, opening_of
from pamphleteer.layout.markup import mark_up
from pamphleteer.layout.openings import (
    initials_of,
    refuse_openings_in_boxes,
    small_capitals,
    with_end_mark,
    with_opening,
)
from pamphleteer.problems import IssueError
from pamphleteer.resources import resource_folder
from tests.build.publications import article, make_publication, manifest, prose
from tests.layout.desks import Reading, make_desk

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return desk_of(tmp_path_factory.mktemp("publication"), prose(300))


def desk_of(root: Path, body: str, *keys: str) -> Desk:
    files = {"winter/articles/news.md": article("News", body, *keys)}
    return make_desk(make_publication(root, files).issue)


def first_article(desk: Desk) -> Article:
    found = desk.issue.items[0]
    assert hasattr(found, "article")
    return found.article


def text(html: str) -> Block:
    """A block of HTML, in an article that has nothing else."""
    return Block(kind="paragraph", html=html, text="", pos=None)  # type: ignore[arg-type]


def opened(desk: Desk, html: str) -> str:
    """A paragraph with a drop cap."""
    whole = replace(first_article(desk), body=(text(html),), drop_cap=True)
    (block,) = with_opening(whole, desk, desk.grid.measure).body
    assert isinstance(block, Block)
    return block.html


PARAGRAPHS = {
    "plain": ("<p>Below are a few thoughts on it</p>", "B"),
    "accent": ("<p>Été comme hiver, les loyers montent</p>", "É"),
    "quoted": ("<p>“Below are a few thoughts”, he said</p>", "“B"),
    "emphasis": ("<p><em>Below</em> are a few thoughts</p>", "B"),
    "one letter": ("<p>A list is not a demand, but</p>", "A"),
    "small letter": ("<p>iPhones ring in the hallway</p>", "i"),
    "break": ("<p>Below<br>are a few thoughts</p>", "B"),
}


@pytest.mark.parametrize(("html", "letters"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_words_stay_as_they_are(desk: Desk, html: str, letters: str) -> None:
    made = Reading(opened(desk, html))
    assert made.text == Reading(html).text
    classes = made.values("class")
    assert classes[:2] == ["opens", "drop-cap"]
    assert {"opening", "unseen"} <= set(classes)
    assert f"initial-{'-'.join(f'{ord(each):x}' for each in letters)}.svg" in str(made.elements)


@pytest.mark.parametrize(
    "html", ["<p>1905 was a year", "<p><code>B</code>", "<p>(—", "<p>日本は", "<p>Это было"]
)
def test_what_has_no_drop_cap_is_refused_where_it_is_asked_for(desk: Desk, html: str) -> None:
    with pytest.raises(IssueError) as caught:
        opened(desk, f"{html}</p>")
    assert [problem.code for problem in caught.value.problems] == ["no-drop-cap"]


@given(st.text())
def test_an_opening_is_a_letter_with_a_capital(words: str) -> None:
    opening = opening_of(words)
    assert words.startswith(opening)
    assert not opening or opening[-1].upper() != opening[-1].lower()


@given(st.text(alphabet="ab,’ \n"), st.integers(0, 20))
def test_small_capitals_are_whole_words(words: str, letters: int) -> None:
    taken = small_capitals(words, letters)
    assert words.startswith(taken)
    assert not taken or words[len(taken)].isspace()
    assert not taken or small_capitals(taken, letters) != taken


def test_small_capitals_end_with_the_word_that_makes_them_enough() -> None:
    assert small_capitals("elow are a few thoughts", 14) == "elow are a few"
    assert small_capitals("he ostentatiously violent", 14) == "he ostentatiously"
    assert small_capitals("elow", 14) == ""


LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÉŁÑÖŠŻ"


@pytest.mark.parametrize("letter", LETTERS)
def test_drawings_stand_in_their_lines(desk: Desk, letter: str) -> None:
    """Three lines deep, but for what rises above the first; nothing is drawn outside."""
    initial = draw_initial(letter, desk.layout, desk.grid, desk.fonts)
    assert initial is not None
    assert initial.height - initial.rise == pytest.approx(3 * desk.grid.leading)
    assert 0 <= initial.rise < 4
    assert 3 < initial.width < 25
    drawing = ET.fromstring(initial.svg)
    *_, width, height = map(float, drawing.attrib["viewBox"].split())
    assert (width, height) == pytest.approx((initial.width, initial.height), abs=0.001)
    assert desk.layout.inks["accent"].stand_in == drawing.find(f"{SVG}path").attrib["fill"]  # type: ignore[union-attr]


def test_a_letter_that_the_font_does_not_have_is_not_drawn(desk: Desk) -> None:
    assert draw_initial("Ж", desk.layout, desk.grid, desk.fonts) is None


ENDS = {
    "plain": ("<p>one two</p>", "<p>one two|</p>"),
    "space": ("<p>one <em>two</em>\n</p>", "<p>one <em>two|</em>\n</p>"),
    "list": ("<ul><li>one</li><li>two.</li></ul>", "<ul><li>one</li><li>two.|</li></ul>"),
    "note": (
        '<p>one<span class="note" data-number="1">a <em>b</em></span></p>',
        '<p>one<span class="note" data-number="1">a <em>b</em></span>|</p>',
    ),
    "text behind a note": (
        '<p>one<span class="note" data-number="1">a</span>, two</p>',
        '<p>one<span class="note" data-number="1">a</span>, two|</p>',
    ),
    "break": ("<p>one<br>two</p>", "<p>one<br>two|</p>"),
}


@pytest.mark.parametrize(("html", "marked"), ENDS.values(), ids=ENDS)
def test_the_end_is_behind_the_last_word_and_its_notes(html: str, marked: str) -> None:
    end = end_of_text(html)
    assert f"{html[:end]}|{html[end:]}" == marked


def test_an_article_has_one_mark_at_its_end(desk: Desk) -> None:
    marked = with_end_mark(first_article(desk), desk)
    with_mark = [
        part for part in marked.body if isinstance(part, Block) and "end-mark" in part.html
    ]
    assert with_mark == [marked.body[-1]]
    assert Reading(with_mark[0].html).text.endswith("\u2060")


def test_texts_of_notes_are_told_apart() -> None:
    html = '<p>one<span class="note">two <em>three</em> four</span> five</p>'
    found = [(html[each.start : each.end], each.in_note) for each in texts_in(html)]
    assert found == [
        ("one", False), ("two ", True), ("three", True), (" four", True), (" five", False),
    ]  # fmt: skip


WISHES = {
    "long": (prose(300), (), (True, True)),
    "short": (prose(149), (), (False, True)),
    "short paragraph first": (f"Ah!\n\n{prose(300)}", (), (False, True)),
    "asked for": (prose(100), ("drop_cap: yes",), (True, True)),
    "not wanted": (prose(300), ("drop_cap: no", "end_mark: no"), (False, False)),
    "list first": (f"- one\n\n{prose(300)}", (), (False, True)),
    "figure after": (f"{prose(300)}\n\n---", (), (True, True)),
}


@pytest.mark.parametrize(("body", "keys", "has"), WISHES.values(), ids=WISHES)
def test_what_articles_have(
    tmp_path: Path, body: str, keys: tuple[str, ...], has: tuple[bool, bool]
) -> None:
    desk = desk_of(tmp_path, body, *keys)
    marked = mark_up(desk, first_article(desk), desk.grid.measure)
    html = "".join(part.html for part in marked.body if isinstance(part, Block))
    assert (html.count("drop-cap"), html.count("end-mark")) == has


def test_a_box_has_neither(desk: Desk) -> None:
    marked = mark_up(desk, first_article(desk), desk.grid.measure, is_story=False)
    assert marked.body == first_article(desk).body


@pytest.mark.parametrize(
    ("key", "code"), [("drop_cap", "no-drop-cap"), ("end_mark", "no-end-mark")]
)
def test_a_box_that_asks_for_it_is_refused(tmp_path: Path, key: str, code: str) -> None:
    files = {
        "winter/box.md": article("Box", "Some words.", f"{key}: yes"),
        "winter/issue.yaml": manifest(["articles/news.md", "box: box.md"]),
    }
    issue = make_desk(make_publication(tmp_path, files).issue).issue
    with pytest.raises(IssueError) as caught:
        refuse_openings_in_boxes(issue)
    (problem,) = caught.value.problems
    assert problem.code == code
    assert str(problem.pos).endswith("winter/box.md:2:11")


def test_a_layout_without_drop_caps_draws_none(desk: Desk) -> None:
    plain = replace(desk.layout, opening=replace(desk.layout.opening, drop_cap=0, end_mark=False))
    bare = replace(desk, layout=plain)
    assert mark_up(bare, first_article(bare), bare.grid.measure).body == first_article(bare).body


def test_all_drawings_are_known_by_name(desk: Desk) -> None:
    fonts = read_fonts((resource_folder("fonts"),))
    ((name, svg),) = initials_of(desk.issue, desk.layout, desk.grid, fonts)
    assert name == "initial-50.svg"
    assert svg.startswith(b"<svg")
