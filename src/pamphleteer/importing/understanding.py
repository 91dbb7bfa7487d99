"""Documents to the parts of an issue: the order in which the rules are asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pamphleteer.importing.clues import Vocabulary, read_vocabulary
from pamphleteer.importing.frontmatter import FrontMatter, read_front_matter
from pamphleteer.importing.furniture import leave_out_furniture, tell_left_out
from pamphleteer.importing.heads import find_heads
from pamphleteer.importing.mastheads import find_masthead
from pamphleteer.importing.names import PUBLISHED_BY
from pamphleteer.importing.parts import Join, Part, divide, join_paragraphs
from pamphleteer.importing.pieces import Entry, Piece
from pamphleteer.importing.report import tell_joins, tell_parts
from pamphleteer.importing.runin import split_run_in_heads
from pamphleteer.importing.source import Document
from pamphleteer.importing.words import bare, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """Documents as parts of an issue, and what was done to come there.

    ``joins`` are all seams between paragraphs that were judged, joined or not.
    """

    parts: tuple[Part, ...]
    joins: tuple[Join, ...]
    entries: tuple[Entry, ...]
    done: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A document's pieces, and what they say of the issue."""

    pieces: tuple[Piece, ...]
    entries: tuple[Entry, ...]
    done: tuple[str, ...]


def understand(documents: Sequence[Document]) -> Understood:
    """Find the parts of an issue in its documents, in their order."""
    vocabulary = read_vocabulary(plain(b.text) for each in documents for b in each.blocks)
    parts: list[Part] = []
    joins: list[Join] = []
    entries: tuple[Entry, ...] = ()
    done: list[str] = []
    for index, document in enumerate(documents):
        front = read_front_matter(document)
        named = _name(document, front, entries)
        named = _with_heads(named, front, vocabulary, first=index == 0)
        entries = (*entries, *named.entries)
        done += [*document.done, *front.done, *named.done]
        for part in _with_front_matter(divide(named.pieces, one_article=front.has_headline), front):
            joined, seams = join_paragraphs(part, vocabulary)
            parts.append(joined)
            joins.extend(seams)
    told = (*tell_parts(tuple(parts)), *tell_joins(joins))
    return Understood(parts=tuple(parts), joins=tuple(joins), entries=entries, done=(*told, *done))


def _name(document: Document, front: FrontMatter, known: tuple[Entry, ...]) -> _Named:
    """Find what names the issue, unless the document is one article or comes too late."""
    if front.has_headline:
        pieces = tuple(Piece(role="open", block=block) for block in document.blocks)
        return _Named(pieces=pieces, entries=(), done=())
    masthead = find_masthead(split_run_in_heads(document.blocks))
    pieces, entries = masthead.pieces, masthead.entries
    if known:
        pieces, entries = tuple(_reopened(pieces, known)), ()
    pieces, published = _with_publisher(pieces, known)
    pieces = leave_out_furniture(pieces)
    done = (*masthead.done, *tell_left_out(pieces))
    return _Named(pieces=pieces, entries=(*entries, *published), done=done)


def _reopened(pieces: tuple[Piece, ...], known: tuple[Entry, ...]) -> Iterator[Piece]:
    """In a later document a line that names the issue is a repetition, or else plain text."""
    said = [
        word.casefold() for entry in known for word in bare((entry.spoken, *entry.value.split()))
    ]
    for piece in pieces:
        if piece.role not in ("issue line", "title"):
            yield piece
        elif {word.casefold() for word in bare(piece.text.split())} <= set(said):
            yield replace(piece, role="left out", reason="it repeats the issue's line")
        else:
            yield replace(piece, role="open")


def _with_publisher(
    pieces: tuple[Piece, ...], known: tuple[Entry, ...]
) -> tuple[tuple[Piece, ...], tuple[Entry, ...]]:
    """Take the first line that names a publisher; a second one is text again."""
    found: list[Entry] = [entry for entry in known if entry.key == ("publisher",)]
    before = len(found)
    result = []
    for piece in pieces:
        match = PUBLISHED_BY.fullmatch(piece.text) if piece.role == "publisher" else None
        if match and not found:
            pos = piece.block.pos
            key = ("publisher",)
            found.append(Entry(key=key, value=match["name"], spoken=match["spoken"], pos=pos))
            result.append(piece)
        else:
            result.append(replace(piece, role="open") if piece.role == "publisher" else piece)
    return tuple(result), tuple(found[before:])


def _with_heads(
    named: _Named, front: FrontMatter, vocabulary: Vocabulary, *, first: bool
) -> _Named:
    """Give the open pieces their roles; a title found among them names the publication."""
    titled = not first or any(entry.key == ("title",) for entry in named.entries)
    pieces = find_heads(named.pieces, vocabulary, one_article=front.has_headline, titled=titled)
    if titled:
        return replace(named, pieces=pieces)
    titles = tuple(
        Entry(key=("title",), value=piece.text, pos=piece.block.pos)
        for piece in pieces
        if piece.role == "title"
    )
    return replace(named, pieces=pieces, entries=(*titles, *named.entries))


def _with_front_matter(parts: tuple[Part, ...], front: FrontMatter) -> Iterator[Part]:
    """Give a document's front matter to its first article."""
    lines = front.lines
    for part in parts:
        if lines and part.kind in ("article", "about"):
            yield replace(part, front_matter=lines)
            lines = ()
        else:
            yield part
