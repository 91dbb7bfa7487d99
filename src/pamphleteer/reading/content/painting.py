"""Paths turned into marks: lines and areas, as they are painted."""

from collections.abc import Iterator

from pamphleteer.objects import Rect
from pamphleteer.reading.content.marks import Area, Line
from pamphleteer.reading.content.paths import Path, grow, thinnest_scale
from pamphleteer.reading.content.state import State

HAIR = 0.05
"""Points that the thinnest line takes, for its box to be one."""


def stroke(state: State, path: Path, box: Rect) -> Iterator[Line]:
    """Draw a pen along a path with this box."""
    thickness = state.width * thinnest_scale(state.matrix)
    yield Line(
        box=grow(box, max(thickness, HAIR) / 2),
        clip=state.clip,
        tint=state.stroke,
        overprint=state.stroke_overprint,
        alpha=state.stroke_alpha,
        thickness=thickness,
        parts=len(path.pieces),
    )


def fill(state: State, path: Path, box: Rect) -> Iterator[Area | Line]:
    """Fill a path: an area, and lines where it is so thin."""
    yield Area(
        box=box,
        clip=state.clip,
        tint=state.fill,
        overprint=state.fill_overprint,
        alpha=state.fill_alpha,
        pieces=path.pieces,
    )
    for bar, thickness in path.thin_bars(state.clip):
        yield Line(
            box=bar,
            clip=state.clip,
            tint=state.fill,
            overprint=state.fill_overprint,
            alpha=state.fill_alpha,
            thickness=thickness,
            stroked=False,
        )
