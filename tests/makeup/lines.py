"""Threads of integers: lines with the rules of where they may be parted, and no type."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from pamphleteer.typeset.frame import Frame, Line, Overset
from pamphleteer.units import Pt

LEADING = Pt(12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A line, or a picture some ``rows`` deep, with ``gap`` rows above it but at a frame's top.

    It ``mentions`` floats by their numbers.
    """

    block: int
    rows: int = 1
    gap: int = 0
    group: int | None = None
    orphans: int = 1
    widows: int = 1
    keep_with_next: bool = False
    mentions: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Run:
    """What a frame holds: strips from one to before another; whether it had to break a rule."""

    start: int
    end: int
    broke_a_rule: bool


class LineThread:
    """A thread that sets as many strips as fit, and ends where it may, as CSS Fragmentation says.

    Where it may end nowhere, it ends where the room does, but never before the first strip. One
    that ``cuts`` gives any of its lines out of a frame that holds them all, without being poured.
    """

    def __init__(
        self, strips: Sequence[Strip], path: str = "story.md", *, cuts: bool = False
    ) -> None:
        self.path = path
        self.cuts = cuts
        self.pours = 0
        self.strips = tuple(strips)
        self._place = (0, False)

    @property
    def done(self) -> bool:
        """Whether all strips are set, and at least one frame is poured."""
        at, poured = self._place
        return poured and at == len(self.strips)

    def mark(self) -> tuple[int, bool]:
        """Remember this place."""
        return self._place

    def back_to(self, mark: tuple[int, bool]) -> None:
        """Go back to a place."""
        self._place = mark

    def pour(self, width: Pt, height: Pt) -> Frame:
        """Set strips into a frame."""
        if self.done:
            raise ValueError("a thread that is done cannot be poured")
        self.pours += 1
        start, _ = self._place
        run = self._fill(start, int((height + 0.5) // LEADING))
        self._place = (run.end, True)
        return self._frame(run, width, height)

    def cut(self, proof: Frame, start: int, end: int, height: Pt) -> Frame | None:
        """Take lines out of a frame that holds all of them."""
        if not self.cuts:
            return None
        assert proof.content == Run(0, len(self.strips), False)
        is_end = end == len(self.strips)
        run = Run(start, end, not is_end and not may_end(self.strips, start, end))
        return self._frame(run, proof.width, height)

    def _frame(self, run: Run, width: Pt, height: Pt) -> Frame:
        lines = tuple(self._lines(run))
        depth = max((line.bottom for line in lines), default=Pt(0))
        return Frame(
            width=width,
            height=height,
            depth=depth,
            lines=lines,
            overset=self._overset(Pt(depth - height)),
            finished=run.end == len(self.strips),
            content=run,
        )

    def _fill(self, start: int, room: int) -> Run:
        fitting, used = start, 0
        for index, strip in enumerate(self.strips[start:], start):
            used += strip.rows + (strip.gap if index > start else 0)
            if used > room:
                break
            fitting = index + 1
        if fitting == len(self.strips):
            return Run(start, fitting, False)
        ends = (end for end in range(fitting, start, -1) if may_end(self.strips, start, end))
        end = next(ends, None)
        return Run(start, end or max(fitting, start + 1), end is None)

    def _lines(self, run: Run) -> Iterator[Line]:
        row = 0
        for index in range(run.start, run.end):
            strip = self.strips[index]
            row += strip.gap if index > run.start else 0
            bottom = Pt((row + strip.rows) * LEADING)
            yield Line(
                top=Pt(row * LEADING),
                bottom=bottom,
                baseline=Pt(bottom - 3),
                block=strip.block,
                group=strip.group,
                space_before=Pt(strip.gap * LEADING),
                orphans=strip.orphans,
                widows=strip.widows,
                keep_with_next=strip.keep_with_next,
                mentions=strip.mentions,
            )
            row += strip.rows

    def _overset(self, excess: Pt) -> Overset | None:
        return Overset(what="deep", text="picture", line=7, excess=excess) if excess > 1 else None


def may_end(strips: Sequence[Strip], start: int, end: int) -> bool:
    """Whether a frame that begins with strip ``start`` may end before strip ``end``."""
    above, below = strips[end - 1], strips[end]
    if above.group is not None and above.group == below.group:
        return False
    if above.block != below.block:
        return not above.keep_with_next
    block = [index for index, strip in enumerate(strips) if strip.block == above.block]
    before = end - max(start, block[0])
    after = block[-1] + 1 - end
    return after >= below.widows and (before >= above.orphans or block[0] < start)


def plain(lines: int) -> list[Strip]:
    """So many lines that may be parted anywhere."""
    return [Strip(block=0)] * lines


def paragraph(block: int, lines: int) -> list[Strip]:
    """Lines with two orphans and two widows."""
    return [Strip(block=block, orphans=2, widows=2)] * lines


def crosshead(block: int) -> list[Strip]:
    """A line with one free above it, which stays with the next."""
    return [Strip(block=block, gap=1, group=block, keep_with_next=True)]


def figure(block: int, rows: int) -> list[Strip]:
    """A picture."""
    return [Strip(block=block, rows=rows, group=block)]


def whole(block: int, lines: int) -> list[Strip]:
    """Lines that are never parted, one free above them."""
    first, *others = [Strip(block=block, gap=gap, group=block) for gap in [1] + [0] * (lines - 1)]
    return [first, *others]


KINDS = "ppppphfw"
"""Paragraphs, crossheads with a paragraph, figures, and what is never parted."""


@st.composite
def texts(
    draw: st.DrawFn, *, blocks: int = 14, longest: int = 30, deepest: int = 14
) -> list[Strip]:
    """Articles of every kind of matter; what must stay whole has room on any page."""
    strips: list[Strip] = []
    lengths = st.one_of(st.integers(1, 6), st.integers(1, longest))
    for block in range(draw(st.integers(1, blocks))):
        match draw(st.sampled_from(KINDS)):
            case "h":
                strips += crosshead(2 * block) + paragraph(2 * block + 1, draw(lengths))
            case "f":
                strips += figure(2 * block, draw(st.integers(2, deepest)))
            case "w":
                strips += whole(2 * block, draw(st.integers(1, deepest)))
            case _:
                strips += paragraph(2 * block, draw(lengths))
    return strips


def short_texts() -> st.SearchStrategy[list[Strip]]:
    """Articles of a few blocks."""
    return texts(blocks=4, longest=8)
