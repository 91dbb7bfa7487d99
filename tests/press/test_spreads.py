"""The folded preview: spreads read back from the imposed file, and how they look."""

import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops
from pypdf import PdfReader

from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.plan import Plan
from pamphleteer.imposition.schemes import n_up, saddle_stitch
from pamphleteer.imposition.spreads import Spread
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.press.spreads import MARGIN, write_spreads
from pamphleteer.reading.books import read_spreads
from pamphleteer.ticket.table import Edge, Flip
from pamphleteer.units import Pt, Size
from tests.imposition.jobs import PRESS_SHEET, planned_jobs
from tests.imposition.pages import (
    LETTER,
    draw_number,
    numbered_pdf,
    rasterise,
    rewritten,
    swap_pages,
)

WIDTH, HEIGHT, EDGE = 396, 612, int(MARGIN)
FLIPS: st.SearchStrategy[Flip] = st.sampled_from(["short-edge", "long-edge"])
PAPER, TABLE = 255, 209
LEFT = (EDGE, EDGE, EDGE + WIDTH, EDGE + HEIGHT)
RIGHT = (EDGE + WIDTH, EDGE, EDGE + 2 * WIDTH, EDGE + HEIGHT)


def leaf_through(
    pdf: bytes, plan: Plan, *, flip: Flip = "short-edge", paper: Size = LETTER, scale: float = 1
) -> tuple[tuple[Spread, ...], bytes]:
    setting = Setting(paper=paper, flip=flip, scale=scale)
    imposed = impose_pdf(pdf, plan, setting)
    spreads = read_spreads(imposed, plan, setting)
    return spreads, write_spreads(imposed, spreads)


def preview(count: int, *, binding: Edge = "left", flip: Flip = "short-edge") -> bytes:
    plan = plan_job(count, Job(binding=binding))
    return leaf_through(numbered_pdf(count), plan, paper=PRESS_SHEET, flip=flip)[1]


def boxes(spread: Spread, binding: Edge) -> list[tuple[int, int, int, int]]:
    """Where the pages of a spread are seen, in the order in which they are read."""
    places = [(index, page) for index, page in enumerate(spread.pages) if page]
    size = [
        (EDGE, EDGE + HEIGHT * index, EDGE + WIDTH, EDGE + HEIGHT * (index + 1))
        if spread.level
        else (EDGE + WIDTH * index, EDGE, EDGE + WIDTH * (index + 1), EDGE + HEIGHT)
        for index, _ in places
    ]
    return size[::-1] if binding == "right" else size


def read_numbers(pdf: bytes, spreads: tuple[Spread, ...], binding: Edge) -> Iterator[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        for sheet, spread in zip(document, spreads, strict=True):
            texts, height = sheet.get_textpage(), sheet.get_height()
            for left, top, right, bottom in boxes(spread, binding):
                yield texts.get_text_bounded(
                    left=left, right=right, top=height - top, bottom=height - bottom
                ).strip()


def differ(one: Image.Image, other: Image.Image) -> int:
    assert one.size == other.size
    return sum(ImageChops.difference(one, other).histogram()[64:])


@settings(max_examples=60, deadline=None)
@given(planned_jobs(), FLIPS, st.data())
def test_the_reader_sees_all_pages_in_order_as_they_are(
    planned: tuple[Plan, Job, int], flip: Flip, data: st.DataObject
) -> None:
    plan, _, count = planned
    pdf = numbered_pdf(count)
    spreads, seen = leaf_through(pdf, plan, flip=flip, paper=PRESS_SHEET)
    numbers = [text for text in read_numbers(seen, spreads, plan.binding) if text]
    assert numbers == [f"{number}" for number in range(1, count + 1)]
    index = data.draw(st.sampled_from(range(len(spreads))))
    image = rasterise(seen, index)
    for box, number in zip(
        boxes(spreads[index], plan.binding), spreads[index].numbers, strict=True
    ):
        page = image.crop(box)
        if plan.head == "head-to-toe" and number % 2 == 0:
            page = page.rotate(180)
        assert is_source_or_blank(page, pdf, count)


def is_source_or_blank(page: Image.Image, pdf: bytes, count: int) -> bool:
    alone = (rasterise(pdf, index) for index in range(count))
    return page.getextrema() == (PAPER, PAPER) or any(differ(page, each) < 30 for each in alone)


def test_the_first_page_lies_alone_right_of_the_spine_and_the_last_one_left() -> None:
    pdf, seen = numbered_pdf(8), preview(8)
    assert len(PdfReader(BytesIO(seen)).pages) == 5
    first, second, last = (rasterise(seen, index) for index in (0, 1, 4))
    assert first.crop(LEFT).getextrema() == last.crop(RIGHT).getextrema() == (TABLE, TABLE)
    assert differ(first.crop(RIGHT), rasterise(pdf, 0)) == 0
    assert differ(second.crop(LEFT), rasterise(pdf, 1)) == 0
    assert differ(second.crop(RIGHT), rasterise(pdf, 2)) == 0
    assert differ(last.crop(LEFT), rasterise(pdf, 7)) == 0


def test_bound_at_the_right_the_first_page_lies_left() -> None:
    seen = rasterise(preview(4, binding="right"), 0)
    assert differ(seen.crop(LEFT), rasterise(numbered_pdf(4), 0)) == 0
    assert seen.crop(RIGHT).getextrema() == (TABLE, TABLE)


def test_bound_at_the_top_pages_lie_above_each_other() -> None:
    pdf, seen = numbered_pdf(4), rasterise(preview(4, binding="top"), 1)
    upper = seen.crop(LEFT)
    lower = seen.crop((EDGE, EDGE + HEIGHT, EDGE + WIDTH, EDGE + 2 * HEIGHT))
    assert differ(upper, rasterise(pdf, 1)) < 30
    assert differ(lower, rasterise(pdf, 2)) < 30


def test_blanks_are_empty_pages() -> None:
    seen = preview(6)
    middle = [rasterise(seen, index) for index in range(5)]
    assert middle[3].crop(RIGHT).getextrema() == (PAPER, PAPER)
    assert middle[4].crop(LEFT).getextrema() == (PAPER, PAPER)


def test_a_viewer_counts_spreads_as_a_reader_does() -> None:
    assert PdfReader(BytesIO(preview(6))).page_labels == ["1", "2-3", "4-5", "6-7", "8"]


def test_what_is_wrong_on_the_sheets_is_seen() -> None:
    pdf, plan = numbered_pdf(8), saddle_stitch(8)
    setting = Setting(paper=LETTER)
    imposed = impose_pdf(pdf, swap_pages(plan, {3: 6, 6: 3}), setting)
    spreads = read_spreads(imposed, plan, setting)
    numbers = list(read_numbers(write_spreads(imposed, spreads), spreads, "left"))
    assert numbers == ["1", "2", "6", "4", "5", "3", "7", "8"]


def test_sheets_for_the_other_flip_stand_on_their_heads() -> None:
    pdf, plan = numbered_pdf(4), saddle_stitch(4)
    imposed = impose_pdf(pdf, plan, Setting(paper=LETTER, flip="long-edge"))
    setting = Setting(paper=LETTER, flip="short-edge")
    seen = rasterise(write_spreads(imposed, read_spreads(imposed, plan, setting)), 1)
    assert differ(seen.crop(LEFT).rotate(180), rasterise(pdf, 2)) < 30


@pytest.mark.parametrize(
    "page",
    [
        "/MediaBox [-9 -9 405 621] /BleedBox [-9 -9 405 621] /TrimBox [0 0 396 612]",
        "/MediaBox [80 180 516 832] /TrimBox [100 200 496 812]",
        "/MediaBox [0 0 396 612] /Rotate 180",
        "/MediaBox [0 0 198 306] /UserUnit 2",
    ],
)
def test_pages_of_every_kind_are_seen_within_their_trim(page: str) -> None:
    left, bottom = (100, 200) if "[100 200" in page else (0, 0)

    def draw(number: int) -> str:
        drawn = draw_number(number, left=left, bottom=bottom)
        return f"q .5 0 0 .5 0 0 cm {drawn} Q" if "UserUnit" in page else drawn

    _, seen = leaf_through(numbered_pdf(8, page=page, draw=draw), saddle_stitch(8))
    expected = rasterise(numbered_pdf(8), 2)
    if "Rotate" in page:
        expected = expected.rotate(180)
    assert differ(rasterise(seen, 1).crop(RIGHT), expected) < 30


def test_a_trim_that_is_given_is_kept_to() -> None:
    page = "/MediaBox [80 180 600 900] /TrimBox [100 200 496 812]"
    pdf = numbered_pdf(8, page=page, draw=lambda number: draw_number(number, left=100, bottom=200))
    plan, setting = saddle_stitch(8), Setting(paper=LETTER)
    imposed = impose_pdf(pdf, plan, setting)
    trim = Size(width=Pt(WIDTH), height=Pt(HEIGHT))
    seen = write_spreads(imposed, read_spreads(imposed, plan, setting, trim=trim))
    assert differ(rasterise(seen, 1).crop(RIGHT), rasterise(numbered_pdf(8), 2)) == 0


def test_bleed_on_outer_edges_only_is_told_from_the_trim() -> None:
    pdf = numbered_pdf(8, page="/MediaBox [0 0 405 612] /TrimBox [0 0 396 612]")
    verso = b"/MediaBox [-9 0 396 612] /TrimBox [0 0 396 612]"
    parts = pdf.split(b"/MediaBox [0 0 405 612] /TrimBox [0 0 396 612]")
    mixed = parts[0]
    for index, part in enumerate(parts[1:]):
        own = b"/MediaBox [0 0 405 612] /TrimBox [0 0 396 612]"
        mixed += (verso if index % 2 else own) + part
    mixed = mixed.replace(b"/TrimBox", b"/BleedBox [-9 0 405 612] /TrimBox")
    spreads, seen = leaf_through(rewritten(mixed), saddle_stitch(8))
    assert {page.size for spread in spreads for page in spread.pages if page} == {
        Size(width=Pt(WIDTH), height=Pt(HEIGHT))
    }
    assert differ(rasterise(seen, 1).crop(LEFT), rasterise(numbered_pdf(8), 1)) == 0


def test_pages_are_as_large_as_they_are_printed() -> None:
    pdf, plan = numbered_pdf(4), n_up(4, rows=1, columns=2, two_sided=False)
    spreads, seen = leaf_through(pdf, plan, scale=0.5)
    assert len(spreads) == 4
    with pypdfium2.PdfDocument(seen) as document:
        assert document[0].get_size() == (198 + 2 * EDGE, 306 + 2 * EDGE)


def test_forms_are_taken_over_as_they_are_and_qpdf_finds_nothing_wrong(tmp_path: Path) -> None:
    pdf = numbered_pdf(8)
    _, seen = leaf_through(pdf, saddle_stitch(8))
    drawn: list[Any] = [
        form.get_object()._data
        for page in cast(Any, PdfReader(BytesIO(seen)).pages)
        for form in page["/Resources"]["/XObject"].values()
    ]
    pages: Any = PdfReader(BytesIO(pdf)).pages
    contents = [page["/Contents"].get_object()._data for page in pages]
    assert drawn == contents
    path = tmp_path / "spreads.pdf"
    path.write_bytes(seen)
    run = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert leaf_through(pdf, saddle_stitch(8))[1] == seen
