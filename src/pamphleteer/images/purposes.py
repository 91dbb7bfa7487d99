"""Prepared pictures, made into what an output prints: inks of a press, or greys.

Colours are converted by ICC profiles with black point compensation: from sRGB, in which prepared
pictures are, to the profile of coated offset that ships with us. Greys stay greys, which a press
prints in black alone.
"""

from functools import cache
from io import BytesIO
from typing import Any, Literal

from PIL import Image, ImageCms, ImageMath

from pamphleteer.images.prepare import JPEG_QUALITY
from pamphleteer.resources import resource_folder

Purpose = Literal["press", "grey", "blank"]
"""``blank`` is paper alone: what a drum leaves free for another one's picture."""

PRESS_PROFILE = "FOGRA39L_coated.icc"
MOST_INK = 298 * 255 // 100
"""Of all four inks: 300 percent on coated paper (ISO 12647-2), less what JPEG may add."""


def press_profile() -> bytes:
    """The ICC profile of the press for which colours are made."""
    return (resource_folder("profiles") / PRESS_PROFILE).read_bytes()


def convert_picture(content: bytes, purpose: Purpose) -> bytes:
    """Convert a prepared picture, in sRGB or greys; a photograph stays JPEG, all else is TIFF."""
    with Image.open(BytesIO(content)) as image:
        if purpose == "blank":
            return _encode(Image.new("L", (1, 1), 255), "PNG")
        kind = image.format or "PNG"
        if image.mode == "L":
            return _encode(image, kind)
        rgb = image.convert("RGB")
        if purpose == "grey":
            return _encode(rgb.convert("L"), kind)
        inks = Image.new("CMYK", rgb.size)
        _to_press().apply(rgb, inks)
        return _encode(_limit_ink(inks), kind)


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


def _encode(image: Image.Image, kind: str) -> bytes:
    out = BytesIO()
    if kind == "JPEG":
        image.save(out, "JPEG", quality=JPEG_QUALITY, subsampling=0)
    else:
        image.save(out, "TIFF")
    return out.getvalue()


@cache
def _to_press() -> Any:
    return ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"),
        ImageCms.getOpenProfile(BytesIO(press_profile())),
        "RGB",
        "CMYK",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
