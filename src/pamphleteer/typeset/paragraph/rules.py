"""The rules by which a paragraph is set: what a layout says, and what its style and measure ask."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from weasyprint.text.ffi import TO_UNITS

from pamphleteer.typeset.paragraph.breaking import Rules
from pamphleteer.typeset.paragraph.styles import type_style

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

LETTER = 0.43
"""The width of a letter with its share of spaces, in ems: of the shipped text face, in English."""

RAG = 4.0
"""Ems by which a ragged line is shorter than the measure at a ratio of 1."""

FIELD = "_justification"
"""The field of a layout context that keeps what the layout says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Justification:
    """How a layout has its lines justified.

    Attributes:
        stretch: How much a space is widened in a line that is as loose as one would like.
        shrink: How much a space is narrowed at most; both as parts of its width.
        scaling: How much letters are widened or narrowed at most, as a part of their width.
        narrow_scaling: The same in lines of fewer letters than ``narrow``.
        narrow: Letters in a line.
        hanging: Whether punctuation hangs out of the column's edges.
        exceptions: Where words may be broken, by the word in small letters.
    """

    stretch: float = 0.5
    shrink: float = 0.25
    scaling: float = 0.012
    narrow_scaling: float = 0.02
    narrow: int = 40
    hanging: bool = True
    exceptions: Mapping[str, tuple[int, ...]] = field(default_factory=lambda: MappingProxyType({}))


def tell_justification(context: Any, told: Justification) -> None:
    """Keep what a layout says with the layout context of a thread."""
    setattr(context, FIELD, told)


def justification_of(context: Any) -> Justification:
    """What the layout says; of a document that is no thread, what all layouts say at first."""
    told: Justification = getattr(context, FIELD, None) or Justification()
    return told


def is_justified(line_box: Any) -> bool:
    """Whether a paragraph's lines are justified."""
    return bool(type_style(line_box).style["text_align_all"] == "justify")


def rules_for(line_box: Any, measure: float, told: Justification) -> Rules:
    """The rules of a paragraph's lines at a measure, in pixels."""
    element = line_box.element
    loose = int(element.get("data-looseness", 0)) if element is not None else 0
    em = type_style(line_box).style["font_size"]
    if is_justified(line_box):
        is_narrow = measure < told.narrow * LETTER * em
        return Rules(
            stretch=told.stretch,
            shrink=told.shrink,
            scaling=told.narrow_scaling if is_narrow else told.scaling,
            looseness=loose,
        )
    is_heading = element is not None and element.tag in HEADINGS
    return Rules(
        stretch=0.0,
        shrink=0.0,
        rag=RAG * em * TO_UNITS,
        misfit=0.0,
        fewest=is_heading,
        even=is_heading,
        looseness=loose,
    )
