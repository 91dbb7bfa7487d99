"""The keys of a manifest and of an article's front matter, as pydantic models.

``publication.yaml`` holds what all issues share, ``issue.yaml`` one issue; a key of the issue's
overrides the publication's. All values reach the models as text (`yaml_tree`).
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from pamphleteer.issue.halftones import Halftone
from pamphleteer.issue.model import Edition, Start
from pamphleteer.issue.printing_keys import PrintingKeys
from pamphleteer.issue.values import (
    After,
    Columns,
    Count,
    Email,
    Hyphenated,
    IsoDate,
    Language,
    LayoutName,
    Name,
    PageSize,
    PlaceName,
    Span,
    Target,
    Text,
    Url,
    Web,
    Width,
)

ISSUE_ONLY = frozenset({"volume", "number", "date", "published", "articles"})

CONTACT = "contact"

YesNo = Literal["yes", "no"]


class Keys(BaseModel):
    """A mapping in a manifest: other keys than its own are errors."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class QrKeys(Keys):
    """A QR code and the words beside it."""

    url: Url
    label: Text | None = None


class AccountKeys(Keys):
    """A social address: what is printed, what is linked."""

    text: Text
    url: Url


class ContactKeys(Keys):
    """How to reach the group."""

    heading: Text | None = None
    intro: Text | None = None
    email: Email | None = None
    web: Web | None = None
    phone: Text | None = None
    post: Text | None = None
    accounts: dict[str, AccountKeys] = Field(default_factory=dict)
    qr: QrKeys | None = None


class JumpKeys(Keys):
    """Where an article breaks off and goes on."""

    after: After
    to: Target
    headline: Text | None = None


class ArticleEntry(Keys):
    """An article with settings."""

    article: Text
    start: Start = "run-on"
    columns: Columns | None = None
    jump: JumpKeys | None = None


class BannerEntry(Keys):
    """A slogan."""

    banner: Text
    columns: Columns | None = None


class BoxEntry(Keys):
    """A standing text: ``about``, or a path."""

    box: Text


class ContentsEntry(Keys):
    """The list of the issue's articles, with its title."""

    contents: Text
    columns: Columns | None = None


class NoticeEntry(Keys):
    """A notice or advertisement: a text's path, or a picture's."""

    notice: Text
    size: Literal["1/8", "1/4", "1/3", "1/2", "2/3", "full"]
    alt: Text | None = None
    decorative: YesNo | None = None
    halftone: Halftone | None = None


class CoverEntry(Keys):
    """A photograph for a front page."""

    cover: Text
    alt: Text | None = None
    decorative: YesNo | None = None
    halftone: Halftone | None = None
    headline: Text | None = None
    standfirst: Text | None = None
    credit: Text | None = None


class AddressEntry(Keys):
    """An address panel for mailing: the return address, and a note."""

    address: Text
    note: Text | None = None


ENTRY_KEYS = ("article", "banner", "box", "contents", "notice", "cover", "address")

FILLER_KEYS = ("notice", "banner")

QUOTE_KEYS = ("quote",)


def kind_of(value: object, keys: tuple[str, ...], text: str | None) -> str | None:
    """Tell which kind of entry a value is meant to be: by its key, or ``text`` if it is one."""
    if isinstance(value, str):
        return text
    return next((key for key in keys if key in value), None) if isinstance(value, Mapping) else None


RunningOrderEntry = Annotated[
    Annotated[Text, Tag("path")]
    | Annotated[ArticleEntry, Tag("article")]
    | Annotated[BannerEntry, Tag("banner")]
    | Annotated[BoxEntry, Tag("box")]
    | Annotated[ContentsEntry, Tag("contents")]
    | Annotated[NoticeEntry, Tag("notice")]
    | Annotated[CoverEntry, Tag("cover")]
    | Annotated[AddressEntry, Tag("address")],
    Discriminator(lambda value: kind_of(value, ENTRY_KEYS, "path")),
]

FillerEntry = Annotated[
    Annotated[NoticeEntry, Tag("notice")] | Annotated[BannerEntry, Tag("banner")],
    Discriminator(lambda value: kind_of(value, FILLER_KEYS, None)),
]


class EarsKeys(Keys):
    """What stands to the left and the right of the front page's title."""

    left: Text | None = None
    right: Text | None = None


class Manifest(Keys):
    """All keys of a publication and an issue together."""

    title: Text
    subtitle: Text | None = None
    publisher: Text | None = None
    language: Language = "en"
    layout: LayoutName = "booklet"
    page: PageSize | None = None
    about: Text | None = None
    contact: ContactKeys | None = None
    printing: PrintingKeys = Field(default_factory=PrintingKeys)
    plates: dict[str, Text] = Field(default_factory=dict)
    ears: EarsKeys | None = None
    fillers: list[FillerEntry] = Field(default_factory=list)
    colophon: Text | None = None
    hyphenation: list[Hyphenated] = Field(default_factory=list)
    halftone: Halftone | None = None
    edition: Edition = "standard"
    volume: Text | None = None
    number: Text | None = None
    date: Text
    published: IsoDate | None = None
    articles: Annotated[list[RunningOrderEntry], Field(min_length=1)]


class FigureKeys(Keys):
    """A figure that an article's head adds to it."""

    image: Text
    alt: Text | None = None
    decorative: YesNo | None = None
    caption: Text | None = None
    credit: Text | None = None
    after: Count = "0"
    span: Span | None = None
    place: PlaceName | None = None
    width: Width | None = None
    halftone: Halftone | None = None
    name: Name | None = None


class PullQuoteKeys(Keys):
    """A passage of the article to be set as a pull quote."""

    quote: Text
    after: Count | None = None
    span: Span | None = None
    place: PlaceName | None = None


PullQuoteEntry = Annotated[
    Annotated[Text, Tag("text")] | Annotated[PullQuoteKeys, Tag("quote")],
    Discriminator(lambda value: kind_of(value, QUOTE_KEYS, "text")),
]


class FrontMatter(Keys):
    """The keys of an article."""

    headline: Text | None = None
    running_head: Text | None = None
    kicker: Text | None = None
    standfirst: Text | None = None
    byline: Text | None = None
    language: Language | None = None
    drop_cap: YesNo | None = None
    end_mark: YesNo | None = None
    figures: list[FigureKeys] = Field(default_factory=list)
    pull_quotes: list[PullQuoteEntry] = Field(default_factory=list)
    signature: Text | None = None
