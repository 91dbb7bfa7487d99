"""The colours of picture files are those that were meant, however the file tells them."""

import io
import sys
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from pamphleteer.images.colour import press_profile
from pamphleteer.problems import IssueError
from tests.images.files import (
    BLUE,
    GREEN,
    RED,
    WHITE,
    close_to,
    colour,
    encoded,
    fields,
    flag,
    opened,
    prepare,
)
from tests.images.made import grey_profile, png_of_sixteen_bits, swapped_profile


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_inks_of_a_print_shop_become_the_colours_that_they_print(tmp_path: Path, kind: str) -> None:
    """Magenta and yellow print a red that no screen has, and all of cyan is no sky blue."""
    options = {"quality": 100} if kind == "JPEG" else {}
    found = opened(prepare(tmp_path, encoded(flag("CMYK"), kind, **options)))
    assert found.mode == "RGB"
    printed = [(228, 9, 22), (0, 103, 59), (48, 41, 131), WHITE, WHITE, WHITE]
    assert close_to(fields(found), printed, by=12)


def test_inks_of_no_press_are_kept_for_the_press(tmp_path: Path) -> None:
    """Black that was meant to be black alone stays so."""
    black = Image.new("CMYK", (8, 8), (0, 0, 0, 255))
    picture = prepare(tmp_path, encoded(black, "TIFF"))
    kept = Image.open(io.BytesIO(picture.inks))
    assert (kept.mode, kept.getpixel((4, 4))) == ("CMYK", (0, 0, 0, 255))
    named = encoded(black, "TIFF", icc_profile=press_profile())
    assert prepare(tmp_path, named).inks == b""


def test_the_profile_in_a_file_tells_its_colours(tmp_path: Path) -> None:
    """The numbers of a wider space look pale as sRGB's; converted, they are what was meant."""
    wide = ImageCms.ImageCmsProfile(swapped_profile()).tobytes()
    content = encoded(Image.new("RGB", (8, 8), (200, 40, 90)), "PNG", icc_profile=wide)
    picture = prepare(tmp_path, content)
    assert colour(opened(picture), 4, 4) == (90, 40, 200)
    assert not picture.is_unmanaged


@pytest.mark.parametrize("profile", [b"no profile", b"", None])
def test_a_profile_that_cannot_be_used_is_told(tmp_path: Path, profile: bytes | None) -> None:
    """One of a press for a picture in RGB, too; the colours are then taken for sRGB's."""
    embedded = press_profile() if profile is None else profile
    content = encoded(Image.new("RGB", (8, 8), (200, 40, 90)), "PNG", icc_profile=embedded)
    picture = prepare(tmp_path, content)
    assert colour(opened(picture), 4, 4) == (200, 40, 90)
    assert picture.is_unmanaged == bool(embedded)


def test_greys_have_profiles_too(tmp_path: Path) -> None:
    """Here one that makes every grey darker: value 128 is as light as 55 of sRGB."""
    content = encoded(Image.new("L", (8, 8), 128), "PNG", icc_profile=grey_profile(gamma=4.0))
    found = opened(prepare(tmp_path, content))
    assert found.mode == "L"
    assert found.getpixel((4, 4)) == pytest.approx(68, abs=8)


def test_a_photograph_of_a_telephone_that_writes_heic(tmp_path: Path) -> None:
    pillow_heif = pytest.importorskip("pillow_heif")
    out = io.BytesIO()
    pillow_heif.from_pillow(flag(scale=32)).save(out, quality=100)
    picture = prepare(tmp_path, out.getvalue(), "IMG_0001.HEIC")
    assert picture.media_type == "image/jpeg"
    assert close_to(fields(opened(picture)), [RED, GREEN, BLUE, WHITE, WHITE, WHITE], by=16)


def test_heic_without_its_decoder_is_refused_with_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pillow_heif", None)
    with pytest.raises(IssueError) as caught:
        prepare(tmp_path, b"\0\0\0\x18ftypheic" + bytes(40), "IMG_0001.HEIC")
    (problem,) = caught.value.problems
    assert problem.code == "bad-image"
    assert "no decoder" in problem.message
    assert "pamphleteer[heic]" in problem.hint


@pytest.mark.parametrize("depth", ["RGB", "RGBA", "L"])
def test_pngs_of_sixteen_bits_keep_their_colours(tmp_path: Path, depth: str) -> None:
    content = png_of_sixteen_bits(depth)
    found = opened(prepare(tmp_path, content))
    wanted = (200, 200, 200) if depth == "L" else (200, 100, 50)
    assert found.convert("RGB").getpixel((1, 1)) == wanted


def test_edges_of_what_is_transparent_have_no_dark_rim(tmp_path: Path) -> None:
    """Half of red on paper is a light red, whatever colour the empty pixels have."""
    soft = Image.new("RGBA", (8, 8), (255, 0, 0, 128))
    found = opened(prepare(tmp_path, encoded(soft, "PNG")))
    assert colour(found, 4, 4) == (255, 127, 127)
