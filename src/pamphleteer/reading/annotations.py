"""What is on a page beside its content: form fields and annotations as they would be printed.

Sections are those of ISO 32000-2.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from typing import cast

from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject, NullObject, PdfObject, StreamObject

from pamphleteer.reading.limits import NEVER_PRINTED

Matrix = tuple[float, float, float, float, float, float]
Rect = tuple[float, float, float, float]

HIDDEN, PRINT, NO_ROTATE = 1 << 1, 1 << 2, 1 << 4
"""Annotation flags (12.5.3). NoView is not among them: it hides from screens, not from paper."""

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)
QUARTERS: dict[int, tuple[int, int, int, int]] = {
    90: (0, 1, -1, 0),
    180: (-1, 0, 0, -1),
    270: (0, -1, 1, 0),
}
"""Anticlockwise turns, by which an annotation stays upright on a page that is turned clockwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawable:
    """An appearance stream, the matrix that puts it in its place, and the layer it is on."""

    appearance: StreamObject
    matrix: Matrix
    layer: PdfObject | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What is on a page beside its content: what is drawn, and how many cannot or need not be."""

    drawn: tuple[Drawable, ...] = ()
    without_look: int = 0
    for_screens: int = 0


def read_marks(page: PageObject) -> Marks:
    """Read what stands on a page and how it would be printed."""
    drawn, without_look, for_screens = [], 0, 0
    for annotation in _list_annotations(page):
        appearance, rect = _find_appearance(annotation), _read_rect(annotation.get("/Rect"))
        flags = resolve(annotation.get("/F"))
        flags = flags if isinstance(flags, int) else 0
        if flags & HIDDEN or rect is None:
            continue
        if not flags & PRINT:
            for_screens += appearance is not None or _should_show(annotation)
        elif appearance is None:
            without_look += _should_show(annotation)
        elif (matrix := _fit(appearance, rect)) is not None:
            if flags & NO_ROTATE:
                matrix = _multiply(matrix, _stand_upright(rect, page.rotation))
            layer = annotation.raw_get("/OC") if "/OC" in annotation else None
            drawn.append(Drawable(appearance=appearance, matrix=matrix, layer=layer))
    return Marks(drawn=tuple(drawn), without_look=without_look, for_screens=for_screens)


def _list_annotations(page: PageObject) -> Iterator[DictionaryObject]:
    listed = resolve(page.get("/Annots"))
    for item in listed if isinstance(listed, ArrayObject) else ():
        annotation = resolve(item)
        if not isinstance(annotation, DictionaryObject):
            continue
        if resolve(annotation.get("/Subtype")) not in NEVER_PRINTED:
            yield annotation


def _find_appearance(annotation: DictionaryObject) -> StreamObject | None:
    """Find the normal appearance, in the annotation's state where it has several (12.5.5)."""
    looks = resolve(annotation.get("/AP"))
    normal = resolve(looks.get("/N")) if isinstance(looks, DictionaryObject) else None
    if isinstance(normal, DictionaryObject) and not isinstance(normal, StreamObject):
        normal = resolve(normal.get(cast(str, resolve(annotation.get("/AS")))))
    is_usable = isinstance(normal, StreamObject) and _read_rect(normal.get("/BBox")) is not None
    return cast(StreamObject, normal) if is_usable else None


def _should_show(annotation: DictionaryObject) -> bool:
    """See whether one without an appearance is missed: not a field without a value, or off."""
    if resolve(annotation.get("/Subtype")) != "/Widget":
        return True
    field: object = annotation
    for _ in range(32):
        if not isinstance(field, DictionaryObject):
            break
        if str(resolve(annotation.get("/AS")) or resolve(field.get("/V")) or "/Off") != "/Off":
            return True
        field = resolve(field.get("/Parent"))
    return False


def _fit(appearance: StreamObject, rect: Rect) -> Matrix | None:
    """Fit the appearance's box, transformed by its matrix, into the rectangle (12.5.5)."""
    left, bottom, right, top = cast(Rect, _read_rect(appearance.get("/BBox")))
    a, b, c, d, e, f = _read_matrix(appearance)
    corners = [(x, y) for x in (left, right) for y in (bottom, top)]
    across = [a * x + c * y + e for x, y in corners]
    upwards = [b * x + d * y + f for x, y in corners]
    width, height = max(across) - min(across), max(upwards) - min(upwards)
    if not width or not height:
        return None
    wide, high = (rect[2] - rect[0]) / width, (rect[3] - rect[1]) / height
    return wide, 0, 0, high, rect[0] - wide * min(across), rect[1] - high * min(upwards)


def _stand_upright(rect: Rect, rotation: int) -> Matrix:
    """Turn against the page's rotation about the rectangle's upper left corner (12.5.3)."""
    if (turn := rotation // 90 % 4 * 90) not in QUARTERS:
        return IDENTITY
    a, b, c, d = QUARTERS[turn]
    x, y = rect[0], rect[3]
    return a, b, c, d, x - a * x - c * y, y - b * x - d * y


def _read_rect(value: object) -> Rect | None:
    """Read any two opposite corners as left, bottom, right, top (7.9.5); None without an area."""
    numbers = _read_numbers(value)
    if len(numbers) != 4:
        return None
    x0, y0, x1, y1 = numbers
    rect = min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    return rect if rect[0] < rect[2] and rect[1] < rect[3] else None


def _read_matrix(appearance: StreamObject) -> Matrix:
    numbers = _read_numbers(appearance.get("/Matrix"))
    return numbers if len(numbers) == 6 else IDENTITY


def _read_numbers(value: object) -> tuple[float, ...]:
    found = resolve(value)
    items = [resolve(item) for item in found] if isinstance(found, ArrayObject) else []
    return tuple(float(item) for item in items if isinstance(item, int | float) and isfinite(item))


def resolve(item: object) -> object:
    """Follow a reference; what PDF calls null is None."""
    found = item.get_object() if isinstance(item, PdfObject) else item
    return None if isinstance(found, NullObject) else found


def _multiply(first: Matrix, second: Matrix) -> Matrix:
    """Apply one matrix and then another (8.3.4)."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (
        *(a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s),
        *(e * p + f * r + t, e * q + f * s + u),
    )
