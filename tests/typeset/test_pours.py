"""The smallest case of each guard: notes left over, notes that wait, and pours that are repeated.

The fuzz finds what nobody thought of; these say at once what has gone.
"""

from collections.abc import Sequence

import pytest

from pamphleteer.typeset.frame import Frame
from pamphleteer.typeset.thread import Thread
from pamphleteer.units import Pt
from tests.typeset.composing import make_thread, pour_all
from tests.typeset.reading_back import Reader, run_together, signature

CSS = "p { orphans: 1; widows: 1 } .note { font: 9pt/12pt 'Linux Libertine O' }"


def note(*words: str) -> str:
    return f'<span class="note">{" ".join(words)}</span>'


def read(frames: Sequence[Frame]) -> tuple[list[str], list[str]]:
    """The words of the text and of the notes, line ends counting as spaces."""
    reader = Reader()
    for frame in frames:
        reader.read(frame)
    return " ".join(reader.main).split(), " ".join(reader.notes).split()


def test_notes_left_over_do_not_set_the_article_again() -> None:
    """G1: the text is at its end, and one of its notes still waits."""
    thread = make_thread(f"<p>one{note('a', 'b', 'c', 'd')}{note('e', 'f', 'g')}</p>", CSS)
    first = thread.pour(Pt(60), Pt(36))
    assert not first.finished
    frames = [first, *pour_all(thread, 36, Pt(60))]
    assert read(frames) == (["one"], list("abcdefg"))
    assert not frames[-1].lines


FILLED = [f"filler{number}" for number in range(20)]
LONG_NOTE = [f"explained{number}" for number in range(9)]


def test_a_note_is_not_lost_though_it_was_put_off() -> None:
    """G2: the first note takes the frame's room; the second's call is set all the same."""
    matter = f"<p>one{note(*LONG_NOTE)} two</p><p>three{note('last')} {' '.join(FILLED)}</p>"
    for rows in range(2, 9):
        text, notes = read(pour_all(make_thread(matter, CSS), 12 * rows))
        assert text == ["one", "two", "three", *FILLED]
        assert notes == [*LONG_NOTE, "last"]


@pytest.mark.parametrize("rows", range(2, 9))
def test_notes_keep_their_order(rows: int) -> None:
    """G2: WeasyPrint puts a note that waits behind a later one, above all after a trial."""
    matter = f"<p>one {note(*LONG_NOTE)}{note('last')} </p><p>two three four five six seven</p>"
    thread = make_thread(matter, CSS)
    frames = []
    while not thread.done:
        mark = thread.mark()
        thread.pour(Pt(60), Pt(24))
        thread.back_to(mark)
        frames.append(thread.pour(Pt(100), Pt(12 * rows)))
    words = ["one", "two", "three", "four", "five", "six", "seven"]
    assert read(frames) == (words, [*LONG_NOTE, "last"])


def test_a_note_comes_again_when_its_call_is_poured_again() -> None:
    thread = make_thread(f"<p>one two{note('three')}</p>", CSS)
    start = thread.mark()
    for _ in range(3):
        assert read([thread.pour(Pt(100), Pt(60))]) == (["one", "two"], ["three"])
        assert thread.done
        thread.back_to(start)


def test_a_note_that_waited_waits_again() -> None:
    thread = make_thread(f"<p>one{note('a', 'b', 'c', 'd')}{note('e', 'f', 'g')}</p>", CSS)
    thread.pour(Pt(60), Pt(36))
    waiting = thread.mark()
    for _ in range(3):
        assert read(pour_all(thread, 36, Pt(60)))[1] == list("efg")
        thread.back_to(waiting)


def test_a_table_is_the_same_after_a_trial_in_another_width() -> None:
    """G3: layout writes on the source boxes, on tables with collapsed borders above all."""
    matter = "<div><table><tr><td>a</td><td>a b c d</td></tr></table></div>"
    css = "table { border-collapse: collapse } td { border: 2pt solid; padding: 0 }"
    tried = make_thread(matter, css)
    start = tried.mark()
    pour_all(tried, 40, Pt(20))
    tried.back_to(start)
    fresh = make_thread(matter, css)
    assert signature(tried.pour(Pt(60), Pt(40))) == signature(fresh.pour(Pt(60), Pt(40)))


def test_a_row_is_never_divided() -> None:
    """G5: words of a divided row would be printed twice."""
    css = (
        "td { padding: 0; font-size: 7.5pt; line-height: 9pt } table { border-collapse: collapse }"
    )
    row = "<tr><td>organizationw0 internationalw1</td><td>organizationw2</td></tr>"
    matter = f"<table><thead><tr><td>H</td></tr></thead>{row}</table><p>end</p>"
    thread = make_thread(matter, "html { hyphens: auto; overflow-wrap: anywhere }" + css)
    words = read(pour_all(thread, 20, Pt(40)))[0]
    assert run_together(words) == "organizationw0internationalw1organizationw2end"


def test_a_margin_stays_only_where_a_text_must_begin_anew() -> None:
    """There it was wished for; the space above a whole text is the make-up's to give."""
    css = "p { margin-top: 24pt } .new { break-before: page }"
    thread = make_thread('<p>one</p><p class="new">two</p><p>three</p>', css)
    start = thread.mark()
    for _ in range(2):
        tops = [frame.lines[0].top for frame in (thread.pour(Pt(99), Pt(40)) for _ in range(3))]
        assert tops == pytest.approx([0, 24, 0])
        thread.back_to(start)


@pytest.fixture
def thread_with_a_float(monkeypatch: pytest.MonkeyPatch) -> Thread:
    """Floats are refused (G5); this lifts the guard to see that the one behind it holds."""
    monkeypatch.setattr("pamphleteer.typeset.sources.refuse_unsafe_matter", lambda *_: None)
    matter = '<div class="it">f1<br>f2<br>f3<br>f4<br>f5</div><p>one<br>two</p>'
    return make_thread(matter, CSS + ".it { float: left; width: 40pt }")


def test_a_float_that_is_divided_is_set_to_its_end(thread_with_a_float: Thread) -> None:
    """G1, G3: also when the text is at its end, and when it is poured again."""
    thread = thread_with_a_float
    thread.pour(Pt(100), Pt(24))
    divided = thread.mark()
    for _ in range(2):
        assert read(pour_all(thread, 24))[0] == ["f3", "f4", "f5"]
        thread.back_to(divided)
