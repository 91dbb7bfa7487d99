"""Shows what inks that are printed over one another look like."""

import datetime
from collections.abc import Iterable, Sequence
from io import BytesIO

from PIL import Image, ImageChops

Colour = tuple[float, float, float]
"""Parts of sRGB, from 0 to 1."""
QUALITY = 85


def overprint(plates: Iterable[tuple[Image.Image, Colour]]) -> Image.Image:
    """Print plates over one another, each in its ink's colour, on white paper.

    Inks are taken for transparent, as those of a Risograph nearly are: each takes from the light
    what it does not let through (multiplied, ISO 32000-2, 11.3.5.2).

    Args:
        plates: Greys, of which 0 is solid and 255 is paper, all of one size; and their colours.
    """
    printed: Image.Image | None = None
    for plate, colour in plates:
        bands = [plate.point(_through(part)) for part in colour]
        inked = Image.merge("RGB", bands)
        printed = inked if printed is None else ImageChops.multiply(printed, inked)
    if printed is None:
        raise ValueError("there are no plates")
    return printed


def _through(part: float) -> list[int]:
    """What comes through of a part of the light, for each grey of a plate."""
    return [round(grey + (255 - grey) * part) for grey in range(256)]


def write_pages(
    pictures: Sequence[Image.Image], *, dpi: int, title: str, date: datetime.date
) -> bytes:
    """Write pictures as the pages of a PDF, with the same bytes each time."""
    first, *others = pictures
    out, when = BytesIO(), date.timetuple()
    first.save(
        out,
        "PDF",
        save_all=True,
        append_images=others,
        resolution=dpi,
        quality=QUALITY,
        title=title,
        creationDate=when,
        modDate=when,
    )
    return out.getvalue()
