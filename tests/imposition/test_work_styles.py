"""Work styles: a press turns its sheets as they ask, and whoever prints is told so."""

from io import BytesIO
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from pamphleteer.imposition.fold import check_book, make_books
from pamphleteer.imposition.instructions import instruct
from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.plan import read_side
from pamphleteer.imposition.telling import write_instructions
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.ticket.table import Flip, Pieces, WorkStyle
from pamphleteer.units import Pt, Size, parse_size
from tests.imposition.pages import numbered_pdf

WORKED: list[WorkStyle] = ["work-and-turn", "work-and-tumble"]
PIECES: list[Pieces] = ["piles", "sheets", "copies"]
JOBS = st.builds(
    Job,
    scheme=st.sampled_from(["loose-leaf", "saddle-stitch", "perfect-bound", "cards"]),
    style=st.sampled_from(WORKED),
    rows=st.integers(1, 3),
    columns=st.integers(1, 3),
    order=st.sampled_from(PIECES),
    sheets=st.just(2),
)


@given(st.integers(1, 40), JOBS)
def test_what_a_press_turned_is_cut_further(count: int, job: Job) -> None:
    """Both halves of a sheet make the same books, each of which reads from first page to last."""
    plan = plan_job(count, job)
    assert all(sheet.front == sheet.back for sheet in plan.sheets)
    books = make_books(plan)
    assert len(books) == plan.copies == 2 * (job.pieces if job.order == "copies" else 1)
    for book in books:
        check_book(book, plan, page_count=count)


def test_cut_and_stacked_work_and_turn_is_told_step_by_step() -> None:
    plan = plan_job(16, Job(scheme="loose-leaf", columns=2, style="work-and-turn"))
    paper = Size(width=Pt(1900), height=Pt(700))
    told = instruct(plan, Setting(paper=paper), page=parse_size("half-letter"), copies=100)
    assert plan.sheets[0].front == read_side("1 9 10 2")
    assert [step.name for step in told.steps][:3] == ["Print", "Cut", "Cut again"]
    first, again = (step.text for step in told.steps[1:3])
    assert "Turn pile B over like the page of a book, and deal it sheet by sheet" in first
    assert "Cut each half into 2 piles. Put them on one another" in again
    assert (told.use.sheets, told.use.copies_at_once) == (200, 2)


@pytest.mark.parametrize("style", [*WORKED, "perfecting"])
def test_a_press_turns_sheets_as_its_style_asks_and_is_told_so(style: WorkStyle) -> None:
    """Whatever the office printer would do: what is told is what the file asks for."""
    paper = Size(width=Pt(1200), height=Pt(1900))
    plan = plan_job(8, Job(style=style))
    for flip in get_args(Flip):
        setting = Setting(paper=paper, flip=flip)
        pdf = numbered_pdf(8)
        preferences: Any = PdfReader(BytesIO(impose_pdf(pdf, plan, setting))).root_object
        asked = preferences["/ViewerPreferences"]["/Duplex"]
        lines = write_instructions(instruct(plan, setting, page=parse_size("half-letter")))
        edge = "short edge" if "Short" in asked else "long edge"
        assert f"flip on {edge}" in " ".join(lines)
