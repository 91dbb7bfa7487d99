"""Decode picture files under limits: whole, upright, eight bits a channel, and nothing but pixels.

A file from a telephone lies on its side and tells where its owner lives; one from elsewhere may be
cut off, or a small file that swells to gigabytes.
"""

import warnings
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image, ImageFile

from pamphleteer.images.colour import read_profile

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF")
HEIC = ("HEIF",)
"""What Pillow calls it where it can read it."""
NAMES = ("PNG", "JPEG", "GIF", "WebP", "TIFF", "HEIC", "SVG")
PHOTOGRAPHS = ("JPEG", "MPO", "HEIF")
"""MPO is what some telephones write: a JPEG with more pictures behind it."""
MOST_PIXELS = 50_000_000
MOST_BYTES = 64 * 2**20
DEEP = ("I;16", "I;16L", "I;16B", "I;16N", "I", "F")
"""Greys of more than eight bits."""
HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
"""What such a file calls itself, behind ``ftyp`` (ISO/IEC 23008-12, B.4)."""

TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture upright, by its orientation."""


class MissingDecoderError(ValueError):
    """A picture could be read if something optional were installed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A picture as its file has it: greys, RGB, inks or L*a*b*, and how opaque it is, if it says.

    ``profile`` tells what its colours are; ``spoilt`` that it has one which cannot be used.
    """

    image: Image.Image
    opacity: Image.Image | None
    profile: Any | None
    spoilt: bool
    is_photograph: bool


def decode_picture(content: bytes) -> Decoded:
    """Decode a picture.

    Raises:
        Exception: it is no picture of a known kind, cut off, or too large; decoders of broken
            files fail in every way there is.
    """
    # WeasyPrint makes Pillow accept cut-off files; half a picture is not what was meant.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    with warnings.catch_warnings():
        # Of sizes, which are limited here, and of metadata, which are left out.
        warnings.simplefilter("ignore")
        with Image.open(BytesIO(content), formats=_formats_of(content)) as image:
            if image.width * image.height > MOST_PIXELS:
                raise ValueError(f"{image.width} x {image.height} pixels are too many")
            is_photograph = image.format in PHOTOGRAPHS
            image.load()
            turn = TURNS.get(_orientation(image))
            pixels, opacity = _pixels(image)
            embedded = image.info.get("icc_profile")
    profile = read_profile(embedded, pixels.mode)
    return Decoded(
        image=pixels.transpose(turn) if turn is not None else pixels,
        opacity=opacity.transpose(turn) if opacity and turn is not None else opacity,
        profile=profile,
        spoilt=bool(embedded) and profile is None,
        is_photograph=is_photograph,
    )


def _formats_of(content: bytes) -> tuple[str, ...]:
    """The formats that a file may have, by how it begins; Pillow is taught HEIC if it is one."""
    if content[4:8] != b"ftyp" or content[8:12] not in HEIC_BRANDS:
        return FORMATS
    try:
        import pillow_heif
    except ImportError as fault:
        raise MissingDecoderError("it is HEIC, for which there is no decoder here") from fault
    pillow_heif.register_heif_opener(thumbnails=False)
    return HEIC


def _orientation(image: Image.Image) -> int:
    """How the camera was held (Exif 3.0, 4.6.5.4.1.6); 1, upright, if that cannot be read."""
    try:
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:  # metadata are no reason to refuse a picture
        return 1


def _pixels(image: Image.Image) -> tuple[Image.Image, Image.Image | None]:
    """Eight bits a channel of any kind of pixels, and how opaque they are, if that is told."""
    if image.mode in DEEP:
        return _eight_bits(image), None
    if image.mode in ("CMYK", "LAB"):
        return image.copy(), None
    is_grey = image.mode in ("1", "L", "LA", "La")
    if image.has_transparency_data:
        both = image.convert("LA" if is_grey else "RGBA")
        return both.convert("L" if is_grey else "RGB"), both.getchannel("A")
    return image.convert("L" if is_grey else "RGB"), None


def _eight_bits(image: Image.Image) -> Image.Image:
    deep = image.convert("I")
    return deep.point(lambda value: value * (1 / 256)).convert("L")
