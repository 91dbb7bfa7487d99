"""The matter of an article: its head, its blocks, and what stands beside them.

Text comes twice: ``html`` to be set, and ``text`` as the words that must be found again on the
pages. The second is made straight from the Markdown tokens, never from the HTML, so that the
comparison at the end of a build is of two independent readings.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pamphleteer.problems import SourcePos
from pamphleteer.units import Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class Rich:
    """A line of text with inline markup: ``html`` to set, ``text`` plain, both typographic."""

    html: str
    text: str
    pos: SourcePos


Place = Literal["here", "top", "foot", "column-top", "column-foot"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """Where something may stand beside the text: across ``span`` columns, at a ``place``.

    ``width`` is that of something narrower than its columns.
    """

    span: int | Literal["page", "bleed"] = 1
    place: Place = "here"
    width: Pt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFile:
    """A picture. ``alt`` is empty only where the editor said that it is decorative.

    ``halftone`` is in rows of dots to the inch, 0 for none; None if it is as the issue's.
    """

    image: Path
    alt: str
    pos: SourcePos
    halftone: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture in an article, or a group of pictures with one caption.

    ``name`` is unique among the article's figures and asides. ``columns`` are those of a group.
    """

    name: str
    pictures: tuple[PictureFile, ...]
    caption: Rich | None
    credit: Rich | None
    pos: SourcePos
    columns: int = 1
    placement: Placement = Placement()

    @property
    def image(self) -> Path:
        """The file of the only picture, or of a group's first."""
        return self.pictures[0].image

    @property
    def alt(self) -> str:
        """The alternative text of the only picture, or of a group's first."""
        return self.pictures[0].alt


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote; notes count from 1 through their article."""

    number: int
    text: Rich


BlockKind = Literal[
    "paragraph",
    "crosshead",
    "list",
    "quote",
    "code",
    "table",
    "break",
    "verse",
    "letter",
    "interview",
    "signature",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One top-level block of an article.

    ``html`` carries ``data-line`` on each block element. ``text`` keeps one newline for each line
    of the source, so that a word's line is ``pos.line`` plus the newlines before it. Where a note
    is called, ``html`` holds the note (``<span class="note" data-number="1" …>``), and ``text`` its
    number, right behind the word; the note's own words are in ``notes`` alone. ``placement`` is a
    table's.
    """

    kind: BlockKind
    html: str
    text: str
    pos: SourcePos
    notes: tuple[Note, ...] = ()
    placement: Placement = Placement()


AsideKind = Literal["pull-quote", "sidebar", "notice"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """Matter that stands beside an article's text; ``by`` names whose words a pull quote is."""

    kind: AsideKind
    name: str
    body: tuple[Block | Figure, ...]
    pos: SourcePos
    title: Rich | None = None
    by: Rich | None = None
    columns: int = 1
    placement: Placement = Placement()


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article: its head and its body.

    ``name`` is unique in the issue, made of lower-case letters, digits and hyphens: ids on the
    page begin with it. ``path`` is as problems show it. Where ``drop_cap`` or ``end_mark`` is None
    the layout decides.
    """

    name: str
    path: str
    language: str
    headline: Rich
    running_head: str
    kicker: Rich | None = None
    standfirst: Rich | None = None
    byline: Rich | None = None
    drop_cap: bool | None = None
    end_mark: bool | None = None
    body: tuple[Block | Figure | Aside, ...] = ()


def pictures_in(body: Iterable[Block | Figure | Aside]) -> Iterator[PictureFile]:
    """All pictures in a body, those beside the text too."""
    for part in body:
        if isinstance(part, Figure):
            yield from part.pictures
        elif isinstance(part, Aside):
            yield from pictures_in(part.body)
