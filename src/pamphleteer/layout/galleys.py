"""Galleys: the HTML of each piece of an issue, from a layout's templates, ready to be set."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Protocol

from pamphleteer.images import Picture
from pamphleteer.issue.model import (
    Article,
    ArticleItem,
    Aside,
    BannerItem,
    Block,
    BoxItem,
    Contact,
    Figure,
    Issue,
    Rich,
)
from pamphleteer.layout.figures import figure_html
from pamphleteer.layout.fitting import Ems, FittedText, fit_text, font_ems, ways_to_fit
from pamphleteer.layout.fonts import FontLibrary
from pamphleteer.layout.grid import Grid
from pamphleteer.layout.spec import Layout
from pamphleteer.layout.templates import fill
from pamphleteer.layout.words import fixed_words
from pamphleteer.problems import SourcePos
from pamphleteer.units import Pt


class Gauge(Protocol):
    """Measures HTML as it would be set with the layout's style sheet."""

    def depth(self, html: str, measure: Pt) -> Pt:
        """How deep it is at a measure, in points."""

    def width(self, html: str) -> Pt:
        """How wide its longest line is where there is room without end, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that must be found on the pages: their source's lines begin at ``pos``."""

    text: str
    pos: SourcePos


@dataclass(frozen=True, slots=True, kw_only=True)
class Galley:
    """HTML to be set, and the passages that must come out of it.

    Where ``exact``, the passages are all that it prints, in this order; else a template adds words
    of its own, and each passage must be found whole.
    """

    html: str
    language: str
    path: str
    passages: tuple[Passage, ...]
    exact: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryGalleys:
    """An article's headline block and its text."""

    head: Galley
    body: Galley
    running_head: str
    start: Literal["run-on", "new-page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BannerGalleys:
    """A slogan: first as it is set between articles, then larger and larger."""

    sizes: tuple[Galley, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxGalleys:
    """The heading and the text of a box."""

    head: Galley
    body: Galley


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactGalley:
    """The contact block."""

    text: Galley


PieceGalleys = StoryGalleys | BannerGalleys | BoxGalleys | ContactGalley


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What galleys are made with: the issue, its layout and grid, and its prepared pictures."""

    issue: Issue
    layout: Layout
    grid: Grid
    fonts: FontLibrary
    pictures: Mapping[Path, Picture]
    gauge: Gauge

    def fill(self, template: str, **values: Any) -> str:
        """Fill one of the layout's templates."""
        words = fixed_words(self.issue.language)
        return fill(self.layout.folder, template, issue=self.issue, words=words, **values)

    def display_ems(self) -> Ems:
        """Measures texts in the layout's display type."""
        face = self.fonts.face(self.layout.fonts["display"], weight=400, italic=False)
        return font_ems(face.path) if face else len


def masthead_galley(desk: Desk) -> Galley:
    """The masthead: title, volume, number and date."""
    issue = desk.issue
    texts = (issue.title, issue.subtitle, issue.volume, issue.number, issue.date)
    return _display(desk, "masthead.html.j2", texts, pos=issue.pos, title_size=_title_size(desk))


def _title_size(desk: Desk) -> Pt:
    """The size at which the title is just as wide as the type area, kerning and all."""
    span, trial = desk.layout.fitted["title"], 100
    bare = desk.fill("masthead.html.j2", line=0, title_size=trial)
    width = desk.gauge.width(bare.split("</p>")[0] + "</p></div>")
    size = trial * desk.grid.width / width if width else span.most
    return Pt(round(min(max(size, span.least), span.most), 2))


def piece_galleys(desk: Desk) -> tuple[PieceGalleys, ...]:
    """The galleys of all pieces, in the running order."""
    items = desk.issue.items
    lead = next((item for item in items if isinstance(item, ArticleItem)), None)
    return tuple(_piece(desk, item, is_lead=item is lead) for item in items)


def _piece(desk: Desk, item: Any, *, is_lead: bool) -> PieceGalleys:
    match item:
        case ArticleItem(article=article, start=start):
            return StoryGalleys(
                head=_head(desk, article, "lead" if is_lead else "headline"),
                body=_body(desk, article, desk.grid.measure),
                running_head=article.running_head,
                start="new-page" if start == "new-page" else "run-on",
            )
        case BannerItem(text=text):
            return _banner(desk, text)
        case BoxItem(article=article):
            inside = Pt(desk.grid.width - 2 * desk.layout.spacing.inset)
            measure = desk.grid.measure_in(inside, desk.grid.columns)
            return BoxGalleys(head=_box_head(desk, article), body=_body(desk, article, measure))
        case _:
            return _contact(desk)


def _head(desk: Desk, article: Article, use: Literal["lead", "headline"]) -> Galley:
    """An article's headline block; the issue's first has larger type."""
    headline = fit_text(
        article.headline.text,
        ems=desk.display_ems(),
        width=desk.grid.width,
        span=desk.layout.fitted[use],
        most_lines=3,
    )
    html = desk.fill("head.html.j2", article=article, headline=headline, use=use)
    parts = (article.kicker, article.headline, article.standfirst, article.byline)
    return _head_galley(article, html, *parts)


def _box_head(desk: Desk, article: Article) -> Galley:
    return _head_galley(article, desk.fill("box-head.html.j2", article=article), article.headline)


def _head_galley(article: Article, html: str, *parts: Rich | None) -> Galley:
    return Galley(
        html=html,
        language=article.language,
        path=article.path,
        passages=tuple(_passage(part) for part in parts if part),
    )


def _body(desk: Desk, article: Article, measure: Pt) -> Galley:
    parts = [_part(desk, part, measure) for part in article.body]
    return Galley(
        html=desk.fill("body.html.j2", article=article, parts=parts),
        language=article.language,
        path=article.path,
        passages=tuple(passage for part in article.body for passage in _passages(part)),
        exact=True,
    )


def _part(desk: Desk, part: Block | Figure | Aside, measure: Pt) -> str:
    if isinstance(part, Block):
        return part.html
    if isinstance(part, Aside):
        raise TypeError("asides are not set yet: reading an issue stops at them")
    picture = desk.pictures[part.image]
    return figure_html(part, picture, desk.grid, measure=measure, measure_depth=desk.gauge.depth)


def _passages(part: Block | Figure | Aside) -> tuple[Passage, ...]:
    if isinstance(part, Block):
        return (Passage(text=part.text, pos=part.pos),)
    if isinstance(part, Aside):
        return ()
    return tuple(_passage(text) for text in (part.caption, part.credit) if text)


def _passage(text: Rich) -> Passage:
    return Passage(text=text.text, pos=text.pos)


def _banner(desk: Desk, text: Rich) -> BannerGalleys:
    """A slogan's galleys, small to large: the larger ones stand on more and more lines."""
    spans, shown = desk.layout.fitted, text.text.upper()
    ems, width = desk.display_ems(), Pt(desk.grid.width - 2 * desk.layout.spacing.inset)
    sizes = [fit_text(shown, ems=ems, width=width, span=spans["banner"], most_lines=2)]
    for way in ways_to_fit(shown, ems=ems, width=width, span=spans["banner_large"], most_lines=4):
        if way.size > sizes[-1].size:
            sizes.append(way)

    def galley(fitted: FittedText) -> Galley:
        return Galley(
            html=desk.fill("banner.html.j2", text=text, fitted=fitted),
            language=desk.issue.language,
            path=text.pos.path,
            passages=(_passage(text),),
            exact=True,
        )

    return BannerGalleys(sizes=tuple(map(galley, sizes)))


def _contact(desk: Desk) -> ContactGalley:
    contact = desk.issue.contact
    pos = contact.pos if contact else desk.issue.pos
    return ContactGalley(
        text=_display(desk, "contact.html.j2", _contact_texts(contact), pos=pos, contact=contact)
    )


def _contact_texts(contact: Contact | None) -> tuple[str | None, ...]:
    if contact is None:
        return ()
    accounts = (text for each in contact.accounts for text in (each.label, each.text))
    fields = (contact.heading, contact.intro, contact.email, contact.web, contact.phone)
    return (*fields, contact.post, *accounts, contact.qr.label if contact.qr else None)


def _display(
    desk: Desk, template: str, texts: tuple[str | None, ...], *, pos: SourcePos, **values: Any
) -> Galley:
    """A galley of matter that comes from the manifest."""
    return Galley(
        html=desk.fill(template, line=pos.line, **values),
        language=desk.issue.language,
        path=pos.path,
        passages=tuple(Passage(text=text, pos=pos) for text in texts if text),
    )
