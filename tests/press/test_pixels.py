"""Pixel proof: every page looks on its sheet as it does alone, and nothing else is drawn there.

A page's place is cut out of its sheet, and its trim out of the source, each by a CropBox, and both
are drawn at 100 dpi: what they show begins at the same fraction of a pixel wherever the place lies,
and differs only where edges are smoothed on pages that are turned or are groups.
"""

from collections.abc import Sequence
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageDraw

from pamphleteer.imposition.jobs import SCHEMES, Job, plan_job
from pamphleteer.imposition.placing import Setting
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.units import Pt, parse_size
from tests.imposition.pages import swap_pages
from tests.press.pixels import (
    BLEED,
    JOBS,
    KINDS,
    PIXEL,
    Imposed,
    Page,
    asked,
    draw_box,
    draw_side,
    impose,
)
from tests.press.test_sheets import differ, read_drawn

SMOOTHED = 80
"""Pixels of a place that may differ, of twenty thousand; a planted shift or swap changes more than
four times as many."""

PAPER = parse_size("900mm x 1300mm")
GUTTERS = (Pt(0), Pt(17))


def compare(imposed: Imposed, *, moved: tuple[float, float] = (0, 0)) -> dict[int, int]:
    """Count for each page the pixels by which its place differs from it, where most do.

    ``moved`` plants a fault: places are looked for so many points to the right and upwards.
    """
    found: dict[int, int] = {}
    with (
        pypdfium2.PdfDocument(imposed.pdf) as source,
        pypdfium2.PdfDocument(imposed.sheets) as sheets,
    ):
        assert len(sheets) == len(imposed.cells)
        for index, cell in ((at, cell) for at, cells in enumerate(imposed.cells) for cell in cells):
            number, (left, bottom, right, top) = cell.slot.page or 0, cell.box
            page = imposed.kind[(number - 1) % len(imposed.kind)]
            alone = draw_box(source, number - 1, page.trim, scale=page.unit / PIXEL)
            box = (left + moved[0], bottom + moved[1], right + moved[0], top + moved[1])
            placed = draw_box(sheets, index, box).rotate(cell.slot.rotation, expand=True)
            found[number] = max(found.get(number, 0), differ(alone, placed))
    return found


def find_stray(imposed: Imposed) -> list[int]:
    """The sides on which something is drawn outside the places of pages."""
    stray = []
    for index, cells in enumerate(imposed.cells):
        image = draw_side(imposed, index, scale=0.5)
        paint = ImageDraw.Draw(image)
        for left, bottom, right, top in (cell.box for cell in cells):
            box = (left, imposed.bed.sheet.height - top, right, imposed.bed.sheet.height - bottom)
            x0, y0, x1, y1 = (edge / 2 for edge in box)
            paint.rectangle((x0 - 1, y0 - 1, x1 + 1, y1 + 1), fill=255)
        stray += [index] * (image.getextrema() != (255, 255))
    return stray


def test_every_scheme_is_proved() -> None:
    assert [job.scheme for _, job in JOBS.values()] == list(JOBS) == list(SCHEMES)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_each_page_looks_on_its_sheet_as_it_does_alone(scheme: str, kind: str) -> None:
    count, job = JOBS[scheme]
    odd = (list(SCHEMES).index(scheme) + list(KINDS).index(kind)) % 2
    setting = Setting(paper=PAPER, gutter=GUTTERS[odd])
    imposed = impose(count, job, setting, kind=KINDS[kind])
    found = compare(imposed)
    assert sorted(found) == list(range(1, count + 1))
    assert max(found.values()) <= SMOOTHED, found
    assert any(page.keys == BLEED for page in KINDS[kind]) or find_stray(imposed) == []


@pytest.mark.parametrize("knocks", [False, True])
def test_a_group_stays_the_group_it_is(knocks: bool) -> None:
    """PDFium draws a page alike with its group and without; a press may not."""
    kind = KINDS["a group that knocks out" if knocks else "a transparency group"]
    imposed = impose(*JOBS["mini-zine"], Setting(paper=PAPER), kind=kind)
    groups = [form["/Group"] for form in read_drawn(imposed.sheets)]
    found = [(each["/S"], each["/CS"], each["/I"], each["/K"]) for each in groups]
    assert found == [("/Transparency", "/DeviceRGB", True, knocks)] * 8


@settings(max_examples=40)
@given(
    asked(),
    st.sampled_from(list(KINDS.values())),
    st.sampled_from(["short-edge", "long-edge"]),
    st.floats(0, 40),
)
def test_however_it_is_bound_and_cut(
    job: tuple[int, Job], kind: Sequence[Page], flip: str, gutter: float
) -> None:
    setting = Setting(paper=PAPER, flip=flip, gutter=Pt(gutter))  # type: ignore[arg-type]
    found = compare(impose(*job, setting, kind=kind))
    assert max(found.values()) <= SMOOTHED, found


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("moved", [(PIXEL, 0), (-PIXEL, 0), (0, PIXEL), (0, -PIXEL)], ids=str)
def test_a_shift_of_one_pixel_is_found(scheme: str, moved: tuple[float, float]) -> None:
    imposed = impose(*JOBS[scheme], Setting(paper=PAPER))
    assert min(compare(imposed, moved=moved).values()) > 4 * SMOOTHED


def test_a_page_that_was_moved_by_one_pixel_is_found() -> None:
    imposed = impose(*JOBS["saddle-stitch"], Setting(paper=PAPER))
    plan = plan_job(*JOBS["saddle-stitch"])
    moved = impose_pdf(imposed.pdf, plan, Setting(paper=PAPER, shifts={3: PIXEL}))
    found = compare(replace(imposed, sheets=moved))
    assert [number for number, count in found.items() if count > SMOOTHED] == [3]


@pytest.mark.parametrize("scheme", SCHEMES)
def test_pages_that_were_swapped_are_found(scheme: str) -> None:
    imposed = impose(*JOBS[scheme], Setting(paper=PAPER))
    plan = swap_pages(plan_job(*JOBS[scheme]), {2: 3, 3: 2})
    swapped = replace(imposed, sheets=impose_pdf(imposed.pdf, plan, Setting(paper=PAPER)))
    found = compare(swapped)
    assert sorted(number for number, count in found.items() if count > SMOOTHED) == [2, 3]
    assert min(found[2], found[3]) > 4 * SMOOTHED


def test_what_is_drawn_beside_pages_is_found() -> None:
    imposed = impose(*JOBS["saddle-stitch"], Setting(paper=PAPER))
    cells = (imposed.cells[0][1:], *imposed.cells[1:])
    assert find_stray(replace(imposed, cells=cells)) == [0]
