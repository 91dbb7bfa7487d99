"""Furniture: what stands on pages beside poured frames, as one HTML document with all pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from pamphleteer.issue.model import Issue
from pamphleteer.layout.grid import Grid
from pamphleteer.layout.panels import Panel
from pamphleteer.layout.spec import Layout
from pamphleteer.layout.templates import fill


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFurniture:
    """One page's furniture; a blank page has none, nor where a picture has ``covered`` it."""

    number: int
    running_head: str
    panels: tuple[Panel, ...]
    blank: bool
    covered: tuple[str, ...] = ()


def furniture_html(issue: Issue, layout: Layout, grid: Grid, pages: Sequence[PageFurniture]) -> str:
    """The document of furniture: one page for each page of the issue."""
    return fill(layout.folder, "furniture.html.j2", issue=issue, grid=grid, pages=pages)


def style_sheet(layout: Layout, grid: Grid, name: str) -> str:
    """One of the layout's style sheets, with its numbers, inks and fonts filled in."""
    values = {
        "grid": grid,
        "inks": {name: ink.stand_in for name, ink in layout.inks.items()},
        "fonts": layout.fonts,
        "sizes": layout.sizes,
        "spacing": layout.spacing,
    }
    return fill(layout.folder, name, **values)
