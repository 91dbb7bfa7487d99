"""The desk at which galleys are made: issue, layout, grid, fonts, pictures, and a gauge."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from pamphleteer.images import Picture
from pamphleteer.issue.model import Issue
from pamphleteer.layout.fitting import Ems, font_ems
from pamphleteer.layout.fonts import FontLibrary
from pamphleteer.layout.galley import Galley, PageNumbers, Passage
from pamphleteer.layout.grid import Grid
from pamphleteer.layout.spec import Layout
from pamphleteer.layout.templates import fill
from pamphleteer.layout.words import FixedWords, fixed_words
from pamphleteer.problems import SourcePos
from pamphleteer.units import Pt


class Gauge(Protocol):
    """Measures HTML as it would be set with the layout's style sheet."""

    def depth(self, html: str, measure: Pt) -> Pt:
        """How deep it is at a measure, in points."""

    def width(self, html: str) -> Pt:
        """How wide its longest line is where there is room without end, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What galleys are made with: the issue, its layout and grid, and its prepared pictures.

    ``numbers`` has the pages on which articles begin; of one that is not in it, a placeholder is
    printed. ``cover`` is the cover's picture as it was shaded.
    """

    issue: Issue
    layout: Layout
    grid: Grid
    fonts: FontLibrary
    pictures: Mapping[Path, Picture]
    gauge: Gauge
    numbers: PageNumbers = field(default_factory=dict)
    cover: Picture | None = None

    def fill(self, template: str, **values: Any) -> str:
        """Fill one of the layout's templates."""
        return fill(self.layout.folder, template, issue=self.issue, words=self.words, **values)

    @property
    def lines_in_column(self) -> int:
        """The most lines of what stands whole in its column, so that text begins with it."""
        return int(self.grid.lines * self.layout.whole_depth)

    @property
    def words(self) -> FixedWords:
        """The fixed words of the issue's language."""
        return fixed_words(self.issue.language)

    def display_ems(self) -> Ems:
        """Measures texts in the layout's display type."""
        face = self.fonts.face(self.layout.fonts["display"], weight=400, italic=False)
        return font_ems(face.path) if face else len

    def text_width(self, text: str, size: Pt) -> Pt:
        """How wide a text is in the layout's text type at a size, in points, without kerning."""
        face = self.fonts.face(self.layout.fonts["text"], weight=400, italic=False)
        return Pt(font_ems(face.path)(text) * size) if face else Pt(0)


def display_galley(
    desk: Desk, template: str, texts: tuple[str | None, ...], *, pos: SourcePos, **values: Any
) -> Galley:
    """A galley of matter that comes from the manifest."""
    return Galley(
        html=desk.fill(template, line=pos.line, **values),
        language=desk.issue.language,
        path=pos.path,
        passages=tuple(Passage(text=text, pos=pos) for text in texts if text),
    )
