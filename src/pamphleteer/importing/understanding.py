"""Documents to the parts of an issue: the order in which the rules are asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pamphleteer.importing.clues import Vocabulary, read_vocabulary
from pamphleteer.importing.frontmatter import FrontMatter, read_front_matter
from pamphleteer.importing.furniture import leave_out_furniture
from pamphleteer.importing.heads import find_heads
from pamphleteer.importing.hyphens import MendedCut, mend_cut_words
from pamphleteer.importing.mastheads import find_masthead, read_issue_line
from pamphleteer.importing.names import PUBLISHED_BY, is_about_head, names_contact
from pamphleteer.importing.parts import Join, Part, divide, join_paragraphs
from pamphleteer.importing.pieces import Entry, Piece
from pamphleteer.importing.runin import split_run_in_heads
from pamphleteer.importing.source import Block, Document, Done, note
from pamphleteer.importing.words import bare, plain
from pamphleteer.problems import Problem, SourcePos


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """Documents as parts of an issue, and what was done to come there.

    ``paths`` are the documents', in their order.
    ``joins`` are all seams between paragraphs that were judged, joined or not; ``cuts`` the words
    that were made whole.
    """

    paths: tuple[str, ...]
    language: str | None
    parts: tuple[Part, ...]
    entries: tuple[Entry, ...]
    joins: tuple[Join, ...]
    cuts: tuple[MendedCut, ...]
    done: tuple[Done, ...]
    unsure: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A document's pieces, and what they say of the issue."""

    pieces: tuple[Piece, ...]
    entries: tuple[Entry, ...]


def understand(documents: Sequence[Document]) -> Understood:
    """Find the parts of an issue in its documents, in their order."""
    vocabulary = read_vocabulary(plain(b.text) for each in documents for b in each.blocks)
    alone = len(documents) == 1
    parts: list[Part] = []
    joins: list[Join] = []
    cuts: list[MendedCut] = []
    entries: tuple[Entry, ...] = ()
    done: list[Done] = []
    unsure: list[Problem] = []
    for document in documents:
        front = read_front_matter(document)
        blocks, mended = _mend(document.blocks, vocabulary)
        named = _name(blocks, front, entries, vocabulary)
        named = _with_heads(named, front, vocabulary, alone=alone)
        entries = (*entries, *named.entries)
        divided = divide(named.pieces, one_article=bool(front.headline))
        page_ends = [piece.block.pos for piece in named.pieces if piece.role == "left out"]
        for part in _with_front_matter(divided, front):
            joined, seams = join_paragraphs(part, vocabulary, page_ends)
            parts.append(joined)
            joins.extend(seams)
        cuts += mended
        done += [*document.done, *front.done]
        unsure += _doubts_of_front_matter(document, front, divided)
    return Understood(
        paths=tuple(document.path for document in documents),
        language=vocabulary.language,
        parts=tuple(parts),
        entries=entries,
        joins=tuple(joins),
        cuts=tuple(cuts),
        done=tuple(done),
        unsure=tuple(unsure),
    )


def _mend(
    blocks: tuple[Block, ...], vocabulary: Vocabulary
) -> tuple[tuple[Block, ...], list[MendedCut]]:
    mended = [mend_cut_words(block, vocabulary) for block in blocks]
    return tuple(block for block, _ in mended), [cut for _, cuts in mended for cut in cuts]


def _name(
    blocks: tuple[Block, ...],
    front: FrontMatter,
    known: tuple[Entry, ...],
    vocabulary: Vocabulary,
) -> _Named:
    """Find what names the issue, unless the document is one article or comes too late."""
    if front.headline:
        return _Named(pieces=tuple(_one_article(blocks, front.headline)), entries=())
    masthead = find_masthead(split_run_in_heads(blocks, vocabulary))
    pieces, entries = masthead.pieces, masthead.entries
    if known:
        pieces, entries = tuple(_reopened(pieces, known)), ()
    pieces, published = _with_publisher(pieces, known)
    titles = (entry.value for entry in (*known, *entries) if entry.key == ("title",))
    pieces = leave_out_furniture(pieces, next(titles, ""))
    return _Named(pieces=pieces, entries=(*entries, *published))


def _one_article(blocks: tuple[Block, ...], headline: str) -> Iterator[Piece]:
    """Open all blocks but a heading that says the headline of the front matter again."""
    for index, block in enumerate(blocks):
        if index == 0 and block.kind == "heading" and _words(plain(block.text)) == _words(headline):
            yield Piece(role="left out", block=block, reason="it repeats the headline")
        else:
            yield Piece(role="open", block=block)


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in bare(text.split()))


def _reopened(pieces: tuple[Piece, ...], known: tuple[Entry, ...]) -> Iterator[Piece]:
    """In a later document a line that names the issue is a repetition, or else plain text."""
    said = {word for entry in known for word in _words(f"{entry.spoken} {entry.value}")}
    for piece in pieces:
        if piece.role not in ("issue line", "title"):
            yield piece
        elif said.issuperset(_words(piece.text)):
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
    named: _Named, front: FrontMatter, vocabulary: Vocabulary, *, alone: bool
) -> _Named:
    """Give the open pieces their roles; a title found among them names the publication.

    Only a document that comes alone is searched for one: of several, each may be an article.
    """
    titled = not alone or any(entry.key == ("title",) for entry in named.entries)
    one_article = bool(front.headline)
    pieces = find_heads(named.pieces, vocabulary, one_article=one_article, titled=titled)
    titles = tuple(
        Entry(key=("title",), value=piece.text, pos=piece.block.pos)
        for piece in pieces
        if piece.role == "title" and not titled
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


def _doubts_of_front_matter(
    document: Document, front: FrontMatter, parts: tuple[Part, ...]
) -> Iterator[Problem]:
    """Say when front matter has no article, or may have made one article of a whole issue."""
    pos = SourcePos(path=document.path, line=1)
    if front.lines and not any(part.kind in ("article", "about") for part in parts):
        message = "the front matter was left out: there is no article below it"
        yield note("front-matter", message, pos=pos)
    if front.headline and any(map(_is_of_an_issue, document.blocks)):
        message = "the front matter names a headline, so the document was taken for one article"
        hint = "If it is a whole issue, take the front matter out and import it again."
        yield note("front-matter", message, hint=hint, pos=pos)


def _is_of_an_issue(block: Block) -> bool:
    """Whether a block is what only a whole issue has: its own name, or standing texts."""
    if block.kind == "heading" and (is_about_head(block.text) or names_contact(block.text)):
        return True
    return any(read_issue_line(plain(line.text), line.pos) for line in block.lines)
