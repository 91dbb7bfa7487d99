"""Colours of pictures, from one way of telling them to another, by ICC profiles.

A picture tells its colours as its own profile says; where it has none, as sRGB or, in inks, as
those of the press for which we ship a profile. All is converted relative to the paper's white, with
black point compensation (ISO 18619): white stays white, and the darkest stays the darkest.
"""

from functools import cache
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageMath

from pamphleteer.resources import resource_folder

PRESS_PROFILE = "FOGRA39L_coated.icc"
MOST_INK = 298 * 255 // 100
"""Of all four inks: 300 percent on coated paper (ISO 12647-2), less what JPEG may add."""
ALIKE = 2
"""Steps of 255 by which colours may differ for a profile to be called sRGB's."""
SPACES = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK", "LAB": "Lab"}
"""The space of a profile that tells the colours of each kind of pixels (ICC.1, 7.2.6)."""
STEPS = (0, 51, 102, 153, 204, 255)
LIGHTNESS = 0
"""The channel of L* in a picture in L*a*b*."""


def press_profile() -> bytes:
    """The ICC profile of the press for which colours are made: coated offset."""
    return (resource_folder("profiles") / PRESS_PROFILE).read_bytes()


def read_profile(content: bytes | None, mode: str) -> Any | None:
    """The profile in a picture's file; None if there is none, or none for such pixels."""
    if not content or mode not in SPACES:
        return None
    try:
        profile = ImageCms.getOpenProfile(BytesIO(content))
        fits = profile.profile.xcolor_space.strip() == SPACES[mode]
        # A profile may open and yet tell no colours.
        return profile if fits and _transform(profile, _srgb(), mode, "RGB") else None
    except (ImageCms.PyCMSError, OSError):
        return None


def to_screen(image: Image.Image, profile: Any | None) -> Image.Image:
    """Greys or sRGB of a picture in greys, RGB, inks or L*a*b*."""
    if image.mode == "CMYK" and profile is None:
        return _apply(_press_to_srgb(), image, "RGB")
    if image.mode == "LAB":
        profile = ImageCms.createProfile("LAB")
    if profile is None or (image.mode == "RGB" and _is_srgb(profile)):
        return image
    shown = _apply(_transform(profile, _srgb(), image.mode, "RGB"), image, "RGB")
    return shown.convert("L") if image.mode == "L" else shown


def to_press(image: Image.Image) -> Image.Image:
    """Inks of a picture in sRGB; greys stay greys, which a press prints in black alone."""
    if image.mode in ("L", "CMYK"):
        return image
    return _limit_ink(_apply(_srgb_to_press(), image, "CMYK"))


def _limit_ink(image: Image.Image) -> Image.Image:
    """Take away colour below black where there is more ink than paper bears.

    Black point compensation goes beyond the profile's own limit in its darkest colours.
    """
    *colours, black = image.split()
    named = dict(zip(("cyan", "magenta", "yellow"), colours, strict=True), black=black)
    kept = ImageMath.lambda_eval(_kept, **named)
    if kept.getextrema() == (1, 1):
        return image
    bands = (
        ImageMath.lambda_eval(lambda of: of["band"] * of["kept"], band=colour, kept=kept)
        for colour in colours
    )
    return Image.merge("CMYK", (*(band.convert("L") for band in bands), black))


def _kept(bands: dict[str, Any]) -> Any:
    """How much of its colours each pixel keeps, from 0 to 1."""
    total = bands["float"](bands["cyan"] + bands["magenta"] + bands["yellow"])
    room = MOST_INK - bands["black"]
    return bands["min"](room / bands["max"](total, 1), 1)


def to_grey(image: Image.Image) -> Image.Image:
    """Greys as light as the colours of a picture in sRGB (CIE 1976 L*).

    Two colours of one lightness become one grey. The sum of channels that is often taken instead
    makes blue nearly black and yellow nearly white.
    """
    if image.mode == "L":
        return image
    lab = _apply(_srgb_to_lab(), image, "LAB")
    return lab.getchannel(LIGHTNESS).point(_greys_by_lightness())


def _apply(transform: Any, image: Image.Image, mode: str) -> Image.Image:
    made = Image.new(mode, image.size)
    transform.apply(image, made)
    return made


def _transform(source: Any, target: Any, mode: str, other: str) -> Any:
    return ImageCms.buildTransform(
        source,
        target,
        mode,
        other,
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


def _is_srgb(profile: Any) -> bool:
    """Whether colours come out as they went in, but for rounding."""
    sample = Image.new("RGB", (len(STEPS) ** 2, len(STEPS)))
    sample.putdata([(red, green, blue) for red in STEPS for green in STEPS for blue in STEPS])
    made = _apply(_transform(profile, _srgb(), "RGB", "RGB"), sample, "RGB")
    pairs = zip(sample.tobytes(), made.tobytes(), strict=True)
    return all(abs(one - other) <= ALIKE for one, other in pairs)


@cache
def _srgb() -> Any:
    return ImageCms.createProfile("sRGB")


@cache
def _press() -> Any:
    return ImageCms.getOpenProfile(BytesIO(press_profile()))


@cache
def _press_to_srgb() -> Any:
    return _transform(_press(), _srgb(), "CMYK", "RGB")


@cache
def _srgb_to_press() -> Any:
    return _transform(_srgb(), _press(), "RGB", "CMYK")


@cache
def _srgb_to_lab() -> Any:
    return _transform(_srgb(), ImageCms.createProfile("LAB"), "RGB", "LAB")


@cache
def _greys_by_lightness() -> list[int]:
    """For each lightness the grey of sRGB that has it (IEC 61966-2-1): what L* says of greys."""
    greys = Image.new("RGB", (256, 1))
    greys.putdata([(grey, grey, grey) for grey in range(256)])
    found = list(_apply(_srgb_to_lab(), greys, "LAB").getchannel(LIGHTNESS).tobytes())
    nearest = (min(range(256), key=lambda grey: abs(found[grey] - at)) for at in range(256))
    return list(nearest)
