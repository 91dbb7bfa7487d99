"""What a galley is: HTML to be set, with the words that must come out of it; and its pieces."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pamphleteer.issue.model import Rich, Start
from pamphleteer.layout.panels import Half, PanelKind
from pamphleteer.layout.parts import Stand
from pamphleteer.problems import Problem, SourcePos
from pamphleteer.units import Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that must be found on the pages: their source's lines begin at ``pos``."""

    text: str
    pos: SourcePos


PageNumbers = Mapping[str, int]
"""The pages on which galleys begin, by their names; empty before the pages are made up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A piece of a galley: its HTML, the passages that must come out of it, and what to tell.

    ``notes`` are the passages of its footnotes.
    """

    html: str
    passages: tuple[Passage, ...]
    notes: tuple[Passage, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Galley:
    """HTML to be set, and the passages that must come out of it.

    Where ``exact``, the passages are all that it prints, in this order; else a template adds words
    of its own, and each passage must be found whole. ``notes`` are all that it prints at the foot
    of its columns. ``problems`` are warnings. A galley has a ``name`` if its page is asked for; one
    that prints page numbers makes itself anew with the true ones (``numbered``).
    """

    html: str
    language: str
    path: str
    passages: tuple[Passage, ...]
    notes: tuple[Passage, ...] = ()
    exact: bool = False
    problems: tuple[Problem, ...] = ()
    name: str = ""
    numbered: "Callable[[PageNumbers], Galley] | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FloatGalleys:
    """What stands apart from the text; ``name`` is what it is called in explanations.

    On a ``panel`` its text has ``columns`` of its own, below its ``head``. ``on_grid`` tells that
    its lines stand on the grid.
    """

    name: str
    text: Galley
    stand: Stand
    pos: SourcePos
    on_grid: bool = False
    panel: PanelKind | None = None
    head: Galley | None = None
    columns: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class JumpGalleys:
    """Where an article goes on: the line that says so, and what stands over the rest.

    It breaks off after so many lines, or after so many of its parts.
    """

    page: int
    turn: Galley
    head: Galley
    pos: SourcePos
    lines: int | None = None
    parts: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryGalleys:
    """An article: its headline block by the columns across which it is set, and its text.

    ``parts`` are texts, and between them the numbers of ``floats`` that stand there across all of
    the columns.
    """

    heads: Mapping[int, Galley]
    parts: tuple[Galley | int, ...]
    running_head: str
    columns: int
    start: Start
    floats: tuple[FloatGalleys, ...] = ()
    jump: JumpGalleys | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BannerGalleys:
    """A slogan: first as it is set between articles, then larger and larger."""

    sizes: tuple[Galley, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxGalleys:
    """The heading and the text of a box."""

    head: Galley
    body: Galley
    kind: PanelKind = "box"


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactGalley:
    """The contact block."""

    text: Galley


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelGalley:
    """What stands on a panel of its own across all columns, in its place between the articles."""

    text: Galley
    kind: PanelKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeGalley:
    """What stands at the foot of a page, from its place in the running order on.

    It goes across ``span`` columns and is so many ``rows`` deep, 0 being as many as it needs; its
    text is ``inset`` from the panel's sides and, at the least, from its head and foot.
    """

    text: Galley
    name: str
    kind: PanelKind | None
    span: int
    rows: int = 0
    inset: Pt = Pt(0)  # noqa: RUF009  # Pt is a number


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressGalley:
    """An address panel for mailing, on one half of the back page."""

    text: Galley
    half: Half
    pos: SourcePos


PieceGalleys = (
    StoryGalleys | BannerGalleys | BoxGalleys | ContactGalley | PanelGalley | NoticeGalley
)


def passage_of(text: Rich) -> Passage:
    """The words of a line of text."""
    return Passage(text=text.text, pos=text.pos)


def passages_of(*texts: Rich | None) -> tuple[Passage, ...]:
    """The words of those lines of text that there are."""
    return tuple(passage_of(text) for text in texts if text)
