"""Pages that cannot be placed or drawn are told by their numbers; what PDF allows is let be."""

import re
import sys
from collections.abc import Callable
from io import BytesIO
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
)

from pamphleteer.reading.opening import open_pdf
from pamphleteer.reading.soundness import list_pages
from tests.reading.foreign import (
    NAME,
    codes,
    complaints,
    numbers,
    with_entry,
    write_pdf,
)

SOUND = write_pdf()


@pytest.mark.parametrize(
    ("key", "value", "code", "message"),
    [
        ("/TrimBox", numbers(0, 0, 0, 50), "page-without-area",
         "page 2: it measures 0 × 50 points: nothing to print"),
        ("/TrimBox", numbers(900, 900, 999, 999), "page-without-area",
         "page 2: its TrimBox lies outside of its MediaBox: nothing to print"),
        ("/CropBox", numbers(900, 900, 999, 999), "page-without-area",
         "page 2: its CropBox lies outside of its MediaBox: nothing to print"),
        ("/MediaBox", numbers(5, 5, 5, 5), "page-without-area",
         "page 2: it measures 0 × 0 points: nothing to print"),
        ("/CropBox", numbers(0, 0, 9), "page-box-unreadable",
         "page 2: its CropBox is [0 0 9], not four numbers"),
        ("/TrimBox", numbers(0, 0, 9, 9, 9), "page-box-unreadable",
         "page 2: its TrimBox is [0 0 9 9 9], not four numbers"),
        ("/BleedBox", NameObject("/A4"), "page-box-unreadable",
         "page 2: its BleedBox is /A4, not four numbers"),
        ("/MediaBox", ArrayObject([NumberObject(1), NameObject("/x"), *numbers(9, 9)]),
         "page-box-unreadable", "page 2: its MediaBox is [1 /x 9 9], not four numbers"),
        ("/MediaBox", NullObject(), "page-box-unreadable",
         "page 2: it has no size (no MediaBox)"),
        ("/MediaBox", numbers(0, 0, 14401, 10), "page-beyond-limit",
         "page 2: it measures 14401 × 10 units; PDF allows 14400 a side"),
        ("/Rotate", NameObject("/Left"), "page-turn-unreadable",
         "page 2: its Rotate is /Left, not a number of degrees"),
        ("/UserUnit", NumberObject(0), "page-unit-unreadable",
         "page 2: its UserUnit is 0, not a number above 0"),
    ],
)  # fmt: skip
def test_a_page_that_cannot_be_placed_is_refused(
    key: str, value: PdfObject, code: str, message: str
) -> None:
    assert complaints(with_entry(key, value)) == [(code, message)]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("/MediaBox", numbers(0, 0, 14400, 14400)),
        ("/MediaBox", numbers(200, 100, 0, 0)),
        ("/TrimBox", NullObject()),
        ("/Rotate", NullObject()),
        ("/UserUnit", NumberObject(2)),
    ],
)
def test_what_pdf_allows_is_opened(key: str, value: PdfObject) -> None:
    opened = open_pdf(with_entry(key, value), name=NAME)
    assert opened.notices == ()
    page = opened.reader.pages[1]
    assert (page.rotation, float(page.user_unit) in (1, 2)) == (0, True)


def test_pages_with_the_same_fault_are_told_together() -> None:
    def shrink(writer: PdfWriter, pages: list[PageObject]) -> None:
        for page in (pages[0], pages[1], pages[3]):
            page[NameObject("/TrimBox")] = numbers(9, 9, 9, 9)

    (told,) = complaints(write_pdf(5, change=shrink))
    assert told[1].startswith("pages 1–2, 4: it measures")


@given(st.sets(st.integers(1, 60), min_size=1))
def test_every_page_of_a_list_is_named_or_counted(wanted: set[int]) -> None:
    text = list_pages(sorted(wanted))
    named: set[int] = set()
    for first, last in re.findall(r"(\d+)(?:–(\d+))?", text.partition(" and ")[0]):
        named |= set(range(int(first), int(last or first) + 1))
    more = re.search(r"and (\d+) more", text)
    assert named <= wanted
    assert len(named) + int(more[1] if more else 0) == len(wanted)


def test_boxes_and_turns_given_by_reference_are_read() -> None:
    def refer(writer: PdfWriter, pages: list[PageObject]) -> None:
        side, turn = writer._add_object(NumberObject(150)), writer._add_object(NumberObject(90))
        pages[0][NameObject("/TrimBox")] = ArrayObject([*numbers(0, 0), side, *numbers(70)])
        pages[0][NameObject("/Rotate")] = turn

    opened = open_pdf(write_pdf(change=refer), name=NAME)
    assert opened.notices == ()
    assert list(opened.reader.pages[0].trimbox) == [0, 0, 150, 70]
    assert opened.reader.pages[0].rotation == 90


def test_boxes_are_inherited() -> None:
    def inherit(writer: PdfWriter, pages: list[PageObject]) -> None:
        tree = writer.root_object["/Pages"]
        assert isinstance(tree, DictionaryObject)
        tree[NameObject("/MediaBox")] = numbers(0, 0, 0, 9)
        del pages[2]["/MediaBox"]

    assert [code for code, _ in complaints(write_pdf(change=inherit))] == ["page-without-area"]


def test_a_page_whose_content_is_missing_is_told() -> None:
    content = re.search(rb"/Contents (\d+) 0 R", SOUND)
    assert content
    opened = open_pdf(SOUND.replace(content[0], b"/Contents %d 0 R" % 99), name=NAME)
    incomplete = [each for each in opened.notices if each.code == "page-incomplete"]
    assert [each.message for each in incomplete] == [
        "page 1: 1 of the objects that it is made of is missing"
    ]


def test_a_page_that_is_there_twice_is_told() -> None:
    kids = re.search(rb"/Kids \[ (\d+ 0 R) (\d+ 0 R)", SOUND)
    assert kids
    opened = open_pdf(SOUND.replace(kids[0], b"/Kids [ %b %b" % (kids[1], kids[1])), name=NAME)
    assert codes(opened) == ["page-repeated"]


def test_pages_that_stand_in_for_others_are_told() -> None:
    def stand_in(writer: PdfWriter, pages: list[PageObject]) -> None:
        writer.root_object[NameObject("/Collection")] = DictionaryObject(
            {NameObject("/View"): NameObject("/D")}
        )
        writer.root_object[NameObject("/NeedsRendering")] = BooleanObject(True)

    assert codes(open_pdf(write_pdf(change=stand_in), name=NAME)) == [
        "pdf-dynamic-form",
        "pdf-portfolio",
    ]


def test_examining_takes_as_much_more_work_as_there_are_more_pages() -> None:
    """Two thousand pages are examined with twice the calls of parsing them, and no page twice."""
    few, many = (write_pdf(count) for count in (200, 2000))
    examined = count_calls(lambda: open_pdf(many, name=NAME))
    assert examined < 10.5 * count_calls(lambda: open_pdf(few, name=NAME))
    assert examined < 2 * count_calls(lambda: parse(many))


def parse(data: bytes) -> None:
    """Read all pages and what they draw, and look at nothing."""
    for page in PdfReader(BytesIO(data)).pages:
        page.get_contents()


def count_calls(work: Callable[[], object]) -> int:
    """Count the calls of functions in a piece of work: its time, were every machine alike."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls
