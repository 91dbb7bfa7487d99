"""A PDF's objects as plain values, and as they are written."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Dictionary, Name, ObjectStreamMode, Pdf
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from pamphleteer.objects import (
    UnreadableError,
    has_dangling,
    is_reference,
    read_document,
    read_rect,
    read_text,
)
from tests.imposition.pages import numbered_pdf, write_objects

NUMBERS = st.floats(-15_000, 15_000)


def test_a_text_that_looks_like_a_reference_is_none() -> None:
    document = read_document(numbered_pdf(1, catalog="/Said (4 0 R) /Is 4 0 R /Name /4#200#20R"))
    catalog = document.catalog
    assert [is_reference(catalog[key]) for key in ("/Said", "/Is", "/Name")] == [False, True, False]
    assert read_text(catalog["/Said"]) == "4 0 R"
    assert document.resolve(catalog["/Said"]) == catalog["/Said"]
    assert "/Font" in document.entries(catalog["/Is"])


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_texts_are_read_as_pypdf_wrote_them(text: str) -> None:
    writer = PdfWriter()
    writer.add_blank_page(10, 10)
    writer.root_object[NameObject("/Said")] = TextStringObject(text)
    stream = BytesIO()
    writer.write(stream)
    assert read_text(read_document(stream.getvalue()).catalog["/Said"]) == text


def test_what_is_not_there_is_nothing() -> None:
    document = read_document(numbered_pdf(1, catalog="/Lost 99 0 R"))
    assert document.resolve("99 0 R") is None
    assert document.entries("99 0 R") == {}
    assert document.numbers("/Name") == ()
    assert document.rect(None) is None


def test_boxes_stand_in_for_one_another() -> None:
    page = "/MediaBox [0 0 396 612] /CropBox [396 612 10 20] /BleedBox [1 2 3 4]"
    (found,) = read_document(numbered_pdf(1, page=page)).pages
    assert found.media == (0, 0, 396, 612)
    assert found.trim == (10, 20, 396, 612)
    assert found.bleed == (1, 2, 3, 4)
    assert (found.turn, found.unit) == (0, 1)


def test_no_box_goes_beyond_the_media_box() -> None:
    page = "/MediaBox [0 0 396 612] /CropBox [-50 -50 500 700] /BleedBox [9 9 999 9999]"
    (found,) = read_document(numbered_pdf(1, page=page)).pages
    assert (found.trim, found.bleed) == ((0, 0, 396, 612), (9, 9, 396, 612))
    page = "/MediaBox [0 0 396 612] /TrimBox [900 900 999 999]"
    (found,) = read_document(numbered_pdf(1, page=page)).pages
    assert found.trim[0] == found.trim[2]


def test_what_a_page_inherits_or_refers_to_is_its_own() -> None:
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox 4 0 R/Rotate 5 0 R/Resources<</X 6 0 R>>>>",
        "<</Type/Page/Parent 2 0 R/UserUnit 7 0 R/Contents[8 0 R 9 0 R 4 0 R]>>",
        "[6 0 R 6 0 R 100 200]",
        "450",
        "0",
        "2.5",
        "<</Length 1>>stream\nq\nendstream",
        "<</Length 1>>stream\nQ\nendstream",
    ]
    (page,) = read_document(write_objects(objects)).pages
    assert (page.media, page.turn, page.unit) == ((0, 0, 100, 200), 90, 2.5)
    assert page.streams == ("8 0 R", "9 0 R")
    assert "/Resources" in page.entries


@given(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS))
def test_any_two_opposite_corners_are_the_same_rectangle(box: tuple[float, ...]) -> None:
    x0, y0, x1, y1 = box
    left, bottom, right, top = read_rect(box)
    assert read_rect((x1, y1, x0, y0)) == read_rect((x0, y1, x1, y0)) == read_rect(box)
    assert left <= right
    assert bottom <= top


def test_entries_are_written_as_they_are() -> None:
    catalog = "/Way [<</Name /A#20B /Text (4 0 R) /To 4 0 R /Number -1.50 /True true>>]"
    document = read_document(numbered_pdf(1, catalog=catalog))

    def written(key: str) -> bytes:
        return document.written(document.root, "/Way", 0, key)

    assert written("/Name") == b"/A#20B"
    assert written("/Text") == b"(4 0 R)"
    assert written("/To") == b"4 0 R"
    assert float(written("/Number")) == -1.5
    assert written("/True") == b"true"


def test_streams_are_read_as_they_are_coded_and_as_they_are_meant() -> None:
    source = BytesIO()
    writer = PdfWriter(clone_from=BytesIO(numbered_pdf(1)))
    writer.pages[0].compress_content_streams()
    writer.write(source)
    document = read_document(source.getvalue())
    (stream,) = document.pages[0].streams
    expected = PdfReader(source).pages[0].get_contents()
    assert expected is not None
    assert document.content(stream) == expected.get_data()
    assert document.raw(stream) != document.content(stream)
    assert document.coding(stream) == b"/Filter /FlateDecode"
    plain = read_document(numbered_pdf(1))
    (stream,) = plain.pages[0].streams
    assert plain.coding(stream) == b""
    assert plain.raw(stream) == plain.content(stream)


def test_what_a_stream_says_of_itself_is_written_but_its_length() -> None:
    entries = "/Length 2/Filter[/ASCIIHexDecode]/DecodeParms[null]/Of 1 0 R/Odd#E9 1"
    stream = f"<<{entries}>>stream\n7>\nendstream"
    document = read_document(write_objects([*sound(), stream]))
    coding = b"/DecodeParms [ null ] /Filter [ /ASCIIHexDecode ]"
    assert document.coding("4 0 R") == coding
    assert document.said("4 0 R") == coding + b" /Odd#e9 1 /Of 1 0 R"
    assert document.content("4 0 R") == b"p"


def sound() -> list[str]:
    return [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 10 10]>>",
    ]


def test_labels_and_destinations() -> None:
    catalog = (
        "/PageLabels <</Nums [0 <</S/r>> 2 <</S/D/P(A-)>>]>> /Dests <</Old [6 0 R /Fit]>>"
        "/Names <</Dests <</Names [(New) [8 0 R /Fit] (Newer) <</D [10 0 R /Fit]>>]>>>>"
    )
    document = read_document(numbered_pdf(3, catalog=catalog))
    assert document.labels == ("i", "ii", "A-1")
    assert document.destination("/Old") == ["6 0 R", "/Fit"]
    assert document.destination("u:New") == ["8 0 R", "/Fit"]
    assert document.destination("u:Newer") == {"/D": ["10 0 R", "/Fit"]}
    assert document.destination("u:None") is None
    assert read_document(numbered_pdf(1)).destination("u:New") is None


def test_what_takes_guesses_is_read_only_if_that_is_allowed() -> None:
    pdf = numbered_pdf(2).replace(b"%PDF-1.7\n", b"%PDF-1.7\n% moved by some bytes\n")
    with pytest.raises(UnreadableError, match="damaged"):
        read_document(pdf)
    assert len(read_document(pdf, strictly=False).pages) == 2


@pytest.mark.parametrize("pdf", [b"", b"no PDF at all", numbered_pdf(2)[:200]])
def test_what_is_no_pdf_is_told(pdf: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_document(pdf)


def test_what_is_encrypted_is_told_even_if_it_opens() -> None:
    writer = PdfWriter(clone_from=BytesIO(numbered_pdf(1)))
    writer.encrypt("", "owner", algorithm="RC4-128")
    stream = BytesIO()
    writer.write(stream)
    with pytest.raises(UnreadableError, match="encrypted"):
        read_document(stream.getvalue(), strictly=False)


def test_references_that_lead_nowhere_are_found() -> None:
    catalog = "/Lost 99 0 R /There [4 0 R 98\n0\nR]"
    pdf = numbered_pdf(1, catalog=catalog)
    assert has_dangling(read_document(pdf))
    assert not has_dangling(read_document(numbered_pdf(3)))


def test_references_are_looked_for_in_object_streams_but_in_no_others() -> None:
    """Content may say anything; what is packed with others is as much of the file as they are."""
    with Pdf.new() as pdf:
        pdf.add_blank_page()
        pdf.Root.Said = pdf.make_indirect(Dictionary(To=Name.Nothing))
        pdf.Root.Content = pdf.make_stream(b"5555 0 R")
        stream = BytesIO()
        pdf.save(stream, object_stream_mode=ObjectStreamMode.generate, compress_streams=False)
    packed = stream.getvalue()
    assert b"/ObjStm" in packed
    assert not has_dangling(read_document(packed))
    lost = packed.replace(b"/To /Nothing", b"/To 9999 0 R")
    assert lost != packed
    assert has_dangling(read_document(lost))


def test_millions_of_digits_take_no_longer_than_other_bytes() -> None:
    content = numbered_pdf(1, catalog=f"/Digits <{'1' * 2_000_000}>")
    assert not has_dangling(read_document(content))
