"""Front matter of an imported file: kept, under the names that an article's front matter has."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import cast

from pamphleteer.importing.source import Document, Done
from pamphleteer.issue.manifest import FrontMatter as ArticleKeys
from pamphleteer.issue.yaml_reading import parse_yaml
from pamphleteer.issue.yaml_tree import plain
from pamphleteer.problems import IssueError, SourcePos

KNOWN_KEYS = frozenset(ArticleKeys.model_fields)

OTHER_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "title": "headline",
        "subtitle": "standfirst",
        "description": "standfirst",
        "author": "byline",
        "lang": "language",
    }
)
"""What other programs call the same things."""

KEY_LINE = re.compile(r"(?P<key>[\w-]+)(?P<rest>\s*:(?:\s.*)?)")


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """Front matter as it will be written, and the headline that it names, if it does."""

    lines: tuple[str, ...] = ()
    headline: str = ""
    done: tuple[Done, ...] = ()


def read_front_matter(document: Document) -> FrontMatter:
    """Keep a document's front matter, renaming what has another name and noting what has none.

    A key that articles do not have is kept as a comment.

    Raises:
        IssueError: the front matter is not a mapping in YAML.
    """
    if not document.front_matter.strip():
        return FrontMatter()
    values = _values(document)
    names = _names(values)
    lines: list[str] = []
    done: list[Done] = []
    comment = False
    for number, written in enumerate(document.front_matter.rstrip("\n").split("\n"), 2):
        line, match = written, KEY_LINE.fullmatch(written)
        if match:
            key = names.get(match["key"], match["key"])
            comment = key not in KNOWN_KEYS
            pos = SourcePos(path=document.path, line=number)
            done += [Done(text=text, pos=pos) for text in _told(match["key"], key)]
            line = key + match["rest"]
        lines.append(f"# {line}" if comment and line.strip() else line)
    headline = next((values[key] for key, name in names.items() if name == "headline"), "")
    return FrontMatter(
        lines=tuple(lines),
        headline=headline if isinstance(headline, str) else "",
        done=tuple(done),
    )


def _names(keys: Iterable[str]) -> dict[str, str]:
    """What articles call each key; one whose name is taken by another stays as it is."""
    taken = set(keys)
    names: dict[str, str] = {}
    for key in keys:
        other = OTHER_NAMES.get(key.casefold(), key.casefold())
        names[key] = key if other in taken else other
        taken.add(names[key])
    return names


def _told(key: str, name: str) -> Iterator[str]:
    if name not in KNOWN_KEYS:
        yield f'articles have no "{key}"; it was kept as a comment'
    elif name != key:
        yield f'"{key}" is called "{name}" here'


def _values(document: Document) -> Mapping[str, object]:
    tree, problems = parse_yaml(document.front_matter, document.path, first_line=2)
    if problems or tree is None:
        raise IssueError(problems)
    return cast("Mapping[str, object]", plain(tree))
