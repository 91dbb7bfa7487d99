"""Reads lines of text with inline markup: checks what they hold, and makes `Rich` of them."""

import re
from urllib.parse import urlsplit

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.token import Token

from pamphleteer.issue.attributes import ESCAPE_HINT, span_attributes
from pamphleteer.issue.html import render
from pamphleteer.issue.markdown import markdown_for
from pamphleteer.issue.model import Rich
from pamphleteer.issue.note_marks import CALL
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.tokens import inline_lines, inline_text, written_note
from pamphleteer.issue.values import EMAIL, HOST
from pamphleteer.problems import SourcePos

LINK_SCHEMES = ("http", "https", "mailto", "tel")

BRACES = re.compile(r"\{[^{}]*\}")

HTML_HINT = r"Use Markdown: *emphasis*, **strong**; write \< to print the sign itself."

NOTE_HINT = "Call it in the text, or put it into the sentence."


def read_rich(text: str, pos: SourcePos, scope: Scope, *, keeps_lines: bool = False) -> Rich:
    """Read inline Markdown from a manifest or front matter, all of it said to be at ``pos``.

    Where it ``keeps_lines``, those of the source are those on the page.
    """
    inline = markdown_for(scope.language).parseInline(text)[0]
    check_inline(inline, scope, pos)
    for token in inline.children or ():
        if token.type == CALL:
            refuse_call("a headline, a caption or the like", scope, pos)
        if keeps_lines and token.type == "softbreak":
            token.type = "hardbreak"
    return to_rich(inline, pos)


def to_rich(inline: Token, pos: SourcePos) -> Rich:
    """Make a rich text of an inline token that was checked."""
    return Rich(html=render([inline]), text=inline_text(inline), pos=pos)


def check_inline(inline: Token, scope: Scope, pos: SourcePos | None = None) -> None:
    """Refuse what may not be in a paragraph, and give links and spans their HTML attributes.

    ``pos`` overrides the lines of the tokens.
    """
    opened: set[str] = set()
    for token, line in inline_lines(inline):
        where = pos or scope.at(line)
        match token.type:
            case "text":
                _check_text(token, scope, where)
            case "html_inline":
                _refuse_html(token, opened, scope, where)
            case "link_open":
                _check_link(token, scope, where)
            case "span_open":
                token.attrs = dict(span_attributes(token.meta["braces"], scope, where))
            case kind if kind == CALL and (note := written_note(token)):
                note.map = [line - 1, line]
                check_inline(note, scope, pos)
            case "image":
                hint = "Put it into a paragraph of its own, with an empty line before and after."
                scope.refuse("inline-image", "an image stands inside a text", hint, where)


def _refuse_html(token: Token, opened: set[str], scope: Scope, pos: SourcePos) -> None:
    """Refuse a tag; the one that closes a refused tag is passed over, so that one fault is told."""
    name = token.content.strip("</> ").lower()
    if token.content.startswith("</") and name in opened:
        opened.discard(name)
        return
    opened.add(name.split(" ")[0])
    scope.refuse("raw-html", f"raw HTML is not allowed: {token.content}", HTML_HINT, pos)


def _check_text(token: Token, scope: Scope, pos: SourcePos) -> None:
    for match in BRACES.finditer(token.content):
        message = f'the attributes "{match[0]}" belong to nothing'
        hint = f"They stand behind an image or a [text in brackets]. {ESCAPE_HINT}"
        scope.refuse("unknown-attribute", message, hint, pos)


def refuse_call(where: str, scope: Scope, pos: SourcePos) -> None:
    """Say that no note may be called here."""
    scope.refuse("misplaced-note", f"a note is called in {where}", NOTE_HINT, pos)


def _check_link(token: Token, scope: Scope, pos: SourcePos) -> None:
    href = str(token.attrs["href"])
    if not _is_link(href):
        message = f'the link "{href}" does not begin with https:, http:, mailto: or tel:'
        scope.refuse("bad-link", message, _suggest_link(href), pos)
    if title := token.attrs.pop("title", None):
        message = f'the title "{title}" of a link would not be printed'
        scope.refuse("bad-link", message, "Write it into the text, or delete it.", pos)
    token.attrs["href"] = normalizeLink(href)
    if token.info == "auto":
        token.attrs["class"] = "url"  # the address is the text: layouts do not spread it


def _is_link(href: str) -> bool:
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    rest = parts.netloc if parts.scheme in ("http", "https") else parts.path
    return parts.scheme in LINK_SCHEMES and bool(rest)


def _suggest_link(href: str) -> str:
    if EMAIL.fullmatch(href):
        return f'Did you mean "mailto:{href}"?'
    if HOST.fullmatch(href.split("/")[0]) and not href.endswith(".md"):
        return f'Did you mean "https://{href}"?'
    return "A page on paper can only link to addresses on the web, e-mail and telephone."
