"""Plans a paragraph's lines: as Knuth and Plass have it, first without hyphens, then with them.

A plan is made for the whole paragraph from its beginning, whatever frame it is poured into, and
kept. A frame that goes on with the paragraph at the same measure goes on with the plan; one of
another measure has a plan of its own from where it begins.
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


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A line: its letters from ``start`` to before ``end``; the next begins at ``following``.

    It is ``hyphenated`` if a hyphen is put at its end, ``last`` if the paragraph ends with it.
    """

    start: int
    end: int
    following: int
    hyphenated: bool
    last: bool
    hang_left: float
    hang_right: float


Plan = dict[int, PlannedLine]
"""The lines of a paragraph, by the letter with which each begins."""


Plans = dict[tuple[int, tuple[float, ...], Rules], Plan]
"""A paragraph's plans by the letter from which each is made, the measures, and the rules."""


@dataclass(slots=True, eq=False)
class Planner:
    """Makes plans for one paragraph, each once.

    ``whole`` has, by the measure of a frame, the measures of the paragraph's lines from its
    beginning on in such a frame: the first may be indented, or stand beside a drop cap.
    """

    measured: Measured
    whole: dict[float, tuple[float, ...]] = field(default_factory=dict)
    plans: Plans = field(default_factory=dict)

    def lines_from(
        self, start: int, measures: Sequence[float], *, rules: Rules, is_whole: bool
    ) -> Iterator[PlannedLine]:
        """The lines from a letter on; none where they cannot be planned.

        Args:
            start: The letter, the first of a frame or of the paragraph.
            measures: The measures of the lines from there on, in pixels, the last for all others.
            rules: How lines are judged at that measure.
            is_whole: Whether the paragraph begins here.
        """
        if is_whole:
            self.whole[measures[-1]] = tuple(measures)
        whole = self.whole.get(measures[-1])
        first = self.measured.collected.first
        plan = self._plan(first, whole, rules) if whole else {}
        if len(measures) > 1 or start not in plan:
            plan = self._plan(start, tuple(measures), rules)
        return _following(plan, start)

    def _plan(self, start: int, measures: tuple[float, ...], rules: Rules) -> Plan:
        key = (start, measures, rules)
        if key not in self.plans:
            self.plans[key] = self._make(start, [measure * TO_UNITS for measure in measures], rules)
        return self.plans[key]

    def _make(self, start: int, measures: Sequence[float], rules: Rules) -> Plan:
        ends, places = find_ends(self.measured, start, hyphenate=False)
        calm = replace(rules, tolerance=min(CALM, rules.tolerance))
        if broken := break_lines(places, measures, calm):
            return _lines(ends, broken)
        ends, places = find_ends(self.measured, start, hyphenate=True)
        for tolerance in (rules.tolerance, *LOOSER):
            if broken := break_lines(places, measures, replace(rules, tolerance=tolerance)):
                return _lines(ends, broken)
        return {}


def _following(plan: Plan, start: int) -> Iterator[PlannedLine]:
    while line := plan.get(start):
        yield line
        if line.last:
            return
        start = line.following


def _lines(ends: Sequence[End], broken: Broken) -> Plan:
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
        )
        first = place
    return plan
