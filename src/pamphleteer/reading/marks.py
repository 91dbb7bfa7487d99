"""The proof of printers' marks: what they draw, read from the written bytes, is among no pages.

A side's marks are one form, of which nothing is believed: each of its operators is followed, and
any that does more than draw lines and areas in an ink is refused. Points; the origin is a sheet's
lower left corner.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import hypot
from typing import cast

from pamphleteer.imposition.fold import FoldError
from pamphleteer.objects import Document, Rect
from pamphleteer.reading.drawings import (
    TOLERANCE,
    Matrix,
    intersect,
    is_close,
    multiply,
    read_marks,
)

NUMBERS = {
    "q": 0, "Q": 0, "cm": 6, "w": 1, "d": None, "m": 2, "l": 2, "c": 6, "re": 4, "h": 0,
    "S": 0, "f": 0, "G": 1, "g": 1, "K": 4, "k": 4, "CS": 0, "cs": 0, "SCN": 1, "scn": 1,
}  # fmt: skip
"""All that marks may do (ISO 32000-2, annex A), and with how many numbers."""

NUMBER = re.compile(rb"-?\d+(?:\.\d+)?(?=\s|\])")
OPERATION = re.compile(
    rb"\s*((?:(?:-?\d+(?:\.\d+)?|/All|\[[\d. ]*\])\s+)*)("
    + "|".join(NUMBERS).encode()
    + rb")(?=\s|$)"
)
"""Operands and an operator. Of names there is one, the colour that is on all plates."""

KEYS = {"/Type", "/Subtype", "/BBox", "/Resources", "/Length", "/Filter"}
MITRE = 10
"""How much farther than its half width a line may reach at a corner (8.4.3.5)."""


@dataclass(slots=True, kw_only=True)
class Pen:
    """Where the operators have come to: the matrix, the line's width, and the path's parts."""

    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    width: float = 1.0
    kept: list[tuple[Matrix, float]] = field(default_factory=list)
    parts: list[list[tuple[float, float]]] = field(default_factory=list)

    def note(self, points: Iterable[tuple[float, float]], *, begins: bool) -> None:
        """Add points to the path; curves lie within their control points' rectangle (8.5.2.2)."""
        a, b, c, d, e, f = self.matrix
        placed = [(a * x + c * y + e, b * x + d * y + f) for x, y in points]
        if begins or not self.parts:
            self.parts.append([])
        self.parts[-1] += placed

    def paint(self, *, lines: bool) -> Iterator[Rect]:
        """The rectangles around all parts of the path, which is then done with."""
        scale = max(hypot(*self.matrix[:2]), hypot(*self.matrix[2:4]))
        half = self.width * scale / 2 if lines else 0.0
        for part in self.parts:
            reach = half * (MITRE if len(part) > 2 else 1)
            x, y = [point[0] for point in part], [point[1] for point in part]
            yield min(x) - reach, min(y) - reach, max(x) + reach, max(y) + reach
        self.parts = []


def check_marks(
    imposed: Document,
    coloured: Sequence[Sequence[Rect]],
    cells: Sequence[Rect],
    strips: Sequence[Rect] = (),
    *,
    asked: bool,
) -> None:
    """See that the marks of all sides stand outside of all places of pages, and all pages show.

    Args:
        imposed: The sides.
        coloured: What the pages on each side colour, at most.
        cells: Places of pages, the outermost at least.
        strips: What is milled off between pages; a mark may stand there, if no page does.
        asked: Whether there may be marks.

    Raises:
        FoldError: a side has marks that it must not have, and which.
    """
    barred = _around([*cells, *(box for side in coloured for box in side)])
    painted: dict[str, tuple[Rect, ...]] = {}
    sides = zip(imposed.pages, coloured, strict=True)
    for number, (page, boxes) in enumerate(sides, start=1):
        form = read_marks(page, imposed)
        if form is None:
            continue
        if not asked:
            raise FoldError(f"side {number} has marks, which were not asked for")
        if form not in painted:
            _check_form(form, imposed, number)
            painted[form] = tuple(read_painted(imposed.content(form)))
        for mark in painted[form]:
            in_strip = any(is_close(intersect(mark, strip), mark) for strip in strips)
            if any(_touch(mark, box) for box in (boxes if in_strip else [barred])):
                raise FoldError(f"side {number} has a mark among its pages, at {mark}")


def _around(boxes: Sequence[Rect]) -> Rect:
    left, bottom, right, top = zip(*boxes, strict=True)
    return min(left), min(bottom), max(right), max(top)


def _touch(one: Rect, other: Rect) -> bool:
    left, bottom, right, top = intersect(one, other)
    return right - left > -TOLERANCE and top - bottom > -TOLERANCE


def _check_form(form: str, imposed: Document, number: int) -> None:
    """See that a form has nothing but its content and a colour."""
    entries = imposed.entries(form)
    strange = {*entries} - KEYS | {*imposed.entries(entries.get("/Resources"))} - {"/ColorSpace"}
    if strange:
        raise FoldError(f"the marks of side {number} have {', '.join(sorted(strange))}")


def read_painted(content: bytes) -> Iterator[Rect]:
    """Follow the operators of marks; the rectangles around all that they paint.

    Raises:
        FoldError: they do more than draw lines and areas.
    """
    pen, end = Pen(), 0
    while match := OPERATION.match(content, end):
        end = match.end()
        operator, values = match[2].decode(), [float(each) for each in NUMBER.findall(match[1])]
        if NUMBERS[operator] not in (None, len(values)):
            raise FoldError(f"marks have {len(values)} numbers before {operator}")
        if operator in {"S", "f"}:
            yield from pen.paint(lines=operator == "S")
        elif operator in {"m", "l", "c", "re"}:
            pen.note(_points(operator, values), begins=operator in {"m", "re"})
        else:
            _set(pen, operator, values)
    if content[end:].strip():
        raise FoldError(f"marks do more than draw: {content[end : end + 40].strip()!r}")


def _points(operator: str, values: Sequence[float]) -> Iterator[tuple[float, float]]:
    if operator == "re":
        x, y, width, height = values
        return iter([(x, y), (x + width, y), (x, y + height), (x + width, y + height)])
    return zip(values[::2], values[1::2], strict=True)


def _set(pen: Pen, operator: str, values: Sequence[float]) -> None:
    """Follow what paints nothing: colours and dashes need no following."""
    if operator == "w":
        pen.width = values[0]
    elif operator == "cm":
        pen.matrix = multiply(cast(Matrix, tuple(values)), pen.matrix)
    elif operator == "q":
        pen.kept.append((pen.matrix, pen.width))
    elif operator == "Q":
        if not pen.kept:
            raise FoldError("marks end what they did not begin")
        pen.matrix, pen.width = pen.kept.pop()
