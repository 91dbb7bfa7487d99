"""The facts of a frame: lines, their places, margins that vanish, depth, and purity of pours."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.units import Pt
from tests.typeset.composing import make_thread, pour_all
from tests.typeset.random_documents import ASSETS
from tests.typeset.reading_back import signature

LINES = "".join(f"<p>line{number}</p>" for number in range(12))
NESTS = ["{}", "<article>{}</article>", "<section><div>{}</div></section>"]
DEEP_NEST = "<article><section><div><div>{}</div></div></section></article>"


@pytest.mark.parametrize("nest", [*NESTS, DEEP_NEST])
@pytest.mark.parametrize("tag", ["h2", "p", "blockquote", "ul", "table", "pre", "figure"])
def test_margins_vanish_at_the_top_of_a_later_frame(nest: str, tag: str) -> None:
    inside = {"ul": "<li>two</li>", "table": "<tr><td>two</td></tr>"}.get(tag, "two")
    matter = nest.format(f"<p>one</p><{tag} class=it>{inside}</{tag}><p>three</p>")
    css = ".it { margin: 24pt 0 0; font: inherit; border-spacing: 0 } td { padding: 0 }"
    thread = make_thread(matter, css)
    thread.pour(Pt(100), Pt(12))
    assert thread.pour(Pt(100), Pt(24)).lines[0].top == pytest.approx(0)


@pytest.mark.parametrize("nest", NESTS)
def test_nested_margins_vanish_too(nest: str) -> None:
    """The margin of a block and of its first child, both at the frame's top."""
    matter = f"<p>one</p>{nest.format('<section class=it><h2 class=it>two</h2></section>')}"
    thread = make_thread(matter, ".it { margin: 24pt 0 0 }")
    thread.pour(Pt(100), Pt(12))
    assert thread.pour(Pt(100), Pt(24)).lines[0].top == pytest.approx(0)


def test_the_margin_that_vanished_is_told() -> None:
    thread = make_thread("<p>one</p><h2>two</h2>", "h2 { margin-top: 18pt }")
    thread.pour(Pt(100), Pt(12))
    (line,) = thread.pour(Pt(100), Pt(24)).lines
    assert line.space_before == pytest.approx(18)


def test_a_paragraph_that_goes_on_has_no_space_before() -> None:
    thread = make_thread("<blockquote><p>one<br>two</p><p>three</p></blockquote>", CONTINUED)
    frames = pour_all(thread, 12)
    assert [frame.lines[0].space_before for frame in frames] == pytest.approx([24, 0, 6])


CONTINUED = "blockquote { margin: 24pt 0 0 } p { margin: 6pt 0 0; orphans: 1; widows: 1 }"


@given(leading=st.integers(28, 80).map(lambda quarter: quarter / 4), lines=st.integers(1, 40))
def test_a_frame_of_n_lines_takes_n_lines(leading: float, lines: int) -> None:
    matter = "<p>" + "<br>".join(["word"] * 45) + "</p>"
    css = f"html {{ font-size: 6pt; line-height: {leading}pt }} p {{ orphans: 1; widows: 1 }}"
    frame = make_thread(matter, css).pour(Pt(100), Pt(lines * leading))
    assert len(frame.lines) == lines
    assert frame.depth == pytest.approx(lines * leading, abs=0.1)


@pytest.mark.parametrize("leading", [7.1, 9.7, 11.3, 12.123, 13.33, 14.7])
def test_crooked_leadings_fill_frames_too(leading: float) -> None:
    matter = "<p>" + "<br>".join(["word"] * 60) + "</p>"
    css = f"html {{ font-size: 6pt; line-height: {leading}pt }} p {{ orphans: 1; widows: 1 }}"
    for lines in (1, 7, 29, 53):
        assert len(make_thread(matter, css).pour(Pt(100), Pt(lines * leading)).lines) == lines


def test_lines_tell_where_they_may_be_parted() -> None:
    css = "p { orphans: 3; widows: 4 } h2 { break-after: avoid } .whole { break-inside: avoid }"
    matter = "<h2>one</h2><p>two<br>three</p><div class=whole><p>four</p><p>five</p></div>"
    head, two, three, four, five = make_thread(matter, css).pour(Pt(100), Pt(90)).lines
    assert head.keep_with_next
    assert not two.keep_with_next
    assert (two.orphans, two.widows) == (3, 4)
    assert two.block == three.block != four.block != five.block
    assert two.group is None
    assert four.group == five.group is not None


def test_a_block_keeps_its_number_in_the_next_frame() -> None:
    first, second = pour_all(make_thread("<p>one<br>two</p>", "p { orphans: 1; widows: 1 }"), 12)
    assert first.lines[0].block == second.lines[0].block


def test_lines_of_one_leading_have_their_baselines_a_leading_apart() -> None:
    baselines = [line.baseline for line in make_thread(LINES).pour(Pt(100), Pt(144)).lines]
    steps = [lower - upper for upper, lower in pairwise(baselines)]
    assert steps == pytest.approx([12] * 11)


def test_a_frame_with_notes_is_as_deep_as_it_is_high() -> None:
    """Notes stand at its foot; the float slack is not counted, or a row would be taken too many."""
    matter = '<p>one<span class="note">two</span></p>'
    assert make_thread(matter, "sup { line-height: 0 }").pour(
        Pt(100), Pt(48)
    ).depth == pytest.approx(48)


def test_depth_reaches_to_the_bottom_of_a_box() -> None:
    css = ".box { padding: 4pt; border: 2pt solid }"
    frame = make_thread('<div class="box"><p>one</p></div>', css).pour(Pt(100), Pt(48))
    assert frame.depth == pytest.approx(24)
    divided = make_thread('<div class="box"><p>one</p><p>two</p></div>', css)
    assert divided.pour(Pt(100), Pt(20)).depth == pytest.approx(18)


def test_depth_reaches_to_the_bottom_of_a_tint() -> None:
    css = ".box { padding: 4pt; background: #eee } p { padding-bottom: 9pt }"
    matter = '<div class="box"><p>one</p></div><p>two</p>'
    first, second = pour_all(make_thread(matter, css), 30)
    assert (first.depth, second.depth) == pytest.approx(
        (29, 12)
    )  # padding without ink is no matter
    (first, _) = pour_all(make_thread('<div class="box"><p>one<p>two</div>', css), 20)
    assert first.depth == pytest.approx(20)


def test_a_pour_taken_back_and_repeated_is_the_same() -> None:
    matter = '<h2>one</h2><p>two<span class="note">three</span> four</p>' + LINES
    thread = make_thread(matter, "h2 { margin-top: 12pt }", ASSETS)
    start = thread.mark()
    first = [signature(thread.pour(Pt(100), Pt(60))) for _ in range(2)]
    thread.back_to(start)
    thread.pour(Pt(70), Pt(24))
    thread.back_to(start)
    assert [signature(thread.pour(Pt(100), Pt(60))) for _ in range(2)] == first
    assert thread.pours == 5


def test_a_mark_serves_more_than_once() -> None:
    thread = make_thread(LINES)
    thread.pour(Pt(100), Pt(24))
    mark = thread.mark()
    ends = []
    for _ in range(3):
        ends.append([signature(frame) for frame in pour_all(thread, 36)])
        assert thread.done
        thread.back_to(mark)
        assert not thread.done
    assert ends[0] == ends[1] == ends[2]


EDGED = (
    ".box { margin: 6pt 0; border-top: 2pt solid; padding: 3pt 0 5pt } p { orphans: 1; widows: 1 }"
)


def test_edges_above_and_below_a_line_are_told() -> None:
    """They stay where a frame begins or ends with the line, unlike margins."""
    thread = make_thread("<p>one</p><div class=box><p>two</p><p>three</p></div><p>four</p>", EDGED)
    (frame,) = pour_all(thread, 200)
    assert [line.head for line in frame.lines] == pytest.approx([0, 5, 0, 0])
    assert [line.tail for line in frame.lines] == pytest.approx([0, 0, 5, 0])


def test_what_may_not_be_parted_from_what_is_above_keeps_it() -> None:
    thread = make_thread(
        "<p>one</p><p>two</p><ul><li>three</li></ul>", "ul { break-before: avoid }"
    )
    (frame,) = pour_all(thread, 200)
    assert [line.keep_with_next for line in frame.lines] == [False, True, False]
