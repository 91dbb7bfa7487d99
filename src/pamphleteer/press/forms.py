"""Pages as forms: each page's own content becomes a form XObject (ISO 32000-2, 8.10).

Its bytes are not touched. Points; a form draws its page upright, its trimmed corner at the origin.
"""

import zlib
from dataclasses import dataclass
from functools import lru_cache

from pamphleteer.imposition.laying import turn_edges
from pamphleteer.imposition.placing import Edges
from pamphleteer.imposition.plan import Slot
from pamphleteer.objects import FLATE, Document, Page, Rect, Turn, is_reference
from pamphleteer.press.file import NewFile
from pamphleteer.press.written import write_numbers
from pamphleteer.units import Pt, Size

Matrix = tuple[float, float, float, float, float, float]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
NO_BLEED: Edges = (0.0, 0.0, 0.0, 0.0)

MEMORY = 256
"""Of how many pages it is remembered how they lie: most lie alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageForm:
    """A page as a form that draws it upright, its trimmed corner at the origin.

    ``edges`` are how far, in points, its BleedBox goes beyond each edge of its trim (14.11.2).
    """

    reference: bytes
    size: Size
    edges: Edges = NO_BLEED

    @property
    def bleed(self) -> float:
        """How far it goes beyond its trim at most."""
        return max(self.edges)


def make_form(page: Page, file: NewFile) -> PageForm:
    """Make a page's content a form with the page's resources, boxes and rotation."""
    source, own = file.source, page.reference
    matrix = to_origin(page.trim, page.turn, scale=page.unit)
    entries = [_write_geometry(unite(page.trim, page.bleed), matrix)]
    entries.append(b"/Resources %b" % file.keep(_write_resources(page, source)))
    if "/Group" in page.entries:
        entries.append(b"/Group %b" % file.keep(source.written(own, "/Group")))
    coding, data = _read_content(page, source)
    entries.append(file.keep(coding))
    reference = file.add_stream(b" ".join(entries), data)
    return PageForm(reference=reference, size=measure(page), edges=measure_bleed(page))


def _write_resources(page: Page, source: Document) -> bytes:
    found = page.entries.get("/Resources")
    if found is None:
        return b"<< >>"
    return found.encode() if is_reference(found) else source.written(page.reference, "/Resources")


@lru_cache(MEMORY)
def _write_geometry(box: Rect, matrix: Matrix) -> bytes:
    written = b"/Subtype /Form /BBox %b" % write_numbers(box)
    return written if matrix == IDENTITY else b"%b /Matrix %b" % (written, write_numbers(matrix))


def _read_content(page: Page, source: Document) -> tuple[bytes, bytes]:
    """The page's one content stream as it is, or several joined (ISO 32000-2, 7.8.2)."""
    streams = page.streams
    if len(streams) == 1:
        return source.coding(streams[0]), source.raw(streams[0])
    joined = b"\n".join(source.content(stream) for stream in streams)
    return FLATE, zlib.compress(joined)


def measure_bleed(page: Page) -> Edges:
    """How far a page's BleedBox goes beyond each edge of its TrimBox, in points, upright.

    What it draws is cut at its BleedBox, so that nothing of it lies farther out (14.11.2).
    """
    trim, bleed = page.trim, page.bleed
    if trim == bleed:
        return NO_BLEED
    beyond = (
        max(0.0, trim[0] - bleed[0]) * page.unit,
        max(0.0, trim[1] - bleed[1]) * page.unit,
        max(0.0, bleed[2] - trim[2]) * page.unit,
        max(0.0, bleed[3] - trim[3]) * page.unit,
    )
    return turn_edges(beyond, Slot(page=None, rotation=page.turn))


def unite(one: Rect, other: Rect) -> Rect:
    """The least rectangle around two."""
    left, bottom = min(one[0], other[0]), min(one[1], other[1])
    return left, bottom, max(one[2], other[2]), max(one[3], other[3])


@lru_cache(MEMORY)
def to_origin(rect: Rect, turn: Turn, *, scale: float = 1) -> Matrix:
    """Turn a rectangle clockwise and bring its new lower left corner to the origin."""
    left, bottom, right, top = (scale * value for value in rect)
    matrices: dict[Turn, Matrix] = {
        0: (scale, 0, 0, scale, -left, -bottom),
        90: (0, -scale, scale, 0, -bottom, right),
        180: (-scale, 0, 0, -scale, right, top),
        270: (0, scale, -scale, 0, top, -left),
    }
    return matrices[turn]


def measure(page: Page) -> Size:
    """Measure a page's trim in points, as it is read upright."""
    left, bottom, right, top = page.trim
    sides = (Pt(page.unit * (right - left)), Pt(page.unit * (top - bottom)))
    width, height = reversed(sides) if page.turn in (90, 270) else sides
    return Size(width=width, height=height)
