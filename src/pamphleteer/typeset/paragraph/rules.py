"""The rules by which a paragraph is set: what a layout says, and what its style and measure ask."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from weasyprint.text.ffi import TO_UNITS

from pamphleteer.layout.house_style import Justification
from pamphleteer.typeset.paragraph.breaking import Rules
from pamphleteer.typeset.paragraph.styles import type_style

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

BALANCED = "data-balanced"
"""The attribute of what is no heading, and whose lines are to be as even as one's: a banner."""

LETTER = 0.43
"""The width of a letter with its share of spaces, in ems: of the shipped text face, in English."""

RAG = 4.0
"""Ems by which a ragged line is shorter than the measure at a ratio of 1."""

FIELD = "_told_rules"
"""The field of a layout context that keeps what is said of its lines."""


USUAL = Justification()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """How lines are justified, and where words may be broken, by the word in small letters."""

    justification: Justification = USUAL
    exceptions: Mapping[str, tuple[int, ...]] = field(default_factory=lambda: MappingProxyType({}))


NOTHING = Told()


def tell_rules(context: Any, told: Told) -> None:
    """Keep with the layout context of a thread what is said of its lines."""
    setattr(context, FIELD, told)


def told_rules(context: Any) -> Told:
    """What is said of a thread's lines; nothing of those of other documents, such as furniture."""
    told: Told = getattr(context, FIELD, NOTHING)
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
    is_display = element is not None and (
        element.tag in HEADINGS or element.get(BALANCED) is not None
    )
    return Rules(
        stretch=0.0,
        shrink=0.0,
        rag=RAG * em * TO_UNITS,
        misfit=0.0,
        fewest=is_display,
        even=is_display,
        looseness=loose,
    )
