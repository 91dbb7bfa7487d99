"""Marks around a single page, outside its bleed: where it is cut, and whether plates meet.

Points, the origin at the trim's lower left corner, y upwards.
"""

from collections.abc import Iterator

from pamphleteer.imposition.margins import Circle, Line, Shape, Text
from pamphleteer.units import Pt, Size

CLEAR = 3.0
"""Points between the bleed and a mark."""
LENGTH = 15.0
"""Of a crop mark: a fifth of an inch."""
SLUG = Pt(CLEAR + LENGTH + CLEAR)
"""Points around the bleed in which all marks have room."""
RADIUS = 4.5
ARM = 7.0
"""A register mark's circle, and half the length of its lines."""
LETTERS = 7.0
"""The size of a plate's name."""
HAIR = 0.25
FINE = 0.5
"""The widths of marks: on a press, and on a Risograph, which prints nothing finer."""
UNPRINTED = 23.0
"""Points that a Risograph leaves free at the edges of a sheet: 8 mm."""
DRUM_SLUG = Pt(CLEAR + 2 * ARM + CLEAR + UNPRINTED)
"""Points around the bleed in which a drum's marks have room, on a sheet that is cut."""


def crop_marks(trim: Size, bleed: Pt) -> Iterator[Shape]:
    """Lines at the trim's corners, on all plates."""
    near, far = bleed + CLEAR, bleed + CLEAR + LENGTH
    for y in (0.0, trim.height):
        yield _line((-far, y), (-near, y))
        yield _line((trim.width + near, y), (trim.width + far, y))
    for x in (0.0, trim.width):
        yield _line((x, -far), (x, -near))
        yield _line((x, trim.height + near), (x, trim.height + far))


def register_marks(trim: Size, bleed: Pt) -> Iterator[Shape]:
    """A circle and a cross in the middle of each side: printed by all plates, they must meet."""
    away = bleed + CLEAR + ARM
    middle = (trim.width / 2, trim.height / 2)
    for x, y in (
        (middle[0], -away),
        (middle[0], trim.height + away),
        (-away, middle[1]),
        (trim.width + away, middle[1]),
    ):
        yield Circle(centre=(x, y), radius=RADIUS, ink="black", width=FINE)
        yield Line(start=(x - ARM, y), end=(x + ARM, y), ink="black", width=FINE)
        yield Line(start=(x, y - ARM), end=(x, y + ARM), ink="black", width=FINE)


def plate_name(name: str, bleed: Pt, *, at: int) -> Iterator[Shape]:
    """A plate's name below the page, each plate's beside that of the one before it."""
    left, bottom = 70.0 * at + CLEAR, -(bleed + CLEAR + ARM + LETTERS / 2)
    box = (left, bottom, left + 64.0, bottom + LETTERS * 1.3)
    yield Text(text=name, box=box, size=LETTERS, ink="black")


def _line(start: tuple[float, float], end: tuple[float, float]) -> Line:
    return Line(start=start, end=end, ink="registration", width=HAIR)
