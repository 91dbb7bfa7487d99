"""Measures a paragraph: what stands before each of its letters, and where lines may end in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate
from typing import Any

import pyphen
from weasyprint.text.ffi import ffi
from weasyprint.text.line_break import get_log_attrs

from pamphleteer.typeset.paragraph.breaking import Places
from pamphleteer.typeset.paragraph.collecting import Collected, Run, flatten
from pamphleteer.typeset.paragraph.hanging import LEFT, RIGHT
from pamphleteer.typeset.paragraph.shaping import SPACES, Glyphs, shape, widths_before

SOFT_HYPHEN = "\u00ad"
HYPHENS = "-\u2010"
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")

HYPHEN_PENALTY = 50.0
"""TeX's ``\\hyphenpenalty``, and its ``\\exhyphenpenalty`` for a hyphen that is in the text."""


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A paragraph whose runs are shaped.

    ``before`` and ``glue`` have, for each letter and the end of the text, the width of all and that
    of the glue before it, in pixels.
    """

    collected: Collected
    glyphs: tuple[Glyphs, ...]
    before: tuple[float, ...]
    glue: tuple[float, ...]
    breaks: tuple[int, ...]
    context: Any
    hyphens: dict[int, Glyphs] = field(default_factory=dict)

    def run_at(self, letter: int) -> Run:
        """The run in which a letter stands, or the last one before it."""
        runs = self.collected.runs
        return runs[max(0, bisect_right(runs, letter, key=_start) - 1)]

    def hyphen(self, style: Any) -> Glyphs:
        """The hyphen of a style, shaped."""
        if id(style) not in self.hyphens:
            self.hyphens[id(style)] = shape(style["hyphenate_character"], style)
        return self.hyphens[id(style)]

    def is_hyphen_shared(self, style: Any) -> bool:
        """Whether a style's font has the same glyph for the hyphen and the hyphen-minus."""
        return shape("-", style).numbers == self.hyphen(style).numbers


def _start(run: Run) -> int:
    return run.start


def measure(
    collected: Collected, atoms: Sequence[float], language: str | None, context: Any
) -> Measured:
    """Shape all runs, once; ``atoms`` are the widths of the boxes that are set whole."""
    text = collected.text
    widths = [0.0] * len(text)
    glyphs = tuple(shape(run.box.text, run.box.style) for run in collected.runs)
    for run, shaped in zip(collected.runs, glyphs, strict=True):
        sums = widths_before(shaped)
        widths[run.start : run.end] = [
            after - now for now, after in zip(sums, sums[1:], strict=False)
        ]
    sizes = iter(atoms)
    for piece in (each for top in collected.pieces for each in flatten(top)):
        if piece.kind == "atom":
            widths[piece.start] = next(sizes)
        elif piece.end > piece.start:
            widths[piece.start] += piece.left
            widths[piece.end - 1] += piece.right
    glue = (width if letter in SPACES else 0.0 for letter, width in zip(text, widths, strict=True))
    return Measured(
        collected=collected,
        glyphs=glyphs,
        before=tuple(accumulate(widths, initial=0.0)),
        glue=tuple(accumulate(glue, initial=0.0)),
        breaks=tuple(_breaks(collected, language)),
        context=context,
    )


def _breaks(collected: Collected, language: str | None) -> Iterator[int]:
    """The letters before which a line may end, by the Unicode line breaking algorithm (UAX 14)."""
    text = collected.text
    attributes = get_log_attrs(text, language)
    flags = memoryview(ffi.buffer(attributes, 4 * len(text))).cast("I")
    mask = _line_break_bit()
    whole = [run for run in collected.runs if run.box.style["white_space"] == "nowrap"]
    for at in range(1, len(text)):
        if flags[at] & mask and not any(run.start < at < run.end for run in whole):
            yield at


@cache
def _line_break_bit() -> int:
    """What an attribute is as a number, when its first bit alone is set."""
    attribute = ffi.new("PangoLogAttr *", {"is_line_break": 1})
    return memoryview(ffi.buffer(attribute)).cast("I")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ends:
    """Where lines may end, as numbers for the breaking, and as letters for the setting.

    For each place: the letter at which a line that ends there ends, the one with which the next
    begins, and whether a hyphen is put there.
    """

    places: Places
    line_ends: tuple[int, ...]
    line_starts: tuple[int, ...]
    hyphenated: tuple[bool, ...]


def find_ends(measured: Measured, start: int, *, hyphenate: bool, hang: bool) -> Ends:
    """All places from a letter on, with or without those within words."""
    text = measured.collected.text
    flagged = dict.fromkeys((at for at in measured.breaks if at > start), False)
    if hyphenate:
        flagged |= dict.fromkeys((at for at in _within_words(measured) if at > start), True)
    letters = sorted(flagged)
    stop = len(text.rstrip(" "))
    letters = [start, *(at for at in letters if at < stop), len(text)]
    line_ends = [_before_spaces(text, at) for at in letters]
    line_starts = [_after_spaces(text, at) for at in letters]
    hyphens = [flagged.get(at, False) or text[at - 1 : at] == SOFT_HYPHEN for at in letters]
    hyphens[0] = hyphens[-1] = False
    added = [
        _hyphen_width(measured, at) if hyphen else 0.0
        for at, hyphen in zip(letters, hyphens, strict=True)
    ]
    before, glue = measured.before, measured.glue
    drawn = [
        hyphen or text[end - 1 : end] in HYPHENS
        for hyphen, end in zip(hyphens, line_ends, strict=True)
    ]
    drawn[0] = drawn[-1] = False
    return Ends(
        places=Places(
            starts=[before[at] for at in line_starts],
            ends=[before[at] + width for at, width in zip(line_ends, added, strict=True)],
            start_glue=[glue[at] for at in line_starts],
            end_glue=[glue[at] for at in line_ends],
            hangs_left=[_hangs_left(measured, at) if hang else 0.0 for at in line_starts],
            hangs_right=[
                _hangs_right(measured, at, width) if hang else 0.0
                for at, width in zip(line_ends, added, strict=True)
            ],
            penalties=[HYPHEN_PENALTY if flag else 0.0 for flag in drawn],
            flagged=drawn,
        ),
        line_ends=tuple(line_ends),
        line_starts=tuple(line_starts),
        hyphenated=tuple(hyphens),
    )


def _before_spaces(text: str, at: int) -> int:
    while at and text[at - 1] == " ":
        at -= 1
    return at


def _after_spaces(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _hyphen_width(measured: Measured, at: int) -> float:
    return measured.hyphen(measured.run_at(at - 1).box.style).width


def _hangs_left(measured: Measured, at: int) -> float:
    letter = measured.collected.text[at : at + 1]
    part = LEFT.get(letter)
    return part * (measured.before[at + 1] - measured.before[at]) if part else 0.0


def _hangs_right(measured: Measured, at: int, hyphen: float) -> float:
    if hyphen:
        return RIGHT["‐"] * hyphen
    part = RIGHT.get(measured.collected.text[at - 1 : at])
    return part * (measured.before[at] - measured.before[at - 1]) if part else 0.0


def _within_words(measured: Measured) -> Iterator[int]:
    """Where words may be hyphenated, by the patterns of the language that they are in (Liang 1983)."""
    for run in measured.collected.runs:
        style = run.box.style
        language = style["lang"] and pyphen.language_fallback(style["lang"])
        if style["hyphens"] != "auto" or not language:
            continue
        total, left, right = style["hyphenate_limit_chars"]
        dictionaries = measured.context.dictionaries
        key = (language, left, right, total)
        if key not in dictionaries:
            dictionaries[key] = pyphen.Pyphen(lang=language, left=left, right=right)
        for word in WORD.finditer(run.box.text):
            if word.end() - word.start() >= total and SOFT_HYPHEN not in word[0]:
                for at in dictionaries[key].positions(word[0]):
                    if at.data is None:  # otherwise letters would change
                        yield run.start + word.start() + int(at)
