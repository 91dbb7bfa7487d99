"""What is written to publication.yaml, or differs from the one that is there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import yaml

from pamphleteer.importing.pieces import Entry
from pamphleteer.importing.yamltext import Value
from pamphleteer.problems import IssueError, Problem, SourcePos, error, warning

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


def read_publication(path: Path) -> Mapping[str, Value] | None:
    """Read an existing publication.yaml with all values as text; None if there is none.

    Raises:
        IssueError: it cannot be read.
    """
    if not path.exists():
        return None
    try:
        found = yaml.BaseLoader(path.read_text("utf-8")).get_single_data()
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as fault:
        raise IssueError([_unreadable(path, fault)]) from None
    return cast("Mapping[str, Value]", found) if isinstance(found, dict) else {}


def _unreadable(path: Path, fault: Exception) -> Problem:
    mark = getattr(fault, "problem_mark", None)
    line = mark.line + 1 if mark else 0
    message = f"the publication's manifest cannot be read: {str(fault).splitlines()[0]}"
    hint = "Set it right first, or move it away, and one will be written."
    pos = SourcePos(path=path.as_posix(), line=line)
    return error("bad-publication", message, hint=hint, pos=pos)


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


def settle(
    values: Mapping[str, Value], existing: Mapping[str, Value] | None, path: Path
) -> Settled:
    """Divide a document's values between the publication and the issue.

    Without a publication.yaml all that issues share goes there. With one, what differs is told;
    what an issue may set for itself then goes into the issue, so that nothing is put away.
    """
    shared = {key: values[key] for key in (*PUBLICATION_KEYS, "about", "contact") if key in values}
    if existing is None:
        return Settled(publication=shared)
    own: dict[str, Value] = {}
    differs: list[Problem] = []
    for key, value in shared.items():
        other = existing.get(key)
        if not _differs(value, other) or (key == "language" and _is_same_language(value, other)):
            continue
        differs.extend(_told(key, value, other, path))
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


def _told(key: str, value: Value, other: Value | None, path: Path) -> Iterable[Problem]:
    if isinstance(value, Mapping):
        held = other if isinstance(other, Mapping) else {}
        for name, each in value.items():
            if _differs(each, held.get(name)):
                yield from _told(f"{key}.{name}", each, held.get(name), path)
        return
    has = f'"{other}"' if other is not None else "nothing"
    shareable = key.split(".")[0] in SHAREABLE
    hint = (
        "The issue's own manifest was given the document's; delete it there if it should not be."
        if shareable
        else "publication.yaml was left as it is; change it there if the document is right."
    )
    pos = SourcePos(path=path.as_posix())
    message = f'{key} is "{value}" in the document, and {has} in publication.yaml'
    yield warning("publication-differs", message, hint=hint, pos=pos)


def merged(shared: Mapping[str, Value], own: Mapping[str, Value]) -> dict[str, Value]:
    """The values that the issue will have: its own over the publication's, key by key."""
    result = dict(shared)
    for key, value in own.items():
        below = result.get(key)
        both = isinstance(value, Mapping) and isinstance(below, Mapping)
        result[key] = merged(below, value) if both else value  # type: ignore[arg-type]
    return result
