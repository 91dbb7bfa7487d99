"""Stops what can be written but not printed yet, so that none of it is lost without a word.

One line of a table for each: it is deleted when the pages can show it.
"""

from collections.abc import Callable, Iterator
from typing import Any

from pamphleteer.issue.model import (
    AddressItem,
    ArticleItem,
    BoxItem,
    Ears,
    Issue,
    Rich,
)
from pamphleteer.problems import IssueError, Problem, SourcePos, error

Test = Callable[[Any], bool]


def _always(_: Any) -> bool:
    return True


LATER: tuple[tuple[str, type, Test], ...] = (
    ("an address panel", AddressItem, _always),
)


def refuse_unsupported(issue: Issue) -> None:
    """Stop an issue that has what cannot be printed yet.

    Raises:
        IssueError: with one problem for each kind of it at each place.
    """
    found = (
        _not_yet(what, pos)
        for thing, pos in _matter(issue)
        for what, kind, test in LATER
        if isinstance(thing, kind) and test(thing)
    )
    problems = sorted(set(found), key=lambda problem: problem.pos or issue.pos)
    if problems:
        raise IssueError(problems)


def _not_yet(what: str, pos: SourcePos) -> Problem:
    message, hint = f"{what} is not supported yet", "Leave it out until it is."
    return error("not-supported", message, hint=hint, pos=pos)


def _matter(issue: Issue) -> Iterator[tuple[object, SourcePos]]:
    """Go through all that an issue holds, each with its place."""
    if issue.ears:
        yield issue.ears, _ear(issue.ears, issue.pos)
    for item in issue.items:
        yield item, item.pos
        if isinstance(item, ArticleItem | BoxItem):
            yield item.article, item.article.headline.pos
            for part in item.article.body:
                yield part, part.pos


def _ear(ears: Ears, pos: SourcePos) -> SourcePos:
    first: Rich | None = ears.left or ears.right
    return first.pos if first else pos
