"""What a galley is: HTML to be set, with the words that must come out of it; and its pieces."""

from dataclasses import dataclass
from typing import Literal

from pamphleteer.issue.model import Rich
from pamphleteer.problems import Problem, SourcePos


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words that must be found on the pages: their source's lines begin at ``pos``."""

    text: str
    pos: SourcePos


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A piece of a galley: its HTML, the passages that must come out of it, and what to tell.

    ``notes`` are the passages of its footnotes.
    """

    html: str
    passages: tuple[Passage, ...]
    notes: tuple[Passage, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Galley:
    """HTML to be set, and the passages that must come out of it.

    Where ``exact``, the passages are all that it prints, in this order; else a template adds words
    of its own, and each passage must be found whole. ``notes`` are all that it prints at the foot
    of its columns. ``problems`` are warnings.
    """

    html: str
    language: str
    path: str
    passages: tuple[Passage, ...]
    notes: tuple[Passage, ...] = ()
    exact: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryGalleys:
    """An article's headline block and its text."""

    head: Galley
    body: Galley
    running_head: str
    start: Literal["run-on", "new-page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BannerGalleys:
    """A slogan: first as it is set between articles, then larger and larger."""

    sizes: tuple[Galley, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxGalleys:
    """The heading and the text of a box."""

    head: Galley
    body: Galley


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactGalley:
    """The contact block."""

    text: Galley


PieceGalleys = StoryGalleys | BannerGalleys | BoxGalleys | ContactGalley


def passage_of(text: Rich) -> Passage:
    """The words of a line of text."""
    return Passage(text=text.text, pos=text.pos)


def passages_of(*texts: Rich | None) -> tuple[Passage, ...]:
    """The words of those lines of text that there are."""
    return tuple(passage_of(text) for text in texts if text)
