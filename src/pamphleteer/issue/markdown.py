r"""The Markdown that authors may write: ``js-default``, spans, notes, containers, typography.

Raw HTML, bad links and unknown attributes are parsed, so that they can be seen and refused with
their lines (`checks`); left to itself markdown-it would print them. Escaped characters stay tokens
of their own (no ``text_join``), so that ``\{`` is not taken for an attribute. Indented code is off:
in a text pasted from elsewhere an indent is no code.

Tokens carry ``meta["offset"]``, their place in the paragraph's source; lines are counted from it.
"""

import re
from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, escape, html_inline, image, link, newline
from markdown_it.token import Token
from mdit_py_plugins.container import container_plugin

from pamphleteer.issue.languages import Convention, convention_for
from pamphleteer.issue.note_marks import add_definitions, read_mark, read_written_note
from pamphleteer.issue.typography import Piece, set_pieces

CONTAINER = "matter"
"""Stands for the name in the types of tokens: ``container_matter_open``."""

InlineRule = Callable[[StateInline, bool], bool]

ATTRIBUTES = re.compile(r'\{((?:"(?:[^"\\]|\\.)*"|[^{}"\n])*)\}')

MARKED_RULES: tuple[tuple[str, InlineRule], ...] = (
    ("newline", newline),
    ("escape", escape),
    ("link", link),
    ("html_inline", html_inline),
)


@cache
def markdown_for(language: str) -> MarkdownIt:
    """Make the parser for texts in a language."""
    parser = MarkdownIt("js-default", {"html": True, "store_labels": True})
    parser.disable(["code", "text_join"])
    parser.normalizeLink = _as_written  # type: ignore[method-assign]  # checked and encoded later
    parser.validateLink = _accept  # type: ignore[method-assign]  # checks.py tells what is wrong
    for name, rule in MARKED_RULES:
        parser.inline.ruler.at(name, _with_offset(rule))
    parser.inline.ruler.at("image", _with_offset(_image_with_attributes))
    parser.inline.ruler.after("link", "span", _with_offset(_span))
    parser.inline.ruler.after("image", "written_note", _with_offset(read_written_note))
    parser.inline.ruler.after("written_note", "note_mark", _with_offset(read_mark))
    add_definitions(parser)
    container_plugin(parser, CONTAINER, validate=lambda name, _: bool(name.strip()))
    parser.core.ruler.push("typography", _typography(convention_for(language)))
    return parser


def _as_written(url: str) -> str:
    return url


def _accept(url: str) -> bool:  # noqa: ARG001 (markdown-it's signature)
    return True


def _with_offset(rule: InlineRule) -> InlineRule:
    """Wrap a rule so that the tokens it makes know their place in the paragraph's source."""

    def run(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        matched = rule(state, silent)
        for token in state.tokens[count:]:
            token.meta.setdefault("offset", start)
        return matched

    return run


def _image_with_attributes(state: StateInline, silent: bool) -> bool:
    """Read an image and the braces behind it; what is in them goes to ``meta["braces"]``."""
    if not image(state, silent):
        return False
    braces = ATTRIBUTES.match(state.src, state.pos, state.posMax)
    if braces:
        state.pos = braces.end()
        if not silent:
            state.tokens[-1].meta["braces"] = braces[1]
    return True


def _span(state: StateInline, silent: bool) -> bool:
    """Read ``[text]{…}``."""
    if state.src[state.pos] != "[":
        return False
    start, maximum = state.pos + 1, state.posMax
    end = parseLinkLabel(state, state.pos, False)
    braces = ATTRIBUTES.match(state.src, end + 1, maximum) if end >= 0 else None
    if not braces:
        return False
    if not silent:
        state.pos, state.posMax = start, end
        state.push("span_open", "span", 1).meta["braces"] = braces[1]
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
    state.pos, state.posMax = braces.end(), maximum
    return True


def _typography(convention: Convention) -> Callable[[StateCore], None]:
    """Make the rule that sets each paragraph's marks."""

    def run(state: StateCore) -> None:
        for token in state.tokens:
            if token.type == "inline" and token.children:
                _set_marks(token.children, convention)

    return run


def _set_marks(tokens: list[Token], convention: Convention) -> None:
    for token in tokens:
        note = token.meta.get("inline")
        if isinstance(note, Token) and note.children:
            _set_marks(note.children, convention)
    texts = set_pieces([_piece(token) for token in _without_addresses(tokens)], convention)
    for token, text in zip(_without_addresses(tokens), texts, strict=True):
        if token.type == "text":
            token.content = text


def _without_addresses(tokens: list[Token]) -> list[Token]:
    """Leave out the printed addresses of ``<https://…>``: their hyphens stay as they are."""
    before = [None, *tokens[:-1]]
    return [
        token
        for token, last in zip(tokens, before, strict=True)
        if not (last and last.type == "link_open" and last.info == "auto")
    ]


def _piece(token: Token) -> Piece:
    match token.type:
        case "text":
            return Piece(text=token.content)
        case "text_special" | "code_inline":
            return Piece(text=token.content, fixed=True)
        case "softbreak" | "hardbreak":
            return Piece(text="\n", fixed=True)
        case "image":
            return Piece(text="\ufffc", fixed=True)
    return Piece(text="", fixed=True)
