"""The proof of an imposed PDF accepts what is right, and finds every fault that is planted."""

from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from pamphleteer.imposition.fold import FoldError
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.plan import Plan, Slot, slot_turned
from pamphleteer.imposition.schemes import leaves, saddle_stitch
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.reading.sheets import prove as prove_sheets
from pamphleteer.ticket.table import Flip
from pamphleteer.units import Pt, Size, parse_size
from tests.imposition.pages import (
    A4,
    HALF_LETTER,
    LETTER,
    draw_number,
    numbered_pdf,
    rewritten,
    swap_pages,
    write_objects,
)

BOOKLET = numbered_pdf(8)
FLIPS: st.SearchStrategy[Flip] = st.sampled_from(["short-edge", "long-edge"])


def impose(plan: Plan, *, pdf: bytes = BOOKLET, flip: Flip = "short-edge") -> bytes:
    return impose_pdf(pdf, plan, Setting(paper=LETTER, flip=flip))


def prove(imposed: bytes, *, pdf: bytes = BOOKLET, flip: Flip = "short-edge") -> None:
    count = len(PdfReader(BytesIO(pdf)).pages)
    prove_sheets(pdf, imposed, saddle_stitch(count), Setting(paper=LETTER, flip=flip))


@given(st.integers(1, 48), FLIPS)
def test_what_the_press_writes_folds_into_the_booklet(count: int, flip: Flip) -> None:
    pdf = numbered_pdf(count)
    plan = saddle_stitch(count).with_pages(range(1, count + 1))
    prove(impose(plan, pdf=pdf, flip=flip), pdf=pdf, flip=flip)


@pytest.mark.parametrize(
    ("page", "tree"),
    [
        ("/MediaBox [-9 -9 405 621] /BleedBox [-8 -8 404 620] /TrimBox [0 0 396 612]", ""),
        ("/MediaBox [80 180 600 900] /TrimBox [100 200 496 812]", ""),
        ("/MediaBox [396 612 0 0]", ""),
        (f"{HALF_LETTER} /BleedBox [50 50 300 500]", ""),
        (f"{HALF_LETTER} /Rotate 180", ""),
        ("/MediaBox [0 0 612 396] /Rotate 90", ""),
        ("/MediaBox [0 0 612 396] /Rotate -90", ""),
        ("/MediaBox [0 0 198 306] /UserUnit 2", ""),
        (f"{HALF_LETTER} /Group <</S/Transparency/CS/DeviceGray>>", ""),
        ("", f"{HALF_LETTER} /Rotate 180 /Resources 4 0 R"),
    ],
)
@pytest.mark.parametrize("flip", ["short-edge", "long-edge"])
def test_pages_of_every_kind_are_proved(page: str, tree: str, flip: Flip) -> None:
    pdf = numbered_pdf(8, page=page, tree=tree)
    prove(impose(saddle_stitch(8), pdf=pdf, flip=flip), pdf=pdf, flip=flip)


def test_pages_of_several_streams_of_one_and_of_none_are_proved() -> None:
    def draw(number: int) -> str:
        parted = draw_number(number).replace(" Td (", "\nTd (")
        return ["", draw_number(number), parted][number % 3]

    pdf = numbered_pdf(8, draw=draw)
    prove(impose(saddle_stitch(8), pdf=pdf), pdf=pdf)


def test_pages_that_are_the_same_may_change_places() -> None:
    pdf = numbered_pdf(8, draw=lambda number: draw_number(0 if number in (2, 3, 6) else number))
    sheets = saddle_stitch(8)
    prove(impose(swap_pages(sheets, {2: 6, 6: 3, 3: 2}), pdf=pdf), pdf=pdf)
    with pytest.raises(FoldError):
        prove(impose(swap_pages(sheets, {2: 1, 1: 2}), pdf=pdf), pdf=pdf)


def test_pages_of_one_content_and_other_resources_are_not_the_same() -> None:
    pdf = numbered_pdf(4, draw=lambda _: "/Shade gs 0 0 396 612 re f")
    for number in range(1, 5):
        own = f"/Resources <</ExtGState<</Shade<</ca .{number}>>>>>>"
        pdf = pdf.replace(b"/Resources 4 0 R", own.encode(), 1)
    pdf = rewritten(pdf)
    sheets = saddle_stitch(4)
    prove(impose(sheets, pdf=pdf), pdf=pdf)
    with pytest.raises(FoldError, match="page 4 is read where page 2 should be"):
        prove(impose(swap_pages(sheets, {2: 4, 4: 2}), pdf=pdf), pdf=pdf)


def test_pages_that_differ_only_in_their_picture_are_not_the_same() -> None:
    tree = "<</Type/Pages/Count 4/Kids[4 0 R 6 0 R 8 0 R 10 0 R]>>"
    picture = "/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
    objects = ["<</Type/Catalog/Pages 2 0 R>>", tree]
    for number in range(1, 5):
        objects.append(f"<<{picture}/Length 1>>stream\n{number}\nendstream")
        objects.append(
            f"<</Type/Page/Parent 2 0 R{HALF_LETTER}/Contents 11 0 R"
            f"/Resources<</XObject<</X {2 * number + 1} 0 R>>>>>>"
        )
    pdf = write_objects([*objects, "<</Length 5>>stream\n/X Do\nendstream"])
    sheets = saddle_stitch(4)
    prove(impose(sheets, pdf=pdf), pdf=pdf)
    with pytest.raises(FoldError, match="page 3 is read where page 2 should be"):
        prove(impose(swap_pages(sheets, {2: 3, 3: 2}), pdf=pdf), pdf=pdf)


@given(st.permutations(range(1, 9)).filter(lambda order: order != sorted(order)), FLIPS)
def test_pages_in_the_wrong_places_are_found(order: list[int], flip: Flip) -> None:
    wrong: dict[int, int | None] = dict(enumerate(order, start=1))
    sheets = swap_pages(saddle_stitch(8), wrong)
    with pytest.raises(FoldError, match="is read where page"):
        prove(impose(sheets, flip=flip), flip=flip)


@given(st.integers(1, 8), FLIPS)
def test_a_page_upside_down_is_found(page: int, flip: Flip) -> None:
    def turn(slot: Slot) -> Slot:
        return slot_turned(slot, 180) if slot.page == page else slot

    sheets = saddle_stitch(8).mapped(turn)
    with pytest.raises(FoldError, match=f"page {page} is read turned by 180 degrees"):
        prove(impose(sheets, flip=flip), flip=flip)


def test_sheets_for_the_other_flip_are_found() -> None:
    with pytest.raises(FoldError, match="asks the printer for /DuplexFlipLongEdge"):
        prove(impose(saddle_stitch(8), flip="long-edge"))
    for_long = saddle_stitch(8).turned_about("level")
    with pytest.raises(FoldError, match="is read"):
        prove(impose(replace(for_long, axis="upright"), flip="short-edge"))


def test_a_page_that_is_there_twice_is_found() -> None:
    plan = saddle_stitch(8)
    with pytest.raises(FoldError):
        prove(impose(replace(plan, sheets=(*plan.sheets, plan.sheets[0]))))


def test_a_lost_page_is_found() -> None:
    nine = numbered_pdf(9, draw=lambda number: draw_number(min(number, 8)))
    with pytest.raises(FoldError, match="8 pages are read, not 9"):
        prove(impose(saddle_stitch(8)), pdf=nine)


def test_another_documents_page_is_found() -> None:
    other = numbered_pdf(8, draw=lambda number: draw_number(number + (number == 5)))
    with pytest.raises(FoldError, match="what is read as page 5 is no page of the source"):
        prove(impose(saddle_stitch(8)), pdf=other)


def test_an_empty_sheet_too_many_is_found() -> None:
    plan, (blank,) = saddle_stitch(8), saddle_stitch(4).with_pages([]).sheets
    with pytest.raises(FoldError, match="a sheet more than the pages need"):
        prove(impose(replace(plan, sheets=(*plan.sheets, blank))))


# What the press writes is not compressed, so that faults can be planted in the bytes themselves;
# each keeps its length.
@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        (b"cm /P1 Do Q", b"cm /P3 Do Q", "draws /P3, which it does not have"),
        (b"1 0 0 1 396 0 cm", b"2 0 0 2 396 0 cm", "page 1 is not at actual size"),
        (b"1 0 0 1 396 0 cm", b"1 0 0 1 397 0 cm", "page 1 stands at"),
        (b"1 0 0 1 396 0 cm", b"1 0 0 1 396 1 cm", "page 1 stands at"),
        (b"1 0 0 1 396 0 cm", b"1 0 1 1 396 0 cm", "slanted or mirrored"),
        (b"1 0 0 1 396 0 cm", b"1 0 0 1 196 0 cm", "two pages stand in one place"),
        (b"396 0 396 612 re W n", b"395 0 396 612 re W n", "page 1 may draw across the spine"),
        (b"396 0 396 612 re W n", b"396 0 396 512 re W n", "page 1 is cut within its trim"),
        (b"cm /P1 Do Q", b"cm /P1 Do f", "draws something that is no page"),
        (b"/Duplex /DuplexFlipShort", b"/Duplux /DuplexFlipShort", "asks the printer for None"),
        (b"[0 0 792 612]", b"[0 0 782 612]", "not paper of 792"),
        (b"[0 0 792 612]", b"[0 0 612 792]", "two pages stand in one place|stands at"),
    ],
)
def test_faults_in_what_was_written_are_found(right: bytes, wrong: bytes, message: str) -> None:
    imposed = impose(saddle_stitch(8))
    assert right in imposed
    with pytest.raises(FoldError, match=message):
        prove(imposed.replace(right, wrong, 1))


SINGLE = leaves(8, two_sided=False)


def test_a_sheet_without_a_back_is_found() -> None:
    with pytest.raises(FoldError, match="asks the printer for /Simplex"):
        prove(impose(SINGLE))


def test_single_pages_are_proved() -> None:
    setting = Setting(paper=A4, flip="long-edge")
    for pdf, count in ((BOOKLET, 8), (numbered_pdf(5, page="/MediaBox [0 0 612 396]"), 5)):
        plan = leaves(count, two_sided=False)
        prove_sheets(pdf, impose_pdf(pdf, plan, setting), plan, setting)


def test_single_pages_in_the_wrong_order_are_found() -> None:
    imposed = impose(swap_pages(SINGLE, {3: 4, 4: 3}))
    with pytest.raises(FoldError, match="page 4 is read where page 3 should be"):
        prove_sheets(BOOKLET, imposed, SINGLE, Setting(paper=LETTER))


def test_other_paper_is_found() -> None:
    with pytest.raises(FoldError, match="not paper of"):
        prove_sheets(BOOKLET, impose(SINGLE), SINGLE, Setting(paper=parse_size("legal")))


@given(st.integers(1, 16), st.sampled_from([0, 20, 60]))
def test_sheets_with_a_gripper_edge_are_proved(count: int, gripper: int) -> None:
    pdf, plan = numbered_pdf(count), saddle_stitch(count).with_pages(range(1, count + 1))
    paper = Size(width=Pt(1000), height=Pt(700))
    setting = Setting(paper=paper, gripper=Pt(gripper))
    imposed = impose_pdf(pdf, plan, setting)
    prove_sheets(pdf, imposed, plan, setting)
    if gripper > 44:
        with pytest.raises(FoldError, match="stands at"):
            prove_sheets(pdf, imposed, plan, Setting(paper=paper))
