"""Makes blocks of letters and interviews."""

import re

from markdown_it.token import Token

from pamphleteer.issue.containers import Container
from pamphleteer.issue.html import render
from pamphleteer.issue.model import Block, BlockKind
from pamphleteer.issue.notes import notes_in
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.tokens import block_text

SIGNATURE = ("--", "—")

SPEAKER = re.compile(r"(\*\*|__)(?P<name>[^*_\n]+?)(:\1|\1:)")


def read_letter(container: Container) -> Block:
    """Read a letter; its last paragraph is a signature if it begins with a dash."""
    last = container.blocks[-1]
    if last[0].type == "paragraph_open" and last[1].content.startswith(SIGNATURE):
        last[0].attrs["class"] = "signature"
    return _block("letter", container)


def read_interview(container: Container, scope: Scope) -> Block | None:
    """Read an interview: whose name comes first in bold (``**Q:**``) asks, all others answer."""
    speakers = [_speaker(block) for block in container.blocks]
    asks = next((speaker for speaker in speakers if speaker), "")
    if not asks:
        hint = "Begin each question with the name of who asks: **Q:** Why?"
        message = "nobody asks in the interview"
        scope.refuse("bad-interview", message, hint, container.pos)
        return None
    for block, speaker in zip(container.blocks, speakers, strict=True):
        if block[0].type == "paragraph_open":
            block[0].attrs["class"] = "question" if speaker == asks else "answer"
    return _block("interview", container)


def _speaker(block: list[Token]) -> str:
    """Give the name in bold with a colon with which a paragraph begins."""
    is_paragraph = block[0].type == "paragraph_open"
    match = SPEAKER.match(block[1].content) if is_paragraph else None
    return match["name"].strip() if match else ""


def _block(kind: BlockKind, container: Container) -> Block:
    container.opening.attrs = {"class": kind}
    tokens = [token for block in container.blocks for token in block]
    return Block(
        kind=kind,
        html=render([container.opening, *tokens, container.closing]),
        text=block_text([container.opening, *tokens]),
        notes=notes_in(tokens),
        pos=container.pos,
    )
