"""Galleys of what is no article: masthead, banners, contact block."""

import re
from dataclasses import dataclass, replace

from pamphleteer.issue.model import AddressItem, Contact, Rich
from pamphleteer.layout.desk import Desk, display_galley
from pamphleteer.layout.fitting import FittedText, fit_text, ways_to_fit
from pamphleteer.layout.galley import (
    AddressGalley,
    BannerGalleys,
    ContactGalley,
    Galley,
    passages_of,
)
from pamphleteer.units import Pt

TITLE = re.compile(r'<p class="title".*?</p>', re.DOTALL)


def masthead_galley(desk: Desk, *, width: Pt | None = None, over: bool = False) -> Galley:
    """The masthead: title, volume, number and date, as wide as the page, or ``over`` a picture."""
    issue, layout = desk.issue, desk.layout
    ears = [ear for ear in (issue.ears.left, issue.ears.right) if ear] if issue.ears else []
    texts = (issue.title, issue.subtitle, issue.volume, issue.number, issue.date)
    galley = display_galley(
        desk,
        "masthead.html.j2",
        texts,
        pos=issue.place("title"),
        over=over,
        title=_fit_title(desk, Pt((width or desk.grid.width) - len(ears) * layout.ear)),
        ear=layout.ear,
    )
    return replace(galley, passages=(*galley.passages, *passages_of(*ears)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The title's size in points, and whether it is so long that it wraps at the least one."""

    size: Pt
    wraps: bool = False


def _fit_title(desk: Desk, room: Pt) -> Title:
    """The size at which the title is just as wide as its room, kerning and all."""
    span, trial = desk.layout.fitted["title"], Pt(100)
    bare = desk.fill("masthead.html.j2", line=0, title=Title(size=trial), ear=0, over=False)
    title = TITLE.search(bare)
    width = desk.gauge.width(f'<div class="masthead">{title[0] if title else ""}</div>')
    size = Pt(trial * room / width) if width else span.most
    return Title(size=Pt(round(min(max(size, span.least), span.most), 2)), wraps=size < span.least)


def banner_galleys(desk: Desk, text: Rich, *, width: Pt | None = None) -> BannerGalleys:
    """A slogan's galleys, small to large: the larger ones stand on more and more lines."""
    spans, shown = desk.layout.fitted, text.text.upper()
    ems = desk.display_ems()
    width = width or Pt(desk.grid.width - 2 * desk.layout.spacing.inset)
    sizes = [fit_text(shown, ems=ems, width=width, span=spans["banner"], most_lines=2)]
    for way in ways_to_fit(shown, ems=ems, width=width, span=spans["banner_large"], most_lines=4):
        if way.size > sizes[-1].size:
            sizes.append(way)

    def galley(fitted: FittedText) -> Galley:
        return Galley(
            html=desk.fill("banner.html.j2", text=text, fitted=fitted),
            language=desk.issue.language,
            path=text.pos.path,
            passages=passages_of(text),
            exact=True,
        )

    return BannerGalleys(sizes=tuple(map(galley, sizes)))


def contact_galley(desk: Desk) -> ContactGalley:
    """The contact block."""
    contact = desk.issue.contact
    pos = contact.pos if contact else desk.issue.pos
    return ContactGalley(
        text=display_galley(
            desk, "contact.html.j2", _contact_texts(contact), pos=pos, contact=contact
        )
    )


def _contact_texts(contact: Contact | None) -> tuple[str | None, ...]:
    if contact is None:
        return ()
    accounts = (text for each in contact.accounts for text in (each.label, each.text))
    fields = (contact.heading, contact.intro, contact.email, contact.web, contact.phone)
    return (*fields, contact.post, *accounts, contact.qr.label if contact.qr else None)


def address_galley(desk: Desk, item: AddressItem) -> AddressGalley:
    """The address panel: the return address, the stamp's place, and lines for the addressee."""
    stamp = item.note or Rich(html=desk.words.stamp, text=desk.words.stamp, pos=item.pos)
    text = Galley(
        html=desk.fill("address.html.j2", address=item, stamp=stamp),
        language=desk.issue.language,
        path=item.pos.path,
        passages=passages_of(item.text, stamp),
        exact=True,
    )
    return AddressGalley(text=text, half=desk.layout.address, pos=item.pos)
