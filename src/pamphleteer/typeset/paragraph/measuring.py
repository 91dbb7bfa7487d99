"""Measures a paragraph: what stands before each of its letters, and where lines may end in it.

Widths are in Pango's units, 1024 to the pixel, which are whole numbers and add up exactly.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple

import pyphen
from weasyprint.text.ffi import ffi
from weasyprint.text.line_break import get_log_attrs

from pamphleteer.typeset.paragraph.breaking import Places
from pamphleteer.typeset.paragraph.collecting import Collected, Run
from pamphleteer.typeset.paragraph.hanging import LEFT, RIGHT
from pamphleteer.typeset.paragraph.shaping import SPACES, Glyphs, hyphen_of, letter_widths, shape
from pamphleteer.typeset.paragraph.styles import TypeStyle

SOFT_HYPHEN = "\u00ad"
HYPHENS = "-\u2010"
WORD = re.compile(r"[^\W\d_]+(?:['’\u00ad][^\W\d_]+)*")

HYPHEN_PENALTY = 340.0
WRITTEN_HYPHEN_PENALTY = 170.0
"""TeX's ``\\hyphenpenalty``, and its ``\\exhyphenpenalty`` for a hyphen that is in the text.

Both are 50 in TeX, whose lines are wide; in narrow columns so little would leave a hyphen at every
fourth line. With these, `tests.bench.bench_lines` counts fewer of them than any setter that it
compares, and the spaces stay as even.
"""


class End(NamedTuple):
    """A place where a line may end: before the letter ``at``.

    The line ends at ``line_end``, the next begins at ``line_start``; between them is white space.
    The other fields are those of `Places`.
    """

    at: int
    line_end: int
    line_start: int
    hyphenated: bool
    start: float
    end: float
    start_glue: float
    end_glue: float
    hang_left: float
    hang_right: float
    penalty: float
    flagged: bool


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A paragraph whose runs are shaped.

    ``before`` and ``glue`` have, for each letter and the end of the text, the width of all and that
    of the glue before it. ``hang`` tells whether punctuation hangs out. ``ends`` are
    filled when they are first asked for.
    """

    collected: Collected
    glyphs: tuple[Glyphs, ...]
    before: tuple[float, ...]
    glue: tuple[float, ...]
    breaks: tuple[int, ...]
    hang: bool
    dictionaries: dict[Any, Any]
    exceptions: Mapping[str, tuple[int, ...]]
    ends: dict[int, End] = field(default_factory=dict)

    def run_at(self, letter: int) -> Run:
        """The run in which a letter stands, or the last one before it."""
        runs = self.collected.runs
        return runs[max(0, bisect_right(runs, letter, key=_start) - 1)]


def _start(run: Run) -> int:
    return run.start


def measure(
    collected: Collected,
    atoms: Sequence[float],
    *,
    language: str | None,
    dictionaries: dict[Any, Any],
    hang: bool,
    exceptions: Mapping[str, tuple[int, ...]],
) -> Measured:
    """Shape all runs, once.

    Args:
        collected: The paragraph.
        atoms: The widths of the boxes that are set whole, in their order.
        language: Whose rules say where lines may end.
        dictionaries: Pyphen's, by language and limits; more are added as they are needed.
        hang: Whether punctuation hangs out.
        exceptions: Where words may be broken, whatever a dictionary says.
    """
    widths: list[float] = [0] * len(collected.text)
    glyphs = tuple(shape(run.box.text, run.style) for run in collected.runs)
    for run, shaped in zip(collected.runs, glyphs, strict=True):
        widths[run.start : run.end] = letter_widths(shaped)
    sizes = iter(atoms)
    for piece in collected.every:
        if piece.kind == "atom":
            widths[piece.start] = next(sizes)
        elif piece.end > piece.start and (piece.left or piece.right):
            widths[piece.start] += piece.left
            widths[piece.end - 1] += piece.right
    pairs = zip(collected.text, widths, strict=True)
    glue = (width if letter in SPACES else 0 for letter, width in pairs)
    return Measured(
        collected=collected,
        glyphs=glyphs,
        before=tuple(accumulate(widths, initial=0)),
        glue=tuple(accumulate(glue, initial=0)),
        breaks=tuple(_breaks(collected, language)),
        hang=hang,
        dictionaries=dictionaries,
        exceptions=exceptions,
    )


def _breaks(collected: Collected, language: str | None) -> list[int]:
    """The letters before which a line may end, by the Unicode line breaking algorithm (UAX 14)."""
    text = collected.text
    attributes = get_log_attrs(text, language)
    flags = memoryview(ffi.buffer(attributes, 4 * len(text))).cast("I")
    mask = _line_break_bit()
    breaks = [at for at, flag in enumerate(flags) if flag & mask and at]
    return [at for at in breaks if not any(start < at < end for start, end in collected.whole)]


@cache
def _line_break_bit() -> int:
    """What an attribute is as a number, when its first bit alone is set."""
    attribute = ffi.new("PangoLogAttr *", {"is_line_break": 1})
    return memoryview(ffi.buffer(attribute)).cast("I")[0]


def find_ends(measured: Measured, start: int, *, hyphenate: bool) -> tuple[list[End], Places]:
    """All places from a letter on, with or without those within words, also as numbers."""
    text = measured.collected.text
    stop = len(text.rstrip(" "))
    if not measured.ends:
        measured.ends.update((at, _between_words(measured, at)) for at in measured.breaks)
    ends = [end for at, end in measured.ends.items() if start < at < stop]
    if hyphenate:
        within = _within_words(measured, start, stop)
        ends = sorted([*ends, *(end for end in within if end.at not in measured.ends)])
    first, last = (_unbroken(_between_words(measured, at)) for at in (start, len(text)))
    found = [first, *ends, last]
    _, _, _, _, *numbers = zip(*found, strict=True)
    return found, Places(*numbers)


def _unbroken(end: End) -> End:
    """The beginning or end of a text, where no hyphen stands for a word that goes on."""
    return end._replace(penalty=0.0, flagged=False, hyphenated=False)


def _between_words(measured: Measured, at: int) -> End:
    """A place between words, or behind a hyphen that is in the text."""
    text, before = measured.collected.text, measured.before
    end = start = at
    while end and text[end - 1] == " ":
        end -= 1
    while start < len(text) and text[start] == " ":
        start += 1
    mark = text[end - 1 : end]
    added = hang_left = hang_right = 0.0
    if mark == SOFT_HYPHEN:
        added = hyphen_of(measured.run_at(end - 1).style).units
        hang_right = RIGHT["‐"] * added
    elif measured.hang and mark in RIGHT:
        hang_right = RIGHT[mark] * (before[end] - before[end - 1])
    if measured.hang and (letter := text[start : start + 1]) in LEFT:
        hang_left = LEFT[letter] * max(0, before[start + 1] - before[start])
    flagged = mark == SOFT_HYPHEN or (mark != "" and mark in HYPHENS)
    return End(
        at,
        end,
        start,
        mark == SOFT_HYPHEN,
        before[start],
        before[end] + added,
        measured.glue[start],
        measured.glue[end],
        hang_left,
        hang_right if measured.hang else 0.0,
        WRITTEN_HYPHEN_PENALTY if flagged else 0.0,
        flagged,
    )


def _within_words(measured: Measured, start: int, stop: int) -> Iterator[End]:
    """Where words may be hyphenated, by the patterns of the language that they are in.

    Franklin M. Liang, "Word Hy-phen-a-tion by Com-put-er" (1983); the patterns are Pyphen's.
    """
    before, glue = measured.before, measured.glue
    for run in measured.collected.runs:
        if run.style.language is None or run.style.is_whole:
            continue
        least, *_ = run.style.limits
        added = hyphen_of(run.style).units
        hang = RIGHT["‐"] * added if measured.hang else 0.0
        for word in WORD.finditer(run.box.text):
            first = run.start + word.start()
            if word.end() - word.start() < least or run.start + word.end() <= start:
                continue
            for place in _points(measured, word[0], run.style):
                at = first + place
                if start < at < stop:
                    sums = (before[at], before[at] + added, glue[at], glue[at])
                    yield End(at, at, at, True, *sums, 0.0, hang, HYPHEN_PENALTY, True)


def _points(measured: Measured, word: str, style: TypeStyle) -> Iterable[int]:
    """Where a word may be broken: where an editor said so, or else its language's patterns.

    A word with soft hyphens may be broken at these alone (CSS Text 3, §6.1).
    """
    if SOFT_HYPHEN in word:
        return ()
    if word.lower() in measured.exceptions:
        return measured.exceptions[word.lower()]
    total, left, right = style.limits
    key = (style.language, left, right, total)
    if key not in measured.dictionaries:
        hyphenator = pyphen.Pyphen(lang=style.language, left=left, right=right)
        measured.dictionaries[key] = hyphenator
    # Points at which letters would change are left out.
    return [point for point in measured.dictionaries[key].positions(word) if point.data is None]
