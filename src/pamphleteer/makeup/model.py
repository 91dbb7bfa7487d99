"""What make-up works with: threads known only by what they can do, and the pages that come out."""

from dataclasses import dataclass
from typing import Any, Literal, Protocol

from pamphleteer.layout.panels import Panel
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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Story:
    """An article: its headline block, its text, and where it may begin."""

    head: Thread
    body: Thread
    running_head: str
    start: Literal["run-on", "new-page"] = "run-on"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Banner:
    """A slogan on a panel across the columns.

    ``sizes`` has it as it is set between articles, and then, larger and larger, as it may be set on
    the back page.
    """

    sizes: tuple[Thread, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Boxed:
    """A standing text in a frame of its own across the columns."""

    head: Thread
    body: Thread


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ContactBlock:
    """The contact block, which stands at the foot of the last page."""

    text: Thread


Piece = Story | Banner | Boxed | ContactBlock


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Placed:
    """A frame and its top left corner, in points from the trim's."""

    frame: Frame
    thread: Thread
    x: Pt
    y: Pt


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Page:
    """One finished page. A blank one bears nothing, not even a folio."""

    number: int
    placed: tuple[Placed, ...] = ()
    panels: tuple[Panel, ...] = ()
    running_head: str = ""
    blank: bool = False
