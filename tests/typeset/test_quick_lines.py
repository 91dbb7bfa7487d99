"""Lines that are split in less time are those that WeasyPrint splits."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline
from weasyprint.text import line_break

from pamphleteer.typeset import foreseeing, quick_lines
from pamphleteer.typeset.thread import Thread
from tests.typeset.composing import make_thread

STYLES = (
    "",
    "p { hyphens: auto; overflow-wrap: break-word }",
    "p { hyphens: auto; hyphenate-limit-chars: 4 1 1 }",
    "p { hyphens: auto; hyphenate-limit-zone: 10% }",
    "p { hyphens: auto; hyphenate-character: '+' }",
    "p { hyphens: auto; font: italic 700 7pt/9pt 'Libre Franklin'; text-decoration: underline }",
    "p { hyphens: auto; font-variant: small-caps oldstyle-nums }",
    "p { hyphens: auto; white-space: pre-line }",
    "p { hyphens: auto; letter-spacing: 1pt; word-spacing: 2pt }",
)
WORDS = (
    *("a", "To", "the", "offices", "selfless", "differently,", "union.", "“Representation”", "V."),
    *("1946", "(the", "well-known", "and/or", "—", "!", "élevé", "don’t", "con\u00adference"),
    *("AWAY", "100\u00a0000", "no\u2060-one", "naïveté…", "אב", "internationalists’", "x" * 30),
)
TEXTS = st.lists(st.sampled_from(WORDS), min_size=5, max_size=40).flatmap(
    lambda words: st.sampled_from(["", " "]).map(lambda edge: " ".join(words) + edge)
)
PLAIN_TEXTS = st.lists(st.sampled_from(WORDS[:9]), min_size=9, max_size=60).map(" ".join)
THREADS: dict[str, Thread] = {css: make_thread("<p lang='en-GB'>one", css) for css in STYLES}
QUICK = quick_lines.quick(line_break.split_first_line)


def style_of(css: str) -> Any:
    (text,) = (box for box in THREADS[css]._root.descendants() if isinstance(box, boxes.TextBox))
    return text.style


def facts(split: tuple[Any, ...]) -> Any:
    layout, *metrics = split
    return vars(layout), metrics


def assert_all_lines_are_stocks(text: str, css: str, width: float) -> None:
    style, context = style_of(css), THREADS[css]._context
    rest: int | None = 0
    while rest is not None:
        stock = line_break.split_first_line(text, style, context, width, 0)
        assert facts(QUICK(text, style, context, width, 0)) == facts(stock)
        rest = stock[2]
        text = text.encode()[rest:].decode()


@given(css=st.sampled_from(STYLES), text=TEXTS | PLAIN_TEXTS, width=st.floats(20, 400))
@example(css=STYLES[1], text="the offices differently, " * 5, width=82.0)
def test_each_line_is_the_one_that_weasyprint_splits(css: str, text: str, width: float) -> None:
    assert_all_lines_are_stocks(text, css, width)


@given(text=PLAIN_TEXTS, letters=st.integers(20, 60), more=st.floats(-1.5, 1.5))
def test_lines_whose_words_just_have_room_or_not(text: str, letters: int, more: float) -> None:
    css = STYLES[1]
    style, context = style_of(css), THREADS[css]._context
    words = text[:letters].rpartition(" ")[0]
    width = line_break.split_first_line(words, style, context, None, 0)[3]
    for near in (more, round(more * 1024) / 1024, 0):
        assert_all_lines_are_stocks(text, css, width + near)


def test_running_text_is_split_without_weasyprint(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most of its lines: else nothing is gained."""
    asked = []
    style, context = style_of(STYLES[1]), THREADS[STYLES[1]]._context

    def stock(text: str, *others: Any) -> tuple[Any, ...]:
        asked.append(text)
        split: tuple[Any, ...] = line_break.split_first_line(text, *others)
        return split

    quick, lines = quick_lines.quick(stock), 0
    text, rest = "the union of selfless offices differently, To the Representation. " * 9, 0
    while rest is not None:
        *_, rest, _, _, _ = quick(text, style, context, 170.0, 0)
        text, lines = text.encode()[rest:].decode(), lines + 1
    assert lines > 15
    assert len(asked) < lines / 4


def test_a_measured_text_is_as_wide_as_its_line() -> None:
    style, context = style_of(""), THREADS[""]._context
    for text in ("offices", "no\u2060-one, To", "élevé — don’t"):
        measured = foreseeing.measure(text, style)
        width = line_break.split_first_line(text, style, context, None, 0)[3]
        assert measured.before[-1] / 1024 == pytest.approx(width, abs=1e-9)
        assert len(measured.before) == len(text) + 1


@pytest.mark.parametrize("plain", ["", "1"])
def test_the_environment_switches_it_off(plain: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(quick_lines.OFF, plain)
    monkeypatch.setattr(inline, "split_first_line", line_break.split_first_line)
    quick_lines.quicken_lines()
    assert (inline.split_first_line is line_break.split_first_line) == bool(plain)
