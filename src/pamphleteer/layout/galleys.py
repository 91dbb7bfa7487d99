"""Galleys: the HTML of each piece of an issue, from a layout's templates, ready to be set."""

from typing import Any

from pamphleteer.issue.model import ArticleItem, BannerItem, BoxItem, ContentsItem
from pamphleteer.layout.articles import body_galley
from pamphleteer.layout.berths import Berth, find_berths, stands_in_columns
from pamphleteer.layout.contents import contents_galley
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.galley import BoxGalleys, PieceGalleys
from pamphleteer.layout.heads import box_head
from pamphleteer.layout.standing import banner_galleys, contact_galley
from pamphleteer.layout.stories import story_galleys
from pamphleteer.units import Pt


def piece_galleys(desk: Desk) -> tuple[PieceGalleys, ...]:
    """The galleys of all pieces, in the running order."""
    items = desk.issue.items
    berths = find_berths(items, desk.grid.columns)
    return tuple(
        _piece(desk, item, berths.get(at, Berth()))
        for at, item in enumerate(items)
        if not stands_in_columns(item, berths)
    )


def _piece(desk: Desk, item: Any, berth: Berth) -> PieceGalleys:
    match item:
        case ArticleItem():
            return story_galleys(desk, item, berth)
        case BannerItem(text=text):
            return banner_galleys(desk, text)
        case BoxItem(article=article):
            inside = Pt(desk.grid.width - 2 * desk.layout.spacing.inset)
            measure = desk.grid.measure_in(inside, desk.grid.columns)
            return BoxGalleys(
                head=box_head(desk, article),
                body=body_galley(desk, article, measure, is_story=False),
            )
        case ContentsItem():
            return contents_galley(desk, item)
        case _:
            return contact_galley(desk)
