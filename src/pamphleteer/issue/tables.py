"""Reads how tables stand on the page, and refuses those that are too wide."""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from markdown_it.token import Token

from pamphleteer.issue.attributes import read_braces
from pamphleteer.issue.containers import Block, Part
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.tokens import first_line

BRACES = re.compile(r"\s*\{(.*)\}\s*")

ATTRIBUTES = ("span", "place")

MOST_COLUMNS = 12


def take_attributes(parts: Sequence[Part], lines: Sequence[str], scope: Scope) -> tuple[Part, ...]:
    """Take the line ``{span=2}`` under a table for its attributes: ``meta["given"]``.

    Markdown takes such a line for the table's last row, or for a paragraph.
    """
    kept: list[Part] = []
    for part in parts:
        table = kept[-1] if kept else None
        braces = _braces_alone(part) if _is_open_table(table) else None
        if isinstance(table, list) and isinstance(part, list) and braces is not None:
            _keep(table, braces, first_line(part[0]), scope)
            continue
        kept.append(part)
        if isinstance(part, list) and _is_open_table(part):
            _take_last_row(part, lines, scope)
    return tuple(kept)


def check_table_widths(tokens: Sequence[Token], scope: Scope) -> None:
    """Refuse tables of more columns than can be read."""
    for index, token in enumerate(tokens):
        if token.type == "table_open":
            head = takewhile(lambda each: each.type != "thead_close", tokens[index:])
            count = sum(each.type == "th_open" for each in head)
            if count > MOST_COLUMNS:
                message = f"the table has {count} columns; {MOST_COLUMNS} can be set"
                hint = "Turn it, so that its rows are columns, or divide it into several tables."
                scope.refuse("table-too-wide", message, hint, scope.at(first_line(token)))


def _is_open_table(part: Part | None) -> bool:
    """Tell a table that has no attributes yet."""
    return isinstance(part, list) and part[0].type == "table_open" and not part[0].meta


def _braces_alone(part: Part) -> str | None:
    """Give what is in the braces of a paragraph that has nothing else."""
    if not isinstance(part, list) or part[0].type != "paragraph_open":
        return None
    match = BRACES.fullmatch(part[1].content)
    return match[1] if match else None


def _take_last_row(table: Block, lines: Sequence[str], scope: Scope) -> None:
    start = _last(table, "tr_open")
    line = first_line(table[start])
    match = BRACES.fullmatch(lines[line - 1])
    if match and table[start - 1].type != "thead_open":
        _keep(table, match[1], line, scope)
        end = _last(table, "tr_close") + 1
        if table[start - 1].type == "tbody_open":
            start, end = start - 1, end + 1
        del table[start:end]


def _last(tokens: Iterable[Token], kind: str) -> int:
    return max(index for index, token in enumerate(tokens) if token.type == kind)


def _keep(table: Block, braces: str, line: int, scope: Scope) -> None:
    pos = scope.at(line)
    given = read_braces(braces, ATTRIBUTES, scope, pos)
    if given.get("span") == "bleed":
        hint = "Write {span=page} for the whole width between the margins."
        scope.refuse("bad-attribute", "a table cannot bleed", hint, pos)
    table[0].meta["given"] = given
