"""Shapes of letters are told from the page's picture, on whatever ground they stand."""

import pytest
from PIL import Image, ImageStat

from pamphleteer.reading.content.tints import Inks
from pamphleteer.reading.shapes import Looks, shape_of

BLACK: Inks = (("Black", 1.0),)
WHITE: Inks = (("Cyan", 0.0), ("Magenta", 0.0), ("Yellow", 0.0), ("Black", 0.0))


def stem(ground: int, ink: int) -> Image.Image:
    """An upright stem that covers a quarter of the picture."""
    picture = Image.new("L", (40, 40), ground)
    picture.paste(ink, (10, 0, 20, 40))
    return picture


@pytest.mark.parametrize(
    ("inks", "ground", "ink", "share"),
    [(BLACK, 255, 0, 0.25), (WHITE, 0, 255, 0.25), (BLACK, 180, 0, 0.25), (BLACK, 255, 128, 0.125)],
    ids=["black", "white on black", "on grey", "so thin that it looks grey"],
)
def test_ink_covers_what_differs_from_the_ground(
    inks: Inks, ground: int, ink: int, share: float
) -> None:
    shape = shape_of(inks, stem(ground, ink), (0, 0, 40, 40))
    assert shape is not None
    assert ImageStat.Stat(shape).mean[0] / 255 == pytest.approx(share, abs=0.005)


def test_what_hardly_differs_from_its_ground_has_no_shape() -> None:
    yellow: Inks = (("Yellow", 1.0),)
    assert shape_of(yellow, stem(255, 230), (0, 0, 40, 40)) is None


def test_a_picture_of_a_part_lies_in_its_place_on_the_medium() -> None:
    looks = Looks(picture=Image.new("RGB", (200, 100)), crop=(10, 20, 110, 70))
    placed = looks.over((-10, 0, 190, 100), (200, 100), 1.0)

    assert placed.size == (200, 100)
    assert placed.point(lambda value: 255 - value).getbbox() == (20, 30, 120, 80)
