"""Paragraphs that are rows of numbers, and a judge of their lines who knows nothing of breaking.py.

The judge walks along the lines from the first to the last, and adds up what Knuth and Plass (1981)
and the docstring of `Rules` say that each costs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from math import inf

from hypothesis import strategies as st

from pamphleteer.typeset.paragraph.breaking import Places, Rules

HYPHEN = 2.0


@dataclass(frozen=True, slots=True)
class Part:
    """A word or a part of one: what stands before and behind it, and the place at its end.

    ``glue`` is 0 if the word goes on, and a hyphen stands there if a line ends behind it.
    """

    width: float
    glue: float
    hang: float = 0.0
    forced: bool = False


def make_places(parts: Sequence[Part], *, hyphen_penalty: float = 50.0) -> Places:
    """Set parts beside one another."""
    rows: list[tuple[float, float, float, float, float, float, float, bool]] = []
    rows.append((0.0, 0.0, 0.0, 0.0, parts[0].hang, 0.0, 0.0, False))
    x = glue = 0.0
    for number, part in enumerate(parts):
        x += part.width
        is_end = number == len(parts) - 1
        is_hyphen = not part.glue and not part.forced and not is_end
        following = 0.0 if is_end else parts[number + 1].hang
        penalty = -inf if part.forced and not is_end else hyphen_penalty if is_hyphen else 0.0
        end, end_glue = x + (HYPHEN if is_hyphen else 0.0), glue
        if not is_end:
            x, glue = x + part.glue, glue + part.glue
        rows.append((x, end, glue, end_glue, following, part.hang, penalty, is_hyphen))
    return Places(*zip(*rows, strict=True))


def judge(
    places: Places, measures: Sequence[float], rules: Rules, ends: Sequence[int]
) -> float | None:
    """What the lines with these ends cost together; None if one of them is not allowed."""
    total, hyphens, fitness_before = 0.0, 0, 1
    for number, (start, end) in enumerate(pairwise([0, *ends])):
        measure = measures[number] if number < len(measures) else measures[-1]
        is_end = end == len(places) - 1
        closes = is_end or places.penalties[end] == -inf
        ratio = line_ratio(places, measure, rules, (start, end))
        if closes and not rules.even:
            ratio = min(ratio, 0.0)
        if not -1 <= ratio <= rules.tolerance or skips_forced_end(places, start, end):
            return None
        total += (rules.line + 100 * abs(ratio) ** 3) ** 2 + max(0.0, places.penalties[end]) ** 2
        if closes and line_width(places, start, end) < rules.least_last * measure:
            total += rules.runt
        if is_end and hyphens:
            total += rules.runt
        hyphens = hyphens + 1 if places.flagged[end] else 0
        total += {0: 0, 1: 0, 2: 1}.get(hyphens, 1000) * rules.ladder
        fitness = 0 if ratio < -0.5 else 1 if ratio < 0.5 else 2 if ratio < 1 else 3
        total += rules.misfit if abs(fitness - fitness_before) > 1 else 0.0
        fitness_before = fitness
    return total


def line_width(places: Places, start: int, end: int) -> float:
    """The natural width of a line, but for what hangs out."""
    begins = places.starts[start] + places.hangs_left[start]
    return places.ends[end] - places.hangs_right[end] - begins


def line_ratio(places: Places, measure: float, rules: Rules, line: tuple[int, int]) -> float:
    """By how much a line's glue is set: none at 0, all that it stretches at 1, shrinks at -1."""
    width = line_width(places, *line)
    glue = places.end_glue[line[1]] - places.start_glue[line[0]]
    if abs(measure - width) <= 1e-6:
        return 0.0
    stretches = measure > width
    give = glue * (rules.stretch if stretches else rules.shrink) + width * rules.scaling
    give += rules.rag if stretches else 0.0
    if give > 0:
        return (measure - width) / give
    return 100.0 if stretches else -inf


def skips_forced_end(places: Places, start: int, end: int) -> bool:
    return any(places.penalties[place] == -inf for place in range(start + 1, end))


def all_ways(places: Places) -> Iterator[tuple[int, ...]]:
    """Every set of ends that there is."""
    last = len(places) - 1
    for amount in range(last):
        for chosen in combinations(range(1, last), amount):
            yield (*chosen, last)


def first_fit(places: Places, measures: Sequence[float]) -> tuple[int, ...] | None:
    """Fill one line after another with what it has room for; None if a part is wider than it."""
    ends: list[int] = []
    start = 0
    while start < len(places) - 1:
        measure = measures[min(len(ends), len(measures) - 1)]
        fitting = [
            end
            for end in range(start + 1, len(places))
            if line_width(places, start, end) <= measure
            and not skips_forced_end(places, start, end)
        ]
        if not fitting:
            return None
        start = fitting[-1]
        ends.append(start)
    return tuple(ends)


def longest_ladder(places: Places, ends: Sequence[int]) -> int:
    """How many lines in a row end with a hyphen, at most."""
    longest = row = 0
    for end in ends:
        row = row + 1 if places.flagged[end] else 0
        longest = max(longest, row)
    return longest


PARTS = st.builds(
    Part,
    width=st.integers(4, 30).map(float),
    glue=st.sampled_from((0.0, 4.0, 4.0, 4.0)),
    hang=st.sampled_from((0.0, 0.0, 0.5, 1.5)),
    forced=st.integers(0, 19).map(lambda chance: chance == 0),
)

RULES = st.builds(
    Rules,
    stretch=st.sampled_from((0.0, 0.5, 0.7)),
    shrink=st.sampled_from((0.0, 0.25, 0.33)),
    scaling=st.sampled_from((0.0, 0.02)),
    rag=st.sampled_from((0.0, 0.0, 12.0)),
    tolerance=st.sampled_from((1.0, 3.2, 1e9)),
    ladder=st.sampled_from((0.0, 100.0, 4000.0)),
    misfit=st.sampled_from((0.0, 2000.0)),
    even=st.booleans(),
)

MEASURES = st.one_of(
    st.integers(30, 110).map(lambda measure: [float(measure)]),
    st.lists(st.integers(30, 110).map(float), min_size=2, max_size=4),
)
