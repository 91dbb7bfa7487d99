"""Pictures of every kind become safe ones (upright, on white, stripped) or are refused clearly."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image

from pamphleteer.images import prepare_picture
from pamphleteer.problems import IssueError
from tests.images.files import (
    BLUE,
    FORMATS,
    GREEN,
    HERE,
    RED,
    WHITE,
    close_to,
    encoded,
    fields,
    flag,
    opened,
    prepare,
)
from tests.images.made import png_of


@pytest.mark.parametrize("kind", FORMATS)
def test_each_format_keeps_its_colours(tmp_path: Path, kind: str) -> None:
    picture = prepare(
        tmp_path, encoded(flag(), kind, **({"lossless": True} if kind == "WEBP" else {}))
    )
    assert picture.media_type == ("image/jpeg" if kind == "JPEG" else "image/png")
    assert picture.name.endswith(".jpg" if kind == "JPEG" else ".png")
    assert close_to(fields(opened(picture)), [RED, GREEN, BLUE, WHITE, WHITE, WHITE], by=16)


def test_the_format_is_told_by_the_content_and_not_by_the_name(tmp_path: Path) -> None:
    assert prepare(tmp_path, encoded(flag(), "JPEG"), "photo.png").media_type == "image/jpeg"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_each_kind_of_pixel_becomes_grey_or_colour_of_eight_bits(tmp_path: Path, mode: str) -> None:
    picture = flag("L").convert("I;16") if mode == "I;16" else flag(mode)
    assert opened(prepare(tmp_path, encoded(picture, "PNG"))).mode in ("L", "RGB")


def test_sixteen_bits_are_scaled_and_not_cut_off(tmp_path: Path) -> None:
    deep = Image.new("I;16", (2, 1))
    deep.putpixel((0, 0), 0x8000)
    deep.putpixel((1, 0), 0xFFFF)
    found = opened(prepare(tmp_path, encoded(deep, "PNG")))
    assert [found.getpixel((x, 0)) for x in (0, 1)] == [128, 255]


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P", "RGB"])
def test_what_is_transparent_becomes_white(tmp_path: Path, mode: str) -> None:
    if mode in ("RGBA", "LA"):
        picture = Image.new(mode, (4, 4), (0, 0, 0, 0) if mode == "RGBA" else (0, 0))
        content = encoded(picture, "PNG")
    else:
        content = encoded(
            Image.new(mode, (4, 4)), "PNG", transparency=0 if mode == "P" else (0, 0, 0)
        )
    found = opened(prepare(tmp_path, content)).convert("RGB")
    assert found.getpixel((1, 1)) == WHITE


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize(
    ("orientation", "turned"),
    [
        (1, None),
        (2, Image.Transpose.FLIP_LEFT_RIGHT),
        (3, Image.Transpose.ROTATE_180),
        (4, Image.Transpose.FLIP_TOP_BOTTOM),
        (5, Image.Transpose.TRANSPOSE),
        (6, Image.Transpose.ROTATE_90),
        (7, Image.Transpose.TRANSVERSE),
        (8, Image.Transpose.ROTATE_270),
        (9, None),
    ],
)
def test_a_picture_is_turned_upright(
    tmp_path: Path, kind: str, orientation: int, turned: Image.Transpose | None
) -> None:
    """It was turned as it lies in the camera, and says so."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    lying = flag() if turned is None else flag().transpose(turned)
    options = {"quality": 100} if kind == "JPEG" else {"lossless": True} if kind == "WEBP" else {}
    found = opened(prepare(tmp_path, encoded(lying, kind, exif=exif, **options)))
    assert close_to(fields(found), [RED, GREEN, BLUE, WHITE, WHITE, WHITE], by=8)


def test_metadata_are_left_out(tmp_path: Path) -> None:
    """A telephone writes where a picture was taken, and a camera whose it is."""
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "Secret Name"
    exif.get_ifd(ExifTags.IFD.GPSInfo)[1] = "Secret Place"
    hidden = {"exif": exif, "comment": b"Secret Comment", "xmp": b"<x>Secret Packet</x>"}
    for kind in ("JPEG", "PNG", "WEBP", "TIFF"):
        content = encoded(flag(), kind, **hidden)
        assert kind == "PNG" or b"Secret" in content
        picture = prepare(tmp_path, content)
        assert b"Secret" not in picture.content
        assert not set(opened(picture).info) - {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


def test_a_photograph_with_others_behind_it_is_still_a_photograph(tmp_path: Path) -> None:
    """Some telephones write such files (MPO); their names end in .jpg."""
    content = encoded(flag(), "MPO", save_all=True, append_images=[flag()])
    assert prepare(tmp_path, content, "photo.jpg").media_type == "image/jpeg"


def test_of_moving_pictures_the_first_is_taken(tmp_path: Path) -> None:
    more = [Image.new("RGB", (24, 16), BLUE)]
    content = encoded(Image.new("RGB", (24, 16), RED), "GIF", save_all=True, append_images=more)
    assert opened(prepare(tmp_path, content)).getpixel((5, 5)) == RED


def test_the_same_picture_becomes_the_same_bytes(tmp_path: Path) -> None:
    one = prepare(tmp_path, encoded(flag(), "PNG"), "one.png")
    other = prepare(tmp_path, encoded(flag(), "PNG", compress_level=0), "other.gif")
    assert one == other
    assert one.name == f"{sha256(one.content).hexdigest()[:24]}.png"
    assert prepare(tmp_path, encoded(flag("L"), "PNG")).name != one.name


def test_a_small_picture_stays_small(tmp_path: Path) -> None:
    assert prepare(tmp_path, encoded(Image.new("1", (1, 1)), "PNG")).width == 1


def png(width: int, height: int) -> bytes:
    """A PNG that says it is so large; its pixels are missing."""
    return png_of(width, height, depth=8, kind=2, pixels=b"")


REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "expected one of PNG, JPEG"),
    "text": (b"no picture\n", "expected one of PNG, JPEG"),
    "pdf": (encoded(flag(), "PDF"), "expected one of PNG, JPEG"),
    "postscript": (encoded(flag(), "EPS"), "expected one of PNG, JPEG"),
    "bmp": (encoded(flag(), "BMP"), "expected one of PNG, JPEG"),
    "without pixels": (png(9, 9), ""),
    "eight thousand square": (png(8000, 8000), "8000 x 8000 pixels are too many"),
    "ten thousand square": (png(10_000, 10_000), "10000 x 10000 pixels are too many"),
    "sixty thousand square": (png(60_000, 60_000), "pixels"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_no_picture_is_refused_with_its_place(tmp_path: Path, what: str) -> None:
    content, said = REFUSED[what]
    with pytest.raises(IssueError) as caught:
        prepare(tmp_path, content)
    (problem,) = caught.value.problems
    assert (problem.code, problem.pos) == ("bad-image", HERE)
    assert problem.message.startswith('"photo.png" cannot be read as a picture: ')
    assert said in problem.message
    assert "PNG or JPEG" in problem.hint


@pytest.mark.parametrize("kind", FORMATS)
def test_a_picture_that_is_cut_off_is_refused(tmp_path: Path, kind: str) -> None:
    content = encoded(Image.effect_noise((40, 30), 60), kind)
    for part in (0.1, 0.5, 0.9):
        with pytest.raises(IssueError):
            prepare(tmp_path, content[: int(len(content) * part)])


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "photo.png").open("wb") as file:
        file.truncate(65 * 2**20)
    with pytest.raises(IssueError, match="larger than 64 MB"):
        prepare_picture(tmp_path / "photo.png", HERE)


def test_what_cannot_be_opened_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "missing.png"):
        with pytest.raises(IssueError, match="cannot be read as a picture"):
            prepare_picture(path, HERE)


def test_a_broken_remark_on_how_it_was_taken_is_no_reason_to_refuse_a_picture(
    tmp_path: Path,
) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "A name that is long enough to stand apart"
    content = encoded(flag(), "JPEG", exif=exif)
    at = content.index(b"Exif\0\0") + 6
    broken = content[: at + 8] + b"\xff" * 12 + content[at + 20 :]
    assert prepare(tmp_path, broken).width == flag().width


SOUND = [
    encoded(flag(), "PNG"),
    encoded(flag("P"), "PNG", transparency=0),
    encoded(flag(), "JPEG"),
    encoded(flag(), "GIF"),
    encoded(flag(), "WEBP"),
    encoded(flag(), "TIFF"),
    encoded(flag(), "TIFF", compression="tiff_lzw"),
]
changes = st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255)), max_size=8)


@given(st.sampled_from(SOUND), changes, st.integers(0, 500))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_a_spoilt_picture_is_prepared_or_refused(
    tmp_path: Path, sound: bytes, changed: list[tuple[int, int]], cut: int
) -> None:
    spoilt = bytearray(sound)
    for at, value in changed:
        spoilt[at % len(spoilt)] = value
    codes = ["bad-image"]
    try:
        picture = prepare(tmp_path, bytes(spoilt[: len(spoilt) - max(0, cut - 400)]))
    except IssueError as refusal:
        codes = [problem.code for problem in refusal.problems]
    else:
        assert opened(picture).mode in ("L", "RGB")
    assert codes == ["bad-image"]
