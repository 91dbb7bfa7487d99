"""The proof of a booklet by its letters: it accepts what is right, and finds swapped pages."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.imposition.fold import FoldError
from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.plan import Plan
from pamphleteer.objects import read_document
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.reading.sheet_texts import prove_texts
from pamphleteer.ticket.table import Flip
from pamphleteer.units import Pt, Size
from tests.imposition.pages import numbered_pdf, swap_pages

HUGE = Size(width=Pt(3000), height=Pt(3000))
FLIPS: st.SearchStrategy[Flip] = st.sampled_from(["short-edge", "long-edge"])
JOBS = st.sampled_from(
    [
        Job(),
        Job(binding="right"),
        Job(scheme="folded-section", section=8),
        Job(scheme="loose-leaf", one_sided=True),
        Job(scheme="mini-zine"),
        Job(rows=2, order="copies"),
        Job(scheme="loose-leaf", rows=2, columns=2),
    ]
)


SETTINGS = st.sampled_from(
    [
        Setting(paper=HUGE, gutter=Pt(10)),
        Setting(paper=HUGE, gutter=Pt(10), scale=0.4),
        Setting(paper=HUGE, scale=1.2),
        Setting(paper=Size(width=Pt(500), height=Pt(400)), gutter=Pt(5), scale="fit"),
    ]
)


def prove(plan: Plan, written: Plan, count: int, setting: Setting) -> None:
    pdf = numbered_pdf(count)
    imposed = impose_pdf(pdf, written, setting)
    prove_texts(pdf, imposed, plan, setting, source=read_document(pdf))


@given(st.integers(2, 24), JOBS, FLIPS, SETTINGS)
def test_what_is_written_reads_in_order(count: int, job: Job, flip: Flip, setting: Setting) -> None:
    plan = plan_job(count, job)
    prove(plan, plan, count, replace(setting, flip=flip))


@given(st.integers(2, 24), JOBS, FLIPS, st.data())
def test_pages_in_each_others_places_are_found(
    count: int, job: Job, flip: Flip, data: st.DataObject
) -> None:
    one, other = data.draw(st.lists(st.integers(1, count), min_size=2, max_size=2, unique=True))
    plan = plan_job(count, job)
    if sorted(str(one)) == sorted(str(other)):
        return  # 12 and 21 have the same letters
    swapped = swap_pages(plan, {one: other, other: one})
    with pytest.raises(FoldError, match="not read in its turn"):
        prove(plan, swapped, count, Setting(paper=HUGE, flip=flip, gutter=Pt(10)))
