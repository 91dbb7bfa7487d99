"""Checks that what is bound to a place in the running order stands there."""

from collections.abc import Iterator
from itertools import pairwise

from pamphleteer.issue.fields import as_text, text_of
from pamphleteer.issue.manifest import CONTACT
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.yaml_tree import Mapping, Node, Scalar, Sequence

BARE = (CONTACT, "contents", "colophon")
"""Entries that are a word, and no article's path."""


def check_order(entries: Sequence, scope: Scope) -> None:
    """Check a cover to be first, an address panel last, and ``beside`` to follow an article."""
    for cover in _named("cover", entries.items[1:]):
        hint = "Move it to the beginning of the list: a cover is page one."
        scope.refuse("misplaced-entry", "the cover is not the first entry", hint, cover.pos)
    for address in _named("address", entries.items[:-1]):
        hint = "Move it to the end of the list: an address panel stands on the back page."
        message = "the address panel is not the last entry"
        scope.refuse("misplaced-entry", message, hint, address.pos)
    for before, entry in pairwise((None, *entries.items)):
        start = text_of(entry, "start") if isinstance(entry, Mapping) else None
        if start and start.text == "beside" and not _is_article(before):
            hint = "Move the line under the article beside which it is to stand."
            message = '"start" is "beside", but no article comes right before'
            scope.refuse("bad-value", message, hint, start.pos)


def _named(key: str, entries: tuple[Node, ...]) -> Iterator[Mapping]:
    for entry in entries:
        if isinstance(entry, Mapping) and text_of(entry, key):
            yield entry


def _is_article(entry: Node | None) -> bool:
    """Tell an article from other entries; of a faulty one it is not known, and it passes."""
    if isinstance(entry, Mapping):
        return text_of(entry, "article") is not None
    if isinstance(entry, Scalar):
        path = as_text(entry)
        return path is not None and path.text not in BARE
    return entry is not None
