"""Which pages meet on the sheet as they do in the book: crossovers, and the backs of sections."""

from collections.abc import Mapping
from itertools import product

import pytest
from hypothesis import given

from pamphleteer.imposition.facing import find_backs, find_crossovers, read_sections
from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.laying import lay_out
from pamphleteer.imposition.placing import Setting, make_bed
from pamphleteer.imposition.plan import Fold, Plan
from pamphleteer.units import Pt, Size
from tests.imposition.jobs import planned_jobs

OWN = {"front": "4 1", "back": "2 3", "folds": (Fold(half="left"),)}

KNOWN: Mapping[str, tuple[int, Job, list[tuple[int, int]]]] = {
    "the centre spread and the cover": (12, Job(), [(6, 7), (12, 1)]),
    "a blank is no page": (10, Job(), [(6, 7)]),
    "bound at the right": (12, Job(binding="right"), [(6, 7), (12, 1)]),
    "bound at the top": (12, Job(binding="top"), [(6, 7), (12, 1)]),
    "head to toe": (8, Job(head_to_toe=True), [(4, 5), (8, 1)]),
    "the middle of each signature": (
        24, Job(scheme="perfect-bound", sheets=2), [(4, 5), (12, 13), (20, 21)],
    ),
    "a sheet folded three times": (32, Job(scheme="folded-section"), [(8, 9), (24, 25)]),
    "nested ones are one booklet": (
        32,
        Job(scheme="folded-section", nested=True),
        [(16, 17), (32, 1)],
    ),
    "folded at the foot": (
        8,
        Job(scheme="folded-section", section=8, foot_fold=True),
        [(4, 5), (8, 1)],
    ),
    "a zine": (8, Job(scheme="mini-zine"), [(2, 3), (4, 5), (6, 7), (8, 1)]),
    "French folds": (8, Job(scheme="french-fold"), [(4, 5), (8, 1)]),
    "a concertina": (
        6, Job(scheme="concertina", columns=3), [(1, 2), (2, 3), (4, 5), (5, 6)],
    ),
    "loose leaves": (8, Job(scheme="loose-leaf", columns=2), []),
    "loose leaves on one side": (8, Job(scheme="loose-leaf", columns=2, one_sided=True), []),
    "pages that are read as they lie": (8, Job(scheme="n-up", rows=2, columns=2), []),
    "copies": (8, Job(columns=2, order="copies"), [(4, 5), (8, 1)]),
    "work and turn": (8, Job(style="work-and-turn"), [(4, 5), (8, 1)]),
    "a grid of one's own": (8, Job(scheme="custom", **OWN), [(2, 3), (6, 7)]),  # type: ignore[arg-type]
}  # fmt: skip


@pytest.mark.parametrize(("count", "job", "pairs"), KNOWN.values(), ids=KNOWN)
def test_crossovers(count: int, job: Job, pairs: list[tuple[int, int]]) -> None:
    found = find_crossovers(plan_job(count, job))
    assert [each.pages for each in found] == pairs
    assert [each.outside for each in found] == [one > other for one, other in pairs]


@given(planned_jobs())
def test_however_the_printer_turns_the_sheet(drawn: tuple[Plan, Job, int]) -> None:
    plan = drawn[0]
    for axis in ("upright", "level"):
        assert find_crossovers(plan.turned_about(axis)) == find_crossovers(plan)


@given(planned_jobs())
def test_a_crossover_meets_at_one_line_on_one_side(drawn: tuple[Plan, Job, int]) -> None:
    """Pages follow one another, and the trims of both have an edge in common on the sheet."""
    plan = drawn[0]
    size = Size(width=Pt(30), height=Pt(50))
    sizes = dict.fromkeys(plan.pages, size)
    bed = make_bed(plan, sizes, Setting(paper=Size(width=Pt(2000), height=Pt(2000)), gutter=Pt(7)))
    laid = [lay_out(side, bed, sizes) for side in plan.sides]
    for each in find_crossovers(plan):
        assert each.pages[1] - each.pages[0] == 1 or each.outside
        edges = [
            one.box[edge] - other.box[(edge + 2) % 4]
            for cells in laid
            for one, other in product(cells, cells)
            if (one.slot.page, other.slot.page) == each.pages
            for edge in range(4)
            if one.box[edge - 1] == other.box[edge - 1]
        ]
        assert min(map(abs, edges)) < 1e-6


def test_backs_are_the_outer_pages_of_what_is_gathered() -> None:
    plan = plan_job(20, Job(scheme="perfect-bound", sheets=2))
    assert find_backs(plan) == {1, 8, 9, 16, 17, 20}
    assert [(each.number, len(each.places)) for each in read_sections(plan)] == [
        (1, 8), (2, 8), (3, 4),
    ]  # fmt: skip
    assert find_backs(plan_job(20, Job())) == frozenset()
