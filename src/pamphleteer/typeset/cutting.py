"""Cut columns out of a galley proof: lines that are laid out already need not be laid out again.

A proof is a frame without end. What WeasyPrint would lay out for a column that begins and ends at
two of its lines is the same lines, moved up; only the blocks that the cuts go through are shorter.
So boxes are copied, parted and moved here, as WeasyPrint does at a page's end. A law in the tests
holds: what a cut frame prints is what the poured frame prints, in the same places.

Where a cut is more than that, nothing is cut, and the column is poured: notes stand at a column's
foot, tables collapse their borders, and a border or padding would be open at the cut.
"""

from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from pamphleteer.typeset.frame import Frame, Line
from pamphleteer.typeset.strips import find_labels
from pamphleteer.units import Pt

PT_PER_PX = 72 / 96
STRIPS = (boxes.LineBox, boxes.TableRowBox, boxes.ReplacedBox)


class _Part(NamedTuple):
    """A box as far as it is kept, None if it is not, and the index of the strip after it.

    ``top`` is where what is kept begins, in pixels: a margin above it is dropped.
    """

    box: Any
    end: int
    top: float = 0.0


def can_be_cut(proof: Frame) -> bool:
    """Whether every column of a proof may be cut out of it."""
    roots, _ = proof.content
    return len(roots) == 1 and proof.overset is None and not _is_rigid(roots[0])


def _is_rigid(box: Any) -> bool:
    """Whether a cut somewhere in a box would be more than moving lines."""
    if isinstance(box, boxes.TableBox):
        return True
    if not isinstance(box, boxes.BlockLevelBox) or box.style["break_inside"] != "auto":
        return False
    edges = box.padding_top or box.padding_bottom or box.border_top_width or box.border_bottom_width
    inside = getattr(box, "children", ())
    return bool(edges) or any(_is_rigid(child) for child in inside)


def cut_frame(proof: Frame, start: int, end: int, *, height: Pt) -> Frame:
    """The column that holds a proof's lines from one index to before another.

    Args:
        proof: A frame for which `can_be_cut` holds, and which holds a whole thread.
        start: The first line.
        end: The line after the last one.
        height: The frame's height, in points.
    """
    (root,), get_image = proof.content
    part = _cut(root, start, end, 0)
    box = part.box or root.copy_with_children([])
    box.translate(dy=-part.top)
    top = Pt(part.top * PT_PER_PX)
    lines = tuple(_moved(line, top) for line in proof.lines[start:end])
    return Frame(
        width=proof.width,
        height=height,
        depth=max((line.bottom for line in lines), default=Pt(0)),
        lines=lines,
        overset=None,
        finished=end == len(proof.lines),
        labels=tuple(find_labels(box)),
        content=((box,), get_image),
    )


def _moved(line: Line, top: Pt) -> Line:
    return line._replace(
        top=Pt(line.top - top),
        bottom=Pt(line.bottom - top),
        baseline=Pt(line.baseline - top),
    )


def _cut(box: Any, start: int, end: int, at: int) -> _Part:
    """Copy a box as far as its strips lie between two indexes; ``at`` is the index of its first."""
    if isinstance(box, STRIPS):
        return _Part(box.deepcopy() if start <= at < end else None, at + 1, box.position_y)
    if not isinstance(box, boxes.ParentBox) or box.is_floated():  # floats are empty (G5)
        return _Part(_copy(box) if start <= at < end else None, at, box.position_y)
    first, parts = at, []
    for child in box.children:
        part = _cut(child, start, end, at)
        at = part.end
        parts += [part] if part.box is not None else []
    if not parts:
        return _Part(None, at)
    kept = box.copy()
    kept.children = [part.box for part in parts]
    begins, ends = first >= start, at <= end
    kept.remove_decoration(start=not begins, end=not ends)
    is_first = first <= start
    top = parts[0].top if is_first and not _has_edge(box) else box.position_y + box.margin_top
    if is_first and start > 0:
        kept.margin_top = 0
        kept.position_y = top
    last = kept.children[-1]
    if not (begins and ends):
        kept.height = last.position_y + last.margin_height() - kept.content_box_y()
    return _Part(kept, at, top if is_first else box.position_y)


def _copy(box: Any) -> Any:
    """Copy a box with all that is in it; a marker stands apart, in a box that knows its place."""
    if not isinstance(box, AbsolutePlaceholder):
        return box.deepcopy()
    twin = box.copy()
    twin.set_laid_out_box(box._box.deepcopy())
    return twin


def _has_edge(box: Any) -> bool:
    return bool(box.padding_top or box.border_top_width)
