"""Fills the texts of a planned line to its measure.

Their glyphs are slices of what was shaped already. What the line has too much or too little is
shared out among its spaces and, within the layout's limit, its letters' width.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from weasyprint.text.ffi import FROM_UNITS

from pamphleteer.typeset.paragraph.breaking import Rules
from pamphleteer.typeset.paragraph.drawing import NO_HYPHENS, Hyphens, SetText
from pamphleteer.typeset.paragraph.measuring import Measured
from pamphleteer.typeset.paragraph.planning import PlannedLine
from pamphleteer.typeset.paragraph.resuming import skip_stack_after
from pamphleteer.typeset.paragraph.shaping import (
    Glyphs,
    cut,
    hyphen_of,
    is_hyphen_shared,
    join,
)
from pamphleteer.typeset.paragraph.styles import TypeStyle

HYPHEN = "\u2010"
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Spread:
    """What is done to a line's text: each space is ``extra`` wider, then all is ``scale`` wide."""

    extra: float = 0.0
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Filled:
    """A line's texts, by the letter with which the run of each begins, and where it goes on then.

    The latter is in WeasyPrint's terms, and None where the paragraph ends.
    """

    texts: dict[int, SetText]
    resume_at: Any


FilledLines = dict[tuple[PlannedLine, float | None], Filled]
"""A paragraph's lines, each by the measure that its texts fill if they do, in pixels."""


def fill_line(
    measured: Measured, planned: PlannedLine, measure: float | None, rules: Rules
) -> Filled:
    """Fill a line's texts.

    Args:
        measured: The paragraph.
        planned: The line.
        measure: What its texts are to fill, in pixels; None if they keep their natural width.
        rules: How far its spaces and letters may give.
    """
    parts = dict(_slices(measured, planned))
    spread = Spread()
    if measure is not None:
        target = measure + planned.hang_left + planned.hang_right
        spread = _spread(measured, planned, parts, target, rules=rules)
    texts = {}
    for run in measured.collected.runs:
        if run.start in parts:
            glyphs, is_last = parts[run.start], run.start < planned.end <= run.end
            texts[run.start] = SetText(
                glyphs,
                extra=spread.extra,
                scale=spread.scale,
                hang=planned.hang_right if is_last else 0.0,
                hyphens=_hyphens(glyphs, run.style, put=is_last and planned.hyphenated),
            )
    after = None if planned.last else skip_stack_after(measured.collected, planned)
    return Filled(texts, after)


def _hyphens(glyphs: Glyphs, style: TypeStyle, *, put: bool) -> Hyphens:
    """The hyphens of a text: those that were written, and the one that was put at its end."""
    if not put and HYPHEN not in glyphs.text:
        return NO_HYPHENS
    last = len(glyphs.numbers) - 1
    names = {
        at: HYPHEN for at, letter in enumerate(glyphs.letters) if glyphs.text[letter] == HYPHEN
    }
    if put:
        names[last] = SOFT_HYPHEN
    return Hyphens(names, shared=is_hyphen_shared(style))


def _slices(measured: Measured, planned: PlannedLine) -> Iterator[tuple[int, Glyphs]]:
    """The glyphs of each run's part of a line, by where the run starts."""
    for run, glyphs in zip(measured.collected.runs, measured.glyphs, strict=True):
        start, end = max(run.start, planned.start), min(run.end, planned.end)
        if start >= end:
            continue
        part = cut(glyphs, start - run.start, end - run.start, run.style)
        if planned.hyphenated and end == planned.end:
            hyphen = hyphen_of(run.style)
            part = join([part, hyphen], part.text + hyphen.text)
        yield run.start, part


def _spread(
    measured: Measured,
    planned: PlannedLine,
    parts: dict[int, Glyphs],
    target: float,
    *,
    rules: Rules,
) -> Spread:
    """Share out what the line has too much or too little."""
    natural = sum(part.width for part in parts.values())
    excess = target - natural
    spaces = sum(part.spaces for part in parts.values())
    if not natural or (planned.last and excess >= 0):
        return Spread()
    free = (measured.glue[planned.end] - measured.glue[planned.start]) * FROM_UNITS
    room = free * (rules.stretch if excess > 0 else rules.shrink) + natural * rules.scaling
    ratio = max(-1.0, min(1.0, excess / room)) if room else 0.0
    scale = 1 + ratio * rules.scaling
    return Spread(extra=(target / scale - natural) / spaces if spaces else 0.0, scale=scale)
