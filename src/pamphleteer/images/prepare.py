"""Read one picture file and make of it what a page can bear.

A file from a telephone lies on its side and tells where its owner lives; one from elsewhere may be
cut off, or a small file that swells to gigabytes. It is decoded here under limits and written anew.
"""

import warnings
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from PIL import ExifTags, Image, ImageFile, UnidentifiedImageError

from pamphleteer.problems import IssueError, Problem, SourcePos, error

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF")
PHOTOGRAPHS = ("JPEG", "MPO")
"""MPO is what some telephones write: a JPEG with more pictures behind it."""
MOST_PIXELS = 50_000_000
MOST_BYTES = 64 * 2**20
JPEG_QUALITY = 92

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A prepared picture: its name as an asset, its bytes, and its size in pixels."""

    name: str
    content: bytes
    media_type: str
    width: int
    height: int


def prepare_picture(path: Path, pos: SourcePos) -> Picture:
    """Decode a picture safely, turn it upright, strip it, and encode it again.

    Photographs (JPEG) stay JPEG, everything else becomes PNG; transparent parts become white.
    The asset's name is a digest of its bytes, so that no folder gets into the PDF.

    Raises:
        IssueError: ``bad-image``: not a picture of a known kind, cut off, or too large.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError(f"the file is larger than {MOST_BYTES >> 20} MB")
        upright, kind = _decode(path)
    except Exception as fault:  # decoders of broken files fail in every way there is
        raise IssueError([_bad_image(path, fault, pos)]) from fault
    content = encode(upright, kind)
    suffix, media_type = ("jpg", "image/jpeg") if kind == "JPEG" else ("png", "image/png")
    return Picture(
        name=f"{sha256(content).hexdigest()[:24]}.{suffix}",
        content=content,
        media_type=media_type,
        width=upright.width,
        height=upright.height,
    )


def _decode(path: Path) -> tuple[Image.Image, str]:
    # WeasyPrint makes Pillow accept cut-off files; half a picture is not what was meant.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    with warnings.catch_warnings():
        # Of sizes, which are limited here, and of metadata, which are left out.
        warnings.simplefilter("ignore")
        with Image.open(path, formats=FORMATS) as image:
            if image.width * image.height > MOST_PIXELS:
                raise ValueError(f"{image.width} x {image.height} pixels are too many")
            kind = "JPEG" if image.format in PHOTOGRAPHS else "PNG"
            image.load()
            return _turn(_flatten(image), _orientation(image)), kind


def _orientation(image: Image.Image) -> int:
    """How the camera was held (Exif 3.0, 4.6.5.4.1.6); 1, upright, if that cannot be read."""
    try:
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    except Exception:  # metadata are no reason to refuse a picture
        return 1


def _turn(image: Image.Image, orientation: int) -> Image.Image:
    turn = TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)


def _flatten(image: Image.Image) -> Image.Image:
    """Make greys or RGB of any mode, eight bits a channel, on white paper."""
    if image.mode in ("1", "L", "I;16", "I", "F"):
        return _to_grey(image)
    if image.has_transparency_data:
        rgba = image.convert("RGBA")
        paper = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(paper, rgba).convert("RGB")
    return image.convert("RGB")


def _to_grey(image: Image.Image) -> Image.Image:
    if image.mode in ("1", "L"):
        return image.convert("L")
    deep = image.convert("I")
    return deep.point(lambda value: value * (1 / 256)).convert("L")


def encode(image: Image.Image, kind: str) -> bytes:
    """Write a picture without its metadata, a photograph as JPEG and all else as PNG."""
    out = BytesIO()
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    if kind == "JPEG":
        bare.save(out, "JPEG", quality=JPEG_QUALITY, subsampling=0, optimize=True)
    else:
        # Quickly: WeasyPrint decodes it and compresses it anew when it writes the PDF.
        bare.save(out, "PNG", compress_level=1)
    return out.getvalue()


def _bad_image(path: Path, fault: Exception, pos: SourcePos) -> Problem:
    known = isinstance(fault, UnidentifiedImageError)
    reason = (
        f"expected one of {', '.join(FORMATS)}" if known else str(fault) or type(fault).__name__
    )
    return error(
        "bad-image",
        f'"{path.name}" cannot be read as a picture: {reason}',
        hint="Open it in a picture program and save it anew as PNG or JPEG.",
        pos=pos,
    )
