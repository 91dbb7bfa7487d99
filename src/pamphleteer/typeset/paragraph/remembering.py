"""Remembers paragraphs that were measured and planned, so that one that is set again is only set.

A text is set again when page numbers are put into it, when an issue is made up anew with them, and
when a layout's leading is tried out. What is remembered hangs on the text, its styles, its measure
and its rules alone, and lives as long as the fonts with which it was shaped.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from pamphleteer.levers import is_on
from pamphleteer.typeset.paragraph.breaking import Rules
from pamphleteer.typeset.paragraph.collecting import Collected
from pamphleteer.typeset.paragraph.filling import FilledLines
from pamphleteer.typeset.paragraph.measuring import Measured
from pamphleteer.typeset.paragraph.planning import Planner
from pamphleteer.typeset.paragraph.styles import TypeStyle

LONGEST = 10_000
"""Letters of a paragraph that is remembered."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a paragraph: how it is planned, and its lines that were set."""

    planner: Planner
    filled: dict[Rules, FilledLines] = field(default_factory=dict)

    def made_of(self, collected: Collected) -> "Known":
        """The same of a paragraph that is made of other boxes."""
        measured = replace(self.planner.measured, collected=collected)
        return Known(Planner(measured, plans=self.planner.plans), self.filled)


KEPT = "_known_paragraphs"
"""The field of a configuration of fonts that keeps them.

What is kept holds boxes, and these hold the configuration: in a table of our own, weak or not, it
would stay for ever; so it goes with the configuration.
"""


def what_is_known(
    collected: Collected, style: TypeStyle, given: tuple[Any, ...], measure: Callable[[], Measured]
) -> Known:
    """All that is known of a paragraph, or of one like it.

    Args:
        collected: The paragraph.
        style: That of its lines.
        given: What else its lines hang on.
        measure: Measures it.
    """
    if len(collected.text) > LONGEST or not is_on("paragraphs"):
        return Known(Planner(measure()))
    memory: dict[Any, Known] = vars(style.style.font_config).setdefault(KEPT, {})
    runs = tuple((run.start, run.box.text, run.style.key) for run in collected.runs)
    edges = tuple((each.start, each.end, each.left, each.right) for each in collected.edged)
    key = (runs, edges, given)
    if key not in memory:
        memory[key] = Known(Planner(measure()))
    known = memory[key].made_of(collected)
    for run, glyphs in zip(collected.runs, known.planner.measured.glyphs, strict=True):
        run.style.metrics = glyphs.height, glyphs.baseline
    return known
