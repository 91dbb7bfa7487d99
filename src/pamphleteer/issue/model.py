"""An issue as its editor wrote it: frozen, checked, and free of any thought of layout.

What stands in an article is in `matter`, and given on from here.
"""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pamphleteer.issue.matter import (
    Article,
    Aside,
    AsideKind,
    Block,
    BlockKind,
    Figure,
    Note,
    PictureFile,
    Place,
    Placement,
    Rich,
)
from pamphleteer.problems import SourcePos
from pamphleteer.ticket import Ticket

__all__ = [
    "Account",
    "AddressItem",
    "Article",
    "ArticleItem",
    "Aside",
    "AsideKind",
    "BannerItem",
    "Block",
    "BlockKind",
    "BoxItem",
    "ColophonItem",
    "Contact",
    "ContactItem",
    "ContentsItem",
    "CoverItem",
    "Ears",
    "Edition",
    "Figure",
    "Inks",
    "Issue",
    "Item",
    "Jump",
    "Note",
    "Notice",
    "NoticeItem",
    "PictureFile",
    "Place",
    "Placement",
    "Qr",
    "Rich",
    "Start",
]

Edition = Literal["standard", "large-print"]

Inks = Literal["colour", "black", "spot", "riso"]
"""With what an issue is printed: a press's four inks, black alone, inks of its own beside them, or
a drum for each."""

Start = Literal["run-on", "new-page", "right-page", "left-page", "new-column", "beside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Jump:
    """Where an article breaks off, after so many lines or paragraphs, and the page it goes on at.

    ``headline`` stands over the rest; None is the running head.
    """

    to: int
    pos: SourcePos
    after_lines: int | None = None
    after_paragraphs: int | None = None
    headline: Rich | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleItem:
    """An article in the running order.

    ``run-on`` lets it begin under the one before, ``beside`` puts both side by side. ``columns`` is
    how many it has, None as many as the page. ``is_listed``: it stands in the list of contents.
    """

    article: Article
    pos: SourcePos
    start: Start = "run-on"
    columns: int | None = None
    jump: Jump | None = None
    is_listed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class BannerItem:
    """A slogan across so many columns, or all."""

    text: Rich
    pos: SourcePos
    columns: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxItem:
    """A standing text in a box, such as "Who we are"."""

    article: Article
    pos: SourcePos


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactItem:
    """The place of the contact block in the running order; its matter is `Issue.contact`."""

    pos: SourcePos


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentsItem:
    """The list "In this issue"; its title is one of the layout's fixed words if None."""

    pos: SourcePos
    title: Rich | None = None
    columns: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice or advertisement, a text or a picture; ``size`` is a part of the page ("1/2")."""

    size: str
    pos: SourcePos
    article: Article | None = None
    picture: PictureFile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeItem:
    """The place of a notice in the running order."""

    notice: Notice
    pos: SourcePos


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverItem:
    """Page one as a photograph with the masthead over it; the issue's first item."""

    picture: PictureFile
    pos: SourcePos
    headline: Rich | None = None
    standfirst: Rich | None = None
    credit: Rich | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressItem:
    """An address panel for mailing, the issue's last item; ``text`` is the return address."""

    text: Rich
    pos: SourcePos
    note: Rich | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ColophonItem:
    """Who made the publication, in a small box."""

    article: Article
    pos: SourcePos


Item = (
    ArticleItem
    | BannerItem
    | BoxItem
    | ContactItem
    | ContentsItem
    | NoticeItem
    | CoverItem
    | AddressItem
    | ColophonItem
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ears:
    """What stands on the front page to the left and the right of the title."""

    left: Rich | None = None
    right: Rich | None = None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One issue of a publication, read and checked.

    ``root`` is the publication's folder: nothing outside it is read. ``folder`` is the issue's,
    and ``slug`` that folder's name. ``page`` is a trim size as written, or None for the layout's.
    ``hyphenation`` tells before which of its letters a word, in small letters, may be broken.
    Pictures that do not say otherwise have ``halftone`` rows of dots to the inch, 0 for none.
    ``inks`` are those with which it is printed, ``plates`` the names of inks by those of the
    layout's plates on which they are; pages for a print shop may have ``crop_marks``.
    ``places`` tells where the values of the manifests' keys stand.
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
    printing: Ticket = field(default_factory=lambda: Ticket.of_issue({}))
    inks: Inks = "colour"
    crop_marks: bool = False
    plates: Mapping[str, str] = field(default_factory=dict)
    ears: Ears | None = None
    fillers: tuple[Notice | BannerItem, ...] = ()
    hyphenation: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    halftone: int = 0
    edition: Edition = "standard"
    places: Mapping[str, SourcePos] = field(default_factory=dict)

    def place(self, key: str) -> SourcePos:
        """Where a key's value stands; that of ``printing.cover`` may be ``printing``'s.

        If no manifest has it, it is the issue's manifest.
        """
        parent = key.partition(".")[0]
        return self.places.get(key, self.places.get(parent, self.pos))
