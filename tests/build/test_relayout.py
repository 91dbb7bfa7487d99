"""An issue that is laid out again at another leading is as if it had been laid out so at first."""

from dataclasses import replace
from pathlib import Path

from pamphleteer import composing
from pamphleteer.issue import read_issue
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.spec import read_layout
from pamphleteer.problems import IssueError
from pamphleteer.stack import with_room
from pamphleteer.typeset.typesetter import Typesetter
from pamphleteer.units import Pt
from tests.build.finished import Finished

SHOWCASE = Path(__file__).parents[2] / "issues" / "summer-2026"


def set_up(folder: Path, change: float = 0.0) -> tuple[Typesetter, Desk]:
    issue = read_issue(folder)
    layout = read_layout(issue.layout, issue.place("layout"))
    grid = layout.grid(issue.page)
    assert grid is not None
    return composing._set_up(issue, layout, replace(grid, leading=Pt(grid.leading + change)))


def draw(typesetter: Typesetter, desk: Desk) -> bytes:
    """The screen PDF; what cannot be laid out is told by its problems' words."""
    try:
        made, _ = composing._make_up(typesetter, desk, lambda _: None)
    except IssueError as fault:
        return str(fault).encode()
    drawing = composing._draw(desk.issue, desk.layout, desk.grid, typesetter=typesetter, made=made)
    return drawing.tagged_pdf()


@with_room
def lay_out_again(folder: Path, change: float) -> None:
    typesetter, desk = set_up(folder)
    composing._make_up(typesetter, desk, lambda _: None)
    again = composing.at_leading(typesetter, desk, Pt(desk.grid.leading + change))
    assert draw(*again) == draw(*set_up(folder, change))


def test_an_issue_laid_out_again_has_the_same_bytes(finished: Finished) -> None:
    lay_out_again(finished.folder, -0.5)


def test_so_have_pictures_notes_and_jumps() -> None:
    lay_out_again(SHOWCASE, 0.25)


@with_room
def test_an_issue_laid_out_again_and_back_is_the_first(finished: Finished) -> None:
    typesetter, desk = set_up(finished.folder)
    first = draw(typesetter, desk)
    wider, far = composing.at_leading(typesetter, desk, Pt(desk.grid.leading + 1))
    composing._make_up(wider, far, lambda _: None)
    assert draw(*composing.at_leading(wider, far, desk.grid.leading)) == first


def test_texts_are_taken_over_and_not_read_again(finished: Finished) -> None:
    typesetter, desk = set_up(finished.folder)
    draw(typesetter, desk)
    again, closer = composing.at_leading(typesetter, desk, Pt(desk.grid.leading - 0.5))
    draw(again, closer)
    before, after = typesetter._documents, again._documents
    assert before.keys() == after.keys()
    for outlines, document in after.items():
        assert document.counter_style is before[outlines].counter_style
