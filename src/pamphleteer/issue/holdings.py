"""What an issue holds, wherever it stands: all its texts, and all its pictures."""

from collections.abc import Iterator

from pamphleteer.issue.matter import pictures_in
from pamphleteer.issue.model import (
    Article,
    ArticleItem,
    BoxItem,
    ColophonItem,
    CoverItem,
    Issue,
    Notice,
    NoticeItem,
    PictureFile,
)


def articles_of(issue: Issue) -> Iterator[Article]:
    """All texts: articles, boxes, the colophon, notices, and those among the fillers."""
    for item in issue.items:
        if isinstance(item, ArticleItem | BoxItem | ColophonItem):
            yield item.article
    yield from (notice.article for notice in notices_of(issue) if notice.article)


def notices_of(issue: Issue) -> Iterator[Notice]:
    """All notices, those among the fillers too."""
    yield from (item.notice for item in issue.items if isinstance(item, NoticeItem))
    yield from (filler for filler in issue.fillers if isinstance(filler, Notice))


def pictures_of(issue: Issue) -> Iterator[PictureFile]:
    """All pictures: those of texts, of notices, and the cover's."""
    yield from (item.picture for item in issue.items if isinstance(item, CoverItem))
    for article in articles_of(issue):
        yield from pictures_in(article.body)
    yield from (notice.picture for notice in notices_of(issue) if notice.picture)
