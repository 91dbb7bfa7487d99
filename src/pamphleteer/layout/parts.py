"""Parts a story's body: runs of text, and what stands apart from them, each at its mention.

The text is divided where it breaks off for a jump. What stands apart has a number; what stands in
the text right before it mentions it. If there is nothing before, what comes next mentions it, or
it is a part of its own, across all columns.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from pamphleteer.issue.model import Aside, Block, Figure
from pamphleteer.layout.inserts import Insert
from pamphleteer.problems import IssueError, error

Matter = Block | Figure | Aside | Insert
Place = Literal["top", "foot", "column-top", "column-foot"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """How something stands apart: across so many columns, at a place, or off the page's edges.

    ``across`` tells that the text stops for it.
    """

    span: int
    place: Place = "top"
    bleed: bool = False
    across: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text: the indexes of what stands in it."""

    indexes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """What stands apart from the text, by its index in the body, and how."""

    index: int
    stand: Stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """A body in parts: runs of text, and the numbers of what stands across before or after them.

    ``apart`` is by number, ``mentions`` by index. ``before_jump`` is how many parts come before a
    jump after a paragraph, if there is one.
    """

    parts: tuple[Run | int, ...]
    apart: tuple[Apart, ...]
    mentions: Mapping[int, tuple[int, ...]]
    before_jump: int | None = None


def part_body(
    body: Sequence[Matter], *, columns: int, across: bool = True, jump_after: int | None = None
) -> Parted:
    """Part a body.

    Args:
        body: In the order in which it was written.
        columns: The columns of its text.
        across: Whether the text may stop for what stands across all of it.
        jump_after: Paragraphs after which it goes on elsewhere.
    """
    made, paragraphs = _Parting(), 0
    for index, matter in enumerate(body):
        stand = stand_of(matter, columns, across=across)
        if stand:
            made.put_apart(Apart(index=index, stand=stand))
            continue
        made.put_text(index)
        paragraphs += isinstance(matter, Block) and matter.kind == "paragraph"
        if paragraphs == jump_after and made.before_jump is None:
            made.break_off()
    made.end()
    parts = (Run(tuple(part)) if isinstance(part, list) else part for part in made.parts)
    return Parted(
        parts=tuple(parts) or (Run(()),),
        apart=tuple(made.apart),
        mentions={index: tuple(numbers) for index, numbers in made.mentions.items()},
        before_jump=made.before_jump,
    )


def stand_of(matter: Matter, columns: int, *, across: bool = True) -> Stand | None:
    """How something stands in a story of so many columns; None if it stands in its column.

    Where nothing stands across a whole page, nothing can run off it either.
    """
    if isinstance(matter, Insert):
        span = matter.span(columns)
        return Stand(span=span, place="column-foot" if span == 1 else "foot")
    placement = matter.placement
    if placement.span == "bleed":
        place = "top" if placement.place == "here" else placement.place
        return Stand(span=columns, place=place, bleed=across)
    span = columns if placement.span == "page" else min(placement.span, columns)
    if placement.place != "here":
        return Stand(span=span, place=placement.place)
    if span == 1 and not (isinstance(matter, Aside) and matter.columns > 1):
        return None
    return Stand(span=span, across=across and span == columns)


def refuse_apart(body: Sequence[Block | Figure | Aside]) -> None:
    """Stop a text in a box, in which nothing can stand apart from it.

    Raises:
        IssueError: ``misplaced-block``.
    """
    problems = [
        error(
            "misplaced-block",
            "this is to stand beside the text, but a text in a box has all of its matter in it",
            hint="Take its span and place out of the braces.",
            pos=matter.pos,
        )
        for matter in body
        if matter.placement.span != 1 or matter.placement.place != "here"
    ]
    if problems:
        raise IssueError(problems)


@dataclass(slots=True)
class _Parting:
    """The parts as they grow; ``waiting`` has what nothing has mentioned yet."""

    parts: list[list[int] | int] = field(default_factory=list)
    apart: list[Apart] = field(default_factory=list)
    mentions: dict[int, list[int]] = field(default_factory=dict)
    waiting: list[int] = field(default_factory=list)
    run: list[int] | None = None
    before_jump: int | None = None

    def put_text(self, index: int) -> None:
        """Go on with the run of text, or begin one."""
        if self.run is None:
            self.run = []
            self.parts.append(self.run)
        self.run.append(index)
        if self.waiting:
            self.mentions[index], self.waiting = self.waiting, []

    def put_apart(self, apart: Apart) -> None:
        """Number what stands apart, and let the text mention it or stop for it."""
        number = len(self.apart)
        self.apart.append(apart)
        if self.run:
            self.mentions.setdefault(self.run[-1], []).append(number)
        elif apart.stand.across and not self.waiting:
            self.parts.append(number)
        else:
            self.waiting.append(number)

    def break_off(self) -> None:
        """End the run of text: the rest of the body is for another page."""
        self.before_jump = len(self.parts)
        self.run = None

    def end(self) -> None:
        """Put what nothing mentions across the columns, in its order."""
        for number in self.waiting:
            apart = self.apart[number]
            stand = replace(apart.stand, bleed=False, across=True)
            self.apart[number] = replace(apart, stand=stand)
            self.parts.append(number)
