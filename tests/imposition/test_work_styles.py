"""Work styles: a press turns its sheets as they ask, and whoever prints is told so."""

from io import BytesIO
from typing import Any, get_args

import pytest
from pypdf import PdfReader

from pamphleteer.imposition.instructions import instruct
from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.telling import write_instructions
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.ticket.table import Flip, WorkStyle
from pamphleteer.units import Pt, Size, parse_size
from tests.imposition.pages import numbered_pdf


@pytest.mark.parametrize("style", ["work-and-turn", "work-and-tumble", "perfecting"])
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
