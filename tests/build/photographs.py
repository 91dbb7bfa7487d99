"""Pictures for publications: each of its own shape and colour, sharp at any size on a page."""

from functools import cache
from io import BytesIO

from PIL import Image

SHAPES = {
    "wide": (2250, 1000),
    "land": (1500, 1000),
    "square": (1250, 1250),
    "portrait": (1000, 1500),
    "tower": (1000, 3500),
}


@cache
def photographs() -> dict[str, bytes]:
    """Picture files by their names below ``issues``."""
    return {
        f"winter/images/{name}.png": paint(shape, hue=40 * index)
        for index, (name, shape) in enumerate(SHAPES.items())
    }


def paint(shape: tuple[int, int], *, hue: int = 0) -> bytes:
    """A picture of one color, so many pixels wide and deep."""
    out = BytesIO()
    Image.new("HSV", shape, (hue, 160, 150)).convert("RGB").save(out, "PNG")
    return out.getvalue()
