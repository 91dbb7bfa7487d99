"""Draws ``proof-sheet.png``: two hands hold up the first sheet of an eight-page booklet.

The picture is built as a linocut is: flat shapes of black and red on white paper, and white
slivers cut out of them again. Everything is drawn three times too large and scaled down, which
smooths its edges. Chance comes from one seed: the same script gives the same picture.

Run it from any folder with ``python draw.py``; it needs Pillow and nothing else.
"""

import math
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

Point = tuple[float, float]
Shape = Sequence[Point]
Ink = tuple[int, int, int]

WIDTH, HEIGHT = 1320, 880  # 600 dpi at 2.2 inches
DPI = 600
OVERSAMPLING = 3
PALETTE_SIZE = 32  # white, the two inks, and the steps between them along smoothed edges

WHITE: Ink = (255, 255, 255)
BLACK: Ink = (20, 18, 18)
RED: Ink = (204, 30, 34)

PAGE_WIDTH, PAGE_HEIGHT = 5.5, 8.5  # what lies on a page is placed in inches
SPINE = 660.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of the sheet as it is seen: the places of its four corners on the picture."""

    top_left: Point
    top_right: Point
    bottom_right: Point
    bottom_left: Point

    def place(self, point: Point) -> Point:
        """Take a point in inches on the page to the picture (bilinear)."""
        u, v = point[0] / PAGE_WIDTH, point[1] / PAGE_HEIGHT
        top = between(self.top_left, self.top_right, u)
        bottom = between(self.bottom_left, self.bottom_right, u)
        return between(top, bottom, v)

    def outline(self) -> Shape:
        """Its four corners, clockwise."""
        return self.top_left, self.top_right, self.bottom_right, self.bottom_left


PAGE_8 = Page(
    top_left=(240, 106), top_right=(SPINE, 62), bottom_right=(SPINE, 792), bottom_left=(256, 730)
)
PAGE_1 = Page(
    top_left=(SPINE, 62), top_right=(1080, 106), bottom_right=(1064, 730), bottom_left=(SPINE, 792)
)

# Page 1 is turned up along a crease from its top edge to its right edge (inches on the page).
CREASE_START: Point = (3.4, 0.0)
CREASE_END: Point = (5.5, 4.4)


@dataclass(slots=True)
class Lino:
    """The sheet being printed: shapes are laid over one another, the last on top."""

    image: Image.Image = field(
        default_factory=lambda: Image.new(
            "RGB", (WIDTH * OVERSAMPLING, HEIGHT * OVERSAMPLING), WHITE
        )
    )

    def fill(self, shape: Shape, ink: Ink) -> None:
        """Print a flat shape."""
        ImageDraw.Draw(self.image).polygon(_enlarged(shape), fill=ink)

    def outline(self, shape: Shape, ink: Ink, width: float) -> None:
        """Print the edge of a shape, half of the line on either side, with round corners."""
        draw = ImageDraw.Draw(self.image)
        ring = _enlarged([*shape, shape[0]])
        draw.line(ring, fill=ink, width=round(width * OVERSAMPLING))
        r = width / 2 * OVERSAMPLING
        for x, y in ring:
            draw.ellipse((x - r, y - r, x + r, y + r), fill=ink)

    def halftone(self, shape: Shape, ink: Ink, *, pitch: float, radius: float) -> None:
        """Print a shape as a screen of round dots at 45 degrees, none of them cut through."""
        inside = self.mask(shape)
        draw = ImageDraw.Draw(self.image)
        step, r = pitch / math.sqrt(2) * OVERSAMPLING, radius * OVERSAMPLING
        for row in range(int(self.image.height / step) + 1):
            for column in range(row % 2, int(self.image.width / step) + 1, 2):
                x, y = int(column * step), int(row * step)
                if inside.getpixel((x, y)):
                    draw.ellipse((x - r, y - r, x + r, y + r), fill=ink)

    def mask(self, shape: Shape) -> Image.Image:
        """White where the shape is, else black."""
        inside = Image.new("L", self.image.size, 0)
        ImageDraw.Draw(inside).polygon(_enlarged(shape), fill=255)
        return inside

    def trim(self, shape: Shape) -> None:
        """Clear all that lies outside a shape."""
        self.image.paste(WHITE, mask=ImageChops.invert(self.mask(shape)))

    def finished(self) -> Image.Image:
        """The picture at its size, in a small palette."""
        return self.image.resize((WIDTH, HEIGHT), Image.Resampling.BOX).quantize(
            PALETTE_SIZE, dither=Image.Dither.NONE
        )


def _enlarged(shape: Shape) -> list[Point]:
    return [(x * OVERSAMPLING, y * OVERSAMPLING) for x, y in shape]


def between(start: Point, end: Point, t: float) -> Point:
    """The point that lies ``t`` of the way from start to end."""
    return start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t


def mirrored(shape: Shape) -> list[Point]:
    """Turn a shape of the left hand over the spine into one of the right hand."""
    return [(2 * SPINE - x, y) for x, y in shape]


def curve(knots: Shape, *, closed: bool = True, steps: int = 16) -> list[Point]:
    """Lay a Catmull-Rom curve through the knots."""
    ends = (knots[-1], knots[0], knots[1]) if closed else (knots[0], knots[-1], knots[-1])
    row = [ends[0], *knots, ends[1], ends[2]]
    points: list[Point] = []
    for span in zip(row, row[1:], row[2:], row[3:], strict=False):
        for step in range(steps):
            x, y = (_catmull_rom(along, step / steps) for along in zip(*span, strict=True))
            points.append((x, y))
    return points


def _catmull_rom(span: Sequence[float], t: float) -> float:
    a, b, c, d = span
    square, cube = t * t, t * t * t
    return 0.5 * (
        2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * square + (3 * (b - c) + d - a) * cube
    )


def sliver(start: Point, end: Point, width: float, *, bow: float = 0.0) -> list[Point]:
    """The mark of a gouge: pointed at both ends, widest a third of the way, bowed to one side."""
    length = math.dist(start, end) or 1.0
    normal = (end[1] - start[1]) / -length, (end[0] - start[0]) / length

    def edge(side: float) -> list[Point]:
        points = []
        for step in range(13):
            t = step / 12
            thickness = side * width / 2 * math.sin(math.pi * t**0.7)
            offset = thickness + bow * 4 * t * (1 - t)
            x, y = between(start, end, t)
            points.append((x + normal[0] * offset, y + normal[1] * offset))
        return points

    return edge(1) + edge(-1)[::-1]


def band(line: Shape, width: float) -> list[Point]:
    """A stroke of even width along a line, its ends cut square."""
    left: list[Point] = []
    right: list[Point] = []
    for index, (x, y) in enumerate(line):
        before, after = line[max(index - 1, 0)], line[min(index + 1, len(line) - 1)]
        length = math.dist(before, after)
        dx, dy = (after[0] - before[0]) / length, (after[1] - before[1]) / length
        left.append((x - dy * width / 2, y + dx * width / 2))
        right.append((x + dy * width / 2, y - dx * width / 2))
    return left + right[::-1]


def oval(centre: Point, radii: Point, *, squareness: float = 2.6) -> list[Point]:
    """A superellipse, rounder or squarer than an ellipse."""
    points = []
    for step in range(72):
        angle = step * math.tau / 72
        c, s = math.cos(angle), math.sin(angle)
        x = math.copysign(abs(c) ** (2 / squareness), c)
        y = math.copysign(abs(s) ** (2 / squareness), s)
        points.append((centre[0] + radii[0] * x, centre[1] + radii[1] * y))
    return points


def rectangle(left: float, top: float, width: float, height: float) -> list[Point]:
    """An upright rectangle, clockwise from its top left corner."""
    right, bottom = left + width, top + height
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def figure_8(centre: Point) -> tuple[list[list[Point]], list[list[Point]]]:
    """The shapes of an 8 in inches, 3.6 high: what is black, then what is cut out of it."""
    x, y = centre
    black = [oval((x, y - 0.87), (1.02, 0.95)), oval((x, y + 0.82), (1.14, 1.02))]
    white = [oval((x, y - 0.85), (0.36, 0.4)), oval((x, y + 0.8), (0.42, 0.46))]
    return black, white


def figure_1(centre: Point) -> list[list[Point]]:
    """The shapes of a 1 in inches, as high as the 8."""
    x, y = centre
    stem = rectangle(x - 0.36, y - 1.82, 0.74, 3.66)
    flag = [(x - 0.36, y - 1.82), (x + 0.1, y - 1.2), (x - 0.98, y - 0.6), (x - 0.98, y - 1.24)]
    foot = rectangle(x - 0.98, y + 1.28, 1.98, 0.56)
    return [stem, flag, foot]


def figure_2(centre: Point) -> list[list[Point]]:
    """The shapes of a small 2 in inches, 1.3 high."""
    x, y = centre
    bow = [(-0.34, -0.24), (-0.27, -0.43), (0.0, -0.51), (0.26, -0.4), (0.29, -0.14), (0.05, 0.16)]
    line = curve([(x + dx, y + dy) for dx, dy in [*bow, (-0.32, 0.46)]], closed=False)
    return [band(line, 0.25), rectangle(x - 0.44, y + 0.38, 0.9, 0.26)]


def turned_up(point: Point) -> Point:
    """Where a point of page 1's turned-up corner comes to lie: mirrored at the crease."""
    (ax, ay), (bx, by) = CREASE_START, CREASE_END
    length = math.dist(CREASE_START, CREASE_END)
    dx, dy = (bx - ax) / length, (by - ay) / length
    along = (point[0] - ax) * dx + (point[1] - ay) * dy
    return 2 * (ax + along * dx) - point[0], 2 * (ay + along * dy) - point[1]


def ragged_edge(chance: random.Random) -> list[Point]:
    """The border of the block, a little uneven as a hand cuts it."""
    corners = rectangle(10, 10, WIDTH - 20, HEIGHT - 20)
    edge: list[Point] = []
    for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
        pieces = int(math.dist(start, end) / 34)
        for piece in range(pieces):
            x, y = between(start, end, piece / pieces)
            edge.append((x + chance.uniform(-4, 4), y + chance.uniform(-4, 4)))
    return edge


def draw_ground(lino: Lino, chance: random.Random) -> None:
    """Red, with the slivers that a gouge leaves where it clears a ground."""
    lino.fill(rectangle(0, 0, WIDTH, HEIGHT), RED)
    for ring in range(9):
        radius = 520.0 + ring * 44
        angle = chance.uniform(0, 0.2)
        while angle < math.tau:
            sweep = chance.uniform(44, 96) / radius
            drift = chance.uniform(-9, 9)
            start, end = (
                (SPINE + r * math.cos(a), 430 + 0.8 * r * math.sin(a))
                for a, r in ((angle, radius), (angle + sweep, radius + drift))
            )
            lino.fill(sliver(start, end, chance.uniform(6, 9), bow=-sweep * 9), WHITE)
            angle += sweep + chance.uniform(24, 60) / radius


def draw_sheet(lino: Lino) -> None:
    """The open sheet with its shadow, page 8 on the left and page 1, less its corner, right."""
    crease = PAGE_1.place(CREASE_START), PAGE_1.place(CREASE_END)
    outline = [PAGE_8.top_left, PAGE_1.top_left, *crease, PAGE_1.bottom_right]
    outline += [PAGE_1.bottom_left, PAGE_8.bottom_left]
    for step in range(1, 25):
        lino.fill([(x + step * 0.8, y + step) for x, y in outline], BLACK)
    lino.fill(outline, WHITE)
    for left, radius in ((4.55, 2.6), (4.85, 3.7), (5.15, 4.8)):
        strip = [PAGE_8.place(p) for p in rectangle(left, 0, 0.4, PAGE_HEIGHT)]
        lino.halftone(strip, BLACK, pitch=16, radius=radius)
    lino.fill(band([PAGE_1.top_left, PAGE_1.bottom_left], 6), BLACK)
    lino.outline(outline, BLACK, 9)


def draw_on(lino: Lino, page: Page, shapes: Iterable[Shape], ink: Ink) -> None:
    """Print shapes given in inches on a page."""
    for shape in shapes:
        lino.fill([page.place(point) for point in shape], ink)


def text_lines(left: float, top: float, width: float, count: int) -> list[list[Point]]:
    """Bars that stand for lines of type, the last one short."""
    lines = [rectangle(left, top + 0.34 * index, width, 0.17) for index in range(count - 1)]
    return [*lines, rectangle(left, top + 0.34 * (count - 1), width * 0.55, 0.17)]


def draw_pages(lino: Lino) -> None:
    """What is printed on the two pages: figures, lines of type, masthead, banner."""
    black, white = figure_8((2.55, 3.55))
    draw_on(lino, PAGE_8, black, BLACK)
    draw_on(lino, PAGE_8, white, WHITE)
    draw_on(lino, PAGE_8, [rectangle(0.65, 0.6, 3.5, 0.55)], RED)
    draw_on(lino, PAGE_1, [rectangle(0.65, 0.6, 2.4, 0.55)], RED)
    draw_on(lino, PAGE_1, figure_1((1.75, 3.55)), BLACK)
    draw_on(lino, PAGE_1, text_lines(3.2, 4.7, 1.6, 5), BLACK)
    for page, left in ((PAGE_8, 0.65), (PAGE_1, 0.65)):
        draw_on(lino, page, text_lines(left, 6.1, 1.8, 6), BLACK)
        draw_on(lino, page, text_lines(left + 2.05, 6.1, 1.8, 6), BLACK)


def draw_corner(lino: Lino) -> None:
    """Page 1's turned-up corner, which shows page 2 on the back."""
    tip = turned_up((PAGE_WIDTH, 0.0))
    flap = [PAGE_1.place(p) for p in (CREASE_START, tip, CREASE_END)]
    lino.halftone([(x - 14, y + 34) for x, y in flap], BLACK, pitch=16, radius=5)
    lino.fill(flap, WHITE)
    lino.outline(flap, BLACK, 9)
    on_the_back = figure_2((0.79, 0.8))
    number = [[turned_up((PAGE_WIDTH - x, y)) for x, y in shape] for shape in on_the_back]
    draw_on(lino, PAGE_1, number, RED)


THUMB: Shape = (
    (128, 800), (176, 690), (252, 622), (330, 584), (392, 566), (424, 584), (420, 628),
    (376, 668), (334, 716), (312, 790), (250, 880), (150, 900),
)  # fmt: skip
HAND: Shape = (
    (40, 920), (52, 800), (84, 704), (128, 628), (182, 572), (236, 560), (286, 600),
    (320, 700), (316, 800), (300, 920), (160, 960),
)  # fmt: skip
NAIL: Shape = ((364, 600), (396, 586), (410, 598), (404, 618), (374, 640), (356, 626))
HAND_CUTS: tuple[tuple[Point, Point, float, float], ...] = (
    ((66, 850), (150, 640), 11, -16),
    ((92, 862), (172, 664), 10, -14),
    ((120, 860), (186, 702), 9, -8),
    ((290, 634), (338, 610), 7, -3),
    ((204, 690), (278, 640), 9, -5),
    ((196, 724), (300, 660), 10, -6),
    ((196, 758), (300, 698), 10, -6),
    ((204, 790), (288, 742), 9, -5),
)


def draw_hands(lino: Lino) -> None:
    """Both hands: the ball of the hand at the edge of the sheet, and the thumb upon it."""
    for turn in (list, mirrored):
        lino.outline(turn(curve(HAND)), WHITE, 15)
        lino.outline(turn(curve(THUMB)), WHITE, 22)
        lino.fill(turn(curve(HAND)), BLACK)
        lino.fill(turn(curve(THUMB)), BLACK)
        lino.fill(turn(curve(NAIL)), WHITE)
        for start, end, width, bow in HAND_CUTS:
            lino.fill(turn(sliver(start, end, width, bow=bow)), WHITE)


def main() -> None:
    """Draw the picture beside this script."""
    chance = random.Random(8)  # noqa: S311 - for looks, not for secrets
    lino = Lino()
    edge = ragged_edge(chance)
    draw_ground(lino, chance)
    draw_sheet(lino)
    draw_pages(lino)
    draw_corner(lino)
    draw_hands(lino)
    lino.trim(edge)
    target = Path(__file__).with_name("proof-sheet.png")
    lino.finished().save(target, optimize=True, dpi=(DPI, DPI))


if __name__ == "__main__":
    main()
