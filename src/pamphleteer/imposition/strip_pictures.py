"""Pictures of paper that is cut to its pages before it is folded, and of a strip that is a fan."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from pamphleteer.imposition.creases import block_of
from pamphleteer.imposition.pictures import (
    HEIGHT,
    WIDTH,
    Area,
    Label,
    Lines,
    Patch,
    Picture,
    Point,
    Shape,
    Stroke,
    Tone,
    draw_page,
    fit,
    knife,
    laid_on,
    lines_of,
    rectangle,
)
from pamphleteer.imposition.placing import Bed
from pamphleteer.imposition.plan import Plan, Side
from pamphleteer.units import MM_PER_PT, Pt, Size

LONG = 3.0
"""So many times as wide as it is high, a strip is drawn below its sheet, and not beside it."""

OVER = 6.0
"""How far a knife's line goes beyond the sheet."""

LEAST_CUT = 1.0
"""Of a margin in the picture; narrower ones are not drawn."""

MOST_PANELS = 8
"""Of a fan, as many as can be told apart in a picture."""

RISE = 13.0
"""By how much every second fold of a fan stands nearer."""


def picture_cutting_out(plan: Plan, bed: Bed) -> Picture:
    """The front of a sheet with its margins and where they are cut off, and what is left of it."""
    side, lines, block = plan.sheets[0].front, lines_of(plan), block_of(bed)
    size = Size(width=Pt(block[2] - block[0]), height=Pt(block[3] - block[1]))
    if size.width > LONG * size.height:
        areas = (40.0, 12.0, WIDTH - 40, 60.0), (8.0, 80.0, WIDTH - 8, HEIGHT - 14)
        arrow = ((WIDTH / 2, 64.0), (WIDTH / 2, 71.0))
    else:
        areas = (10.0, 12.0, 102.0, HEIGHT - 12), (132.0, 12.0, WIDTH - 8, HEIGHT - 16)
        arrow = ((112.0, HEIGHT / 2), (121.0, HEIGHT / 2))
    paper, strip = fit(bed.sheet, areas[0]), fit(size, areas[1])
    lay = laid_on(bed, paper)
    middle = ((strip[0] + strip[2]) / 2, strip[3] + 9)
    width, height = (round(length * MM_PER_PT) for length in (size.width, size.height))
    return Picture(
        shapes=(
            rectangle(paper, "back"),
            *_draw_block(side, lines, lay(block)),
            *_cuts(paper, lay(block)),
            Stroke(points=arrow, kind="arrow"),
            *_draw_block(side, lines, strip),
            Label(text=f"{width} × {height} mm", at=middle),
        )
    )


def _draw_block(side: Side, lines: Lines, area: Area) -> Iterator[Shape]:
    """All pages of a side without its margins, and the folds between them."""
    left, top, right, bottom = area
    rows, columns = len(side.rows), side.columns
    width, height = (right - left) / columns, (bottom - top) / rows
    yield rectangle(area)
    for row, slots in enumerate(side.rows):
        for column, slot in enumerate(slots):
            x, y = left + column * width, top + row * height
            yield from draw_page(slot, (x, y, x + width, y + height))
    for column in range(1, columns):
        x = left + column * width
        yield Stroke(points=((x, top), (x, bottom)), kind=lines.kind(column, columns, way=1))
    for row in range(1, rows):
        y = top + row * height
        yield Stroke(points=((left, y), (right, y)), kind=lines.kind(row, rows, way=0))


def _cuts(paper: Area, block: Area) -> Iterator[Shape]:
    """A knife's line along each edge of the pages that is not the paper's own."""
    left, top, right, bottom = paper
    for index, at in enumerate(block):
        if abs(at - paper[index]) > LEAST_CUT:
            level = ((left - OVER, at), (right + OVER, at))
            upright = ((at, top - OVER), (at, bottom + OVER))
            yield from knife(*(level if index % 2 else upright))


def picture_fan(panels: int, page: Size) -> Picture:
    """A strip folded back and forth as it stands on the table, its panels in their shape."""
    shown = min(panels, MOST_PANELS)
    size = Size(width=Pt(shown * page.width), height=page.height)
    left, top, right, bottom = fit(size, (14, 10, WIDTH - 14, HEIGHT - 10 - RISE))
    step = (right - left) / shown
    feet = [(left + index * step, bottom + RISE * (index % 2)) for index in range(shown + 1)]
    names = [f"{number}" for number in range(1, shown + 1)]
    if shown < panels:
        names[-2:] = ["…", f"{panels}"]
    shapes: list[Shape] = []
    for index, ends in enumerate(pairwise(feet)):
        shapes += _panel(ends, bottom - top, names[index], tone="moved" if index % 2 else "paper")
    return Picture(shapes=tuple(shapes))


def _panel(feet: Sequence[Point], height: float, name: str, *, tone: Tone) -> Iterator[Shape]:
    (x, y), (p, q) = feet
    yield Patch(points=((x, y), (p, q), (p, q - height), (x, y - height)), tone=tone)
    size = min(16.0, 0.5 * (p - x), 0.5 * height)
    yield Label(text=name, at=((x + p) / 2, (y + q - height) / 2), size=size, is_number=True)
