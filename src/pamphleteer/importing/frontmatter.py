"""Front matter of an imported file: kept, under the names that an article's front matter has."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import yaml

from pamphleteer.importing.source import Document
from pamphleteer.problems import IssueError, Problem, SourcePos, error

KNOWN_KEYS = frozenset(
    [
        "headline",
        "running_head",
        "kicker",
        "standfirst",
        "byline",
        "language",
        "drop_cap",
        "figures",
        "pull_quotes",
    ]
)
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
    """Front matter as it will be written, and whether it names the headline."""

    lines: tuple[str, ...] = ()
    has_headline: bool = False
    done: tuple[str, ...] = ()


def read_front_matter(document: Document) -> FrontMatter:
    """Keep a document's front matter, renaming what has another name and noting what has none.

    A key that articles do not have is kept as a comment.

    Raises:
        IssueError: the front matter is not a mapping in YAML.
    """
    if not document.front_matter.strip():
        return FrontMatter()
    present = _keys(document)
    lines: list[str] = []
    done: list[str] = []
    comment = False
    for written in document.front_matter.rstrip("\n").split("\n"):
        line, match = written, KEY_LINE.fullmatch(written)
        if match:
            key = _name(match["key"], present)
            comment = key not in KNOWN_KEYS
            done.extend(_told(document.path, match["key"], key))
            line = key + match["rest"]
        lines.append(f"# {line}" if comment and line.strip() else line)
    has_headline = any(line.startswith("headline:") for line in lines)
    return FrontMatter(lines=tuple(lines), has_headline=has_headline, done=tuple(done))


def _name(key: str, present: frozenset[str]) -> str:
    other = OTHER_NAMES.get(key, key)
    return key if other in present else other


def _told(path: str, key: str, name: str) -> Iterator[str]:
    if name not in KNOWN_KEYS:
        yield f'{path}: front matter "{key}" is not known to articles; it was kept as a comment'
    elif name != key:
        yield f'{path}: front matter "{key}" is called "{name}" here'


def _keys(document: Document) -> frozenset[str]:
    try:
        found = yaml.BaseLoader(document.front_matter).get_single_data()
    except yaml.YAMLError as fault:
        mark = getattr(fault, "problem_mark", None)
        raise IssueError([_bad(document.path, str(fault), mark)]) from None
    if not isinstance(found, dict):
        raise IssueError([_bad(document.path, "it is not a list of keys and values", None)])
    return frozenset(str(key) for key in found)


def _bad(path: str, message: str, mark: yaml.Mark | None) -> Problem:
    line = mark.line + 2 if mark else 1
    first = message.split("\n")[0]
    hint = "Write it as in the README, or take it out."
    pos = SourcePos(path=path, line=line, column=mark.column + 1 if mark else 0)
    return error(
        "bad-front-matter", f"the front matter cannot be read: {first}", hint=hint, pos=pos
    )
