"""Pictures for a press, in greys, and blank: what becomes of their colours."""

from io import BytesIO

import pytest
from PIL import Image

from pamphleteer.images import Picture, Purpose, Use, fit_picture
from pamphleteer.images.fitting import SHELF
from pamphleteer.images.prepare import make_picture
from pamphleteer.units import Pt

MOST_INK = 300 * 255 / 100
WIDE = Use(width=Pt(720))
"""So wide that no pixel is left out."""


def patches(*colours: tuple[int, int, int]) -> Image.Image:
    image = Image.new("RGB", (16 * len(colours), 16))
    for at, colour in enumerate(colours):
        image.paste(colour, (16 * at, 0, 16 * at + 16, 16))
    return image


def converted(picture: Picture, purpose: Purpose) -> Image.Image:
    image = Image.open(BytesIO(fit_picture(picture, WIDE, purpose)))
    image.load()
    return image


def pixel(image: Image.Image, at: int) -> tuple[int, ...]:
    """The inks in the middle of a patch, each from 0 to 255."""
    return tuple(image.crop((16 * at + 8, 8, 16 * at + 9, 9)).tobytes())


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_press_gets_inks_within_their_limit(kind: str) -> None:
    colours = ((0, 0, 0), (255, 255, 255), (176, 23, 34), (0, 0, 120), (60, 40, 20))
    found = converted(make_picture(patches(*colours), kind), "press")
    assert (found.mode, found.format) == ("CMYK", "JPEG" if kind == "JPEG" else "TIFF")
    black, white, red, blue, _ = (pixel(found, at) for at in range(5))
    assert max(sum(pixel(found, at)) for at in range(5)) <= MOST_INK
    assert sum(white) < 4
    assert min(red[1:3]) > 180
    assert red[0] < 120
    assert blue[0] > 200
    assert blue[2] < 100
    assert black[3] > 200


def test_greys_are_printed_in_black_alone() -> None:
    grey = make_picture(Image.linear_gradient("L"), "PNG")
    found = converted(grey, "press")
    assert found.mode == "L"
    assert found.tobytes() == Image.linear_gradient("L").tobytes()


def test_one_ink_gets_greys_as_light_as_the_colours() -> None:
    found = converted(make_picture(patches((255, 255, 255), (255, 0, 0), (0, 0, 0)), "PNG"), "grey")
    assert found.mode == "L"
    assert [pixel(found, at) for at in range(3)] == [(255,), (129,), (0,)]


def test_what_is_left_free_is_paper() -> None:
    found = converted(make_picture(patches((255, 0, 0)), "JPEG"), "blank")
    assert (found.mode, set(found.tobytes())) == ("L", {255})


@pytest.mark.parametrize("purpose", ["press", "grey"])
def test_bytes_are_the_same_each_time(purpose: Purpose) -> None:
    picture = make_picture(patches((176, 23, 34), (9, 90, 200)), "JPEG")
    first = fit_picture(picture, WIDE, purpose)
    SHELF.clear()
    assert fit_picture(picture, WIDE, purpose) == first
