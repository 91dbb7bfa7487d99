"""Completeness: all that was given stands on the pages, or the build stops."""

from collections.abc import Iterator, Sequence

from pamphleteer.makeup.model import Banner, Boxed, Page, Piece, Story, Thread
from pamphleteer.problems import IssueError, SourcePos, error


def refuse_left_out(pieces: Sequence[Piece], pages: Sequence[Page]) -> None:
    """Stop when something was given and stands nowhere.

    Raises:
        IssueError: ``words-lost``, for each thing of which no frame is on any page.
    """
    placed = {placed.thread for page in pages for placed in page.placed}
    problems = [
        error(
            "words-lost",
            "something of this file stands on no page",
            hint="Nothing was written. This is a fault of Pamphleteer: please report it.",
            pos=SourcePos(path=one_of[0].path),
        )
        for piece in pieces
        for one_of in _all_of(piece)
        if placed.isdisjoint(one_of)
    ]
    if problems:
        raise IssueError(problems)


def _all_of(piece: Piece) -> Iterator[tuple[Thread, ...]]:
    """What must stand on the pages; of each of these one is enough."""
    match piece:
        case Story():
            yield tuple(piece.heads.values())
            yield from ((part,) for part in piece.parts if not isinstance(part, int))
            yield from ((thread,) for each in piece.floats for thread in each.threads)
            yield from ((thread,) for thread in piece.jump_threads)
        case Banner():
            yield piece.sizes
        case Boxed():
            yield from ((piece.head,), (piece.body,))
        case _:
            yield (piece.text,)
