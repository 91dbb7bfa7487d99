"""What a side of an imposed PDF draws: forms, where each stands, how it is turned and clipped.

Points; the origin is a sheet's lower left corner.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from typing import cast

from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from pamphleteer.imposition.fold import FoldError
from pamphleteer.imposition.plan import Turn

Matrix = tuple[float, float, float, float, float, float]
Rect = tuple[float, float, float, float]

TOLERANCE = 0.01
"""Points by which what was written may differ from what is expected."""

NUMBER = rb"(-?\d+(?:\.\d+)?)\s+"
DRAWING = re.compile(
    rb"\s*q\s+" + NUMBER * 4 + rb"re\s+W\s+n\s+" + NUMBER * 6 + rb"cm\s+(/\S+)\s+Do\s+Q(?=\s|$)"
)
"""All that a side may hold, once for each page: a clip, a matrix and a form."""

MARKS = re.compile(rb"\s*q\s+/Marks\s+Do\s+Q\s*")
"""What a side may end with: its printers' marks, which are read by themselves."""

TURNS: dict[tuple[int, int], Turn] = {(1, 0): 0, (0, -1): 90, (-1, 0): 180, (0, 1): 270}
"""Where a matrix sends the x axis, and the clockwise turn that is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A form as it stands on a side.

    ``matrix`` maps the form's own space to the sheet's (ISO 32000-2, 8.3.4 and 8.10.1); ``box`` is
    the form's own box there.
    """

    form: StreamObject
    matrix: Matrix
    clip: Rect
    box: Rect

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box."""
        left, bottom, right, top = self.box
        return (left + right) / 2, (bottom + top) / 2

    @property
    def turn(self) -> Turn:
        """How far it is turned clockwise.

        Raises:
            FoldError: it is slanted or mirrored.
        """
        a, b, c, d = self.matrix[:4]
        across, down = self.scales
        towards = (round(a / across), round(b / down))
        plain = (towards[0], towards[1], -towards[1], towards[0])
        if towards not in TURNS or not is_close(
            (a / across, b / down, c / across, d / down), plain
        ):
            raise FoldError(f"a page is slanted or mirrored: {(a, b, c, d)}")
        return TURNS[towards]

    @property
    def scales(self) -> tuple[float, float]:
        """How much it is scaled across the sheet, and down it."""
        a, b, c, d = self.matrix[:4]
        return hypot(a, c), hypot(b, d)


def read_drawings(page: PageObject) -> Iterator[Drawing]:
    """Read which pages a side draws, and refuse anything else that would show, but marks.

    Raises:
        FoldError: something is drawn that is no page.
    """
    content, forms, end = _read_content(page), _read_forms(page), 0
    while match := DRAWING.match(content, end):
        end = match.end()
        name = match[11].decode()
        if name not in forms:
            raise FoldError(f"a side draws {name}, which it does not have")
        yield _read_drawing(match, cast(StreamObject, forms[name]))
    if content[end:].strip() and not MARKS.fullmatch(content, end):
        raise FoldError(f"a side draws something that is no page: {content[end : end + 40]!r}")


def read_marks(page: PageObject) -> StreamObject | None:
    """Read the form with which a side draws its marks; None where it has none.

    Raises:
        FoldError: the side draws marks that it does not have.
    """
    if not re.search(MARKS.pattern + rb"\Z", _read_content(page)):
        return None
    form = _read_forms(page).get("/Marks")
    if form is None:
        raise FoldError("a side draws /Marks, which it does not have")
    return cast(StreamObject, form.get_object())


def _read_content(page: PageObject) -> bytes:
    return cast(StreamObject, page["/Contents"]).get_data()


def _read_forms(page: PageObject) -> DictionaryObject:
    return cast(DictionaryObject, cast(DictionaryObject, page["/Resources"])["/XObject"])


def _read_drawing(match: re.Match[bytes], form: StreamObject) -> Drawing:
    x, y, width, height, *placed = (float(match[group]) for group in range(1, 11))
    own = tuple(float(value) for value in form.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    matrix = multiply(cast(Matrix, own), cast(Matrix, tuple(placed)))
    box = transform(read_rect(cast(ArrayObject, form["/BBox"])), matrix)
    return Drawing(form=form, matrix=matrix, clip=(x, y, x + width, y + height), box=box)


def read_rect(box: Sequence[float]) -> Rect:
    """Read a box as left, bottom, right, top; any two opposite corners may be written (7.9.5)."""
    x0, y0, x1, y1 = (float(value) for value in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def multiply(first: Matrix, second: Matrix) -> Matrix:
    """Apply one matrix and then another (8.3.4)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def transform(rect: Rect, matrix: Matrix) -> Rect:
    """Map a rectangle by a matrix that turns it by right angles only."""
    a, b, c, d, e, f = matrix
    left, bottom, right, top = rect
    one = (a * left + c * bottom + e, b * left + d * bottom + f)
    other = (a * right + c * top + e, b * right + d * top + f)
    return read_rect(one + other)


def intersect(one: Rect, other: Rect) -> Rect:
    """What two rectangles have in common."""
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    return left, bottom, min(one[2], other[2]), min(one[3], other[3])


def is_close(one: Iterable[float], other: Iterable[float]) -> bool:
    """Whether numbers are the same but for rounding."""
    return all(abs(a - b) < TOLERANCE for a, b in zip(one, other, strict=True))
