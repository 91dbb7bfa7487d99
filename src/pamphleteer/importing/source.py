"""What a reader makes of a document: blocks of lines in Markdown, each line with its place.

Readers of other formats (Word, ODT) make the same blocks; nothing after this module knows what the
document was.
"""

import re
from dataclasses import dataclass
from typing import Literal

from pamphleteer.problems import Problem, Severity, SourcePos

BREAK = re.compile(r"\s*([-*_])\s*(\1\s*){2,}")

BlockKind = Literal["paragraph", "heading", "verbatim", "definition"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line in Markdown and where it stands in the document.

    ``lead`` is what goes before it inside its block: a new line; a space where two halves of a
    paragraph were joined; nothing where a word was cut in two. ``drops_hyphen`` says that the word
    had a hyphen there, which only ended a line.
    """

    text: str
    pos: SourcePos
    lead: str = "\n"
    drops_hyphen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of a document.

    A ``heading`` is marked as one in the document, with its ``level``; a ``verbatim`` block (list,
    quotation, table, code) goes over as it is; a ``definition`` is of a link or a footnote.
    ``wide_gap`` says that two or more empty lines stand before it.
    """

    kind: BlockKind
    lines: tuple[Line, ...]
    level: int = 0
    wide_gap: bool = False

    @property
    def is_break(self) -> bool:
        """Whether it is a rule between two parts of a text."""
        return self.kind == "verbatim" and bool(BREAK.fullmatch(self.text))

    @property
    def pos(self) -> SourcePos:
        """The place of its first line."""
        return self.lines[0].pos

    @property
    def text(self) -> str:
        """Its lines as one text of Markdown."""
        return "".join(line.lead + line.text for line in self.lines).removeprefix("\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A printed word of the document and its line."""

    text: str
    pos: SourcePos


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document as read: its blocks, and, read independently of them, its printed words.

    ``front_matter`` is YAML as it stands in the file, or empty. ``done`` says what was cleaned.
    """

    path: str
    front_matter: str
    blocks: tuple[Block, ...]
    words: tuple[Word, ...]
    done: tuple["Done", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """One thing that the importer did, in plain language, and where."""

    text: str
    pos: SourcePos


def note(code: str, message: str, *, hint: str = "", pos: SourcePos | None = None) -> Problem:
    """Make a problem that says what the importer was unsure of."""
    return Problem(severity=Severity.NOTE, code=code, message=message, hint=hint, pos=pos)
