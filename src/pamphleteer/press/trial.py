"""The trial print: three sheets on which one reads how a printer prints backs behind fronts.

`desk.trial_print` asks about what came out. Drawings are in millimetres, the origin in the middle
of the sheet, y downwards, as in SVG; everything is black, because many office printers are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from pamphleteer.press.copying import copy_document, write_for
from pamphleteer.typeset.fetching import Asset
from pamphleteer.typeset.typesetter import Typesetter
from pamphleteer.units import POINTS_PER_UNIT, Pt, Size

Face = Literal["front", "back"]
FACES: tuple[Face, ...] = ("front", "back")

MM = POINTS_PER_UNIT["mm"]
SHEETS = (1, 2, 3)
LEAST_WIDTH, LEAST_HEIGHT = 276.0, 190.0
"""Millimetres that a landscape sheet must have: letter's and A4's are wider and higher."""

RIGHT_SCALE = 100.0
"""How far to the right of the middle the second upright scale stands."""
REACH = 20
"""How far scales go to either side of their zero: as far as a printer's offset may."""
EDGE_REACH, EDGE_STEP = 20, 6.4
"""To how many millimetres from the edges one can read, and from one line there to the next."""
DIGIT = 3.5
"""The size of figures on scales."""
BASE = 0.36 * DIGIT
"""How far below its middle a figure's base line is: figures are 0.72 of the type's size high."""

NARROW, PLAIN = "League Gothic", "Libre Franklin"

RULES = """
@page {{ size: {sheet.width}pt {sheet.height}pt; margin: 0 }}
body {{ margin: 0 }}
img {{ display: block; width: {sheet.width}pt; height: {sheet.height}pt }}
"""

SCALE_TEXT = (
    "Print at actual size: from the cross to the upright scale at the right it must be 100 mm."
)
EDGE_TEXT = "At each edge, look for the smallest number whose line is printed from end to end."
FRONT_TEXT = (
    SCALE_TEXT,
    EDGE_TEXT,
    "Then type “pamphleteer printer ask” and a name for this printer, and answer its questions.",
)
BACK_TEXT = (
    "Hold the sheet against the light, its front towards you:",
    "the cross and the long line of this side show on the scales of the front.",
)

AGAIN_FRONT = (
    SCALE_TEXT,
    "Each back is to be behind its front: the same number, its arrow upwards,",
    "and, seen against the light, its cross and its line on the zeros of the three scales.",
    EDGE_TEXT,
    "Then type “pamphleteer printer ask {name} --again”, and answer.",
)
AGAIN_BACK = (
    "Printed with the profile “{name}”.",
    *BACK_TEXT,
    "Where they stand on the zeros, the profile is right.",
)
"""What stands on the sheets of a trial for which a profile was used."""


def trial_pdf(paper: Size) -> bytes:
    """Draw both sides of three sheets, for a printer that turns the paper itself.

    The file asks for actual size, and leaves the edge over which sheets are turned to the printer's
    settings: what these do is what the trial finds out.

    Args:
        paper: Its size, either way up; sides are landscape.

    Returns:
        Six pages: front 1, back 1, front 2 …; the same bytes for the same paper.

    Raises:
        ValueError: the paper is too small for the scales.
    """
    return _set([(face, sheet) for sheet in SHEETS for face in FACES], paper)


def trial_passes(paper: Size) -> tuple[bytes, bytes]:
    """Draw the three fronts and the three backs apart, for a stack that is put back by hand.

    Both files ask for one-sided printing, and have sheet 1 first.

    Raises:
        ValueError: the paper is too small for the scales.
    """
    fronts, backs = (
        _set([(face, sheet) for sheet in SHEETS], paper, duplex="/Simplex") for face in FACES
    )
    return fronts, backs


def trial_pages(paper: Size, name: str) -> bytes:
    """Draw the six sides of a trial with a profile, to be imposed for its printer.

    Args:
        paper: Its size, either way up.
        name: The printer's.

    Raises:
        ValueError: the paper is too small for the scales.
    """
    texts = {
        face: tuple(line.format(name=name) for line in lines)
        for face, lines in (("front", AGAIN_FRONT), ("back", AGAIN_BACK))
    }
    return _draw([(face, sheet) for sheet in SHEETS for face in FACES], paper, texts)


def takes_trial(paper: Size) -> bool:
    """Whether the scales have room on a paper."""
    height, width = sorted((paper.width / MM, paper.height / MM))
    return width >= LEAST_WIDTH and height >= LEAST_HEIGHT


def _set(sides: list[tuple[Face, int]], paper: Size, *, duplex: str | None = None) -> bytes:
    pdf = _draw(sides, paper, {"front": FRONT_TEXT, "back": BACK_TEXT})
    return write_for(copy_document(pdf), duplex=duplex)


def _draw(sides: list[tuple[Face, int]], paper: Size, texts: Mapping[str, Sequence[str]]) -> bytes:
    if not takes_trial(paper):
        raise ValueError(f"a trial needs {LEAST_WIDTH:g} × {LEAST_HEIGHT:g} mm")
    short, long = sorted((paper.width, paper.height))
    sheet = Size(width=Pt(long), height=Pt(short))
    assets = {
        f"{face}-{number}.svg": Asset(
            content=draw_side(face, number, sheet, texts[face]), media_type="image/svg+xml"
        )
        for face, number in sides
    }
    pictures = "".join(
        f'<img src="{face}-{number}.svg" alt="{face.capitalize()} {number} of a trial print">'
        for face, number in sides
    )
    html = f'<html lang="en"><head><title>Trial print</title></head><body>{pictures}</body></html>'
    typesetter = Typesetter(stylesheet="", assets=assets)
    return typesetter.draw(html, (), page_rules=RULES.format(sheet=sheet)).tagged_pdf()


def draw_side(face: Face, number: int, sheet: Size, lines: Iterable[str]) -> bytes:
    """Draw one side of a sheet as SVG, with lines of text below its scales."""
    width, height = sheet.width / MM, sheet.height / MM
    parts = _front(width, height) if face == "front" else _back(width)
    box = f"{-width / 2:.4f} {-height / 2:.4f} {width:.4f} {height:.4f}"
    drawn = "".join((*_name(face, number), *_arrow(), *parts, *_paragraph(lines)))
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{drawn}</svg>'.encode()


def _name(face: Face, number: int) -> Iterator[str]:
    yield _text(face.upper(), (-68, -33), size=26, anchor="end", font=NARROW)
    yield _text(f"{number}", (-62, -33), size=58, anchor="start", font=NARROW)


def _arrow() -> Iterator[str]:
    """A large arrow towards the head of the sheet."""
    points = ((58, -76), (74, -57), (64, -57), (64, -33), (52, -33), (52, -57), (42, -57))
    yield f'<path d="M {" L ".join(f"{x} {y}" for x, y in points)} Z"/>'
    yield _text("This arrow", (79, -44), size=6, anchor="start")
    yield _text("points to the top", (79, -36.5), size=6, anchor="start")


def _front(width: float, height: float) -> Iterator[str]:
    """The scales: level and upright through the middle, upright at the right, and at the edges."""
    yield _line((-REACH - 4, 0), (REACH + 4, 0), 0.2)
    yield _line((0, -REACH - 4), (0, REACH + 4), 0.2)
    yield from _pinwheel()
    yield from _upright_scale(RIGHT_SCALE)
    yield _text("level scale", (REACH + 6, 1.2), size=DIGIT, anchor="start")
    yield _text("upright scale", (0, REACH + 8), size=DIGIT)
    below = (RIGHT_SCALE + 9, REACH + 8)
    yield _text("upright scale at the right", below, size=DIGIT, anchor="end")
    yield from _edges(width, height)


def _back(width: float) -> Iterator[str]:
    """The cross, whose level line goes across the whole sheet."""
    yield _line((-width / 2, 0), (width / 2, 0), 0.25)
    yield _line((0, -REACH - 10), (0, REACH + 10), 0.25)


def _paragraph(lines: Iterable[str]) -> Iterator[str]:
    for index, line in enumerate(lines):
        yield _text(line, (0, 44 + 8 * index), size=4.6)


def _pinwheel() -> Iterator[str]:
    """Two scales that cross at their zeros; each arm has its ticks in a quadrant of its own."""
    for value in _values():
        away, way = _tick(value), -1 if value > 0 else 1
        yield _line((value, 0), (value, way * away), 0.15)  # level: up at the right, else down
        yield _line((0, -value), (way * away, -value), 0.15)  # upright: left above, else right
        if value % 10 == 0:
            yield _text(_say(value), (value, way * 6.5 + BASE), size=DIGIT)
        if value % 5 == 0:
            anchor = "end" if value > 0 else "start"
            yield _text(_say(value), (way * 5, -value + BASE), size=DIGIT, anchor=anchor)


def _upright_scale(x: float) -> Iterator[str]:
    yield _line((x, -REACH), (x, REACH), 0.2)
    for value in (0, *_values()):
        yield _line((x, -value), (x + _tick(value), -value), 0.15)
        if value % 5 == 0:
            yield _text(_say(value), (x + 5, -value + BASE), size=DIGIT, anchor="start")


def _values() -> Iterator[int]:
    return (value for value in range(-REACH, REACH + 1) if value)


def _tick(value: int) -> float:
    """The length of a scale's tick."""
    return 4.0 if value % 10 == 0 else 3.0 if value % 5 == 0 else 1.7


def _say(value: int) -> str:
    return f"{value}".replace("-", "−")


def _edges(width: float, height: float) -> Iterator[str]:
    """Along each edge, lines that lie 1, 2, 3 … mm from it, each with its number."""
    for value in range(1, EDGE_REACH + 1):
        along = (value - (EDGE_REACH + 1) / 2) * EDGE_STEP
        half, inside = EDGE_STEP / 2 - 0.3, value + 1.2
        for sign, anchor in ((-1, "start"), (1, "end")):
            x, y = sign * (width / 2 - value), sign * (height / 2 - value)
            yield _line((x, along - half), (x, along + half), 0.3)
            yield _line((along - half, y), (along + half, y), 0.3)
            beside = (sign * (width / 2 - inside), along + BASE)
            yield _text(f"{value}", beside, size=DIGIT, anchor=anchor)
            below = (along, sign * (height / 2 - inside - DIGIT / 2) + BASE)
            yield _text(f"{value}", below, size=DIGIT)


def _line(start: tuple[float, float], end: tuple[float, float], width: float) -> str:
    (x, y), (p, q) = start, end
    return (
        f'<path d="M {x:.4f} {y:.4f} L {p:.4f} {q:.4f}" fill="none" stroke="#000000" '
        f'stroke-width="{width}"/>'
    )


def _text(
    text: str, at: tuple[float, float], *, size: float, anchor: str = "middle", font: str = PLAIN
) -> str:
    return (
        f'<text x="{at[0]:.3f}" y="{at[1]:.3f}" text-anchor="{anchor}" font-family="{font}" '
        f'font-size="{size}">{text}</text>'
    )
