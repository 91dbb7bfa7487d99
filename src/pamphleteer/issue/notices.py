"""Reads notices, fillers, banners, covers and address panels of a manifest."""

from dataclasses import replace
from pathlib import Path, PurePosixPath

from pamphleteer.issue.article import new_name, read_article
from pamphleteer.issue.fields import count_of, rich_of, text_of, words_of
from pamphleteer.issue.files import ARTICLE, IMAGE, Reference, find_file
from pamphleteer.issue.manifest import FILLER_KEYS, kind_of
from pamphleteer.issue.model import AddressItem, Article, BannerItem, CoverItem, Ears, Notice
from pamphleteer.issue.pictures import picture_of
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.values import check_columns
from pamphleteer.issue.yaml_tree import Mapping, Node, Scalar, Sequence, plain
from pamphleteer.problems import Problem


def read_banner(entry: Mapping, scope: Scope) -> BannerItem | None:
    """Read a slogan."""
    text = rich_of(entry, "banner", scope)
    columns = count_of(entry, "columns", check_columns)
    return BannerItem(text=text, columns=columns, pos=entry.pos) if text else None


def read_notice(
    entry: Mapping, scope: Scope, bases: tuple[Path, ...], names: set[str]
) -> Notice | None:
    """Read a notice: a picture if its file is called like one, else a text.

    Args:
        entry: Its mapping, with ``notice`` and ``size``.
        scope: Where problems go.
        bases: The folders from which its path is tried.
        names: The names of articles that are taken.
    """
    path = text_of(entry, "notice")
    size = words_of(entry, "size")
    if path is None:
        return None
    if PurePosixPath((path.text or "").lower()).suffix in IMAGE.suffixes:
        picture = picture_of(entry, "notice", replace(scope, bases=bases))
        return Notice(size=size, picture=picture, pos=entry.pos) if picture else None
    _refuse_alt(entry, scope)
    article = _read_text(path, scope, bases, names)
    return Notice(size=size, article=article, pos=entry.pos) if article else None


def _refuse_alt(entry: Mapping, scope: Scope) -> None:
    for key in ("alt", "decorative", "halftone"):
        if found := entry.entry(key):
            hint = "Delete the key, or name a picture (.jpg, .png and so on)."
            scope.refuse("bad-value", f'"{key}" is for pictures; this is a text', hint, found.pos)


def _read_text(
    path: Scalar, scope: Scope, bases: tuple[Path, ...], names: set[str]
) -> Article | None:
    """Read a notice's text; unlike an article it may stand in an issue more than once."""
    reference = Reference(text=path.text or "", pos=path.pos, bases=bases)
    found = find_file(reference, ARTICLE, scope.root)
    if isinstance(found, Problem):
        scope.problems.append(found)
        return None
    return read_article(found, new_name(found, names), scope)


def read_fillers(
    entries: Node | None, scope: Scope, base: Path, names: set[str]
) -> tuple[Notice | BannerItem, ...]:
    """Read what may fill a room that is left; paths are tried from the manifest's folder."""
    mappings = entries.items if isinstance(entries, Sequence) else ()
    fillers: list[Notice | BannerItem | None] = []
    for entry in mappings:
        kind = kind_of(plain(entry), FILLER_KEYS, None)
        if isinstance(entry, Mapping) and kind == "notice":
            fillers.append(read_notice(entry, scope, (base,), names))
        elif isinstance(entry, Mapping) and kind == "banner":
            fillers.append(read_banner(entry, scope))
    return tuple(filler for filler in fillers if filler)


def read_cover(entry: Mapping, scope: Scope) -> CoverItem | None:
    """Read a photo cover."""
    headline, standfirst = rich_of(entry, "headline", scope), rich_of(entry, "standfirst", scope)
    credit = rich_of(entry, "credit", scope)
    picture = picture_of(entry, "cover", scope)
    if picture is None:
        return None
    return CoverItem(
        picture=picture, headline=headline, standfirst=standfirst, credit=credit, pos=entry.pos
    )


def read_address(entry: Mapping, scope: Scope) -> AddressItem | None:
    """Read an address panel, line by line."""
    note = rich_of(entry, "note", scope, keeps_lines=True)
    text = rich_of(entry, "address", scope, keeps_lines=True)
    return AddressItem(text=text, note=note, pos=entry.pos) if text else None


def read_ears(ears: Node | None, scope: Scope) -> Ears | None:
    """Read what stands beside the front page's title."""
    if not isinstance(ears, Mapping):
        return None
    left = rich_of(ears, "left", scope, keeps_lines=True)
    right = rich_of(ears, "right", scope, keeps_lines=True)
    return Ears(left=left, right=right) if left or right else None
