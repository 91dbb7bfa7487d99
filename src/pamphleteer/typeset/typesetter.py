"""Sets an issue's matter: holds its fonts, style sheet and assets, and makes threads of HTML."""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from pathlib import Path

from pamphleteer.layout.fonts import read_fonts
from pamphleteer.levers import is_on
from pamphleteer.resources import resource_folder
from pamphleteer.typeset.drawing import Drawing, Graft, draw_pages
from pamphleteer.typeset.fetching import BASE_URL, Asset, AssetFetcher
from pamphleteer.typeset.fontconfig import see_only_fonts_in
from pamphleteer.typeset.glyphs import Fonts
from pamphleteer.typeset.paragraph.rules import NOTHING, Told
from pamphleteer.typeset.restyling import differ_in_distances
from pamphleteer.typeset.sources import (
    Document,
    Matter,
    Outlines,
    Source,
    Supplies,
    build_sources,
    outlines,
    read_document,
)
from pamphleteer.typeset.style_sheets import (
    Known,
    StyleSheet,
    read_style_sheet,
)
from pamphleteer.typeset.thread import Thread
from pamphleteer.typeset.weasy import FontConfiguration, listening, weasyprint
from pamphleteer.units import Pt

NO_BLEED = Pt(0)

FRAME_RULES = "@page { margin: 0 } body { margin: 0 } tr { break-inside: avoid }"
"""What every thread needs, whatever the layout says: a frame has no margins, and a row that is cut
would be printed twice."""


Documents = dict[Outlines, Document]


@dataclass(slots=True, eq=False)
class Waiting:
    """A text that waits to be set, and its boxes, when they are built."""

    matter: Matter
    source: Source | None = None


class Typesetter:
    """The composing room for one issue: one font configuration, one style sheet, its assets."""

    def __init__(
        self,
        *,
        stylesheet: str,
        assets: Mapping[str, Asset],
        own_fonts: Sequence[Path] = (),
        told: Told = NOTHING,
    ) -> None:
        """Read the style sheet once for all threads.

        Args:
            stylesheet: The layout's.
            assets: What pages load, by name.
            own_fonts: The publication's folders of fonts.
            told: How lines are justified, and where words may be broken.

        Raises:
            IssueError: ``typesetting``, for each rule of the style sheet that is not understood.
        """
        folders = (resource_folder("fonts"), *own_fonts)
        see_only_fonts_in(folders)
        self._fonts = Fonts(configuration=FontConfiguration(), library=read_fonts(folders))
        self._told = told
        self._rules: Known = {}
        self._waiting: list[Waiting] = []
        self._documents: Documents = {}
        self._earlier: Documents = {}
        self._assets = dict(assets)
        self._fetcher = AssetFetcher(self._assets)
        with listening("the layout's style sheet"):
            # One sheet: every element of every thread is held against each.
            self._stylesheet = self._read_css(f"{stylesheet}\n{FRAME_RULES}")

    @property
    def pictures(self) -> tuple[str, ...]:
        """The names of all assets that may be pictures on its pages."""
        return tuple(self._assets)

    def with_asset(self, name: str, asset: Asset) -> "Typesetter":
        """The same composing room with one asset more."""
        other = copy(self)
        other._assets = {**self._assets, name: asset}
        other._fetcher = AssetFetcher(other._assets)
        other._waiting, other._documents = [], {}
        return other

    def restyled(self, stylesheet: str, assets: Mapping[str, Asset] | None = None) -> "Typesetter":
        """The same composing room with another style sheet, other assets, and the same fonts.

        What is the same, at another leading for instance, is not read, shaped and planned again.

        Raises:
            IssueError: ``typesetting``, for each rule that is not understood.
        """
        other = copy(self)
        other._assets = {**self._assets, **(assets or {})}
        other._fetcher = AssetFetcher(other._assets)
        other._waiting, other._documents = [], {}
        with listening("the layout's style sheet"):
            other._stylesheet = other._read_css(f"{stylesheet}\n{FRAME_RULES}")
        alike = is_on("restyling") and differ_in_distances(self._stylesheet, other._stylesheet)
        other._earlier = self._documents if alike else {}
        return other

    def thread(self, matter: str, *, language: str, path: str) -> Thread:
        """Make a thread of a galley's HTML; ``path`` is the source file, for problems.

        Raises:
            IssueError: it cannot be set.
        """
        return self.later(matter, language=language, path=path).open()

    def later(self, matter: str, *, language: str, path: str) -> Thread:
        """The same, but its boxes are built when one of those that wait is asked for."""
        waiting = Waiting(Matter(html=matter, language=language, path=path))
        self._waiting.append(waiting)
        return Thread(path, lambda: self._open(waiting))

    def _open(self, wanted: Waiting) -> Source:
        """Build the boxes of all that waits."""
        if wanted.source is None:
            waiting = list(self._waiting)
            self._waiting.clear()
            supplies = Supplies(
                stylesheet=self._stylesheet,
                fetcher=self._fetcher,
                fonts=self._fonts,
                told=self._told,
            )
            matters = tuple(each.matter for each in waiting)
            document = read_document(matters, supplies, self._earlier.get(outlines(matters)))
            self._documents[outlines(matters)] = document
            sources = build_sources(document, supplies)
            for each, source in zip(waiting, sources, strict=True):
                each.source = source
        if wanted.source is None:
            raise ValueError("a text whose boxes could not be built cannot be set")
        return wanted.source

    def draw(
        self, furniture: str, grafts: Sequence[Graft], *, page_rules: str, bleed: Pt = NO_BLEED
    ) -> Drawing:
        """Lay out a document of furniture, one page for each page, and graft frames into it.

        Pages' backgrounds go so far beyond the trim as they ``bleed``, in points.
        """
        document = weasyprint.HTML(string=furniture, base_url=BASE_URL, url_fetcher=self._fetcher)
        with listening("the layout's page rules"):
            stylesheet = self._read_css(f"{page_rules}\n@page {{ bleed: {bleed}pt }}")
        return draw_pages(
            document, stylesheet=stylesheet.css, fonts=self._fonts, grafts=grafts, bleed=bleed
        )

    def _read_css(self, text: str) -> StyleSheet:
        return read_style_sheet(
            text, self._rules, fetcher=self._fetcher, fonts=self._fonts.configuration
        )
