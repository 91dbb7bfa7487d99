"""What make-up works with: threads known only by what they can do, and the pages that come out."""

from dataclasses import dataclass
from typing import Any, Literal, Protocol

from pamphleteer.typeset.frame import Frame
from pamphleteer.units import Box, Pt


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
    """A slogan on a panel across the columns; ``large`` is how it is set on the back page."""

    text: Thread
    large: Thread


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

PanelKind = Literal["story-rule", "banner", "banner-large", "box", "contact"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """A rule, tint or border that the layout draws behind frames, by its kind."""

    kind: PanelKind
    box: Box


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Spacing:
    """How much room stands between things, in lines of the grid; a layout says it.

    Attributes:
        masthead_rise: How far the masthead stands above the type area.
        before_story: Between the end of one article and the headline block of the next, the
            line of the rule included.
        before_panel: Above a banner, box or contact block.
        least_body: Lines that a column must have below a headline block.
        banner: A banner's least depth.
        banner_most: The depth to which it may grow where a page has room.
        box_padding: Between a box's edge and its text, above and below.
        inset: Between a box's edge and its text, left and right, in points.
    """

    masthead_rise: int
    before_story: int
    before_panel: int
    least_body: int
    banner: int
    banner_most: int
    box_padding: int
    inset: Pt
