"""Pictures fitted to outputs: as many pixels as are needed, in the right colours, or as dots."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageStat

from pamphleteer.images import Picture, Purpose, Use, fit_picture, prepare_picture, tell_sharpness
from pamphleteer.images.colour import to_grey, to_press, to_screen
from pamphleteer.images.fitting import PPI
from pamphleteer.images.halftone import screen_picture
from pamphleteer.images.prepare import make_picture
from pamphleteer.images.shelf import Shelf
from pamphleteer.problems import Severity, SourcePos
from pamphleteer.units import Pt

INCH = Pt(72)
HERE = SourcePos(path="news.md", line=4, column=1)
colours = st.tuples(*[st.integers(0, 255)] * 3)


def photograph(width: int, height: int = 40) -> Picture:
    """A picture of many colours."""
    grey = Image.linear_gradient("L").resize((width, height))
    turned = grey.transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    noise = Image.effect_noise((width, height), 40)
    return make_picture(Image.merge("RGB", (grey, turned, noise)), "JPEG")


def opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


@pytest.mark.parametrize(
    ("purpose", "mode"), [("screen", "RGB"), ("office", "RGB"), ("press", "CMYK"), ("grey", "L")]
)
def test_a_large_picture_has_the_pixels_that_are_needed(purpose: Purpose, mode: str) -> None:
    made = opened(fit_picture(photograph(1000), Use(width=INCH), purpose))
    assert (made.format, made.mode, made.width) == ("JPEG", mode, PPI[purpose])


@pytest.mark.parametrize("purpose", ["screen", "office"])
def test_a_picture_that_is_a_little_too_large_stays_as_it_is(purpose: Purpose) -> None:
    picture = photograph(int(1.19 * PPI[purpose]))
    assert fit_picture(picture, Use(width=INCH), purpose) == picture.content


@pytest.mark.parametrize("purpose", ["screen", "office", "press", "grey"])
def test_a_small_picture_is_never_made_larger(purpose: Purpose) -> None:
    assert opened(fit_picture(photograph(50), Use(width=INCH), purpose)).width == 50


def test_a_drawing_of_few_colours_keeps_its_edges() -> None:
    flat = Image.new("RGB", (1000, 40), "white")
    flat.paste((200, 0, 0), (100, 0, 500, 40))
    picture = make_picture(flat, "PNG")
    assert fit_picture(picture, Use(width=INCH), "office") == picture.content
    assert opened(fit_picture(picture, Use(width=INCH), "press")).width == 1000


def test_inks_that_were_given_are_printed_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "advertisement.tif"
    Image.new("CMYK", (60, 60), (0, 0, 0, 255)).save(path)
    picture = prepare_picture(path, HERE)
    made = opened(fit_picture(picture, Use(width=INCH), "press"))
    assert (made.mode, made.getpixel((9, 9))) == ("CMYK", (0, 0, 0, 255))
    dots = opened(fit_picture(picture, Use(width=INCH, halftone=50), "press"))
    assert dots.mode == "L"
    assert ImageStat.Stat(dots).mean[0] == pytest.approx(31, abs=3)


SKIN, BRICK, MOSS, SLATE = (224, 172, 138), (160, 70, 55), (96, 104, 58), (88, 100, 116)


@pytest.mark.parametrize("colour", [SKIN, BRICK, MOSS, SLATE])
def test_inks_look_like_the_colours_they_were_made_of(colour: tuple[int, int, int]) -> None:
    """Those that inks can print; bright ones are duller."""
    seen = to_screen(to_press(Image.new("RGB", (1, 1), colour)), None)
    assert ImageStat.Stat(seen).mean == pytest.approx(colour, abs=6)


@given(colours)
def test_inks_are_no_more_than_paper_bears(colour: tuple[int, int, int]) -> None:
    inks = to_press(Image.new("RGB", (1, 1), colour)).getpixel((0, 0))
    assert isinstance(inks, tuple)
    assert sum(inks) / 255 <= 3


def test_white_stays_paper_and_greys_stay_greys() -> None:
    assert to_press(Image.new("RGB", (1, 1), "white")).getpixel((0, 0)) == (0, 0, 0, 0)
    grey = Image.new("L", (1, 1), 90)
    assert to_press(grey) is grey
    for value in range(256):
        made = to_grey(Image.new("RGB", (1, 1), (value, value, value))).getpixel((0, 0))
        assert made == pytest.approx(value, abs=1)


def test_a_grey_is_as_light_as_its_colour() -> None:
    """A plain sum of channels makes blue nearly black: 29."""
    assert to_grey(Image.new("RGB", (1, 1), (0, 0, 255))).getpixel((0, 0)) == pytest.approx(
        69, abs=2
    )


@given(st.integers(0, 255), st.sampled_from([35, 53, 75]), st.booleans())
def test_dots_are_as_dark_as_the_grey_that_they_were_made_of(
    grey: int, lines: int, shown: bool
) -> None:
    made = screen_picture(Image.new("L", (9, 9), grey), width=INCH, lines=lines, shown=shown)
    assert ImageStat.Stat(made).mean[0] == pytest.approx(grey, abs=4)


def test_printed_dots_are_black_or_white_and_turned() -> None:
    """Where a row of dots stands, the next stands half a gap beside it."""
    made = screen_picture(Image.new("L", (9, 9), 200), width=INCH, lines=50, shown=False)
    assert (made.size, made.getcolors(2) is not None) == ((600, 600), True)
    side = round(600 * 2**0.5 / 50)
    assert (
        made.crop((0, 0, 8 * side, side)).tobytes()
        == made.crop((0, side, 8 * side, 2 * side)).tobytes()
    )
    half = side // 2
    rows = [made.crop((0, at, side, at + half)).tobytes().count(0) for at in (0, half)]
    assert min(rows) > 0


def test_a_picture_of_dots_is_as_fine_as_its_machine() -> None:
    use = Use(width=INCH, halftone=50)
    assert opened(fit_picture(photograph(1000), use, "grey")).width == 600
    assert opened(fit_picture(photograph(1000), use, "screen")).width == 200


def test_a_picture_that_is_too_small_is_told_in_millimetres() -> None:
    problem = tell_sharpness(photograph(319), "photo-2.jpg", width=Pt(84 / 25.4 * 72), pos=HERE)
    assert problem
    assert (problem.code, problem.severity, problem.pos) == (
        "coarse-picture",
        Severity.WARNING,
        HERE,
    )
    assert problem.message.startswith("photo-2.jpg: sharp up to 54 mm wide; placed at 84 mm")
    assert "497 pixels" in problem.hint
    assert "{width=54mm}" in problem.hint


@pytest.mark.parametrize(
    ("pixels", "code"),
    [(149, "soft-picture"), (100, "soft-picture"), (99, "coarse-picture"), (150, None)],
)
def test_pixels_to_the_inch_decide(pixels: int, code: str | None) -> None:
    problem = tell_sharpness(photograph(pixels), "a.jpg", width=INCH, pos=HERE)
    assert (problem.code if problem else None) == code


def test_a_cover_cannot_be_made_smaller() -> None:
    problem = tell_sharpness(photograph(90), "a.jpg", width=INCH, pos=HERE, has_width=False)
    assert problem
    assert problem.hint == "Find the original, 150 pixels wide or more."


def test_a_shelf_makes_things_once_and_forgets_the_oldest() -> None:
    shelf: Shelf[bytes] = Shelf(most=10)
    made: list[str] = []

    def get(key: str) -> bytes:
        def make() -> bytes:
            made.append(key)
            return b"1234"

        return shelf.get(key, make)

    for key in "abab":
        assert get(key) == b"1234"
    assert made == ["a", "b"]
    get("c")
    get("b")
    get("a")
    assert made == ["a", "b", "c", "a"]
