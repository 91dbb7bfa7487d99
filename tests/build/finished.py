"""Issues that were built once for a whole session of tests, and what was read from their PDFs."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from pamphleteer.issue import read_issue
from pamphleteer.issue.model import Article, ArticleItem, Issue
from pamphleteer.layout.grid import Grid
from pamphleteer.layout.spec import read_layout
from pamphleteer.problems import SourcePos
from tests.build.pdf import Letter, read_letters
from tests.build.publications import copy_sample, locked, run

TOLD = "told.json"
"""Where in an issue's folder is kept what its build said."""


@dataclass(frozen=True, kw_only=True)
class Finished:
    """An issue's folder, in which a build has left its outputs."""

    folder: Path

    @cached_property
    def told(self) -> Any:
        """What the build said in JSON."""
        return json.loads((self.folder / TOLD).read_text(encoding="utf-8"))

    @property
    def screen(self) -> Path:
        return self.folder / "out" / f"{self.folder.name}-screen.pdf"

    @property
    def print(self) -> Path:
        return self.folder / "out" / f"{self.folder.name}-print.pdf"

    @property
    def booklet(self) -> Path:
        return self.folder / "out" / f"{self.folder.name}-booklet.pdf"

    @cached_property
    def issue(self) -> Issue:
        return read_issue(self.folder)

    @property
    def articles(self) -> tuple[Article, ...]:
        return tuple(item.article for item in self.issue.items if isinstance(item, ArticleItem))

    @cached_property
    def grid(self) -> Grid:
        grid = read_layout(self.issue.layout, SourcePos(path="")).grid(self.issue.page)
        assert grid is not None
        return grid

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        return read_letters(self.screen)

    @cached_property
    def matter(self) -> tuple[Letter, ...]:
        """The letters in the type area: all but running heads and feet."""
        top, bottom = self.grid.top, self.grid.y(self.grid.lines)
        return tuple(
            letter
            for letter in self.letters
            if letter.y <= bottom and (letter.page == 1 or letter.y > top)
        )


def build_once(
    factory: pytest.TempPathFactory, worker: str, name: str, prepare: Callable[[Path], Path]
) -> Finished:
    """Prepare an issue in a folder and build it, unless another worker has done so already."""
    base = factory.getbasetemp()
    shared = (base.parent if worker != "master" else base) / f"finished-{name}"
    with locked(shared.with_suffix(".lock")):
        told = shared / "folder.txt"
        if not told.exists():
            shared.mkdir()
            folder = prepare(shared)
            done = run("build", folder, "--json", cwd=shared)
            assert done.code == 0, done.out
            (folder / TOLD).write_text(done.out, encoding="utf-8")
            told.write_text(str(folder), encoding="utf-8")
    return Finished(folder=Path(told.read_text(encoding="utf-8")))


def prepare_sample(root: Path) -> Path:
    """Copy the sample issue."""
    return copy_sample(root)


def prepare_real(document: Path, root: Path) -> Path:
    """Import the real issue by the command, as its editors would."""
    folder = root / "issues" / "winter-2026"
    done = run("import", document, "--to", folder, cwd=root)
    assert done.code == 0, done.err
    return folder
