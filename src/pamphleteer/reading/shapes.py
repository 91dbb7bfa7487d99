"""The shapes of letters on a page's plates, taken from the page's picture.

Of letters only boxes are known. Within such a box the picture shows how far each pixel has gone
from the ground to the colour of the ink: so far the ink covers it.
"""

from dataclasses import dataclass
from math import prod

from PIL import Image

from pamphleteer.objects import Rect
from pamphleteer.reading.content.tints import Inks

LEAST = 40
"""Levels of grey by which ink and ground must differ for shapes to be told."""

LIGHTNESS = {"Cyan": 0.55, "Magenta": 0.40, "Yellow": 0.90, "Black": 0.0}
SPOT = 0.35
"""How light an ink is where it is printed in full: relative luminance, roughly."""

Pixels = tuple[int, int, int, int]


@dataclass(frozen=True, kw_only=True)
class Looks:
    """How a page looks: a picture of its CropBox, not turned, and that box."""

    picture: Image.Image
    crop: Rect

    def over(self, medium: Rect, size: tuple[int, int], scale: float) -> Image.Image:
        """The picture in grey on plates of a medium, of a size, with so many pixels to the point.

        What it does not show is white.
        """
        left, bottom, right, top = self.crop
        sides = (max(1, round((right - left) * scale)), max(1, round((top - bottom) * scale)))
        whole = Image.new("L", size, 255)
        small = self.picture.convert("L").resize(sides, Image.Resampling.BOX)
        whole.paste(small, (round((left - medium[0]) * scale), round((medium[3] - top) * scale)))
        return whole


def shape_of(inks: Inks, looks: Image.Image, box: Pixels) -> Image.Image | None:
    """How much of each pixel in a box some inks cover; None if they do not differ from the ground.

    Thin strokes never reach the ink's own lightness, so that this is reckoned from its inks.
    """
    cut = looks.crop(box)
    low, high = (int(level) for level in cut.getextrema())  # type: ignore[arg-type]  # of grey
    ink = round(255 * prod(1 - share * (1 - LIGHTNESS.get(name, SPOT)) for name, share in inks))
    if ink <= (low + high) / 2:
        ink, ground = min(ink, low), high
    else:
        ink, ground = max(ink, high), low
    if abs(ink - ground) < LEAST:
        return None
    return cut.point([_share(level, ground, ink) for level in range(256)])


def _share(level: int, ground: int, ink: int) -> int:
    return max(0, min(255, round(255 * (level - ground) / (ink - ground))))
