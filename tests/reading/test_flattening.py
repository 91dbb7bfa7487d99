"""Form fields and annotations are printed where a viewer shows them, and nothing else is."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.schemes import leaves
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.problems import IssueError
from pamphleteer.reading.flattening import flatten_pages
from pamphleteer.reading.opening import Opened, open_pdf
from pamphleteer.units import parse_size
from tests.reading.foreign import (
    NAME,
    annotate,
    codes,
    dark_box,
    is_alike,
    numbers,
    rasterise,
    stream,
    write_pdf,
)

RECT = (100, 40, 140, 60)
ON_PAGE = (100, 40, 140, 60)
"""Where that rectangle is from the top left corner of a page that is 100 points high."""

Change = Callable[[PdfWriter, list[PageObject]], None]


def look(
    content: str = "0 0 20 10 re f", box: tuple[float, ...] = (0, 0, 20, 10), **entries: PdfObject
) -> StreamObject:
    """An appearance that fills its box."""
    return stream(content, BBox=numbers(*box), **entries)


def stamped(
    appearance: StreamObject | None = None,
    *,
    page: dict[str, PdfObject] | None = None,
    **rest: Any,
) -> bytes:
    """One page with nothing but a stamp."""

    def change(writer: PdfWriter, pages: list[PageObject]) -> None:
        del pages[0]["/Contents"]
        pages[0].update({NameObject(key): value for key, value in (page or {}).items()})
        seen = writer._add_object(appearance or look())
        annotate(writer, pages[0], **{"rect": RECT, "look": seen, **rest})

    return write_pdf(1, change=change)


def flatten(data: bytes) -> Opened:
    return flatten_pages(open_pdf(data, name=NAME))


def test_a_stamp_becomes_part_of_its_page() -> None:
    data = stamped()
    flat = flatten(data)
    assert dark_box(rasterise(data)) == ()
    assert dark_box(rasterise(flat.pdf)) == ON_PAGE
    assert "/Annots" not in flat.reader.pages[0]
    (notice,) = flat.notices
    assert notice.code == "annotations-flattened"
    assert notice.message.startswith("page 1: ")
    assert "1 in all" in notice.message


@pytest.mark.parametrize(
    "appearance",
    [
        look("5 5 20 10 re f", (5, 5, 25, 15)),
        look("-9 -9 99 99 re f", (20, 10, 0, 0)),
        look("0 0 10 20 re f", (0, 0, 10, 20), Matrix=numbers(0, 1, -1, 0, 0, 0)),
        look("0 0 20 10 re f", Matrix=numbers(2, 0, 0, -4, 70, -80)),
    ],
)
def test_an_appearance_is_fitted_into_its_rectangle(appearance: StreamObject) -> None:
    assert dark_box(rasterise(flatten(stamped(appearance)).pdf)) == ON_PAGE


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "matrix",
    [(1, 0, 0, 1, 0, 0), (0, 1, -1, 0, 3, 4), (0.8, 0.6, -0.6, 0.8, 0, 9), (1, 0, 0.5, 1, 0, 0)],
)
def test_what_is_printed_is_what_a_viewer_shows(rotate: int, matrix: tuple[float, ...]) -> None:
    half = look("0 0 20 5 re f 0 0 4 10 re f", Matrix=numbers(*matrix))
    data = stamped(half, page={"/Rotate": NumberObject(rotate)})
    flat = flatten(data)
    seen, printed = rasterise(data, annotations=True), rasterise(flat.pdf)
    assert dark_box(seen)
    assert is_alike(seen, printed)


def test_an_annotation_that_is_not_turned_stands_upright_from_its_upper_left_corner() -> None:
    page: dict[str, PdfObject] = {"/Rotate": NumberObject(90)}
    data = stamped(page=page, flags=4 | 16)
    flat = flatten(data).pdf
    # On the turned page the corner (100, 60) is 60 points from the left and 100 from the top.
    assert dark_box(rasterise(flat)) == (60, 100, 100, 120)
    assert is_alike(rasterise(data, annotations=True), rasterise(flat))


@pytest.mark.parametrize("flags", [0, 2 | 4, 2, 32])
def test_what_is_not_printed_is_left_out(flags: int) -> None:
    opened = open_pdf(stamped(flags=flags), name=NAME)
    flat = flatten_pages(opened)
    assert flat.pdf == opened.pdf
    assert codes(flat) == ([] if flags & 2 else ["annotations-for-screens"])


def test_what_is_hidden_from_screens_alone_is_printed() -> None:
    assert dark_box(rasterise(flatten(stamped(flags=4 | 32)).pdf)) == ON_PAGE


@pytest.mark.parametrize("kind", ["/Link", "/Popup"])
def test_links_and_pop_up_windows_are_dropped_in_silence(kind: str) -> None:
    opened = open_pdf(stamped(Subtype=NameObject(kind)), name=NAME)
    assert flatten_pages(opened) == opened


def test_a_document_without_annotations_stays_as_it_is() -> None:
    opened = open_pdf(write_pdf(), name=NAME)
    assert flatten_pages(opened) == opened
    assert flatten_pages(opened).reader is opened.reader


@pytest.mark.parametrize(("state", "expected"), [("/Yes", ON_PAGE), ("/Off", ())])
def test_a_box_is_ticked_or_not(state: str, expected: tuple[float, ...]) -> None:
    def change(writer: PdfWriter, pages: list[PageObject]) -> None:
        del pages[0]["/Contents"]
        looks = DictionaryObject({NameObject("/Yes"): writer._add_object(look())})
        widget = annotate(
            writer,
            pages[0],
            rect=RECT,
            look=looks,
            Subtype=NameObject("/Widget"),
            FT=NameObject("/Btn"),
            T=TextStringObject("member"),
            AS=NameObject(state),
        )
        fields = ArrayObject([widget.indirect_reference])
        form = DictionaryObject({NameObject("/Fields"): fields})
        writer.root_object[NameObject("/AcroForm")] = form

    flat = flatten(write_pdf(1, change=change))
    assert dark_box(rasterise(flat.pdf)) == expected
    assert codes(flat) == (["annotations-flattened"] if expected else [])
    assert ("/AcroForm" in flat.reader.root_object) == (not expected)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ({}, ["annotations-without-look"]),
        ({"Subtype": NameObject("/Widget")}, []),
        ({"Subtype": NameObject("/Widget"), "V": TextStringObject("")}, []),
        (
            {"Subtype": NameObject("/Widget"), "V": TextStringObject("Rosa")},
            ["annotations-without-look"],
        ),
        (
            {
                "Subtype": NameObject("/Widget"),
                "Parent": DictionaryObject({NameObject("/V"): TextStringObject("Rosa")}),
            },
            ["annotations-without-look"],
        ),
    ],
)
def test_what_has_no_appearance_is_told_if_it_would_show(
    entries: dict[str, Any], expected: list[str]
) -> None:
    assert codes(flatten(stamped(look=None, **entries))) == expected


def test_the_page_itself_is_not_touched() -> None:
    def change(writer: PdfWriter, pages: list[PageObject]) -> None:
        seen = writer._add_object(look())
        shared = DictionaryObject({NameObject("/Flat1"): writer._add_object(look())})
        held = writer._add_object(DictionaryObject({NameObject("/XObject"): shared}))
        for page in pages:
            page[NameObject("/Resources")] = held
        annotate(writer, pages[1], rect=RECT, look=seen)
        annotate(writer, pages[1], rect=(0, 80, 20, 90), look=seen)

    data = write_pdf(change=change)
    flat = flatten(data)
    before = open_pdf(data, name=NAME).reader.pages
    for index in (0, 2):
        assert "/Flat1x" not in str(flat.reader.pages[index]["/Resources"])
        assert is_alike(rasterise(data, index), rasterise(flat.pdf, index))
    contents = flat.reader.pages[1]["/Contents"]
    own = before[1]["/Contents"]
    assert isinstance(contents, ArrayObject)
    assert isinstance(own, StreamObject)
    middle = contents[1].get_object()
    assert isinstance(middle, StreamObject)
    assert (len(contents), middle._data) == (3, own._data)
    seen, printed = rasterise(data, 1, annotations=True), rasterise(flat.pdf, 1)
    assert is_alike(seen, printed)


@pytest.mark.parametrize(
    "content",
    [
        "q 0.5 0 0 0.5 30 30 cm",
        "0.5 0 0 0.5 30 30 cm",
        "q q Q Q Q 0.5 0 0 0.5 30 30 cm",
        "q 2 0 0 2 9 9 cm BT (Q Q) Tj (a \\( Q) Tj ET % Q\n",
    ],
)
def test_a_page_that_leaves_its_state_in_disorder_moves_nothing(content: str) -> None:
    def change(writer: PdfWriter, pages: list[PageObject]) -> None:
        pages[0][NameObject("/Contents")] = writer._add_object(stream(content))
        annotate(writer, pages[0], rect=RECT, look=writer._add_object(look()))

    assert dark_box(rasterise(flatten(write_pdf(1, change=change)).pdf)) == ON_PAGE


def test_an_annotation_on_a_layer_that_is_off_is_not_printed() -> None:
    def change(writer: PdfWriter, pages: list[PageObject]) -> None:
        del pages[0]["/Contents"]
        layer = writer._add_object(
            DictionaryObject(
                {
                    NameObject("/Type"): NameObject("/OCG"),
                    NameObject("/Name"): TextStringObject("x"),
                }
            )
        )
        off = DictionaryObject({NameObject("/OFF"): ArrayObject([layer])})
        writer.root_object[NameObject("/OCProperties")] = DictionaryObject(
            {NameObject("/OCGs"): ArrayObject([layer]), NameObject("/D"): off}
        )
        seen = writer._add_object(look())
        annotate(writer, pages[0], rect=RECT, look=seen)
        annotate(writer, pages[0], rect=(0, 0, 20, 10), look=seen, OC=layer)

    assert dark_box(rasterise(flatten(write_pdf(1, change=change)).pdf)) == ON_PAGE


def test_the_press_makes_one_form_of_a_flattened_page() -> None:
    imposed = impose_pdf(
        flatten(stamped()).pdf, leaves(1, two_sided=False), Setting(paper=parse_size("a3"))
    )
    (side,) = PdfReader(BytesIO(imposed)).pages
    form = side["/Resources"]["/XObject"]["/P1"]  # type: ignore[index]
    assert isinstance(form, StreamObject)
    assert b"/Flat1 Do" in form.get_data()


def test_damage_that_hinders_drawing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = open_pdf(stamped(), name=NAME)

    def fail(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("pamphleteer.reading.flattening._draw", fail)
    with pytest.raises(IssueError) as failure:
        flatten_pages(opened)
    assert [each.code for each in failure.value.problems] == ["annotations-damaged"]
    assert failure.value.problems[0].pos


@pytest.mark.parametrize("listed", [NumberObject(7), ArrayObject([NumberObject(7)])])
def test_a_broken_list_of_annotations_is_none(listed: PdfObject) -> None:
    opened = open_pdf(write_pdf(1), name=NAME)
    opened.reader.pages[0][NameObject("/Annots")] = listed
    assert flatten_pages(opened) == opened
