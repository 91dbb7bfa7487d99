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
RED: Ink = (196, 26, 32)

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
CREASE_START: Point = (3.0, 0.0)
CREASE_END: Point = (5.5, 3.6)


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

    def halftone(self, shape: Shape, ink: Ink, *, pitch: float, radius: float) -> None:
        """Print a shape as a screen of round dots at 45 degrees."""
        dots = Image.new("L", self.image.size, 0)
        draw = ImageDraw.Draw(dots)
        step = pitch / math.sqrt(2)
        for row in range(int(HEIGHT / step) + 1):
            for column in range(row % 2, int(WIDTH / step) + 1, 2):
                x, y = column * step * OVERSAMPLING, row * step * OVERSAMPLING
                r = radius * OVERSAMPLING
                draw.ellipse((x - r, y - r, x + r, y + r), fill=255)
        inside = Image.new("L", self.image.size, 0)
        ImageDraw.Draw(inside).polygon(_enlarged(shape), fill=255)
        self.image.paste(ink, mask=ImageChops.multiply(dots, inside))

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
    for a, b, c, d in zip(row, row[1:], row[2:], row[3:], strict=False):
        for step in range(steps):
            t = step / steps
            x, y = (_catmull_rom(a[i], b[i], c[i], d[i], t) for i in (0, 1))
            points.append((x, y))
    return points


def _catmull_rom(a: float, b: float, c: float, d: float, t: float) -> float:
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
    """The shapes of an 8 in inches, 4.4 high: what is black, then what is cut out of it."""
    x, y = centre
    black = [oval((x, y - 1.12), (1.22, 1.2)), oval((x, y + 1.02), (1.38, 1.3))]
    white = [oval((x, y - 1.12), (0.44, 0.52)), oval((x, y + 1.02), (0.52, 0.58))]
    return black, white


def figure_1(centre: Point) -> list[list[Point]]:
    """The shapes of a 1 in inches, as high as the 8."""
    x, y = centre
    stem = [(x - 0.4, y - 2.32), (x + 0.5, y - 2.32), (x + 0.5, y + 2.32), (x - 0.4, y + 2.32)]
    flag = [(x - 0.4, y - 2.32), (x + 0.1, y - 1.5), (x - 1.25, y - 0.72), (x - 1.25, y - 1.55)]
    foot = rectangle(x - 1.2, y + 1.64, 2.5, 0.68)
    return [stem, flag, foot]


def figure_2(centre: Point) -> list[list[Point]]:
    """The shapes of a small 2 in inches, 1.5 high."""
    x, y = centre
    bow = [(-0.42, -0.32), (-0.34, -0.55), (0.0, -0.66), (0.34, -0.5), (0.36, -0.16), (0.0, 0.22)]
    spine = curve([(x + dx, y + dy) for dx, dy in [*bow, (-0.4, 0.62)]], closed=False)
    return [band(spine, 0.3), rectangle(x - 0.55, y + 0.46, 1.14, 0.3)]


def turned_up(point: Point) -> Point:
    """Where a point of page 1's turned-up corner comes to lie: mirrored at the crease."""
    (ax, ay), (bx, by) = CREASE_START, CREASE_END
    length = math.dist(CREASE_START, CREASE_END)
    dx, dy = (bx - ax) / length, (by - ay) / length
    along = (point[0] - ax) * dx + (point[1] - ay) * dy
    return 2 * (ax + along * dx) - point[0], 2 * (ay + along * dy) - point[1]


def draw_ground(lino: Lino, chance: random.Random) -> None:
    """Red to a ragged edge, with the slivers that a gouge leaves in a cleared ground."""
    margin = 10.0
    edge: list[Point] = []
    corners = rectangle(margin, margin, WIDTH - 2 * margin, HEIGHT - 2 * margin)
    for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
        pieces = int(math.dist(start, end) / 34)
        for piece in range(pieces):
            x, y = between(start, end, piece / pieces)
            edge.append((x + chance.uniform(-4, 4), y + chance.uniform(-4, 4)))
    lino.fill(edge, RED)
    for ring in range(6):
        radius = 480 + ring * 62
        count = int(radius / 15)
        for mark in range(count):
            angle = (mark + chance.uniform(-0.3, 0.3) + ring % 2 / 2) * math.tau / count
            sweep = chance.uniform(0.45, 0.75) * math.tau / count
            start, end = (
                (SPINE + radius * math.cos(a), 420 + 0.82 * radius * math.sin(a))
                for a in (angle, angle + sweep)
            )
            lino.fill(sliver(start, end, chance.uniform(5, 9), bow=-3), WHITE)


def draw_sheet(lino: Lino) -> None:
    """The open sheet with its shadow, page 8 on the left and page 1 on the right."""
    outline = (*PAGE_8.outline()[:1], *PAGE_1.outline()[:3], *PAGE_8.outline()[2:])
    lino.fill([(x + 20, y + 24) for x, y in outline], BLACK)
    lino.fill(grown(outline, 9), BLACK)
    lino.fill(outline, WHITE)
    shade = [PAGE_8.place(p) for p in rectangle(4.75, 0, 0.75, PAGE_HEIGHT)]
    lino.halftone(shade, BLACK, pitch=15, radius=4.2)
    lino.fill(band([PAGE_1.top_left, PAGE_1.bottom_left], 5), BLACK)


def grown(shape: Shape, by: float) -> list[Point]:
    """A convex shape pushed outwards from its middle."""
    middle = sum(x for x, _ in shape) / len(shape), sum(y for _, y in shape) / len(shape)
    grown_shape = []
    for x, y in shape:
        away = math.dist((x, y), middle)
        grown_shape.append(between(middle, (x, y), 1 + by * math.sqrt(2) / away))
    return grown_shape


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
    black, white = figure_8((2.55, 3.6))
    draw_on(lino, PAGE_8, black, BLACK)
    draw_on(lino, PAGE_8, white, WHITE)
    draw_on(lino, PAGE_8, [rectangle(0.6, 0.55, 3.9, 0.42)], RED)
    draw_on(lino, PAGE_1, [rectangle(0.7, 0.55, 1.9, 0.42)], RED)
    draw_on(lino, PAGE_1, figure_1((2.0, 3.6)), BLACK)
    for page, left in ((PAGE_8, 0.6), (PAGE_1, 0.7)):
        draw_on(lino, page, text_lines(left, 6.4, 1.8, 5), BLACK)
        draw_on(lino, page, text_lines(left + 2.1, 6.4, 1.8, 5), BLACK)


def draw_corner(lino: Lino) -> None:
    """Page 1's turned-up corner, which shows page 2 on the back."""
    corner = (PAGE_WIDTH, 0.0)
    gone = [PAGE_1.place(p) for p in (CREASE_START, (5.9, -0.5), CREASE_END)]
    lino.fill(gone, RED)
    tip = turned_up(corner)
    flap = [PAGE_1.place(p) for p in (CREASE_START, tip, CREASE_END)]
    lino.halftone([(x - 16, y + 34) for x, y in flap], BLACK, pitch=15, radius=5)
    lino.fill(grown(flap, 11), BLACK)
    lino.fill(flap, WHITE)
    number = [[turned_up(p) for p in shape] for shape in figure_2_on_back()]
    draw_on(lino, PAGE_1, number, RED)


def figure_2_on_back() -> list[list[Point]]:
    """The 2 as it lies on the back of page 1: seen from the front it is mirrored."""
    centre = (0.95, 1.25)  # on page 2, from its own top left corner
    return [[(PAGE_WIDTH - x, y) for x, y in shape] for shape in figure_2(centre)]


def draw_hands(lino: Lino) -> None:
    """Both hands: sleeve, cuff, the ball of the hand, and the thumb on the paper."""
    palm = [(30, 860), (60, 690), (96, 590), (150, 520), (214, 486), (262, 520), (280, 620),
            (300, 700), (290, 800), (250, 880)]  # fmt: skip
    thumb = [(150, 660), (214, 560), (300, 500), (372, 462), (420, 470), (428, 520), (384, 574),
             (322, 640), (290, 730), (220, 800)]  # fmt: skip
    nail = [(372, 486), (402, 484), (406, 512), (372, 546), (350, 538), (348, 514)]
    for turn in (list, mirrored):
        lino.fill(turn(grown(curve(thumb), 9)), WHITE)
        lino.fill(turn(curve(palm)), BLACK)
        lino.fill(turn(curve(thumb)), BLACK)
        lino.fill(turn(curve(nail)), WHITE)


def main() -> None:
    """Draw the picture beside this script."""
    chance = random.Random(8)  # noqa: S311 - for looks, not for secrets
    lino = Lino()
    draw_ground(lino, chance)
    draw_sheet(lino)
    draw_pages(lino)
    draw_corner(lino)
    draw_hands(lino)
    target = Path(__file__).with_name("proof-sheet.png")
    lino.finished().save(target, optimize=True, dpi=(DPI, DPI))


if __name__ == "__main__":
    main()
