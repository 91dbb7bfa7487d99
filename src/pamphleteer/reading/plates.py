"""The plates of a page, one for each ink, painted from its marks: coarse, and only an estimate.

What is painted later knocks out what is below it, unless it overprints (ISO 32000-2, 8.6.7). Of
letters only boxes are known, which take a quarter of their ink, or their shapes are taken from the
page's picture, where it is given; of images that stand in the content itself nothing.
"""

from collections.abc import Iterator
from math import ceil, floor

from PIL import Image, ImageChops, ImageDraw, ImageMath

from pamphleteer.objects import Rect
from pamphleteer.reading.content.marks import Area, Letters, Line, Mark, Placed, Shade
from pamphleteer.reading.content.paths import bar
from pamphleteer.reading.content.tints import Inks, Tint, estimate, total
from pamphleteer.reading.drawings import intersect
from pamphleteer.reading.samples import Samples
from pamphleteer.reading.shapes import Looks, Pixels, shape_of

PIXELS_PER_POINT = 0.5
FINE = 1.0
"""Pixels per point where shapes are known."""

MOST_PIXELS = 1200
"""On the longer side of a plate."""

TEXT_SHARE = 0.26
"""Of the box around text, what its letters cover."""

PATTERN_SHARE = 0.5
BLOCK = 3
"""Pixels, 6 points, over which ink is averaged: what is smaller dries."""

CORE = 5
"""Blocks, 11 mm: what is nowhere as wide is not a large area."""

MOST_HOLES = 60
"""Pieces of a path above which holes are not looked for: a code, a pattern, a text in outlines."""


class Plates:
    """The plates of a page's trim and what is beyond it."""

    def __init__(
        self, medium: Rect, marks: tuple[Mark, ...], samples: Samples, looks: Looks | None = None
    ) -> None:
        self.medium = medium
        width, height = medium[2] - medium[0], medium[3] - medium[1]
        self.scale = min(FINE if looks else PIXELS_PER_POINT, MOST_PIXELS / max(1.0, width, height))
        self.size = (max(1, ceil(width * self.scale)), max(1, ceil(height * self.scale)))
        self.plates: dict[str, Image.Image] = {}
        self._looks = looks.over(medium, self.size, self.scale) if looks else None
        for mark in marks:
            self._paint(mark, samples)

    def coverage(self, trim: Rect) -> Iterator[tuple[str, float]]:
        """The share of the trim that each ink covers, from 0 to 1."""
        box = self._pixels(intersect(trim, self.medium))
        for ink, plate in self.plates.items():
            within = plate.crop(box)
            counts = within.histogram()
            whole = sum(counts) or 1
            yield ink, sum(value * count for value, count in enumerate(counts)) / 255 / whole

    def cut(self, rect: Rect) -> dict[str, Image.Image]:
        """What of each plate lies in a rectangle of the page's space: 0 is none, 255 is full."""
        box = self._pixels(rect)
        return {ink: plate.crop(box) for ink, plate in self.plates.items()}

    def heaviest(self) -> tuple[float, Rect] | None:
        """The most ink in one place, 1 for one ink in full, and where."""
        if not self.plates:
            return None
        summed = sum_plates(list(self.plates.values())).reduce(BLOCK)
        most = float(summed.getextrema()[1])  # type: ignore[arg-type]  # of one band it is a number
        where = summed.point(lambda value: value * 1 + (2 - most)).convert("L").getbbox()
        return most / 255, self._place(where or (0, 0, 1, 1))

    def solids(self, limit: float) -> Iterator[tuple[str, float, Rect]]:
        """Inks that print large areas above a limit: which, how many square points, and where."""
        from PIL import ImageFilter

        for ink, plate in self.plates.items():
            blocks = plate.reduce(BLOCK).point(lambda value: 255 * (value > limit * 255))
            where = blocks.filter(ImageFilter.MinFilter(CORE)).getbbox()
            if where is not None:
                area = blocks.histogram()[255] * (BLOCK / self.scale) ** 2
                grown = (where[0] - 2, where[1] - 2, where[2] + 2, where[3] + 2)
                yield ink, area, intersect(self._place(grown), self.medium)

    def _paint(self, mark: Mark, samples: Samples) -> None:
        box = self._pixels(intersect(mark.shown, self.medium))
        if box[2] <= box[0] or box[3] <= box[1] or mark.alpha <= 0:
            return
        if isinstance(mark, Placed) and not mark.stencil:
            self._place_picture(mark, box, samples)
            return
        inks = _inks_of(mark)
        if inks is None:
            return
        mask = self._shape(mark, inks, box) or self._mask(mark, box, samples)
        if mark.alpha < 1:
            mask = mask.point(lambda value: int(value * mark.alpha))
        self._lay(inks, box, mask, overprint=mark.overprint)

    def _lay(self, inks: Inks, box: Pixels, mask: Image.Image, *, overprint: bool) -> None:
        """Lay inks through a mask; others are knocked out."""
        shares = dict(inks)
        for ink, share in inks:
            if share > 0:
                self._plate(ink)
        for ink, plate in self.plates.items():
            share = shares.get(ink, 0.0)
            if share or not overprint:
                plate.paste(round(share * 255), box, mask)

    def _plate(self, ink: str) -> Image.Image:
        if ink not in self.plates:
            self.plates[ink] = Image.new("L", self.size, 0)
        return self.plates[ink]

    def _place_picture(self, mark: Placed, box: Pixels, samples: Samples) -> None:
        """Lay a picture, as if it stood upright in its box: turned ones keep their amounts."""
        inks, opaque = samples.plates(mark)
        whole = self._pixels(mark.box)
        size = (max(1, whole[2] - whole[0]), max(1, whole[3] - whole[1]))
        if size[0] * size[1] > 4 * self.size[0] * self.size[1]:
            return
        cut = (box[0] - whole[0], box[1] - whole[1], box[2] - whole[0], box[3] - whole[1])
        mask = Image.new("L", (box[2] - box[0], box[3] - box[1]), round(255 * mark.alpha))
        if opaque is not None:
            mask = ImageChops.multiply(mask, opaque.resize(size).crop(cut))
        for ink in inks:
            self._plate(ink)
        for ink, plate in self.plates.items():
            if ink in inks:
                share = inks[ink].resize(size, Image.Resampling.BOX).crop(cut)
                plate.paste(share, box, mask)
            elif inks:
                plate.paste(0, box, mask)

    def _shape(self, mark: Mark, inks: Inks, box: Pixels) -> Image.Image | None:
        """Where letters and lines that are not straight cover their box, by the page's picture."""
        curved = isinstance(mark, Line) and mark.stroked and bar(mark.shown) is None
        if self._looks is None or not (curved or isinstance(mark, Letters)):
            return None
        return shape_of(inks, self._looks, box)

    def _mask(self, mark: Mark, box: Pixels, samples: Samples) -> Image.Image:
        """Where a mark covers its box, and how much of each pixel."""
        size = (box[2] - box[0], box[3] - box[1])
        if isinstance(mark, Letters):
            return Image.new("L", size, round(255 * TEXT_SHARE))
        if isinstance(mark, Line) and mark.stroked and bar(mark.shown) is None:
            return Image.new("L", size, round(255 * PATTERN_SHARE) if mark.parts > CORE else 0)
        if isinstance(mark, Placed):
            shares = samples.plates(mark)[0].get("Black")
            return shares.resize(size) if shares else Image.new("L", size, 0)
        if isinstance(mark, Area) and not mark.is_rectangle:
            return self._outline(mark, box)
        shown = mark.shown
        exact = (shown[2] - shown[0]) * (shown[3] - shown[1]) * self.scale**2
        share = min(1.0, exact / (size[0] * size[1]))
        return Image.new("L", size, 255 if share > 0.9 else round(255 * share))

    def _outline(self, mark: Area, box: Pixels) -> Image.Image:
        """The shape of an area; pieces in pieces are holes (8.5.3.3.3)."""
        size = (box[2] - box[0], box[3] - box[1])
        shape = Image.new("L", size, 0)
        if mark.parts > MOST_HOLES:
            pen = ImageDraw.Draw(shape)
            for piece in mark.pieces:
                if len(piece) > 2:
                    pen.polygon([self._pixel(x, y, box) for x, y in piece], fill=255)
            return shape
        for piece in (each for each in mark.pieces if len(each) > 2):
            one = Image.new("L", size, 0)
            corners = [self._pixel(x, y, box) for x, y in piece]
            ImageDraw.Draw(one).polygon(corners, fill=255)
            shape = ImageChops.difference(shape, one)
        return shape

    def _pixel(self, x: float, y: float, box: Pixels) -> tuple[float, float]:
        across = (x - self.medium[0]) * self.scale - box[0]
        down = (self.medium[3] - y) * self.scale - box[1]
        return max(-9999.0, min(9999.0, across)), max(-9999.0, min(9999.0, down))

    def _pixels(self, rect: Rect) -> Pixels:
        left, top = (rect[0] - self.medium[0]) * self.scale, (self.medium[3] - rect[3]) * self.scale
        right = (rect[2] - self.medium[0]) * self.scale
        bottom = (self.medium[3] - rect[1]) * self.scale
        return floor(left + 0.01), floor(top + 0.01), ceil(right - 0.01), ceil(bottom - 0.01)

    def _place(self, blocks: Pixels) -> Rect:
        """Where blocks are in the page's space."""
        side = BLOCK / self.scale
        left, top, right, bottom = (each * side for each in blocks)
        x, y = self.medium[0], self.medium[3]
        return x + left, y - bottom, x + right, y - top


def _inks_of(mark: Mark) -> Inks | None:
    """The inks of a mark; those of the heavier end of a gradient."""
    if isinstance(mark, Shade):
        ends = [estimate(tint) for tint in mark.ends]
        return max(ends, key=total) if ends else None
    tint: Tint | None = mark.tint
    return estimate(tint) if tint is not None and tint.space.kind != "lab" else None


def sum_plates(plates: list[Image.Image]) -> Image.Image:
    """All plates together, with more than 255 levels."""
    whole = plates[0].convert("F")
    for plate in plates[1:]:
        whole = ImageMath.lambda_eval(
            lambda args: args["a"] + args["b"], a=whole, b=plate.convert("F")
        )
    return whole
