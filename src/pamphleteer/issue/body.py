"""Reads an article's body: blocks, figures, asides, and the notes that its text calls."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pamphleteer.issue.asides import read_container
from pamphleteer.issue.blocks import read_block
from pamphleteer.issue.checks import check_blocks, check_crossheads, check_definitions
from pamphleteer.issue.containers import Container, Part, blocks_of, check_strays, part_containers
from pamphleteer.issue.inline import to_rich
from pamphleteer.issue.markdown import markdown_for
from pamphleteer.issue.model import Aside, Block, Figure, Rich
from pamphleteer.issue.notes import number_notes, take_definitions
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.tables import take_attributes
from pamphleteer.issue.tokens import block_text, first_line


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A body, and the headline with which it began if it did (``# …``).

    ``passages`` are the words of each part, without the numbers of notes; none for what is no text.
    """

    headline: Rich | None
    parts: tuple[Block | Figure | Aside, ...]
    passages: tuple[str, ...]
    is_empty: bool


def read_body(text: str, scope: Scope, *, takes_headline: bool) -> Body:
    """Read an article's body.

    Args:
        text: The Markdown; its first line is the file's first (front matter blanked out).
        scope: The file, and the collector of its problems.
        takes_headline: Whether a ``#`` heading at the beginning is the article's headline.
    """
    source = f"{text}\n"  # containers are looked for beyond the end of a last line that is blank
    env: dict[str, Any] = {}
    tokens, lines = markdown_for(scope.language).parse(source, env), source.split("\n")
    check_definitions(tokens, env.get("references", {}), scope)
    parts, definitions = take_definitions(part_containers(tokens, lines, scope), scope)
    parts = take_attributes(parts, lines, scope)
    _check_parts(parts, lines, scope)
    number_notes(parts, definitions, scope)
    headline = _headline(parts, scope) if takes_headline else None
    if headline:
        parts = parts[1:]
    check_crossheads([part for part in parts if not isinstance(part, Container)], scope)
    return _read_parts(parts, headline, lines, scope)


def _check_parts(parts: Sequence[Part], lines: Sequence[str], scope: Scope) -> None:
    for part in parts:
        is_group = isinstance(part, Container) and part.name == "figures"
        tokens = [token for block in blocks_of(part) for token in block]
        check_blocks(tokens, lines, scope, is_group=is_group)
        check_strays(tokens, scope)


def _headline(parts: Sequence[Part], scope: Scope) -> Rich | None:
    """Make the headline of a ``#`` heading with words with which the body begins."""
    first = parts[0] if parts else None
    if not isinstance(first, list) or first[0].tag != "h1" or not first[1].content:
        return None
    return to_rich(first[1], scope.at(first_line(first[0])))


def _read_parts(
    parts: Sequence[Part], headline: Rich | None, lines: Sequence[str], scope: Scope
) -> Body:
    read = [(_read_part(part, lines, scope), _passage(part)) for part in parts]
    kept = [(part, words) for part, words in read if part]
    return Body(
        headline=headline,
        parts=tuple(part for part, _ in kept),
        passages=tuple(words if isinstance(part, Block) else "" for part, words in kept),
        is_empty=not parts,
    )


def _read_part(part: Part, lines: Sequence[str], scope: Scope) -> Block | Figure | Aside | None:
    if isinstance(part, Container):
        return read_container(part, lines, scope)
    return read_block(part, scope)


def _passage(part: Part) -> str:
    return " ".join(block_text(block, calls=False) for block in blocks_of(part))
