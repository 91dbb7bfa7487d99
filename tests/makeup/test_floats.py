"""Floats, of integers: what is deeper than a page is told, and not set."""

import pytest

from pamphleteer.makeup.floats import set_float
from pamphleteer.makeup.model import Float
from pamphleteer.problems import IssueError, SourcePos
from tests.makeup.copies import LINES
from tests.makeup.issues import make_grid, make_spacing
from tests.makeup.lines import LineThread, figure, plain

POS = SourcePos(path="a.md", line=3)
DEEP = {
    "a picture and the gap below it": Float(
        name="the picture", thread=LineThread(figure(0, LINES)), pos=POS
    ),
    "a picture": Float(name="the picture", thread=LineThread(figure(0, LINES + 1)), pos=POS),
    "a text": Float(name="the sidebar", thread=LineThread(plain(LINES + 9)), pos=POS),
    "a text on a panel": Float(
        name="the sidebar", thread=LineThread(plain(LINES)), panel="sidebar", on_grid=True, pos=POS
    ),
    "a text in columns": Float(
        name="the sidebar",
        thread=LineThread(plain(2 * LINES)),
        span=2,
        columns=2,
        panel="sidebar",
        pos=POS,
    ),
}


@pytest.mark.parametrize("deep", DEEP.values(), ids=DEEP)
def test_what_is_deeper_than_a_page_is_told(deep: Float) -> None:
    with pytest.raises(IssueError) as told:
        set_float(deep, columns=2, grid=make_grid(lines=LINES), spacing=make_spacing())
    (problem,) = told.value.problems
    assert (problem.code, problem.pos) == ("block-too-long", POS)
    assert problem.message == f"{deep.name} is deeper than a page"
