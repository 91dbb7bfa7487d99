"""Pictures of pages for a report: the page as it looks, its plates, where ink is heavy.

Pages are drawn by PDFium; plates are those of `reading.plates`, estimated from the page's marks.
All are turned and cut as the page is shown, so that places of findings fit all of them.
"""

from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageColor, ImageFilter

from pamphleteer.preflight.model import Heat, HeatStep, PageShots, Plate, Shot
from pamphleteer.preflight.pictures import picture_facts
from pamphleteer.preflight.view import PageView
from pamphleteer.reading.plates import Plates, sum_plates
from pamphleteer.reading.shapes import Looks
from pamphleteer.units import Box

MOST_SHOWN = 48
"""Pages of which there are pictures: a report of more would not open on a small computer."""

LONGEST = 1100
"""Pixels on the longer side of a page: 10 pt type can be read, a page takes about 60 kB."""

QUALITY = 55
THUMBNAIL = 160
"""Pixels on the longer side of a placed picture."""

MOST_PICTURES = 12
"""Thumbnails of one page."""

LEVELS = 16
"""Steps of a plate's ink: as many as one can tell apart, and a third of the bytes of all."""

TURNS = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180,
         270: Image.Transpose.ROTATE_90}  # fmt: skip

COLOURS = {"Cyan": "#0092c7", "Magenta": "#d6006e", "Yellow": "#e6c700", "Black": "#1b1b1b"}
SPOT = "#5b4b8a"
"""A spot colour's own look is not known here."""

LIGHT, DARK, OVER = "#dbe8ef", "#123a5c", "#e5261f"
"""The ramp of a map of ink, which stays apart from what is over the limit for the colour-blind."""

AVERAGED = 6.0
"""Points over which ink is averaged: what is smaller dries."""

STEP = 50.0
MOST_INK = 400.0
UNITS = 0.5
"""Levels of grey for a per cent of ink: 255 is 510 %."""


class Album:
    """Collects the pictures of a file's pages: of all, or of the first with errors or warnings."""

    def __init__(self, *, pages: int) -> None:
        self._all = pages <= MOST_SHOWN
        self._shots: list[PageShots] = []

    def add(self, view: PageView, *, faulty: bool) -> None:
        """Keep the pictures of a page, if it is to have any."""
        if (self._all or faulty) and len(self._shots) < MOST_SHOWN:
            self._shots.append(shoot_page(view))

    @property
    def shots(self) -> tuple[PageShots, ...]:
        """What was kept, in the order of pages."""
        return tuple(self._shots)


def shoot_page(view: PageView) -> PageShots:
    """Draw a page and its plates; one that is not read to its end is not drawn."""
    number = view.content.number
    if view.content.unread:
        return PageShots(number=number, page=None)
    looks = view.rasters.draw_in_colours(number, view.size, LONGEST)
    plates = _fine_plates(view, looks)
    shown = _as_shown(view, plates)
    places = [facts.place for facts in picture_facts(view)[:MOST_PICTURES]]
    scale = looks.width / max(1.0, view.size.width)
    return PageShots(
        number=number,
        page=_webp(looks),
        plates=tuple(_plates(view, plates, shown)),
        heat=_heat(list(shown.values()), plates.scale, view.profile.ink_total) if shown else None,
        pictures=tuple(_thumbnail(looks, place, scale) for place in places),
        exact=not any(space.kind in ("rgb", "lab", "unknown") for space in view.content.spaces),
    )


def _fine_plates(view: PageView, looks: Image.Image) -> Plates:
    """The plates with the shapes of letters, from the page's picture, turned back."""
    back = TURNS.get((360 - view.content.turn) % 360)
    upright = looks.transpose(back) if back else looks
    content = view.content
    shapes = Looks(picture=upright, crop=content.boxes["CropBox"])
    return Plates(content.boxes["MediaBox"], content.marks, view.samples, shapes)


def _as_shown(view: PageView, plates: Plates) -> dict[str, Image.Image]:
    cut = plates.cut(view.content.boxes["CropBox"])
    turn = TURNS.get(view.content.turn)
    return {ink: plate.transpose(turn) if turn else plate for ink, plate in cut.items()}


def _plates(view: PageView, plates: Plates, shown: dict[str, Image.Image]) -> Iterator[Plate]:
    """Inks that are used, those of the process first and in their order."""
    shares = dict(plates.coverage(view.content.trim))
    for ink in sorted(shares, key=ink_rank):
        if shown[ink].getextrema() != (0, 0):
            shot = _png(_inked(shown[ink], COLOURS.get(ink, SPOT)))
            yield Plate(ink=ink, share=100 * shares[ink], shot=shot)


def ink_rank(ink: str) -> tuple[int, str]:
    """Puts inks in order: those of the process as a press has them, then spots by their names."""
    order = tuple(COLOURS)
    return (order.index(ink) if ink in order else len(order), ink)


def _inked(plate: Image.Image, colour: str) -> Image.Image:
    """A plate in the colour of its ink, on white paper."""
    levels = plate.point([round(value * (LEVELS - 1) / 255) for value in range(256)])
    ramp = [_mix("#ffffff", colour, level / (LEVELS - 1)) for level in range(LEVELS)]
    return _painted(levels, ramp)


def _painted(levels: Image.Image, colours: list[tuple[int, ...]]) -> Image.Image:
    """A picture whose pixels are numbers of colours."""
    painted = Image.frombytes("P", levels.size, levels.tobytes())
    painted.putpalette([value for colour in colours for value in colour])
    return painted


def _mix(one: str, other: str, share: float) -> tuple[int, ...]:
    pairs = zip(ImageColor.getrgb(one), ImageColor.getrgb(other), strict=True)
    return tuple(round(a + (b - a) * share) for a, b in pairs)


def _heat(plates: list[Image.Image], scale: float, limit: float | None) -> Heat:
    """All plates together in steps of ink; averaged over 6 points, as the check of inks does."""
    blur = ImageFilter.BoxBlur((AVERAGED * scale - 1) / 2)
    summed = sum_plates([plate.filter(blur) for plate in plates])
    factor = 100 / 255 * UNITS
    amounts = summed.point(lambda value: value * factor + 0.5).convert("L")
    edges = _edges(limit)
    table = [sum(value / UNITS > edge for edge in edges) for value in range(256)]
    levels = amounts.point(table)
    colours = [(255, 255, 255), *_ramp(len(edges) - 1, over=limit is not None)]
    counts, whole = levels.histogram(), max(1, levels.width * levels.height)
    steps = tuple(
        HeatStep(
            least=edges[index],
            most=edges[index + 1] if index + 1 < len(edges) else None,
            colour="#" + bytes(colours[index + 1]).hex(),
            share=100 * counts[index + 1] / whole,
            over=limit is not None and index + 1 == len(edges),
        )
        for index in range(len(edges))
    )
    return Heat(shot=_png(_painted(levels, colours)), steps=steps)


def _edges(limit: float | None) -> list[float]:
    """Where steps of ink begin, in per cent; the last one is the limit, or none is above it."""
    top = MOST_INK - STEP if limit is None else limit
    return [1.0, *(STEP * n for n in range(1, int(top // STEP) + 1) if STEP * n < top), top]


def _ramp(count: int, *, over: bool) -> list[tuple[int, ...]]:
    """Colours of so many steps, and of the last one, which is over the limit or the darkest."""
    whole = count if over else count + 1
    ramp = [_mix(LIGHT, DARK, index / max(1, whole - 1)) for index in range(whole)]
    return [*ramp, ImageColor.getrgb(OVER)] if over else ramp


def _thumbnail(looks: Image.Image, place: Box, scale: float) -> Shot:
    """What is to be seen of a placed picture, cut out of the page."""
    left, top = int(place.x * scale), int(place.y * scale)
    right = max(left + 1, round((place.x + place.width) * scale))
    bottom = max(top + 1, round((place.y + place.height) * scale))
    cut = looks.crop((left, top, right, bottom))
    cut.thumbnail((THUMBNAIL, THUMBNAIL))
    return _webp(cut)


def _webp(picture: Image.Image) -> Shot:
    out = BytesIO()
    picture.save(out, "WEBP", quality=QUALITY, method=2)
    return Shot(kind="webp", data=out.getvalue(), width=picture.width, height=picture.height)


def _png(picture: Image.Image) -> Shot:
    out = BytesIO()
    picture.save(out, "PNG", optimize=False, compress_level=6)
    return Shot(kind="png", data=out.getvalue(), width=picture.width, height=picture.height)
