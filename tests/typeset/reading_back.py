"""Read poured frames back: their text by kind, and a signature to the last digit."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from weasyprint.formatting_structure import boxes

from pamphleteer.typeset.frame import Frame

DROPPED = str.maketrans("", "", " \n\t\u00ad\u2010")
"""What lines add or lose: spaces, and the hyphens at their ends."""

FIGURES = ("position_x", "position_y", "width", "height", "margin_top", "margin_bottom")
MORE_FIGURES = ("padding_top", "border_top_width", "justification_spacing", "text")


class Reader:
    """Collects the text of frames by kind, in their order.

    A cell that is divided between frames keeps its words together: the next cell's stand beside
    them, not after them. What style sheets add (markers, calls of notes) is left out.
    """

    def __init__(self) -> None:
        self._main: list[Any] = []
        self._cells: dict[int, list[str]] = {}
        self.heads: list[str] = []
        self.notes: list[str] = []
        self.markers = 0

    @property
    def main(self) -> list[str]:
        """The texts of the main flow, tables included, but for their heads."""
        runs = (entry if isinstance(entry, list) else [entry] for entry in self._main)
        return list(chain.from_iterable(runs))

    def read(self, frame: Frame) -> None:
        """Add the text of one frame."""
        root, *areas = frame.content[0]
        self._read(root, self._main)
        for area in areas:
            self._read(area, self.notes)

    def _read(self, box: Any, run: list[Any]) -> None:
        if getattr(box, "is_outside_marker", False):
            self.markers += 1
        if "::" in (box.element_tag or "") and not isinstance(box, boxes.LineBox):
            return
        if getattr(box, "is_header", False):
            texts = (getattr(each, "text", "") for each in box.descendants())
            self.heads.append(run_together(texts))
            return
        if isinstance(box, boxes.TextBox):
            run.append(box.text)
        for child in box.children:
            self._read(child, self._run_of(child, run))

    def _run_of(self, box: Any, run: list[Any]) -> list[Any]:
        """The run that a box's text belongs to: a cell has its own."""
        if not isinstance(box, boxes.TableCellBox):
            return run
        if id(box.element) not in self._cells:
            self._cells[id(box.element)] = []
            self._main.append(self._cells[id(box.element)])
        return self._cells[id(box.element)]


def run_together(texts: Iterable[str]) -> str:
    """Text without spaces and hyphens, so that line ends make no difference."""
    return "".join(texts).translate(DROPPED)


def signature(frame: Frame) -> tuple[tuple[Any, ...], ...]:
    """Every box of a frame with its place, size and text, unrounded."""
    return tuple(
        (type(box).__name__, *(getattr(box, name, None) for name in FIGURES + MORE_FIGURES))
        for box in boxes_of(frame)
    )


def boxes_of(frame: Frame) -> Iterator[Any]:
    """All boxes of a frame, its notes included."""
    for root in frame.content[0]:
        yield from root.descendants()


def first_difference(expected: str, found: str) -> str:
    """Where two texts part, with what stands around it in both."""
    pairs = zip(expected, found, strict=False)
    parted = (index for index, (one, other) in enumerate(pairs) if one != other)
    at = next(parted, min(len(expected), len(found)))
    around = slice(max(0, at - 20), at + 20)
    return f"at {at}: expected …{expected[around]}…, found …{found[around]}…"
