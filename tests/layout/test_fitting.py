"""Display type that is fitted to its line: as few lines as may be, and each as even as can be."""

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.layout.fitting import FittedText, divide, fit_text, font_ems, ways_to_fit
from pamphleteer.layout.spec import Fitted
from pamphleteer.resources import resource_folder
from pamphleteer.units import Pt

DISPLAY = resource_folder("fonts") / "league-gothic" / "LeagueGothic-Regular.ttf"

texts = st.lists(st.text("abciwm", min_size=1, max_size=9), min_size=1, max_size=9).map(" ".join)
spans = st.tuples(st.floats(8, 40), st.floats(0, 40)).map(
    lambda pair: Fitted(least=Pt(pair[0]), most=Pt(pair[0] + pair[1]))
)
widths = st.floats(40, 500).map(Pt)
WIDTHS = {"i": 0.25, " ": 0.2, "w": 0.7, "m": 0.8}


def ems(text: str) -> float:
    """Widths such as a narrow face has."""
    return sum(WIDTHS.get(character, 0.4) for character in text)


def ways_to_divide(words: Sequence[str], lines: int) -> Iterator[list[str]]:
    """Every way there is, one cut after another."""
    for cuts in combinations(range(1, len(words)), lines - 1):
        places = pairwise((0, *cuts, len(words)))
        yield [" ".join(words[start:end]) for start, end in places]


def longest(lines: Sequence[str]) -> float:
    return max(map(ems, lines))


def broken(text: str, width: float, size: float) -> list[str]:
    """The lines of a text where each takes as many words as it holds, as a browser sets it."""
    lines: list[str] = []
    for word in text.split():
        if lines and ems(f"{lines[-1]} {word}") * size <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


@given(texts, st.integers(1, 4))
def test_dividing_loses_no_word_and_no_way_is_shorter(text: str, lines: int) -> None:
    words = text.split()
    if lines <= len(words):
        divided = divide(words, lines, ems)
        assert len(divided) == lines
        assert " ".join(divided) == text
        assert longest(divided) == min(map(longest, ways_to_divide(words, lines)))


@given(texts, widths, spans, st.integers(1, 3))
def test_fitted_text_takes_as_few_lines_as_its_least_size_allows(
    text: str, width: Pt, span: Fitted, most_lines: int
) -> None:
    fitted = fit_text(text, ems=ems, width=width, span=span, most_lines=most_lines)
    assert span.least - 0.01 <= fitted.size <= span.most + 0.01
    assert fitted.width <= width + 0.01
    fewest = fewest_lines(text, width, span, most_lines)
    if fewest is None:
        assert fitted == FittedText(size=span.least, width=width)
    else:
        lines = broken(text, fitted.width, fitted.size)
        assert len(lines) == fewest
        assert longest(lines) * fitted.size <= width


def fewest_lines(text: str, width: float, span: Fitted, most: int) -> int | None:
    words = text.split()
    for lines in range(1, min(most, len(words)) + 1):
        if min(map(longest, ways_to_divide(words, lines))) * span.least <= width * 0.985:
            return lines
    return None


@given(texts, widths, spans)
def test_the_lines_break_as_they_were_divided(text: str, width: Pt, span: Fitted) -> None:
    """The longest line is no longer than it need be, where the width is not the whole."""
    words = text.split()
    fitted = fit_text(text, ems=ems, width=width, span=span, most_lines=3)
    lines = broken(text, fitted.width, fitted.size)
    if fitted.width < width - 0.01:
        even = min(map(longest, ways_to_divide(words, len(lines))))
        assert longest(lines) <= even * 1.02


@given(texts, widths, spans)
def test_more_lines_allow_larger_sizes(text: str, width: Pt, span: Fitted) -> None:
    ways = list(ways_to_fit(text, ems=ems, width=width, span=span, most_lines=3))
    assert [way.size for way in ways] == sorted(way.size for way in ways)
    assert len(ways) <= 3


@given(texts, widths, spans)
def test_a_text_that_fits_is_as_large_as_it_may_be(text: str, width: Pt, span: Fitted) -> None:
    for way in ways_to_fit(text, ems=ems, width=width, span=span, most_lines=1):
        assert way.size == pytest.approx(min(span.most, width * 0.985 / ems(text)), abs=0.01)


@pytest.mark.parametrize("text", ["", " ", "\u00a0"])
def test_a_text_without_words_has_the_least_size(text: str) -> None:
    span = Fitted(least=Pt(20), most=Pt(40))
    fitted = fit_text(text, ems=ems, width=Pt(300), span=span, most_lines=3)
    assert fitted == FittedText(size=Pt(20), width=Pt(300))


def test_a_very_long_text_is_left_to_wrap_at_once() -> None:
    text = " ".join(["word"] * 400)
    span = Fitted(least=Pt(20), most=Pt(40))
    fitted = fit_text(text, ems=ems, width=Pt(300), span=span, most_lines=3)
    assert fitted == FittedText(size=Pt(20), width=Pt(300))


def test_a_font_is_measured_by_its_advances() -> None:
    measure = font_ems(DISPLAY)
    assert measure("") == 0
    assert 0.1 < measure("I") < measure("M") < 1
    assert measure("MIM") == pytest.approx(2 * measure("M") + measure("I"))
    assert measure("世") == 0.5
