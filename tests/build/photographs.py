"""Pictures for publications: each of its own shape and colour."""

from io import BytesIO

from PIL import Image

SHAPES = {
    "wide": (900, 400),
    "land": (600, 400),
    "square": (500, 500),
    "portrait": (400, 600),
    "tower": (400, 1400),
}


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
