"""Sets a planned line: copies of the paragraph's boxes, each with its part of the text, in place.

What stock WeasyPrint does here box by box, each time with the question of what has room, is done
once: the letters of the line are known, and its texts are filled to the measure (`filling`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.inline import atomic_box, line_box_verticality
from weasyprint.layout.percent import resolve_percentages
from weasyprint.text.ffi import FROM_UNITS

from pamphleteer.typeset.paragraph.breaking import Rules
from pamphleteer.typeset.paragraph.collecting import ATOM, Piece
from pamphleteer.typeset.paragraph.drawing import SetText
from pamphleteer.typeset.paragraph.filling import Filled, FilledLines, fill_line
from pamphleteer.typeset.paragraph.measuring import Measured
from pamphleteer.typeset.paragraph.planning import PlannedLine
from pamphleteer.typeset.paragraph.shaping import Glyphs
from pamphleteer.typeset.paragraph.styles import TypeStyle, fit_line_height, type_style


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a line stands: its left edge and top, and the measure, in pixels."""

    x: float
    y: float
    measure: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """All that the setting of a paragraph's lines needs.

    ``filled`` keeps what is the same when a line is set again by the same rules.
    """

    measured: Measured
    filled: FilledLines
    line_box: Any
    block: Any
    context: Any
    rules: Rules


def set_line(
    job: Job, planned: PlannedLine, spot: Spot, standing: Sequence[Any]
) -> tuple[Any, Any]:
    """Set one line and return its box, and where the text goes on after it."""
    atoms = _atoms(job, planned)
    justified = job.line_box.style["text_align_all"] == "justify"
    fixed = _edges(job.measured, planned) if job.measured.collected.edged else 0.0
    fixed += sum(box.margin_width() for box in atoms.values()) if atoms else 0.0
    filled = _filled(job, planned, spot.measure - fixed if justified else None)
    maker = _Maker(job=job, planned=planned, texts=filled.texts, atoms=atoms)
    children = maker.make_all(job.measured.collected.pieces, spot.x - planned.hang_left)
    line = job.line_box.copy_with_children([*standing, *children])
    line.is_planned = True
    line.position_x = spot.x
    line.width = max(0.0, _right_edge(children, spot.x) - spot.x)
    offset = 0.0
    if not justified:
        offset = _offset(job.line_box.style, spot.measure - line.width, planned)
    _stand(line, offset, spot.y)
    return line, filled.resume_at


def _filled(job: Job, planned: PlannedLine, measure: float | None) -> Filled:
    """A line, filled to a measure if it is justified; each once."""
    key = planned, measure
    if key not in job.filled:
        job.filled[key] = fill_line(job.measured, planned, measure, job.rules)
    return job.filled[key]


def _atoms(job: Job, planned: PlannedLine) -> dict[int, Any]:
    """The boxes of a line that are set whole, by their letter."""
    text = job.measured.collected.text
    if ATOM not in text[planned.start : planned.end]:
        return {}
    return {
        piece.start: set_atom(piece.box, job.block, job.context)
        for piece in job.measured.collected.every
        if piece.kind == "atom" and planned.start <= piece.start < planned.end
    }


def set_atom(box: Any, block: Any, context: Any) -> Any:
    """Lay out a box that stands in a line whole; nothing in it has a place of its own (G5)."""
    resolve_percentages(box, block)
    box.position_x = box.position_y = 0
    return atomic_box(context, box, 0, None, block, [], [])


def _edges(measured: Measured, planned: PlannedLine) -> float:
    """The width of the edges of inline boxes that begin or end in a line, in pixels."""
    edges = (
        (piece.left if planned.start <= piece.start < planned.end else 0.0)
        + (piece.right if planned.start < piece.end <= planned.end else 0.0)
        for piece in measured.collected.edged
    )
    return float(sum(edges) * FROM_UNITS)


def _offset(style: Any, free: float, planned: PlannedLine) -> float:
    """How far a ragged line is moved to the right (CSS Text 3, §6.1)."""
    align = style["text_align_all"]
    if planned.last and style["text_align_last"] != "auto":
        align = style["text_align_last"]
    if align == "center":
        return free / 2
    return free if align in ("right", "end") else 0.0


def _right_edge(children: Sequence[Any], otherwise: float) -> float:
    if _is_text_alone(children):
        return float(children[0].position_x + children[0].margin_width())
    inside = [child for child in children if child.is_in_normal_flow()]
    return inside[-1].position_x + inside[-1].margin_width() if inside else otherwise


def _stand(line: Any, offset_x: float, position_y: float) -> None:
    """Give a line its height and all in it their places, its top at a height (CSS 2.2, §10.8)."""
    bottom, top = _extent(line)
    line.baseline = -top
    line.position_y = top
    line.height = bottom - top
    line.margin_top = line.margin_bottom = 0
    line.translate(offset_x, position_y - top)
    line.position_y = position_y


def _extent(line: Any) -> tuple[float, float]:
    """The bottom and top of a line whose baseline is at 0, when all in it has its height.

    Most lines are one text. For these it is what `line_box_verticality` comes to.
    """
    if not _is_text_alone(line.children):
        bottom, top = line_box_verticality(line)
        return bottom, top
    (text,) = line.children
    text.position_y = top = 0 - text.baseline
    strut = 0 - line.baseline
    return max(top + text.margin_height(), strut + line.margin_height()), min(top, strut)


def _is_text_alone(children: Sequence[Any]) -> bool:
    """Whether boxes are one text; these are anonymous, and stand on the baseline."""
    return len(children) == 1 and isinstance(children[0], boxes.TextBox)


def _heights(glyphs: Glyphs, style: TypeStyle) -> tuple[float, float, float]:
    """A text's height, its baseline below its margin's top, and the half of its leading above."""
    margin = (style.leading - glyphs.height) / 2
    return glyphs.height, glyphs.baseline + margin, margin


@dataclass(frozen=True, slots=True, kw_only=True)
class _Maker:
    """Makes the boxes of one line."""

    job: Job
    planned: PlannedLine
    texts: dict[int, SetText]
    atoms: dict[int, Any]

    def make_all(self, pieces: Sequence[Piece], x: float) -> list[Any]:
        """The boxes of some pieces, beside one another from a place on."""
        made = []
        for piece in pieces:
            box = self._make(piece, x) if self._is_here(piece) else None
            if box is not None:
                made.append(box)
                x = box.position_x + box.margin_width()
        return made

    def _is_here(self, piece: Piece) -> bool:
        first = self.planned.start if self.planned.start > self.job.measured.collected.first else 0
        end = self.planned.following
        if piece.start == piece.end:
            return first <= piece.start < end or (self.planned.last and piece.start >= first)
        return piece.start < end and piece.end > first

    def _make(self, piece: Piece, x: float) -> Any:
        match piece.kind:
            case "text":
                return self._text(piece, x)
            case "inline":
                return self._inline(piece, x)
            case "atom":
                box = self.atoms.get(piece.start)
                if box is not None:
                    box.translate(x - box.position_x, 0)
                return box
        return None

    def _text(self, piece: Piece, x: float) -> Any:
        text = self.texts.get(piece.start)
        if text is None:
            return None
        box = piece.box.copy_with_text(text.text)
        box.width = text.width
        box.position_x = x
        box.justification_spacing = text.extra
        box.height, box.baseline, box.margin_top = _heights(text.glyphs, type_style(piece.box))
        box.margin_bottom = box.margin_top
        box.pango_layout = text
        return box

    def _inline(self, piece: Piece, x: float) -> Any:
        begins = piece.start >= self.planned.start
        ends = piece.end <= self.planned.end
        inside = self.make_all(piece.inside, x + (piece.left * FROM_UNITS if begins else 0.0))
        if not inside and piece.end > piece.start:
            return None
        resolve_percentages(piece.box, self.job.block)
        box = piece.box.copy_with_children(inside)
        box.remove_decoration(start=not begins, end=not ends)
        box.position_x = x
        box.width = 0
        box.width = _right_edge(inside, box.content_box_x()) - box.content_box_x()
        fit_line_height(box)
        return box
