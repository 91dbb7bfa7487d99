"""Photographs source boxes, so that what layout writes on them can be taken back (guard G3)."""

from collections.abc import Iterable, Sequence
from typing import Any

from weasyprint.formatting_structure import boxes

Negative = tuple[Any, dict[str, Any], set[str], list[Any] | None]
"""A box, its attributes, the sides that it has lost, and its children."""


def photograph(roots: Iterable[Any]) -> list[Negative]:
    """Copy the attributes of every source box, each box once, notes included (G3)."""
    negatives = []
    waiting, seen = list(reversed(tuple(roots))), set()
    while waiting:
        box = waiting.pop()
        if id(box) in seen:
            continue
        seen.add(id(box))
        parent = isinstance(box, boxes.ParentBox)
        children = list(box.children) if parent else None
        sides = set(box.remove_decoration_sides) if parent else set()
        negatives.append((box, dict(box.__dict__), sides, children))
        waiting.extend(reversed(children or ()))
        if getattr(box, "footnote", None):
            waiting.append(box.footnote)
    return negatives


def restore(negatives: Sequence[Negative]) -> None:
    """Give boxes the attributes that they were photographed with; what was added stays."""
    for box, attributes, sides, children in negatives:
        box.__dict__.update(attributes)
        if children is not None:
            box.remove_decoration_sides = set(sides)
            box.children = list(children)
