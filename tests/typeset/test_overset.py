"""What stands out of a frame is told with it (G6): nothing is lost or overprinted in silence."""

import pytest

from pamphleteer.typeset.fetching import BASE_URL
from pamphleteer.typeset.frame import Frame
from pamphleteer.units import Pt
from tests.typeset.composing import make_thread
from tests.typeset.random_documents import ASSETS

PICTURE = f'<img alt="dot" src="{BASE_URL}dot.png">'


def pour(matter: str, css: str = "", *, height: float = 48) -> Frame:
    return make_thread(matter, css, ASSETS).pour(Pt(100), Pt(height))


def told(frame: Frame) -> tuple[str, str, int]:
    assert frame.overset is not None
    assert frame.overset.excess > 0
    return frame.overset.what, frame.overset.text, frame.overset.line


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_word_wider_than_the_measure(direction: str) -> None:
    matter = f'<p data-line="4" dir="{direction}">one <em>{"m" * 30}</em> two</p>'
    assert told(pour(matter)) == ("wide", "m" * 30, 4)


def test_a_picture_wider_than_the_measure() -> None:
    css = "img { width: 110pt; height: 9pt }"
    assert told(pour(f'<p data-line="4">{PICTURE}</p>', css)) == ("wide", "", 4)


def test_a_wide_word_in_a_note() -> None:
    matter = f'<p data-line="4">one<span class="note">two {"m" * 30}</span></p>'
    assert told(pour(matter)) == ("wide", "m" * 30, 4)


def test_a_picture_deeper_than_the_frame() -> None:
    frame = pour(f'<figure data-line="6">{PICTURE}</figure>', "img { width: 9pt; height: 60pt }")
    assert told(frame)[::2] == ("deep", 6)
    assert frame.overset is not None
    assert frame.overset.excess == pytest.approx(12, abs=8)


def test_a_row_deeper_than_the_frame() -> None:
    matter = f'<table><tr data-line="6"><td>one {PICTURE}</td></tr></table>'
    assert told(pour(matter, "img { width: 9pt; height: 60pt }")) == ("deep", "one", 6)


def test_notes_deeper_than_the_frame() -> None:
    matter = f'<p data-line="2">one<span class="note">{"two " * 200}</span></p>'
    thread = make_thread(matter)
    frames = [thread.pour(Pt(100), Pt(36)) for _ in range(2)]
    what, text, line = told(next(frame for frame in frames if frame.overset))
    assert (what, text[:10], line) == ("footnotes", "1. two two", 2)


def test_text_that_runs_into_its_notes() -> None:
    """The note and the first line need more than the frame has; the line is set all the same."""
    matter = f'<p data-line="2">one<span class="note">{"two " * 16}</span></p>'
    css = "@page { @footnote { margin-top: 6pt } } .note { font-size: 7pt; line-height: 9pt }"
    whole = pour(matter, css, height=60)
    assert whole.overset is None
    tight = pour(matter, css, height=12)
    assert tight.overset is None or tight.overset.what in ("deep", "footnotes")


@pytest.mark.parametrize(("part", "found"), [("thead", "head"), ("tfoot", "foot")])
def test_a_head_or_foot_that_no_row_fits_beside(part: str, found: str) -> None:
    """WeasyPrint leaves such a head out, and its words would be lost."""
    repeated = f'<{part} data-line="2"><tr><td>{found}</td></tr></{part}>'
    table = f"<table>{repeated}<tbody><tr><td>one</td></tr><tr><td>two</td></tr></tbody></table>"
    assert told(pour(table, height=14)) == ("deep", found, 2)
    assert pour(table).overset is None


def test_an_empty_head_may_be_left_out() -> None:
    head = "<thead><tr><td></td></tr></thead>"
    table = f"<table>{head}<tbody><tr><td>one</td></tr></tbody></table>"
    assert pour(table, height=14).overset is None


def test_what_fits_is_not_overset() -> None:
    matter = f'<p>one two <span class="note">three</span> {PICTURE}</p>'
    frame = pour(matter, "img { width: 99pt; height: 20pt }", height=72)
    assert frame.overset is None


def test_a_table_that_is_too_wide_is_told_by_its_cell() -> None:
    row = f'<tr data-line="4"><td>{"x" * 60}</td><td>two</td></tr>'
    matter = f'<table data-line="2"><tr data-line="3"><td>one</td><td>one</td></tr>{row}</table>'
    assert told(pour(matter)) == ("table", "x" * 60, 4)


def test_a_table_of_the_layouts_is_no_table() -> None:
    matter = f'<div class="row" data-line="2"><p>{"x" * 60}</p><p>two</p></div>'
    style = ".row { display: table } .row p { display: table-cell }"
    assert told(pour(matter, style))[0] == "wide"
