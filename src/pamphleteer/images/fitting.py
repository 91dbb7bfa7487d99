"""Fit prepared pictures to what an output needs: its colours, its resolution, its dots.

A picture is made smaller only where it has more than 1.2 times the pixels that the output can show
at the size at which it is placed: to make it a little smaller would only blur it. It is never made
larger.
"""

from collections.abc import Mapping
from io import BytesIO

from PIL import Image

from pamphleteer.images.colour import to_grey, to_press
from pamphleteer.images.halftone import screen_picture
from pamphleteer.images.model import Picture, Purpose, Use
from pamphleteer.images.prepare import encode
from pamphleteer.images.shelf import Shelf

PPI: Mapping[Purpose, int] = {"screen": 192, "office": 300, "press": 300, "grey": 300, "blank": 1}
"""Pixels to the inch that an output can show."""
SLACK = 1.2
FEW_COLOURS = 256
LINE_ART = 4
"""A drawing of few colours has so many times the pixels: its edges need them, and they take little
room, less than the blends that there would be in a smaller one."""


SHELF: Shelf[bytes] = Shelf()


def fit_picture(picture: Picture, use: Use, purpose: Purpose) -> bytes:
    """What an output needs of a picture: JPEG, PNG, or for inks without loss TIFF.

    A drawing stays as it is.
    """
    if purpose == "blank":
        return encode(Image.new("L", (1, 1), "white"), "PNG")
    wanted = round(use.width / 72 * PPI[purpose])
    stays = purpose in ("screen", "office") and picture.width <= SLACK * wanted
    if picture.is_drawing or (stays and not use.halftone):
        return picture.content
    return SHELF.get((picture.name, use, purpose), lambda: _fit(picture, use, purpose))


def _fit(picture: Picture, use: Use, purpose: Purpose) -> bytes:
    content = picture.inks if picture.inks and purpose == "press" else picture.content
    with Image.open(BytesIO(content)) as opened:
        opened.load()
        kind = "JPEG" if opened.format == "JPEG" else "PNG"
        original = Image.frombytes(opened.mode, opened.size, opened.tobytes())
    if use.halftone:
        grey = to_grey(_in_srgb(picture, original))
        dots = screen_picture(grey, width=use.width, lines=use.halftone, shown=purpose == "screen")
        return encode(dots, "PNG")
    ppi = PPI[purpose] * (LINE_ART if original.getcolors(FEW_COLOURS) else 1)
    image = _smaller(original, round(use.width / 72 * ppi))
    if purpose == "press":
        image = to_press(image)
    elif purpose == "grey":
        image = to_grey(image)
    return content if image is original else encode(image, kind)


def _in_srgb(picture: Picture, image: Image.Image) -> Image.Image:
    """The picture as it is seen, where it was taken as a press prints it."""
    if image.mode != "CMYK":
        return image
    with Image.open(BytesIO(picture.content)) as seen:
        seen.load()
        return seen.copy()


def _smaller(image: Image.Image, wanted: int) -> Image.Image:
    """The picture with so many pixels across, if it has many more."""
    if image.width <= SLACK * wanted:
        return image
    size = max(1, wanted), max(1, round(image.height * wanted / image.width))
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
