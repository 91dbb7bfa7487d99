"""Panels: rules, tints and borders that a layout draws behind what stands on a page."""

from dataclasses import dataclass
from typing import Literal

from pamphleteer.units import Box

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
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A rule, tint or border that the layout draws behind frames, by its kind."""

    kind: PanelKind
    box: Box
