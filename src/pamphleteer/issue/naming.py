"""Names an article's figures and asides: as their authors did, or by counting."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from pamphleteer.issue.model import Aside, Block, Figure
from pamphleteer.issue.scope import Scope
from pamphleteer.problems import SourcePos

Part = TypeVar("Part", Block | Figure, Block | Figure | Aside)


def claim_name(name: str, pos: SourcePos, scope: Scope) -> str:
    """Note that a name is taken; one that is taken already is a problem.

    Returns:
        The name.
    """
    first = scope.names.setdefault(name, pos) if name else pos
    if first is not pos:
        message = f'the name "{name}" stands here again; it is on line {first.line} already'
        scope.refuse("duplicate-name", message, "Give each its own, or delete one of them.", pos)
    return name


def name_parts(parts: Sequence[Part], scope: Scope) -> tuple[Part, ...]:
    """Give a name to each figure and aside that has none: ``figure-1``, ``sidebar-2``."""
    return tuple(_name_part(part, scope) for part in parts)


def _name_part(part: Part, scope: Scope) -> Part:
    if isinstance(part, Figure):
        return replace(part, name=part.name or _free_name("figure", scope))
    if isinstance(part, Aside):
        name = part.name or _free_name(part.kind, scope)
        return replace(part, name=name, body=name_parts(part.body, scope))
    return part


def _free_name(kind: str, scope: Scope) -> str:
    name = next(name for name in _counted(kind) if name not in scope.names)
    scope.names[name] = SourcePos(path=scope.path)
    return name


def _counted(kind: str) -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"{kind}-{number}"
