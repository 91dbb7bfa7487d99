"""Writes tokens as plain semantic HTML: no ids, ``data-line`` on each block element."""

from collections.abc import Sequence
from html import escape

from markdown_it.token import Token

from pamphleteer.issue.model import Note
from pamphleteer.issue.tokens import CODE, WORDS


def render(tokens: Sequence[Token]) -> str:
    """Write block or inline tokens as HTML."""
    return "".join(_render_token(token) for token in tokens)


def _render_token(token: Token) -> str:
    match token.type:
        case "inline":
            return render(token.children or ())
        case "softbreak":
            return "\n"
        case kind if kind in WORDS | CODE:
            return _render_words(token)
    if "note" in token.meta:
        return _render_note(token.meta["note"])
    return "" if token.hidden else _render_tag(token)


def _render_words(token: Token) -> str:
    words = escape(token.content.rstrip("\n"), quote=False)
    if token.type in CODE:
        return f"<pre{_line(token)}><code>{words}</code></pre>"
    return f"<code>{words}</code>" if token.type == "code_inline" else words


def _render_note(note: Note) -> str:
    line = note.text.pos.line
    return (
        f'<span class="note" data-number="{note.number}" data-line="{line}">{note.text.html}</span>'
    )


def _render_tag(token: Token) -> str:
    if token.nesting < 0:
        return f"</{token.tag}>"
    attributes = "".join(f' {key}="{escape(str(token.attrs[key]))}"' for key in token.attrs)
    return f"<{token.tag}{attributes}{_line(token)}>"


def _line(token: Token) -> str:
    return f' data-line="{token.map[0] + 1}"' if token.block and token.map else ""
