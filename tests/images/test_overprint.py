"""Inks over one another: what is seen where both, one or none of them are."""

import datetime
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pamphleteer.images.overprint import Colour, overprint, write_pages

RED: Colour = (0.7, 0.1, 0.15)
BLUE: Colour = (0.2, 0.3, 0.6)
levels = st.integers(0, 255)


def plate(*greys: int) -> Image.Image:
    return Image.frombytes("L", (len(greys), 1), bytes(greys))


def pixels(image: Image.Image) -> list[tuple[int, ...]]:
    data = image.tobytes()
    return [tuple(data[at : at + 3]) for at in range(0, len(data), 3)]


def test_paper_stays_paper_and_solids_mix() -> None:
    printed = overprint([(plate(255, 0, 255, 0), RED), (plate(255, 255, 0, 0), BLUE)])
    paper, red, blue, both = pixels(printed)
    assert paper == (255, 255, 255)
    assert red == tuple(round(255 * part) for part in RED)
    assert blue == tuple(round(255 * part) for part in BLUE)
    assert both == pytest.approx(
        [one * other / 255 for one, other in zip(red, blue, strict=True)], abs=1
    )


@given(levels, levels)
def test_the_order_of_drums_does_not_matter(one: int, other: int) -> None:
    first, second = (plate(one), RED), (plate(other), BLUE)
    assert overprint([first, second]).tobytes() == overprint([second, first]).tobytes()


def test_without_plates_there_is_nothing_to_show() -> None:
    with pytest.raises(ValueError, match="no plates"):
        overprint([])


def test_pages_are_written_the_same_each_time() -> None:
    pages = [Image.new("RGB", (55, 110), colour) for colour in ("white", "red")]
    date = datetime.date(2026, 2, 3)
    made, again = (write_pages(pages, dpi=110, title="News", date=date) for _ in range(2))
    assert made == again
    with pypdfium2.PdfDocument(BytesIO(made)) as document:
        assert [page.get_size() for page in document] == [(36, 72), (36, 72)]
        assert document.get_metadata_value("Title") == "News"
        assert document.get_metadata_value("CreationDate").startswith("D:20260203")
