"""Issues that were made up in this process: their pages, and the letters that the PDF then has.

Where columns stand is known from the pages; what stands in them is read from the PDF.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

from pamphleteer import build, composing
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.grid import Grid
from pamphleteer.makeup.model import Page, Placed, Story
from pamphleteer.makeup.pages import MadeUp
from pamphleteer.matter import SetMatter
from pamphleteer.typeset.typesetter import Typesetter
from tests.build.pdf import Letter, read_letters

INK = 2.0
"""Points by which letters may stand out of their column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of an article's text: its page, its frame, and the PDF's letters in it."""

    page: Page
    placed: Placed
    letters: tuple[Letter, ...]

    @property
    def baselines(self) -> list[float]:
        """Where its lines stand, from the page's top."""
        return sorted({round(letter.y, 2) for letter in self.letters if letter.size == BODY})

    @property
    def foot(self) -> float:
        """Where it ends."""
        return self.placed.y + self.placed.frame.depth


BODY = 9.0
"""The layout's size of text, in points."""


@dataclass(frozen=True, kw_only=True)
class Made:
    """An issue's grid and pages, its articles, and all letters."""

    grid: Grid
    pages: tuple[Page, ...]
    stories: tuple[Story, ...]
    letters: tuple[Letter, ...]

    @cached_property
    def columns(self) -> tuple[tuple[Column, ...], ...]:
        """The columns of each article, in the order in which they are read."""
        return tuple(tuple(self._columns(story)) for story in self.stories)

    def _columns(self, story: Story) -> Iterator[Column]:
        for page in self.pages:
            for placed in page.placed:
                if placed.thread in story.parts:
                    yield Column(
                        page=page, placed=placed, letters=tuple(self._letters(page, placed))
                    )

    def _letters(self, page: Page, placed: Placed) -> Iterator[Letter]:
        frame = placed.frame
        foot = placed.y + (frame.depth if frame.notes_top is None else frame.notes_top)
        for letter in self.letters:
            across = placed.x - INK < letter.x < placed.x + frame.width + INK
            if letter.page == page.number and across and placed.y - INK < letter.y < foot + INK:
                yield letter


def make(folder: Path, out: Path) -> Made:
    """Build an issue, and keep what was made up."""
    kept: list[tuple[MadeUp, SetMatter, Grid]] = []
    make_up = composing._make_up

    def keeping(
        typesetter: Typesetter, desk: Desk, tell: composing.Tell
    ) -> tuple[MadeUp, SetMatter]:
        made, matter = make_up(typesetter, desk, tell)
        kept.append((made, matter, desk.grid))
        return made, matter

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(composing, "_make_up", keeping)
        built = build.build_issue(folder, out=out, only=("screen",))
    ((made, matter, grid),) = kept
    return Made(
        grid=grid,
        pages=made.pages,
        stories=tuple(piece for piece in matter.pieces if isinstance(piece, Story)),
        letters=read_letters(built.outputs[0]),
    )


def last_columns(columns: Sequence[Column]) -> list[Column]:
    """Those on the page on which an article ends."""
    return [column for column in columns if column.page is columns[-1].page]
