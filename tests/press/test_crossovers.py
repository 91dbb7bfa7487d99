"""Crossovers: a picture across two pages that meet on a sheet is whole, whatever is done for creep.

Pages measure 60 by 80 points. The two in the middle have a tint and a diagonal line across both; it
goes on in what they bleed, as it does where a spread is taken apart.
"""

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pamphleteer.imposition.creep import Mode, Stock
from pamphleteer.imposition.creeping import Creeping, against_creep
from pamphleteer.imposition.facing import find_crossovers
from pamphleteer.imposition.fold import FoldError
from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.laying import Cell, lay_out, turn_edges
from pamphleteer.imposition.placing import Edges, Rect, Setting, make_bed
from pamphleteer.imposition.plan import Plan
from pamphleteer.objects import read_document
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.press.shortcomings import find_shortcomings
from pamphleteer.reading.drawings import intersect
from pamphleteer.reading.sheets import prove
from pamphleteer.units import Pt, Size
from tests.imposition.jobs import planned_jobs
from tests.press.pixels import Imposed, Page, draw_side, impose, make_pdf
from tests.press.test_bleed import across, grey
from tests.press.test_sheets import differ

MODES: tuple[Mode, ...] = get_args(Mode)
PAPER = Size(width=Pt(240), height=Pt(180))
STOCK = Stock(caliper_mm=0.7)
"""Thick board: a sheet moves the next one inside by two points, which are four pixels here."""

PICTURE = "0.75 g -99 -99 318 278 re f 0 G 5 w 0 -20 m 120 100 l S 0.4 g 54 30 12 20 re f"
SCALE = 2
BLEED = 8
EDGES = f"{-BLEED} {-BLEED} {60 + BLEED} {80 + BLEED}"
KEYS = f"/MediaBox [-99 -99 159 179] /BleedBox [{EDGES}] /TrimBox [0 0 60 80]"


def spread_pdf(count: int, *spread: int, keys: str = KEYS) -> bytes:
    """Pages in greys of their own, and a picture across two of them."""

    def draw(number: int, _: Page) -> str:
        if number in spread:
            return f"q 1 0 0 1 {-60 * spread.index(number)} 0 cm {PICTURE} Q"
        return f"{grey(number) / 255:.5f} g -99 -99 258 278 re f"

    return make_pdf(count, [Page(size=(60, 80), keys=keys)], draw)


def whole_picture(*, narrowed: float = 1.0) -> Image.Image:
    """The picture as one page shows it, and as it looks when both halves are narrowed."""
    sheets = impose(
        1, Job(scheme="loose-leaf"), Setting(paper=PAPER),
        kind=[Page(size=(120, 80))],
        pdf=make_pdf(1, [Page(size=(120, 80))], lambda *_: (
            f"q {narrowed:.6f} 0 0 1 {60 * (1 - narrowed):.6f} 0 cm {PICTURE} Q")),
    )  # fmt: skip
    return draw_side(sheets, 0, scale=SCALE).crop(in_pixels((60, 50, 180, 130)))


def in_pixels(box: Rect) -> tuple[int, int, int, int]:
    left, bottom, right, top = (round(SCALE * edge) for edge in box)
    return left, SCALE * int(PAPER.height) - top, right, SCALE * int(PAPER.height) - bottom


def crept(plan: Plan, mode: Mode) -> Setting:
    setting = Setting(paper=PAPER)
    return against_creep(setting, plan, Creeping(stock=STOCK, mode=mode), width=Pt(60))


def booklet(mode: Mode) -> Imposed:
    setting = crept(plan_job(12, Job()), mode)
    return impose(12, Job(), setting, kind=[Page(size=(60, 80))], pdf=spread_pdf(12, 6, 7))


CENTRE = 5
"""The side with pages 6 and 7: the back of the third sheet."""


@pytest.mark.parametrize("mode", MODES)
def test_a_picture_across_the_centre_spread_is_whole(mode: Mode) -> None:
    imposed = booklet(mode)
    drawn = draw_side(imposed, CENTRE, scale=SCALE)
    narrowed = crept(plan_job(12, Job()), mode).stretches.get(6, 1.0)
    inside = 2 * round(60 * narrowed) - 4
    box = in_pixels((120 - inside / 2, 50, 120 + inside / 2, 130))
    whole = whole_picture(narrowed=narrowed)
    middle = whole.width // 2
    expected = whole.crop((middle - inside, 0, middle + inside, whole.height))
    assert differ(drawn.crop(box), expected) <= 12
    assert (narrowed < 1) == (mode == "scaling")


def test_a_picture_whose_halves_were_moved_is_found() -> None:
    """What moving the two pages inwards, as all others are, would do to it."""
    imposed = booklet("inwards")
    plan = plan_job(12, Job())
    moved = replace(crept(plan, "inwards"), shifts={6: 4.0, 7: 4.0})
    sheets = impose_pdf(imposed.pdf, plan, moved)
    drawn = draw_side(replace(imposed, sheets=sheets), CENTRE, scale=SCALE)
    assert differ(drawn.crop(in_pixels((60, 50, 180, 130))), whole_picture()) > 400
    with pytest.raises(FoldError, match="cut at the fold where another page goes on"):
        prove(imposed.pdf, sheets, plan, moved)


@pytest.mark.parametrize("mode", MODES)
def test_no_other_bleed_comes_across_a_fold(mode: Mode) -> None:
    """Sheet 2 has 10 and 3 on its front, 4 and 9 on its back: moved or not, each in its half."""
    imposed = booklet(mode)
    for side, (left, right) in ((2, (10, 3)), (3, (4, 9))):
        row = across(draw_side(imposed, side, scale=SCALE), 180)
        assert [level for level, _ in row] == [255, grey(left), grey(right), 255]
        assert row[0][1] + row[1][1] == 120 * SCALE


def test_a_cover_that_is_moved_apart_is_told_and_its_bleed_fills_the_gap() -> None:
    imposed, plan = booklet("outwards"), plan_job(12, Job())
    row = across(draw_side(imposed, 0, scale=SCALE), 180)
    assert [level for level, _ in row] == [255, grey(12), grey(1), 255]
    assert row[0][1] + row[1][1] == 120 * SCALE
    setting = crept(plan, "outwards")
    found = list(find_shortcomings(read_document(imposed.pdf), plan, setting))
    assert [problem.code for problem in found] == ["crossover-gap"]
    assert "pages 12 and 1" in found[0].message
    assert "2.8 mm" in found[0].message
    for mode in ("inwards", "scaling"):
        assert not list(find_shortcomings(read_document(imposed.pdf), plan, crept(plan, mode)))


@pytest.mark.parametrize(
    ("bleeding", "row"),
    [
        ((1, 12), [(grey(12), 4), (grey(1), 4)]),
        ((12,), [(grey(12), 8)]),
        ((1,), [(grey(1), 8)]),
        ((), [(255, 8)]),
    ],
)
def test_where_one_page_bleeds_it_fills_the_gap_alone(
    bleeding: tuple[int, ...], row: list[tuple[int, int]]
) -> None:
    """The gap is eight points wide, four on each side of the fold."""
    kinds = [
        Page(size=(60, 80), keys=KEYS if number in bleeding else KEYS.replace(EDGES, "0 0 60 80"))
        for number in range(1, 13)
    ]
    pdf = make_pdf(12, kinds, lambda number, _: f"{grey(number) / 255:.5f} g -99 -99 258 278 re f")
    plan, setting = plan_job(12, Job()), crept(plan_job(12, Job()), "outwards")
    setting = replace(setting, shifts={12: -4.0, 1: -4.0})
    imposed = impose(12, Job(), setting, kind=kinds, pdf=pdf)
    image = draw_side(imposed, 0).crop((116, 0, 124, 180))
    assert across(image, 90) == row
    prove(pdf, imposed.sheets, plan, setting)


def test_panels_of_a_concertina_fill_what_a_narrow_one_leaves() -> None:
    """The middle panel is ten points narrower: its neighbours bleed to where its own bleed is."""
    narrow = KEYS.replace("[0 0 60 80]", "[0 0 50 80]").replace(EDGES, f"-2 -8 52 {80 + BLEED}")
    kinds = [Page(size=(60, 80), keys=KEYS), Page(size=(50, 80), keys=narrow),
             Page(size=(60, 80), keys=KEYS)]  # fmt: skip
    pdf = make_pdf(3, kinds, lambda number, _: f"{grey(number) / 255:.5f} g -99 -99 258 278 re f")
    job = Job(scheme="concertina", columns=3, one_sided=True)
    imposed = impose(3, job, Setting(paper=PAPER), kind=kinds, pdf=pdf)
    assert across(draw_side(imposed, 0), 90) == [
        (255, 22), (grey(1), 71), (grey(2), 54), (grey(3), 71), (255, 22),
    ]  # fmt: skip
    prove(pdf, imposed.sheets, plan_job(3, job), Setting(paper=PAPER))
    found = find_shortcomings(read_document(pdf), plan_job(3, job), Setting(paper=PAPER))
    assert ["pages 1 and 2, 2 and 3" in problem.message for problem in found] == [True]


@settings(max_examples=60)
@given(planned_jobs(), st.data())
def test_neither_page_of_a_crossover_is_drawn_over_the_other(
    drawn: tuple[Plan, Job, int], data: st.DataObject
) -> None:
    plan, lengths = drawn[0], st.floats(0, 9)
    sizes = {
        page: Size(width=Pt(30 + data.draw(lengths)), height=Pt(50 + data.draw(lengths)))
        for page in plan.pages
    }
    bleeds: Mapping[int, Edges] = {
        page: (data.draw(lengths), 3, data.draw(lengths), 3) for page in plan.pages
    }
    apart = {page: -data.draw(lengths) for page in plan.pages}
    paper = Size(width=Pt(3000), height=Pt(3000))
    bed = make_bed(plan, sizes, Setting(paper=paper, shifts=apart, gutter=Pt(9)), bleeds=bleeds)
    pairs = {frozenset(each.pages) for each in find_crossovers(plan)}
    for side in plan.sides:
        cells = lay_out(side, bed, sizes)
        for one, other in combinations(cells, 2):
            if frozenset({one.slot.page, other.slot.page}) in pairs:
                assert not overlap(coloured(one, bleeds), coloured(other, bleeds))
            else:
                assert not overlap(one.clip, other.clip)


def coloured(cell: Cell, bleeds: Mapping[int, Edges]) -> Rect:
    """What a page draws on: its trim and what it bleeds, within its clip."""
    left, bottom, right, top = turn_edges(bleeds[cell.slot.page or 0], cell.slot)
    box = (cell.box[0] - left, cell.box[1] - bottom, cell.box[2] + right, cell.box[3] + top)
    return intersect(box, cell.clip)


def overlap(one: Rect, other: Rect) -> bool:
    left, bottom, right, top = intersect(one, other)
    return right - left > 1e-6 and top - bottom > 1e-6
