"""Pictures and shadings as they are placed (ISO 32000-2, 8.7.4 and 8.9)."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot

from pypdf.generic import DictionaryObject, NameObject, PdfObject

from pamphleteer.reading.content.marks import Placed, Shade
from pamphleteer.reading.content.objects import entry, items, map_rect, name, number, numbers
from pamphleteer.reading.content.operators import InlineImage, Operand
from pamphleteer.reading.content.spaces import SHORT, UNKNOWN, read_space
from pamphleteer.reading.content.state import State
from pamphleteer.reading.content.tints import DEVICE, Space, Tint

UNIT = (0.0, 0.0, 1.0, 1.0)
DEEPEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """A picture's name in its resources, and its object's number, 0 if it has none."""

    title: str
    source: int = 0


def place_picture(
    picture: DictionaryObject, state: State, resources: PdfObject | None, origin: Origin
) -> Placed:
    """An image XObject where the matrix puts it: the unit square (8.9.5.1)."""
    stencil = bool(getattr(entry(picture, "/ImageMask"), "value", False))
    space = read_space(picture.get("/ColorSpace"), resources)
    filters = str(entry(picture, "/Filter"))
    if space is UNKNOWN and "JPXDecode" in filters:
        space = Space(family="JPX", components=0)
    soft = entry(picture, "/SMask") is not None or int(number(entry(picture, "/SMaskInData"))) > 0
    return _place(
        state,
        origin,
        columns=int(number(entry(picture, "/Width"))),
        rows=int(number(entry(picture, "/Height"))),
        space=DEVICE["DeviceGray"] if stencil else space,
        bits=1 if stencil else int(number(entry(picture, "/BitsPerComponent"), 8)),
        stencil=stencil,
        soft=soft,
    )


def place_inline(image: InlineImage, state: State, resources: PdfObject | None) -> Placed:
    """An image that stands in the content itself (8.9.7)."""
    keys = image.keys
    stencil = keys.get("IM", keys.get("ImageMask")) in (True, "true")
    bits = _whole(keys.get("BPC", keys.get("BitsPerComponent", 1.0 if stencil else 8.0)))
    return _place(
        state,
        Origin(title="inline image"),
        columns=_whole(keys.get("W", keys.get("Width", 0.0))),
        rows=_whole(keys.get("H", keys.get("Height", 0.0))),
        space=_inline_space(keys.get("CS", keys.get("ColorSpace")), resources),
        bits=1 if stencil else bits,
        stencil=stencil,
    )


def _inline_space(value: Operand | None, resources: PdfObject | None) -> Space:
    if isinstance(value, list) and value and isinstance(value[0], str):  # Indexed
        base = _inline_space(value[1] if len(value) > 1 else None, resources)
        return Space(family=SHORT.get(value[0], value[0]), components=1, base=base)
    if not isinstance(value, str):
        return DEVICE["DeviceGray"]
    return read_space(NameObject(f"/{value}"), resources)


def _whole(value: Operand) -> int:
    return int(value) if isinstance(value, float) else 0


def _place(
    state: State,
    origin: Origin,
    *,
    columns: int,
    rows: int,
    space: Space,
    bits: int,
    stencil: bool,
    soft: bool = False,
) -> Placed:
    a, b, c, d = state.matrix[:4]
    return Placed(
        box=map_rect(UNIT, state.matrix),
        clip=state.clip,
        tint=state.fill if stencil else None,
        overprint=state.fill_overprint,
        alpha=state.fill_alpha,
        name=origin.title,
        columns=columns,
        rows=rows,
        width=hypot(a, b),
        height=hypot(c, d),
        space=space,
        bits=bits,
        source=origin.source,
        stencil=stencil,
        soft=soft,
    )


def place_shading(shading: PdfObject | None, state: State, resources: PdfObject | None) -> Shade:
    """A shading over all of the clip, or over what is filled with it."""
    space = read_space(entry(shading, "/ColorSpace"), resources)
    counts = set[int]()
    ends = tuple(
        Tint(space=space, values=values)
        for values in _ends(entry(shading, "/Function"), counts)
        if len(values) == space.components
    )
    broken = bool(counts) and bool(space.components) and counts != {space.components}
    return Shade(
        box=state.clip,
        clip=state.clip,
        overprint=state.fill_overprint,
        alpha=state.fill_alpha,
        space=space,
        ends=ends,
        broken=broken,
    )


def _ends(
    function: PdfObject | None, counts: set[int], depth: int = 0
) -> Iterator[tuple[float, ...]]:
    """Values at the ends of exponential functions and of those stitched of them (7.10)."""
    if depth > DEEPEST or not isinstance(function, DictionaryObject):
        return
    kind = int(number(entry(function, "/FunctionType"), -1))
    if kind == 2:
        first, last = numbers(items(function, "/C0")), numbers(items(function, "/C1"))
        found = (first or (0.0,), last or (1.0,))
        counts.update(map(len, found))
        yield from found
    elif kind == 3:
        for part in items(function, "/Functions")[:64]:
            yield from _ends(part, counts, depth + 1)
    elif name(function, "/Range") or items(function, "/Range"):
        counts.add(len(items(function, "/Range")) // 2)
