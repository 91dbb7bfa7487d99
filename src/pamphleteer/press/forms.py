"""Pages as forms: each page's own content becomes a form XObject (ISO 32000-2, 8.10).

Its bytes are not touched. Points; a form draws its page upright, its trimmed corner at the origin.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from pypdf import PageObject, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    IndirectObject,
    StreamObject,
)

from pamphleteer.imposition.laying import turn_edges
from pamphleteer.imposition.placing import Edges
from pamphleteer.imposition.plan import Slot, Turn
from pamphleteer.press.written import refer, write_numbers, write_stream, write_value
from pamphleteer.units import Pt, Size

Matrix = tuple[float, float, float, float, float, float]
Rect = tuple[float, float, float, float]

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)

OWN = {"/Subtype", "/BBox", "/Matrix", "/Resources", "/Group", "/Length"}
"""What a form says for itself, whatever the page's content stream says (8.10.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageForm:
    """A page as a form that draws it upright, its trimmed corner at the origin.

    ``edges`` are how far, in points, its BleedBox goes beyond each edge of its trim (14.11.2).
    """

    reference: IndirectObject
    size: Size
    edges: Edges = (0.0, 0.0, 0.0, 0.0)

    @property
    def bleed(self) -> float:
        """How far it goes beyond its trim at most."""
        return max(self.edges)


@dataclass(frozen=True, slots=True, kw_only=True)
class FormMaker:
    """Turns pages into forms of one writer; what pages share, their forms share."""

    writer: PdfWriter
    shared: dict[int, bytes] = field(default_factory=dict)

    def make_form(self, page: PageObject) -> PageForm:
        """Make the page's content a form with the page's resources, boxes and rotation."""
        turn, trim, bleed = read_turn(page), read_rect(page.trimbox), read_rect(page.bleedbox)
        unit = page.user_unit
        entries = [
            b"/Subtype /Form /BBox %b" % write_numbers(unite(trim, bleed)),
            b"/Resources %b" % self._share_resources(page),
        ]
        if (matrix := to_origin(trim, turn, scale=unit)) != IDENTITY:
            entries.append(b"/Matrix %b" % write_numbers(matrix))
        if "/Group" in page:
            entries.append(b"/Group %b" % write_value(page.raw_get("/Group").clone(self.writer)))
        content = _read_content(page)
        entries += self._copy_entries(content)
        beyond = _beyond(trim, bleed, unit=float(unit))
        return PageForm(
            reference=write_stream(self.writer, b" ".join(entries), content._data),
            size=measure(trim, turn, scale=unit),
            edges=turn_edges(beyond, Slot(page=None, rotation=turn)),
        )

    def _copy_entries(self, content: StreamObject) -> Iterator[bytes]:
        """Copy what a content stream says of itself: above all how its bytes are coded."""
        for key, value in content.items():
            if key not in OWN:
                yield b"%b %b" % (write_value(key), write_value(value.clone(self.writer)))

    def _share_resources(self, page: PageObject) -> bytes:
        """Copy the page's resources, its own or inherited, once for all pages that have them."""
        found = page.get_inherited("/Resources", DictionaryObject())
        if id(found) not in self.shared:
            copy = found.clone(self.writer)
            known = getattr(copy, "indirect_reference", None)
            self.shared[id(found)] = refer(known or self.writer._add_object(copy))
        return self.shared[id(found)]


def _read_content(page: PageObject) -> StreamObject:
    """The page's one content stream as it is, or several joined (ISO 32000-2, 7.8.2)."""
    contents = page["/Contents"] if page.get("/Contents") else ArrayObject()
    parts = contents if isinstance(contents, ArrayObject) else [contents]
    found = [part.get_object() for part in parts]
    streams = [stream for stream in found if isinstance(stream, StreamObject)]
    if len(streams) == 1:
        return streams[0]
    joined = DecodedStreamObject()
    joined.set_data(b"\n".join(stream.get_data() for stream in streams))
    return joined.flate_encode()


def _beyond(trim: Rect, bleed: Rect, *, unit: float) -> Edges:
    """How far a box goes beyond each edge of another, in units of so many points."""
    return (
        max(0.0, trim[0] - bleed[0]) * unit,
        max(0.0, trim[1] - bleed[1]) * unit,
        max(0.0, bleed[2] - trim[2]) * unit,
        max(0.0, bleed[3] - trim[3]) * unit,
    )


def read_turn(page: PageObject) -> Turn:
    """Read how far a viewer turns the page clockwise; odd angles are cut, as PDFium does."""
    return cast(Turn, page.rotation // 90 % 4 * 90)


def read_rect(box: Sequence[float]) -> Rect:
    """Read a box as left, bottom, right, top; any two opposite corners may be written (7.9.5)."""
    x0, y0, x1, y1 = (float(value) for value in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def unite(one: Rect, other: Rect) -> Rect:
    """The least rectangle around two."""
    left, bottom = min(one[0], other[0]), min(one[1], other[1])
    return left, bottom, max(one[2], other[2]), max(one[3], other[3])


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


def measure(rect: Rect, turn: Turn, *, scale: float = 1) -> Size:
    """Measure a rectangle once it is turned."""
    left, bottom, right, top = (scale * value for value in rect)
    sides = (Pt(right - left), Pt(top - bottom))
    width, height = reversed(sides) if turn in (90, 270) else sides
    return Size(width=width, height=height)
