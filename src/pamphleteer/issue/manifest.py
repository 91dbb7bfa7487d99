"""The keys of a manifest and of an article's front matter, as pydantic models.

``publication.yaml`` holds what all issues share, ``issue.yaml`` one issue; a key of the issue's
overrides the publication's. All values reach the models as text (`yaml_tree`).
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

from pamphleteer.issue.model import Flip, Scheme
from pamphleteer.issue.values import (
    Email,
    IsoDate,
    Language,
    LayoutName,
    PageSize,
    Text,
    Url,
    Web,
)

ISSUE_ONLY = frozenset({"volume", "number", "date", "published", "articles"})

CONTACT = "contact"


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


class PrintingKeys(Keys):
    """The office printer."""

    paper: Literal["letter", "a4"] = "letter"
    scheme: Scheme = "saddle-stitch"
    flip: Flip = "short-edge"


class ArticleEntry(Keys):
    """An article with settings."""

    article: Text
    start: Literal["run-on", "new-page"] = "run-on"


class BannerEntry(Keys):
    """A slogan."""

    banner: Text


class BoxEntry(Keys):
    """A standing text: ``about``, or a path."""

    box: Text


ENTRY_KEYS = ("article", "banner", "box")


def kind_of_entry(value: object) -> str | None:
    """Tell which kind of entry in ``articles`` a value is meant to be."""
    if isinstance(value, str):
        return "path"
    if isinstance(value, Mapping):
        return next((key for key in ENTRY_KEYS if key in value), None)
    return None


RunningOrderEntry = Annotated[
    Annotated[Text, Tag("path")]
    | Annotated[ArticleEntry, Tag("article")]
    | Annotated[BannerEntry, Tag("banner")]
    | Annotated[BoxEntry, Tag("box")],
    Discriminator(kind_of_entry),
]


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
    printing: PrintingKeys = PrintingKeys()
    volume: Text | None = None
    number: Text | None = None
    date: Text
    published: IsoDate | None = None
    articles: Annotated[list[RunningOrderEntry], Field(min_length=1)]


class FrontMatter(Keys):
    """The keys of an article."""

    headline: Text | None = None
    running_head: Text | None = None
    kicker: Text | None = None
    standfirst: Text | None = None
    byline: Text | None = None
    language: Language | None = None
