"""Content streams are split into operators, whatever is in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.reading.content.operators import InlineImage, Name, read_operators

CASES = {
    b"1 -2.5 +3 .5 4. m": [("m", [1.0, -2.5, 3.0, 0.5, 4.0])],
    b"--5 w": [("w", [-5.0])],
    b"/F1 12 Tf": [("Tf", [Name("F1"), 12.0])],
    b"/A#20B gs": [("gs", [Name("A B")])],
    rb"(a\(b\)(c)\101\n) Tj": [("Tj", [b"a(b)(c)A\n"])],
    b"<48 65 6c6> Tj": [("Tj", [b"Hel`"])],
    b"[(a) -20 <62>] TJ": [("TJ", [[b"a", -20.0, b"b"]])],
    b"/Span <</MCID 3 /E (x)>> BDC": [("BDC", [Name("Span"), {"MCID": 3.0, "E": b"x"}])],
    b"% all of it\nq%Q\nQ": [("q", []), ("Q", [])],
    b"q Q]>>) 1 w": [("q", []), ("Q", []), ("w", [1.0])],
    b"T* f* '": [("T*", []), ("f*", []), ("'", [])],
}


@pytest.mark.parametrize("data", CASES)
def test_operators_come_with_their_operands(data: bytes) -> None:
    assert list(read_operators(data)) == CASES[data]


def test_an_image_in_the_content_is_passed_over_whatever_its_data() -> None:
    data = b"q BI /W 4 /H 2 /CS /G /BPC 8 ID \x01 EI Q (\x02\x03 EI 1 w"
    (_, (image,)), (operator, width) = list(read_operators(data))[1:]

    assert isinstance(image, InlineImage)
    assert image.data == b"\x01 EI Q (\x02\x03"
    assert image.keys["W"] == 4.0
    assert (operator, width) == ("w", [1.0])


@given(st.binary(max_size=400) | st.text("()<>[]{}/% qBIDE1.-", max_size=200).map(str.encode))
def test_nothing_is_too_strange_to_be_read(data: bytes) -> None:
    for operator, operands in read_operators(data):
        assert operator
        assert len(operands) <= 2001


FINITE = st.floats(-1e6, 1e6).map(lambda value: round(value, 4))


@given(st.lists(FINITE, max_size=6), st.binary(max_size=30))
def test_what_is_written_is_read(numbers: list[float], string: bytes) -> None:
    written = " ".join(f"{number:.4f}" for number in numbers).encode()
    data = b"%s <%s> [%s] x" % (written, string.hex().encode(), written)

    assert list(read_operators(data)) == [("x", [*numbers, string, numbers])]
