"""Kinds of paragraphs and of what stands in them; and what is left to WeasyPrint to set."""

import io
import re
from functools import cache
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from pamphleteer.layout.house_style import Justification
from pamphleteer.typeset.drawing import LineCount
from pamphleteer.typeset.fetching import BASE_URL
from pamphleteer.typeset.paragraph.collecting import FOREIGN
from pamphleteer.typeset.paragraph.rules import Told
from pamphleteer.units import Pt
from tests.typeset.paragraph.printing import (
    LEADING,
    X,
    Y,
    make_thread,
    make_typesetter,
    print_frames,
    print_matter,
)
from tests.typeset.paragraph.prose import TEXT, Phrase, html, prose
from tests.typeset.random_documents import ASSETS

EXAMPLES = settings(max_examples=10, phases=(Phase.explicit, Phase.reuse, Phase.generate))
HYPHEN = "\x02"
NEAR = 0.35
"""A last letter is spaced, or kerned with what would follow it, by so much."""
PLAIN = TEXT.replace("-", " ")


def texts(matter: str, measure: float, css: str = "", **how: Any) -> list[str]:
    return [line.text for line in print_matter(matter, measure, css, **how)]


def count_lines(matter: str, **how: Any) -> LineCount:
    setter = make_typesetter(**how)
    frame = make_thread(setter, matter).pour(Pt(120), Pt(900))
    return print_frames(setter, [frame]).lines


@EXAMPLES
@given(
    phrases=prose(),
    measure=st.integers(90, 200),
    align=st.sampled_from(("left", "right", "center")),
)
def test_ragged_lines_stay_within_the_measure(
    phrases: tuple[Phrase, ...], measure: int, align: str
) -> None:
    text = html(phrases).replace('class="note"', "")
    css = f"p {{ text-align: {align}; hyphens: manual }}"
    for line in print_matter(f"<p>{text}</p>", measure, css):
        left, right = line.left, measure - line.right
        assert left >= -NEAR
        assert right >= -NEAR
        expected = {"left": left, "right": right, "center": abs(left - right)}[align]
        assert expected == pytest.approx(0, abs=NEAR)


HEADS = st.lists(st.sampled_from(PLAIN.split()[40:70]), min_size=2, max_size=14)


@EXAMPLES
@given(words=HEADS, measure=st.integers(120, 260), tag=st.sampled_from(("h1", "h2")))
def test_headings_take_no_more_lines_than_they_must_and_are_balanced(
    words: list[str], measure: int, tag: str
) -> None:
    lines = print_matter(f"<{tag}>{' '.join(words)}</{tag}>", measure)
    assert not any(HYPHEN in line.text for line in lines)
    widths = word_widths(tag)
    space = widths["n n"] - widths["nn"]
    least = fewest_lines([widths[word] for word in words], space, measure)
    assert len(lines) == least
    if least == 2:
        rows = [[widths[word] for word in line.text.split()] for line in lines]
        assert unevenness(rows, space) <= 1 + min(
            unevenness(
                [[widths[word] for word in part] for part in (words[:at], words[at:])], space
            )
            for at in range(1, len(words))
            if max(line_width(words[:at], widths), line_width(words[at:], widths)) <= measure
        )


@cache
def word_widths(tag: str) -> dict[str, float]:
    words = [*PLAIN.split()[40:70], "nn", "n n"]
    lines = print_matter("".join(f"<{tag}>{word}</{tag}>" for word in words), 300)
    return {word: line.right for word, line in zip(words, lines, strict=True)}


def line_width(words: list[str], widths: dict[str, float]) -> float:
    space = widths["n n"] - widths["nn"]
    return sum(widths[word] + space for word in words) - space


def unevenness(rows: list[list[float]], space: float) -> float:
    """By how much the first of two lines is longer than the second, or shorter."""
    first, second = (sum(row) + space * (len(row) - 1) for row in rows)
    return abs(first - second)


def fewest_lines(widths: list[float], space: float, measure: float) -> int:
    """How many lines words take that are filled one after another."""
    lines, x = 1, -space
    for width in widths:
        if x + space + width > measure + 0.01:
            lines, x = lines + 1, -space
        x += space + width
    return lines


def test_a_heading_ends_with_no_lone_word() -> None:
    """Filled lines would be of five words and of one."""
    (_, last) = texts("<h2>What the workers of Ohio want</h2>", 110)
    assert len(last.split()) > 1


def test_what_must_not_be_broken_is_whole() -> None:
    phrase = "Workers and Tenants"
    matter = f"<p>{PLAIN[:60]} <span class='nobreak'>{phrase}</span> {PLAIN[60:200]}</p>"
    for measure in range(90, 150, 12):
        assert sum(phrase in line for line in texts(matter, measure)) == 1


def test_a_foreign_phrase_is_broken_by_its_own_language() -> None:
    """Wissen-schaft is right in German; English patterns know no such point."""
    words = "Arbeiterklasse Wissenschaft Gesellschaft Gewerkschaft"
    german = texts(f'<p><span lang="de">{words}</span></p>', 40)
    english = texts(f"<p>{words}</p>", 40)
    assert german != english
    assert "schaft" in german
    alone = texts(f"<p>{words}</p>", 40, language="de")
    assert german == alone


class TestExceptions:
    """Words that a publication says how to break."""

    def broken(self, word: str, measure: float, points: tuple[int, ...]) -> list[str]:
        told = Told(exceptions={"representatives": points})
        return texts(f"<p>of {word} and of others</p>", measure, told=told)

    @pytest.mark.parametrize("word", ["representatives", "Representatives"])
    def test_a_word_is_broken_there_alone(self, word: str) -> None:
        for measure in range(58, 80, 5):
            lines = self.broken(word, measure, (5,))
            ends = [line[:-1].split()[-1] for line in lines if line.endswith(HYPHEN)]
            assert set(ends) <= {word[:5]}
        assert any(line.endswith(HYPHEN) for line in self.broken(word, 62, (5,)))

    def test_a_word_written_without_hyphens_is_never_broken(self) -> None:
        for measure in range(62, 90, 6):
            lines = self.broken("representatives", measure, ())
            assert sum("representatives" in line for line in lines) == 1

    def test_without_exceptions_it_is_broken_elsewhere(self) -> None:
        lines = texts("<p>of representatives and of others</p>", 62)
        assert any(line.endswith(HYPHEN) for line in lines)


MARK = '<span style="display: inline-block; width: 4pt; height: 4pt; margin-left: 3.5pt"></span>'


def test_an_end_mark_stands_behind_the_last_word() -> None:
    for measure in range(90, 130, 5):
        with_mark = print_matter(f"<p>{PLAIN[:150]}end{MARK}</p>", measure)
        assert with_mark[-1].right <= measure - 7.5 + 0.1 or with_mark[-1].text != "end"
        assert with_mark[-1].text.endswith("end")
    assert count_lines(f"<p>{PLAIN}{MARK}</p>").stock == 0


def test_pictures_in_lines_take_their_width() -> None:
    picture = f'<img style="width: 20pt; height: 6pt" alt="dot" src="{BASE_URL}dot.png">'
    *full, _ = print_matter(f"<p>{f'of the {picture} meeting ' * 12}</p>", 120, assets=ASSETS)
    for line in full:
        starts, ends = (line.text.startswith("meeting"), line.text.endswith("the"))
        assert line.right == pytest.approx(120, abs=0.15) or ends
        assert line.left == pytest.approx(0, abs=0.15) or starts
    assert count_lines(f"<p>{picture} one {picture}</p>", assets=ASSETS).stock == 0


@pytest.mark.parametrize("at", range(0, 24, 4))
def test_links_lead_to_empty_anchors_wherever_a_line_ends(at: int) -> None:
    """The anchor is on the page, at the height of the word that it stands before."""
    words = PLAIN.split()[:24]
    plain = f"<p>A {' '.join(words)}</p>"
    words[at] = f'<a id="there"></a>{words[at]}'
    setter = make_typesetter()
    matter = f'<p><a href="#there">A</a> {" ".join(words)}</p>'
    frame = make_thread(setter, matter).pour(Pt(60), Pt(900))
    drawing = print_frames(setter, [frame])
    assert drawing.lines.stock == 0
    (target,) = PdfReader(io.BytesIO(drawing.tagged_pdf())).named_destinations.values()
    row, x = int((1000 - Y - float(str(target.top))) // LEADING), float(str(target.left)) - X
    (line,) = (line for line in print_matter(plain, 60) if line.row == row)
    (found,) = (here for here, letter in enumerate(line.letters) if abs(letter.x - x) < 0.5)
    assert line.text[found:].split()[0].strip(HYPHEN) in words[at]


STOCK = {
    "line ends as written": "<p>one<br>two</p>",
    "preformatted": "<pre>one two</pre>",
    "right to left": '<p dir="rtl" lang="he">פועלי כל העולם</p>',
    "Hebrew in English": "<p>one עולם two</p>",
}


@pytest.mark.parametrize("matter", STOCK.values(), ids=STOCK)
def test_what_is_left_to_weasyprint(matter: str) -> None:
    lines = count_lines(f"<p>one</p>{matter}<p>two</p>")
    assert lines.planned == 2
    assert lines.stock >= 1


def test_a_word_wider_than_the_measure_is_left_to_weasyprint() -> None:
    lines = count_lines(f"<p>{'x' * 60} one</p><p>two</p>")
    assert lines.stock == 2
    assert lines.planned == 1


def test_looseness_is_asked_for_by_the_paragraph() -> None:
    text = " ".join(PLAIN.split()[:60])
    plain, looser = (
        len(texts(f"<p {asked}>{text}</p>", 120)) for asked in ("", "data-looseness=1")
    )
    assert looser == plain + 1


def test_stretch_and_shrink_are_the_layouts() -> None:
    wide, narrow = (
        Told(justification=Justification(shrink=shrink, scaling=0, narrow_scaling=0))
        for shrink in (0.5, 0.0)
    )
    text = f"<p>{PLAIN}</p>"
    assert len(texts(text, 150, told=wide)) <= len(texts(text, 150, told=narrow))


NOWRAP = {
    "hyphens are on": '<p>a b <span style="white-space: nowrap">representatives of</span> c d</p>',
    "elements within": "<p>a b <span class='nobreak'>of <em>all</em> workers</span> c d</p>",
    "a whole paragraph": '<p style="white-space: nowrap">of <em>all</em> workers <b>and</b> us</p>',
}


@pytest.mark.parametrize("matter", NOWRAP.values(), ids=NOWRAP)
def test_nothing_in_it_is_a_line_end(matter: str) -> None:
    """Neither a word's hyphen nor the edge of an element."""
    whole = re.sub("<[^>]*>", "", re.split('nowrap">|nobreak.>', matter)[1])
    whole = whole.removesuffix(" c d")
    for measure in range(20, 80, 10):
        assert sum(whole in line for line in texts(matter, measure)) == 1, measure


@pytest.mark.parametrize("letter", ["日", "カ", "한", "ไ", "ம", "ع", "א", "\U00020000"])
def test_scripts_that_are_set_by_other_rules(letter: str) -> None:
    """The shipped fonts have none of these; Tamil has words between spaces, and is set here."""
    assert bool(FOREIGN.search(f"one {letter} two")) == (letter != "ம")


def test_what_says_so_is_balanced_as_a_heading_is() -> None:
    words = "Read it, then leave it on the bus"
    css = "h1, p { font: 20pt/24pt 'Libre Franklin'; text-align: center; hyphens: manual }"
    heading, balanced, plain = (
        [line.text.strip() for line in print_matter(matter, 270, css)]
        for matter in (
            f"<h1>{words}</h1>",
            f"<p data-balanced>{words}</p>",
            f"<p>{words}</p>",
        )
    )
    assert balanced == heading
    assert plain != heading
