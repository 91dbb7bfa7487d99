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
    assert [line.notes for line in lines] == pytest.approx([0, 18, 0, 9])


def test_a_line_that_calls_two_notes_tells_of_both() -> None:
    thread = make_thread(f"<p>one{note('a')} two{note('b')}</p>", CSS)
    (line,) = thread.pour(Pt(100), Pt(500)).lines
    assert line.notes == pytest.approx(2 * 9)


def test_a_row_of_a_table_tells_of_its_notes() -> None:
    thread = make_thread(f"<table><tr><td>one{note('a')}<td>two</table>", CSS)
    (row,) = thread.pour(Pt(100), Pt(500)).lines
    assert row.notes == pytest.approx(9)


def test_a_frame_tells_where_its_notes_begin() -> None:
    with_notes, without, _ = pour_all(story([1, 0, 0, 0, 0]), 36)
    assert with_notes.notes_top == pytest.approx(36 - AREA - 9, abs=0.5)
    assert with_notes.depth == pytest.approx(36)
    assert with_notes.area == pytest.approx(AREA)
    assert without.notes_top is None
    assert not without.area


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
    """How deep text and notes are together."""
    text = frame.lines[-1].bottom if frame.lines else 0
    return text + sum(line.notes for line in frame.lines) + frame.area


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


def test_a_frame_without_end_has_the_notes_of_a_high_one() -> None:
    """There they are set all at once; nothing else is different."""
    matter = "".join(f"<p>one{note('two ' * count)}</p>" for count in range(1, 12))
    high, endless = (make_thread(matter, CSS).pour(Pt(100), Pt(size)) for size in (9e4, 1e6))
    assert [line.notes for line in endless.lines] == [line.notes for line in high.lines]
    assert [line.top for line in endless.lines] == [line.top for line in high.lines]
    assert not endless.late
    assert endless.notes_top
    assert endless.height - endless.notes_top == pytest.approx(high.height - (high.notes_top or 0))


def test_a_deeper_frame_has_its_notes_at_its_foot() -> None:
    frame = story([1, 0]).pour(Pt(100), Pt(60))
    deeper = frame.deepened(Pt(96))
    assert (deeper.height, deeper.depth) == (Pt(96), Pt(96))
    assert deeper.notes_top == pytest.approx((frame.notes_top or 0) + 36)
    assert places(deeper)[0] == places(frame)[0]
    assert places(deeper)[1] == pytest.approx([y + 48 for y in places(frame)[1]])
    assert deeper.lines == frame.lines


def places(frame: Frame) -> list[list[float]]:
    """How high the texts stand, and the notes, in pixels."""
    return [
        [box.position_y for box in root.descendants() if hasattr(box, "text")]
        for root in frame.content[0]
    ]


def test_a_note_that_waits_is_told() -> None:
    """Two lines stay together, and the first one's note leaves no room for the second."""
    css = f"{CSS} p {{ orphans: 2 }} .note {{ footnote-policy: auto }}"
    thread = make_thread(f"<p>one{note('two')}<br>three<br>four</p>", css)
    first, second, *_ = pour_all(thread, 24)
    assert (first.late, second.late) == (True, False)
