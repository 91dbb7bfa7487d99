"""Plans a paragraph's lines: as Knuth and Plass have it, first without hyphens, then with them.

A plan is made for the whole paragraph from its beginning, whatever frame it is poured into, and
kept. A frame that goes on with the paragraph at the same measure goes on with the plan; one of
another measure has a plan of its own from where it begins. By which plan a text was set is known
from where it goes on, and not kept here, so that frames which were taken back leave no trace.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from weasyprint.text.ffi import FROM_UNITS, TO_UNITS

from pamphleteer.typeset.paragraph.breaking import Broken, Rules, break_lines
from pamphleteer.typeset.paragraph.measuring import End, Measured, find_ends

CALM = 1.0
"""The greatest ratio of a line for which a paragraph is set without hyphens."""

LOOSER = (6.0, 12.0, 1e9)
"""Tolerances that are tried one after another where the rules' own leaves no way."""


PlanName = tuple[int, tuple[float, ...]]
"""The letter from which a plan is made, and its lines' measures in pixels, the last for all others.
"""


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A line: its letters from ``start`` to before ``end``; the next begins at ``following``.

    It is ``hyphenated`` if a hyphen is put at its end, ``last`` if the paragraph ends with it.
    ``plan`` is the one that it belongs to.
    """

    start: int
    end: int
    following: int
    hyphenated: bool
    last: bool
    hang_left: float
    hang_right: float
    plan: PlanName


Plan = dict[int, PlannedLine]
"""The lines of a paragraph, by the letter with which each begins."""


Plans = dict[tuple[PlanName, Rules], Plan]
"""A paragraph's plans by their names and the rules that they keep."""


@dataclass(slots=True, eq=False)
class Planner:
    """Makes plans for one paragraph, each once."""

    measured: Measured
    plans: Plans = field(default_factory=dict)

    def lines_from(
        self, start: int, measures: Sequence[float], *, rules: Rules, before: PlanName | None
    ) -> Iterator[PlannedLine]:
        """The lines from a letter on; none where they cannot be planned.

        Args:
            start: The letter, the first of a frame or of the paragraph.
            measures: The measures of the lines from there on, in pixels, the last for all others.
            rules: How lines are judged at that measure.
            before: The plan by which the text before it was set; None at the paragraph's beginning.
        """
        name = (start, tuple(measures))
        if before is not None and before[1][-1:] == name[1]:
            name = before
        return _following(self._plan(name, rules), start)

    def _plan(self, name: PlanName, rules: Rules) -> Plan:
        if (name, rules) not in self.plans:
            self.plans[name, rules] = self._make(name, rules)
        return self.plans[name, rules]

    def _make(self, name: PlanName, rules: Rules) -> Plan:
        start, measures = name[0], [measure * TO_UNITS for measure in name[1]]
        ends, places = find_ends(self.measured, start, hyphenate=False)
        calm = replace(rules, tolerance=min(CALM, rules.tolerance))
        if broken := break_lines(places, measures, calm):
            return _lines(ends, broken, name)
        ends, places = find_ends(self.measured, start, hyphenate=True)
        for tolerance in (rules.tolerance, *LOOSER):
            if broken := break_lines(places, measures, replace(rules, tolerance=tolerance)):
                return _lines(ends, broken, name)
        return {}


def _following(plan: Plan, start: int) -> Iterator[PlannedLine]:
    while line := plan.get(start):
        yield line
        if line.last:
            return
        start = line.following


def _lines(ends: Sequence[End], broken: Broken, name: PlanName) -> Plan:
    plan: Plan = {}
    first = 0
    for place in broken.ends:
        start, end = ends[first], ends[place]
        plan[start.line_start] = PlannedLine(
            start=start.line_start,
            end=end.line_end,
            following=end.line_start,
            hyphenated=end.hyphenated,
            last=place == len(ends) - 1,
            hang_left=start.hang_left * FROM_UNITS,
            hang_right=end.hang_right * FROM_UNITS,
            plan=name,
        )
        first = place
    return plan
