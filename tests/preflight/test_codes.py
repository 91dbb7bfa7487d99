"""QR codes are read back, however they are drawn, on the page and off a photocopy."""

import pytest
import segno

from tests.preflight.documents import Document, check, findings, write
from tests.preflight.planting import on_page, qr

ADDRESS = "https://example.org/rent"
CODE = segno.make(ADDRESS, error="m", micro=False)
SIDE = 2.5
"""Points of a module."""


def modules() -> list[tuple[int, int]]:
    """Dark modules by column and row, the first row at the foot."""
    rows = list(CODE.matrix)[::-1]
    return [(x, y) for y, row in enumerate(rows) for x, dark in enumerate(row) if dark]


def squares(join: str, end: str) -> Document:
    """A code of rectangles: each painted by itself, or all together."""
    drawn = join.join(
        f"{100 + x * SIDE:.1f} {100 + y * SIDE:.1f} {SIDE} {SIDE} re" for x, y in modules()
    )
    return on_page(f"0 0 0 1 k {drawn} {end}\n")


def strokes() -> Document:
    """A code of level lines, as wide as a module is high."""
    drawn = " ".join(
        f"{100 + x * SIDE:.1f} {101.25 + y * SIDE:.2f} m {100 + (x + 1) * SIDE:.1f} "
        f"{101.25 + y * SIDE:.2f} l"
        for x, y in modules()
    )
    return on_page(f"0 0 0 1 K {SIDE} w {drawn} S\n")


DRAWN = {
    "picture": qr,
    "squares": lambda: squares(" f ", "f"),
    "one path": lambda: squares(" ", "f"),
    "strokes": strokes,
}


@pytest.mark.parametrize("how", DRAWN)
def test_a_code_is_read_however_it_is_drawn(how: str) -> None:
    found = check(write(DRAWN[how]()), codes=(ADDRESS,))

    (code,) = found.pages[2].codes
    assert findings(found) == []
    assert code.text == ADDRESS
    expected = 80 if how == "picture" else CODE.symbol_size(border=0)[0] * SIDE
    assert code.side == pytest.approx(expected, abs=2)
    assert code.place.x + code.place.width / 2 == pytest.approx(100 + expected / 2, abs=14)


@pytest.mark.parametrize("how", ["squares", "one path", "strokes"])
def test_a_code_with_something_over_it_is_told(how: str) -> None:
    sound = DRAWN[how]().pages[2]
    cover = "0 0 0 0 k 125 120 25 28 re f\n"
    document = on_page(str(sound.content) + cover)

    assert findings(check(write(document))) == [("qr-unreadable", 3)]


def test_an_address_that_is_in_no_code_is_told() -> None:
    found = check(write(qr()), codes=(ADDRESS, "https://example.net"))

    assert findings(found) == [("qr-wrong", None)]
    assert found.findings[0].found == (f"no QR code says “https://example.net”; found: “{ADDRESS}”")


def test_a_code_that_is_asked_for_must_be_read_off_a_photocopy() -> None:
    pdf = write(qr(side=46, version=14))

    for codes, severity in (((), "warning"), ((ADDRESS,), "error")):
        found = check(pdf, codes=codes)
        assert findings(found) == [("qr-copy", 3)]
        assert found.findings[0].severity == severity
