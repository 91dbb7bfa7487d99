"""Pictures of paper in the hands: how it is folded, inserted, stapled, sewn, slit and trimmed."""

from collections.abc import Iterator, Sequence

from pamphleteer.imposition.pictures import (
    HEIGHT,
    WIDTH,
    Label,
    Patch,
    Picture,
    Point,
    Shape,
    Stroke,
    draw_page,
    fit,
    rectangle,
    shorten,
    stack,
)
from pamphleteer.imposition.plan import Fold, Half, Side, Slot
from pamphleteer.ticket.table import Edge
from pamphleteer.units import Pt, Size

DEPTH = 0.62
"""How wide the half that is being folded still looks."""
TAPER = {False: -0.2, True: 0.16}
"""By how much its far edge looks shorter where it goes under, or longer where it goes over."""
OUTWARDS: dict[Half, Point] = {"left": (-1, 0), "right": (1, 0), "top": (0, -1), "bottom": (0, 1)}


class Folding:
    """Maps a sheet that is being folded to its picture.

    On paper, u runs from the fold outwards through the half that moves (0 to 1; the other half has
    -1 to 0), v along the fold (-1 to 1, downwards or to the right).
    """

    def __init__(self, fold: Fold, size: Size, area: tuple[float, float, float, float]) -> None:
        left, top, right, bottom = fit(size, area)
        self.fold = fold
        self.middle = ((left + right) / 2, (top + bottom) / 2)
        self.half = ((right - left) / 2, (bottom - top) / 2)

    def at(self, u: float, v: float) -> Point:
        """Where a point of the paper is seen."""
        if u > 0:
            u, v = DEPTH * u, v * (1 + TAPER[self.fold.over] * u)
        return self.flat(u, v)

    def flat(self, u: float, v: float) -> Point:
        """Where a point of unfolded paper is seen."""
        (x, y), (dx, dy) = self.middle, OUTWARDS[self.fold.half]
        if dx:
            return x + dx * u * self.half[0], y + v * self.half[1]
        return x + v * self.half[0], y + dy * u * self.half[1]

    def paper(self, x: float, y: float) -> Point:
        """The u and v of a place on the flat sheet, from -1 to 1 to the right and downwards."""
        dx, dy = OUTWARDS[self.fold.half]
        return (dx * x, y) if dx else (dy * y, x)

    def outline(self, *us: float) -> tuple[Point, ...]:
        """The corners of the paper between two distances from the fold."""
        first, last = us
        corners = ((first, -1), (last, -1), (last, 1), (first, 1))
        return tuple(self.at(u, v) for u, v in corners)


def picture_fold(before: Side, after: Side, fold: Fold, cell: Size) -> Picture:
    """One half of the paper goes under or over the other; beside it, what then is on top."""
    size = _extent(before, cell)
    folding = Folding(fold, size, (8, 14, 138, HEIGHT - 22))
    shapes: list[Shape] = [
        Patch(points=folding.outline(-1, 0)),
        Patch(points=folding.outline(0, 1), tone="moved"),
        *_creases(before, folding),
        *_pages(before, folding),
        Stroke(points=(folding.at(0, -1), folding.at(0, 1)), kind="fold"),
        *_swing(folding),
        *_result(after, cell, scale=2 * folding.half[0] / size.width),
    ]
    return Picture(shapes=tuple(shapes))


def _extent(side: Side, cell: Size) -> Size:
    width, height = cell.width * side.columns, cell.height * len(side.rows)
    return Size(width=Pt(width), height=Pt(height))


def _creases(side: Side, folding: Folding) -> Iterator[Shape]:
    """The lines between pages, which are folded later; each is bent where this fold is."""
    for way, count in enumerate((len(side.rows), side.columns)):
        for index in range(1, count):
            at = 2 * index / count - 1
            ends = ((at, -1.0), (at, 0.0), (at, 1.0)) if way else ((-1.0, at), (0.0, at), (1.0, at))
            places = (folding.paper(*end) for end in ends)
            yield Stroke(points=tuple(folding.at(*place) for place in places), kind="ghost")


def _pages(side: Side, folding: Folding) -> Iterator[Shape]:
    rows, columns = len(side.rows), side.columns
    for row, slots in enumerate(side.rows):
        for column, slot in enumerate(slots):
            u, v = folding.paper((2 * column + 1) / columns - 1, (2 * row + 1) / rows - 1)
            x, y = folding.at(u, v)
            shrunk = DEPTH if u > 0 else 1.0
            level = folding.fold.half in {"top", "bottom"}
            width = folding.half[0] / columns * (1 if level else shrunk) * 0.95
            height = folding.half[1] / rows * (shrunk if level else 1) * 0.95
            if u > 0:
                width, height = 0.86 * width, 0.86 * height
            yield from draw_page(slot, (x - width, y - height, x + width, y + height))


def _swing(folding: Folding) -> Iterator[Shape]:
    """The arrow along which the half moves, beside the paper."""
    places = ((0.85, 1.12), (0.1, 1.42), (-0.6, 1.12))
    points = tuple(folding.flat(u * (DEPTH if u > 0 else 1), v) for u, v in places)
    yield Stroke(points=points, kind="arrow", curved=True)


def _result(side: Side, cell: Size, *, scale: float) -> Iterator[Shape]:
    size = _extent(side, cell)
    most = min(scale, 58 / size.width, 94 / size.height)
    width, height = most * size.width / 2, most * size.height / 2
    x, y = 182.0, HEIGHT / 2 - 2
    area = (x - width, y - height, x + width, y + height)
    yield rectangle((area[0] + 1.6, area[1] + 1.6, area[2] + 1.6, area[3] + 1.6), "back")
    yield rectangle(area)
    step = (2 * width / side.columns, 2 * height / len(side.rows))
    for row, slots in enumerate(side.rows):
        for column, slot in enumerate(slots):
            left, top = area[0] + column * step[0], area[1] + row * step[1]
            yield from draw_page(slot, (left, top, left + step[0], top + step[1]))
    yield Label(text="then", at=(x, area[3] + 11))


def picture_nest(names: Sequence[str]) -> Picture:
    """Folded sheets put into one another, seen from their heads, the first one outside."""
    shapes: list[Shape] = []
    shown = shorten(names, most=4)
    for index, name in enumerate(shown):
        spine, spread, end = 34.0 + 21 * index, 46.0 - 12 * index, 150.0 + 12 * index
        points = ((end, 66 - spread), (spine, 66.0), (end, 66 + spread))
        shapes.append(Stroke(points=points))
        shapes.append(Label(text=name, at=(end + 11, 66 - spread), size=11, is_number=True))
    shapes.append(Stroke(points=((206, 66), (190, 66), (172, 66)), kind="arrow", curved=True))
    return Picture(shapes=tuple(shapes))


def picture_gather(names: Sequence[str]) -> Picture:
    """Sections or leaves laid on one another in their order."""
    return Picture(shapes=tuple(stack(shorten(names, most=5), (58, 158))))


def picture_staples(page: Size, binding: Edge) -> Picture:
    """The open booklet from outside, and two staples in its fold."""
    level = binding == "top"
    spread = Size(width=page.width, height=Pt(2 * page.height))
    if not level:
        spread = Size(width=Pt(2 * page.width), height=page.height)
    left, top, right, bottom = area = fit(spread, (30, 8, WIDTH - 30, HEIGHT - 8))
    x, y = (left + right) / 2, (top + bottom) / 2
    shapes: list[Shape] = [rectangle(area)]
    ends = ((left, y), (right, y)) if level else ((x, top), (x, bottom))
    shapes.append(Stroke(points=ends, kind="fold"))
    for part in (0.25, 0.75):
        at = (left + part * (right - left), y) if level else (x, top + part * (bottom - top))
        shapes.append(_staple(at, level=level))
        mark = (at[0], at[1] + 12) if level else (at[0] + 15, at[1])
        shapes.append(Label(text="¼" if part == 0.25 else "¾", at=mark, size=11))
    return Picture(shapes=tuple(shapes))


def _staple(at: Point, *, level: bool) -> Stroke:
    dx, dy = (7.0, 0.0) if level else (0.0, 7.0)
    return Stroke(points=((at[0] - dx, at[1] - dy), (at[0] + dx, at[1] + dy)), kind="staple")


def picture_edge(page: Size, binding: Edge, *, holes: bool) -> Picture:
    """A book with holes for wire along its spine, or with thread and glue."""
    left, top, right, bottom = area = fit(page, (30, 8, WIDTH - 30, HEIGHT - 8))
    shapes: list[Shape] = [
        rectangle((left + 2 * lift, top + 2 * lift, right + 2 * lift, bottom + 2 * lift), "back")
        for lift in (2, 1)
    ]
    shapes.append(rectangle(area))
    count = 9
    for index in range(count):
        part = (index + 0.5) / count
        x = {"left": left + 6, "right": right - 6}.get(binding, left + part * (right - left))
        y = top + 6 if binding == "top" else top + part * (bottom - top)
        if holes:
            shapes.append(rectangle((x - 1.6, y - 1.6, x + 1.6, y + 1.6), "solid"))
        elif index % 2 == 0:
            dx, dy = (5.0, 0.0) if binding == "top" else (0.0, 5.0)
            shapes.append(Stroke(points=((x - dx, y - dy), (x + dx, y + dy)), kind="thread"))
    return Picture(shapes=tuple(shapes))


def picture_trim(page: Size, binding: Edge | None) -> Picture:
    """A page and the cuts along its edges, but for the one where it is bound."""
    left, top, right, bottom = area = fit(page, (40, 16, WIDTH - 40, HEIGHT - 16))
    outer = (left - 7, top - 7, right + 7, bottom + 7)
    if binding == "left":
        outer = (left, *outer[1:])
    elif binding == "right":
        outer = (*outer[:2], right, outer[3])
    elif binding == "top":
        outer = (outer[0], top, *outer[2:])
    edges = {
        "left": ((left, top - 14), (left, bottom + 14)),
        "right": ((right, top - 14), (right, bottom + 14)),
        "top": ((left - 14, top), (right + 14, top)),
        "foot": ((left - 14, bottom), (right + 14, bottom)),
    }
    cuts = [Stroke(points=ends, kind="cut") for edge, ends in edges.items() if edge != binding]
    return Picture(shapes=(rectangle(outer, "back"), rectangle(area), *cuts))


def picture_slit() -> Picture:
    """A sheet of eight panels, slit between the four in the middle."""
    left, top, right, bottom = area = (28.0, 16.0, WIDTH - 28.0, HEIGHT - 16.0)
    step, middle = (right - left) / 4, (top + bottom) / 2
    shapes: list[Shape] = [rectangle(area)]
    for index in (1, 2, 3):
        x = left + index * step
        shapes.append(Stroke(points=((x, top), (x, bottom)), kind="fold"))
    shapes += [
        Stroke(points=((left, middle), (left + step, middle)), kind="fold"),
        Stroke(points=((right - step, middle), (right, middle)), kind="fold"),
        Stroke(points=((left + step, middle), (right - step, middle)), kind="cut"),
    ]
    return Picture(shapes=tuple(shapes))


def picture_push() -> Picture:
    """The slit sheet from above, folded along its length: both ends are pushed together."""
    y = HEIGHT / 2 - 6
    shapes: list[Shape] = [
        Label(text="seen from above", at=(WIDTH / 2, HEIGHT - 14)),
        Patch(points=((70, y), (108, y - 34), (146, y), (108, y + 34)), tone="back"),
        Stroke(points=((44, y), (70, y))),
        Stroke(points=((146, y), (172, y))),
    ]
    for start, end in ((8.0, 38.0), (208.0, 178.0)):
        points = ((start, y), ((start + end) / 2, y), (end, y))
        shapes.append(Stroke(points=points, kind="arrow", curved=True))
    return Picture(shapes=tuple(shapes))


def picture_closed(page: Size) -> Picture:
    """A finished zine with its first page in front."""
    left, top, right, bottom = area = fit(page, (30, 10, WIDTH - 30, HEIGHT - 10))
    behind = [
        rectangle((left + lift, top + lift, right + lift, bottom + lift), "back")
        for lift in (6, 4, 2)
    ]
    return Picture(shapes=(*behind, rectangle(area), *draw_page(Slot(page=1), area)))
