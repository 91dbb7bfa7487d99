"""Documents written for tests, imported into a folder, and read back."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from pamphleteer.importing import ImportReport, import_documents
from pamphleteer.issue.yaml_reading import parse_yaml
from pamphleteer.issue.yaml_tree import plain
from pamphleteer.problems import IssueError, Problem

TUESDAY = (
    "The committee met on Tuesday in the back room of the library, and for two hours it talked of "
    "nothing but paper."
)
EVENING = (
    "We print three hundred copies each month on the machine in the parish hall. It takes an "
    "evening, two people and a good stapler."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of documents; values of manifests as text."""

    report: ImportReport

    @property
    def folder(self) -> Path:
        return self.report.folder

    @property
    def publication(self) -> dict[str, Any]:
        return values(self.folder.parent / "publication.yaml")

    @property
    def issue(self) -> dict[str, Any]:
        return values(self.folder / "issue.yaml")

    @property
    def items(self) -> list[Any]:
        return list(self.issue.get("articles", ()))

    @property
    def head(self) -> dict[str, str]:
        """Title, volume, number and date, as far as there are any."""
        found = {**self.publication, **self.issue}
        return {key: found[key] for key in ("title", "volume", "number", "date") if key in found}

    @property
    def articles(self) -> list[tuple[str | None, list[str]]]:
        """Headline and blocks of each article."""
        paths = [item for item in self.items if isinstance(item, str) and item != "contact"]
        return [article(self.folder / path) for path in paths]

    @property
    def headlines(self) -> list[str | None]:
        return [headline for headline, _ in self.articles]

    @property
    def about(self) -> tuple[str | None, list[str]]:
        return article(self.folder.parent / "about.md")

    @property
    def done(self) -> list[str]:
        """What was done, as ``3 headline "NEWS"``."""
        return [f"{done.pos.line} {done.text}" for done in self.report.done]

    @property
    def doubts(self) -> list[str]:
        """What was doubted, but for the language: ``41 unsure-join``."""
        return [
            f"{problem.pos.line} {problem.code}"
            for problem in self.report.unsure
            if problem.pos and problem.code != "language"
        ]


def values(path: Path) -> dict[str, Any]:
    tree, problems = parse_yaml(path.read_text("utf-8"), path.name)
    assert problems == []
    assert tree is not None
    found: Any = plain(tree)
    return dict(found)


def article(path: Path) -> tuple[str | None, list[str]]:
    """An article's headline and the blocks of its body."""
    text = path.read_text("utf-8")
    headline = None
    if text.startswith("---\n"):
        front, text = text.removeprefix("---\n").split("---\n", 1)
        headline = yaml.safe_load(front).get("headline")
    return headline, text.strip().split("\n\n")


def import_text(folder: Path, text: str | bytes, name: str = "notes.md") -> Imported:
    """Import one document."""
    return import_files(folder, {name: text})


def import_files(folder: Path, documents: Mapping[str, str | bytes]) -> Imported:
    """Import documents, in the order given, as ``issues/winter``."""
    paths = [write(folder / name, content) for name, content in documents.items()]
    return Imported(report=import_documents(paths, folder / "issues" / "winter"))


def write(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def refused(folder: Path, text: str | bytes, name: str = "notes.md") -> tuple[Problem, ...]:
    """Import a document that is refused, and see that nothing was written."""
    try:
        import_text(folder, text, name)
    except IssueError as fault:
        assert not (folder / "issues").exists()
        return fault.problems
    raise AssertionError("it was not refused")
