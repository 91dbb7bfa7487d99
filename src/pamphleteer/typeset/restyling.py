"""Sets a text in another style than before: what is the same in both is taken over.

To try another leading, the same texts are set with a style sheet of which a few numbers differ.
Their HTML need not be read again, nor need what does not hang on the leading be computed again of
their elements' styles.
"""

import re
from collections.abc import Iterator, Sequence
from copy import copy, deepcopy
from dataclasses import dataclass
from html import unescape
from typing import Any

from cssselect2 import ElementWrapper
from tinycss2 import parse_blocks_contents
from tinycss2.ast import Node
from weasyprint.css import preprocess_declarations
from weasyprint.css.properties import Dimension

from pamphleteer.typeset.cascading import DISTANCES, OWN, Twin, recascade
from pamphleteer.typeset.fetching import BASE_URL
from pamphleteer.typeset.style_sheets import Selected, StyleSheet

HANGS_ON_LEADING = re.compile(r"\dr?lh\b")
"""A length that is said in lines (CSS Values 4, §6.1.1), which any property may be."""


def differ_in_distances(one: StyleSheet, other: StyleSheet) -> bool:
    """Whether two style sheets say the same but for `DISTANCES`."""
    if len(one.rules) != len(other.rules):
        return False
    rules = zip(one.rules, other.rules, strict=True)
    return all(_is_alike(*pair) for pair in rules)


def _is_alike(
    one: tuple[str, tuple[Selected, ...]], other: tuple[str, tuple[Selected, ...]]
) -> bool:
    (text, selected), (other_text, other_selected) = one, other
    if HANGS_ON_LEADING.search(text) or HANGS_ON_LEADING.search(other_text):
        return False
    if text == other_text:
        return True
    if not selected or _prelude(text) != _prelude(other_text):
        return False
    return _declared(selected) == _declared(other_selected)


def _prelude(rule: str) -> str:
    """What stands before a rule's declarations, without comments."""
    return re.sub(r"/\*.*?\*/", "", rule, flags=re.DOTALL).partition("{")[0].strip()


def _declared(selected: tuple[Selected, ...]) -> list[list[tuple[Any, ...]]]:
    """What rules declare, without the values of distances."""
    return [
        [
            (name, importance) if name in DISTANCES else (name, importance, _comparable(value))
            for name, value, importance in each.payload[0]
        ]
        for each in selected
    ]


def _comparable(value: Any) -> Any:
    """A value, or what tells it from others: tokens, such as colours, equal only themselves."""
    return value.serialize() if isinstance(value, Node) else value


OWN_STYLE = re.compile(r' style="([^"]*)"')
"""What an element says of its own style, in the HTML that templates write."""


def outline(html: str) -> str:
    """A text without what its elements say of their own styles."""
    return OWN_STYLE.sub(' style=""', html)


@dataclass(frozen=True, slots=True, kw_only=True)
class Styled:
    """A document and what gives its elements' styles, WeasyPrint's; and its style sheet."""

    html: Any
    stylesheet: StyleSheet
    style_for: Any


def restyle(
    earlier: Styled, stylesheet: StyleSheet, *, before: Sequence[str], now: Sequence[str]
) -> Styled | None:
    """Give a document another style.

    Args:
        earlier: A document that was read from the texts ``before``; it stays as it is.
        stylesheet: Differs from its style sheet in `DISTANCES` alone.
        before: Texts in HTML.
        now: The same, but for what elements say of their own styles.

    Returns:
        A twin of the document; None if it must be read anew, since it is not clear what is the
        same.
    """
    values = _changed_values(earlier.stylesheet, stylesheet)
    html = _retell_styles(earlier.html, before, now)
    twins = _pair(earlier.html, html) if values is not None and html is not None else None
    if values is None or twins is None:
        return None
    style_for = recascade(earlier.style_for, twins, values)
    old_css, css = earlier.stylesheet.css, stylesheet.css
    style_for._sheets = [
        (css if sheet is old_css else sheet, *others) for sheet, *others in style_for._sheets
    ]
    return Styled(html=html, stylesheet=stylesheet, style_for=style_for)


def _pair(document: Any, retold: Any) -> dict[Any, Twin] | None:
    """The elements of a document and their twins; None if one declares other properties now."""
    twins: dict[Any, Twin] = {}
    waiting = [(document.etree_element, retold.etree_element, True)]
    while waiting:
        element, other, same = waiting.pop()
        own: dict[str, Any] | None = {}
        if element.get("style") != other.get("style"):
            own, same = _own_values(element.get("style"), other.get("style")), False
        if own is None:
            return None
        twins[element] = Twin(element=other, own=own, same=same)
        waiting += [(*pair, same) for pair in zip(element, other, strict=True)]
    return twins


def _own_values(before: str, now: str) -> dict[str, Any] | None:
    """What an element says of its own style now; None if it says other things than before."""
    old, new = (
        list(preprocess_declarations(BASE_URL, parse_blocks_contents(style)))
        for style in (before, now)
    )
    if [(name, weight) for name, _, weight in old] != [(name, weight) for name, _, weight in new]:
        return None
    return {name: value for name, value, _ in new}


def _changed_values(one: StyleSheet, other: StyleSheet) -> dict[int, Any] | None:
    """The values of distances that are others now, by the identity of what they were.

    None if one of them may stand in other declarations too: only lengths, but for nothing, are
    objects of their own. And
    none if a rule has the rank of what an element says of its own style (`OWN`).
    """
    values: dict[int, Any] = {}
    selectors = (each.selector for _, selected in one.rules for each in selected)
    if any(selector.specificity >= OWN for selector in selectors):
        return None
    for (text, selected), (other_text, others) in zip(one.rules, other.rules, strict=True):
        pairs = zip(selected, others, strict=True) if text != other_text else ()
        for old, new in (pair for each in pairs for pair in _declared_by(*each)):
            if not isinstance(old, Dimension) or not old.value:
                return None
            values[id(old)] = new
    return values


def _declared_by(one: Selected, other: Selected) -> Iterator[tuple[Any, Any]]:
    """The values that two rules give to distances."""
    for (name, old, _), (_, new, _) in zip(one.payload[0], other.payload[0], strict=True):
        if name in DISTANCES and old != new:
            yield old, new


def _retell_styles(document: Any, before: Sequence[str], now: Sequence[str]) -> Any:
    """A document with what its elements say of their styles now.

    None if it is not clear which element says what.
    """
    root = deepcopy(document.etree_element)
    styled = [element for element in root.iter() if "style" in element.attrib]
    if [element.get("style") for element in styled] != _own_styles(before):
        return None
    for element, style in zip(styled, _own_styles(now), strict=True):
        element.set("style", style)
    retold = copy(document)
    retold.wrapper_element = ElementWrapper.from_html_root(root)
    retold.etree_element = root
    return retold


def _own_styles(texts: Sequence[str]) -> list[str]:
    return [unescape(style) for text in texts for style in OWN_STYLE.findall(text)]
