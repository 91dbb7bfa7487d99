"""Refuse, before the first pour, what loses or doubles words when a break meets it (G5).

Floats, absolute and fixed boxes, running elements, text in boxes of fixed height, ``max-lines``,
grids, flexible boxes and CSS columns break wrongly at the end of a frame, and a frame is no page
whose number could be counted. They are faults of a layout's style sheet, never of an article: an
article cannot say them. One float there may be: an empty box, behind which a drop cap is drawn.
"""

from collections.abc import Callable, Iterable
from math import inf
from typing import Any

from weasyprint.formatting_structure import boxes

from pamphleteer.problems import IssueError, Problem, SourcePos, error


def refuse_unsafe_matter(matter: Iterable[Any], path: str) -> None:
    """Look at every source box of a thread, those of its notes included.

    Raises:
        IssueError: one problem (``unsafe-style``) for each element and rule that was broken.
    """
    problems = [
        _problem(box, what, path)
        for box in matter
        for what, is_broken in RULES
        if box.element is not None and is_broken(box)
    ]
    if problems:
        raise IssueError(problems)


def source_line(element: Any) -> int:
    """The line in the source that an element came from, or 0."""
    return int(element.get("data-line", 0)) if element is not None else 0


def hand_down_lines(element: Any, line: str = "0") -> None:
    """Give every element without a line in the source (``data-line``) that of its parent."""
    line = element.attrib.setdefault("data-line", line)
    for child in element:
        hand_down_lines(child, line)


def _is_float(box: Any) -> bool:
    """Whether a box is a float; one that is empty, such as a drop cap's drawing, has no words."""
    floats = box.style["float"] in ("left", "right", "inline-start", "inline-end")
    return floats and not (isinstance(box, boxes.ParentBox) and not box.children)


def _is_placed(box: Any) -> bool:
    if box.is_outside_marker:  # placed by WeasyPrint itself, beside its item's first line
        return False
    position = box.style["position"]
    return bool(position in ("absolute", "fixed") or position[0] in ("running()", "note()"))


def _is_capped(box: Any) -> bool:
    style = box.style
    fixed = style["height"] != "auto" or style["max_lines"] != "none"
    fixed = fixed or style["max_height"].value != inf
    text_inside = isinstance(box, boxes.BlockContainerBox) and any(
        isinstance(child, boxes.TextBox) and child.text.strip() for child in box.descendants()
    )
    return fixed and text_inside


def _is_grid(box: Any) -> bool:
    return isinstance(box, boxes.FlexContainerBox | boxes.GridContainerBox)


def _has_columns(box: Any) -> bool:
    count, width = box.style["column_count"], box.style["column_width"]
    return bool(count != "auto" or width != "auto")


def _counts_pages(box: Any) -> bool:
    return box.missing_link is not None


RULES: tuple[tuple[str, Callable[[Any], bool]], ...] = (
    ("a float", _is_float),
    ("an absolute, fixed or running position", _is_placed),
    ("text in a box of fixed height", _is_capped),
    ("a flexible box or grid", _is_grid),
    ("CSS columns", _has_columns),
    ("a page number", _counts_pages),
)


def _problem(box: Any, what: str, path: str) -> Problem:
    tag = box.element_tag + "".join(f".{name}" for name in box.element.get("class", "").split())
    return error(
        "unsafe-style",
        f"the layout gives <{tag}> {what}, which loses words where a column ends",
        hint="Take it out of the layout's style sheet; columns and places come from the grid.",
        pos=SourcePos(path=path, line=source_line(box.element)),
    )
