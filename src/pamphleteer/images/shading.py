"""Cut a picture to a page's shape, and darken it where white letters stand on it.

Whether letters can be read on a photograph is not left to chance. Where they stand, all but the
lightest twentieth is made dark enough for the contrast that is asked of text: 4.5 to 1 at the head,
where most letters are large (WCAG 2.2, 1.4.3), 7 to 1 at the foot (1.4.6). A picture that is dark
there already stays as it is.
"""

from io import BytesIO
from math import cos, pi

from PIL import Image, ImageChops

from pamphleteer.images.model import Picture
from pamphleteer.images.prepare import make_picture

HEAD_CONTRAST = 4.5
FOOT_CONTRAST = 7.0
LIGHTEST = 0.05
"""The part of the letters' ground that may stay lighter."""
FADE = 0.7
"""The depth over which darkness fades, as a part of that of the letters' ground."""


def shade_picture(picture: Picture, *, shape: float, head: float, foot: float) -> Picture:
    """Cut a picture to a shape around its middle, and darken its head and foot.

    Args:
        picture: A prepared picture.
        shape: Width divided by depth.
        head: The part of its depth, from the top, on which letters stand; 0 for none.
        foot: The same from the foot.
    """
    with Image.open(BytesIO(picture.content)) as image:
        kind = image.format or "PNG"
        cut = _cut(image, shape)
    darkened = _upside_down(_darken_top(cut, head, HEAD_CONTRAST))
    darkened = _darken_top(darkened, foot, FOOT_CONTRAST)
    return make_picture(_upside_down(darkened), kind)


def _cut(image: Image.Image, shape: float) -> Image.Image:
    width, height = image.size
    wide = max(1, min(width, round(height * shape)))
    deep = max(1, min(height, round(width / shape)))
    left, top = (width - wide) // 2, (height - deep) // 2
    return image.crop((left, top, left + wide, top + deep))


def _upside_down(image: Image.Image) -> Image.Image:
    return image.transpose(Image.Transpose.FLIP_TOP_BOTTOM)


def _darken_top(image: Image.Image, part: float, contrast: float) -> Image.Image:
    """Multiply the top of a picture by a factor, and less and less what is below it."""
    depth = round(part * image.height)
    factor = _factor(image.crop((0, 0, image.width, depth)), contrast) if depth else 1.0
    if factor == 1:
        return image
    column = Image.new("L", (1, image.height))
    column.putdata([round(255 * _strength(row, depth, factor)) for row in range(image.height)])
    bands = [column.resize(image.size) for _ in image.getbands()]
    return ImageChops.multiply(image, Image.merge(image.mode, bands))


def _factor(ground: Image.Image, contrast: float) -> float:
    """By how much a ground's values are to be multiplied for the contrast with white, at most 1."""
    counts = ground.convert("L").histogram()
    lighter, level = counts[255], 255
    while level and lighter <= LIGHTEST * sum(counts):
        level -= 1
        lighter += counts[level]
    return min(1.0, 255 * _value(1.05 / contrast - 0.05) / level) if level else 1.0


def _value(luminance: float) -> float:
    """The sRGB value, from 0 to 1, of a grey of a relative luminance (IEC 61966-2-1)."""
    return float(1.055 * luminance ** (1 / 2.4) - 0.055)


def _strength(row: int, depth: int, factor: float) -> float:
    gone = min(1.0, max(0.0, (row - depth) / (FADE * depth)))
    return 1 - (1 - factor) * (1 + cos(pi * gone)) / 2
