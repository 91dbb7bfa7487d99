"""Read the facts of a poured frame off its boxes: lines, depth, and what stands out of it."""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from pamphleteer.typeset.frame import Frame, Line, Overset
from pamphleteer.typeset.guards import source_line
from pamphleteer.units import Pt

PT_PER_PX = 72 / 96
TOLERANCE = 1.0
"""Points by which ink may pass a frame's edge before it counts as standing out."""

Chain = tuple[Any, ...]
"""The block boxes around a strip, outermost first."""


def read_frame(
    page: Any, *, width: Pt, height: Pt, blocks: dict[int, int], finished: bool, get_image: Any
) -> Frame:
    """Turn a laid-out page into a `Frame`; ``blocks`` numbers a thread's blocks and is added to."""
    root, notes, _ = page.children
    lines = tuple(_line(strip, chain, blocks) for strip, chain in _strips(root, ()))
    has_notes = bool(notes.children)
    depths = [line.bottom for line in lines]
    if has_notes:
        depths.append(Pt((notes.position_y + notes.margin_height()) * PT_PER_PX))
    return Frame(
        width=width,
        height=height,
        depth=max(depths, default=Pt(0)),
        lines=lines,
        overset=_overset(root, notes if has_notes else None, lines, (width, height)),
        finished=finished,
        content=((root, notes) if has_notes else (root,), get_image),
    )


def _strips(box: Any, chain: Chain) -> Iterator[tuple[Any, Chain]]:
    for child in box.children:
        if isinstance(child, boxes.LineBox | boxes.TableRowBox | boxes.ReplacedBox):
            yield child, chain or (box,)
        elif isinstance(child, boxes.ParentBox):
            yield from _strips(child, (*chain, child))


def _line(strip: Any, chain: Chain, blocks: dict[int, int]) -> Line:
    block = chain[-1]
    number = blocks.setdefault(id(block.element), len(blocks))
    groups = (box for box in chain if box.style["break_inside"] != "auto")
    group = next((blocks.setdefault(id(box.element), len(blocks)) for box in groups), None)
    bottom = strip.position_y + strip.margin_height()
    is_text = isinstance(strip, boxes.LineBox)
    return Line(
        top=Pt(strip.position_y * PT_PER_PX),
        bottom=Pt(bottom * PT_PER_PX),
        baseline=Pt((strip.position_y + strip.baseline if is_text else bottom) * PT_PER_PX),
        block=number,
        group=group,
        space_before=Pt(max(_margin_top(box) for box in chain) * PT_PER_PX),
        orphans=block.style["orphans"],
        widows=block.style["widows"],
        keep_with_next=any(box.style["break_after"].startswith("avoid") for box in chain),
    )


def _margin_top(box: Any) -> float:
    """The margin that the style asks for, in pixels, whatever the layout made of it."""
    margin = box.style["margin_top"]
    return float(margin.value) if getattr(margin, "unit", None) == "px" else 0.0


def _overset(root: Any, notes: Any, lines: tuple[Line, ...], size: tuple[Pt, Pt]) -> Overset | None:
    """Find what passes the frame's edges or runs into its notes (guard G6)."""
    width, height = size
    floor = notes.position_y * PT_PER_PX if notes else height
    if floor < -TOLERANCE:
        return _stands_out(notes, "footnotes", Pt(-floor))
    for (strip, _), line in zip(_strips(root, ()), lines, strict=True):
        if (excess := line.bottom - floor) > TOLERANCE:
            return _stands_out(strip, "deep", Pt(excess))
        for box in strip.descendants():
            right = (box.position_x + box.width) * PT_PER_PX if _has_ink(box) else 0.0
            if (excess := right - width) > TOLERANCE:
                return _stands_out(box, "wide", Pt(excess))
    return None


def _has_ink(box: Any) -> bool:
    return isinstance(box, boxes.TextBox | boxes.ReplacedBox)


def _stands_out(box: Any, what: str, excess: Pt) -> Overset:
    inside = (getattr(each, "text", "") for each in box.descendants())
    text = " ".join("".join(inside).split())
    return Overset(what=what, text=text[:60], line=source_line(box.element), excess=excess)
