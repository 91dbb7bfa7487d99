"""What WeasyPrint's boxes say of themselves, on which the kernel leans, pinned."""

from weasyprint.formatting_structure import boxes

from pamphleteer.units import Pt
from tests.typeset.composing import make_thread
from tests.typeset.test_private_surface import MATTER, source, used_by


def test_a_place_to_resume_at_is_nested_by_child() -> None:
    thread = make_thread(MATTER)
    thread.pour(Pt(100), Pt(12))
    assert thread._context.page_maker[-1][0] == {0: {1: None}}, used_by("thread.py, _line_at")


def test_the_sides_that_a_break_bares_are_named_in_a_set() -> None:
    thread = make_thread("<div><p>one</p><p>two</p></div>")
    for box in source(thread, boxes.ParentBox):
        assert box.remove_decoration_sides == set(), used_by("thread.py, guard G3")
    parts = [thread.pour(Pt(100), Pt(12)).content[0][0] for _ in range(2)]
    sides = [part.children[0].children[0].remove_decoration_sides for part in parts]
    assert sides == [{"bottom"}, {"top"}], used_by("strips.py, _margin_top")


def test_a_call_knows_its_note() -> None:
    thread = make_thread(MATTER)
    notes = [box.footnote for box in thread._root.descendants() if box.footnote]
    assert notes == thread._context.footnotes, used_by("thread.py, guard G2")


def test_notes_are_not_among_the_descendants() -> None:
    texts = [box.text for box in source(make_thread(MATTER), boxes.TextBox)]
    assert "three" not in texts, used_by("thread.py, which looks at notes apart")


def test_an_outside_marker_says_so() -> None:
    markers = [box for box in make_thread(MATTER)._root.descendants() if box.is_outside_marker]
    (marker,) = markers
    assert marker.style["position"] == "absolute", used_by("guards.py, _is_placed")


def test_heads_of_tables_say_so() -> None:
    head, body = source(make_thread(MATTER), boxes.TableBox)[0].children
    assert (head.is_header, head.is_footer) == (True, False), used_by("strips.py")
    assert (body.is_header, body.is_footer) == (False, False), used_by("strips.py")


def test_boxes_of_these_kinds_are_told_apart() -> None:
    assert issubclass(boxes.InlineFlexBox, boxes.FlexContainerBox), used_by("guards.py")
    assert issubclass(boxes.InlineGridBox, boxes.GridContainerBox), used_by("guards.py")
    assert issubclass(boxes.InlineReplacedBox, boxes.ReplacedBox), used_by("strips.py")
    assert not issubclass(boxes.LineBox, boxes.BlockLevelBox), used_by("strips.py")
