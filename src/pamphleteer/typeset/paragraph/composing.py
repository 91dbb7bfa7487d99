"""Composes a paragraph line by line, in WeasyPrint's place, where it is made of what is set here.

WeasyPrint asks for a paragraph's lines one after another, and for as many as the frame has room
for. Here they come from the paragraph's plan. What is not set here, it sets itself.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import Any

from weasyprint.layout import block as block_layout
from weasyprint.layout.float import avoid_collisions
from weasyprint.layout.inline import _out_of_flow_layout
from weasyprint.layout.percent import resolve_one_percentage
from weasyprint.text.ffi import TO_UNITS

from pamphleteer.typeset.paragraph.collecting import NotOursError, collect
from pamphleteer.typeset.paragraph.drawing import draw_set_texts
from pamphleteer.typeset.paragraph.measuring import Measured, measure
from pamphleteer.typeset.paragraph.remembering import Known, what_is_known
from pamphleteer.typeset.paragraph.resuming import letter_at, plan_before
from pamphleteer.typeset.paragraph.rules import is_justified, rules_for, told_rules
from pamphleteer.typeset.paragraph.setting import Job, Spot, set_atom, set_line
from pamphleteer.typeset.paragraph.styles import clear_edges, fit_line_height, type_style

Lines = Iterator[tuple[Any, Any]]
"""Each line's box, and where the text goes on after it, in WeasyPrint's terms."""

KNOWN = "_known"
"""The field of a source line box that keeps what is known of its paragraph."""


def compose_paragraphs() -> None:
    """Let WeasyPrint's layout take lines from here; to be called once."""
    block_layout.iter_line_boxes = _composing(block_layout.iter_line_boxes)
    draw_set_texts()


def _composing(iter_line_boxes: Callable[..., Lines]) -> Callable[..., Lines]:
    @wraps(iter_line_boxes)
    def compose_or_iterate(*asked: Any) -> Lines:
        composed = _compose(_Asked(*asked))
        first = next(composed, None)
        if first is None:
            yield from iter_line_boxes(*asked)
        else:
            yield first
            yield from composed

    return compose_or_iterate


@dataclass(frozen=True, slots=True)
class _Asked:
    """What WeasyPrint asks for, in its order."""

    context: Any
    line_box: Any
    position_y: float
    bottom_space: float
    skip_stack: Any
    block: Any
    absolutes: list[Any]
    fixed: list[Any]
    first_letter_style: Any
    first_line_style: Any


def _compose(asked: _Asked) -> Lines:
    """The lines of a paragraph from where it is asked for; none if it is not set here."""
    known = None if asked.first_line_style else _known(asked)
    if known is None:
        return
    box, measured = asked.line_box, known.planner.measured
    clear_edges(box)
    start, indent = letter_at(measured.collected, asked.skip_stack), 0.0
    box.text_indent = 0
    standing: list[Any] | None = []
    if asked.skip_stack is None:
        resolve_one_percentage(box, "text_indent", asked.block.width)
        indent, box.text_indent = box.text_indent, 0
        standing = _set_beside(asked, measured)
    if standing is None or start >= len(measured.collected.text):
        return
    spots = _indented([*_spots(asked)], indent)
    told = told_rules(asked.context).justification
    lines = known.planner.lines_from(
        start,
        [spot.measure for spot in spots],
        rules=rules_for(box, spots[-1].measure, told),
        before=plan_before(asked.skip_stack),
    )
    rules = rules_for(box, asked.block.width, told)
    filled = known.filled.setdefault(rules, {})
    job = Job(
        measured=measured,
        filled=filled,
        line_box=box,
        block=asked.block,
        context=asked.context,
        rules=rules,
    )
    fit_line_height(box)  # for all copies of it
    y = asked.position_y
    for number, planned in enumerate(lines):
        spot = spots[min(number, len(spots) - 1)]
        line, resume_at = set_line(job, planned, Spot(spot.x, y, spot.measure), standing)
        y, standing = line.position_y + line.height, []
        yield line, resume_at


def _known(asked: _Asked) -> Known | None:
    """What is known of a paragraph, and kept with its source; None if it is not set here."""
    kept = vars(asked.line_box)
    if KNOWN not in kept:
        kept[KNOWN] = _look_up(asked)
    known: Known | None = kept[KNOWN]
    return known


def _look_up(asked: _Asked) -> Known | None:
    box, context = asked.line_box, asked.context
    try:
        collected = collect(box, asked.block)
    except NotOursError:
        return None
    told, style = told_rules(context), type_style(box)
    hang = told.justification.hanging and is_justified(box)
    atoms = (piece.box for piece in collected.every if piece.kind == "atom")
    widths = tuple(set_atom(atom, asked.block, context).margin_width() * TO_UNITS for atom in atoms)

    def measure_it() -> Measured:
        return measure(
            collected,
            widths,
            language=style.style["lang"],
            dictionaries=context.dictionaries,
            hang=hang,
            exceptions=told.exceptions,
        )

    given = (widths, hang, tuple(sorted(told.exceptions.items())))
    return what_is_known(collected, style, given, measure_it)


def _set_beside(asked: _Asked, measured: Measured) -> list[Any] | None:
    """Lay out the paragraph's floats beside its first lines; None if they have no room there."""
    made: list[Any] = []
    waiting: list[Any] = []
    sides = {"left": 0, "right": 0}
    x = asked.block.content_box_x()
    for piece in measured.collected.floats:
        piece.box.position_y = asked.position_y
        _out_of_flow_layout(
            asked.context, asked.line_box, asked.block, piece.path[0], piece.box, [], [], made,
            waiting, asked.absolutes, asked.fixed, [], sides, x + asked.block.width, x,
            asked.bottom_space,
        )  # fmt: skip
    return None if waiting else [box for _, box, _ in made]


def _spots(asked: _Asked) -> Iterator[Spot]:
    """Where the lines stand: those beside floats one by one, and then one for all others."""
    box, block, context = asked.line_box, asked.block, asked.context
    y, height = asked.position_y, type_style(box).leading
    ends = [shape.position_y + shape.margin_height() for shape in context.excluded_shapes]
    while ends and height and y < max(ends):
        box.position_y, box.width, box.height = y, 0, height
        x, _, measure = avoid_collisions(context, box, block, outer=False)
        yield Spot(x, y, measure)
        y += height
    box.position_y = asked.position_y
    yield Spot(block.content_box_x(), y, block.width)


def _indented(spots: list[Spot], indent: float) -> list[Spot]:
    """The same with the first line indented."""
    if not indent:
        return spots
    first, *others = spots
    moved = Spot(first.x + indent, first.y, first.measure - indent)
    return [moved, *(others or [first])]
