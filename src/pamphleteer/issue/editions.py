"""Editions of an issue: as it was laid out by its editors, and in large print.

In large print an issue is read, not folded: every text in one column below the one before, on pages
of its own number. What an editor says of columns, jumps and places on a page is said of the
standard edition, and does not hold there.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pamphleteer.issue.matter import Article, Aside, Block, Figure, Placement
from pamphleteer.issue.model import (
    AddressItem,
    ArticleItem,
    BannerItem,
    BoxItem,
    ColophonItem,
    ContentsItem,
    Edition,
    Issue,
    Item,
    NoticeItem,
)
from pamphleteer.problems import Problem, SourcePos
from pamphleteer.ticket import Ticket

Part = Block | Figure | Aside

OF_STANDARD = frozenset({"figure-scaled", "notice-shape", "soft-picture", "coarse-picture"})
"""Warnings of how pictures fill places that were chosen for the standard edition alone."""


def told_of(issue: Issue, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """What of some warnings an editor is told of an edition."""
    if issue.edition == "standard":
        return tuple(problems)
    return tuple(problem for problem in problems if problem.code not in OF_STANDARD)


def for_edition(issue: Issue, edition: Edition) -> Issue:
    """The issue as an edition has it.

    In large print, boxes and notices that are texts are set as articles; fillers, and the address
    panel of a mailing, are left out, as they stand only where a folded sheet has room for them.
    """
    if edition == "standard":
        return replace(issue, edition=edition)
    return replace(
        issue,
        edition=edition,
        page=None,
        printing=Ticket.of_issue({"paper": issue.printing.paper, "scheme": "simplex"}),
        items=tuple(_items(issue)),
        fillers=(),
    )


def _items(issue: Issue) -> Iterator[Item]:
    for item in issue.items:
        match item:
            case AddressItem():
                continue
            case ArticleItem():
                yield ArticleItem(article=_plain(item.article), pos=item.pos)
            case NoticeItem() if item.notice.article:
                yield _unlisted(item.notice.article, item.pos)
            case BoxItem() | ColophonItem():
                yield _unlisted(item.article, item.pos)
            case BannerItem() | ContentsItem():
                yield replace(item, columns=None)
            case _:
                yield item


def _unlisted(article: Article, pos: SourcePos) -> ArticleItem:
    """A text that is no article, set as one: in a frame of large type it would outgrow a page."""
    return ArticleItem(article=_plain(article), pos=pos, is_listed=False)


def _plain(article: Article) -> Article:
    """An article of which everything stands in its column, and which begins with its first word."""
    body = tuple(map(_in_column, article.body))
    return replace(article, body=body, drop_cap=False, end_mark=False)


def _in_column(part: Part) -> Part:
    if isinstance(part, Aside):
        body = tuple(replace(each, placement=Placement()) for each in part.body)
        return replace(part, body=body, placement=Placement(), columns=1)
    return replace(part, placement=Placement())
