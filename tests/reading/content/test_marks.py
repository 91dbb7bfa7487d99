"""Marks have their true places, sizes and inks, however deep they are wrapped up."""

from io import BytesIO
from math import cos, radians, sin
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from pamphleteer.reading.content.marks import Area, Letters, Line, Placed, Shade
from pamphleteer.reading.content.pages import PageContent, read_pages
from pamphleteer.reading.content.tints import CMYK, GREY, RGB, Space, Tint, estimate, total
from tests.preflight.documents import Document, Page, picture, stream, text, write

Kind = TypeVar("Kind")

FEW = settings(max_examples=25)


def read(content: str, objects: tuple[bytes, ...] = (), **resources: dict[str, str]) -> PageContent:
    """Read a page with this content."""
    pdf = write(Document(pages=(Page(content=content, resources=resources),), objects=objects))
    (page,) = read_pages(PdfReader(BytesIO(pdf)))
    return page


def only(page: PageContent, kind: type[Kind]) -> Kind:
    (mark,) = (mark for mark in page.marks if isinstance(mark, kind))
    return mark


SCALES = st.floats(0.2, 4)
TURNS = st.sampled_from([0, 30, 90, 180, 270])


@FEW
@given(scale=SCALES, turn=TURNS, size=st.floats(4, 40))
def test_type_has_its_size_after_all_matrices(scale: float, turn: int, size: float) -> None:
    c, s = scale * cos(radians(turn)), scale * sin(radians(turn))
    content = f"q {c:.6f} {s:.6f} {-s:.6f} {c:.6f} 200 300 cm " + text("x", size=size) + "Q"

    letters = only(read(content), Letters)

    assert letters.size == pytest.approx(scale * size, rel=1e-3)
    assert letters.text == "x"


@FEW
@given(scale=SCALES, other=SCALES, width=st.floats(0.1, 5))
def test_a_line_is_as_thin_as_it_is_anywhere(scale: float, other: float, width: float) -> None:
    content = f"{scale:.6f} 0 0 {other:.6f} 0 0 cm {width:.6f} w 10 10 m 90 90 l S"

    line = only(read(content), Line)

    assert line.thickness == pytest.approx(width * min(scale, other), rel=1e-3)


@FEW
@given(depth=st.integers(1, 8), shift=st.integers(-5, 5))
def test_forms_in_forms_stand_where_their_matrices_put_them(depth: int, shift: int) -> None:
    keys = "/Type /XObject /Subtype /Form /BBox [-500 -500 900 900]"
    forms = tuple(
        stream(
            "100 100 20 10 re f" if level == depth - 1 else "/Fm Do",
            f"{keys} /Matrix [1 0 0 1 {shift} 1] /Resources <</XObject <</Fm {101 + level} 0 R>>>>",
        )
        for level in range(depth)
    )
    area = only(read("/Fm Do", forms, XObject={"/Fm": "100 0 R"}), Area)

    left, bottom = 100 + depth * shift, 100 + depth
    assert area.box == pytest.approx((left, bottom, left + 20, bottom + 10))


def test_a_state_comes_back_with_what_was_saved() -> None:
    page = read("0.5 g q 1 0 0 rg 2 w 0 0 9 9 re W n Q 10 10 5 5 re f")

    area = only(page, Area)

    assert area.tint == Tint(space=GREY, values=(0.5,))
    assert area.clip[2] > 1000


def test_clips_meet() -> None:
    page = read("10 10 50 50 re W n 30 30 90 90 re W n 0 0 200 200 re f")

    assert only(page, Area).shown == pytest.approx((30, 30, 60, 60))


def test_text_moves_on_by_its_widths() -> None:
    together = only(read(text("no rent", x=50)), Letters)
    first, second = (
        mark
        for mark in read(text("no rent", x=50).replace("> Tj", "> Tj <0024> Tj")).marks
        if isinstance(mark, Letters)
    )
    assert first.box == together.box
    assert second.box[0] == pytest.approx(first.box[2])


def test_hidden_text_is_known() -> None:
    page = read(text("scan").replace("Tj", "Tj 3 Tr <0024> Tj"))

    assert [mark.visible for mark in page.marks if isinstance(mark, Letters)] == [True, False]


@pytest.mark.parametrize(
    ("said", "kind", "told"),
    [
        ("/DeviceCMYK", "cmyk", "CMYK"),
        ("[/ICCBased 101 0 R]", "rgb", "RGB with a profile"),
        ("[/Indexed [/ICCBased 101 0 R] 1 <000000ffffff>]", "rgb", "RGB with a profile, indexed"),
        ("[/Separation /Red /DeviceCMYK 102 0 R]", "spot", "Separation Red"),
        ("[/DeviceN [/Black /Gold] /DeviceCMYK 102 0 R]", "spot", "DeviceN Black, Gold"),
        ("[/DeviceN [/Cyan /Black] /DeviceCMYK 102 0 R]", "cmyk", "DeviceN Cyan, Black"),
        ("[/CalRGB <<>>]", "rgb", "RGB"),
        ("[/Lab <<>>]", "lab", "Lab"),
    ],
)
def test_spaces_of_pictures(said: str, kind: str, told: str) -> None:
    made = picture(10, 10, space=said, fill=b"\0")
    page = read("q 9 0 0 9 0 0 cm /Im Do Q", (made, stream("", "/N 3")), XObject={"/Im": "100 0 R"})

    space = only(page, Placed).space
    assert (space.kind, str(space)) == (kind, told)


def test_a_picture_has_its_resolution_where_it_is_placed() -> None:
    made = picture(300, 100)
    page = read("q 0 72 -36 0 99 0 cm /Im Do Q", (made,), XObject={"/Im": "100 0 R"})

    assert only(page, Placed).resolutions == pytest.approx((300, 200))


def test_a_pattern_is_followed_once_and_stands_where_it_fills() -> None:
    cell = stream(
        "1 0 0 RG 0.1 w 0 5 m 20 5 l S",
        "/PatternType 1 /PaintType 1 /BBox [0 0 20 20] /XStep 20 /YStep 20 /Matrix [2 0 0 2 0 0]",
    )
    page = read("/Pattern cs /P scn 50 50 100 100 re f", (cell,), Pattern={"/P": "100 0 R"})

    line = only(page, Line)
    assert line.thickness == pytest.approx(0.2)
    assert line.box == pytest.approx((50, 50, 150, 150))


def test_a_shading_has_the_colours_of_its_ends() -> None:
    function = "<</FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 0.5 0 0] /N 1>>"
    said = f"<</ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 9 0] /Function {function}>>"
    page = read("0 0 9 9 re W n /Sh sh", Shading={"/Sh": said})

    shade = only(page, Shade)
    assert [end.values for end in shade.ends] == [(0, 0, 0, 0), (1, 0.5, 0, 0)]
    assert not shade.broken


SHARES = st.floats(0, 1)


@given(SHARES, SHARES, SHARES)
def test_inks_of_a_screens_colour_are_within_reason(red: float, green: float, blue: float) -> None:
    inks = dict(estimate(Tint(space=RGB, values=(red, green, blue))))

    assert all(0 <= share <= 1 for share in inks.values())
    assert min(inks["Cyan"], inks["Magenta"], inks["Yellow"]) == pytest.approx(0)
    assert 1 - inks["Cyan"] - inks["Black"] == pytest.approx(red)


@given(st.tuples(SHARES, SHARES, SHARES, SHARES))
def test_inks_of_a_presss_colour_are_its_values(values: tuple[float, ...]) -> None:
    tint = Tint(space=CMYK, values=values)

    assert total(tint.inks) == pytest.approx(sum(values))
    assert tint.is_paper == (sum(values) <= 0.005)


def test_what_no_space_is_does_not_matter() -> None:
    assert Tint(space=Space(family="Strange", components=0), values=(1.0,)).inks == ()
