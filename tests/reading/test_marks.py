"""Marks that are among the pages, and whatever is no mark, are found in what was written."""

from collections.abc import Callable
from io import BytesIO
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import (
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
)

from pamphleteer.imposition.fold import FoldError
from pamphleteer.imposition.placing import Scale, Setting
from pamphleteer.imposition.plan import Plan
from pamphleteer.imposition.schemes import folded_sections, saddle_stitch
from pamphleteer.papers import find_paper
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.reading.marks import read_painted
from pamphleteer.reading.sheets import prove
from pamphleteer.ticket.marks import MARKS
from tests.imposition.pages import numbered_pdf

PDF = numbered_pdf(8)
PLAN = saddle_stitch(8)
SETTING = Setting(paper=find_paper("a3"), marks=MARKS["sheetfed"], slug="Notes 14")
IMPOSED = impose_pdf(PDF, PLAN, SETTING)
LEFT, BOTTOM, RIGHT, TOP = 199.28, 114.95, 991.28, 726.95
"""Where the pages of half letter stand on A3."""


def plant(change: Callable[[StreamObject], None], *, side: int = 0) -> bytes:
    """Change the marks of a side."""
    writer = PdfWriter(BytesIO(IMPOSED))
    forms = writer.pages[side]["/Resources"]["/XObject"]  # type: ignore[index]
    form = DecodedStreamObject()
    form.update({key: value for key, value in forms["/Marks"].items() if key != "/Filter"})
    form.set_data(forms["/Marks"].get_data())
    change(form)
    forms[NameObject("/Marks")] = writer._add_object(form)
    return written(writer)


def written(writer: PdfWriter) -> bytes:
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def plant_operators(text: str, *, side: int = 0) -> bytes:
    def change(form: StreamObject) -> None:
        form.set_data(form.get_data() + b"\n" + text.encode())

    return plant(change, side=side)


def prove_marks(imposed: bytes) -> None:
    prove(PDF, imposed, PLAN, SETTING)


def test_marks_as_the_press_writes_them_are_proved() -> None:
    prove_marks(IMPOSED)
    prove_marks(plant_operators("0 g 20 20 9 9 re f"))


@pytest.mark.parametrize(("count", "pages"), [(60, 8), (64, 16), (64, 32)])
def test_marks_of_sections_are_proved(count: int, pages: int) -> None:
    plan = folded_sections(count, pages=pages).with_pages(range(1, count + 1))
    pdf = numbered_pdf(count)
    scales: tuple[Scale, ...] = (1.0, "fit")
    for scale in scales:
        paper = find_paper("ansi-e" if scale == 1.0 else "a3")
        setting = Setting(paper=paper, marks=MARKS["sheetfed"], scale=scale)
        prove(pdf, impose_pdf(pdf, plan, setting), plan, setting)


def test_marks_of_a_blank_side_are_proved() -> None:
    plan: Plan = saddle_stitch(8).with_pages([1, None, 2, 3, 4, 5, None, 6])
    pdf = numbered_pdf(6)
    prove(pdf, impose_pdf(pdf, plan, SETTING), plan, SETTING)


@pytest.mark.parametrize("text", [
    "0 g 300 300 9 9 re f",
    f"{LEFT - 10} 300 10.1 9 re f",
    "9 w 100 100 m 100 109 l 300 300 l S",
    f"6 w {LEFT - 2.9} 0 m {LEFT - 2.9} 500 l S",
    "20 20 m 20 20 300 300 30 20 c f",
    "q 10 0 0 10 0 0 cm 30 30 1 1 re f Q",
    "q 1 0 0 1 200 200 cm q 1 0 0 1 100 100 cm 0 0 m 5 0 l 5 5 l h f Q Q",
    "5 w q 1 w Q 197 300 m 197 310 l S",
    "0 0 1191 842 re S",
    "300 300 m 310 310 l S 20 20 9 9 re f",
    "20 20 m 300 300 l 20 30 l h f",
])  # fmt: skip
@pytest.mark.parametrize("side", [0, 3])
def test_a_mark_among_the_pages_is_found(text: str, side: int) -> None:
    with pytest.raises(FoldError, match=f"side {side + 1} has a mark among its pages"):
        prove_marks(plant_operators(text, side=side))


@given(st.floats(LEFT, RIGHT - 1), st.floats(BOTTOM, TOP - 1), st.floats(0.1, 900))
def test_a_patch_anywhere_among_the_pages_is_found(x: float, y: float, size: float) -> None:
    with pytest.raises(FoldError, match="has a mark among its pages"):
        prove_marks(plant_operators(f"{x:.3f} {y:.3f} {size:.3f} {-size:.3f} re f"))


@pytest.mark.parametrize("text", [
    "/Other Do",
    "/P1 Do",
    "BT /F1 20 Tf 300 300 Td (smuggled) Tj ET",
    "/Shade sh",
    "/Pattern cs /Dots scn 0 0 9 9 re f",
    "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI",
    "/State gs",
    "0 0 9 9 re B",
    "0 0 9 9 re b*",
    "0 0 9 9 re W n",
    "% 0 0 9 9 re",
    "/OC /Layer BDC EMC",
    "1e3 0 9 9 re f",
    "10 M",
    "1 J",
])  # fmt: skip
def test_what_is_no_mark_is_found(text: str) -> None:
    with pytest.raises(FoldError, match="marks do more than draw"):
        prove_marks(plant_operators(text))


@pytest.mark.parametrize("text", ["1 2 3 re f", "1 m S", "1 2 3 4 5 6 7 c f", "2 0 0 2 0 cm"])
def test_numbers_too_few_or_too_many_are_found(text: str) -> None:
    with pytest.raises(FoldError, match="numbers before"):
        prove_marks(plant_operators(text))


def test_what_was_not_begun_cannot_be_ended() -> None:
    with pytest.raises(FoldError, match="end what they did not begin"):
        prove_marks(plant_operators("Q"))


@pytest.mark.parametrize("key", ["/Matrix", "/Group", "/OC", "/Ref"])
def test_a_form_with_more_than_a_content_is_found(key: str) -> None:
    def change(form: StreamObject) -> None:
        form[NameObject(key)] = NumberObject(1)

    with pytest.raises(FoldError, match=f"the marks of side 1 have {key}|an odd matrix"):
        prove_marks(plant(change))


@pytest.mark.parametrize("key", ["/XObject", "/Font", "/ExtGState", "/Pattern"])
def test_resources_of_marks_are_a_colour(key: str) -> None:
    def change(form: StreamObject) -> None:
        form[NameObject("/Resources")] = DictionaryObject({NameObject(key): DictionaryObject()})

    with pytest.raises(FoldError, match=f"the marks of side 1 have {key}|an odd matrix"):
        prove_marks(plant(change))


@pytest.mark.parametrize(("right", "wrong", "message"), [
    (b"q /Marks Do Q", b"q /Marcs Do Q", "draws something that is no page"),
    (b"q /Marks Do Q", b"q /Marks Do f", "draws something that is no page"),
    (b"q /Marks Do Q", b"/Marks Do Q q", "draws something that is no page"),
    (b"\n/Marks ", b"\n/Marcs ", "draws /Marks, which it does not have"),
])  # fmt: skip
def test_marks_that_are_drawn_otherwise_are_found(right: bytes, wrong: bytes, message: str) -> None:
    assert right in IMPOSED
    with pytest.raises(FoldError, match=message):
        prove_marks(IMPOSED.replace(right, wrong, 1))


def test_marks_are_drawn_once_and_after_all_pages() -> None:
    changes: list[Callable[[bytes], bytes]] = [
        lambda content: content + b"\nq /Marks Do Q",
        lambda content: b"q /Marks Do Q\n" + content.removesuffix(b"q /Marks Do Q"),
        lambda content: content + b"\nq /P1 Do Q",
    ]
    for change in changes:
        writer = PdfWriter(BytesIO(IMPOSED))
        stream = cast(StreamObject, writer.pages[0]["/Contents"])
        stream.set_data(change(stream.get_data()))
        with pytest.raises(FoldError, match="draws something that is no page"):
            prove_marks(written(writer))


def test_marks_that_nobody_asked_for_are_found() -> None:
    with pytest.raises(FoldError, match="side 1 has marks, which were not asked for"):
        prove(PDF, IMPOSED, PLAN, Setting(paper=find_paper("a3")))


def test_a_patch_in_the_place_of_a_blank_is_found() -> None:
    plan = saddle_stitch(8).with_pages([1, 2, 3, 4, 5, 6, 7])
    pdf = numbered_pdf(7)
    setting = Setting(paper=find_paper("a3"), marks=("fold",))
    imposed = impose_pdf(pdf, plan, setting)
    writer = PdfWriter(BytesIO(imposed))
    forms = writer.pages[0]["/Resources"]["/XObject"]  # type: ignore[index]
    form = DecodedStreamObject()
    form.set_data(b"250 300 9 9 re f")
    form.update({NameObject("/BBox"): forms["/Marks"]["/BBox"]})
    forms[NameObject("/Marks")] = writer._add_object(form)
    with pytest.raises(FoldError, match="side 1 has a mark among its pages"):
        prove(pdf, written(writer), plan, setting)


def test_what_operators_paint() -> None:
    assert list(read_painted(b"1 2 3 4 re 10 10 -2 -2 re f 0 0 m 5 5 l")) == [
        (1, 2, 4, 6),
        (8, 8, 10, 10),
    ]
    assert list(read_painted(b"2 w 0 0 m 5 0 l S")) == [(-1, -1, 6, 1)]
    assert list(read_painted(b"2 w 0 0 m 5 0 l 5 5 l S")) == [(-10, -10, 15, 15)]
