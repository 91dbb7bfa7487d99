"""Berths: how each article stands among the others, and the inserts in its columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pamphleteer.issue.model import ArticleItem, Item
from pamphleteer.layout.inserts import Insert, insert_of
from pamphleteer.layout.spec import Layout
from pamphleteer.problems import IssueError, Problem, error


@dataclass(frozen=True, slots=True, kw_only=True)
class Berth:
    """Where an article stands.

    ``is_lead``: it is the issue's first. ``share`` has its columns where it stands beside others.
    Inserts in some of its columns come before (``above``) or after (``below``) its text.
    """

    is_lead: bool = False
    share: int | None = None
    above: tuple[Insert, ...] = ()
    below: tuple[Insert, ...] = ()


def find_berths(items: Sequence[Item], layout: Layout, columns: int) -> dict[int, Berth]:
    """Give the berth of each article, by its index.

    What is narrower than the page belongs to the article before it, or to the first.

    Raises:
        IssueError: ``bad-start``: articles cannot stand side by side as they are asked to.
    """
    stories = [at for at, item in enumerate(items) if isinstance(item, ArticleItem)]
    berths = {at: Berth(is_lead=at == stories[0]) for at in stories}
    for at, insert in _inserts(items, layout, columns):
        before = [story for story in stories if story < at]
        if before:
            berth = berths[before[-1]]
            berths[before[-1]] = replace(berth, below=(*berth.below, insert))
        elif stories:
            berth = berths[stories[0]]
            berths[stories[0]] = replace(berth, above=(*berth.above, insert))
    for group in _groups(items, berths):
        _check_group([items[at] for at in group], columns)
        for position, at in enumerate(group):
            share = columns // len(group) + (position < columns % len(group))
            berths[at] = replace(berths[at], share=share)
    return berths


def _inserts(items: Sequence[Item], layout: Layout, columns: int) -> Iterator[tuple[int, Insert]]:
    for at, item in enumerate(items):
        if insert := insert_of(item, layout, columns):
            yield at, insert


def stands_in_columns(item: Item, berths: dict[int, Berth]) -> bool:
    """Whether an item stands in the columns of an article."""
    return any(
        item is insert.item for berth in berths.values() for insert in (*berth.above, *berth.below)
    )


def _groups(items: Sequence[Item], berths: dict[int, Berth]) -> Iterator[list[int]]:
    """The articles that stand side by side, the first of each group too."""
    group: list[int] = []
    for at, item in enumerate(items):
        if stands_in_columns(item, berths):
            continue
        is_beside = isinstance(item, ArticleItem) and item.start == "beside" and group
        if not is_beside:
            if len(group) > 1:
                yield group
            group = []
        if isinstance(item, ArticleItem):
            group.append(at)
    if len(group) > 1:
        yield group


def _check_group(group: Sequence[Item], columns: int) -> None:
    """Stop articles side by side that are too many, or ask for columns or a jump of their own."""
    articles = [item for item in group if isinstance(item, ArticleItem)]
    problems: list[Problem] = []
    if len(articles) > columns:
        message = f"{len(articles)} articles stand side by side in {columns} columns"
        hint = "Let one of them begin elsewhere."
        problems.append(error("bad-start", message, hint=hint, pos=articles[-1].pos))
    for item in articles:
        own = "columns of its own" if item.columns else "a jump" if item.jump else ""
        if own:
            message = f"an article that stands beside another has {own}"
            hint = "It has its part of the page's columns, and stands there whole: take that out."
            problems.append(error("bad-start", message, hint=hint, pos=item.pos))
    if problems:
        raise IssueError(problems)
