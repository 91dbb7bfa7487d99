"""The milled spine: pages keep away from it, and steps on it make a stair that a fault breaks.

A6 pages with a bleed and a tint all over. What is looked at is drawn from the written sheets: the
strip around the back of each section, as they lie on one another when the book is gathered.
"""

from io import BytesIO
from itertools import pairwise

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from pamphleteer.imposition.collation import SPINE_STEP
from pamphleteer.imposition.creep import Mode, Stock
from pamphleteer.imposition.creeping import Creeping, against_creep, check_reach
from pamphleteer.imposition.facing import read_sections
from pamphleteer.imposition.fold import FoldError
from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.margins import MM
from pamphleteer.imposition.paper import turn_for
from pamphleteer.imposition.placing import Bed, Rect, Setting, make_bed
from pamphleteer.imposition.plan import Plan
from pamphleteer.objects import read_document
from pamphleteer.papers import find_paper
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.problems import IssueError
from pamphleteer.reading.marks import check_marks
from pamphleteer.reading.sheets import prove
from pamphleteer.ticket.table import Flip
from pamphleteer.units import Pt
from tests.imposition.pages import numbered_pdf, rasterise
from tests.press.pixels import draw_box

PAGE = find_paper("a6")
WIDE, HIGH = PAGE.width, PAGE.height
BLEED = 8.5
TINT = 200
KEYS = (
    f"/MediaBox [-20 -20 {WIDE + 20} {HIGH + 20}] /TrimBox [0 0 {WIDE} {HIGH}] "
    f"/BleedBox [{-BLEED} {-BLEED} {WIDE + BLEED} {HIGH + BLEED}]"
)
MILLED = Pt(3 * MM)
PRESS = find_paper("sra1")
GATHERED = {
    "perfect-bound": (40, Job(scheme="perfect-bound", sheets=2)),
    "sections of 16": (64, Job(scheme="folded-section", section=16)),
    "sections of 8": (32, Job(scheme="folded-section", section=8)),
    "bound at the right": (40, Job(scheme="perfect-bound", sheets=2, binding="right")),
    "bound at the top": (40, Job(scheme="perfect-bound", sheets=2, binding="top")),
    "folded at the foot": (32, Job(scheme="folded-section", section=8, foot_fold=True)),
    "work and turn": (40, Job(scheme="perfect-bound", sheets=2, style="work-and-turn")),
    "two copies": (40, Job(scheme="perfect-bound", sheets=2, columns=2, order="copies")),
}


def tinted(count: int) -> bytes:
    return numbered_pdf(count, page=KEYS, draw=lambda _: f"{TINT / 255:.5f} g -20 -20 900 900 re f")


def asked(**keys: object) -> Setting:
    known = {"paper": PRESS, "milling": MILLED, "marks": ("collation", "fold"), **keys}
    return Setting(**known)  # type: ignore[arg-type]


def bed_of(plan: Plan, setting: Setting) -> Bed:
    return make_bed(plan, dict.fromkeys(plan.pages, PAGE), setting)


def read_spine(sheets: bytes, plan: Plan, setting: Setting) -> list[list[float]]:
    """Of the first copy, each section's bar on the stacked spine: points from the head to its ends.

    Empty where there is none.
    """
    bed = bed_of(plan, setting)
    turned = turn_for(plan, setting.flip, bed.sheet)[0]
    found = []
    sections = list(read_sections(turned))[: len(plan.sections)]
    with pypdfium2.PdfDocument(sheets) as document:
        for section in sections:
            side, row, column = section.places[0]
            beside = section.places[-1][2]
            x = bed.box(row, max(column, beside))[0]
            _, bottom, _, top = bed.box(row, column)
            strip = draw_box(document, side, (x - 1, bottom, x + 1, top), scale=4)
            if turned.sides[side].rows[row][column].rotation in {180, 270}:
                strip = strip.rotate(180)
            found.append(dark_run(strip))
    return found


def dark_run(strip: Image.Image) -> list[float]:
    """Where the black part of a strip begins and ends, in points."""
    rows = [y for y in range(strip.height) if int(strip.getpixel((strip.width // 2, y))) < 40]  # type: ignore[arg-type]
    return [rows[0] / 4, (rows[-1] + 1) / 4] if rows else []


def is_stair(spine: list[list[float]]) -> bool:
    steps = [round(other[0] - one[0], 0) for one, other in pairwise(spine)]
    return bool(steps) and set(steps) == {SPINE_STEP}


@pytest.mark.parametrize("flip", ["short-edge", "long-edge"])
@pytest.mark.parametrize("name", GATHERED)
def test_steps_make_a_stair_on_the_gathered_spine(name: str, flip: Flip) -> None:
    count, job = GATHERED[name]
    plan, setting = plan_job(count, job), asked(flip=flip)
    pdf = tinted(count)
    sheets = impose_pdf(pdf, plan, setting)
    prove(pdf, sheets, plan, setting)
    spine = read_spine(sheets, plan, setting)
    assert len(spine) == len(plan.sections)
    assert is_stair(spine), spine


def test_a_section_in_the_wrong_place_breaks_the_stair() -> None:
    count, job = GATHERED["perfect-bound"]
    plan, setting = plan_job(count, job), asked()
    sheets = impose_pdf(tinted(count), plan, setting)
    first, second = slice(0, 4), slice(4, 8)
    with pypdfium2.PdfDocument(sheets) as source, pypdfium2.PdfDocument.new() as swapped:
        order = list(range(len(source)))
        order[first], order[second] = order[second], order[first]
        swapped.import_pages(source, order)
        spine = read_spine(save(swapped), plan, setting)
    assert all(spine)
    assert not is_stair(spine)


def save(document: pypdfium2.PdfDocument) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_without_milling_steps_stay_in_the_margin() -> None:
    count, job = GATHERED["perfect-bound"]
    plan, setting = plan_job(count, job), asked(milling=Pt(0))
    sheets = impose_pdf(tinted(count), plan, setting)
    assert not any(read_spine(sheets, plan, setting))
    bed = bed_of(plan, setting)
    middle, foot = bed.sheet.width / 2, bed.box(0, 0)[1]
    column = rasterise(sheets, 0).crop((int(middle) - 3, 0, int(middle) + 3, int(bed.sheet.height)))
    dark = [y for y in range(column.height) if int(column.getpixel((2, y))) < 40]  # type: ignore[arg-type]
    assert dark
    assert bed.sheet.height - min(dark) < foot


def levels(sheets: bytes, side: int, bed: Bed, y: float) -> list[tuple[int, float]]:
    """What a row of pixels goes through between the pages: the grey, and how many points of it."""
    with pypdfium2.PdfDocument(sheets) as document:
        fold = bed.box(0, 1)[0]
        strip = draw_box(document, side, (fold - 15, y - 0.5, fold + 15, y + 0.5), scale=8)
    row = [int(strip.getpixel((x, 4))) for x in range(strip.width)]  # type: ignore[arg-type]
    runs: list[tuple[int, float]] = []
    for level in row:
        last = runs.pop() if runs and runs[-1][0] == level else (level, 0.0)
        runs.append((level, last[1] + 1 / 8))
    return [run for run in runs if run[1] > 0.2]


def test_bleed_goes_half_way_at_the_back_and_all_the_way_inside() -> None:
    count, job = GATHERED["perfect-bound"]
    plan, setting = plan_job(count, job), asked()
    sheets, bed = impose_pdf(tinted(count), plan, setting), bed_of(plan, setting)
    outside = levels(sheets, 0, bed, bed.sheet.height / 2)
    assert [level for level, _ in outside] == [TINT, 255, TINT]
    assert outside[1][1] == pytest.approx(MILLED, abs=0.3)
    for side in (1, 2, 3):  # 2 and 7, 6 and 3, and 4 and 5, which are a crossover
        assert [level for level, _ in levels(sheets, side, bed, bed.sheet.height / 2)] == [TINT]


def test_pages_are_so_far_from_the_fold() -> None:
    plan = plan_job(8, Job(scheme="perfect-bound", sheets=1))
    pdf = numbered_pdf(
        8, page=f"/MediaBox [0 0 {WIDE} {HIGH}]", draw=lambda _: "0 g 0 0 900 900 re f"
    )
    setting = asked(marks=())
    sheets, bed = impose_pdf(pdf, plan, setting), bed_of(plan, setting)
    for side in range(4):
        runs = levels(sheets, side, bed, bed.sheet.height / 2)
        assert [level for level, _ in runs] == [0, 255, 0]
        assert runs[1][1] == pytest.approx(2 * MILLED, abs=0.3)


def test_what_is_milled_needs_room_too() -> None:
    plan = plan_job(8, Job(scheme="perfect-bound", sheets=1))
    pdf = numbered_pdf(8, page="/MediaBox [0 0 396 612]")
    letter = find_paper("letter")
    assert impose_pdf(pdf, plan, Setting(paper=letter))
    with pytest.raises(IssueError, match="with 3 mm to be milled off") as caught:
        impose_pdf(pdf, plan, Setting(paper=letter, milling=MILLED))
    assert [problem.code for problem in caught.value.problems] == ["page-too-large"]
    assert "tabloid" in caught.value.problems[0].hint
    fitted = Setting(paper=letter, milling=MILLED, scale="fit")
    prove(pdf, impose_pdf(pdf, plan, fitted), plan, fitted)


@pytest.mark.parametrize(
    "job",
    [
        Job(),
        Job(scheme="folded-section", section=8, nested=True),
        Job(scheme="loose-leaf"),
        Job(scheme="mini-zine"),
        Job(scheme="concertina", columns=8),
    ],
    ids=lambda job: job.scheme,
)
def test_only_glued_spines_are_milled(job: Job) -> None:
    with pytest.raises(IssueError, match="milled") as caught:
        bed_of(plan_job(8, job), asked())
    assert [problem.code for problem in caught.value.problems] == ["bad-imposition"]


@settings(max_examples=25)
@given(
    st.sampled_from([job for _, job in GATHERED.values()]),
    st.integers(1, 40),
    st.tuples(st.floats(0.5, 12), st.sampled_from([0.0, 6.0])),
    st.sampled_from(["inwards", "outwards", "scaling"]),
)
def test_what_is_milled_is_proved(
    job: Job, count: int, lengths: tuple[float, float], mode: Mode
) -> None:
    plan, (milled, gutter) = plan_job(count, job), lengths
    setting = asked(milling=Pt(milled), gutter=Pt(gutter), marks=("collation", "crop", "fold"))
    creeping = Creeping(stock=Stock(caliper_mm=0.3), mode=mode)
    setting = against_creep(setting, plan, creeping, width=PAGE.width)
    pdf = tinted(count)
    prove(pdf, impose_pdf(pdf, plan, setting), plan, setting)


def test_a_bar_may_stand_in_what_is_milled_off_alone_and_on_no_page() -> None:
    count, job = GATHERED["perfect-bound"]
    plan, setting = plan_job(count, job), asked(marks=("collation",))
    sheets = read_document(impose_pdf(tinted(count), plan, setting))
    bed = bed_of(plan, setting)
    (left, bottom, fold, top), (_, _, right, _) = bed.box(0, 0), bed.box(0, 1)
    cells = ((left, bottom, right, top),)
    strip = (fold - MILLED, bottom, fold + MILLED, top)
    plain: list[list[Rect]] = [[] for _ in sheets.pages]
    check_marks(sheets, plain, cells, (strip,), asked=True)
    on_page = [[(left, bottom, fold + 1, top)], *plain[1:]]
    for coloured, strips in ((plain, ()), (on_page, (strip,))):
        with pytest.raises(FoldError, match="a mark among its pages"):
            check_marks(sheets, coloured, cells, strips, asked=True)


@pytest.mark.parametrize(("milled", "told"), [(0.0, False), (1.0, True), (3.0, False)])
def test_folds_that_the_mill_does_not_reach_are_told(milled: float, told: bool) -> None:
    """Six leaves of 0.3 mm lie in one another, so that the innermost fold is 1.5 mm inside."""
    plan = plan_job(48, Job(scheme="perfect-bound", sheets=6))
    creeping = Creeping(stock=Stock(caliper_mm=0.3))
    found = list(check_reach(plan, creeping, Pt(milled * MM)))
    assert [problem.code for problem in found] == ["milling-too-shallow"] * told
    assert all("1.5 mm" in problem.message for problem in found)
