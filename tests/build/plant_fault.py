"""Run ``pamphleteer`` with a fault planted in it: ``python plant_fault.py FAULT build …``.

A fault is one that could be made: a style sheet that hides matter or adds words to it, a make-up
that loses a frame or puts it in another's place, a font that is not there.
"""

import sys
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pamphleteer import cli, composing
from pamphleteer.makeup.model import Page
from pamphleteer.makeup.pages import MadeUp
from pamphleteer.units import Pt

RULES = {
    "hidden paragraph": ".body p + p { display: none }",
    "hidden headline": ".head h1 { display: none }",
    "hidden banner": ".banner { display: none }",
    "hidden address": ".contact a { display: none }",
    "added words": '.body p:last-child::after { content: "boiler three" }',
    "unknown font": '.body p { font-family: "Grotesque Nova" }',
}


def lose_frame(page: Page) -> Page:
    """Leave out the page's last frame."""
    return replace(page, placed=page.placed[:-1])


def swap_frames(page: Page) -> Page:
    """Let a page's last two frames, its columns, change places."""
    *others, left, right = page.placed
    moved = (replace(left, x=right.x, y=right.y), replace(right, x=left.x, y=left.y))
    return replace(page, placed=(*others, *moved[::-1]))


def drop_frame(page: Page) -> Page:
    """Put the page's last frame below the page's edge."""
    *others, last = page.placed
    return replace(page, placed=(*others, replace(last, y=Pt(last.y + 600))))


FRAMES: dict[str, Callable[[Page], Page]] = {
    "lost frame": lose_frame,
    "swapped frames": swap_frames,
    "frame off the page": drop_frame,
}


def plant_in_rules(rule: str) -> None:
    """Add a rule to the layout's style sheet for matter."""
    sound = composing.style_sheet  # type: ignore[attr-defined]

    def planted(layout: Any, grid: Any, name: str) -> str:
        return sound(layout, grid, name) + (rule if name.startswith("matter") else "")

    composing.style_sheet = planted  # type: ignore[attr-defined]


def plant_in_pages(change: Callable[[Page], Page]) -> None:
    """Change page two as it comes from the make-up."""
    sound = composing.make_up  # type: ignore[attr-defined]

    def planted(*pieces: Any, **rest: Any) -> MadeUp:
        made: MadeUp = sound(*pieces, **rest)
        first, second, *others = made.pages
        return replace(made, pages=(first, change(second), *others))

    composing.make_up = planted  # type: ignore[attr-defined]


if __name__ == "__main__":
    fault = sys.argv.pop(1)
    plant_in_pages(FRAMES[fault]) if fault in FRAMES else plant_in_rules(RULES[fault])
    cli.main()
