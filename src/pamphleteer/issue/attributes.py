"""Reads what authors write in braces: ``{.smallcaps lang=fr}``, ``{credit="N. N." decorative}``."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from pydantic_core import PydanticCustomError

from pamphleteer.issue.halftones import check_halftone
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.values import (
    BCP_47,
    check_columns,
    check_name,
    check_place,
    check_span,
    check_width,
)
from pamphleteer.problems import SourcePos, nearest

ITEM = re.compile(
    r"""\s*(?P<name>[.\#]?[\w-]+)(?:=(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^\s"=]+)))?(?=\s|$)"""
)

SPAN_CLASSES = (".smallcaps", ".nobreak")

NAME = "#"
"""Stands for ``#name`` among the attributes: its value is the name."""

CHECKS: Mapping[str, Callable[[str], str]] = {
    "span": check_span,
    "place": check_place,
    "width": check_width,
    "columns": check_columns,
    "halftone": check_halftone,
    NAME: check_name,
}
"""What the values of attributes must be; others are texts, and are looked at by their readers."""

ESCAPE_HINT = r"Write \{ to print a brace."

FORM_HINT = 'They are written like this: {.smallcaps} or {credit="N. N." span=2}.'


def read_braces(braces: str, known: Iterable[str], scope: Scope, pos: SourcePos) -> dict[str, str]:
    """Read the attributes between braces; others than the known ones are problems.

    Returns:
        Values by name; one without a value, such as ``decorative``, is empty. What is at fault
        is left out.
    """
    names = tuple(known)
    attributes: dict[str, str] = {}
    end = 0
    for match in _items(braces):
        end = match.end()
        name = match["name"]
        key = NAME if name.startswith("#") and NAME in names else name
        if key not in names:
            hint = nearest(name, names) or _known(names)
            scope.refuse("unknown-attribute", f'unknown attribute "{name}"', hint, pos)
        elif key in attributes:
            message = f'the attribute "{name}" is given twice'
            scope.refuse("bad-attribute", message, "Keep one of the two.", pos)
        else:
            attributes[key] = _value(match, key)
    if braces[end:].strip() or not braces.strip():
        message = f'cannot read the attributes "{{{braces}}}"'
        scope.refuse("bad-attribute", message, FORM_HINT, pos)
    return {key: text for key, text in attributes.items() if _is_sound(key, text, scope, pos)}


def _known(names: tuple[str, ...]) -> str:
    shown = ["#name" if name == NAME else name for name in names]
    return f"Known here: {', '.join(shown)}." if shown else "It takes no attributes."


def _value(match: re.Match[str], key: str) -> str:
    """Give an attribute's value; a name with one (``#a=b``) has the whole as its name."""
    value = re.sub(r"\\(.)", r"\1", match["quoted"] or match["bare"] or "")
    if key != NAME:
        return value
    return match["name"][1:] + (f"={value}" if value else "")


def _is_sound(key: str, text: str, scope: Scope, pos: SourcePos) -> bool:
    try:
        CHECKS.get(key, str)(text)
    except PydanticCustomError as failure:
        hint = str((failure.context or {}).get("hint", ""))
        scope.refuse("bad-attribute", f'"{key}": {failure.message()}', hint, pos)
        return False
    return True


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
