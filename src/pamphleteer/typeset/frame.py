"""What one pour gives: facts for the make-up, and laid-out boxes that only this room looks at."""

from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from pamphleteer.units import Box, Pt

NO_SPACE = Pt(0)
PX_PER_PT = 96 / 72


class Line(NamedTuple):
    """One unbreakable strip of a frame: a line of text, a table's row, or a picture.

    It is a named tuple, which is made in a third of the time: an issue has a thousand, twice over.

    ``top``, ``bottom`` and ``baseline`` are measured from the frame's top, in points; a row and a
    picture have their bottom for a baseline. ``block`` tells a thread's blocks apart, so that a
    paragraph cut between two frames is still known as one; lines of one ``group`` (not None) must
    stay together. ``space_before`` is the margin above the line, which vanishes at a frame's top.
    ``mentions`` are the numbers of what its block mentions, ``notes`` the depth of the notes that
    the line calls. ``head`` is what stands above it where a frame begins with it: a table's head,
    borders and padding; ``tail`` what stands below it where a frame ends with it. ``hyphenated``
    tells that it ends within a word.
    """

    top: Pt
    bottom: Pt
    baseline: Pt
    block: int
    group: int | None = None
    space_before: Pt = NO_SPACE
    orphans: int = 1
    widows: int = 1
    keep_with_next: bool = False
    mentions: tuple[int, ...] = ()
    notes: Pt = NO_SPACE
    head: Pt = NO_SPACE
    tail: Pt = NO_SPACE
    hyphenated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Overset:
    """Matter that stands out of its frame, where it would be lost.

    ``what`` is too "wide" or "deep", or tells that "footnotes" or a "table" have no room. ``line``
    is the line in the source, ``text`` what stands out, ``excess`` by how many points.
    """

    what: str
    text: str
    line: int
    excess: Pt


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Frame:
    """One poured frame. ``depth`` is the bottom of its lowest line, border or note, in points.

    Footnotes stand below ``notes_top``, which is None where there are none; beside their own depth
    they take that of their ``area``: its rule, and the space around it. ``late`` tells that a note
    which is called here will stand in a later frame.
    ``labels`` are the places of list items' numbers and bullets, and of tables' heads that are
    printed again, from the frame's top left corner: what stands there is no word of the text.
    """

    width: Pt
    height: Pt
    depth: Pt
    lines: tuple[Line, ...]
    overset: Overset | None
    finished: bool
    notes_top: Pt | None = None
    area: Pt = NO_SPACE
    late: bool = False
    labels: tuple[Box, ...] = ()
    content: Any = field(repr=False)
    """The laid-out boxes and the thread's image loader, opaque outside this room."""

    def deepened(self, height: Pt) -> "Frame":
        """The frame with room below its text, so high in all; its notes stand at its foot."""
        if self.notes_top is None:
            return replace(self, height=height)
        (root, notes), get_image = self.content
        drop, lowered = height - self.height, notes.deepcopy()
        lowered.translate(dy=drop * PX_PER_PT)
        return replace(
            self,
            height=height,
            depth=height,
            notes_top=Pt(self.notes_top + drop),
            content=((root, lowered), get_image),
        )
