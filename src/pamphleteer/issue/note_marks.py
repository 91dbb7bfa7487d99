"""How notes are written: the rules that markdown-it reads ``[^1]`` and ``^[text]`` with.

Both make a token ``footnote_ref``. Of the first it knows the ``label``; of the second ``inline``
holds the note itself, as a paragraph's token.
"""

from functools import partial

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_def, footnote_ref

CALL = "footnote_ref"

DEFINITION = "footnote_reference_open"

TERMINATED = ["paragraph", "reference", "blockquote", "list"]
"""The blocks that a definition ends, without an empty line before it."""

read_mark = partial(footnote_ref, always_match=True)
"""Reads ``[^1]``, whether there is such a note or not."""


def add_definitions(parser: MarkdownIt) -> None:
    """Teach a parser ``[^1]: text``."""
    parser.block.ruler.before("reference", "footnote_def", footnote_def, {"alt": TERMINATED})


def read_written_note(state: StateInline, silent: bool) -> bool:
    """Read ``^[text]``; one within another is not read on, for it is a fault."""
    start = state.pos
    if not state.src.startswith("^[", start) or start + 2 >= state.posMax:
        return False
    end = parseLinkLabel(state, start + 1)
    if end < 0:
        return False
    if not silent:
        children: list[Token] = []
        inline = Token("inline", "", 0, content=state.src[start + 2 : end], children=children)
        state.push(CALL, "", 0).meta["inline"] = inline
        if not state.env.get("in_note"):
            state.env["in_note"] = True
            state.md.inline.parse(inline.content, state.md, state.env, children)
            state.env["in_note"] = False
    state.pos = end + 1
    return True
