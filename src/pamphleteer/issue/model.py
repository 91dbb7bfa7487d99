"""An issue as its editor wrote it: frozen, checked, and free of any thought of layout.

Text comes twice: ``html`` to be set, and ``text`` as the words that must be found again on the
pages. The second is made straight from the Markdown tokens, never from the HTML, so that the
comparison at the end of a build is of two independent readings.
"""

import datetime
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pamphleteer.problems import SourcePos


@dataclass(frozen=True, slots=True, kw_only=True)
class Rich:
    """A line of text with inline markup: ``html`` to set, ``text`` plain, both typographic."""

    html: str
    text: str
    pos: SourcePos


BlockKind = Literal["paragraph", "crosshead", "list", "quote", "code", "table", "break"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One top-level block of an article.

    ``html`` carries ``data-line`` on each block element. ``text`` keeps one newline for each line
    of the source, so that a word's line is ``pos.line`` plus the newlines before it.
    """

    kind: BlockKind
    html: str
    text: str
    pos: SourcePos


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture in an article. ``alt`` is empty only where the editor said ``{decorative}``."""

    image: Path
    alt: str
    caption: Rich | None
    credit: Rich | None
    pos: SourcePos


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article: its head and its body.

    ``name`` is unique in the issue, made of lower-case letters, digits and hyphens: ids on the
    page begin with it. ``path`` is as problems show it.
    """

    name: str
    path: str
    language: str
    headline: Rich
    running_head: str
    kicker: Rich | None = None
    standfirst: Rich | None = None
    byline: Rich | None = None
    body: tuple[Block | Figure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleItem:
    """An article in the running order; ``run-on`` lets it begin under the one before."""

    article: Article
    start: Literal["run-on", "new-page"] = "run-on"


@dataclass(frozen=True, slots=True, kw_only=True)
class BannerItem:
    """A slogan across the columns."""

    text: Rich


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxItem:
    """A standing text in a box, such as "Who we are"."""

    article: Article


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactItem:
    """The place of the contact block in the running order; its matter is `Issue.contact`."""


Item = ArticleItem | BannerItem | BoxItem | ContactItem


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One social address: ``label`` (Instagram), ``text`` (@group) is printed, ``url`` linked."""

    label: str
    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Qr:
    """A QR code: what it opens, and the words beside it."""

    url: str
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """How to reach the group; ``web`` as printed (leftcom.org), ``post`` in lines."""

    pos: SourcePos
    heading: str | None = None
    intro: str | None = None
    email: str | None = None
    web: str | None = None
    phone: str | None = None
    post: str | None = None
    accounts: tuple[Account, ...] = ()
    qr: Qr | None = None


Flip = Literal["short-edge", "long-edge"]
Scheme = Literal["saddle-stitch", "simplex"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """The office printer: paper by name, scheme, and the edge over which it turns the sheet."""

    paper: Literal["letter", "a4"] = "letter"
    scheme: Scheme = "saddle-stitch"
    flip: Flip = "short-edge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One issue of a publication, read and checked.

    ``root`` is the publication's folder: nothing outside it is read. ``folder`` is the issue's,
    and ``slug`` that folder's name. ``page`` is a trim size as written, or None for the layout's.
    """

    root: Path
    folder: Path
    slug: str
    title: str
    language: str
    date: str
    layout: str
    items: tuple[Item, ...]
    pos: SourcePos
    subtitle: str | None = None
    publisher: str | None = None
    volume: str | None = None
    number: str | None = None
    published: datetime.date | None = None
    page: str | None = None
    contact: Contact | None = None
    printing: Printing = Printing()
