"""Covers: cut to the page's shape, and dark where white letters stand on them."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pamphleteer.images import Picture, prepare_picture, shade_picture
from pamphleteer.problems import SourcePos

SHAPE = 0.65


def prepared(folder: Path, image: Image.Image, suffix: str = "png") -> Picture:
    path = folder / f"photo.{suffix}"
    image.save(path, quality=95)
    return prepare_picture(path, SourcePos(path="issue.yaml"))


def opened(picture: Picture) -> Image.Image:
    image = Image.open(BytesIO(picture.content))
    image.load()
    assert image.size == (picture.width, picture.height)
    return image


def of_grey(level: int, size: tuple[int, int] = (65, 100)) -> Picture:
    out = BytesIO()
    Image.new("L", size, level).save(out, "PNG")
    return Picture(
        name="a.png", content=out.getvalue(), media_type="image/png", width=size[0], height=size[1]
    )


def contrast_with_white(level: int) -> float:
    """By the formulas of WCAG 2.2 for relative luminance and contrast."""
    part = level / 255
    luminance = part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
    return 1.05 / (luminance + 0.05)


@given(st.integers(0, 255))
def test_letters_can_be_read_at_its_head_and_foot(level: int) -> None:
    image = opened(shade_picture(of_grey(level), shape=SHAPE, head=0.2, foot=0.3))
    head, middle, foot = (int(image.getpixel((30, y))) for y in (5, 45, 95))  # type: ignore[arg-type]
    assert contrast_with_white(head) > 4.45
    assert contrast_with_white(foot) > 6.9
    assert middle == level, "between them it stays as it was"


@given(st.integers(0, 85))
def test_a_dark_picture_stays_as_it_is(level: int) -> None:
    image = opened(shade_picture(of_grey(level), shape=SHAPE, head=0.2, foot=0.3))
    assert image.getextrema() == (level, level)


def test_where_no_letters_stand_nothing_is_darkened() -> None:
    image = opened(shade_picture(of_grey(255), shape=SHAPE, head=0, foot=0))
    assert image.getextrema() == (255, 255)


def test_darkness_fades_without_a_step() -> None:
    image = opened(shade_picture(of_grey(255, (2, 1000)), shape=0.002, head=0.2, foot=0))
    column = [int(image.getpixel((0, y))) for y in range(1000)]  # type: ignore[arg-type]
    assert column == sorted(column)
    assert max(lower - upper for upper, lower in pairwise(column)) <= 3


@given(st.integers(1, 300), st.integers(1, 300), st.floats(0.2, 3))
def test_it_is_cut_to_the_shape(width: int, height: int, shape: float) -> None:
    image = opened(shade_picture(of_grey(9, (width, height)), shape=shape, head=0.1, foot=0.1))
    assert image.width <= width
    assert image.height <= height
    assert image.width == width or image.height == height
    assert abs(image.width - image.height * shape) <= max(1, shape)


def test_the_middle_is_what_stays() -> None:
    wide = Image.new("RGB", (300, 100), "red")
    wide.paste("blue", (100, 0, 200, 100))
    out = BytesIO()
    wide.save(out, "PNG")
    picture = Picture(
        name="a.png", content=out.getvalue(), media_type="image/png", width=300, height=100
    )
    assert opened(shade_picture(picture, shape=1, head=0, foot=0)).getcolors() == [
        (10000, (0, 0, 255))
    ]


@pytest.mark.parametrize(("suffix", "kind"), [("png", "PNG"), ("jpg", "JPEG")])
def test_it_stays_of_its_kind_and_gets_a_name_of_its_own(
    tmp_path: Path, suffix: str, kind: str
) -> None:
    picture = prepared(tmp_path, Image.new("RGB", (65, 100), "white"), suffix)
    shaded = shade_picture(picture, shape=SHAPE, head=0.2, foot=0.2)
    assert opened(shaded).format == kind
    assert shaded.media_type == picture.media_type
    assert shaded.name.endswith(f".{suffix}")
    assert shaded.name != picture.name
    assert shaded == shade_picture(picture, shape=SHAPE, head=0.2, foot=0.2)
