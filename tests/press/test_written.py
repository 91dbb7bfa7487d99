"""What is written as bytes at once, pypdf reads as what it was."""

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    StreamObject,
    read_object,
)

from pamphleteer.press.written import (
    Written,
    operands,
    refer,
    write_numbers,
    write_stream,
    write_text,
    write_value,
)


def read(written: bytes) -> object:
    return read_object(BytesIO(written + b" "), PdfReader(BytesIO(EMPTY)))


def write(writer: PdfWriter) -> bytes:
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


EMPTY = write(PdfWriter())


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_texts_are_read_as_they_were(text: str) -> None:
    assert read(write_text(text)) == text


@given(st.lists(st.floats(-20_000, 20_000), max_size=6))
def test_numbers_are_right_to_a_ten_thousandth(values: list[float]) -> None:
    found = read(write_numbers(values))
    assert isinstance(found, ArrayObject)
    assert len(found) == len(values)
    assert all(abs(a - b) <= 0.00005001 for a, b in zip(found, values, strict=True))


def test_equal_numbers_are_written_alike_whatever_was_written_before() -> None:
    assert operands((-0.0, 1)) == operands((0.0, 1.0)) == operands((-0.00001, 1)) == "0 1"


@given(st.text("aZ.-_ /#()<>[]{}%é\n", min_size=1))
def test_names_are_read_as_they_were(name: str) -> None:
    assert read(write_value(NameObject(f"/{name}"))) == f"/{name}"


def test_other_values_are_written_as_pypdf_writes_them() -> None:
    value = DictionaryObject({NameObject("/A"): ArrayObject([NumberObject(3), NameObject("/B")])})
    assert read(write_value(value)) == value


def test_what_an_object_is_may_be_told_after_its_number() -> None:
    writer, last = PdfWriter(), Written()
    reference = writer._add_object(last)
    content = write_stream(writer, b"/Of %b" % refer(reference), b"q Q")
    last.parts = (b"<< /Of ", refer(content), b" >>")
    writer.root_object[NameObject("/Last")] = reference
    found = PdfReader(BytesIO(write(writer))).root_object["/Last"]
    assert isinstance(found, DictionaryObject)
    stream = found["/Of"]
    assert isinstance(stream, StreamObject)
    assert stream.get_data() == b"q Q"
    assert stream["/Of"] == found
    assert isinstance(stream.raw_get("/Of"), IndirectObject)
