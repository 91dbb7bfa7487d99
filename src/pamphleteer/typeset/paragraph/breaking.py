"""Chooses where a paragraph's lines end: the ends that together cost least, over the whole of it.

Donald E. Knuth and Michael F. Plass, "Breaking Paragraphs into Lines", Software: Practice and
Experience 11 (1981), 1119-1184; terms and formulas are theirs unless a comment says otherwise. A
paragraph is a row of places where a line may end; between them stand boxes of fixed width and glue
that stretches and shrinks. A place has a penalty, and is flagged if a hyphen would stand there.
Here are numbers alone, and nothing knows of type.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from operator import itemgetter
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Places:
    """Where lines may begin and end; the first place is the paragraph's start, the last its end.

    All are sums from the start, in one unit of length. A line from place ``i`` to ``j`` is
    ``ends[j] - starts[i]`` wide and has glue of ``end_glue[j] - start_glue[i]``.

    Attributes:
        starts: What stands before a line that begins here, its white space gone.
        ends: What stands before the end of a line that ends here, with its hyphen.
        start_glue: The natural width of the glue before a line that begins here.
        end_glue: The natural width of the glue before the end of a line that ends here.
        hangs_left: How far a line that begins here hangs out on the left.
        hangs_right: How far a line that ends here hangs out on the right.
        penalties: What it costs to end a line here; minus infinity where one must end.
        flagged: Whether a hyphen stands at the end of a line that ends here.
    """

    starts: Sequence[float]
    ends: Sequence[float]
    start_glue: Sequence[float]
    end_glue: Sequence[float]
    hangs_left: Sequence[float]
    hangs_right: Sequence[float]
    penalties: Sequence[float]
    flagged: Sequence[bool]

    def __len__(self) -> int:
        return len(self.starts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    r"""How lines are judged.

    Attributes:
        stretch: How much glue stretches at a ratio of 1, as a part of its width.
        shrink: How much it shrinks at most, as a part of its width.
        scaling: How much letters are widened or narrowed at most, as a part of their width.
        rag: How much shorter than the measure a line may be at a ratio of 1: for ragged lines.
        tolerance: The greatest ratio of a line.
        line: The cost of each line (TeX's ``\linepenalty``).
        ladder: The cost of a second hyphen in a row; a third comes only where nothing else will do.
        misfit: The cost of a tight line beside a loose one.
        runt: The cost of a last line that is shorter than ``least_last``, or follows a hyphen.
        least_last: As a part of the measure.
        looseness: Lines that the paragraph is to have more, or fewer if negative, than is best.
        fewest: Take no more lines than the least that will do.
        even: The last line is to be as long as the others: for headlines.
    """

    stretch: float = 0.5
    shrink: float = 0.25
    scaling: float = 0.0
    rag: float = 0.0
    tolerance: float = 3.2
    line: float = 10.0
    ladder: float = 4000.0
    misfit: float = 2000.0
    runt: float = 3000.0
    least_last: float = 0.2
    looseness: int = 0
    fewest: bool = False
    even: bool = False

    def ratio(self, excess: float, width: float, glue: float) -> float:
        """By how much the glue of a line is set: 1 at its full stretch, -1 at its full shrink.

        Args:
            excess: How much shorter than its measure the line is; negative if it is longer.
            width: Its natural width.
            glue: The glue in it.
        """
        if excess > TOUCH:
            room = glue * self.stretch + width * self.scaling + self.rag
            return excess / room if room > 0 else STIFF
        if excess < -TOUCH:
            room = glue * self.shrink + width * self.scaling
            return excess / room if room > 0 else -inf
        return 0.0


TOUCH = 1e-6
"""Lengths that differ by less are equal."""

STIFF = 100.0
"""The ratio of a line that is too short and has nothing that stretches: dear, but not forbidden."""


FITNESS = (-0.5, 0.5, 1.0)
"""Ratios that part the fitness classes: tight, decent, loose, very loose."""

DECENT = 1
"""The fitness class of the line that one may imagine before the first."""

LADDERS = (0.0, 0.0, 1.0, 1000.0)
"""The cost of a hyphen by how many there are then in a row, in ladders; more cost as the last."""

MOST_LADDERS = len(LADDERS) - 1


Node = tuple[float, int, int, int, "Node | None"]
"""A way to have set all lines up to a place: its demerits, the fitness of its last line, how many
hyphens its last lines have in a row, the place, and the node before. (A plain tuple: thousands are
made for each page.)"""


class _Group(NamedTuple):
    """The nodes of one place, at which the line of one number would begin.

    ``begin`` is what stands before that line, ``glue`` the glue before it.
    """

    begin: float
    glue: float
    line: int
    nodes: list[Node]


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """The places at which the lines of a paragraph end, and what all of it costs."""

    ends: tuple[int, ...]
    demerits: float


def break_lines(places: Places, measures: Sequence[float], rules: Rules) -> Broken | None:
    """Choose the places at which the lines end; None where no choice keeps to the rules.

    Args:
        places: Where lines may end.
        measures: The measure of each of the first lines; the last one is that of all others.
        rules: How lines are judged.
    """
    breaker = _Breaker(places, measures, rules)
    active = [breaker.group(0, 0, [(0.0, DECENT, 0, 0, None)])]
    found: dict[int, Ways] = {}
    for place in range(1, len(places)):
        found = breaker.reach(place, active)
        if places.penalties[place] == -inf:
            active = []  # no line goes on past a forced end
        for line in found:
            active.append(breaker.group(place, line, _pruned(found[line], rules)))
        if not active:
            return None
    return _best(found, rules)


Ways = dict[tuple[int, int], Node]
"""The cheapest node of each fitness and each number of hyphens in a row."""


class _Breaker:
    """Tries lines that end at a place, one place after another."""

    def __init__(self, places: Places, measures: Sequence[float], rules: Rules) -> None:
        self._places, self._measures, self._rules = places, measures, rules
        self._counts = rules.fewest or rules.looseness != 0
        self._varies = len(measures) > 1

    def group(self, place: int, line: int, nodes: list[Node]) -> _Group:
        """The nodes of a place, as what lines may begin at."""
        begin = self._places.starts[place] + self._places.hangs_left[place]
        return _Group(begin, self._places.start_glue[place], line, nodes)

    def reach(self, place: int, active: list[_Group]) -> dict[int, Ways]:
        """The best ways to end a line at a place, by the number of the next line.

        Lines are told apart as long as their measures vary, or if they are counted. Groups that
        are too far back are dropped from the active ones.
        """
        places, rules, measures = self._places, self._rules, self._measures
        end, end_glue = places.ends[place] - places.hangs_right[place], places.end_glue[place]
        is_last, count = self._is_last(place), len(measures)
        found: dict[int, Ways] = {}
        passed: list[_Group] = []
        for group in active:
            begin, glue, line, nodes = group
            measure = measures[line] if line < count else measures[-1]
            width = end - begin
            ratio = rules.ratio(measure - width, width, end_glue - glue)
            if ratio < -1:
                passed.append(group)
                continue
            if is_last and ratio > 0 and not rules.even:
                ratio = 0.0
            if ratio > rules.tolerance:
                if self._counts or self._varies:
                    continue
                break  # lines that begin later are shorter still
            is_runt = is_last and width < rules.least_last * measure
            following = line + 1 if self._counts else min(line + 1, count - 1)
            ways = found.setdefault(following, {})
            self._extend(ways, nodes, place, self._demerits(place, ratio, is_runt=is_runt))
        if not places.flagged[place]:  # without its hyphen, a later end may fit
            for group in passed:
                active.remove(group)
        return found

    def _is_last(self, place: int) -> bool:
        return place == len(self._places) - 1 or self._places.penalties[place] == -inf

    def _demerits(self, place: int, ratio: float, *, is_runt: bool) -> tuple[float, int]:
        """What a line to a place costs by itself, and its fitness class."""
        rules, penalty = self._rules, self._places.penalties[place]
        demerits = (rules.line + 100 * abs(ratio) ** 3) ** 2
        if penalty > 0:
            demerits += penalty * penalty
        return demerits + (rules.runt if is_runt else 0.0), bisect_right(FITNESS, ratio)

    def _extend(self, ways: Ways, nodes: list[Node], place: int, line: tuple[float, int]) -> None:
        """Keep the cheapest node of each kind for a line from some nodes to a place."""
        demerits_of_line, fitness = line
        rules, flagged = self._rules, self._places.flagged[place]
        is_end = place == len(self._places) - 1
        ladder = 0
        for node in nodes:
            demerits = node[0] + demerits_of_line
            if flagged:
                ladder = min(node[2] + 1, MOST_LADDERS)
                demerits += LADDERS[ladder] * rules.ladder
            elif is_end and node[2]:
                demerits += rules.runt
            if not -2 < fitness - node[1] < 2:
                demerits += rules.misfit
            key = (fitness, ladder)
            known = ways.get(key)
            if known is None or demerits < known[0]:
                ways[key] = (demerits, fitness, ladder, place, node)


def _pruned(ways: Ways, rules: Rules) -> list[Node]:
    """The nodes that may still be part of the cheapest way.

    What follows the cheapest of them costs a misfit more at the most than what follows another,
    unless that one has fewer hyphens in a row.
    """
    nodes = list(ways.values())
    if len(nodes) == 1:
        return nodes
    least, _, ladder, _, _ = min(nodes, key=itemgetter(0))
    return [node for node in nodes if node[0] <= least + rules.misfit or node[2] < ladder]


def _best(found: dict[int, Ways], rules: Rules) -> Broken | None:
    """The cheapest way to the end; with looseness, the one whose lines are nearest to the wish."""
    ways = [(line, min(nodes.values(), key=itemgetter(0))) for line, nodes in found.items()]
    if not ways:
        return None
    line, best = min(ways, key=lambda way: way[1][0])
    if rules.fewest:
        line, best = min(ways, key=lambda way: way[0])
    if rules.looseness:
        wanted = line + rules.looseness
        best = min(ways, key=lambda way: (abs(way[0] - wanted), way[1][0]))[1]
    return Broken(ends=tuple(_ends(best))[::-1], demerits=best[0])


def _ends(node: Node) -> Iterator[int]:
    place, before = node[3:]
    while before is not None:
        yield place
        place, before = before[3:]
