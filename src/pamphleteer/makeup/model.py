"""What make-up works with: threads known only by what they can do, and the pages that come out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from pamphleteer.layout.panels import CoverPlace, Half, Panel, PanelKind
from pamphleteer.makeup.copy import Place, Start
from pamphleteer.problems import SourcePos
from pamphleteer.typeset.frame import Frame
from pamphleteer.units import Pt


class Thread(Protocol):
    """A flow of content: it can be poured into frames, and taken back to a mark."""

    @property
    def path(self) -> str:
        """The source of the content, for problems."""

    @property
    def done(self) -> bool:
        """Whether nothing is left to pour."""

    def mark(self) -> Any:
        """Remember this place."""

    def back_to(self, mark: Any) -> None:
        """Take back all pours since the mark."""

    def pour(self, width: Pt, height: Pt) -> Frame:
        """Set as much as fits into a frame of this size, in points, and move on."""

    def cut(self, proof: Frame, start: int, end: int, height: Pt) -> Frame | None:
        """Take lines out of a frame that holds all of it; None if they must be poured."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Float:
    """What may stand apart from its mention, set for the width of the columns that it spans.

    For one that stands ``across`` the text stops behind the block that mentions it. One that bleeds
    is set for the trim's width, and begins or ends at the trim's edge. On a
    ``panel``, the thread is set in even ``columns`` of its own, below its ``head``. ``on_grid``
    tells that it is text, whose lines stand on the grid.
    """

    name: str
    thread: Thread
    span: int = 1
    place: Place = "top"
    across: bool = False
    bleed: bool = False
    on_grid: bool = False
    panel: PanelKind | None = None
    head: Thread | None = None
    columns: int = 1
    pos: SourcePos | None = None

    @property
    def threads(self) -> tuple[Thread, ...]:
        """All threads that it is made of."""
        return (self.head, self.thread) if self.head else (self.thread,)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Jump:
    """Where an article breaks off and where it goes on.

    It breaks off after so many lines, or after so many of its parts; ``turn`` says where it goes
    on, ``head`` is what stands above the rest.
    """

    page: int
    turn: Thread
    head: Thread
    lines: int | None = None
    parts: int | None = None
    pos: SourcePos | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Story:
    """An article: its headline block, its text, and where it may begin.

    ``heads`` has the headline block by the number of columns across which it is set. ``parts`` are
    threads of text, and between them the numbers of floats that stand there across the columns; the
    text mentions floats by their numbers.
    """

    heads: Mapping[int, Thread]
    parts: tuple[Thread | int, ...]
    running_head: str
    floats: tuple[Float, ...] = ()
    columns: int = 2
    start: Start = "run-on"
    jump: Jump | None = None

    @property
    def threads(self) -> tuple[Thread, ...]:
        """All threads that it is made of."""
        texts = (part for part in self.parts if not isinstance(part, int))
        floats = (thread for each in self.floats for thread in each.threads)
        return (*self.heads.values(), *texts, *floats, *self.jump_threads)

    @property
    def jump_threads(self) -> tuple[Thread, ...]:
        """What stands at a jump."""
        return (self.jump.turn, self.jump.head) if self.jump else ()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Banner:
    """A slogan on a panel across the columns.

    ``sizes`` has it as it is set between articles, and then, larger and larger, as it may be set on
    the back page.
    """

    sizes: tuple[Thread, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Notice:
    """A notice in a fraction of the page, so many rows deep, across some of the columns.

    With 0 rows it is as deep as its text, which is ``inset`` from its panel's edges.
    """

    text: Thread
    name: str
    span: int
    rows: int = 0
    kind: PanelKind | None = None
    inset: Pt = Pt(0)  # noqa: RUF009  # Pt is a number


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Boxed:
    """A standing text in a frame of its own across the columns."""

    head: Thread
    body: Thread
    kind: PanelKind = "box"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Panelled:
    """A short text on a panel of its own across the columns."""

    text: Thread
    kind: PanelKind


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ContactBlock:
    """The contact block, which stands at the foot of the last page."""

    text: Thread


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class AddressPanel:
    """An address panel for mailing, on one half of the back page."""

    text: Thread
    half: Half
    pos: SourcePos | None = None


BlockPiece = Banner | Boxed | Panelled | ContactBlock
"""What stays whole across the columns."""

Piece = Story | BlockPiece | Notice


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cover:
    """A picture that is page one, and the lines over its foot, if there are any."""

    picture: Thread
    lines: Thread | None
    place: CoverPlace


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Placed:
    """A frame and its top left corner, in points from the trim's."""

    frame: Frame
    thread: Thread
    x: Pt
    y: Pt


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Page:
    """One finished page. A blank one bears nothing, not even a folio.

    Where a picture bleeds off its head or foot, that is ``covered``: no furniture stands there.
    """

    number: int
    placed: tuple[Placed, ...] = ()
    panels: tuple[Panel, ...] = ()
    running_head: str = ""
    blank: bool = False
    covered: tuple[Literal["head", "foot"], ...] = ()
    reasons: tuple[str, ...] = ()
