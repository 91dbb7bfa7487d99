"""Refuses Markdown that cannot be set, or that Markdown would drop: one check per function."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise, takewhile
from typing import Any

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from pamphleteer.issue.figures import images_of
from pamphleteer.issue.inline import HTML_HINT, check_inline
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.tables import check_table_widths
from pamphleteer.issue.tokens import first_line, plain_text, written_note

PREFIX = re.compile(r"^(?:[>\s]|[-+*]\s|\d{1,9}[.)]\s)+")
"""The signs of quotations and lists before a table's row."""

DEEPEST = 24
"""Levels of nesting; markdown-it drops text beyond 100, and no column has room for as many."""

References = Mapping[str, Mapping[str, Any]]


def check_blocks(
    tokens: Sequence[Token], lines: Sequence[str], scope: Scope, *, is_group: bool = False
) -> None:
    """Run the checks that need no more than tokens and the source's lines.

    Args:
        tokens: Of one or more whole blocks.
        lines: The file's.
        scope: The collector of problems.
        is_group: Whether several images may stand in a paragraph of their own.
    """
    check_paragraphs(tokens, scope, is_group=is_group)
    check_html_blocks(tokens, scope)
    check_fences(tokens, scope)
    check_table_rows(tokens, lines, scope)
    check_table_widths(tokens, scope)
    check_depth(tokens, scope)


def check_paragraphs(tokens: Sequence[Token], scope: Scope, *, is_group: bool = False) -> None:
    """Check all lines of text; images that are a paragraph of their own are a figure's matter."""
    for before, token in pairwise(tokens):
        images = images_of([before, token]) if before.level == 0 else []
        is_figure = bool(images) if is_group else len(images) == 1
        if token.type == "inline" and not is_figure:
            check_inline(token, scope)


def check_html_blocks(tokens: Iterable[Token], scope: Scope) -> None:
    """Refuse HTML that stands as a block."""
    for token in tokens:
        if token.type == "html_block":
            message = f"raw HTML is not allowed: {token.content.strip().splitlines()[0]}"
            scope.refuse("raw-html", message, HTML_HINT, scope.at(first_line(token)))


def check_fences(tokens: Iterable[Token], scope: Scope) -> None:
    """Refuse words behind the marks that open code: one names its language, more would be lost."""
    for token in tokens:
        if token.type == "fence" and len(token.info.split()) > 1:
            message = f'"{token.info.strip()}" behind {token.markup} would not be printed'
            hint = "Write the code on the lines below; only its language may stand here."
            scope.refuse("lost-words", message, hint, scope.at(first_line(token)))


def check_table_rows(tokens: Sequence[Token], lines: Sequence[str], scope: Scope) -> None:
    """Refuse rows with more cells than the table's head has: Markdown drops the rest."""
    for index, row in enumerate(tokens):
        if row.type != "tr_open":
            continue
        inside = takewhile(lambda token: token.type != "tr_close", tokens[index:])
        kept = sum(token.type in ("th_open", "td_open") for token in inside)
        written = count_cells(lines[first_line(row) - 1])
        if written > kept:
            message = f"the row has {written} cells, the table's head {kept}"
            hint = r"Give the head as many, or write \| to print the sign itself."
            scope.refuse("table-cells", message, hint, scope.at(first_line(row)))


def count_cells(line: str) -> int:
    """Count the cells of a table's row as markdown-it does."""
    cells = escapedSplit(PREFIX.sub("", line).rstrip())
    return len(cells) - (cells[0] == "") - (len(cells) > 1 and cells[-1] == "")


def check_depth(tokens: Iterable[Token], scope: Scope) -> None:
    """Refuse quotations and lists within each other without end."""
    for token in tokens:
        if token.level == DEEPEST and token.nesting > 0:
            message = f"nested {DEEPEST} levels deep"
            hint = "Take out some of the > or list signs at the line's beginning."
            scope.refuse("too-deep", message, hint, scope.at(first_line(token)))


def check_definitions(tokens: Iterable[Token], references: References, scope: Scope) -> None:
    """Refuse ``[label]: text`` that no link uses: it would not be printed, without a word."""
    used = {child.meta.get("label") for child in _links_in(tokens)}
    for label, definition in references.items():
        pos = scope.at(definition["map"][0] + 1)
        if label.startswith("^"):
            message = f'"[{label.lower()}]:" is not the mark of a note'
            scope.refuse("bad-note", message, "Write a mark without spaces: [^1]: text.", pos)
        elif label not in used:
            message = f'the link definition "[{label.lower()}]:" is used by no link'
            scope.refuse("unused-link", message, r"Write \[ to print it as a text.", pos)


def _links_in(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield the links and images of blocks, and of notes in them."""
    for token in tokens:
        if token.type in ("link_open", "image"):
            yield token
        note = written_note(token)
        yield from _links_in([*(token.children or []), *([note] if note else [])])


def check_minor_crossheads(blocks: Iterable[Sequence[Token]], scope: Scope) -> None:
    """Hold the headings beside a text to ``###``."""
    for block in blocks:
        for index, token in enumerate(block):
            is_minor = token.tag == "h3" and not token.level
            if token.type == "heading_open" and not is_minor:
                message, hint = "only ### stands beside the text", "Write ### for a crosshead here."
                scope.refuse("bad-heading", message, hint, scope.at(first_line(token)))
            elif token.type == "heading_open" and not plain_text(block[index + 1].children):
                message, hint = "the heading is empty", "Write a text after the #, or delete it."
                scope.refuse("bad-heading", message, hint, scope.at(first_line(token)))


def check_crossheads(blocks: Iterable[Sequence[Token]], scope: Scope) -> None:
    """Hold headings to ``##``, then ``###``, none of them inside a list or a quotation."""
    seen = False
    for block in blocks:
        for index, token in enumerate(block):
            if token.type == "heading_open":
                reason = _bad_heading(token, block[index + 1], seen)
                if reason:
                    message, hint = reason
                    scope.refuse("bad-heading", message, hint, scope.at(first_line(token)))
                seen = seen or token.tag in ("h1", "h2")


def _bad_heading(heading: Token, inline: Token, seen_crosshead: bool) -> tuple[str, str] | None:
    """Say what is wrong with a heading, and the fix."""
    if not plain_text(inline.children):
        return "the heading is empty", "Write a text after the #, or delete it."
    if heading.level:
        return "a heading stands in a list or a quotation", "Take it out, or write **strong** text."
    if heading.tag == "h1":
        return "the article has a headline already", "Write ## for a crosshead in the text."
    if heading.tag not in ("h2", "h3"):
        return f"headings of level {heading.tag[1:]} are not set", "Write ## or ###."
    if heading.tag == "h3" and not seen_crosshead:
        return "the minor crosshead ### stands before any ##", "Write ## for the first one."
    return None
