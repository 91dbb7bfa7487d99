"""Operators that set colours (ISO 32000-2, 8.6.8)."""

from pypdf.generic import NameObject, PdfObject

from pamphleteer.reading.content.objects import dictionary, entry
from pamphleteer.reading.content.operators import Operand
from pamphleteer.reading.content.spaces import initial, read_space
from pamphleteer.reading.content.state import State
from pamphleteer.reading.content.tints import DEVICE, Tint

DEVICES = {"g": "DeviceGray", "rg": "DeviceRGB", "k": "DeviceCMYK"}
COLOURING = frozenset(("g", "rg", "k", "G", "RG", "K", "cs", "CS", "sc", "scn", "SC", "SCN"))


def set_colour(
    state: State, operator: str, operands: list[Operand], resources: PdfObject | None
) -> None:
    """Set the colour of fills, or with a capital operator that of strokes."""
    stroke = operator.isupper()
    pattern: PdfObject | None = None
    last = operands[-1] if operands else None
    if (device := DEVICES.get(operator.lower())) is not None:
        tint = Tint(space=DEVICE[device], values=_values(operands))
    elif operator.lower() == "cs":
        space = read_space(NameObject(f"/{last!s}"), resources)
        tint = Tint(space=space, values=initial(space))
    else:
        space = (state.stroke if stroke else state.fill).space
        tint = Tint(space=space, values=_values(operands))
        if isinstance(last, str):
            pattern = entry(dictionary(resources, "/Pattern"), f"/{last}")
    if stroke:
        state.stroke, state.stroke_pattern = tint, pattern
    else:
        state.fill, state.fill_pattern = tint, pattern


def _values(operands: list[Operand]) -> tuple[float, ...]:
    return tuple(value for value in operands if isinstance(value, float))
