"""Reads one article: its front matter, its head, its body."""

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from pamphleteer.issue.body import Body, read_body
from pamphleteer.issue.faults import validate
from pamphleteer.issue.fields import rich_of, truth_of
from pamphleteer.issue.files import read_text, shown
from pamphleteer.issue.inserts import add_inserts
from pamphleteer.issue.manifest import FrontMatter
from pamphleteer.issue.model import Article
from pamphleteer.issue.naming import name_parts
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.yaml_reading import parse_yaml
from pamphleteer.issue.yaml_tree import Mapping, Scalar
from pamphleteer.problems import SourcePos

FENCE = re.compile(r"---[ \t]*\n")

END = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)

HEADLINE_HINT = "Write it between two lines of --- at the top: headline: …; or begin with # …"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """An article's file in two: the YAML of its head, and its body on its true lines."""

    head: str
    body: str


def read_article(path: Path, name: str, scope: Scope) -> Article | None:
    """Read an article; problems go to the scope's collector.

    Args:
        path: The file, known to lie inside the publication.
        name: The article's name in the issue.
        scope: The issue's language and folders; language and path are replaced by the article's.

    Returns:
        The article, or None if a problem leaves no article to speak of.
    """
    scope = replace(scope, path=shown(path), bases=(path.parent, *scope.bases), names={})
    text, problems = read_text(path)
    scope.problems.extend(problems)
    if problems:
        return None
    source = _split(text, scope)
    head = _read_head(source.head, scope) if source else None
    if source is None or head is None:
        return None
    scope = replace(scope, language=_language(head) or scope.language)
    body = read_body(source.body, scope, takes_headline=head.entry("headline") is None)
    return _build(name, scope, head, body)


def _split(text: str, scope: Scope) -> _Source | None:
    """Part front matter and body; the body keeps empty lines in place of what was before it."""
    opening = FENCE.match(text)
    if not opening:
        return _Source(head="", body=text)
    end = END.search(text, opening.end())
    if not end:
        hint = "Close it with a line of ---, or delete the first line."
        pos = SourcePos(path=scope.path, line=1, column=1)
        scope.refuse("bad-front-matter", "the front matter has no end", hint, pos)
        return None
    blank = "\n" * text.count("\n", 0, end.end())
    return _Source(head=text[opening.end() : end.start()], body=blank + text[end.end() :])


def _read_head(head: str, scope: Scope) -> Mapping | None:
    tree, problems = parse_yaml(head, scope.path, first_line=2)
    scope.problems.extend(problems)
    if tree is None:
        return None
    _, faults = validate(FrontMatter, tree)
    scope.problems.extend(faults)
    return tree


def _language(head: Mapping) -> str | None:
    """Give the article's language, unless it is one of the faults that were told."""
    entry = head.entry("language")
    if entry is None or not isinstance(entry.value, Scalar):
        return None
    return entry.value.text


def _build(name: str, scope: Scope, head: Mapping, body: Body) -> Article | None:
    headline = rich_of(head, "headline", scope) or body.headline
    if body.is_empty:
        line = body.headline.pos.line if body.headline else 1
        hint = "Write a text, or take the article out of the list."
        scope.refuse("empty-article", "the article has no text", hint, scope.at(line))
    parts = () if body.is_empty else add_inserts(body.parts, body.passages, head, scope)
    if headline is None:
        entry = head.entry("headline")
        if body.is_empty and not head.entries:
            return None
        if entry is None or isinstance(entry.value, Scalar):
            pos = entry.pos if entry else scope.at(1)
            scope.refuse("missing-key", "the article has no headline", HEADLINE_HINT, pos)
        return None
    running_head = rich_of(head, "running_head", scope) or headline
    return Article(
        name=name,
        path=scope.path,
        language=scope.language,
        headline=headline,
        running_head=" ".join(running_head.text.split()),
        kicker=rich_of(head, "kicker", scope),
        standfirst=rich_of(head, "standfirst", scope),
        byline=rich_of(head, "byline", scope),
        drop_cap=truth_of(head, "drop_cap"),
        end_mark=truth_of(head, "end_mark"),
        body=name_parts(parts, scope),
    )


def new_name(path: Path, taken: set[str]) -> str:
    """Make an article's name of its file's: ``Łódź 1905.md`` is ``odz-1905``; each name once."""
    ascii_stem = unicodedata.normalize("NFKD", path.stem).encode("ascii", "ignore").decode()
    stem = re.sub(r"[^a-z0-9]+", "-", ascii_stem.lower()).strip("-") or "article"
    name, count = stem, 1
    while name in taken:
        count += 1
        name = f"{stem}-{count}"
    taken.add(name)
    return name
