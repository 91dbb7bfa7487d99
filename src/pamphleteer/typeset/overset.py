"""Finds what stands out of a frame, where it would be overprinted or cut off (guard G6)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from weasyprint.formatting_structure import boxes

from pamphleteer.typeset.frame import Line, Overset
from pamphleteer.typeset.guards import source_line
from pamphleteer.typeset.paragraph.drawing import SetText
from pamphleteer.typeset.trees import every_box
from pamphleteer.units import Pt

PT_PER_PX = 72 / 96
TOLERANCE = 1.0
"""Points by which ink may pass a frame's edge before it counts as standing out."""

HYPHEN = "\u2010"
"""Stands where a word is broken."""

Repeated = Mapping[int, Sequence[Any]]
"""The heads and feet of tables, which stand in each frame, by their table's element."""


def find_repeated(matter: Iterable[Any]) -> Repeated:
    """Find the heads and feet with text of all tables in a thread's source boxes."""
    return {
        id(box.element): [group for group in box.children if is_repeated(group) and _text_in(group)]
        for box in matter
        if isinstance(box, boxes.TableBox)
    }


def is_repeated(group: Any) -> bool:
    """Whether a group of rows is a table's head or foot."""
    return bool(group.is_header or group.is_footer)


def find_overset(
    areas: tuple[Any, ...], strips: Sequence[Any], lines: Sequence[Line], size: tuple[Pt, Pt]
) -> Overset | None:
    """Find what passes the frame's edges or runs into its notes.

    Args:
        areas: The root of the text, and that of the notes if there are any.
        strips: The boxes of the lines.
        lines: What is known of each.
        size: The frame's width and height, in points.
    """
    width, height = size
    _, *notes = areas
    floor = notes[0].position_y * PT_PER_PX if notes else height
    if floor < -TOLERANCE:
        return _stands_out(notes[0].children[0], "footnotes", Pt(-floor))
    for strip, line in zip(strips, lines, strict=True):
        if (excess := line.bottom - floor) > TOLERANCE:
            return _stands_out(strip, "deep", Pt(excess))
    inks = [box for area in areas for box in every_box(area) if _has_ink(box)]
    if any(_passes_edge(box, width) > TOLERANCE for box in inks):
        # What is too wide may have pushed others out: in a table, the cells beside it.
        widest = max(inks, key=lambda box: (_passes_edge(box, width) > TOLERANCE, box.width))
        cell = _cell_around(widest, areas)
        excess = _passes_edge(widest, width)
        return _stands_out(cell or widest, "table" if cell else "wide", excess)
    return None


def _cell_around(box: Any, areas: Iterable[Any]) -> Any:
    """The cell of an article's table in which a box stands; a layout's style makes other tables."""
    descendants = (each for area in areas for each in every_box(area))
    cells = (each for each in descendants if isinstance(each, boxes.TableCellBox))
    written = (cell for cell in cells if cell.element_tag in ("td", "th"))
    return next((cell for cell in written if box in every_box(cell)), None)


def _passes_edge(box: Any, width: Pt) -> Pt:
    """How far a box stands out; where text runs from right to left, it passes the left edge.

    Punctuation may hang out.
    """
    layout = getattr(box, "pango_layout", None)
    if isinstance(layout, SetText):
        return Pt((box.position_x + box.width - layout.hang) * PT_PER_PX - width)
    return Pt((box.width + max(0, box.position_x)) * PT_PER_PX - width)


def find_dropped(root: Any, repeated: Repeated) -> Overset | None:
    """Find a table's head or foot that was left out, since no row has room beside it (G6)."""
    for table in (box for box in every_box(root) if isinstance(box, boxes.TableBox)):
        there = {id(group.element) for group in table.children}
        for group in repeated[id(table.element)]:
            if id(group.element) not in there:
                # How deep it is was never found out; the row that stands in its place is known.
                return _stands_out(group, "deep", Pt(table.height * PT_PER_PX))
    return None


def _has_ink(box: Any) -> bool:
    return isinstance(box, boxes.TextBox | boxes.ReplacedBox)


def _stands_out(box: Any, what: str, excess: Pt) -> Overset:
    line = source_line(box.element)
    return Overset(what=what, text=_text_in(box)[:60], line=line, excess=excess)


def _text_in(box: Any) -> str:
    inside = (getattr(each, "text", "") for each in every_box(box))
    return " ".join("".join(inside).replace(HYPHEN, "").split())
