"""Read one picture file and make of it what a page can bear: a picture in sRGB or greys.

What an output needs of it is made of that when its pages are drawn, and its size is known
(`fitting`). All that a file says beside its pixels, such as where a photograph was taken, is left
out.
"""

from hashlib import sha256
from io import BytesIO
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from pamphleteer.images.colour import to_screen
from pamphleteer.images.decoding import (
    MOST_BYTES,
    NAMES,
    Decoded,
    MissingDecoderError,
    decode_picture,
)
from pamphleteer.images.drawings import is_drawing, read_drawing
from pamphleteer.images.model import VECTORS, Picture
from pamphleteer.images.shelf import Shelf
from pamphleteer.problems import IssueError, Problem, SourcePos, error

JPEG_QUALITY = 92

SAVE_ANEW = "Open it in a picture program and save it anew as PNG or JPEG."
HEIC_HINT = "Install it: pip install 'pamphleteer[heic]'. Or save the picture as JPEG."


SHELF: Shelf[Picture] = Shelf()


def prepare_picture(path: Path, pos: SourcePos) -> Picture:
    """Decode a picture safely, turn it upright, strip it, and encode it again.

    Photographs (JPEG, HEIC) become JPEG, drawings stay SVG, everything else becomes PNG;
    transparent parts become white. The asset's name is a digest of its bytes, so that no folder
    gets into the PDF.

    Raises:
        IssueError: ``bad-image``: not a picture of a known kind, cut off, or too large;
            ``unsafe-drawing``: an SVG with what is not drawn here, by its line.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ValueError(f"the file is larger than {MOST_BYTES >> 20} MB")
        content = path.read_bytes()
        return SHELF.get(sha256(content).digest(), lambda: _prepare(content, path))
    except IssueError:
        raise
    except Exception as fault:  # decoders of broken files fail in every way there is
        raise IssueError([_bad_image(path, fault, pos)]) from fault


def _prepare(content: bytes, path: Path) -> Picture:
    if is_drawing(content):
        drawing = read_drawing(content, path)
        return Picture(
            name=asset_name(drawing.content, "svg"),
            content=drawing.content,
            media_type=VECTORS,
            width=drawing.width,
            height=drawing.height,
        )
    decoded = decode_picture(content)
    kind = "JPEG" if decoded.is_photograph else "PNG"
    shown = _on_paper(to_screen(decoded.image, decoded.profile), decoded.opacity)
    return make_picture(shown, kind, inks=_inks(decoded), is_unmanaged=decoded.spoilt)


def make_picture(
    image: Image.Image, kind: str, *, inks: bytes = b"", is_unmanaged: bool = False
) -> Picture:
    """A picture of pixels in sRGB or greys, encoded as JPEG or PNG."""
    content = encode(image, kind)
    suffix, media_type = ("jpg", "image/jpeg") if kind == "JPEG" else ("png", "image/png")
    return Picture(
        name=asset_name(content, suffix),
        content=content,
        media_type=media_type,
        width=image.width,
        height=image.height,
        inks=inks,
        is_unmanaged=is_unmanaged,
    )


def asset_name(content: bytes, suffix: str) -> str:
    """A name that tells bytes apart."""
    return f"{sha256(content).hexdigest()[:24]}.{suffix}"


def _inks(decoded: Decoded) -> bytes:
    """The inks of a picture that names no press of its own: they are printed as they are."""
    if decoded.image.mode != "CMYK" or decoded.profile is not None:
        return b""
    return encode(decoded.image, "TIFF")


def _on_paper(image: Image.Image, opacity: Image.Image | None) -> Image.Image:
    if opacity is None:
        return image
    return Image.composite(image, Image.new(image.mode, image.size, "white"), opacity)


def encode(image: Image.Image, kind: str) -> bytes:
    """Write a picture without its metadata, a photograph as JPEG and all else without loss."""
    out = BytesIO()
    bare = Image.new(image.mode, image.size)
    bare.paste(image)
    if kind == "JPEG":
        bare.save(out, "JPEG", quality=JPEG_QUALITY, subsampling=0, optimize=True)
    elif bare.mode == "CMYK":
        bare.save(out, "TIFF", compression="tiff_lzw")
    else:
        # Quickly: WeasyPrint decodes it and compresses it anew when it writes the PDF.
        bare.save(out, "PNG", compress_level=1)
    return out.getvalue()


def _bad_image(path: Path, fault: Exception, pos: SourcePos) -> Problem:
    known = isinstance(fault, UnidentifiedImageError)
    reason = f"expected one of {', '.join(NAMES)}" if known else str(fault) or type(fault).__name__
    return error(
        "bad-image",
        f'"{path.name}" cannot be read as a picture: {reason}',
        hint=HEIC_HINT if isinstance(fault, MissingDecoderError) else SAVE_ANEW,
        pos=pos,
    )
