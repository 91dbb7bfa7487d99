"""Marks as they are written: pages stay as they were, marks are there, and every reader reads them.

What marks look like is seen in pictures of one pixel to the point.
"""

import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from PIL import ImageChops
from pypdf import PdfReader

from pamphleteer.imposition.margins import Text
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.plan import Plan
from pamphleteer.imposition.schemes import folded_sections, saddle_stitch, signatures
from pamphleteer.objects import read_document
from pamphleteer.papers import find_paper
from pamphleteer.press.forms import measure_bleed
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.press.shortcomings import find_shortcomings
from pamphleteer.problems import IssueError
from pamphleteer.reading.marks import read_painted
from pamphleteer.reading.sheets import prove
from pamphleteer.ticket.marks import MARKS
from tests.imposition.pages import draw_number, numbered_pdf, rasterise

A5 = "/MediaBox [-9 -9 429 605] /BleedBox [-8 -8 427 603] /TrimBox [0 0 419.528 595.276]"
SLUG = "Internationalist Notes 14 · 20 July 2026"


def bleeding(number: int) -> str:
    """A grey page to its bleed, with its number."""
    return f".8 g -8 -8 436 612 re f 0 g {draw_number(number)}"


def impose(
    plan: Plan, paper: str, *, marks: tuple[str, ...] = MARKS["sheetfed"], slug: str = SLUG
) -> bytes:
    pdf = numbered_pdf(len(plan.pages), page=A5, draw=bleeding)
    setting = Setting(paper=find_paper(paper), marks=marks, slug=slug)
    imposed = impose_pdf(pdf, plan, setting)
    prove(pdf, imposed, plan, setting)
    return imposed


def read_form(imposed: bytes, index: int) -> bytes:
    page = PdfReader(BytesIO(imposed)).pages[index]
    form: bytes = page["/Resources"]["/XObject"]["/Marks"].get_data()  # type: ignore[index]
    return form


JOBS = [
    (saddle_stitch(8), "a3"),
    (signatures(32, sheets=2), "sra3"),
    (folded_sections(64, pages=16), "25x38in"),
    (folded_sections(64, pages=32), "28x40in"),
]


@pytest.mark.parametrize(("plan", "paper"), JOBS)
def test_pages_are_the_same_with_marks_and_without(plan: Plan, paper: str) -> None:
    marked, plain = impose(plan, paper), impose(plan, paper, marks=())
    for index in (0, 1):
        one, other = rasterise(marked, index), rasterise(plain, index)
        difference = ImageChops.difference(one, other)
        assert difference.getbbox(), "marks are there"
        pages = other.point([255 * (level < 255) for level in range(256)]).getbbox()
        assert pages
        assert difference.crop(pages).getbbox() is None


@pytest.mark.parametrize("marks", [set_ for set_ in MARKS.values() if set_])
@pytest.mark.parametrize(("plan", "paper"), JOBS[:2])
def test_qpdf_finds_nothing_wrong(
    plan: Plan, paper: str, marks: tuple[str, ...], tmp_path: Path
) -> None:
    path = tmp_path / "sheets.pdf"
    path.write_bytes(impose(plan, paper, marks=marks))
    run = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_sheets_without_marks_have_no_form_for_them() -> None:
    assert b"/Marks" not in impose(saddle_stitch(8), "a3", marks=())
    assert b"/Marks" not in impose(saddle_stitch(8), "a4", marks=("collation",)), "nothing to draw"


def test_marks_are_drawn_last_and_alike_where_they_are_alike() -> None:
    imposed = impose(saddle_stitch(8), "a3", marks=("fold",))
    pages = PdfReader(BytesIO(imposed)).pages
    forms = {page["/Resources"]["/XObject"].raw_get("/Marks").idnum for page in pages}  # type: ignore[index]
    assert len(forms) == 1
    for page in pages:
        contents = page["/Contents"].get_data()  # type: ignore[attr-defined]
        assert contents.endswith(b" Do Q\nq /Marks Do Q")


def test_a_fold_is_dashed_and_a_crop_is_a_hairline() -> None:
    form = read_form(impose(saddle_stitch(8), "a3", marks=("fold", "crop")), 0)
    lines = [line for line in form.decode().splitlines() if line.endswith("S")]
    assert sum("0.25 w [2 1.5] 0 d" in line for line in lines) == 2
    assert sum("0.25 w [] 0 d" in line for line in lines) == 8
    assert b"0 G" in form


def test_registration_colour_is_on_all_plates() -> None:
    imposed = impose(saddle_stitch(8), "a3")
    form = PdfReader(BytesIO(imposed)).pages[0]["/Resources"]["/XObject"]["/Marks"]  # type: ignore[index]
    space = form["/Resources"]["/ColorSpace"]["/All"]
    assert space[:3] == ["/Separation", "/All", "/DeviceCMYK"]
    assert b"/All CS 1 SCN" in form.get_data()
    assert "/ColorSpace" not in _resources(impose(saddle_stitch(8), "a3", marks=("crop",)))


def _resources(imposed: bytes) -> set[str]:
    page = PdfReader(BytesIO(imposed)).pages[0]
    return set(page["/Resources"]["/XObject"]["/Marks"]["/Resources"])  # type: ignore[index]


def test_patches_are_full_and_half() -> None:
    form = read_form(impose(saddle_stitch(8), "a3", marks=("colour-bar",)), 0).decode()
    inks = [line for line in form.splitlines() if line.endswith(" k")]
    assert inks == [
        "1 0 0 0 k", "0 1 0 0 k", "0 0 1 0 k", "0 0 0 1 k",
        "0.5 0 0 0 k", "0 0.5 0 0 k", "0 0 0.5 0 k", "0 0 0 0.5 k",
    ]  # fmt: skip
    grey = read_form(impose(saddle_stitch(8), "a3", marks=("grey-bar",)), 0).decode()
    assert [line for line in grey.splitlines() if line.endswith(" g")] == [
        "0 g", "0.25 g", "0.5 g", "0.75 g", "0.9 g",
    ]  # fmt: skip


def test_a_long_slug_line_stays_in_its_box() -> None:
    wide = "MWMW " * 20
    form = read_form(impose(saddle_stitch(8), "a3", marks=("slug",), slug=wide), 0)
    boxes = list(read_painted(form))
    plan, text = saddle_stitch(8), f"{wide} · sheet 1 of 2 · front"
    assert len(plan.pages) == 8
    assert max(box[2] for box in boxes) - min(box[0] for box in boxes) < 0.55 * 6 * len(text)
    assert max(box[3] for box in boxes) - min(box[1] for box in boxes) < 1.3 * 6


def test_texts_in_upright_margins_read_from_below() -> None:
    text = Text(text="grain", box=(10, 20, 17.8, 40), size=6, ink="black", rotation=90)
    assert text.position == pytest.approx((16, 20))
    form = read_form(impose(saddle_stitch(8), "a3", marks=("grain",)), 0)
    boxes = [box for box in read_painted(form) if box[2] - box[0] < 8]
    left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
    assert right - left < 14
    assert max(box[3] for box in boxes) - min(box[1] for box in boxes) > 60


def test_a_character_that_the_font_lacks_is_refused() -> None:
    with pytest.raises(IssueError, match=r"U\+4E2D") as caught:
        impose(saddle_stitch(8), "a3", slug="中 中")
    assert [problem.code for problem in caught.value.problems] == ["missing-glyph"]


def test_what_is_left_out_is_named() -> None:
    plan = saddle_stitch(8)
    pdf = numbered_pdf(8, page=A5, draw=bleeding)
    for paper, told in (("a3", []), ("a4", ["crop, fold"])):
        setting = Setting(paper=find_paper(paper), marks=MARKS["copyshop"])
        found = find_shortcomings(read_document(pdf), plan, setting)
        assert [each.message.split(": ")[1] for each in found] == told


def test_bleed_is_what_goes_beyond_the_trim() -> None:
    for box, bleed in (("", 0), ("/BleedBox [-3 0 396 617]", 5), ("/BleedBox [9 9 300 300]", 0)):
        pdf = numbered_pdf(2, page=f"/MediaBox [-9 -9 500 700] /TrimBox [0 0 396 612] {box}")
        expected = 104 if not box else bleed
        assert [max(measure_bleed(page)) for page in read_document(pdf).pages] == [expected] * 2


def test_the_same_input_gives_the_same_bytes() -> None:
    assert impose(saddle_stitch(8), "a3") == impose(saddle_stitch(8), "a3")
    assert impose(saddle_stitch(8), "a3") != impose(saddle_stitch(8), "a3", slug="another")
