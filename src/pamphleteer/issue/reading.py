"""Reads an issue: two manifests, merged, and the articles that they name.

All problems of both manifests and all articles are told at once; so articles are read even if a
manifest is at fault elsewhere.
"""

import datetime
from dataclasses import dataclass
from pathlib import Path

from pamphleteer.issue.faults import in_reading_order
from pamphleteer.issue.files import shown
from pamphleteer.issue.halftones import halftone_of
from pamphleteer.issue.languages import convention_for
from pamphleteer.issue.manifest import CONTACT, ContactKeys, Manifest
from pamphleteer.issue.manifests import (
    ISSUE_FILE,
    Manifests,
    check_manifests,
    check_standing,
    read_manifests,
)
from pamphleteer.issue.model import (
    Account,
    BannerItem,
    Contact,
    Ears,
    Issue,
    Item,
    Notice,
    Qr,
)
from pamphleteer.issue.notices import read_ears, read_fillers
from pamphleteer.issue.printing import Printing, read_printing
from pamphleteer.issue.running_order import RunningOrder, read_items
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.typography import set_text
from pamphleteer.issue.yaml_tree import Mapping, Node, Sequence, plain
from pamphleteer.problems import IssueError, SourcePos


def read_issue(folder: Path) -> Issue:
    """Read the issue in a folder, with ``publication.yaml`` beside it or in the folder above.

    Raises:
        IssueError: with all problems of both manifests and all articles, by file and line.
    """
    manifests = read_manifests(folder)
    manifest, faults = check_manifests(manifests)
    matter = _read_matter(manifests)
    printing = read_printing(manifests)
    problems = [*manifests.problems, *faults, *check_standing(manifests), *printing.problems]
    if problems or manifest is None:
        raise IssueError(in_reading_order(problems))
    return _build(manifest, manifests, matter, printing)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Matter:
    """What the manifests hold or name that is read as Markdown."""

    items: tuple[Item, ...]
    ears: Ears | None
    fillers: tuple[Notice | BannerItem, ...]


def _read_matter(manifests: Manifests) -> _Matter:
    scope = Scope(
        path=shown(manifests.folder / ISSUE_FILE),
        language=manifests.language,
        root=manifests.root,
        bases=(manifests.folder, manifests.root),
        problems=manifests.problems,
    )
    listed, names = manifests.own.value("articles"), set[str]()
    merged = manifests.merged
    return _Matter(
        items=_read_items(listed, manifests, scope, names),
        ears=read_ears(merged.value("ears"), scope),
        fillers=read_fillers(merged.value("fillers"), scope, manifests.base_of("fillers"), names),
    )


def _read_items(
    listed: Node | None, manifests: Manifests, scope: Scope, names: set[str]
) -> tuple[Item, ...]:
    if not isinstance(listed, Sequence):
        return ()
    order = RunningOrder(
        scope=scope,
        folder=manifests.folder,
        standing=manifests.standing,
        has_contact=_has_values(manifests.merged.value(CONTACT)),
        is_whole=manifests.is_whole,
        names=names,
    )
    return read_items(listed, order)


def _has_values(node: Node | None) -> bool:
    """Whether a mapping says anything: that of ``contact: {email: }`` does not."""
    return isinstance(node, Mapping) and bool(plain(node))


def _build(manifest: Manifest, manifests: Manifests, matter: _Matter, printing: Printing) -> Issue:
    """Make the issue; texts that are printed get their language's quotes and dashes."""
    language = manifest.language
    contact = manifests.merged.entry(CONTACT)
    return Issue(
        root=manifests.root,
        folder=manifests.folder,
        slug=manifests.folder.name,
        title=_set(manifest.title, language),
        subtitle=_set_or_none(manifest.subtitle, language),
        publisher=_set_or_none(manifest.publisher, language),
        language=language,
        layout=manifest.layout,
        page=manifest.page,
        contact=_build_contact(manifest.contact, contact.pos, language)
        if manifest.contact and contact
        else None,
        printing=printing.ticket,
        inks=manifest.printing.inks,
        crop_marks=manifest.printing.crop_marks == "yes",
        plates=manifest.plates,
        volume=manifest.volume,
        number=manifest.number,
        date=_set(manifest.date, language),
        published=datetime.date.fromisoformat(manifest.published) if manifest.published else None,
        items=matter.items,
        ears=matter.ears,
        fillers=matter.fillers,
        hyphenation=dict(map(_break_points, manifest.hyphenation)),
        edition=manifest.edition,
        halftone=halftone_of(manifest.halftone) or 0,
        pos=SourcePos(path=shown(manifests.folder / ISSUE_FILE), line=1),
        places={entry.key: entry.value.pos for entry in manifests.merged.entries}
        | dict(printing.places),
    )


def _break_points(word: str) -> tuple[str, tuple[int, ...]]:
    """A word without its hyphens, in small letters, and the letters before which they stood."""
    parts = word.lower().split("-")
    ends = (sum(map(len, parts[:count])) for count in range(1, len(parts)))
    return "".join(parts), tuple(ends)


def _build_contact(keys: ContactKeys, pos: SourcePos, language: str) -> Contact:
    """Make the contact block; addresses stay as written."""
    accounts = (
        Account(label=label, text=account.text, url=account.url)
        for label, account in keys.accounts.items()
    )
    return Contact(
        pos=pos,
        heading=_set_or_none(keys.heading, language),
        intro=_set_or_none(keys.intro, language),
        email=keys.email,
        web=keys.web,
        phone=keys.phone,
        post=_set_or_none(keys.post, language),
        accounts=tuple(accounts),
        qr=Qr(url=keys.qr.url, label=_set_or_none(keys.qr.label, language)) if keys.qr else None,
    )


def _set(text: str, language: str) -> str:
    return set_text(text, convention_for(language))


def _set_or_none(text: str | None, language: str) -> str | None:
    return None if text is None else _set(text, language)
