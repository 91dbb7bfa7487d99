"""Imposed PDFs: what stands where, seen as pictures, and what a printer is told."""

from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.schemes import leaves, saddle_stitch
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.problems import IssueError
from pamphleteer.ticket.table import Flip
from pamphleteer.units import Size
from tests.imposition.pages import (
    A4,
    HALF_LETTER,
    LETTER,
    draw_number,
    numbered_pdf,
    rasterise,
    read_text,
    swap_pages,
    write_objects,
)

LEFT, RIGHT = (0, 0, 396, 612), (396, 0, 792, 612)


def impose_booklet(
    pdf: bytes, count: int, *, flip: Flip = "short-edge", paper: Size = LETTER
) -> bytes:
    return impose_pdf(pdf, saddle_stitch(count), Setting(paper=paper, flip=flip))


def read_catalog(pdf: bytes) -> dict[str, Any]:
    return PdfReader(BytesIO(pdf)).root_object


def read_drawn(pdf: bytes) -> list[dict[str, Any]]:
    """List the forms that a PDF's pages draw, in the order in which they are named there."""
    drawn = []
    for page in PdfReader(BytesIO(pdf)).pages:
        resources: dict[str, Any] = page.get_inherited("/Resources", {})
        drawn += [form.get_object() for form in resources.get("/XObject", {}).values()]
    return drawn


def differ(one: Image.Image, other: Image.Image) -> int:
    """Count the pixels that are not nearly the same."""
    assert one.size == other.size
    levels = ImageChops.difference(one, other).histogram()
    return sum(levels[64:])


def test_the_right_half_of_the_first_side_shows_page_1() -> None:
    pdf = numbered_pdf(8)
    imposed = impose_booklet(pdf, 8)
    for index, (left, right) in enumerate([(8, 1), (2, 7), (6, 3), (4, 5)]):
        assert read_text(imposed, index, left=0, right=396) == str(left)
        assert read_text(imposed, index, left=396, right=792) == str(right)
        side = rasterise(imposed, index)
        assert differ(side.crop(LEFT), rasterise(pdf, left - 1)) == 0
        assert differ(side.crop(RIGHT), rasterise(pdf, right - 1)) == 0


def test_backs_are_upside_down_for_a_long_edge_flip() -> None:
    pdf = numbered_pdf(4)
    imposed = impose_booklet(pdf, 4, flip="long-edge")
    assert differ(rasterise(imposed, 0).crop(RIGHT), rasterise(pdf, 0)) == 0
    back = rasterise(imposed, 1).rotate(180)
    assert differ(back.crop(LEFT), rasterise(pdf, 1)) < 20
    assert differ(back.crop(RIGHT), rasterise(pdf, 2)) < 20


def test_a_one_sided_printer_gets_pages_in_the_middle_of_the_sheet() -> None:
    pdf = numbered_pdf(3)
    imposed = impose_pdf(pdf, leaves(3, two_sided=False), Setting(paper=LETTER))
    assert len(PdfReader(BytesIO(imposed)).pages) == 3
    for index in range(3):
        assert (
            differ(rasterise(imposed, index).crop((108, 90, 504, 702)), rasterise(pdf, index)) == 0
        )


# Each case: the page's dictionary, the page tree's root, and where the number is drawn.
CASES = {
    "plain": (HALF_LETTER, "", (0, 0)),
    "bleed: the MediaBox begins below zero": (
        "/MediaBox [-8.5 -8.5 404.5 620.5] /BleedBox [-8 -8 404 620] /TrimBox [0 0 396 612]",
        "",
        (0, 0),
    ),
    "a trim far from the origin": (
        "/MediaBox [80 180 600 900] /CropBox [80 180 600 900] /TrimBox [100 200 496 812]",
        "",
        (100, 200),
    ),
    "cropped, no TrimBox": ("/MediaBox [0 0 600 900] /CropBox [100 200 496 812]", "", (100, 200)),
    "corners the other way round": ("/MediaBox [396 612 0 0]", "", (0, 0)),
    "a BleedBox that is too small": (f"{HALF_LETTER} /BleedBox [50 50 300 500]", "", (0, 0)),
    "inherited box, rotation and resources": (
        "",
        f"{HALF_LETTER} /Rotate 180 /Resources 4 0 R",
        (0, 0),
    ),
    "a transparency group": (
        f"{HALF_LETTER} /Group <</Type/Group/S/Transparency/CS/DeviceGray/I true>>",
        "",
        (0, 0),
    ),
    "upside down": (f"{HALF_LETTER} /Rotate 180", "", (0, 0)),
}


@pytest.mark.parametrize("case", CASES)
def test_pages_look_on_the_sheet_as_they_do_alone(case: str) -> None:
    page, tree, (left, bottom) = CASES[case]
    pdf = numbered_pdf(
        4, page=page, tree=tree, draw=lambda number: draw_number(number, left=left, bottom=bottom)
    )
    imposed = rasterise(impose_booklet(pdf, 4), 0)
    alone = rasterise(numbered_pdf(4), 0)
    expected = alone.rotate(180) if "180" in page + tree and "/Rotate" in page + tree else alone
    assert differ(imposed.crop(RIGHT), expected) < 20


@pytest.mark.parametrize("angle", [90, 270, -90, 450])
def test_landscape_pages_that_are_turned_stand_upright(angle: int) -> None:
    def draw(number: int) -> str:
        matrix = "0 1 -1 0 612 0" if angle % 360 == 90 else "0 -1 1 0 0 396"
        return f"q {matrix} cm {draw_number(number)} Q"

    pdf = numbered_pdf(4, page=f"/MediaBox [0 0 612 396] /Rotate {angle}", draw=draw)
    imposed = rasterise(impose_booklet(pdf, 4), 0)
    assert differ(imposed.crop(RIGHT), rasterise(numbered_pdf(4), 0)) < 20


def test_several_content_streams_are_one_page() -> None:
    # The cut is within a text object and between two operands; a stream's end parts tokens.
    pdf = numbered_pdf(4, draw=lambda number: draw_number(number).replace(" Td (", "\nTd ("))
    plain = numbered_pdf(4)
    assert differ(rasterise(impose_booklet(pdf, 4), 0).crop(RIGHT), rasterise(plain, 0)) == 0


def test_a_page_without_content_is_an_empty_one() -> None:
    pdf = numbered_pdf(4, draw=lambda number: draw_number(number) if number > 1 else "")
    side = rasterise(impose_booklet(pdf, 4), 0)
    assert side.crop(RIGHT).getextrema() == (255, 255)
    assert side.crop(LEFT).getextrema() != (255, 255)


def test_user_units_are_honoured() -> None:
    def draw(number: int) -> str:
        return f"q .5 0 0 .5 0 0 cm {draw_number(number)} Q"

    pdf = numbered_pdf(4, page="/MediaBox [0 0 198 306] /UserUnit 2", draw=draw)
    imposed = rasterise(impose_booklet(pdf, 4), 0)
    assert differ(imposed.crop(RIGHT), rasterise(numbered_pdf(4), 0)) < 20


def test_pages_that_share_content_keep_their_own_resources() -> None:
    shade = "/Resources <</ExtGState<</Shade<</ca .{number}>>>>>>"
    page = f"<</Type/Page/Parent 2 0 R/Contents 3 0 R {HALF_LETTER} {shade}>>"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Count 4/Kids[4 0 R 5 0 R 6 0 R 7 0 R]>>",
        "<</Length 28>>stream\n/Shade gs 0 0 396 612 re f  \nendstream",
        *(page.replace("{number}", str(number)) for number in range(1, 5)),
    ]
    pdf = write_objects(objects)
    drawn = read_drawn(impose_booklet(pdf, 4))
    shades = [form["/Resources"]["/ExtGState"]["/Shade"]["/ca"] for form in drawn]
    assert [float(shade) for shade in shades] == [0.4, 0.1, 0.2, 0.3]


def test_resources_that_pages_inherit_are_copied_once() -> None:
    tree = f"{HALF_LETTER} /Resources <</Font<</F1 3 0 R>>>>"
    forms = read_drawn(impose_booklet(numbered_pdf(8, page="", tree=tree), 8))
    assert len(forms) == 8
    assert len({form.raw_get("/Resources").idnum for form in forms}) == 1  # type: ignore[attr-defined]


def test_a_hidden_layer_stays_hidden() -> None:
    layer = "/OCProperties <</OCGs[5 0 R]/D<</OFF[5 0 R]>>>>"
    objects = [
        f"<</Type/Catalog/Pages 2 0 R {layer}>>",
        "<</Type/Pages/Count 1/Kids[3 0 R]>>",
        f"<</Type/Page/Parent 2 0 R/Contents 4 0 R {HALF_LETTER}"
        "/Resources<</Properties<</Hidden 5 0 R>>>>>>",
        "<</Length 46>>stream\n/OC /Hidden BDC 0 0 200 200 re f EMC          \nendstream",
        "<</Type/OCG/Name(Hidden)>>",
    ]
    for hidden, extremes in ((True, (255, 255)), (False, (0, 255))):
        pdf = write_objects(
            [objects[0] if hidden else objects[0].replace("/OFF", "/ON"), *objects[1:]]
        )
        imposed = impose_pdf(pdf, leaves(1, two_sided=False), Setting(paper=LETTER))
        assert rasterise(imposed, 0).getextrema() == extremes


def test_nothing_bleeds_across_the_spine() -> None:
    """A page black to its bleed lies beside one that is white."""

    def draw(number: int) -> str:
        return "-10 -10 436 652 re f" if number == 1 else "1 g 0 0 1 1 re f"

    page = "/MediaBox [-10 -10 366 582] /BleedBox [-10 -10 366 582] /TrimBox [0 0 356 572]"
    side = rasterise(impose_booklet(numbered_pdf(4, page=page, draw=draw), 4), 0)
    assert side.crop(LEFT).getextrema() == (255, 255)
    assert side.crop((396, 20, 752, 592)).getextrema() == (0, 0)
    assert side.crop((753, 11, 761, 601)).getextrema() == (0, 0), "bleed at the outer edge"
    assert side.crop((763, 0, 792, 612)).getextrema() == (255, 255)


def test_a5_pages_lie_on_a4() -> None:
    a5 = "/MediaBox [0 0 419.528 595.276]"
    imposed = impose_booklet(numbered_pdf(4, page=a5), 4, paper=A4)
    (side, _) = PdfReader(BytesIO(imposed)).pages
    assert [round(float(edge), 2) for edge in side.mediabox] == [0, 0, 841.89, 595.28]
    assert read_text(imposed, 0, left=421, right=842) == "1"


def test_pages_too_large_are_refused() -> None:
    pdf = numbered_pdf(4, page="/MediaBox [0 0 419.528 595.276]")
    with pytest.raises(IssueError, match="will not fit on letter") as caught:
        impose_booklet(pdf, 4)
    assert [problem.code for problem in caught.value.problems] == ["page-too-large"]


def test_blank_slots_are_empty_and_blank_sides_are_there() -> None:
    sheets = swap_pages(saddle_stitch(4), {2: None, 3: None, 4: 2})
    imposed = impose_pdf(numbered_pdf(2), sheets, Setting(paper=LETTER))
    assert len(PdfReader(BytesIO(imposed)).pages) == 2
    assert read_text(imposed, 0, left=0, right=396) == "2"
    assert rasterise(imposed, 1).getextrema() == (255, 255)
    assert rasterise(imposed, 1).size == (792, 612)


@pytest.mark.parametrize("count", [4, 12])
def test_a_plan_for_another_page_count_is_refused(count: int) -> None:
    with pytest.raises(ValueError, match="the PDF has 8"):
        impose_booklet(numbered_pdf(8), count)
