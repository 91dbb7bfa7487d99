"""Lines that WeasyPrint sets are filled, even where a space stands out before an inline element."""

import inspect
from itertools import pairwise

import pytest
from weasyprint.formatting_structure import boxes
from weasyprint.text.line_break import split_first_line

from pamphleteer.typeset.frame import Frame
from pamphleteer.units import Pt
from tests.typeset.composing import make_thread

MATTER = (
    "<p>If an earlier issue of yours lies about as one long text file, "
    "<span>pamphleteer import</span> takes it apart, and <a>says</a> where it was unsure.</p>"
)
ROOM = Pt(400)
STOCK = "p { white-space: pre-line }"
"""Paragraphs whose lines may end where they are written are WeasyPrint's to set."""


def lines(frame: Frame) -> list[tuple[str, float]]:
    """The text of each line, and its width in points."""
    found = []
    for root in frame.content[0]:
        for line in (box for box in root.descendants() if isinstance(box, boxes.LineBox)):
            texts = [box for box in line.descendants() if isinstance(box, boxes.TextBox)]
            width = max(box.position_x + box.width for box in texts) * 0.75
            found.append(("".join(box.text for box in texts).strip(), width))
    return found


def width_of(text: str) -> float:
    ((_, width),) = lines(make_thread(f"<p>{text}</p>", STOCK).pour(ROOM, Pt(12)))
    return width


@pytest.mark.parametrize("more", [0.01, 0.5, 1, 2])
def test_words_that_fill_a_line_stand_on_it(more: float) -> None:
    text = "yours lies about as one long text file,"
    measure = Pt(width_of(text) + more)
    frame = make_thread(f"<p>{text} <em>if it is one</em></p>", STOCK).pour(measure, Pt(60))
    assert [line for line, _ in lines(frame)][:2] == [text, "if it is one"]


def test_no_line_ends_where_its_next_word_has_room() -> None:
    for step in range(0, 40, 3):
        measure = Pt(90 + step)
        found = lines(make_thread(MATTER, STOCK).pour(measure, Pt(400)))
        for (line, width), (after, _) in pairwise(found):
            word = after.split()[0]
            assert width + width_of(f"n {word}") - width_of("n") > measure, f"{line}|{after}"


def test_words_stay_whole_and_in_order_at_every_measure() -> None:
    text = MATTER.replace("<span>", "").replace("</span>", "").replace("<a>", "")
    text = text.replace("</a>", "").removeprefix("<p>").removesuffix("</p>")
    for step in range(0, 40, 3):
        frame = make_thread(MATTER, STOCK).pour(Pt(90 + step), Pt(400))
        assert " ".join(line for line, _ in lines(frame)) == text


def test_the_function_that_is_wrapped_is_as_it_was() -> None:
    names = "text style context max_width justification_spacing is_line_start minimum"
    assert list(inspect.signature(split_first_line).parameters) == names.split(), (
        "src/pamphleteer/typeset/full_lines.py wraps this"
    )
