"""Notes stand at the foot of the frame that calls them, and a frame tells where and how deep."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.typeset.frame import Frame
from pamphleteer.typeset.thread import Thread
from pamphleteer.units import Pt
from tests.typeset.composing import make_thread, pour_all

AREA = 3 + 0.75 + 2.25
"""Points that the area takes beside its notes: its margin, border and padding."""

CSS = """
@page { @footnote { margin-top: 3pt; border-top: .75pt solid; padding-top: 2.25pt } }
.note { font-size: 7pt; line-height: 9pt; footnote-policy: line }
.note::footnote-call { line-height: 0 }
p { orphans: 1; widows: 1 }
"""


def note(words: str) -> str:
    return f'<span class="note">{words}</span>'


def story(notes: list[int]) -> Thread:
    """A line for each entry, which calls a note of so many lines if that is not 0."""
    written = (note("<br>".join(["word"] * lines)) if lines else "" for lines in notes)
    return make_thread("".join(f"<p>one{each}</p>" for each in written), CSS)


def test_lines_tell_how_deep_their_notes_are() -> None:
    lines = story([0, 2, 0, 1]).pour(Pt(100), Pt(5000)).lines
    depths = [line.notes for line in lines]
    assert depths == pytest.approx([0, AREA + 18, 0, AREA + 9])


def test_a_line_that_calls_two_notes_tells_of_both() -> None:
    thread = make_thread(f"<p>one{note('a')} two{note('b')}</p>", CSS)
    (line,) = thread.pour(Pt(100), Pt(500)).lines
    assert line.notes == pytest.approx(2 * (AREA + 9))


def test_a_row_of_a_table_tells_of_its_notes() -> None:
    thread = make_thread(f"<table><tr><td>one{note('a')}<td>two</table>", CSS)
    (row,) = thread.pour(Pt(100), Pt(500)).lines
    assert row.notes == pytest.approx(AREA + 9)


def test_a_frame_tells_where_its_notes_begin() -> None:
    with_notes, without, _ = pour_all(story([1, 0, 0, 0, 0]), 36)
    assert with_notes.notes_top == pytest.approx(36 - AREA - 9, abs=0.5)
    assert with_notes.depth == pytest.approx(36)
    assert without.notes_top is None


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12), st.integers(4, 12))
def test_notes_stand_below_the_text_that_calls_them(notes: list[int], lines: int) -> None:
    frames = pour_all(story(notes), lines * 12)
    assert sum(len(frame.lines) for frame in frames) == len(notes)
    for frame in frames:
        called = sum(bool(line.notes) for line in frame.lines)
        assert bool(called) == (frame.notes_top is not None)
        assert foot(frame) <= lines * 12 + 0.1
        assert frame.overset is None


def foot(frame: Frame) -> float:
    """How deep text and notes are together, the area counted once."""
    notes = [line.notes - AREA for line in frame.lines if line.notes]
    text = frame.lines[-1].bottom if frame.lines else 0
    return text + sum(notes) + (AREA if notes else 0)


def test_lines_tell_what_their_block_mentions() -> None:
    matter = (
        '<section data-mentions="4 2"><p data-mentions="2">one<br>two</p></section><p>three</p>'
    )
    lines = make_thread(matter, CSS).pour(Pt(100), Pt(500)).lines
    assert [line.mentions for line in lines] == [(4, 2), (4, 2), ()]


def test_a_picture_tells_what_its_block_mentions() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>a</title></svg>'
    (line,) = make_thread(f'<div data-mentions="1">{svg}</div>').pour(Pt(100), Pt(500)).lines
    assert line.mentions == (1,)
