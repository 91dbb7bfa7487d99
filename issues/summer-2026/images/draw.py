"""Draws the pictures of the summer issue: flat shapes, black and one red, and screens of dots.

Everything is drawn three times too large and scaled down, which smooths its edges. There is no
chance in it: the same script gives the same pictures.

Run it from any folder with ``python draw.py``; it needs Pillow and nothing else.
"""

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image, ImageDraw

Point = tuple[float, float]
Ink = tuple[int, int, int]
Tone = Callable[[float, float], float]

DPI = 400
OVERSAMPLING = 3
PALETTE_SIZE = 16  # white, the two inks, and the steps between them along smoothed edges

WHITE: Ink = (255, 255, 255)
BLACK: Ink = (17, 17, 17)
RED: Ink = (176, 23, 34)


@dataclass(slots=True)
class Block:
    """A block for printing: shapes are laid over one another, the last on top."""

    width: int
    height: int
    ground: Ink = WHITE
    image: Image.Image = field(init=False)

    def __post_init__(self) -> None:
        size = (self.width * OVERSAMPLING, self.height * OVERSAMPLING)
        self.image = Image.new("RGB", size, self.ground)

    def fill(self, shape: Iterable[Point], ink: Ink = BLACK) -> None:
        """Print a flat shape."""
        ImageDraw.Draw(self.image).polygon(_enlarged(shape), fill=ink)

    def disc(self, center: Point, radius: float, ink: Ink = BLACK) -> None:
        """Print a full circle."""
        (x, y), r = _enlarged([center])[0], radius * OVERSAMPLING
        ImageDraw.Draw(self.image).ellipse((x - r, y - r, x + r, y + r), fill=ink)

    def stroke(self, points: Iterable[Point], width: float, ink: Ink = BLACK) -> None:
        """Print a line with round ends and corners."""
        row = list(points)
        ImageDraw.Draw(self.image).line(
            _enlarged(row), fill=ink, width=round(width * OVERSAMPLING), joint="curve"
        )
        for point in row:
            self.disc(point, width / 2, ink)

    def screen(self, tone: Tone, *, pitch: float, ink: Ink = BLACK) -> None:
        """Print a tone (0 white, 1 solid) as round dots at 45 degrees, large where it is dark."""
        step = pitch / math.sqrt(2)
        for row in range(int(self.height / step) + 2):
            for column in range(row % 2, int(self.width / step) + 2, 2):
                x, y = column * step, row * step
                dark = min(max(tone(x, y), 0.0), 1.0)
                if dark > 0.02:
                    self.disc((x, y), pitch * 0.62 * math.sqrt(dark), ink)

    def save(self, path: Path) -> None:
        """Write the picture at its size, in a small palette."""
        small = self.image.resize((self.width, self.height), Image.Resampling.BOX)
        small = small.quantize(PALETTE_SIZE, dither=Image.Dither.NONE)
        small.save(path, optimize=True, dpi=(DPI, DPI))


def _enlarged(shape: Iterable[Point]) -> list[Point]:
    return [(x * OVERSAMPLING, y * OVERSAMPLING) for x, y in shape]


def arc(center: Point, radius: float, start: float, end: float, *, steps: int = 40) -> list[Point]:
    """Points along a circle from one angle to another, in degrees, clockwise from the right."""
    angles = (math.radians(start + (end - start) * at / steps) for at in range(steps + 1))
    return [(center[0] + radius * math.cos(a), center[1] + radius * math.sin(a)) for a in angles]


def turned(shape: Iterable[Point], center: Point, degrees: float) -> list[Point]:
    """The shape turned about a point."""
    sine, cosine = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
    moved = ((x - center[0], y - center[1]) for x, y in shape)
    return [
        (center[0] + x * cosine - y * sine, center[1] + x * sine + y * cosine) for x, y in moved
    ]


def rectangle(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """Its four corners, clockwise."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def loupe() -> Block:
    """A printed landscape under a magnifying glass, in which its dots are large and red."""
    block = Block(width=1800, height=760)
    center, radius = (1060.0, 350.0), 270.0

    def landscape(x: float, y: float) -> float:
        if math.hypot(x - 430, y - 250) < 120:
            return 0.0
        if y > 560 + 70 * math.sin(x / 260):
            return 0.92
        if y > 430 + 90 * math.sin(x / 210 + 2):
            return 0.55
        return 0.42 - y / 1500

    def magnified(x: float, y: float) -> float:
        inside = math.hypot(x - center[0], y - center[1]) < radius - 26
        return landscape(x, 350 + (y - 350) * 0.9) if inside else 0.0

    block.screen(landscape, pitch=22)
    block.stroke([(1250, 545), (1420, 730)], 74, WHITE)
    block.stroke([(1250, 545), (1440, 752)], 52)
    block.disc(center, radius + 34, WHITE)
    block.disc(center, radius + 20)
    block.disc(center, radius - 14, WHITE)
    block.screen(magnified, pitch=64, ink=RED)
    return block


def pear(pitch: float) -> Block:
    """A pear, lit from the left, in a screen of this pitch."""
    block = Block(width=860, height=760)

    def tone(x: float, y: float) -> float:
        low = math.hypot((x - 430) / 235, (y - 490) / 225)
        high = math.hypot((x - 430) / 130, (y - 270) / 170)
        nearness = min(low, high)
        if nearness < 1:
            return 0.1 + 0.8 * math.pow(math.hypot((x - 350) / 380, (y - 400) / 420), 1.4)
        shadow = math.hypot((x - 520) / 300, (y - 706) / 34)
        return 0.75 if shadow < 1 else 0.0

    block.screen(tone, pitch=pitch)
    block.stroke([(430, 130), (446, 84), (476, 48)], 18)
    leaf = [*arc((560, 190), 140, 225, 285), *arc((545, -30), 130, 60, 120)]
    block.fill(leaf, RED)
    return block


def duplicator() -> Block:
    """A hand-cranked duplicator throws sheet after sheet across the page."""
    block = Block(width=2400, height=860, ground=RED)
    for at, (x, y) in enumerate(((1130, 560), (1400, 420), (1690, 310), (1990, 250), (2290, 270))):
        sheet = turned(rectangle(x - 105, y - 140, x + 105, y + 140), (x, y), 70 - 34 * at)
        block.fill([(px + 14, py + 18) for px, py in sheet], BLACK)
        block.fill(sheet, WHITE)
        for line in range(6):
            left, top = x - 76, y - 96 + line * 36
            wide = 152 if line % 5 else 90
            block.fill(
                turned(
                    rectangle(left, top, left + wide, top + (22 if not line else 10)),
                    (x, y),
                    70 - 34 * at,
                )
            )
    block.fill(rectangle(0, 770, 2400, 860))
    block.fill([(180, 770), (230, 610), (900, 610), (960, 770)])
    block.fill([(820, 640), (1220, 700), (1220, 722), (820, 690)])
    block.disc((560, 420), 286)
    for angle in range(0, 360, 15):
        outer = arc((560, 420), 262, angle, angle, steps=1)
        inner = arc((560, 420), 214, angle + 4, angle + 4, steps=1)
        block.stroke([outer[0], inner[0]], 9, WHITE)
    block.disc((560, 420), 186, RED)
    block.disc((560, 420), 172)
    block.disc((560, 420), 46, WHITE)
    block.stroke([(560, 420), (356, 250)], 40, WHITE)
    block.stroke([(356, 250), (300, 204)], 66, WHITE)
    for level in range(5):
        block.fill(rectangle(30, 690 - level * 22, 300 - level * 6, 704 - level * 22), WHITE)
    return block


def stapler() -> Block:
    """A long-arm stapler over an open booklet, seen from the side."""
    block = Block(width=1800, height=520)
    block.fill([(80, 440), (1720, 440), (1760, 490), (40, 490)])
    block.fill([(120, 440), (120, 400), (1500, 400), (1540, 440)])
    block.fill(
        [(90, 250), (130, 180), (260, 170), (1640, 270), (1690, 330), (1640, 352), (140, 320)], RED
    )
    block.fill([(150, 316), (1650, 352), (1650, 384), (1560, 384), (150, 352)])
    block.disc((200, 330), 96)
    block.disc((200, 330), 40, WHITE)
    for at in range(9):
        x = 420 + at * 112
        block.stroke([(x, 222 + at * 8), (x + 62, 226 + at * 8)], 9, WHITE)
    block.fill([(760, 396), (1250, 370), (1740, 396), (1740, 406), (1250, 384), (760, 406)], WHITE)
    block.stroke([(760, 400), (1250, 376), (1740, 400)], 7)
    return block


def cat() -> Block:
    """A cat sits on a photocopier that has just copied it."""
    block = Block(width=860, height=700)
    block.fill(rectangle(60, 400, 800, 640))
    block.fill(rectangle(40, 360, 820, 412))
    block.fill(rectangle(120, 640, 220, 690))
    block.fill(rectangle(640, 640, 740, 690))
    block.fill(rectangle(110, 470, 420, 484), WHITE)
    block.fill([(110, 500), (420, 500), (470, 600), (60, 600)], WHITE)
    block.disc((265, 552), 30)
    block.fill([(238, 540), (236, 508), (262, 526)])
    block.fill([(292, 540), (294, 508), (268, 526)])
    for at in range(3):
        block.disc((560 + at * 70, 480), 20, RED if at == 0 else WHITE)
    body = [(330, 362), *arc((450, 270), 132, 180, 360), (590, 362)]
    block.fill(body, RED)
    block.disc((380, 170), 92, RED)
    block.fill([(296, 140), (290, 30), (364, 84)], RED)
    block.fill([(464, 140), (470, 30), (396, 84)], RED)
    block.stroke([*arc((620, 290), 70, 90, -60), (676, 190)], 34, RED)
    for x in (348, 412):
        block.disc((x, 160), 17, WHITE)
        block.disc((x, 160), 8)
    block.fill([(368, 196), (392, 196), (380, 212)], WHITE)
    for side in (-1, 1):
        for rise in (-14, 6):
            block.stroke([(380 + side * 34, 206), (380 + side * 126, 206 + rise)], 5, BLACK)
    return block


def scissors() -> Block:
    """A pair of scissors above a dashed line."""
    block = Block(width=860, height=620)
    for side in (-1, 1):
        blade = [(430, 280), (800, 280 + side * 96), (420, 280 - side * 46)]
        block.fill(blade, BLACK)
        block.stroke([(440, 280), (250, 280 + side * 100)], 40, RED)
        block.disc((170, 280 + side * 150), 110, RED)
        block.disc((170, 280 + side * 150), 62, WHITE)
    block.disc((440, 280), 20, WHITE)
    for at in range(9):
        block.fill(rectangle(20 + at * 95, 580, 76 + at * 95, 592))
    return block


def spoon() -> Block:
    """A spoon runs down the fold of a sheet."""
    block = Block(width=860, height=1380, ground=RED)
    block.fill([(150, 150), (430, 230), (430, 1300), (150, 1220)], WHITE)
    block.fill([(710, 150), (430, 230), (430, 1300), (710, 1220)])
    for line in range(15):
        y = 250 + line * 62
        end = 390 if line % 5 != 4 else 290
        block.fill(
            [
                (190, y),
                (end, y + (end - 190) * 0.29),
                (end, y + 18 + (end - 190) * 0.29),
                (190, y + 18),
            ]
        )
        block.stroke([(480, y + 66), (670, y + 12)], 10, WHITE)
    block.stroke([(520, 330), (500, 760)], 88, RED)
    block.stroke([(520, 330), (500, 760)], 54, WHITE)
    bowl = [(470, 740), *arc((492, 900), 118, -60, 240), (490, 740)]
    block.disc((492, 900), 138, RED)
    block.fill(bowl, WHITE)
    block.stroke(arc((492, 900), 78, 110, 200), 14, RED)
    return block


PICTURES: dict[str, Callable[[], Block]] = {
    "loupe": loupe,
    "pear-coarse": lambda: pear(46),
    "pear-fine": lambda: pear(18),
    "duplicator": duplicator,
    "stapler": stapler,
    "cat": cat,
    "scissors": scissors,
    "spoon": spoon,
}


def main() -> None:
    """Draw all pictures beside this script."""
    for name, draw in PICTURES.items():
        draw().save(Path(__file__).with_name(f"{name}.png"))


if __name__ == "__main__":
    main()
