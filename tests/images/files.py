"""A flag in every kind of file, prepared and read back by the colours of its fields."""

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PIL import Image

from pamphleteer.images import Picture, prepare_picture
from pamphleteer.problems import SourcePos

HERE = SourcePos(path="articles/news.md", line=12, column=1)
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 128, 0), (0, 0, 255), (255, 255, 255)
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF")


def flag(mode: str = "RGB", *, scale: int = 8) -> Image.Image:
    """A picture of three by two fields: red, green and blue above, white below."""
    picture = Image.new("RGB", (3, 2), WHITE)
    for x, colour in enumerate((RED, GREEN, BLUE)):
        picture.putpixel((x, 0), colour)
    return picture.resize((3 * scale, 2 * scale), Image.Resampling.NEAREST).convert(mode)


def encoded(picture: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def prepare(folder: Path, content: bytes, name: str = "photo.png") -> Picture:
    (folder / name).write_bytes(content)
    return prepare_picture(folder / name, HERE)


def opened(picture: Picture) -> Image.Image:
    """The prepared picture as any program reads it, with no regard to its metadata."""
    image = Image.open(io.BytesIO(picture.content))
    image.load()
    assert image.size == (picture.width, picture.height)
    return image


def fields(image: Image.Image) -> list[tuple[int, ...]]:
    """The colours in the middle of its fields, row by row."""
    colours = image.convert("RGB")
    return [
        colour(colours, (2 * x + 1) * image.width // 6, (2 * y + 1) * image.height // 4)
        for y in range(2)
        for x in range(3)
    ]


def colour(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    found = image.getpixel((x, y))
    assert isinstance(found, tuple)
    return found


def close_to(
    colours: Sequence[tuple[int, ...]], expected: Sequence[tuple[int, ...]], *, by: int
) -> bool:
    pairs = zip(colours, expected, strict=True)
    return all(abs(a - b) <= by for one, other in pairs for a, b in zip(one, other, strict=True))
