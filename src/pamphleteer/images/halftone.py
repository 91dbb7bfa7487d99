"""Screen greys into dots: a halftone, as a photograph becomes one for a copier or a duplicator.

Dots stand on a grid that is turned, so that the eye does not see its rows; dark greys have large
dots. All is made at the resolution of the machine that prints it, so that a dot's edge is one pixel
sharp, and only there: where a picture is shown, edges are softened.

A screen turned by the angle whose tangent is ``down / across`` repeats itself in a square tile, in
which each place has its rank: at which grey it turns black (rational tangent screening: Kang,
*Digital Color Halftoning*, 1999, ch. 4). Ranks are spread evenly, so that a grey of so much per
cent is black on so many per cent of the paper.
"""

from functools import cache
from math import cos, hypot, pi

from PIL import Image, ImageChops

from pamphleteer.units import Pt

ACROSS, DOWN = 1, 1
"""The screen is turned by 45 degrees, at which the eye sees it least."""
PRINTED_PPI = 600
SHOWN_PPI = 200
SHOWN_PARTS = 3
"""Parts of a pixel, along a side, in which a dot is drawn where it is shown."""
MOST_PIXELS = 50_000_000


def screen_picture(grey: Image.Image, *, width: Pt, lines: int, shown: bool) -> Image.Image:
    """Make dots of a picture in greys.

    Args:
        grey: The picture.
        width: How wide it is placed, in points.
        lines: Rows of dots to the inch.
        shown: It is to be looked at on a screen, not printed.
    """
    ppi = SHOWN_PPI * SHOWN_PARTS if shown else PRINTED_PPI
    shape = grey.height / grey.width
    wide = min(width / 72 * ppi, (MOST_PIXELS / shape) ** 0.5)
    size = max(SHOWN_PARTS, round(wide)), max(SHOWN_PARTS, round(wide * shape))
    scaled = grey.resize(size, Image.Resampling.BICUBIC)
    tile = _tile(max(4, round(wide / (width / 72) * hypot(ACROSS, DOWN) / lines)))
    dots = ImageChops.subtract(scaled, _spread(tile, size)).point([0] + [255] * 255)
    return dots.reduce(SHOWN_PARTS) if shown else dots


@cache
def _tile(side: int) -> Image.Image:
    """The greys, from 0 to 254, above which each place of a tile stays white."""
    places = [(x, y) for y in range(side) for x in range(side)]
    # The last two settle which of places equally far from a dot's middle comes first.
    ranked = sorted(places, key=lambda place: (-_dot(place, side), place[1], place[0]))
    rank = {place: at for at, place in enumerate(ranked)}
    tile = Image.new("L", (side, side))
    tile.putdata([255 - (rank[place] * 255 // len(places)) - 1 for place in places])
    return tile


def _dot(place: tuple[int, int], side: int) -> float:
    """How near a place is to a dot's middle; highest there, lowest amid four dots."""
    x, y = ((each + 0.5) / side for each in place)
    along, against = ACROSS * x + DOWN * y, ACROSS * y - DOWN * x
    return round(cos(2 * pi * along) + cos(2 * pi * against), 9)


def _spread(tile: Image.Image, size: tuple[int, int]) -> Image.Image:
    """Lay tiles side by side over an area, twice as many each time."""
    spread = Image.new("L", size)
    spread.paste(tile)
    wide, deep = tile.size
    while wide < size[0]:
        spread.paste(spread.crop((0, 0, wide, deep)), (wide, 0))
        wide *= 2
    while deep < size[1]:
        spread.paste(spread.crop((0, 0, size[0], deep)), (0, deep))
        deep *= 2
    return spread
