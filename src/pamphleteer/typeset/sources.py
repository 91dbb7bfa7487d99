"""Builds the boxes of an issue's matter: all that waits, in one go.

To read HTML, to hold every element against every rule, and to compute styles has a cost for each
document that has little to do with how much is in it; and an issue has many small texts. So the
texts that wait to be set are put into one document, and each then gets boxes of its own, as if it
were alone in it: its own root, counters and notes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Any

from weasyprint import DEFAULT_OPTIONS, HTML
from weasyprint.css import get_all_computed_styles
from weasyprint.css.counters import CounterStyle
from weasyprint.css.targets import TargetCollector
from weasyprint.formatting_structure.build import build_formatting_structure
from weasyprint.images import get_image_from_uri
from weasyprint.layout import LayoutContext

from pamphleteer.problems import IssueError, Problem
from pamphleteer.typeset.fetching import BASE_URL
from pamphleteer.typeset.glyphs import Fonts, refuse_missing_glyphs
from pamphleteer.typeset.guards import hand_down_lines, refuse_unsafe_matter
from pamphleteer.typeset.paragraph.rules import Told, tell_rules
from pamphleteer.typeset.weasy import listening


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A text that is to be set: HTML, its language, and its source file, for problems."""

    html: str
    language: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A text's boxes before any layout: ``root`` and, in the context, notes."""

    html: Any
    context: Any
    root: Any

    @property
    def roots(self) -> tuple[Any, ...]:
        """The root, and the notes, which are not among its descendants."""
        return self.root, *self.context.footnotes


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplies:
    """What all texts are set with."""

    stylesheet: Any
    fetcher: Any
    fonts: Fonts
    told: Told


def build_sources(matters: Sequence[Matter], supplies: Supplies) -> list[Source]:
    """Build the boxes of texts.

    Raises:
        IssueError: what cannot be set, of all of them: an unknown glyph, a style that would lose
            words, or what WeasyPrint had to complain of.
    """
    shared = _share(matters, supplies)
    html = shared.html
    body = html.etree_element.find("body")
    parts = list(body)
    sources: list[Source] = []
    problems: list[Problem] = []
    for matter, part in zip(matters, parts, strict=True):
        body[:] = list(part)
        body.text = part.text
        try:
            sources.append(_build(matter, shared, supplies))
        except IssueError as fault:
            problems += fault.problems
    if problems:
        raise IssueError(dict.fromkeys(problems))  # a text may be set in several sizes
    return sources


def _document(matters: Sequence[Matter], supplies: Supplies) -> Any:
    parts = (
        f'<section lang="{escape(matter.language)}">{matter.html}</section>' for matter in matters
    )
    return HTML(
        string=f"<!doctype html><html><body>{''.join(parts)}</body></html>",
        base_url=BASE_URL,
        url_fetcher=supplies.fetcher,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shared:
    """What all texts of one document have in common."""

    html: Any
    style_for: Any
    get_image: Any
    counter_style: Any
    anchors: tuple[str, ...]

    def targets(self) -> Any:
        """What one text may refer to, none of it found yet."""
        collector = TargetCollector()
        for name in self.anchors:
            collector.collect_anchor(name)
        return collector


class _Anchors(TargetCollector):  # type: ignore[misc]  # WeasyPrint has no annotations
    """Notes each anchor once: texts may have the same ones, since not all of them are printed."""

    def collect_anchor(self, anchor_name: str) -> None:
        """Note an anchor, unless it is known."""
        if anchor_name not in self.target_lookup_items:
            super().collect_anchor(anchor_name)


def _share(matters: Sequence[Matter], supplies: Supplies) -> _Shared:
    """Read one document of all texts, and compute the styles of all its elements."""
    html = _document(matters, supplies)
    hand_down_lines(html.etree_element)
    fonts, counter_style = supplies.fonts.configuration, CounterStyle()
    anchors = _Anchors()
    paths = {matter.path for matter in matters}
    with listening(paths.pop() if len(paths) == 1 else "the issue's matter"):
        style_for = get_all_computed_styles(
            html,
            [supplies.stylesheet],
            # Hints give lists the numbers that authors wrote: <ol start>, <li value>.
            presentational_hints=True,
            font_config=fonts,
            counter_style=counter_style,
            color_profiles={},
            page_rules=[],
            layers=[],
            target_collector=anchors,
        )
    return _Shared(
        html=html,
        style_for=style_for,
        get_image=partial(
            get_image_from_uri, cache={}, url_fetcher=supplies.fetcher, options=DEFAULT_OPTIONS
        ),
        counter_style=counter_style,
        anchors=tuple(anchors.target_lookup_items),
    )


def _build(matter: Matter, shared: _Shared, supplies: Supplies) -> Source:
    """Build the boxes of the text that is in the document's body now."""
    context = LayoutContext(
        shared.style_for,
        shared.get_image,
        supplies.fonts.configuration,
        shared.counter_style,
        shared.targets(),
    )
    tell_rules(context, supplies.told)
    with listening(matter.path):
        root = build_formatting_structure(
            shared.html.etree_element,
            context.style_for,
            context.get_image_from_uri,
            shared.html.base_url,
            context.target_collector,
            context.counter_style,
            context.footnotes,
        )
    source = Source(html=shared.html, context=context, root=root)
    boxes = [box for each in source.roots for box in each.descendants()]
    refuse_unsafe_matter(boxes, matter.path)
    refuse_missing_glyphs(boxes, library=supplies.fonts.library, path=matter.path)
    return source
