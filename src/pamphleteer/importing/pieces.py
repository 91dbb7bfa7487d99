"""Blocks that know their part in the issue, and single values with the words that named them."""

from dataclasses import dataclass
from typing import Literal

from pamphleteer.importing.source import Block
from pamphleteer.importing.words import plain
from pamphleteer.problems import SourcePos

Role = Literal[
    "open",
    "title",
    "issue line",
    "publisher",
    "headline",
    "byline",
    "crosshead",
    "text",
    "banner",
    "about head",
    "contact head",
    "contact lines",
    "definition",
    "left out",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A block and its role. ``reason`` says why, ``sure`` whether the editor need not look.

    ``level`` counts a crosshead's depth from 2, as Markdown does.
    """

    role: Role
    block: Block
    reason: str = ""
    sure: bool = True
    level: int = 2

    @property
    def text(self) -> str:
        """The block as printed text."""
        return plain(self.block.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One value for a manifest: where it goes, its words, and the words its key stands for.

    ``key`` is a path such as ``("contact", "email")``. ``spoken`` are words of the document that
    the key says (``Email:``, ``Volume``), and that are therefore not in the value.
    """

    key: tuple[str, ...]
    value: str
    pos: SourcePos
    spoken: str = ""
    url: str = ""
