"""Tables that go on in the next frame: their heads stand there again, and are no words of it."""

import pytest

from pamphleteer.typeset.frame import Frame
from pamphleteer.units import Pt
from tests.typeset.composing import make_thread, pour_all

CSS = "table { border-spacing: 0 } th, td { padding: 0; font-weight: normal }"


def table(head: bool, bodies: tuple[int, ...]) -> str:
    """A table with so many rows in each of its bodies; each row has one line."""
    rows = ["<tr><td>one</td></tr>" * count for count in bodies]
    inside = "".join(f"<tbody>{each}</tbody>" for each in rows)
    return f"<table>{'<thead><tr><th>head</th></tr></thead>' if head else ''}{inside}</table>"


def pour(matter: str, lines: int) -> list[Frame]:
    return pour_all(make_thread(matter, CSS), lines * 12)


@pytest.mark.parametrize("bodies", [(7,), (2, 5), (1, 1, 5)])
def test_a_head_stands_in_every_frame(bodies: tuple[int, ...]) -> None:
    first, *others = pour(table(True, bodies), 3)
    assert first.labels == ()
    assert [len(frame.lines) for frame in (first, *others)] == [3, 2, 2, 1]
    for frame in others:
        (label,) = frame.labels
        assert (label.y, label.height) == pytest.approx((0, 12))
        assert frame.lines[0].top == pytest.approx(12)


def test_rows_without_a_head_have_no_labels() -> None:
    frames = pour(table(False, (7,)), 3)
    assert [len(frame.lines) for frame in frames] == [3, 3, 1]
    assert not any(frame.labels for frame in frames)


def test_a_table_that_begins_in_a_later_frame_has_its_head_once() -> None:
    first, second = pour(f"<p>one<br>two</p>{table(True, (1,))}", 2)
    assert len(first.lines) == len(second.lines) == 2
    assert second.labels == ()


@pytest.mark.parametrize("lines", range(2, 9))
def test_every_row_is_a_line_once(lines: int) -> None:
    """The head is one too, in the frame in which the table begins."""
    frames = pour(f"<p>one</p>{table(True, (3, 6))}<p>two</p>", lines)
    assert sum(len(frame.lines) for frame in frames) == 1 + 1 + 9 + 1


def test_width_is_that_of_the_words() -> None:
    frame = pour(table(True, (7,)), 3)[1]
    assert 0 < frame.labels[0].width <= Pt(100)
