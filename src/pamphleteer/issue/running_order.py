"""Reads the list of articles, banners and boxes of an issue, in the order of its pages."""

import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from pamphleteer.issue.article import read_article
from pamphleteer.issue.files import ARTICLE, Reference, find_file
from pamphleteer.issue.inline import read_rich
from pamphleteer.issue.manifest import CONTACT
from pamphleteer.issue.model import Article, ArticleItem, BannerItem, BoxItem, ContactItem, Item
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.yaml_tree import Mapping, Node, Scalar, Sequence
from pamphleteer.problems import Problem, SourcePos

ABOUT = "about"

CONTENTS = "contents"


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningOrder:
    """What reading the list needs, and what it has met so far.

    ``about`` is where the publication's standing text is, tried from its manifest's folder.
    ``is_whole`` is false if a manifest could not be read: then nothing can be called missing.
    """

    scope: Scope
    folder: Path
    about: Reference | None
    has_contact: bool
    is_whole: bool
    seen: dict[object, SourcePos] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)


def read_items(entries: Sequence, order: RunningOrder) -> tuple[Item, ...]:
    """Read all entries; those with problems are left out, and the problems collected.

    The form of entries is checked elsewhere (`manifest`); a wrong one is passed over here.
    """
    items = (_read_entry(entry, order) for entry in entries.items)
    return tuple(item for item in items if item)


def _read_entry(entry: Node, order: RunningOrder) -> Item | None:
    match entry:
        case Scalar(text=None | ""):
            return None
        case Scalar(text="contact"):
            return _read_contact(entry, order)
        case Scalar(text="contents"):
            message = "a list of contents is not supported yet"
            order.scope.refuse("not-supported", message, "Delete the line.", entry.pos)
            return None
        case Scalar():
            return _article_item(_read_path(entry, order), "run-on")
        case Mapping():
            return _read_mapping(entry, order)
    return None


def _read_mapping(entry: Mapping, order: RunningOrder) -> Item | None:
    if path := _scalar(entry, "article"):
        start = _scalar(entry, "start")
        return _article_item(_read_path(path, order), (start and start.text) or "run-on")
    if banner := _scalar(entry, "banner"):
        return BannerItem(text=read_rich((banner.text or "").strip(), banner.pos, order.scope))
    if box := _scalar(entry, "box"):
        article = _read_about(box, order) if box.text == ABOUT else _read_path(box, order)
        return BoxItem(article=article) if article else None
    return None


def _scalar(entry: Mapping, key: str) -> Scalar | None:
    found = entry.entry(key)
    return found.value if found and isinstance(found.value, Scalar) and found.value.text else None


def _article_item(article: Article | None, start: str) -> ArticleItem | None:
    if article is None:
        return None
    return ArticleItem(article=article, start="new-page" if start == "new-page" else "run-on")


def _read_contact(entry: Scalar, order: RunningOrder) -> ContactItem | None:
    if _is_repeated(CONTACT, "the contact block", entry.pos, order):
        return None
    if not order.has_contact and order.is_whole:
        hint = (
            "Write contact: with email:, web: and so on in publication.yaml, or delete this line."
        )
        message = '"contact" is missing; it is required where the list of articles names it'
        order.scope.refuse("missing-key", message, hint, entry.pos)
        return None
    return ContactItem()


def _read_about(box: Scalar, order: RunningOrder) -> Article | None:
    if order.about is None:
        if not order.is_whole:
            return None
        hint = "Write about: with the path of a text in publication.yaml, or a path in this line."
        message = '"about" is missing; it is required where the list of articles names it'
        order.scope.refuse("missing-key", message, hint, box.pos)
        return None
    return _read_file(order.about, box.pos, order)


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
    return read_article(found, _new_name(found, order.names), order.scope)


def _is_repeated(key: object, what: str, pos: SourcePos, order: RunningOrder) -> bool:
    first = order.seen.setdefault(key, pos)
    if first is pos:
        return False
    message = f"{what} stands in the list twice; it is on line {first.line} already"
    order.scope.refuse("duplicate-entry", message, "Delete one of the two lines.", pos)
    return True


def _new_name(path: Path, taken: set[str]) -> str:
    """Make an article's name of its file's: ``Łódź 1905.md`` is ``odz-1905``; each name once."""
    ascii_stem = unicodedata.normalize("NFKD", path.stem).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", ascii_stem.lower()).strip("-") or "article"
    name, count = stem, 1
    while name in taken:
        count += 1
        name = f"{stem}-{count}"
    taken.add(name)
    return name
