"""Parts a body into blocks and containers (``::: sidebar {…}`` … ``:::``)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from pamphleteer.issue.attributes import NAME, read_braces
from pamphleteer.issue.markdown import CONTAINER
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.tokens import first_line, split_blocks
from pamphleteer.problems import SourcePos, nearest

OPENING, CLOSING = f"container_{CONTAINER}_open", f"container_{CONTAINER}_close"

OPENED = re.compile(r"\s*(?P<name>\w[\w-]*)\s*(?:\{(?P<braces>.*)\})?\s*")

END = re.compile(r"\s*:{3,}\s*")

STANDS = ("span", "place", NAME)

ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "pull-quote": ("by", *STANDS),
    "sidebar": ("title", "columns", *STANDS),
    "notice": ("title", "columns", *STANDS),
    "verse": ("title",),
    "letter": (),
    "interview": (),
    "figures": ("columns", "caption", "credit", *STANDS),
}
"""The containers there are, and the attributes that each may have."""

Block = list[Token]


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """What stands between ``::: name`` and ``:::``; its blocks are as if they stood by themselves.

    ``given`` are its attributes. ``opening`` and ``closing`` are the tokens of its ``div``.
    """

    name: str
    given: dict[str, str]
    pos: SourcePos
    opening: Token
    closing: Token
    blocks: tuple[Block, ...]


Part = Block | Container


def part_containers(
    tokens: Sequence[Token], lines: Sequence[str], scope: Scope
) -> tuple[Part, ...]:
    """Part a body's tokens.

    What is in a container that has no known name or no end, or stands in something else, is read
    as if the container were not there: so that one fault is told, and not all that follows.
    """
    return tuple(
        part for block in split_blocks(tokens) for part in _part_block(block, lines, scope)
    )


def blocks_of(part: Part) -> tuple[Block, ...]:
    """Give the blocks of a part: a block is its own."""
    return part.blocks if isinstance(part, Container) else (part,)


def with_blocks(part: Part, blocks: Sequence[Block]) -> tuple[Part, ...]:
    """Give a part other blocks; a block that has none left is no part."""
    return (replace(part, blocks=tuple(blocks)),) if isinstance(part, Container) else tuple(blocks)


def _part_block(block: Block, lines: Sequence[str], scope: Scope) -> Iterator[Part]:
    opening, closing = block[0], block[-1]
    if opening.type != OPENING:
        yield from split_blocks(_without_containers(block, "a list or a quotation", scope))
        return
    pos, opened = scope.at(first_line(opening)), OPENED.fullmatch(opening.info)
    inside = f'"::: {opening.info.split()[0]}" of line {pos.line}'
    for token in block[1:-1]:
        token.level -= 1
    blocks = split_blocks(_without_containers(block[1:-1], inside, scope))
    is_sound = _is_known(opening, scope) and _is_closed(opening, lines, scope)
    if is_sound and not opened:
        _refuse_form(opening, scope)
    if not is_sound or not opened:
        yield from blocks
        return
    name, braces = opened["name"], opened["braces"]
    given = {} if braces is None else read_braces(braces, ATTRIBUTES[name], scope, pos)
    yield Container(
        name=name,
        given=given,
        pos=pos,
        opening=opening,
        closing=closing,
        blocks=tuple(blocks),
    )


def _without_containers(tokens: Sequence[Token], where: str, scope: Scope) -> Iterator[Token]:
    """Refuse containers within something else, and leave out their tokens."""
    depth = 0
    for token in tokens:
        if token.type == OPENING:
            depth += 1
            if _is_known(token, scope):
                message = f'"::: {token.info.strip()}" stands inside {where}'
                hint = "Close what stands before it with a line of :::, or move it out."
                scope.refuse("nested-container", message, hint, scope.at(first_line(token)))
        elif token.type == CLOSING:
            depth -= 1
        else:
            token.level -= depth
            yield token


def _is_known(opening: Token, scope: Scope) -> bool:
    """Check a container's name; one that is unknown is refused."""
    name = re.split(r"[\s{]", opening.info.strip())[0]
    if name in ATTRIBUTES:
        return True
    hint = nearest(name, ATTRIBUTES) or f"Known: {', '.join(ATTRIBUTES)}."
    scope.refuse("unknown-container", f'unknown "::: {name}"', hint, scope.at(first_line(opening)))
    return False


def _is_closed(opening: Token, lines: Sequence[str], scope: Scope) -> bool:
    """Check that a container ends with a line of colons, not just with the text."""
    end = opening.map[1] if opening.map else len(lines)
    if end < len(lines) and END.fullmatch(lines[end]):
        return True
    message = f'"::: {opening.info.strip()}" is never closed'
    hint = "Write ::: on a line of its own where it ends."
    scope.refuse("unclosed-container", message, hint, scope.at(first_line(opening)))
    return False


def _refuse_form(opening: Token, scope: Scope) -> None:
    message = f'cannot read "::: {opening.info.strip()}"'
    hint = 'It is written like this: ::: sidebar {title="Our demands" span=2}.'
    scope.refuse("bad-attribute", message, hint, scope.at(first_line(opening)))


def check_strays(tokens: Sequence[Token], scope: Scope) -> None:
    """Refuse a ``:::`` that ends nothing, unless one container in another has misled it."""
    if any(problem.code == "nested-container" for problem in scope.problems):
        return
    for inline in (token for token in tokens if token.type == "inline"):
        for index, line in enumerate(inline.content.split("\n")):
            if line.lstrip().startswith(":::"):
                hint = r"Delete it, or write \::: to print it."
                pos = scope.at(first_line(inline) + index)
                scope.refuse("stray-container", f'"{line.strip()}" ends nothing', hint, pos)
