"""Refuse, before the first pour, what loses or doubles words when a break meets it (G5).

Floats, absolute and fixed boxes, running elements, text in boxes of fixed height, ``max-lines``,
grids, flexible boxes and CSS columns break wrongly at the end of a frame. They are faults of a
layout's style sheet, never of an article: an article cannot say them.
"""

from collections.abc import Callable, Iterator
from typing import Any

from weasyprint.formatting_structure import boxes

from pamphleteer.problems import IssueError, Problem, SourcePos, error


def refuse_unsafe_matter(root: Any, path: str) -> None:
    """Look at every source box of a thread.

    Raises:
        IssueError: one problem (``unsafe-style``) for each element and rule that was broken.
    """
    problems = [
        _problem(box, what, path)
        for box in _elements(root)
        for what, is_broken in RULES
        if is_broken(box)
    ]
    if problems:
        raise IssueError(problems)


def source_line(element: Any) -> int:
    """The line in the source that an element came from, or 0."""
    return int(element.get("data-line", 0)) if element is not None else 0


def _elements(root: Any) -> Iterator[Any]:
    """Every box with an element of its own, without descending into finished replaced boxes."""
    yield from (box for box in root.descendants() if box.element is not None)


def _is_float(box: Any) -> bool:
    return box.style["float"] in ("left", "right", "inline-start", "inline-end")


def _is_placed(box: Any) -> bool:
    position = box.style["position"]
    return bool(position in ("absolute", "fixed") or position[0] == "running()")


def _is_capped(box: Any) -> bool:
    fixed = box.style["height"] != "auto" or box.style["max_lines"] != "none"
    text_inside = isinstance(box, boxes.BlockContainerBox) and any(
        isinstance(child, boxes.TextBox) and child.text.strip() for child in box.descendants()
    )
    return fixed and text_inside


def _is_grid(box: Any) -> bool:
    return isinstance(box, boxes.FlexContainerBox | boxes.GridContainerBox)


def _has_columns(box: Any) -> bool:
    count, width = box.style["column_count"], box.style["column_width"]
    return bool(count != "auto" or width != "auto")


RULES: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("a float", _is_float),
    ("an absolute, fixed or running position", _is_placed),
    ("text in a box of fixed height", _is_capped),
    ("a flexible box or grid", _is_grid),
    ("CSS columns", _has_columns),
)


def _problem(box: Any, what: str, path: str) -> Problem:
    tag = box.element_tag + "".join(f".{name}" for name in box.element.get("class", "").split())
    return error(
        "unsafe-style",
        f"the layout gives <{tag}> {what}, which loses words where a column ends",
        hint="Take it out of the layout's style sheet; columns and places come from the grid.",
        pos=SourcePos(path=path, line=source_line(box.element)),
    )
