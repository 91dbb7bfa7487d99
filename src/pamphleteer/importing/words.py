"""The printed words of a text, and the proof that the written files have them all.

The words of a document are read here from its whole text, apart from the reader's blocks, so that
the comparison is of two independent readings.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

MARKS_ONLY = re.compile(r"[-=_*~#|+>•·–—]+")
"""A token of these alone is a rule, a bullet or a dash: not a word."""

DEFINITION = re.compile(r"\s*\[[^\]]+\]:")

FOOTNOTE_OPENS = "footnote_reference_open"

PUNCTUATION = re.compile(r"[\s.,;:|·•–—()\[\]*_#>~=+\\-]+")


@cache
def markdown_parser() -> MarkdownIt:
    """The Markdown that is imported and written: tables, footnotes and the like, no HTML.

    Indented code is off, as in the issue room: in a pasted text an indent is no code.
    """
    parser = MarkdownIt("js-default", {"html": False, "linkify": False}).disable("code")
    return parser.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)


def printed_words(text: str) -> tuple[tuple[str, int], ...]:
    """Read Markdown's words as they will be printed, each with its line, counted from 1.

    Link targets are not printed, autolinks are; escapes are resolved; an ordered list's numbers
    and a footnote's marks are words.
    """
    found: list[tuple[str, int]] = []
    line, label = 1, ""
    for token in markdown_parser().parse(text):
        line = token.map[0] + 1 if token.map else line
        if token.type == FOOTNOTE_OPENS:
            label = f"[^{token.meta['label']}]:"
        elif label and token.map:
            found.append((label, line))
            label = ""
        found.extend(_token_words(token, line))
    return tuple(found)


def _token_words(token: Token, line: int) -> Iterator[tuple[str, int]]:
    if token.type == "list_item_open" and token.info:
        yield f"{token.info}{token.markup}", line
    elif token.type == "fence":
        yield from plain_words(f"{token.info}\n{token.content}", line)
    elif token.type == "inline":
        yield from plain_words(_inline_text(token.children or []), line)


def _inline_text(tokens: Iterable[Token]) -> str:
    parts = []
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type == "image":
            parts.append(f" {_inline_text(token.children or [])} {token.attrs.get('title', '')} ")
        elif token.type == "footnote_ref":
            parts.append(f"[^{token.meta['label']}]")
        else:
            parts.append(token.content)
    return "".join(parts)


def plain_words(text: str, line: int = 1) -> Iterator[tuple[str, int]]:
    """Split plain text into words with their lines, without rules and bullets."""
    for index, content in enumerate(text.split("\n")):
        for word in content.split():
            if not MARKS_ONLY.fullmatch(word):
                yield word, line + index


def inline_words(markdown: str) -> tuple[str, ...]:
    """The printed words of Markdown that is one line by itself, such as a headline's."""
    return tuple(word for word, _ in plain_words(plain(markdown)))


@cache
def plain(markdown: str) -> str:
    """A line or paragraph of Markdown as its printed text, in one line."""
    tokens = markdown_parser().parseInline(markdown)
    return " ".join(_inline_text(tokens[0].children or []).split()) if tokens else ""


def divides(parts: Iterable[str], whole: str) -> bool:
    """Whether Markdown says the same in parts: no markup goes from one part into the next.

    A line that would define a link if it stood first does not stand first in any part.
    """
    first, *later = parts
    defines = any(DEFINITION.match(part) for part in later)
    said = " ".join(filter(None, (plain(part) for part in (first, *later))))
    return not defines and said == plain(whole)


def links(markdown: str) -> tuple[tuple[str, str], ...]:
    """The links in a line of Markdown: printed text and target."""
    found: list[tuple[str, str]] = []
    target = ""
    text: list[Token] = []
    for token in markdown_parser().parseInline(markdown)[0].children or []:
        if token.type == "link_open":
            target, text = str(token.attrs.get("href", "")), []
        elif token.type == "link_close":
            found.append((_inline_text(text), target))
        else:
            text.append(token)
    return tuple(found)


def bare(words: Iterable[str]) -> tuple[str, ...]:
    """Words without the punctuation that a label or a list of values may lose."""
    return tuple(word for raw in words for word in PUNCTUATION.split(raw) if word)


def difference(expected: tuple[str, ...], found: tuple[str, ...]) -> str:
    """Say in words where two sequences of words part, or nothing if they are the same."""
    if expected == found:
        return ""
    matcher = SequenceMatcher(None, expected, found, autojunk=False)
    for tag, start, stop, from_, to in matcher.get_opcodes():
        if tag != "equal":
            was, became = " ".join(expected[start:stop][:12]), " ".join(found[from_:to][:12])
            return f'the document has "{was}" where the import has "{became}"'
    return ""
