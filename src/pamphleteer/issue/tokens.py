"""Reads markdown-it's tokens: their lines, and the words that will be printed.

The text is made from the tokens and never from the HTML (`html`): at the end of a build the words
of the PDF are compared with it, and a fault in one of the two must show.
"""

from collections.abc import Iterable, Iterator, Sequence

from markdown_it.token import Token

BREAKS = frozenset({"softbreak", "hardbreak"})

WORDS = frozenset({"text", "text_special", "code_inline"})

CODE = frozenset({"fence", "code_block"})


def first_line(token: Token) -> int:
    """Give a block token's line in the file, from 1; 0 is unknown."""
    return token.map[0] + 1 if token.map else 0


def inline_lines(inline: Token) -> Iterator[tuple[Token, int]]:
    """Pair each token inside a paragraph with its line in the file.

    A break's line is the one that it ends. Lines that are no breaks (in a link's address, in code)
    are counted from the offsets that `markdown` leaves on tokens.
    """
    line, counted = first_line(inline), 0
    for token in inline.children or ():
        offset = token.meta.get("offset", -1)
        if offset >= counted:
            line += inline.content.count("\n", counted, offset)
            counted = offset
        yield token, line
        if token.type in BREAKS:
            line += 1
            counted = inline.content.index("\n", offset) + 1
        elif note := written_note(token):
            line += note.content.count("\n")
            counted = offset + len("^[") + len(note.content)


def written_note(token: Token) -> Token | None:
    """Give the paragraph of a note that stands where it is called (``^[text]``)."""
    note = token.meta.get("inline")
    return note if isinstance(note, Token) else None


def inline_text(inline: Token, *, calls: bool = True) -> str:
    """Write the words of a paragraph, with a newline for each line of its source.

    A note's number stands where it is called, unless without ``calls``. Lines of a note within the
    text are made up for at the next space.
    """
    parts: list[str] = []
    line = first_line(inline)
    for token, token_line in inline_lines(inline):
        if token.type in WORDS:
            words = token.content
            if token.type == "text" and token_line > line and " " in words:
                words = words.replace(" ", "\n" * (token_line - line), 1)
                line = token_line
            parts.append(words)
        elif token.type in BREAKS:
            parts.append("\n" * (token_line + 1 - line))
            line = token_line + 1
        elif calls and "note" in token.meta:
            parts.append(str(token.meta["note"].number))
    return "".join(parts)


def block_text(tokens: Sequence[Token], *, calls: bool = True) -> str:
    """Write the words of a block, with a newline for each line of its source.

    List markers are not among them: they are the layout's, as bullets are. The numbers of notes
    are, unless without ``calls``.
    """
    parts: list[str] = []
    line = next((first_line(token) for token in tokens if token.map), 0)
    for token in tokens:
        if token.type == "inline":
            start, words = first_line(token), inline_text(token, calls=calls)
        elif token.type in CODE:
            start, words = first_line(token) + 1, token.content.rstrip("\n")
        else:
            continue
        parts.append("\n" * (start - line) or (" " if parts else ""))
        parts.append(words)
        line = start + words.count("\n")
    return "".join(parts)


def plain_text(tokens: Sequence[Token] | None) -> str:
    """Write inline tokens as plain text on one line, as for an alternative text."""
    words = (
        token.content if token.type in WORDS else " "
        for token in tokens or ()
        if token.type in WORDS | BREAKS
    )
    return " ".join("".join(words).split())


def split_blocks(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """Part the tokens of a document into its top-level blocks."""
    block: list[Token] = []
    for token in tokens:
        block.append(token)
        if token.level == 0 and token.nesting <= 0:
            yield block
            block = []
