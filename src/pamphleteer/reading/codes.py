"""What looks like a QR code on a page, whether or not it can be read.

A reader of codes tells nothing of one that is too faint, blurred or half covered. Yet it is known
by its finder patterns, three squares in squares, of which at least two are still to be seen
(ISO/IEC 18004, 6.3.3).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from PIL import Image, ImageOps

from pamphleteer.objects import Rect
from pamphleteer.reading.content.marks import Area, Line, Mark, Placed

SIDES = (12.0, 300.0)
"""Points between which a code's side lies: 4 to 105 mm."""

SQUARE = 1.15
"""How many times as wide as high, or the other way, a code's box is at the most."""

PARTS = 20
"""Pieces that a code drawn as one path has at the least: runs of modules in 21 rows."""

MODULES = 60
"""Small squares that make a code, where each is a mark of its own."""

MODULE = 9.0
"""Points that a module's side has at the most."""

FINDER = (1, 1, 3, 1, 1)
"""Modules dark, light, dark, light, dark across a finder pattern."""


def code_places(marks: Sequence[Mark]) -> tuple[Rect, ...]:
    """Boxes of marks, or of many small ones together, that could be codes."""
    found = [mark.shown for mark in marks if _could_be_code(mark)]
    small = [mark.shown for mark in marks if isinstance(mark, Area) and _is_module(mark.shown)]
    if len(small) >= MODULES:
        lefts, bottoms, rights, tops = zip(*small, strict=True)
        found.append((min(lefts), min(bottoms), max(rights), max(tops)))
    return tuple(dict.fromkeys(rect for rect in found if _is_square(rect)))


def _could_be_code(mark: Mark) -> bool:
    if isinstance(mark, Placed):
        return _is_square(mark.shown)
    return isinstance(mark, Area | Line) and mark.parts >= PARTS


def _is_module(rect: Rect) -> bool:
    width, height = rect[2] - rect[0], rect[3] - rect[1]
    return 0 < height <= MODULE and 0 < width <= 30 * MODULE


def _is_square(rect: Rect) -> bool:
    width, height = rect[2] - rect[0], rect[3] - rect[1]
    least, most = sorted((width, height))
    return SIDES[0] <= least and most <= SIDES[1] and most <= SQUARE * least


def looks_like_code(picture: Image.Image) -> bool:
    """Whether a picture in grey, of a code and little else, has two finder patterns or more."""
    plain = ImageOps.autocontrast(picture)
    dark = plain.point(lambda value: 255 * (value < 128))
    box = dark.getbbox()
    if box is None:
        return False
    code = dark.crop(box)
    turned = (code, code.transpose(Image.Transpose.FLIP_LEFT_RIGHT))
    corners = (*turned, *(each.transpose(Image.Transpose.FLIP_TOP_BOTTOM) for each in turned))
    return sum(map(_has_finder, corners)) >= 2


def _has_finder(code: Image.Image) -> bool:
    """Whether a finder pattern is in the upper left corner: seen along a row and a column."""
    turned = code.transpose(Image.Transpose.TRANSPOSE)
    return any(_crosses_finder(code, row) for row in _rows(code)) and any(
        _crosses_finder(turned, row) for row in _rows(turned)
    )


def _rows(code: Image.Image) -> Iterable[int]:
    """Rows that may go through the middle of a finder: its height is 7 of 21 to 177 modules."""
    return range(max(1, code.height // 60), max(2, code.height // 5), max(1, code.height // 100))


def _crosses_finder(code: Image.Image, row: int) -> bool:
    runs = list(_runs(code.crop((0, row, code.width, row + 1)).tobytes()))[: len(FINDER)]
    module = sum(runs) / sum(FINDER)
    if len(runs) < len(FINDER) or module < 1.5:
        return False
    fits = (
        abs(run - share * module) <= 0.55 * module for run, share in zip(runs, FINDER, strict=True)
    )
    return all(fits)


def _runs(pixels: bytes) -> Iterator[int]:
    """The lengths of dark and light runs, from the first dark one on."""
    groups = [(value, len(list(run))) for value, run in groupby(pixels)]
    if groups and not groups[0][0]:
        groups = groups[1:]
    yield from (length for _, length in groups)
