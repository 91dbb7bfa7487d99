"""Begins things: a publication from the sample, and the next issue from the last one."""

import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pamphleteer.issue import find_issue, read_issue
from pamphleteer.issue.model import ArticleItem, BoxItem, Figure, Issue
from pamphleteer.problems import IssueError, Problem, SourcePos, error
from pamphleteer.resources import resource_folder

SHOWCASE = "summer-2026"
"""The sample's larger issue, which shows all that make-up can do: too much to begin with."""

NOT_COPIED = shutil.ignore_patterns("out", "__pycache__", ".*", SHOWCASE)

STARTER = """---
headline: {headline}
kicker:
standfirst:
byline:
---

Write the article here, in plain paragraphs with an empty line between them.

## A crosshead looks like this

The name of this file stands in issue.yaml, in the list of articles.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Started:
    """What was begun: its folder, and what to do next, in sentences."""

    folder: Path
    advice: tuple[str, ...]


def start_publication(folder: Path) -> Started:
    """Make a folder with the sample publication, which can be built as it is.

    Raises:
        IssueError: ``folder-exists``: there is something in the folder already.
    """
    if folder.exists() and any(folder.iterdir() if folder.is_dir() else [folder]):
        raise IssueError([_exists(folder)])
    target = folder / "issues"
    shutil.copytree(resource_folder("issues"), target, ignore=NOT_COPIED)
    return Started(
        folder=folder,
        advice=(
            f"cd {folder}, then: pamphleteer build",
            f"Put your own name and addresses into {target / 'publication.yaml'}.",
        ),
    )


def start_issue(start: Path, *, slug: str | None = None) -> Started:
    """Begin the issue after the newest: its manifest copied, its number counted up.

    Each article of the manifest gets a starter file of the same name, so that the new issue builds
    at once. The texts of boxes are copied, with their pictures: they stand from issue to issue.

    Args:
        start: A folder in which `find_issue` finds an issue.
        slug: The new folder's name; ``number-N`` if None.

    Raises:
        IssueError: there is no issue, it has faults, or the new folder exists.
    """
    last = read_issue(find_issue(start))
    number = next_number(last.number)
    folder = last.folder.parent / (slug or f"number-{number or 'next'}")
    if folder.exists():
        raise IssueError([_exists(folder)])
    manifest = (last.folder / "issue.yaml").read_text(encoding="utf-8-sig")
    for path in _standing_paths(last):
        _copy_new(last.folder / path, folder / path)
    for path in _article_paths(last):
        _write_new(folder / path, STARTER.format(headline=f"Headline of {path.name}"))
    _write_new(folder / "issue.yaml", with_number(manifest, number))
    return Started(folder=folder, advice=_advice(folder, last, number))


def next_number(number: str | None) -> str | None:
    """The number after this: its last digits counted up, their zeros kept; None if it has none."""
    match = re.fullmatch(r"(.*?)(\d+)(\D*)", number or "", re.DOTALL)
    if match is None:
        return None
    before, digits, after = match.groups()
    return f"{before}{int(digits) + 1:0{len(digits)}d}{after}"


def with_number(manifest: str, number: str | None) -> str:
    """The manifest with another number; everything else stays as it was written."""
    if number is None:
        return manifest
    line = re.compile(r"^(number:\s*)([\"']?)[^\s\"'#]+\2", re.MULTILINE)
    return line.sub(lambda match: f"{match[1]}{match[2]}{number}{match[2]}", manifest, count=1)


def _article_paths(issue: Issue) -> list[Path]:
    """The articles' files as they lie below the issue's folder; others are shared and stay."""
    items = (item for item in issue.items if isinstance(item, ArticleItem))
    return _below(issue.folder, (Path(item.article.path) for item in items))


def _standing_paths(issue: Issue) -> list[Path]:
    """The files of boxes as they lie below the issue's folder, and those of their pictures."""
    articles = [item.article for item in issue.items if isinstance(item, BoxItem)]
    texts = [Path(article.path) for article in articles]
    parts = (part for article in articles for part in article.body)
    return _below(
        issue.folder, [*texts, *(part.image for part in parts if isinstance(part, Figure))]
    )


def _below(folder: Path, paths: Iterable[Path]) -> list[Path]:
    """Those of the paths that lie below a folder, as seen from there."""
    folder = folder.resolve()
    resolved = (path.resolve() for path in paths)
    return [path.relative_to(folder) for path in resolved if path.is_relative_to(folder)]


def _write_new(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _copy_new(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def _advice(folder: Path, last: Issue, number: str | None) -> tuple[str, ...]:
    counted = f"Its number is {number}." if number else "Count its number up."
    return (
        f"{counted} Change the date ({last.date}) and the list of articles in "
        f"{folder / 'issue.yaml'}.",
        f"Then: pamphleteer build {folder}",
    )


def _exists(folder: Path) -> Problem:
    return error(
        "folder-exists",
        "there is something here already, and it is left as it is",
        hint="Choose another name.",
        pos=SourcePos(path=str(folder)),
    )
