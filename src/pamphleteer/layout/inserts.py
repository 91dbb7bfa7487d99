"""Inserts: what stands in some of the page's columns, beside an article's text.

A slogan, list of contents or notice that is narrower than the page would leave the columns beside
it empty. It therefore belongs to an article, whose text runs around it.
"""

from dataclasses import dataclass

from pamphleteer.issue.model import BannerItem, ContentsItem, Item, NoticeItem
from pamphleteer.layout.spec import Layout
from pamphleteer.problems import SourcePos


@dataclass(frozen=True, slots=True, kw_only=True)
class Insert:
    """An item that goes across some of the grid's columns, which are a ``part`` of them all."""

    item: BannerItem | ContentsItem | NoticeItem
    part: float

    @property
    def pos(self) -> SourcePos:
        """Its entry."""
        return self.item.pos

    def span(self, columns: int) -> int:
        """How many of so many columns it goes across."""
        return max(1, round(self.part * columns))


def insert_of(item: Item, layout: Layout, columns: int) -> Insert | None:
    """Give an item as an insert, or None if it goes across all columns of the grid."""
    match item:
        case BannerItem() | ContentsItem():
            across = item.columns or columns
        case NoticeItem(notice=notice):
            across = layout.notices[notice.size].across
        case _:
            return None
    return Insert(item=item, part=across / columns) if across < columns else None
