"""The graphics state (ISO 32000-2, 8.4), as far as marks depend on it."""

from dataclasses import dataclass, field, fields

from pypdf.generic import PdfObject

from pamphleteer.objects import Rect
from pamphleteer.reading.content.faces import Face
from pamphleteer.reading.content.objects import IDENTITY, entry, items, name, number
from pamphleteer.reading.content.tints import BLACK, Tint
from pamphleteer.reading.drawings import Matrix

EVERYWHERE: Rect = (-1e7, -1e7, 1e7, 1e7)
NORMAL = ("", "Normal", "Compatible")


@dataclass(slots=True, kw_only=True)
class State:
    """What operators set and marks are painted with."""

    matrix: Matrix = IDENTITY
    clip: Rect = EVERYWHERE
    fill: Tint = BLACK
    stroke: Tint = BLACK
    fill_pattern: PdfObject | None = None
    stroke_pattern: PdfObject | None = None
    width: float = 1.0
    fill_overprint: bool = False
    stroke_overprint: bool = False
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    face: Face | None = None
    size: float = 0.0
    spacing: float = 0.0
    word_spacing: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    rendering: int = 0

    def copy(self) -> "State":
        """A state of its own with the same values."""
        return State(**{key: getattr(self, key) for key in KEYS})


KEYS = tuple(each.name for each in fields(State))


@dataclass(slots=True)
class Transparency:
    """What is transparent on a page, each kind once."""

    kinds: set[str] = field(default_factory=set)


def set_parameters(state: State, found: PdfObject | None, kinds: set[str]) -> None:
    """Take over a dictionary of graphics state parameters (8.4.5)."""
    line_width = entry(found, "/LW")
    if line_width is not None:
        state.width = number(line_width, 1.0)
    _set_overprint(state, found)
    _set_alpha(state, found, kinds)
    blend = name(found, "/BM") or "".join(str(each)[1:] for each in items(found, "/BM")[:1])
    if blend not in NORMAL:
        kinds.add(f"blend mode {blend}")
    mask = entry(found, "/SMask")
    if mask is not None and not isinstance(mask, str):
        kinds.add("soft mask")


def _set_overprint(state: State, found: PdfObject | None) -> None:
    """``OP`` sets both where ``op`` is not given (8.6.7)."""
    both, fill = entry(found, "/OP"), entry(found, "/op")
    if both is not None:
        state.stroke_overprint = bool(getattr(both, "value", both))
    fill = both if fill is None else fill
    if fill is not None:
        state.fill_overprint = bool(getattr(fill, "value", fill))


def _set_alpha(state: State, found: PdfObject | None, kinds: set[str]) -> None:
    fill, stroke = entry(found, "/ca"), entry(found, "/CA")
    if fill is not None:
        state.fill_alpha = number(fill, 1.0)
    if stroke is not None:
        state.stroke_alpha = number(stroke, 1.0)
    if any(each is not None and 0 < number(each, 1.0) < 1 for each in (fill, stroke)):
        kinds.add("opacity")
