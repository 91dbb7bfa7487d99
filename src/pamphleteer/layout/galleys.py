"""Galleys: the HTML of each piece of an issue, from a layout's templates, ready to be set."""

from typing import Any

from pamphleteer.issue.model import ArticleItem, BannerItem, BoxItem, ContentsItem
from pamphleteer.layout.articles import body_galley, box_head, story_head
from pamphleteer.layout.contents import contents_galley
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.galley import BoxGalleys, PieceGalleys, StoryGalleys
from pamphleteer.layout.standing import banner_galleys, contact_galley
from pamphleteer.units import Pt


def piece_galleys(desk: Desk) -> tuple[PieceGalleys, ...]:
    """The galleys of all pieces, in the running order."""
    items = desk.issue.items
    lead = next((item for item in items if isinstance(item, ArticleItem)), None)
    return tuple(_piece(desk, item, is_lead=item is lead) for item in items)


def _piece(desk: Desk, item: Any, *, is_lead: bool) -> PieceGalleys:
    match item:
        case ArticleItem(article=article, start=start):
            return StoryGalleys(
                head=story_head(desk, article, "lead" if is_lead else "headline"),
                body=body_galley(desk, article, desk.grid.measure),
                running_head=article.running_head,
                start="new-page" if start == "new-page" else "run-on",
            )
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
