"""What is written to publication.yaml, or differs from the one that is there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from pamphleteer.importing.pieces import Entry
from pamphleteer.importing.yamltext import Value
from pamphleteer.issue import yaml_tree
from pamphleteer.issue.files import read_text, shown
from pamphleteer.issue.yaml_reading import parse_yaml
from pamphleteer.problems import IssueError, Problem, SourcePos, warning

CONTACT_ORDER = ("heading", "intro", "email", "web", "phone", "post", "accounts", "qr")

PUBLICATION_KEYS = ("title", "publisher", "language")

SHAREABLE = ("language", "about", "contact")
"""Keys that an issue may set for itself; title and publisher are the publication's alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What goes into which manifest, and what the existing publication says otherwise.

    ``publication`` is None if there is one already: it is never written over.
    """

    publication: Mapping[str, Value] | None
    issue: Mapping[str, Value] = field(default_factory=dict)
    differs: tuple[Problem, ...] = ()


def read_publication(path: Path) -> yaml_tree.Mapping | None:
    """Read an existing publication.yaml; None if there is none.

    Raises:
        IssueError: it cannot be read.
    """
    if not path.is_file():
        return None
    text, problems = read_text(path)
    tree, faults = parse_yaml(text, shown(path))
    if tree is None or problems or faults:
        raise IssueError([*problems, *faults])
    return tree


def values_of(tree: yaml_tree.Mapping | None) -> Mapping[str, Value]:
    """The values of a manifest, as text; none if there is no manifest."""
    return cast("Mapping[str, Value]", yaml_tree.plain(tree)) if tree else {}


def gather(entries: Iterable[Entry]) -> dict[str, Value]:
    """Build a manifest's values from entries; several texts of one key become one text."""
    found: dict[tuple[str, ...], str] = {}
    urls: dict[tuple[str, ...], str] = {}
    for entry in entries:
        joint = "\n" if entry.key[-1] == "post" else " "
        found[entry.key] = joint.join(filter(None, (found.get(entry.key), entry.value)))
        urls[entry.key] = entry.url
    values: dict[str, Value] = {key[0]: text for key, text in found.items() if len(key) == 1}
    contact = _contact(found, urls)
    return {**values, "contact": contact} if contact else values


def _contact(
    found: Mapping[tuple[str, ...], str], urls: Mapping[tuple[str, ...], str]
) -> dict[str, Value]:
    accounts = {
        key[2]: {"text": text, "url": urls[key]}
        for key, text in found.items()
        if key[:2] == ("contact", "accounts")
    }
    values: dict[str, Value] = {
        key[1]: text for key, text in found.items() if key[0] == "contact" and len(key) == 2
    }
    if accounts:
        values["accounts"] = accounts
    if ("contact", "qr") in found:
        qr = ("contact", "qr")
        values["qr"] = {"url": urls[qr], "label": found[qr]}
    return {key: values[key] for key in CONTACT_ORDER if key in values}


def settle(values: Mapping[str, Value], publication: yaml_tree.Mapping | None) -> Settled:
    """Divide a document's values between the publication and the issue.

    Without a publication.yaml all that issues share goes there. With one, what differs is told;
    what an issue may set for itself then goes into the issue, so that nothing is put away.
    """
    shared = {key: values[key] for key in (*PUBLICATION_KEYS, "about", "contact") if key in values}
    if publication is None:
        return Settled(publication=shared)
    existing = values_of(publication)
    own: dict[str, Value] = {}
    differs: list[Problem] = []
    for key, value in shared.items():
        other = existing.get(key)
        if not _differs(value, other) or (key == "language" and _is_same_language(value, other)):
            continue
        differs.extend(_told((key,), value, other, publication))
        if key in SHAREABLE:
            own[key] = _override(value, other)
    return Settled(publication=None, issue=own, differs=tuple(differs))


def _differs(value: Value, other: Value | None) -> bool:
    """Whether a value is not what the publication has; keys that only it has do not matter."""
    if isinstance(value, Mapping) and isinstance(other, Mapping):
        return any(_differs(each, other.get(key)) for key, each in value.items())
    return value != other


def _is_same_language(value: Value, other: Value | None) -> bool:
    """Whether a guessed language is the publication's, whose region no guess can know."""
    return isinstance(other, str) and other.casefold().split("-")[0] == value


def _override(value: Value, other: Value | None) -> Value:
    """The keys of a value that differ: mappings of both manifests are merged key by key."""
    if isinstance(value, Mapping) and isinstance(other, Mapping) and "url" not in value:
        return {
            key: _override(each, other.get(key))
            for key, each in value.items()
            if _differs(each, other.get(key))
        }
    return value


def _told(
    key: tuple[str, ...], value: Value, other: Value | None, publication: yaml_tree.Mapping
) -> Iterable[Problem]:
    if isinstance(value, Mapping):
        held = other if isinstance(other, Mapping) else {}
        for name, each in value.items():
            if _differs(each, held.get(name)):
                yield from _told((*key, name), each, held.get(name), publication)
        return
    has = f'"{other}"' if other is not None else "nothing"
    shareable = key[0] in SHAREABLE
    hint = (
        "The issue's own manifest was given the document's; delete it there if it should not be."
        if shareable
        else "publication.yaml was left as it is; change it there if the document is right."
    )
    message = f'{": ".join(key)} is "{value}" in the document, and {has} in publication.yaml'
    yield warning("publication-differs", message, hint=hint, pos=_place_of(key, publication))


def _place_of(key: tuple[str, ...], publication: yaml_tree.Mapping) -> SourcePos:
    """Where a key stands, or else the mapping in which it is missing."""
    node: yaml_tree.Node = publication
    pos = SourcePos(path=node.pos.path, line=1)
    for step in key:
        entry = node.entry(step) if isinstance(node, yaml_tree.Mapping) else None
        if entry is None:
            break
        pos, node = entry.pos, entry.value
    return pos


def merged(shared: Mapping[str, Value], own: Mapping[str, Value]) -> dict[str, Value]:
    """The values that the issue will have: its own over the publication's, key by key."""
    result = dict(shared)
    for key, value in own.items():
        below = result.get(key)
        both = isinstance(value, Mapping) and isinstance(below, Mapping)
        result[key] = merged(below, value) if both else value  # type: ignore[arg-type]
    return result
