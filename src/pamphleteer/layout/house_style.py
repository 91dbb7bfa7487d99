"""House style: the sizes of type, and how articles begin and end, as a layout says it."""

from dataclasses import dataclass

from pamphleteer.units import Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Sizes of type that more must know than the style sheet, in points."""

    text: Pt
    note: Pt
    note_leading: Pt


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
