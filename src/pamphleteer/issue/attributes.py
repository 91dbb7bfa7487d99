"""Reads what authors write in braces: ``{.smallcaps lang=fr}``, ``{credit="N. N." decorative}``."""

import re
from collections.abc import Iterable, Iterator, Mapping

from pamphleteer.issue.scope import Scope
from pamphleteer.issue.values import BCP_47
from pamphleteer.problems import SourcePos, nearest

ITEM = re.compile(
    r"""\s*(?P<name>[.\#]?[\w-]+)(?:=(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s"=]+)))?(?=\s|$)"""
)

SPAN_CLASSES = (".smallcaps", ".nobreak")

LATER = frozenset({"span", "place"})
"""A figure's attributes that are planned."""

ESCAPE_HINT = r"Write \{ to print a brace."


def read_braces(braces: str, known: Iterable[str], scope: Scope, pos: SourcePos) -> dict[str, str]:
    """Read the attributes between braces; others than the known ones are problems.

    Returns:
        Values by name; one without a value, such as ``decorative``, is empty.
    """
    names = tuple(known)
    attributes: dict[str, str] = {}
    end = 0
    for match in _items(braces):
        end = match.end()
        name = match["name"]
        if name in LATER:
            scope.refuse("not-supported", f'the attribute "{name}" is not supported yet', "", pos)
        elif name not in names:
            hint = nearest(name, names) or f"Known here: {', '.join(names)}."
            scope.refuse("unknown-attribute", f'unknown attribute "{name}"', hint, pos)
        else:
            value = match["quoted"] or match["bare"] or ""
            attributes[name] = re.sub(r"\\(.)", r"\1", value)
    if braces[end:].strip() or not braces.strip():
        message = f'cannot read the attributes "{{{braces}}}"'
        hint = 'They are written like this: {.smallcaps} or {credit="N. N."}.'
        scope.refuse("bad-attribute", message, hint, pos)
    return attributes


def _items(braces: str) -> Iterator[re.Match[str]]:
    position = 0
    while match := ITEM.match(braces, position):
        yield match
        position = match.end()


def span_attributes(braces: str, scope: Scope, pos: SourcePos) -> Mapping[str, str]:
    """Make the HTML attributes of a span."""
    given = read_braces(braces, (*SPAN_CLASSES, "lang"), scope, pos)
    for name, value in given.items():
        if name in SPAN_CLASSES and value:
            scope.refuse("bad-attribute", f'"{name}" takes no value', f"Write {{{name}}}.", pos)
    language = given.get("lang")
    if language is not None and not BCP_47.fullmatch(language):
        message = f'"{language}" is not a language tag'
        scope.refuse("bad-attribute", message, "Write a tag such as {lang=fr}.", pos)
    classes = " ".join(name[1:] for name in SPAN_CLASSES if name in given)
    attributes = {"class": classes, "lang": language or ""}
    return {name: value for name, value in attributes.items() if value}
