"""Reads style sheets rule by rule, so that one that says almost the same costs almost nothing.

A layout's style sheet is filled in with its numbers. At another leading a tenth of its rules say
something else; only these are read again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import tinycss2
from cssselect2 import Matcher
from weasyprint.css import preprocess_declarations, preprocess_stylesheet

from pamphleteer.levers import is_on
from pamphleteer.typeset.fetching import BASE_URL
from pamphleteer.typeset.weasy import FontConfiguration, weasyprint

MEDIUM = "print"

LETTER = re.compile(r"[^\n]")

ENDS = re.compile(
    r"""/\*.*?\*/ | "(?:\\.|[^"\\])*" | '(?:\\.|[^'\\])*' | \burl\((?:\\.|[^"'()\\])*\)
    | \\. | [{};]""",
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
"""What begins or ends a rule, and where a brace or a semicolon does neither (CSS Syntax 3, §4)."""

Known = dict[str, "tuple[Selected, ...]"]
"""The rules that were read, by their text, and by what stands before their declarations."""


@dataclass(frozen=True, slots=True)
class Selected:
    """What WeasyPrint's matcher is told of a rule: a selector, and what holds for its elements."""

    selector: Any
    payload: Any


@dataclass(slots=True)
class _Listed:
    """Stands where WeasyPrint has its matcher, and notes what it is told."""

    told: list[Selected] = field(default_factory=list)

    def add_selector(self, selector: Any, payload: Any) -> None:
        """Note a selector; the name is the matcher's."""
        self.told.append(Selected(selector, payload))


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleSheet:
    """A style sheet, WeasyPrint's, and the rules that it was read from, each with its text."""

    css: Any
    rules: tuple[tuple[str, tuple[Selected, ...]], ...]


def read_style_sheet(
    text: str, known: Known, *, fetcher: Any, fonts: FontConfiguration
) -> StyleSheet:
    """Read a style sheet, as if the whole of it was read.

    Args:
        text: The style sheet.
        known: The rules that were read with these fonts; those of this sheet are added.
        fetcher: Loads what rules ask for.
        fonts: Where rules declare fonts.
    """
    matcher, page_rules, layers = Matcher(), [], []  # type: ignore[var-annotated]  # WeasyPrint's
    is_first = True
    rules = []
    for before, rule in _rules(text):
        selected = _find(rule, before, known)
        if selected is None:
            parsed = tinycss2.parse_stylesheet(before + rule, skip_comments=True)
            listed = _Listed()
            preprocess_stylesheet(
                MEDIUM, BASE_URL, parsed, fetcher, listed, page_rules, layers, fonts, {}, {},
                ignore_imports=not is_first,
            )  # fmt: skip
            selected = tuple(listed.told)
            if all(each.type in ("qualified-rule", "whitespace") for each in parsed):
                known[rule] = known[rule.partition("{")[0]] = selected
            is_first = is_first and not selected
        rules.append((rule, selected))
        for each in selected:
            matcher.add_selector(each.selector, each.payload)
    css = weasyprint.CSS(
        string="",
        base_url=BASE_URL,
        url_fetcher=fetcher,
        font_config=fonts,
        matcher=matcher,
        page_rules=page_rules,
        layers=layers,
    )
    return StyleSheet(css=css, rules=tuple(rules))


def _find(rule: str, before: str, known: Known) -> tuple[Selected, ...] | None:
    """A rule that is known, or whose selectors are; None if it must be read.

    What declares nothing, or more than declarations, is always read.
    """
    if not is_on("rules"):
        return None
    if rule in known:
        return known[rule]
    prelude, brace, body = rule.partition("{")
    selected = known.get(prelude, ())
    if not brace or not selected or "{" in body:
        return None
    contents = tinycss2.parse_blocks_contents(
        before + LETTER.sub(" ", prelude + brace) + body.removesuffix("}")
    )
    payload = list(preprocess_declarations(BASE_URL, contents)), selected[0].payload[1]
    if not payload[0]:
        return None
    known[rule] = tuple(Selected(each.selector, payload) for each in selected)
    return known[rule]


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """The rules of a style sheet, and before each what brings it to its line and column."""
    start = line = depth = 0
    for end in ENDS.finditer(text):
        depth += {"{": 1, "}": -1}.get(end[0], 0)
        if depth <= 0 and end[0] in ("}", ";"):
            yield _place(text, start, line), text[start : end.end()]
            line += text.count("\n", start, end.end())
            start, depth = end.end(), 0
    yield _place(text, start, line), text[start:]


def _place(text: str, start: int, line: int) -> str:
    column = start - (text.rfind("\n", 0, start) + 1)
    return "\n" * line + " " * column
