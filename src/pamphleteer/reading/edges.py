"""Looks where ink stands near the edges of sheets: in the strips that a printer leaves unprinted.

Only the strips are drawn, coarsely; what is white is no ink, whatever boxes a page has. Points, the
origin at a sheet's lower left corner, y upwards.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import pypdfium2
from PIL import Image

from pamphleteer.imposition.duplex import back_matrix, misses_backs
from pamphleteer.imposition.edges import Edge, Print, Reach, tell_reaches
from pamphleteer.imposition.paper import grid_of, turn_for
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.plan import Plan
from pamphleteer.imposition.printer import Printer
from pamphleteer.objects import Document, Rect, read_document
from pamphleteer.problems import Problem
from pamphleteer.reading.drawings import Drawing, Matrix, drawings_of, intersect, multiply
from pamphleteer.units import Pt, Size

PIXELS = 4.0
"""To the point: a pixel is a twelfth of a millimetre."""

WHITE = 248
"""What is as light as this, or lighter, shows no ink on paper."""

INKED = [255 if value < WHITE else 0 for value in range(256)]
"""What becomes of each shade in a picture of ink."""

BEYOND: Mapping[Edge, tuple[int, int]] = {
    "left": (0, 1),
    "lower": (1, 1),
    "right": (2, -1),
    "upper": (3, -1),
}
"""Of each edge which side of a rectangle is towards it, and which way is inwards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Where a page stands on its side: trimmed, and with all that it may draw."""

    page: int
    trim: Rect
    drawn: Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A picture of the ink along an edge: white where there is any; and where it lies."""

    edge: Edge
    ink: Image.Image
    place: Rect

    def pixels(self, area: Rect, *, grown: int) -> tuple[int, int, int, int]:
        """A rectangle of the sheet in the picture, so many pixels larger; perhaps an empty one."""
        left, bottom, right, top = intersect(area, self.place)
        x, y = self.place[0], self.place[3]
        box = (
            round((left - x) * PIXELS) - grown,
            round((y - top) * PIXELS) - grown,
            round((right - x) * PIXELS) + grown,
            round((y - bottom) * PIXELS) + grown,
        )
        return box[0], box[1], max(box[0], box[2]), max(box[1], box[3])

    def away(self, box: tuple[int, int, int, int]) -> float | None:
        """How far from the sheet's edge the ink in a part of the picture ends; None without."""
        part = self.ink.crop(box)
        found = part.getbbox() if part.width and part.height else None
        if found is None:
            return None
        width, height = self.ink.size
        left, top, right, bottom = found
        pixels = {
            "left": box[0] + left,
            "lower": height - box[1] - bottom,
            "right": width - box[0] - right,
            "upper": box[1] + top,
        }[self.edge]
        return (pixels + 0.5) / PIXELS  # the ink ends somewhere within its last pixel


def check_edges(
    imposed: bytes,
    sent: bytes,
    plan: Plan,
    setting: Setting,
    *,
    printer: Printer,
    source: Document,
    options: bool = True,
) -> Iterator[Problem]:
    """Tell what stands so near an edge of the paper that the printer leaves it out.

    Args:
        imposed: Sides as they were imposed.
        sent: The same as the printer gets them, their backs moved.
        plan: What stands where.
        setting: With which it was imposed.
        printer: Its profile.
        source: The pages.
        options: Whether a fix is told in a command's options, or else in a manifest's keys.
    """
    if printer.margin_mm <= 0:
        return
    document = read_document(imposed)
    _, _, width, height = document.pages[0].media
    sheet = Size(width=Pt(width), height=Pt(height))
    drawings = [list(drawings_of(page, document)) for page in document.pages]
    turned, _ = turn_for(plan, setting.flip, sheet)
    areas = list(_find_areas(turned, drawings, source))
    if plan.two_sided and misses_backs(printer):
        matrix = back_matrix(sheet, printer)
        areas[1::2] = [[_moved(area, matrix) for area in side] for side in areas[1::2]]
    parts = grid_of(plan).parts
    gutters = [(count - 1) * setting.gutter / 2 for count in reversed(parts)]
    scale = _scale(drawings, source) if setting.scale == "fit" else setting.scale
    made = Print(
        printer=printer,
        sheet=sheet,
        two_sided=plan.two_sided,
        scale=scale,
        fitted=setting.scale == "fit" and scale < 1,
        gutters=(gutters[0], gutters[1]),
        options=options,
    )
    yield from tell_reaches(list(read_reaches(sent, areas, made.margin)), made)


def _find_areas(
    plan: Plan, drawings: Sequence[Sequence[Drawing]], source: Document
) -> Iterator[list[Area]]:
    """Where pages stand on each side; they are drawn row by row."""
    for side, drawn in zip(plan.sides, drawings, strict=True):
        numbers = [slot.page for slot in side.slots if slot.page]
        yield [
            Area(
                page=number,
                trim=intersect(_bounds(source.pages[number - 1].trim, each.matrix), each.clip),
                drawn=intersect(each.box, each.clip),
            )
            for number, each in zip(numbers, drawn, strict=True)
        ]


def _scale(drawings: Sequence[Sequence[Drawing]], source: Document) -> float:
    unit = source.pages[0].unit
    return min((each.scales[1] / unit for side in drawings for each in side), default=1.0)


def _moved(area: Area, matrix: Matrix) -> Area:
    return Area(page=area.page, trim=_bounds(area.trim, matrix), drawn=_bounds(area.drawn, matrix))


def _bounds(area: Rect, matrix: Matrix) -> Rect:
    """What a rectangle covers when it is moved and turned, perhaps a little."""
    left, bottom, right, top = area
    corners = [
        multiply((1, 0, 0, 1, x, y), matrix)[4:] for x in (left, right) for y in (bottom, top)
    ]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def read_reaches(sent: bytes, areas: Sequence[Sequence[Area]], margin: Pt) -> Iterator[Reach]:
    """Find all that stands in the strips along the edges of sheets.

    Args:
        sent: The sides.
        areas: Of each side, where its pages stand; what is outside of them are marks.
        margin: How wide the strips are.
    """
    with pypdfium2.PdfDocument(sent) as document:
        for index, pages in enumerate(areas):
            side = document[index]
            side.set_rotation(0)
            for edge in BEYOND:
                if strip := _draw_strip(side, edge, margin):
                    yield from _read_strip(strip, index, pages, side.get_size())
            side.close()


def _draw_strip(side: pypdfium2.PdfPage, edge: Edge, margin: float) -> Strip | None:
    """Draw what is on a side within a margin of one of its edges, if anything is."""
    width, height = side.get_size()
    rest = {
        "left": (0, 0, max(0, width - margin), 0),
        "lower": (0, 0, 0, max(0, height - margin)),
        "right": (max(0, width - margin), 0, 0, 0),
        "upper": (0, max(0, height - margin), 0, 0),
    }[edge]
    drawn = side.render(scale=PIXELS, crop=rest, grayscale=True).to_pil().convert("L")
    if drawn.getextrema()[0] >= WHITE:
        return None
    across, up = drawn.width / PIXELS, drawn.height / PIXELS
    left = width - across if edge == "right" else 0.0
    bottom = height - up if edge == "upper" else 0.0
    place = (left, bottom, left + across, bottom + up)
    return Strip(edge=edge, ink=drawn.point(INKED), place=place)


def _read_strip(
    strip: Strip, side: int, areas: Sequence[Area], size: tuple[float, float]
) -> Iterator[Reach]:
    """What stands in a strip: of each page what is within its trim, and what is of no page.

    A page's part of the picture is a pixel smaller than its trim, as its neighbour's ink may
    colour half of the pixel between them.
    """
    for area in areas:
        away = strip.away(strip.pixels(area.trim, grown=-1))
        if away is not None:
            gap = _gap(strip.edge, area.trim, size)
            yield Reach(side=side, page=area.page, edge=strip.edge, away=away, gap=gap)
    for area in areas:
        strip.ink.paste(0, strip.pixels(area.drawn, grown=1))
    away = strip.away((0, 0, *strip.ink.size))
    if away is not None:
        yield Reach(side=side, page=None, edge=strip.edge, away=away)


def _gap(edge: Edge, area: Rect, size: tuple[float, float]) -> float:
    """How far a rectangle is from an edge of the sheet."""
    at, way = BEYOND[edge]
    return area[at] if way > 0 else size[at - 2] - area[at]
