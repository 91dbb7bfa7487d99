"""Computes the styles of a document's elements again, when only a few lengths are others.

Which rules hold for which element is known then, and so is most of what WeasyPrint computes of a
style, such as its fonts: only what hangs on these lengths is left to be asked for anew.
"""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass
from typing import Any

from weasyprint.css import ComputedStyle, InitialStyle

SIDES = ("top", "right", "bottom", "left")
DISTANCES = frozenset(
    ("line_height", *(f"{edge}_{side}" for edge in ("margin", "padding") for side in SIDES))
)
"""What keeps lines and blocks apart. No box is another for it, and no type."""

NOT_HANDED_DOWN = DISTANCES | {
    "vertical_align",  # may be a part of the line's height
    "display", "float", "position", "overflow",  # WeasyPrint writes on these as it builds boxes
}  # fmt: skip

OWN = (1, 0, 0)
"""The specificity that WeasyPrint gives to what an element says of its own style."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Twin:
    """The element of another document that stands for one.

    ``own`` is what it says of its own style where that says other things than the first one's;
    ``same`` tells that neither it nor an element around it does so.
    """

    element: Any
    own: Mapping[str, Any]
    same: bool


def recascade(style_for: Any, twins: Mapping[Any, Twin], values: Mapping[int, Any]) -> Any:
    """What gives the styles of a document's elements, as WeasyPrint would find them.

    Args:
        style_for: What gave the styles of its twin's elements, WeasyPrint's.
        twins: The elements, by those of which they are the twins.
        values: What rules declare now, by the identity of what they declared.
    """
    again = copy(style_for)
    again.initial_page_sizes = dict.fromkeys(style_for.initial_page_sizes)
    again._cascaded_styles, again._computed_styles = {}, {}
    made: dict[int, Any] = {}
    for (element, pseudo), old in style_for.get_computed_styles().items():
        twin = twins.get(element)
        if twin is None:  # a page
            continue
        if id(old) not in made:  # elements may share a style
            cascaded = _cascade(old, values, twin.own if pseudo is None else {})
            style = _remake(old, made, cascaded, again.initial_page_sizes)
            if twin.same:
                handed = old.keys() - NOT_HANDED_DOWN
                style.update({name: old[name] for name in handed})
            made[id(old)] = style
        again._computed_styles[twin.element, pseudo] = made[id(old)]
    return again


def _cascade(old: Any, values: Mapping[int, Any], own: Mapping[str, Any]) -> Any:
    """What is declared for an element, each with its weight."""
    changed = {
        name: (values[id(value)], weight)
        for name, (value, weight) in old.cascaded.items()
        if id(value) in values
    }
    for name, value in own.items():
        _, weight = old.cascaded[name]
        if weight[-1] == OWN:
            changed[name] = value, weight
    return {**old.cascaded, **changed} if changed else old.cascaded


def _remake(old: Any, made: Mapping[int, Any], cascaded: Any, page_sizes: Any) -> Any:
    """A style of which nothing is computed yet; those of the elements around it are made."""
    is_root = old.parent_style is None
    return ComputedStyle(
        None if is_root else made[id(old.parent_style)],
        cascaded,
        old.pseudo_type,
        InitialStyle(old.font_config) if is_root else made[id(old.root_style)],
        old.base_url,
        old.font_config,
        page_sizes,
    )
