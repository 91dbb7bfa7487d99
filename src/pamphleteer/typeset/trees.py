"""Walks trees of WeasyPrint's boxes, which a build does some dozen times for each line."""

from collections.abc import Iterator
from typing import Any

from weasyprint.formatting_structure.boxes import Box


def every_box(root: Any) -> Iterator[Any]:
    """A box and all that is in it, in the order of the text, as ``Box.descendants`` has it.

    That one asks, for each box, all boxes around it. What stands for a box that is laid out
    elsewhere, such as a list's marker, is given, and not what is in it.
    """
    waiting = [root]
    while waiting:
        box = waiting.pop()
        yield box
        if isinstance(box, Box) and box.children:
            waiting.extend(reversed(box.children))
