"""The proof of an imposed PDF accepts what is right, and finds every fault that is planted."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.imposition import FoldError, Sheet, Slot, impose_saddle_stitch, impose_simplex
from pamphleteer.issue.model import Flip
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.reading.sheets import prove_booklet, prove_single_pages
from pamphleteer.units import parse_size
from tests.imposition.pages import (
    A4,
    HALF_LETTER,
    LETTER,
    change_slots,
    draw_number,
    numbered_pdf,
    swap_pages,
    write_objects,
)

BOOKLET = numbered_pdf(8)
FLIPS: st.SearchStrategy[Flip] = st.sampled_from(["short-edge", "long-edge"])


def impose(sheets: Sequence[Sheet], *, pdf: bytes = BOOKLET, flip: Flip = "short-edge") -> bytes:
    return impose_pdf(pdf, sheets, paper=LETTER, flip=flip)


def prove(imposed: bytes, *, pdf: bytes = BOOKLET, flip: Flip = "short-edge") -> None:
    prove_booklet(pdf, imposed, paper=LETTER, flip=flip)


@given(st.integers(1, 12).map(lambda sheets: 4 * sheets), FLIPS)
def test_what_the_press_writes_folds_into_the_booklet(count: int, flip: Flip) -> None:
    pdf = numbered_pdf(count)
    prove(impose(impose_saddle_stitch(count, flip=flip), pdf=pdf, flip=flip), pdf=pdf, flip=flip)


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
    prove(impose(impose_saddle_stitch(8, flip=flip), pdf=pdf, flip=flip), pdf=pdf, flip=flip)


def test_pages_of_several_streams_of_one_and_of_none_are_proved() -> None:
    def draw(number: int) -> str:
        parted = draw_number(number).replace(" Td (", "\nTd (")
        return ["", draw_number(number), parted][number % 3]

    pdf = numbered_pdf(8, draw=draw)
    prove(impose(impose_saddle_stitch(8), pdf=pdf), pdf=pdf)


def test_pages_that_are_the_same_may_change_places() -> None:
    pdf = numbered_pdf(8, draw=lambda number: draw_number(0 if number in (2, 3, 6) else number))
    sheets = impose_saddle_stitch(8)
    prove(impose(swap_pages(sheets, {2: 6, 6: 3, 3: 2}), pdf=pdf), pdf=pdf)
    with pytest.raises(FoldError):
        prove(impose(swap_pages(sheets, {2: 1, 1: 2}), pdf=pdf), pdf=pdf)


def test_pages_of_one_content_and_other_resources_are_not_the_same() -> None:
    pdf = numbered_pdf(4, draw=lambda _: "/Shade gs 0 0 396 612 re f")
    for number in range(1, 5):
        own = f"/Resources <</ExtGState<</Shade<</ca .{number}>>>>>>"
        pdf = pdf.replace(b"/Resources 4 0 R", own.encode(), 1)
    sheets = impose_saddle_stitch(4)
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
    sheets = impose_saddle_stitch(4)
    prove(impose(sheets, pdf=pdf), pdf=pdf)
    with pytest.raises(FoldError, match="page 3 is read where page 2 should be"):
        prove(impose(swap_pages(sheets, {2: 3, 3: 2}), pdf=pdf), pdf=pdf)


@given(st.permutations(range(1, 9)).filter(lambda order: order != sorted(order)), FLIPS)
def test_pages_in_the_wrong_places_are_found(order: list[int], flip: Flip) -> None:
    wrong: dict[int, int | None] = dict(enumerate(order, start=1))
    sheets = swap_pages(impose_saddle_stitch(8, flip=flip), wrong)
    with pytest.raises(FoldError, match="is read where page"):
        prove(impose(sheets, flip=flip), flip=flip)


@given(st.integers(1, 8), FLIPS)
def test_a_page_upside_down_is_found(page: int, flip: Flip) -> None:
    def turn(slot: Slot) -> Slot:
        turned = Slot(page=slot.page, rotation=0 if slot.rotation else 180)
        return turned if slot.page == page else slot

    sheets = change_slots(impose_saddle_stitch(8, flip=flip), turn)
    with pytest.raises(FoldError, match=f"page {page} is read turned by 180 degrees"):
        prove(impose(sheets, flip=flip), flip=flip)


def test_sheets_for_the_other_flip_are_found() -> None:
    for_long = impose_saddle_stitch(8, flip="long-edge")
    with pytest.raises(FoldError, match="asks the printer for /DuplexFlipLongEdge"):
        prove(impose(for_long, flip="long-edge"))
    with pytest.raises(FoldError, match="is read"):
        prove(impose(for_long, flip="short-edge"))


def test_a_page_that_is_there_twice_is_found() -> None:
    twice = [*impose_saddle_stitch(8), impose_saddle_stitch(8)[0]]
    with pytest.raises(FoldError):
        prove(impose(twice))


def test_a_lost_page_is_found() -> None:
    nine = numbered_pdf(9, draw=lambda number: draw_number(min(number, 8)))
    with pytest.raises(FoldError, match="8 pages are read, not 9"):
        prove(impose(impose_saddle_stitch(8)), pdf=nine)


def test_another_documents_page_is_found() -> None:
    other = numbered_pdf(8, draw=lambda number: draw_number(number + (number == 5)))
    with pytest.raises(FoldError, match="what is read as page 5 is no page of the source"):
        prove(impose(impose_saddle_stitch(8)), pdf=other)


def test_an_empty_sheet_too_many_is_found() -> None:
    blank = change_slots(impose_saddle_stitch(4), lambda slot: replace(slot, page=None))
    with pytest.raises(FoldError, match="a sheet more than the pages need"):
        prove(impose([*impose_saddle_stitch(8), *blank]))


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
        (b"[ 0 0 792 612 ]", b"[ 0 0 782 612 ]", "not paper of 792"),
        (b"[ 0 0 792 612 ]", b"[ 0 0 612 792 ]", "not paper of 792"),
    ],
)
def test_faults_in_what_was_written_are_found(right: bytes, wrong: bytes, message: str) -> None:
    imposed = impose(impose_saddle_stitch(8))
    assert right in imposed
    with pytest.raises(FoldError, match=message):
        prove(imposed.replace(right, wrong, 1))


def test_a_sheet_without_a_back_is_found() -> None:
    imposed = impose_pdf(BOOKLET, impose_simplex(8), paper=LETTER, flip="short-edge")
    with pytest.raises(FoldError, match="asks the printer for /Simplex"):
        prove(imposed)


def test_single_pages_are_proved() -> None:
    for pdf in (BOOKLET, numbered_pdf(5, page="/MediaBox [0 0 612 396]")):
        count = 8 if pdf is BOOKLET else 5
        imposed = impose_pdf(pdf, impose_simplex(count), paper=A4, flip="long-edge")
        prove_single_pages(pdf, imposed, paper=A4)


def test_single_pages_in_the_wrong_order_are_found() -> None:
    sheets = swap_pages(impose_simplex(8), {3: 4, 4: 3})
    imposed = impose_pdf(BOOKLET, sheets, paper=LETTER, flip="short-edge")
    with pytest.raises(FoldError, match="page 4 is read where page 3 should be"):
        prove_single_pages(BOOKLET, imposed, paper=LETTER)


def test_other_paper_is_found() -> None:
    imposed = impose_pdf(BOOKLET, impose_simplex(8), paper=LETTER, flip="short-edge")
    with pytest.raises(FoldError, match="not paper of"):
        prove_single_pages(BOOKLET, imposed, paper=parse_size("legal"))
