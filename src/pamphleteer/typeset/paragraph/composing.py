"""Composes a paragraph line by line, in WeasyPrint's place, where it is made of what is set here.

WeasyPrint asks for a paragraph's lines one after another, and for as many as the frame has room
for. Here they come from the paragraph's plan. What is not set here, it sets itself.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from weasyprint.layout import block as block_layout
from weasyprint.layout.float import avoid_collisions
from weasyprint.layout.inline import _adjust_line_height, _out_of_flow_layout
from weasyprint.layout.percent import resolve_one_percentage, resolve_percentages
from weasyprint.text.ffi import TO_UNITS

from pamphleteer.typeset.paragraph.breaking import Rules
from pamphleteer.typeset.paragraph.collecting import NotOursError, collect
from pamphleteer.typeset.paragraph.drawing import draw_set_texts
from pamphleteer.typeset.paragraph.measuring import Measured, measure
from pamphleteer.typeset.paragraph.planning import Planner
from pamphleteer.typeset.paragraph.setting import Job, Spot, set_atom, set_line
from pamphleteer.typeset.paragraph.styles import type_style

Lines = Iterator[tuple[Any, Any]]
"""Each line's box, and where the text goes on after it, in WeasyPrint's terms."""

PLANNER = "_planner"
"""The field of a source line box that keeps its planner."""


def compose_paragraphs() -> None:
    """Let WeasyPrint's layout take lines from here; to be called once."""
    block_layout.iter_line_boxes = _composing(block_layout.iter_line_boxes)
    draw_set_texts()


def _composing(iter_line_boxes: Callable[..., Lines]) -> Callable[..., Lines]:
    @wraps(iter_line_boxes)
    def compose_or_iterate(*asked: Any) -> Lines:
        return _lines(iter_line_boxes, _Asked(*asked))

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

    @property
    def values(self) -> tuple[Any, ...]:
        """All of it."""
        return tuple(getattr(self, name) for name in self.__slots__)


def _lines(iter_line_boxes: Callable[..., Lines], asked: _Asked) -> Lines:
    tally = tally_of(asked.context)
    planner = None if asked.first_line_style else _planner(asked)
    composed = _compose(planner, asked) if planner else None
    first = next(composed, None) if composed else None
    if composed is None or first is None:
        for each in iter_line_boxes(*asked.values):
            tally["stock"] += 1
            yield each
        return
    tally["planned"] += 1
    yield first
    for each in composed:
        tally["planned"] += 1
        yield each


def tally_of(context: Any) -> Counter[str]:
    """How many lines of a thread were ``planned``, and how many were WeasyPrint's own."""
    counted: Counter[str] = vars(context).setdefault("_lines", Counter())
    return counted


def _planner(asked: _Asked) -> Planner | None:
    """The planner of a paragraph, which is kept with its source; None if it is not set here."""
    kept = vars(asked.line_box)
    if PLANNER not in kept:
        kept[PLANNER] = _make_planner(asked)
    planner: Planner | None = kept[PLANNER]
    return planner


def _make_planner(asked: _Asked) -> Planner | None:
    box, context = asked.line_box, asked.context
    try:
        collected = collect(box, asked.block)
    except NotOursError:
        return None
    atoms = [piece.box for piece in collected.every if piece.kind == "atom"]
    job = Job(
        measured=None,
        line_box=box,
        block=asked.block,
        context=context,
        rules=Rules(),
        absolutes=[],
        fixed=[],
    )
    widths = [set_atom(job, atom).margin_width() * TO_UNITS for atom in atoms]
    hang = box.style["text_align_all"] == "justify"
    measured = measure(collected, widths, language=type_style(box).style["lang"], context=context, hang=hang)
    return Planner(measured, _rules(box))


def _rules(box: Any) -> Rules:
    style = type_style(box).style
    if style["text_align_all"] == "justify":
        return Rules(scaling=0.02)
    em = style["font_size"] * TO_UNITS
    heading = box.element is not None and box.element.tag in HEADINGS
    return Rules(
        stretch=0.0, shrink=0.0, rag=4 * em, misfit=0.0, runt=0.0, fewest=heading, even=heading
    )


HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def _compose(planner: Planner, asked: _Asked) -> Lines:
    """The lines of a paragraph from where it is asked for; none if they cannot be planned."""
    box, block, context = asked.line_box, asked.block, asked.context
    measured = planner.measured
    resolve_percentages(box, block)
    start = _letter(measured, asked.skip_stack)
    is_whole = start is None
    box.text_indent = 0
    if start is None:
        start = measured.collected.first
        resolve_one_percentage(box, "text_indent", block.width)
    elif start >= len(measured.collected.text):
        return
    indent = box.text_indent
    box.position_y = asked.position_y
    standing = _standing(asked) if is_whole else []
    if standing is None:
        return
    spots = list(_spots(asked))
    measures = [spot.measure for spot in spots]
    measures[0] -= indent
    if indent and len(measures) == 1:
        measures.append(spots[0].measure)
    if is_whole:
        planner.whole[spots[-1].measure] = tuple(measures)
    lines = planner.lines_from(start, measures)
    if lines is None:
        return
    job = Job(
        measured=measured,
        line_box=box,
        block=block,
        context=context,
        rules=planner.rules,
        absolutes=asked.absolutes,
        fixed=asked.fixed,
    )
    y = asked.position_y
    _adjust_line_height(box)  # for all copies of it
    for number, planned in enumerate(lines):
        spot = spots[min(number, len(spots) - 1)]
        spot = Spot(x=spot.x + indent, y=y, measure=spot.measure - indent)
        line = set_line(job, planned, spot, standing)
        y = line.position_y + line.height
        box.text_indent = indent = 0
        standing = []
        yield line, None if planned.last else _skip_stack(measured, planned.following)


def _standing(asked: _Asked) -> list[Any] | None:
    """Lay out the paragraph's floats beside its first lines; None if they have no room there."""
    floats = asked.line_box._planner.measured.collected.floats
    if not floats:
        return []
    made: list[Any] = []
    waiting: list[Any] = []
    sides = {"left": 0, "right": 0}
    x = asked.block.content_box_x()
    for piece in floats:
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
    y = asked.position_y
    height = type_style(box).leading
    ends = [shape.position_y + shape.margin_height() for shape in context.excluded_shapes]
    while ends and y < max(ends):
        box.position_y, box.width, box.height = y, 0, height
        x, _, measure = avoid_collisions(context, box, block, outer=False)
        yield Spot(x=x, y=y, measure=measure)
        y += height
    yield Spot(x=block.content_box_x(), y=y, measure=block.width)


def _letter(measured: Measured, skip_stack: Any) -> int | None:
    """The letter at which a text goes on; None at its beginning."""
    if skip_stack is None:
        return None
    path: list[int] = []
    while skip_stack:
        ((index, skip_stack),) = skip_stack.items()
        path.append(index or 0)
    collected = measured.collected
    *inner, last = path
    run = next((run for run in collected.runs if run.path == tuple(inner)), None)
    if run is not None:
        letter = run.start + len(run.box.text.encode()[:last].decode())
    else:
        letter = collected.by_path.get(tuple(path), len(collected.text))
    while letter < len(collected.text) and collected.text[letter] == " ":
        letter += 1
    return letter


def _skip_stack(measured: Measured, letter: int) -> Any:
    """Where a text goes on, in WeasyPrint's terms: indexes of children, and bytes of a text."""
    stack: Any = None
    run = measured.run_at(letter)
    if run.start <= letter < run.end:
        stack = {len(run.box.text[: letter - run.start].encode()): None}
        path: Sequence[int] = run.path
    else:
        path = next(path for path, at in measured.collected.by_path.items() if at == letter)
    for index in reversed(path):
        stack = {index: stack}
    return stack
