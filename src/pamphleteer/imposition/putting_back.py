"""A picture of how a stack of fronts goes back into the paper tray for its backs.

The printed sides are tinted, and one short edge is drawn heavily, so that one sees where it goes.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pamphleteer.imposition.pictures import WIDTH, Label, Patch, Picture, Point, Shape, Stroke
from pamphleteer.imposition.printer import Facing, Manual, Printer, Top

ACROSS, DEEP, SLANT = 60.0, 26.0, 14.0
"""A landscape sheet that lies on the table, seen from its near long edge."""
LIFT = 5.0
"""From one sheet of a stack to the next."""
TABLE = 82.0
"""Where the near edge of the lowest sheet lies."""
OUTPUT, BETWEEN, PAPER = 36.0, WIDTH / 2, WIDTH - 36.0
"""The middles of the output tray, of what is done with the stack, and of the paper tray."""
CAPTION, LINE = 7.4, 10.0

OTHER_FACE: dict[Facing, Facing] = {"up": "down", "down": "up"}
OTHER_TOP: dict[Top, Top] = {"first": "last", "last": "first"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lying:
    """How a stack lies: which way its printed sides face, its uppermost sheet, its marked edge."""

    faces: Facing
    top: Top
    marked: Literal["left", "right"]

    def turned_over(self) -> "Lying":
        """The stack turned over so that its short edges change places."""
        return Lying(
            faces=OTHER_FACE[self.faces],
            top=OTHER_TOP[self.top],
            marked="right" if self.marked == "left" else "left",
        )


def picture_put_back(printer: Printer) -> Picture:
    """Draw the stack in the output tray, what is done with it, and the stack in the paper tray.

    Raises:
        ValueError: the printer is not fed by hand.
    """
    manual = printer.manual
    if not manual:
        raise ValueError(f"{printer.name} is not fed by hand")
    before = Lying(faces=manual.faces, top=manual.top, marked="left")
    after = before.turned_over() if manual.turn_over else before
    return Picture(
        shapes=(
            *_draw_stack(OUTPUT, before),
            *_draw_captions(OUTPUT, ("Output tray:", *_say(before))),
            *_draw_way(manual),
            *_draw_tray(PAPER),
            *_draw_stack(PAPER, after),
            *_draw_captions(PAPER, ("Paper tray:", *_say(after))),
        )
    )


def _say(lying: Lying) -> tuple[str, str]:
    return f"printed sides {lying.faces},", f"{lying.top} sheet on top"


def _draw_captions(middle: float, lines: tuple[str, ...]) -> Iterator[Shape]:
    for index, text in enumerate(lines):
        yield Label(text=text, at=(middle, TABLE + 17 + index * LINE), size=CAPTION)


def _draw_stack(middle: float, lying: Lying) -> Iterator[Shape]:
    """Three sheets; the uppermost one shows whether it is printed, and its number."""
    for index in range(3):
        y = TABLE - DEEP - index * LIFT
        yield _sheet(middle, y, lying)
        left, right = middle - ACROSS / 2, middle + ACROSS / 2
        x = left if lying.marked == "left" else right - SLANT
        yield Stroke(points=((x + SLANT, y), (x, y + DEEP)), kind="thread")
    at = (middle, TABLE - DEEP / 2 - 2 * LIFT)
    if lying.faces == "down":
        yield Label(text="empty side", at=at, size=CAPTION)
    elif lying.top == "first":
        yield Label(text="1", at=at, size=18, is_number=True)
    else:
        yield Label(text="last", at=at, size=13, is_number=True)


def _sheet(middle: float, y: float, lying: Lying) -> Patch:
    left, right = middle - ACROSS / 2, middle + ACROSS / 2
    points = ((left + SLANT, y), (right, y), (right - SLANT, y + DEEP), (left, y + DEEP))
    return Patch(points=points, tone="moved" if lying.faces == "up" else "paper")


def _draw_tray(middle: float) -> Iterator[Shape]:
    """A tray from its near side: its floor and its ends."""
    left, right = middle - ACROSS / 2 - 4, middle + ACROSS / 2 + 4
    foot, rim = TABLE + 6, TABLE - 12
    yield Stroke(points=((left, rim), (left, foot), (right, foot), (right, rim)))


def _draw_way(manual: Manual) -> Iterator[Shape]:
    """An arrow straight on, or one over the top, as the stack is turned like a page."""
    y = TABLE - DEEP / 2 - LIFT
    start, end = BETWEEN - 24, BETWEEN + 22
    if manual.turn_over:
        over: Point = (BETWEEN, y - 62)
        yield Stroke(points=((start, y), over, (end, y)), kind="arrow", curved=True)
        said = ("Turn it over:", "left and right", "change places")
    else:
        yield Stroke(points=((start, y), (end, y)), kind="arrow")
        said = ("As it lies:", "not turned over,", "not turned round")
    yield from _draw_captions(BETWEEN, said)
