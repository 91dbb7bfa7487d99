"""Small pictures of paper as data: what is drawn beside the steps of a job's instructions.

A picture has its origin at the top left, y downwards, and is `WIDTH` × `HEIGHT` of its own units,
whatever its size on a page. Angles are clockwise.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pamphleteer.imposition.placing import Bed
from pamphleteer.imposition.plan import Cut, Plan, Sheet, Side, Slot
from pamphleteer.units import Size

Point = tuple[float, float]
Tone = Literal["paper", "moved", "back", "solid"]
Kind = Literal["edge", "head", "fold", "cut", "arrow", "staple", "thread", "ghost"]

WIDTH, HEIGHT = 216.0, 132.0
CAPTION = 9.0
"""The size of words in a picture."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Patch:
    """A closed, filled and outlined shape."""

    points: tuple[Point, ...]
    tone: Tone = "paper"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stroke:
    """A line through points; curved, it has three, and bends towards the middle one."""

    points: tuple[Point, ...]
    kind: Kind = "edge"
    curved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A text about a point: page numbers are bold, words are small and quiet."""

    text: str
    at: Point
    size: float = CAPTION
    turn: float = 0.0
    is_number: bool = False


Shape = Patch | Stroke | Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Shapes, those behind first."""

    shapes: tuple[Shape, ...]


Area = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """What becomes of the lines between cells: cut into ``parts`` (rows, columns), or folded."""

    parts: tuple[int, int] = (1, 1)
    folded: bool = True

    def kind(self, index: int, count: int, *, way: int) -> Kind:
        """Of the line before the row (way 0) or column (1) of that index."""
        if index * self.parts[way] % count == 0 and self.parts[way] > 1:
            return "cut"
        return "fold" if self.folded else "ghost"


def fit(size: Size, area: Area) -> Area:
    """The largest rectangle of that shape in the middle of an area."""
    left, top, right, bottom = area
    scale = min((right - left) / size.width, (bottom - top) / size.height)
    half_width, half_height = scale * size.width / 2, scale * size.height / 2
    x, y = (left + right) / 2, (top + bottom) / 2
    return x - half_width, y - half_height, x + half_width, y + half_height


def rectangle(area: Area, tone: Tone = "paper") -> Patch:
    """A rectangle as a patch."""
    left, top, right, bottom = area
    return Patch(points=((left, top), (right, top), (right, bottom), (left, bottom)), tone=tone)


def draw_page(slot: Slot, area: Area) -> Iterator[Shape]:
    """A page's number, and a rule at its head, so that 6 and 9 are not mistaken for each other."""
    left, top, right, bottom = area
    x, y, half = (left + right) / 2, (top + bottom) / 2, min(right - left, bottom - top) / 2
    if slot.page is None:
        return
    size = min(22.0, 0.9 * half, 2.4 * half / len(str(slot.page)))
    yield Label(text=f"{slot.page}", at=(x, y), size=size, turn=slot.rotation, is_number=True)
    across, along = (right - left) / 2, (bottom - top) / 2
    if slot.rotation in {90, 270}:
        across, along = along, across
    rise, reach = along - min(5.0, 0.25 * along), 0.55 * across
    turn = TURNED[slot.rotation]
    ends = (turn(-reach, -rise), turn(reach, -rise))
    yield Stroke(points=tuple((x + dx, y + dy) for dx, dy in ends), kind="head")


TURNED: dict[int, Callable[[float, float], Point]] = {
    0: lambda x, y: (x, y),
    90: lambda x, y: (-y, x),
    180: lambda x, y: (-x, -y),
    270: lambda x, y: (y, -x),
}


def laid_on(bed: Bed, paper: Area) -> Callable[[Sequence[float]], Area]:
    """What maps a rectangle on a sheet to where the sheet is drawn."""
    scale = (paper[2] - paper[0]) / bed.sheet.width

    def lay(box: Sequence[float]) -> Area:
        left, bottom, right, top = box
        return (
            paper[0] + scale * left,
            paper[3] - scale * top,
            paper[0] + scale * right,
            paper[3] - scale * bottom,
        )

    return lay


def draw_side(side: Side, bed: Bed, lines: Lines, area: Area) -> Iterator[Shape]:
    """A side of a sheet to scale: its pages where they lie, its folds, and where it is cut."""
    paper = fit(bed.sheet, area)
    lay = laid_on(bed, paper)
    yield rectangle(paper)
    for row, slots in enumerate(side.rows):
        for column, slot in enumerate(slots):
            yield from draw_page(slot, lay(bed.box(row, column)))
    for column in range(1, side.columns):
        x = lay(bed.clip(0, column))[0]
        kind = lines.kind(column, side.columns, way=1)
        yield Stroke(points=((x, paper[1]), (x, paper[3])), kind=kind)
    for row in range(1, len(side.rows)):
        y = lay(bed.clip(row, 0))[1]
        kind = lines.kind(row, len(side.rows), way=0)
        yield Stroke(points=((paper[0], y), (paper[2], y)), kind=kind)


def lines_of(plan: Plan) -> Lines:
    """What becomes of the lines between a plan's cells."""
    folded = bool(plan.folds) or plan.reading == "ring" or plan.scheme == "concertina"
    parts = (plan.cut.rows, plan.cut.columns) if plan.cut else (1, 1)
    return Lines(parts=parts, folded=folded)


def picture_sheet(sheet: Sheet, plan: Plan, bed: Bed, *, named: bool = True) -> Picture:
    """The front of a sheet, and beside it its back, as they come out of the printer.

    ``named`` tells which is which below them.
    """
    sides, lines = sheet.sides, lines_of(plan)
    shapes: list[Shape] = []
    width = WIDTH / len(sides)
    for index, side in enumerate(sides):
        area = (index * width + 4, 4, (index + 1) * width - 4, HEIGHT - (18 if named else 4))
        shapes += draw_side(side, bed, lines, area)
        if named and len(sides) > 1:
            middle = (index * width + width / 2, fit(bed.sheet, area)[3] + 10)
            shapes.append(Label(text=("front", "back")[index], at=middle))
    return Picture(shapes=tuple(shapes))


def picture_cut(cut: Cut, bed: Bed) -> Picture:
    """The sheet with the lines along which it is cut, and the piles that are made of it."""
    paper = fit(bed.sheet, (12, 12, 112, HEIGHT - 10))
    left, top, right, bottom = paper
    shapes: list[Shape] = [rectangle(paper)]
    width, height = (right - left) / cut.columns, (bottom - top) / cut.rows
    for row in range(cut.rows):
        for column in range(cut.columns):
            at = (left + (column + 0.5) * width, top + (row + 0.5) * height)
            size = min(16.0, 0.6 * min(width, height))
            text = letter(row * cut.columns + column)
            shapes.append(Label(text=text, at=at, size=size, is_number=True))
    for column in range(1, cut.columns):
        x = left + column * width
        shapes += knife((x, top - 6), (x, bottom + 6))
    for row in range(1, cut.rows):
        y = top + row * height
        shapes += knife((left - 6, y), (right + 6, y))
    shapes.append(Stroke(points=((122, 66), (128, 66), (136, 66)), kind="arrow", curved=True))
    return Picture(shapes=(*shapes, *_piles(cut)))


def letter(index: int) -> str:
    """A piece's name: A to Z, then numbers."""
    return LETTERS[index] if index < len(LETTERS) else f"{index + 1}"


def knife(start: Point, end: Point) -> Iterator[Shape]:
    """A cut, with a blade where it begins."""
    (x, y), upright = start, start[0] == end[0]
    yield Stroke(points=(start, end), kind="cut")
    tip, back = 4.0, 3.0
    blade = ((x, y + tip), (x - back, y - back), (x + back, y - back))
    level = ((x + tip, y), (x - back, y - back), (x - back, y + back))
    yield Patch(points=blade if upright else level, tone="solid")


def _piles(cut: Cut) -> Iterator[Shape]:
    """Pieces on one another, A on top; or side by side where each pile is a copy."""
    names = [letter(index) for index in range(cut.pieces)]
    if cut.order in {"piles", "sheets"}:
        yield from stack(shorten(names, most=5), (148, 208))
        return
    shown = shorten(names, most=4)
    for index, name in enumerate(shown):
        x, y = 146.0 + 35 * (index % 2), 14.0 + 52 * (index // 2) + 28 * (len(shown) <= 2)
        yield from slab((x, x + 28), y, "")
        yield from slab((x, x + 28), y + 5, "")
        yield Label(text=name, at=(x + 14, y + 29), size=11, is_number=True)


def shorten(names: Sequence[str], *, most: int) -> list[str]:
    """The names that there is room for, and dots for the others before the last one."""
    return list(names) if len(names) <= most else [*names[: most - 2], "…", names[-1]]


def stack(names: Sequence[str], across: tuple[float, float]) -> Iterator[Shape]:
    """What lies on one another, seen from the side, the first one on top."""
    step = min(21.0, 96.0 / len(names))
    top = HEIGHT / 2 - step * len(names) / 2
    for index in reversed(range(len(names))):
        yield from slab(across, top + index * step, names[index])


def slab(across: tuple[float, float], y: float, name: str) -> Iterator[Shape]:
    """A sheet lying on the table, seen from its side, and its name."""
    left, right = across
    slant = 0.22 * (right - left)
    points = ((left + slant, y), (right, y), (right - slant, y + 15), (left, y + 15))
    yield Patch(points=points)
    if name:
        yield Label(text=name, at=((left + right) / 2, y + 7.5), size=11, is_number=True)
