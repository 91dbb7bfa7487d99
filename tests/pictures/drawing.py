"""Draw a page small and gray, and compare two drawings."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageFilter, ImageOps

from tests.build.publications import make_publication, run_here
from tests.pictures.pages import Reference

FOLDER = Path(__file__).with_name("reference")
DPI = 50
GRAYS = 16
FAINT = 60
"""Steps of gray, of 255, by which a pixel may be another before it counts: edges are smoothed a
little otherwise by another version of the rasteriser."""
MOST = 0.0004
"""The part of a page's pixels that may count. A line that moves by one row is twice that."""

GROUND = 12
"""Steps of gray by which what is blurred may be another: a tint that is lost is seen."""
MOST_GROUND = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How much of a drawing is not as it was, and a picture of it: as it was, as it is, both."""

    share: float
    ground: float
    picture: Image.Image

    @property
    def is_same(self) -> bool:
        """Whether no more is another than chance makes of it."""
        return self.share <= MOST and self.ground <= MOST_GROUND


def draw_page(root: Path, reference: Reference) -> Image.Image:
    """Build an issue in a folder, and draw its page."""
    publication = make_publication(root, reference.files)
    # Drawn pictures are small, to keep this quick: their sharpness is nothing to look at here.
    small = ("--accept", "image-ppi")
    done = run_here("build", publication.issue, "--only", "screen", *small)
    assert done.code == 0, done.err
    with pypdfium2.PdfDocument(publication.screen) as document:
        index = reference.page - 1 if reference.page > 0 else len(document) + reference.page
        drawn = document[index].render(scale=DPI / 72, grayscale=True).to_pil()
    return reduced(drawn)


def reduced(picture: Image.Image) -> Image.Image:
    """The same in few grays, as it is kept."""
    step = 255 / (GRAYS - 1)
    return picture.convert("L").point(lambda gray: round(round(gray / step) * step))


def compare(before: Image.Image, after: Image.Image) -> Comparison:
    """Compare a drawing with the one that is kept."""
    if before.size != after.size:
        return Comparison(share=1.0, ground=1.0, picture=_abreast(before, after, after))
    difference = _difference(before, after, blur=1)
    return Comparison(
        share=_share(difference, FAINT),
        ground=_share(_difference(before, after, blur=5), GROUND),
        picture=_abreast(before, after, ImageOps.invert(difference)),
    )


def _difference(before: Image.Image, after: Image.Image, *, blur: int) -> Image.Image:
    soft = (each.filter(ImageFilter.BoxBlur(blur)) for each in (before, after))
    return ImageChops.difference(*soft)


def _share(difference: Image.Image, least: int) -> float:
    """The part of all pixels that differ by more."""
    return sum(difference.histogram()[least + 1 :]) / (difference.width * difference.height)


def _abreast(*pictures: Image.Image) -> Image.Image:
    width = sum(each.width for each in pictures) + 10 * (len(pictures) - 1)
    sheet = Image.new("L", (width, max(each.height for each in pictures)), 128)
    left = 0
    for each in pictures:
        sheet.paste(each, (left, 0))
        left += each.width + 10
    return sheet


def save(picture: Image.Image, path: Path) -> None:
    """Keep a drawing in few bytes."""
    picture.quantize(GRAYS).save(path, optimize=True)


@contextmanager
def kept(name: str) -> Iterator[Image.Image]:
    """The drawing that is kept under a name."""
    with Image.open(FOLDER / f"{name}.png") as picture:
        yield picture.convert("L")
