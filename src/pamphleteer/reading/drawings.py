"""What a side of an imposed PDF draws: forms, where each stands, how it is turned and clipped.

Points; the origin is a sheet's lower left corner.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import hypot
from typing import cast

from pamphleteer.imposition.fold import FoldError
from pamphleteer.imposition.plan import Turn
from pamphleteer.objects import Document, Page, Rect, is_reference

Matrix = tuple[float, float, float, float, float, float]

PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

MEMORY = 64
"""Of how many matrices it is remembered how they turn and scale: most pages have the same."""

TOLERANCE = 0.01
"""Points by which what was written may differ from what is expected."""

NUMBER = rb"(-?\d+(?:\.\d+)?)\s+"
DRAWING = re.compile(
    rb"\s*q\s+" + NUMBER * 4 + rb"re\s+W\s+n\s+" + NUMBER * 6 + rb"cm\s+(/\S+)\s+Do\s+Q(?=\s|$)"
)
"""All that a side may hold, once for each page: a clip, a matrix and a form."""

MARKS = re.compile(rb"\s*q\s+/Marks\s+Do\s+Q\s*")
"""What a side may end with: its printers' marks, which are read by themselves."""

LAST_MARKS = re.compile(MARKS.pattern + rb"\Z")

TURNS: dict[tuple[int, int], Turn] = {(1, 0): 0, (0, -1): 90, (-1, 0): 180, (0, 1): 270}
"""Where a matrix sends the x axis, and the clockwise turn that is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form XObject: what refers to it, its matrix, and its box in its own space (8.10.2)."""

    reference: str
    matrix: Matrix
    box: Rect


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A form as it stands on a side.

    ``matrix`` maps the form's own space to the sheet's (ISO 32000-2, 8.3.4 and 8.10.1); ``box`` is
    the form's own box there.
    """

    form: Form
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
        return _read_turn(self.matrix[:4])

    @property
    def scales(self) -> tuple[float, float]:
        """How much it is scaled across the sheet, and down it."""
        return _read_scales(self.matrix[:4])


@lru_cache(MEMORY)
def _read_turn(linear: tuple[float, ...]) -> Turn:
    a, b, c, d = linear
    across, down = _read_scales(linear)
    towards = (round(a / across), round(b / down))
    plain = (towards[0], towards[1], -towards[1], towards[0])
    if towards not in TURNS or not is_close((a / across, b / down, c / across, d / down), plain):
        raise FoldError(f"a page is slanted or mirrored: {linear}")
    return TURNS[towards]


@lru_cache(MEMORY)
def _read_scales(linear: tuple[float, ...]) -> tuple[float, float]:
    a, b, c, d = linear
    return hypot(a, c), hypot(b, d)


def read_drawings(content: bytes, forms: Mapping[str, Form]) -> Iterator[Drawing]:
    """Read which pages a side draws, and refuse anything else that would show, but marks.

    Args:
        content: The side's operators.
        forms: What it may draw, by the names that it has for it.

    Raises:
        FoldError: something is drawn that is no page.
    """
    end = 0
    while match := DRAWING.match(content, end):
        end = match.end()
        name = match[11].decode()
        if name not in forms:
            raise FoldError(f"a side draws {name}, which it does not have")
        yield _read_drawing(match, forms[name])
    if content[end:].strip():
        if not MARKS.fullmatch(content, end):
            raise FoldError(f"a side draws something that is no page: {content[end : end + 40]!r}")
        if "/Marks" not in forms:
            raise FoldError("a side draws /Marks, which it does not have")


def drawings_of(page: Page, document: Document) -> Iterator[Drawing]:
    """Read which pages a side of an imposed document draws.

    Raises:
        FoldError: something is drawn that is no page.
    """
    forms = {name: read_form(each, document) for name, each in _list_forms(page, document).items()}
    return read_drawings(read_content(page, document), forms)


def read_content(page: Page, document: Document) -> bytes:
    """Read a page's operators."""
    return b"\n".join(document.content(stream) for stream in page.streams)


def read_form(reference: str, document: Document) -> Form:
    """Read where a form stands in its own space.

    Raises:
        FoldError: it has no box.
    """
    entries = document.entries(reference)
    box, matrix = document.rect(entries.get("/BBox")), PLAIN
    if "/Matrix" in entries:
        matrix = cast(Matrix, document.numbers(entries["/Matrix"]))
    if box is None or len(matrix) != len(PLAIN) or not is_reference(reference):
        raise FoldError("a side draws a form without a box, or with an odd matrix")
    return Form(reference=reference, matrix=matrix, box=box)


def read_marks(page: Page, document: Document) -> str | None:
    """Read which form a side draws as its marks; None where it draws none."""
    form = _list_forms(page, document).get("/Marks")
    return form if form and LAST_MARKS.search(read_content(page, document)) else None


def _list_forms(page: Page, document: Document) -> Mapping[str, str]:
    resources = document.entries(page.entries.get("/Resources"))
    return document.entries(resources.get("/XObject"))


def _read_drawing(match: re.Match[bytes], form: Form) -> Drawing:
    x, y, width, height, *placed = map(float, match.groups()[:10])
    matrix = cast(Matrix, tuple(placed))
    if form.matrix != PLAIN:
        matrix = multiply(form.matrix, matrix)
    clip = (x, y, x + width, y + height)
    return Drawing(form=form, matrix=matrix, clip=clip, box=transform(form.box, matrix))


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
    x0, y0 = a * left + c * bottom + e, b * left + d * bottom + f
    x1, y1 = a * right + c * top + e, b * right + d * top + f
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def intersect(one: Rect, other: Rect) -> Rect:
    """What two rectangles have in common."""
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    return left, bottom, min(one[2], other[2]), min(one[3], other[3])


def is_close(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether numbers are the same but for rounding."""
    return one == other or all(abs(a - b) < TOLERANCE for a, b in zip(one, other, strict=True))
