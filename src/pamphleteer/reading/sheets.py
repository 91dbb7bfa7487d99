"""The proof of an imposed PDF: it is read back, folded in simulation, and must be the source.

Nothing is taken from the plan by which the sheets were written. Which form stands where, and how it
is turned, comes from the written bytes; which page a form shows is found by comparing its content
and resources with those of the source's pages. Points; the origin is a sheet's lower left corner.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from itertools import chain, count
from math import hypot, isclose
from typing import cast

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from pamphleteer.imposition import (
    FoldError,
    ReadPage,
    Sheet,
    Side,
    Slot,
    Turn,
    check_reading_order,
    read_booklet,
    read_stack,
)
from pamphleteer.issue.model import Flip
from pamphleteer.reading.page_forms import shows_page
from pamphleteer.units import Size

Matrix = tuple[float, float, float, float, float, float]
Rect = tuple[float, float, float, float]

TOLERANCE = 0.01
"""Points by which what was written may differ from what is expected."""

DUPLEX = {
    None: "/Simplex",
    "short-edge": "/DuplexFlipShortEdge",
    "long-edge": "/DuplexFlipLongEdge",
}

NUMBER = rb"(-?\d+(?:\.\d+)?)\s+"
DRAWING = re.compile(
    rb"\s*q\s+" + NUMBER * 4 + rb"re\s+W\s+n\s+" + NUMBER * 6 + rb"cm\s+(/\S+)\s+Do\s+Q(?=\s|$)"
)
"""All that a side may hold, once for each page: a clip, a matrix and a form."""

TURNS: dict[tuple[int, int], Turn] = {(1, 0): 0, (0, -1): 90, (-1, 0): 180, (0, 1): 270}
"""Where a matrix sends the x axis, and the clockwise turn that is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What must be found, and pairs of objects already seen to be the same.

    ``flip`` is None for sheets that are printed on one side.
    """

    pages: tuple[PageObject, ...]
    paper: Size
    flip: Flip | None
    same: set[tuple[int, int]] = field(default_factory=set)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A form as it stands on a side.

    ``matrix`` maps the form's own space to the sheet's (ISO 32000-2, 8.3.4 and 8.10.1). ``part`` is
    the half or the whole of the sheet that it stands in; ``align`` says at which edge of that a
    page belongs: 0 left, 1 right, 0.5 in the middle.
    """

    form: StreamObject
    matrix: Matrix
    clip: Rect
    part: Rect
    align: float


def prove_booklet(source: bytes, imposed: bytes, *, paper: Size, flip: Flip) -> None:
    """Fold what was written, as a printer with that flip would print it, and read it 1…n.

    Every page of the source must be there once, upright and in order when the nested and folded
    sheets are leafed through: at actual size, its trimmed inner edge at the spine, centred in
    height, clipped at the spine and nowhere within its trim.

    Args:
        source: The pages in reading order.
        imposed: Landscape sides, two pages up: front 1, back 1, front 2 and so on.
        paper: The paper's size, either way up.
        flip: The edge over which the printer turns the sheet.

    Raises:
        FoldError: names the first page that is not where the reader needs it.
    """
    _prove(source, imposed, paper=paper, flip=flip)


def prove_single_pages(source: bytes, imposed: bytes, *, paper: Size) -> None:
    """Leaf through one-sided sheets: every page once, in order, upright, centred, at actual size.

    Raises:
        FoldError: names the first page that is not where the reader needs it.
    """
    _prove(source, imposed, paper=paper, flip=None)


def _prove(source: bytes, imposed: bytes, *, paper: Size, flip: Flip | None) -> None:
    proof = Proof(pages=tuple(PdfReader(BytesIO(source)).pages), paper=paper, flip=flip)
    reader = PdfReader(BytesIO(imposed))
    _check_duplex(reader, flip)
    sides = [tuple(_read_side(page, proof)) for page in reader.pages]
    drawings = tuple(chain.from_iterable(sides))
    sheets = _rebuild_sheets(sides, flip)
    folded = read_booklet(sheets, flip=flip) if flip else read_stack(sheets)
    if sum(page.page is None for page in folded) > 3:
        raise FoldError("there is a sheet more than the pages need")
    seen = ((page, drawings[page.page - 1]) for page in folded if page.page)
    found = [
        _identify(drawing, page.rotation, proof, number)
        for number, (page, drawing) in enumerate(seen, start=1)
    ]
    check_reading_order(found, page_count=len(proof.pages))


def _check_duplex(reader: PdfReader, flip: Flip | None) -> None:
    """See that the file asks the printer for the flip that the fold assumes."""
    preferences = reader.root_object.get("/ViewerPreferences", DictionaryObject()).get_object()
    asked = preferences.get("/Duplex")
    if asked != DUPLEX[flip]:
        raise FoldError(f"the file asks the printer for {asked}, not {DUPLEX[flip]}")


def _read_side(page: PageObject, proof: Proof) -> Iterator[Drawing]:
    """Read what a side draws, and refuse anything else that would show."""
    sheet = _read_rect(page.mediabox)
    short, long = sorted((proof.paper.width, proof.paper.height))
    ways = ((0, 0, long, short),) if proof.flip else ((0, 0, long, short), (0, 0, short, long))
    if page.rotation or not any(_is_close(sheet, way) for way in ways):
        raise FoldError(f"a side is {sheet}, not paper of {long} × {short} points")
    content = cast(StreamObject, page["/Contents"]).get_data()
    forms = cast(DictionaryObject, cast(DictionaryObject, page["/Resources"])["/XObject"])
    end = 0
    while match := DRAWING.match(content, end):
        end = match.end()
        name = match[11].decode()
        if name not in forms:
            raise FoldError(f"a side draws {name}, which it does not have")
        form = cast(StreamObject, forms[name])
        yield _read_drawing(match, form, sheet, two_up=bool(proof.flip))
    if content[end:].strip():
        raise FoldError(f"a side draws something that is no page: {content[end : end + 40]!r}")


def _read_drawing(
    match: re.Match[bytes], form: StreamObject, sheet: Rect, *, two_up: bool
) -> Drawing:
    """Read where a form stands; two up, its middle tells in which half of the sheet."""
    x, y, width, height, *placed = (float(match[group]) for group in range(1, 11))
    own = tuple(float(value) for value in form.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    matrix = _multiply(cast(Matrix, own), cast(Matrix, tuple(placed)))
    left, _, right, _ = _transform(_read_rect(cast(ArrayObject, form["/BBox"])), matrix)
    part, align, spine = sheet, 0.5, sheet[2] / 2
    if two_up and left + right < 2 * spine:
        part, align = (0, 0, spine, sheet[3]), 1
    elif two_up:
        part, align = (spine, 0, sheet[2], sheet[3]), 0
    clip = (x, y, x + width, y + height)
    return Drawing(form=form, matrix=matrix, clip=clip, part=part, align=align)


def _rebuild_sheets(sides: Iterable[Sequence[Drawing]], flip: Flip | None) -> tuple[Sheet, ...]:
    """Make sheets whose "pages" are the numbers of the drawings, in the order they were read."""
    numbers = count(1)
    rebuilt = [_rebuild_side(side, numbers, 2 if flip else 1) for side in sides]
    if not flip:
        return tuple(Sheet(front=side) for side in rebuilt)
    if len(rebuilt) % 2:
        raise FoldError(f"{len(rebuilt)} sides: the last sheet has no back")
    pairs = zip(rebuilt[::2], rebuilt[1::2], strict=True)
    return tuple(Sheet(front=front, back=back) for front, back in pairs)


def _rebuild_side(side: Iterable[Drawing], numbers: Iterator[int], up: int) -> Side:
    row = [Slot(page=None)] * up
    for drawing in side:
        column = 1 if drawing.part[0] else 0
        if row[column].page:
            raise FoldError("two pages stand in one place")
        row[column] = Slot(page=next(numbers), rotation=_read_rotation(drawing.matrix))
    return Side(rows=(tuple(row),))


def _identify(drawing: Drawing, rotation: Turn, proof: Proof, expected: int) -> ReadPage:
    """Say which page a drawing shows, the expected one if it can be, and how far it is turned."""
    likely = expected - 1 if expected <= len(proof.pages) else 0
    for index in chain((likely,), range(len(proof.pages))):
        page = proof.pages[index]
        if shows_page(drawing.form, page, proof.same):
            _check_place(drawing, page, index + 1)
            turn = cast(Turn, (rotation - page.rotation // 90 * 90) % 360)
            return ReadPage(page=index + 1, rotation=turn)
    raise FoldError(f"what is read as page {expected} is no page of the source")


def _check_place(drawing: Drawing, page: PageObject, number: int) -> None:
    """See that a page is at actual size, in its place, and cut by nothing but its part's edges."""
    if not isclose(hypot(*drawing.matrix[:2]), page.user_unit, rel_tol=1e-6):
        raise FoldError(f"page {number} is not at actual size")
    trim = _transform(_read_rect(page.trimbox), drawing.matrix)
    place = _find_place(trim, drawing)
    if not _is_close(trim, place):
        raise FoldError(f"page {number} stands at {trim}, not at {place}")
    if not _is_close(drawing.clip, _intersect(drawing.clip, drawing.part)):
        raise FoldError(f"page {number} may draw across the spine")
    box = _transform(_read_rect(cast(ArrayObject, drawing.form["/BBox"])), drawing.matrix)
    shown = _intersect(trim, drawing.part)
    if not _is_close(shown, _intersect(shown, _intersect(box, drawing.clip))):
        raise FoldError(f"page {number} is cut within its trim")


def _find_place(trim: Rect, drawing: Drawing) -> Rect:
    """Find where a page of that size belongs in its part of the sheet."""
    left, bottom, right, top = drawing.part
    width, height = trim[2] - trim[0], trim[3] - trim[1]
    x = left + (right - left - width) * drawing.align
    y = bottom + (top - bottom - height) / 2
    return x, y, x + width, y + height


def _read_rotation(matrix: Matrix) -> Turn:
    """Read a matrix as a clockwise turn; one that mirrors or slants is refused."""
    a, b, c, d = matrix[:4]
    scale = hypot(a, b)
    towards = (round(a / scale), round(b / scale))
    plain = (scale * towards[0], scale * towards[1], -scale * towards[1], scale * towards[0])
    if towards not in TURNS or not _is_close((a, b, c, d), plain):
        raise FoldError(f"a page is slanted or mirrored: {(a, b, c, d)}")
    return TURNS[towards]


def _read_rect(box: Sequence[float]) -> Rect:
    """Read a box as left, bottom, right, top; any two opposite corners may be written (7.9.5)."""
    x0, y0, x1, y1 = (float(value) for value in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _multiply(first: Matrix, second: Matrix) -> Matrix:
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


def _transform(rect: Rect, matrix: Matrix) -> Rect:
    """Map a rectangle by a matrix that turns it by right angles only."""
    a, b, c, d, e, f = matrix
    left, bottom, right, top = rect
    one = (a * left + c * bottom + e, b * left + d * bottom + f)
    other = (a * right + c * top + e, b * right + d * top + f)
    return _read_rect(one + other)


def _intersect(one: Rect, other: Rect) -> Rect:
    left, bottom = max(one[0], other[0]), max(one[1], other[1])
    return left, bottom, min(one[2], other[2]), min(one[3], other[3])


def _is_close(one: Iterable[float], other: Iterable[float]) -> bool:
    return all(abs(a - b) < TOLERANCE for a, b in zip(one, other, strict=True))
