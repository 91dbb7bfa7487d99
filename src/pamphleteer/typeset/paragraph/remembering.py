"""Remembers paragraphs that were measured and planned, so that one that is set again is only set.

A text is set again when page numbers are put into it, when an issue is made up anew with them, and
when a layout's leading is tried out. What is remembered hangs on the text, its styles, its measure
and its rules alone, and lives as long as the fonts with which it was shaped.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from pamphleteer.levers import is_on
from pamphleteer.typeset.paragraph.collecting import Collected
from pamphleteer.typeset.paragraph.measuring import Measured
from pamphleteer.typeset.paragraph.planning import Planner, Plans
from pamphleteer.typeset.paragraph.styles import TypeStyle

LONGEST = 10_000
"""Letters of a paragraph that is remembered."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a paragraph, whichever boxes it is made of."""

    measured: Measured
    plans: Plans = field(default_factory=dict)


KEPT = "_known_paragraphs"
"""The field of a configuration of fonts that keeps them.

What is kept holds boxes, and these hold the configuration: in a table of our own, weak or not, it
would stay for ever; so it goes with the configuration.
"""


def planner_for(
    collected: Collected, style: TypeStyle, given: tuple[Any, ...], measure: Callable[[], Measured]
) -> Planner:
    """The planner of a paragraph, with all that is known of one like it.

    Args:
        collected: The paragraph.
        style: That of its lines.
        given: What else its lines hang on.
        measure: Measures it.
    """
    if len(collected.text) > LONGEST or not is_on("paragraphs"):
        return Planner(measure())
    memory: dict[Any, Known] = vars(style.style.font_config).setdefault(KEPT, {})
    runs = tuple((run.start, run.box.text, run.style.key) for run in collected.runs)
    edges = tuple((each.start, each.end, each.left, each.right) for each in collected.edged)
    key = (runs, edges, given)
    if key not in memory:
        memory[key] = Known(measure())
    known = memory[key]
    for run, glyphs in zip(collected.runs, known.measured.glyphs, strict=True):
        run.style.metrics = glyphs.height, glyphs.baseline
    return Planner(replace(known.measured, collected=collected), plans=known.plans)
