"""Small publications on disk, and their problems as short lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pamphleteer.issue import read_issue
from pamphleteer.issue.model import Article, ArticleItem, Aside, Block, Figure, Issue
from pamphleteer.problems import IssueError, Problem

PNG = b"\x89PNG\r\n\x1a\n"

ARTICLE = "---\nheadline: News\n---\nWords.\n"

FILES: Mapping[str, str | bytes] = {
    "publication.yaml": "title: Our News\n",
    "winter/issue.yaml": "date: Winter 2026\narticles:\n  - articles/news.md\n",
    "winter/articles/news.md": ARTICLE,
    "winter/images/photo.png": PNG,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """A publication in a folder; its only issue is ``winter``."""

    root: Path

    def write(self, files: Mapping[str, str | bytes]) -> None:
        """Write files by their names below the publication's folder."""
        for name, content in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    def read(self) -> Issue:
        """Read the issue."""
        return read_issue(self.root / "winter")

    def problems(self) -> tuple[Problem, ...]:
        """Read the issue and give its problems; none if it is sound."""
        try:
            self.read()
        except IssueError as failure:
            return failure.problems
        return ()

    def faults(self) -> list[str]:
        """Give the issue's problems as ``winter/issue.yaml:2:1 unknown-key``."""
        return [self._short(problem) for problem in self.problems()]

    def _short(self, problem: Problem) -> str:
        return f"{str(problem.pos).removeprefix(f'{self.root}/')} {problem.code}"

    def hints(self) -> list[str]:
        """Give the hints of the issue's problems."""
        return [problem.hint for problem in self.problems()]

    def article(self) -> Article:
        """Read the issue's first article."""
        item = self.read().items[0]
        assert isinstance(item, ArticleItem)
        return item.article

    def blocks(self, body: str, *, language: str = "en") -> tuple[Block | Figure | Aside, ...]:
        """Read a body as the article's; its first line is line 5 of the file."""
        self.write({"winter/articles/news.md": article(body, language)})
        return self.article().body

    def body_faults(self, body: str) -> list[str]:
        """Read a body as the article's; its first line is line 5 of the file."""
        self.write({"winter/articles/news.md": article(body)})
        return [fault.removeprefix("winter/articles/news.md:") for fault in self.faults()]


def article(body: str, language: str = "en") -> str:
    """Put front matter of four lines before a body."""
    return f"---\nheadline: News\nlanguage: {language}\n---\n{body}"


def make_publication(root: Path) -> Publication:
    """Write a sound publication of one issue with one article."""
    publication = Publication(root=root)
    publication.write(FILES)
    return publication


def block(publication: Publication, body: str, *, language: str = "en") -> Block:
    """Read a body that is one block."""
    (only,) = publication.blocks(body, language=language)
    assert isinstance(only, Block)
    return only
