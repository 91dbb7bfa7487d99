"""Makes a block of verse: each line of the source is a line, an empty line parts stanzas."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from pamphleteer.issue.containers import Container
from pamphleteer.issue.figures import read_text
from pamphleteer.issue.html import render
from pamphleteer.issue.model import Block
from pamphleteer.issue.notes import notes_in
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.tokens import BREAKS, block_text, inline_lines

TAB = 4


def read_verse(container: Container, lines: Sequence[str], scope: Scope) -> Block:
    """Read verse; its title, if it has one, stands before the first stanza."""
    opening, pos = container.opening, container.pos
    opening.attrs = {"class": "verse"}
    title = read_text(container.given.get("title", ""), scope, pos)
    for paragraph, inline, _ in container.blocks:
        paragraph.attrs = {"class": "stanza"}
        inline.children = list(_in_lines(inline, lines))
    tokens = [token for block in container.blocks for token in block]
    head = f'<p class="verse-title" data-line="{pos.line}">{title.html}</p>' if title else ""
    return Block(
        kind="verse",
        html=f"{render([opening])}{head}{render([*tokens, container.closing])}",
        text=(title.text if title else "") + block_text([opening, *tokens]),
        notes=notes_in(tokens),
        pos=pos,
    )


def _in_lines(inline: Token, lines: Sequence[str]) -> Iterator[Token]:
    """Put each line into a span; markup that goes on over its end is closed and opened again."""
    opened: list[Token] = []
    yield _line(lines, (inline.map or [0])[0])
    for token, line in list(inline_lines(inline)):
        if token.type in BREAKS:
            yield from (_closing(each) for each in reversed(opened))
            yield Token("span_close", "span", -1)
            token.type = "softbreak"
            yield token
            yield _line(lines, line)
            yield from opened
            continue
        if token.nesting < 0:
            opened.pop()
        elif token.nesting > 0:
            opened.append(token)
        yield token
    yield Token("span_close", "span", -1)


def _line(lines: Sequence[str], index: int) -> Token:
    """Open a line; an indent that its author gave it is told in spaces."""
    line = lines[index].expandtabs(TAB)
    indent = len(line) - len(line.lstrip())
    attrs: dict[str, str | int | float] = {"class": "verse-line"}
    return Token(
        "span_open", "span", 1, attrs=attrs | ({"style": f"--indent: {indent}"} if indent else {})
    )


def _closing(opening: Token) -> Token:
    return Token(opening.type.replace("_open", "_close"), opening.tag, -1)
