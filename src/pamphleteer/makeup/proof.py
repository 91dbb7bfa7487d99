"""The galley proof: an article's lines in one long column, with which pages are planned.

An article is poured once into a column without end. Its lines tell how deep they are, where a
column may end, which figures they mention and which notes they call. With these numbers pages are
planned, compared and thrown away as often as need be; only the plan that is chosen is poured again.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from pamphleteer.typeset.frame import Frame, Line
from pamphleteer.units import Pt

TOLERANCE = 0.1
"""Points that are forgiven, since depths are sums of many numbers."""


@dataclass(frozen=True, kw_only=True)
class Proof:
    """The lines of one flow at one measure; a place in it is the index of the line that comes next.

    ``gaps`` are the spaces above lines, which vanish at a column's top. ``frame`` is the frame
    whose lines they are; columns may be cut from it. ``learned`` has what pouring taught: where the
    column ends that begins at a place and has so many rows.
    """

    lines: tuple[Line, ...]
    gaps: tuple[float, ...]
    leading: Pt
    frame: Frame | None = None
    learned: Mapping[tuple[int, int], int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.lines)

    @cached_property
    def _ends(self) -> tuple[float, ...]:
        """How deep everything before each line is, its notes included, with all gaps."""
        depths = (
            gap + line.bottom - line.top + line.notes
            for gap, line in zip(self.gaps, self.lines, strict=True)
        )
        return tuple(accumulate(depths, initial=0.0))

    @cached_property
    def _blocks(self) -> tuple[tuple[int, int], ...]:
        """For each line, the first line of its block and the line after its last."""
        spans: dict[int, tuple[int, int]] = {}
        for index, line in enumerate(self.lines):
            first, _ = spans.get(line.block, (index, index))
            spans[line.block] = (first, index + 1)
        return tuple(spans[line.block] for line in self.lines)

    @cached_property
    def _calling(self) -> tuple[int, ...]:
        """The lines that call notes."""
        return tuple(at for at, line in enumerate(self.lines) if line.notes)

    def _area(self, start: int, end: int) -> float:
        """What the notes' area takes beside the notes, in a column that has any."""
        return self.frame.area if self.frame and self._first_call(start) < end else 0.0

    def _first_call(self, start: int) -> int:
        """The first line from a place on that calls a note; the end if none does."""
        at = bisect_left(self._calling, start)
        return self._calling[at] if at < len(self._calling) else len(self)

    def depth(self, start: int, end: int) -> float:
        """How deep a column from one place to another is, in points."""
        if end <= start:
            return 0.0
        above = self._ends[start] + self.gaps[start] - self.lines[start].head
        return self._ends[end] - above + self.lines[end - 1].tail + self._area(start, end)

    def rows(self, start: int, end: int) -> int:
        """The same in rows of the grid, rounded up."""
        return -int(-(self.depth(start, end) - TOLERANCE) // self.leading)

    def fill(self, start: int, rows: int, *, overleaf: bool = False) -> int:
        """Where the column after one ends that begins at ``start`` and has so many rows.

        It is ``start`` itself if nothing may stand in the column. Where the text goes on
        ``overleaf``, no hyphen ends the column, as long as anything else may.
        """
        if (start, rows) in self.learned:
            return self.learned[start, rows]
        ends = self._ends_of(start, rows)
        end = next(ends, start)
        if not overleaf or not self._is_hyphenated(end):
            return end
        return next((at for at in ends if not self._is_hyphenated(at)), end)

    def _ends_of(self, start: int, rows: int) -> Iterator[int]:
        """Where a column may end, the last place first."""
        last, room = self._most(start, rows), rows * self.leading + TOLERANCE
        return (at for at in range(last, start, -1) if self._may_end(start, at, room))

    def _is_hyphenated(self, end: int) -> bool:
        """Whether a hyphen ends the line before a place."""
        return 0 < end < len(self) and self.lines[end - 1].hyphenated

    def force(self, start: int, rows: int) -> int:
        """The same where the column must take something, whatever rule it breaks."""
        return (
            self.fill(start, rows)
            if self.fill(start, rows) > start
            else max(self._most(start, rows), start + 1)
        )

    def _most(self, start: int, rows: int) -> int:
        if start >= len(self):
            return len(self)
        above = self._ends[start] + self.gaps[start] - self.lines[start].head
        room = rows * self.leading + TOLERANCE + above
        most = bisect_right(self._ends, room) - 1
        if area := self._area(start, most):
            # What stands before the first call needs no room for notes.
            most = max(bisect_right(self._ends, room - area) - 1, self._first_call(start))
        return most

    def _may_end(self, start: int, at: int, room: float) -> bool:
        """Whether a column may end before a line, with what then stands below the last one."""
        fits = not self.lines[at - 1].tail or self.depth(start, at) <= room
        return fits and self.may_break(start, at)

    def may_break(self, start: int, at: int) -> bool:
        """Whether a column that begins at ``start`` may end before the line ``at``.

        A paragraph keeps its orphans and widows, a crosshead its text, a group its members (CSS
        Fragmentation 3, §3 and §4.4).
        """
        if at >= len(self):
            return True
        above, below = self.lines[at - 1], self.lines[at]
        if above.group is not None and above.group == below.group:
            return False
        if above.block != below.block:
            return not above.keep_with_next
        first, end = self._blocks[at]
        continued = first < start
        return end - at >= below.widows and (continued or at - first >= above.orphans)

    def mentions(self, start: int, end: int) -> tuple[int, ...]:
        """What lines between two places mention for the first time, in their order."""
        return tuple(self.first_mentions[at] for at in self._mention_places(start, end))

    def mention_line(self, number: int) -> int:
        """The line that mentions something first."""
        return self._mention_lines[self.first_mentions.index(number)]

    def _mention_places(self, start: int, end: int) -> Sequence[int]:
        return [at for at, line in enumerate(self._mention_lines) if start <= line < end]

    @cached_property
    def first_mentions(self) -> tuple[int, ...]:
        """All that is mentioned, once, in the order of the lines."""
        seen = dict.fromkeys(name for line in self.lines for name in line.mentions)
        return tuple(seen)

    @cached_property
    def _mention_lines(self) -> tuple[int, ...]:
        places: dict[int, int] = {}
        for index, line in enumerate(self.lines):
            for name in line.mentions:
                places.setdefault(name, index)
        return tuple(places[name] for name in self.first_mentions)


def read_proof(lines: Sequence[Line], leading: Pt, frame: Frame | None = None) -> Proof:
    """Make a proof of the lines of one long frame."""
    gaps = []
    above: Line | None = None
    for line in lines:
        gaps.append(line.top - above.bottom if above else float(line.space_before))
        above = line
    return Proof(lines=tuple(lines), gaps=tuple(gaps), leading=leading, frame=frame)
