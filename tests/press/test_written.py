"""What is written as bytes at once, pypdf reads as what it was."""

from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, read_object

from pamphleteer.press.written import (
    operands,
    write_array,
    write_entries,
    write_name,
    write_numbers,
    write_text,
)


def read(written: bytes) -> object:
    return read_object(BytesIO(written + b" "), PdfReader(BytesIO(EMPTY)))


def write(writer: PdfWriter) -> bytes:
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


EMPTY = write(PdfWriter())

NAMES = st.text("aZ.-_ /#()<>[]{}%é\n", min_size=1).map(lambda name: f"/{name}")


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


@given(NAMES)
def test_names_are_read_as_they_were(name: str) -> None:
    assert read(write_name(name)) == name


@given(st.dictionaries(NAMES, st.text(st.characters(exclude_categories=["Cs"]))))
def test_dictionaries_and_arrays_are_read_as_they_were(texts: dict[str, str]) -> None:
    written = {name: write_array([write_text(text)]) for name, text in texts.items()}
    found = read(write_entries(written))
    assert isinstance(found, DictionaryObject)
    assert found == {name: [text] for name, text in texts.items()}
