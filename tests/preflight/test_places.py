"""Findings stand where they are seen: on any page, however it is turned, cropped and scaled."""

from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from tests.preflight.documents import Document, Page, check, write

SQUARE = "1 0 0 rg 100 200 30 10 re f\n"
PLACES: dict[str, dict[str, object]] = {
    "plain": {},
    "cropped": {"keys": "/CropBox [50 80 300 500]"},
    "beyond the medium": {"keys": "/CropBox [-50 -80 300 9000]"},
    "moved": {"media": (-40.0, -60.0, 400.0, 600.0)},
    "corners exchanged": {"media": (400.0, 600.0, 0.0, 0.0)},
}


def draw(pdf: bytes) -> Image.Image:
    with pypdfium2.PdfDocument(BytesIO(pdf)) as document:
        drawn: Image.Image = document[0].render(scale=2).to_pil().convert("L")
    return drawn


@pytest.mark.parametrize("turn", [0, 90, 180, -90])
@pytest.mark.parametrize("name", PLACES)
def test_a_place_is_where_it_is_seen(name: str, turn: int) -> None:
    changes: dict[str, object] = {"trim": None, "bleed": None, **PLACES[name]}
    changes["keys"] = f"{changes.get('keys', '')} /Rotate {turn}"
    page = Page(content=SQUARE, **changes)  # type: ignore[arg-type]
    pdf = write(Document(pages=(page,)))

    found = check(pdf)

    (place,) = next(each.places for each in found.findings if each.code == "colour-rgb")
    picture = draw(pdf)
    size = found.pages[0].size
    assert picture.size == (round(2 * size.width), round(2 * size.height))
    red = picture.point(lambda value: 255 * (value < 200)).getbbox()
    box = (place.x, place.y, place.x + place.width, place.y + place.height)
    assert red == pytest.approx([2 * value for value in box], abs=1)
    assert found.pages[0].boxes["CropBox"].width == size.width
    crop = found.pages[0].boxes["CropBox"]
    assert [crop.x, crop.y] == pytest.approx([0, 0])
