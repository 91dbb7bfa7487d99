"""What may not be in a thread is refused with element and line, and a thread that stands still."""

from typing import Any

import pytest
from weasyprint.layout.page import make_page

from pamphleteer.problems import IssueError, Problem
from pamphleteer.units import Pt
from tests.typeset.composing import make_thread, pour_all

MATTER = '<p data-line="3">one two</p><p data-line="5" class="it">three <em>four</em></p>'
PLACED = "an absolute, fixed or running position"
CAPPED = "text in a box of fixed height"
REFUSED = (
    ("float: left", "a float"),
    ("float: inline-end", "a float"),
    ("position: absolute", PLACED),
    ("position: fixed", PLACED),
    ("position: running(head)", PLACED),
    ("position: note(foot)", PLACED),
    ("height: 20pt", CAPPED),
    ("max-height: 20pt", CAPPED),
    ("max-lines: 2; continue: discard", CAPPED),
    ("display: flex", "a flexible box or grid"),
    ("display: grid", "a flexible box or grid"),
    ("column-count: 2", "CSS columns"),
    ("column-width: 30pt", "CSS columns"),
)


def problems_of(matter: str, css: str = "") -> tuple[Problem, ...]:
    with pytest.raises(IssueError) as caught:
        make_thread(matter, css)
    return caught.value.problems


@pytest.mark.parametrize(("style", "what"), REFUSED)
def test_unsafe_style_is_refused_with_element_and_line(style: str, what: str) -> None:
    problem, *others = problems_of(MATTER, f".it {{ {style} }}")
    assert problem.code == "unsafe-style"
    assert str(problem.pos) == "story.md:5"
    assert problem.message.startswith(f"the layout gives <p.it> {what}")
    assert not [other for other in others if other.pos != problem.pos]


@pytest.mark.parametrize("content", ["counter(page)", "target-counter('#there', page)"])
def test_page_numbers_are_refused(content: str) -> None:
    (problem,) = problems_of(
        f"{MATTER}<p id=there>five</p>", f".it::after {{ content: {content} }}"
    )
    assert problem.code == "unsafe-style"
    assert "<p::after.it> a page number" in problem.message
    assert str(problem.pos) == "story.md:5"


def test_viewport_units_are_refused() -> None:
    """They would be those of the first frame for good, and a pour not repeatable."""
    thread = make_thread(MATTER, ".it { margin-left: 2vw }")
    with pytest.raises(IssueError, match="vw unit"):
        pour_all(thread, 12)


def test_unsafe_style_in_a_note_is_refused() -> None:
    note = '<p data-line="8">one<span class="note">two <b class="it">three</b></span></p>'
    (problem,) = problems_of(note, ".it { float: right }")
    assert "<b.it> a float" in problem.message
    assert str(problem.pos) == "story.md:8"


def test_each_element_and_rule_is_a_problem_of_its_own() -> None:
    css = ".it { float: left; column-count: 2 } p:first-child { display: flex }"
    found = [(str(problem.pos), problem.message) for problem in problems_of(MATTER, css)]
    assert [place for place, _ in found] == ["story.md:3", "story.md:5", "story.md:5"]


@pytest.mark.parametrize(
    "css",
    [
        ".it { position: relative; top: 1pt }",
        ".it { min-height: 30pt; max-width: 50pt; overflow: hidden }",
        ".it { display: list-item; list-style: disc outside }",
        ".it { display: table }",
        ".it::before { content: target-text('#there') }",
    ],
)
def test_safe_style_is_not_refused(css: str) -> None:
    assert not make_thread(f"{MATTER}<p id=there>five</p>", css).done


def test_lists_are_not_refused() -> None:
    thread = make_thread("<ul><li>one<ol><li>two</ol></ul>")
    assert len(thread.pour(Pt(100), Pt(100)).lines) == 2


def test_a_stall_is_an_error_with_the_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """WeasyPrint has not been seen to stall, so it is made to."""

    def take_nothing(context: Any, root: Any, kind: Any, at: Any, *more: Any) -> tuple[Any, ...]:
        page, _, next_page = make_page(context, root, kind, at, *more)
        return page, at, next_page

    matter = '<p data-line="3">one</p><div><p data-line="5">two</p><p data-line="7">three</p></div>'
    thread = make_thread(matter)
    thread.pour(Pt(100), Pt(24))
    monkeypatch.setattr("pamphleteer.typeset.thread.make_page", take_nothing)
    mark = thread.mark()
    for _ in range(2):
        thread.pour(Pt(100), Pt(12))
    with pytest.raises(IssueError) as caught:
        thread.pour(Pt(100), Pt(12))
    (problem,) = caught.value.problems
    assert problem.code == "does-not-fit"
    assert str(problem.pos) == "story.md:7"
    thread.back_to(mark)
    for _ in range(2):
        thread.pour(Pt(100), Pt(12))
    monkeypatch.undo()
    thread.back_to(mark)
    assert len(thread.pour(Pt(100), Pt(12)).lines) == 1
    assert thread.done


def test_a_thread_that_is_done_cannot_be_poured() -> None:
    thread = make_thread("<p>one</p>")
    assert thread.pour(Pt(100), Pt(12)).finished
    assert thread.done
    with pytest.raises(ValueError, match="done"):
        thread.pour(Pt(100), Pt(12))


def test_an_empty_thread_is_done_after_one_frame() -> None:
    thread = make_thread("")
    frame = thread.pour(Pt(100), Pt(12))
    assert not frame.lines
    assert frame.overset is None
    assert thread.done
