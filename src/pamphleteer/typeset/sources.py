"""Builds the boxes of an issue's matter: all that waits, in one go.

To read HTML, to hold every element against every rule, and to compute styles has a cost for each
document that has little to do with how much is in it; and an issue has many small texts. So the
texts that wait to be set are put into one document, and each then gets boxes of its own, as if it
were alone in it: its own root, counters and notes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
from pamphleteer.typeset.restyling import Styled, outline, restyle
from pamphleteer.typeset.style_sheets import StyleSheet
from pamphleteer.typeset.trees import every_box
from pamphleteer.typeset.weasy import listening


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """A text that is to be set: HTML, its language, and its source file, for problems."""

    html: str
    language: str
    path: str


Outlines = tuple[tuple[str, str], ...]


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

    stylesheet: StyleSheet
    fetcher: Any
    fonts: Fonts
    told: Told


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One document of several texts, and what they have in common."""

    matters: tuple[Matter, ...]
    styled: Styled
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


def read_document(
    matters: tuple[Matter, ...], supplies: Supplies, earlier: Document | None = None
) -> Document:
    """Read one document of all texts, and compute the styles of all its elements.

    What is the same as in an ``earlier`` one, of texts of the same `outlines` in a style that
    differs from this in its `cascading.DISTANCES` alone, is taken from there.
    """
    if earlier and (again := _restyled(earlier, matters, supplies)):
        return again
    html, counter_style, anchors = _parse(matters, supplies), CounterStyle(), _Anchors()
    paths = {matter.path for matter in matters}
    with listening(paths.pop() if len(paths) == 1 else "the issue's matter"):
        style_for = get_all_computed_styles(
            html,
            [supplies.stylesheet.css],
            # Hints give lists the numbers that authors wrote: <ol start>, <li value>.
            presentational_hints=True,
            font_config=supplies.fonts.configuration,
            counter_style=counter_style,
            color_profiles={},
            page_rules=[],
            layers=[],
            target_collector=anchors,
        )
    return Document(
        matters=matters,
        styled=Styled(html=html, stylesheet=supplies.stylesheet, style_for=style_for),
        get_image=_image_loader(supplies),
        counter_style=counter_style,
        anchors=tuple(anchors.target_lookup_items),
    )


def _restyled(
    earlier: Document, matters: tuple[Matter, ...], supplies: Supplies
) -> Document | None:
    before, now = ([each.html for each in some] for some in (earlier.matters, matters))
    styled = restyle(earlier.styled, supplies.stylesheet, before=before, now=now)
    if styled is None:
        return None
    return replace(earlier, matters=matters, styled=styled, get_image=_image_loader(supplies))


def _image_loader(supplies: Supplies) -> Any:
    return partial(
        get_image_from_uri, cache={}, url_fetcher=supplies.fetcher, options=DEFAULT_OPTIONS
    )


def outlines(matters: Sequence[Matter]) -> Outlines:
    """What texts have in common with the same texts in another style."""
    return tuple((matter.language, outline(matter.html)) for matter in matters)


def _parse(matters: Sequence[Matter], supplies: Supplies) -> Any:
    parts = (
        f'<section lang="{escape(matter.language)}">{matter.html}</section>' for matter in matters
    )
    html = HTML(
        string=f"<!doctype html><html><body>{''.join(parts)}</body></html>",
        base_url=BASE_URL,
        url_fetcher=supplies.fetcher,
    )
    hand_down_lines(html.etree_element)
    return html


def build_sources(document: Document, supplies: Supplies) -> list[Source]:
    """Build the boxes of a document's texts.

    Raises:
        IssueError: what cannot be set, of all of them: an unknown glyph, a style that would lose
            words, or what WeasyPrint had to complain of.
    """
    body = document.styled.html.etree_element.find("body")
    parts = list(body)
    sources: list[Source] = []
    problems: list[Problem] = []
    for matter, part in zip(document.matters, parts, strict=True):
        body[:] = list(part)
        body.text = part.text
        try:
            sources.append(_build(matter, document, supplies))
        except IssueError as fault:
            problems += fault.problems
    body[:], body.text = parts, None
    if problems:
        raise IssueError(dict.fromkeys(problems))  # a text may be set in several sizes
    return sources


def _build(matter: Matter, document: Document, supplies: Supplies) -> Source:
    """Build the boxes of the text that is in the document's body now."""
    context = LayoutContext(
        document.styled.style_for,
        document.get_image,
        supplies.fonts.configuration,
        document.counter_style,
        document.targets(),
    )
    tell_rules(context, supplies.told)
    with listening(matter.path):
        root = build_formatting_structure(
            document.styled.html.etree_element,
            context.style_for,
            context.get_image_from_uri,
            document.styled.html.base_url,
            context.target_collector,
            context.counter_style,
            context.footnotes,
        )
    source = Source(html=document.styled.html, context=context, root=root)
    boxes = [box for each in source.roots for box in every_box(each)]
    refuse_unsafe_matter(boxes, matter.path)
    refuse_missing_glyphs(boxes, library=supplies.fonts.library, path=matter.path)
    return source
