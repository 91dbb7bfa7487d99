"""Measures matter without printing it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from weasyprint.formatting_structure import boxes

from pamphleteer.typeset.frame import Frame
from pamphleteer.typeset.trees import every_box
from pamphleteer.units import Pt

if TYPE_CHECKING:
    from pamphleteer.typeset.typesetter import Typesetter

PT_PER_PX = 72 / 96
ENDLESS = Pt(20_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gauge:
    """Sets matter in a frame as large as it likes, and says how large it came out."""

    typesetter: "Typesetter"
    language: str
    path: str

    def depth(self, html: str, measure: Pt) -> Pt:
        """How deep matter is at a measure, in points."""
        return self._set(html, measure).depth

    def width(self, html: str) -> Pt:
        """How wide the longest line of matter is where there is room without end, in points."""
        roots, _ = self._set(html, ENDLESS).content
        ends = (
            (box.position_x + box.width) * PT_PER_PX
            for root in roots
            for box in every_box(root)
            if isinstance(box, boxes.TextBox)
        )
        return Pt(max(ends, default=0.0))

    def _set(self, html: str, measure: Pt) -> Frame:
        thread = self.typesetter.thread(html, language=self.language, path=self.path)
        return thread.pour(measure, ENDLESS)
