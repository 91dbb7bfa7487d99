"""Reads the list of articles, banners and boxes of an issue, in the order of its pages."""

from collections import abc
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import get_args

from pamphleteer.issue.article import new_name, read_article
from pamphleteer.issue.fields import as_text, count_of, rich_of, text_of, words_of
from pamphleteer.issue.files import ARTICLE, Reference, find_file
from pamphleteer.issue.manifest import CONTACT, ENTRY_KEYS, kind_of
from pamphleteer.issue.model import (
    AddressItem,
    Article,
    ArticleItem,
    BannerItem,
    BoxItem,
    ColophonItem,
    ContactItem,
    ContentsItem,
    CoverItem,
    Item,
    Jump,
    NoticeItem,
    Start,
)
from pamphleteer.issue.notices import read_address, read_banner, read_cover, read_notice
from pamphleteer.issue.order import check_order
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.values import AFTER, check_columns, check_target
from pamphleteer.issue.yaml_tree import Mapping, Node, Scalar, Sequence, plain
from pamphleteer.problems import Problem, SourcePos

STARTS: tuple[Start, ...] = get_args(Start)

COLOPHON = "colophon"

ABOUT = "about"

CONTENTS = "contents"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningOrder:
    """What reading the list needs, and what it has met so far.

    ``standing`` has where the publication's standing texts are, about and colophon, each tried
    from its manifest's folder. ``is_whole`` is false if a manifest could not be read: then nothing
    can be called missing.
    """

    scope: Scope
    folder: Path
    standing: abc.Mapping[str, Reference]
    has_contact: bool
    is_whole: bool
    seen: dict[object, SourcePos] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)


def read_items(entries: Sequence, order: RunningOrder) -> tuple[Item, ...]:
    """Read all entries; those with problems are left out, and the problems collected.

    The form of entries is checked elsewhere (`manifest`); a wrong one is passed over here.
    """
    check_order(entries, order.scope)
    items = (_read_entry(entry, order) for entry in entries.items)
    return tuple(item for item in items if item)


def _read_entry(entry: Node, order: RunningOrder) -> Item | None:
    if isinstance(entry, Mapping):
        kind = kind_of(plain(entry), ENTRY_KEYS, None)
        return READERS[kind](entry, order) if kind else None
    word = as_text(entry)
    return _read_word(word, order) if word else None


def _read_word(word: Scalar, order: RunningOrder) -> Item | None:
    """Read an entry without keys: the name of what the publication keeps, or a path."""
    if word.text == CONTACT:
        return _read_contact(word, order)
    if word.text == CONTENTS:
        is_second = _is_repeated(CONTENTS, "the list of contents", word.pos, order)
        return None if is_second else ContentsItem(pos=word.pos)
    if word.text == COLOPHON:
        article = _read_standing(COLOPHON, word, order)
        return ColophonItem(article=article, pos=word.pos) if article else None
    article = _read_path(word, order)
    return ArticleItem(article=article, pos=word.pos) if article else None


def _article_item(entry: Mapping, order: RunningOrder) -> ArticleItem | None:
    path = text_of(entry, "article")
    article = _read_path(path, order) if path else None
    if article is None:
        return None
    return ArticleItem(
        article=article,
        pos=entry.pos,
        start=next((start for start in STARTS if start == words_of(entry, "start")), "run-on"),
        columns=count_of(entry, "columns", check_columns),
        jump=_read_jump(entry, order),
    )


def _read_jump(entry: Mapping, order: RunningOrder) -> Jump | None:
    """Read where an article jumps; None if it does not, or if that is at fault."""
    found = entry.entry("jump")
    if found is None or not isinstance(found.value, Mapping):
        return None
    keys = found.value
    headline = rich_of(keys, "headline", order.scope)
    after, target = AFTER.fullmatch(words_of(keys, "after")), count_of(keys, "to", check_target)
    if not after or target is None:
        return None
    return Jump(
        to=target,
        after_lines=int(after[1]) if after[2] == "line" else None,
        after_paragraphs=int(after[1]) if after[2] == "paragraph" else None,
        headline=headline,
        pos=keys.pos,
    )


def _banner_item(entry: Mapping, order: RunningOrder) -> BannerItem | None:
    return read_banner(entry, order.scope)


def _box_item(entry: Mapping, order: RunningOrder) -> BoxItem | None:
    box = text_of(entry, "box")
    if box is None:
        return None
    article = _read_standing(ABOUT, box, order) if box.text == ABOUT else _read_path(box, order)
    return BoxItem(article=article, pos=entry.pos) if article else None


def _contents_item(entry: Mapping, order: RunningOrder) -> ContentsItem | None:
    if _is_repeated(CONTENTS, "the list of contents", entry.pos, order):
        return None
    return ContentsItem(
        title=rich_of(entry, "contents", order.scope),
        columns=count_of(entry, "columns", check_columns),
        pos=entry.pos,
    )


def _notice_item(entry: Mapping, order: RunningOrder) -> NoticeItem | None:
    notice = read_notice(entry, order.scope, (order.folder,), order.names)
    return NoticeItem(notice=notice, pos=entry.pos) if notice else None


def _cover_item(entry: Mapping, order: RunningOrder) -> CoverItem | None:
    return read_cover(entry, replace(order.scope, bases=(order.folder,)))


def _address_item(entry: Mapping, order: RunningOrder) -> AddressItem | None:
    return read_address(entry, order.scope)


READERS: abc.Mapping[str, Callable[[Mapping, RunningOrder], Item | None]] = {
    "article": _article_item,
    "banner": _banner_item,
    "box": _box_item,
    "contents": _contents_item,
    "notice": _notice_item,
    "cover": _cover_item,
    "address": _address_item,
}


def _read_contact(entry: Scalar, order: RunningOrder) -> ContactItem | None:
    if _is_repeated(CONTACT, "the contact block", entry.pos, order):
        return None
    if not order.has_contact and order.is_whole:
        hint = "Write contact: with email:, web: and so on in publication.yaml"
        _refuse_missing(CONTACT, f"{hint}, or delete this line.", entry.pos, order)
        return None
    return ContactItem(pos=entry.pos)


def _read_standing(key: str, named: Scalar, order: RunningOrder) -> Article | None:
    """Read a text that the publication keeps for all issues."""
    reference = order.standing.get(key)
    if reference is None:
        if order.is_whole:
            hint = f"Write {key}: with the path of a text in publication.yaml"
            instead = "a path in this line" if key == ABOUT else "delete this line"
            _refuse_missing(key, f"{hint}, or {instead}.", named.pos, order)
        return None
    return _read_file(reference, named.pos, order)


def _refuse_missing(key: str, hint: str, pos: SourcePos, order: RunningOrder) -> None:
    message = f'"{key}" is missing; it is required where the list of articles names it'
    order.scope.refuse("missing-key", message, hint, pos)


def _read_path(node: Scalar, order: RunningOrder) -> Article | None:
    reference = Reference(text=(node.text or "").strip(), pos=node.pos, bases=(order.folder,))
    return _read_file(reference, node.pos, order)


def _read_file(reference: Reference, pos: SourcePos, order: RunningOrder) -> Article | None:
    found = find_file(reference, ARTICLE, order.scope.root)
    if isinstance(found, Problem):
        order.scope.problems.append(found)
        return None
    if _is_repeated(found.resolve(), f'"{reference.text}"', pos, order):
        return None
    return read_article(found, new_name(found, order.names), order.scope)


def _is_repeated(key: object, what: str, pos: SourcePos, order: RunningOrder) -> bool:
    first = order.seen.setdefault(key, pos)
    if first is pos:
        return False
    message = f"{what} stands in the list twice; it is on line {first.line} already"
    order.scope.refuse("duplicate-entry", message, "Delete one of the two lines.", pos)
    return True
