"""Galleys: the HTML of each piece of an issue, from a layout's templates, ready to be set."""

from dataclasses import replace
from typing import Any

from pamphleteer.issue.model import (
    AddressItem,
    ArticleItem,
    BannerItem,
    BoxItem,
    ColophonItem,
    ContentsItem,
    CoverItem,
    NoticeItem,
)
from pamphleteer.layout.articles import body_galley
from pamphleteer.layout.berths import Berth, find_berths, stands_in_columns
from pamphleteer.layout.contents import contents_galley
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.galley import BoxGalleys, PieceGalleys
from pamphleteer.layout.heads import box_head
from pamphleteer.layout.notices import page_notice
from pamphleteer.layout.standing import banner_galleys, contact_galley
from pamphleteer.layout.stories import story_galleys
from pamphleteer.problems import IssueError, Problem
from pamphleteer.units import Pt


def piece_galleys(desk: Desk) -> tuple[PieceGalleys, ...]:
    """The galleys of all pieces, in the running order.

    Raises:
        IssueError: all that cannot be set as it was asked for.
    """
    items = desk.issue.items
    berths = find_berths(items, desk.layout, desk.grid.columns)
    made: list[PieceGalleys] = []
    problems: list[Problem] = []
    for at, item in enumerate(items):
        if not (isinstance(item, CoverItem | AddressItem) or stands_in_columns(item, berths)):
            try:
                made.append(_piece(desk, item, berths.get(at, Berth())))
            except IssueError as fault:
                problems += fault.problems
    if problems:
        raise IssueError(problems)
    return tuple(made)


def _piece(desk: Desk, item: Any, berth: Berth) -> PieceGalleys:
    match item:
        case ArticleItem():
            return story_galleys(desk, item, berth)
        case BannerItem(text=text):
            return banner_galleys(desk, text)
        case BoxItem() | ColophonItem():
            return _box(desk, item)
        case ContentsItem():
            return contents_galley(desk, item)
        case NoticeItem(notice=notice):
            return page_notice(desk, notice)
        case _:
            return contact_galley(desk)


def _box(desk: Desk, item: BoxItem | ColophonItem) -> BoxGalleys:
    """A box, that of a colophon in small type."""
    inside = Pt(desk.grid.width - 2 * desk.layout.spacing.inset)
    measure = desk.grid.measure_in(inside, desk.grid.columns)
    head = box_head(desk, item.article)
    body = body_galley(desk, item.article, measure, is_story=False)
    if isinstance(item, BoxItem):
        return BoxGalleys(head=head, body=body)
    small = replace(body, html=f'<div class="colophon">{body.html}</div>')
    return BoxGalleys(head=head, body=small, kind="colophon")
