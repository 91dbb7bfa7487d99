"""What ``printing:`` asks for, and creep: how far each page is moved, and that it is proved."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.imposition.creep import Mode, Stock
from pamphleteer.imposition.creeping import Creeping, against_creep, least_margin
from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.orders import job_of, pages_multiple
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.plan import Fold
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.problems import IssueError
from pamphleteer.reading.sheets import prove
from pamphleteer.ticket import Ticket
from pamphleteer.units import Pt, Size
from tests.imposition.pages import numbered_pdf

HUGE = Size(width=Pt(3000), height=Pt(3000))
STOCK = Stock.of_weight(grammage=80, bulk=1.25)
TENTH = 0.1 * 72 / 25.4
MODES: st.SearchStrategy[Mode] = st.sampled_from(get_args(Mode))
JOBS = st.sampled_from(
    [
        Job(),
        Job(binding="right"),
        Job(binding="top"),
        Job(scheme="perfect-bound", sheets=2),
        Job(scheme="folded-section", section=8, nested=True),
        Job(scheme="folded-section", section=16),
        Job(rows=2, order="copies"),
        Job(scheme="loose-leaf"),
    ]
)


def test_sheets_of_a_booklet_creep_by_their_paper() -> None:
    """12 pages of paper a tenth of a millimetre thick: sheets move by 0, 0.1 and 0.2 mm.

    Pages 6 and 7 face each other on one sheet: they stay, and meet in the fold.
    """
    plan = plan_job(12, Job())
    moved = against_creep(Setting(paper=HUGE), plan, Creeping(stock=STOCK), width=Pt(396)).shifts
    found = [round(moved.get(page, 0) / TENTH, 6) for page in range(1, 13)]
    assert found == [0, 0, 1, 1, 2, 0, 0, 2, 1, 1, 0, 0]


@pytest.mark.parametrize(("milled", "kept"), [(0, 8), (1, 9), (2, 10), (30, 10)])
def test_what_a_crossover_is_not_moved_is_cut_off_its_outer_margin(milled: int, kept: int) -> None:
    """Tenths of a millimetre: of a margin of 10, with a creep of 2, and so much milled off."""
    job = Job(scheme="perfect-bound", sheets=3) if milled else Job()
    setting = Setting(paper=HUGE, milling=Pt(milled * TENTH))
    wanted = Creeping(stock=STOCK)
    left = least_margin(setting, plan_job(12, job), wanted, width=Pt(396), margin=Pt(10 * TENTH))
    assert left == pytest.approx(kept * TENTH)


def test_each_section_creeps_by_itself_and_nested_ones_together() -> None:
    creeping = Creeping(stock=STOCK)
    apart, nested = (
        against_creep(
            Setting(paper=HUGE),
            plan_job(16, Job(scheme="folded-section", section=8, nested=nested)),
            creeping,
            width=Pt(396),
        ).shifts
        for nested in (False, True)
    )
    assert [round(apart.get(page, 0) / TENTH, 6) for page in (1, 3, 4, 8, 9, 11)] == [
        0,
        1,
        0,
        0,
        0,
        1,
    ]
    assert [round(nested.get(page, 0) / TENTH, 6) for page in (1, 4, 7, 8, 9, 10, 12)] == [
        0, 1, 3, 0, 0, 3, 2,
    ]  # fmt: skip


@given(st.integers(1, 24), JOBS, MODES, st.sampled_from([1.0, 0.5]))
def test_what_is_moved_for_creep_is_proved(count: int, job: Job, mode: Mode, scale: float) -> None:
    pdf, plan = numbered_pdf(count), plan_job(count, job)
    setting = Setting(paper=HUGE, scale=scale, gutter=Pt(20))
    creeping = Creeping(stock=STOCK, kappa=1.2, mode=mode)
    setting = against_creep(setting, plan, creeping, width=Pt(396))
    prove(pdf, impose_pdf(pdf, plan, setting), plan, setting)


@pytest.mark.parametrize(
    ("printing", "multiple"),
    [
        (Ticket(), 4),
        (Ticket(scheme="loose-leaf", flip="simplex"), 1),
        (Ticket(scheme="loose-leaf"), 2),
        (Ticket(scheme="folded-section", grid="4x2"), 16),
        (Ticket(scheme="mini-zine"), 8),
        (Ticket(scheme="copies-cut-fold"), 4),
        (Ticket(scheme="cut-stack-fold", grid="2x2"), 8),
        (Ticket(scheme="custom", front="4 1", back="2 3", folds="left"), 4),
    ],
)
def test_an_issue_fills_its_sheets(printing: Ticket, multiple: int) -> None:
    assert pages_multiple(printing) == multiple
    plan = plan_job(multiple, job_of(printing))
    slots = [slot for side in plan.sides for slot in side.slots]
    assert all(slot.page for slot in slots) or printing.scheme == "loose-leaf"


def test_a_level_spine_is_neither_crept_nor_milled_in_silence() -> None:
    """A grid of one's own that is folded head to foot last, its pages lying on their sides."""
    job = Job(scheme="custom", front="4> / 1>", back="3< / 2<", folds=(Fold(half="top"),))
    plan = plan_job(8, job)
    setting = Setting(paper=HUGE)
    pdf = numbered_pdf(8)
    prove(pdf, impose_pdf(pdf, plan, setting), plan, setting)
    with pytest.raises(IssueError, match="moved for creep where the last fold"):
        against_creep(setting, plan, Creeping(stock=STOCK), width=Pt(396))
    with pytest.raises(IssueError, match="milled where the last fold"):
        impose_pdf(pdf, plan, Setting(paper=HUGE, milling=Pt(8)))
