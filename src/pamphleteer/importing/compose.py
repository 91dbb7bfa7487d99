"""The files of an imported issue, as text, before anything is written."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pamphleteer.importing.articles import one_line, write_article
from pamphleteer.importing.contacts import read_contacts
from pamphleteer.importing.parts import Part
from pamphleteer.importing.pieces import Entry
from pamphleteer.importing.publication import Settled, gather, settle, values_of
from pamphleteer.importing.yamltext import Value, mapping
from pamphleteer.issue import yaml_tree
from pamphleteer.problems import Problem

ABOUT_FILE = "about.md"
ISSUE_FILE = "issue.yaml"
PUBLICATION_FILE = "publication.yaml"
LONGEST_NAME = 40
ISSUE_KEYS = ("language", "volume", "number", "date", "about", "contact")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFile:
    """An article or standing text: its part, and its path in the issue or in the publication."""

    part: Part
    path: str
    text: str
    shared: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition:
    """All that will be written. ``issue`` and ``shared`` are files by path, in their folders."""

    parts: tuple[Part, ...]
    entries: tuple[Entry, ...]
    values: Mapping[str, Value]
    settled: Settled
    articles: tuple[ArticleFile, ...]
    issue: Mapping[str, str]
    shared: Mapping[str, str]
    unsure: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What is in the publication's folder ``root`` already."""

    root: Path
    publication: yaml_tree.Mapping | None
    about: str | None


def compose(
    parts: tuple[Part, ...], entries: tuple[Entry, ...], language: str | None, around: Surroundings
) -> Composition:
    """Write all files of an issue as text.

    Args:
        parts: The parts of all documents, in order.
        entries: What names the issue.
        language: The documents' language if it could be guessed.
        around: The publication to which the issue will belong.
    """
    contacts = read_contacts(
        piece for part in parts if part.kind == "contact" for piece in part.pieces
    )
    articles = _article_files(parts, around)
    about = next((file for file in articles if file.part.kind == "about"), None)
    values = gather([*entries, *contacts.entries])
    values |= {"language": language} if language else {}
    values |= {"about": ABOUT_FILE} if about else {}
    settled = settle(values, around.publication)
    own = {**{key: values[key] for key in ISSUE_KEYS[1:4] if key in values}, **settled.issue}
    if about and not about.shared:
        own["about"] = ABOUT_FILE
    shared = dict(settled.publication or {})
    if about and not about.shared:
        shared.pop("about", None)
    items = _items(parts, articles)
    return Composition(
        parts=parts,
        entries=(*entries, *contacts.entries),
        values=values,
        settled=settled,
        articles=articles,
        issue=_issue_files(own, items, articles),
        shared=_shared_files(None if settled.publication is None else shared, articles, around),
        unsure=contacts.unsure,
    )


def _issue_files(
    own: Mapping[str, Value], items: list[Value], articles: Iterable[ArticleFile]
) -> dict[str, str]:
    ordered = {key: own[key] for key in ISSUE_KEYS if key in own}
    missing = (
        "" if "date" in own else "# date: the document does not say; write it here, as printed\n"
    )
    manifest = missing + mapping({**ordered, "articles": items})
    return {ISSUE_FILE: manifest} | {file.path: file.text for file in articles if not file.shared}


def _shared_files(
    shared: Mapping[str, Value] | None, articles: Iterable[ArticleFile], around: Surroundings
) -> dict[str, str]:
    files = {}
    if shared is not None:
        missing = "" if "title" in shared else "# title: the document does not say; write it here\n"
        files[PUBLICATION_FILE] = missing + mapping(shared)
    if around.about is None:
        files |= {file.path: file.text for file in articles if file.shared}
    return files


def _article_files(parts: Iterable[Part], around: Surroundings) -> tuple[ArticleFile, ...]:
    files: list[ArticleFile] = []
    taken = {"about"}
    has_about = False
    for part in parts:
        if part.kind == "about" and not has_about:
            has_about = True
            text = write_article(part)
            shared = _is_shared(text, around)
            files.append(ArticleFile(part=part, path=ABOUT_FILE, text=text, shared=shared))
        elif part.kind in ("about", "article"):
            name = f"articles/{_new_name(part, taken)}.md"
            files.append(ArticleFile(part=part, path=name, text=write_article(part)))
    return tuple(files)


def _is_shared(about: str, around: Surroundings) -> bool:
    """Whether "who we are" is the publication's: it has none yet, or just this one."""
    if around.publication is None:
        return around.about in (None, about)
    named = values_of(around.publication).get("about")
    return named == ABOUT_FILE and around.about == about


def _new_name(part: Part, taken: set[str]) -> str:
    """A file's name from the headline: small ASCII letters, digits and hyphens, each name once."""
    headline = part.head.text if part.head else _headline_in(part.front_matter)
    ascii_text = unicodedata.normalize("NFKD", headline).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_text.lower().replace("'", ""))
    stem = _shortened(words)
    name, count = stem or "article", 1
    while name in taken:
        count += 1
        name = f"{stem or 'article'}-{count}"
    taken.add(name)
    return name


def _headline_in(front_matter: Iterable[str]) -> str:
    lines = (line.partition(":") for line in front_matter)
    return next((text.strip(" \"'") for key, _, text in lines if key == "headline"), "")


def _shortened(words: list[str]) -> str:
    """As many words as have room, without a small one left at the end."""
    kept = [
        word
        for index, word in enumerate(words)
        if len("-".join(words[: index + 1])) <= LONGEST_NAME
    ]
    while kept and kept != words and len(kept[-1]) <= 3:
        kept.pop()
    return "-".join(kept) or "".join(words[:1])[:LONGEST_NAME]


def _items(parts: Iterable[Part], articles: Iterable[ArticleFile]) -> list[Value]:
    """The running order; the contact block stands where the last contact matter stood."""
    paths = {id(file.part): file.path for file in articles}
    items: list[Value] = []
    for part in parts:
        if part.kind == "article":
            items.append(paths[id(part)])
        elif part.kind == "banner":
            items.append({"banner": one_line(part.pieces[0])})
        elif part.kind == "about":
            path = paths[id(part)]
            items.append({"box": "about" if path == ABOUT_FILE else path})
        elif part.kind == "contact":
            items = [item for item in items if item != "contact"] + ["contact"]
    return items
