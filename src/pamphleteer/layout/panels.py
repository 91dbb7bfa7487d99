"""Panels: rules, tints, borders and pictures that stand behind the matter of a page."""

from dataclasses import dataclass
from typing import Literal

from pamphleteer.units import Box, Pt

Half = Literal["upper", "lower"]

PanelKind = Literal[
    "story-rule",
    "banner",
    "banner-large",
    "box",
    "contact",
    "sidebar",
    "announcement",
    "contents",
    "notice",
    "colophon",
    "address",
    "fold",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A rule, tint or border that the layout draws behind frames, by its kind."""

    kind: PanelKind
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverPlace:
    """Where a cover's picture stands on page one, and what stands over it.

    The masthead begins at ``top``, the lines end at ``foot``; both are ``width`` wide from ``left``
    on. All is measured from the trim's top left corner.
    """

    picture: Box
    left: Pt
    width: Pt
    top: Pt
    foot: Pt
