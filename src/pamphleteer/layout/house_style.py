"""House style: type's sizes, how lines are justified, how articles begin and end."""

from dataclasses import dataclass

from pamphleteer.units import Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Sizes of type that more must know than the style sheet, in points."""

    text: Pt
    note: Pt
    note_leading: Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class Justification:
    """How lines are justified. What is not whole is a part: 0.25 is a quarter.

    Attributes:
        stretch: How much a space is widened in a line that is as loose as one would like.
        shrink: How much a space is narrowed at most; both as parts of its width.
        scaling: How much letters are widened or narrowed at most, as a part of their width.
        narrow_scaling: The same in lines of fewer letters than ``narrow``.
        narrow: Letters in a line.
        hanging: Whether punctuation hangs out of a column's edges.
    """

    stretch: float = 0.5
    shrink: float = 0.25
    scaling: float = 0.012
    narrow_scaling: float = 0.02
    narrow: int = 40
    hanging: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """How articles begin and end where their authors do not say it.

    Those of ``from_words`` words and more have a drop cap so many lines deep, none if 0, and about
    ``small_capitals`` letters after it are small capitals. ``end_mark``: a mark stands behind the
    last word.
    """

    drop_cap: int
    from_words: int
    small_capitals: int
    end_mark: bool
