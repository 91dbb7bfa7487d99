"""Hidden text is written in its place, and leaves no ink; an empty float may be drawn behind it."""

import pypdfium2
import pytest

from pamphleteer.problems import IssueError
from pamphleteer.typeset.drawing import Graft
from pamphleteer.typeset.fetching import Asset
from pamphleteer.typeset.frame import Frame
from pamphleteer.typeset.thread import Thread
from pamphleteer.units import Pt
from tests.typeset.composing import draw, make_thread, pour_all, typesetter
from tests.typeset.random_documents import ASSETS
from tests.typeset.reading_back import signature

CSS = """
p { orphans: 3; widows: 2 } .opens { display: flow-root }
.cap { float: left; width: 12pt; height: 36pt; background: red }
.unseen { visibility: hidden }
"""
CAP = '<p class="opens"><span class="cap"></span>'
WORDS = "below are a few thoughts that go on and on about the line and the next one " * 2


def drawn(matter: str) -> bytes:
    setter = typesetter(CSS)
    thread = setter.thread(matter, language="en", path="story.md")
    frame = thread.pour(Pt(120), Pt(200))
    return draw(setter, [Graft(page=1, frame=frame, x=Pt(20), y=Pt(20))]).plain_pdf()


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(document[0].get_textpage().get_text_range().split())


def ink_of(pdf: bytes) -> int:
    """How many grey points of a page's upper half are not white."""
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0].render(grayscale=True).to_pil()
        upper = page.crop((0, 15, page.width, page.height // 2))
        return sum(upper.histogram()[:250])


def test_hidden_text_is_written_without_ink() -> None:
    hidden = drawn('<p class="unseen">below</p>')
    assert "below" in text_of(hidden)
    assert ink_of(hidden) == 0
    assert ink_of(drawn("<p>below</p>")) > 0


def test_a_letter_that_is_hidden_is_a_part_of_its_word() -> None:
    assert "below are" in text_of(drawn('<p><span class="unseen">be</span>low are</p>'))


def test_what_stands_behind_hidden_text_is_seen() -> None:
    """Neither its mode nor its colour goes over to the text that follows."""
    one, other = drawn('<p><span class="unseen">one</span></p><p>two</p>'), drawn("<p>two</p>")
    assert ink_of(one) == ink_of(other)


def test_an_empty_float_is_drawn() -> None:
    pdf = drawn(f"{CAP}{WORDS}</p>")
    assert ink_of(pdf) > ink_of(drawn(f"<p>{WORDS}</p>")) + 12 * 30
    assert WORDS.strip() in text_of(pdf)


@pytest.mark.parametrize("inside", ["word", "<br>", f'<img alt="dot" src="{next(iter(ASSETS))}">'])
def test_a_float_that_holds_anything_is_refused(inside: str) -> None:
    with pytest.raises(IssueError, match="a float"):
        make_thread(f'<p>one <span class="cap">{inside}</span></p>', CSS, ASSETS)


def test_a_floating_picture_is_refused() -> None:
    with pytest.raises(IssueError, match="a float"):
        make_thread('<p>one<img alt="dot" src="dot.png">', "img { float: left }", dict(ASSETS))


@pytest.mark.parametrize("height", range(36, 120, 12))
def test_lines_beside_a_float_are_kept_together(height: int) -> None:
    """The frame in which it stands has three lines beside it; what is cut is what is poured."""
    thread = story()
    begin = thread.mark()
    proof = thread.pour(Pt(120), Pt(10_000))
    thread.back_to(begin)
    start, beside = 0, []
    while not thread.done:
        frame = thread.pour(Pt(120), Pt(height))
        end = start + len(frame.lines)
        cut = thread.cut(proof, start, end, Pt(height))
        assert cut is not None
        assert floats_in(cut) == floats_in(frame)
        beside += [end - max(start, 2)] if floats_in(frame) else []
        start = end
    assert len(beside) == 1
    assert beside[0] >= 3


def story() -> Thread:
    return make_thread(f"<p>one<br>two</p>{CAP}{WORDS}</p><p>three</p>", CSS)


def floats_in(frame: Frame) -> list[tuple[float, ...]]:
    boxes = (box for root in frame.content[0] for box in root.descendants())
    floats = (box for box in boxes if box.is_floated())
    return [(round(box.position_x, 6), round(box.position_y, 6), box.height) for box in floats]


def test_pours_beside_a_float_are_repeatable() -> None:
    first, second = pour_all(story(), 60, Pt(120)), pour_all(story(), 60, Pt(120))
    assert list(map(signature, first)) == list(map(signature, second))
    assert not any(frame.overset for frame in first)


def test_a_background_asks_for_its_picture() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0H9V9H0Z"/></svg>'
    setter = typesetter(
        ".cap { float: left; width: 9pt; height: 36pt; background: url(i.svg) }",
        {"i.svg": Asset(content=svg, media_type="image/svg+xml")},
    )
    thread = setter.thread(f"{CAP}</p>", language="en", path="story.md")
    frame = thread.pour(Pt(120), Pt(200))
    pdf = draw(setter, [Graft(page=1, frame=frame, x=Pt(20), y=Pt(20))]).plain_pdf()
    assert ink_of(pdf) > 9 * 30
