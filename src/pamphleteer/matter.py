"""From galleys to threads: every piece of an issue, set and ready to be placed."""

from collections.abc import Mapping
from dataclasses import dataclass

from pamphleteer.layout.desk import Desk
from pamphleteer.layout.galley import (
    BannerGalleys,
    BoxGalleys,
    Galley,
    NoticeGalley,
    PanelGalley,
    PieceGalleys,
    StoryGalleys,
)
from pamphleteer.layout.galleys import piece_galleys
from pamphleteer.layout.standing import masthead_galley
from pamphleteer.makeup import model as makeup
from pamphleteer.makeup.model import (
    Banner,
    Boxed,
    ContactBlock,
    Notice,
    Panelled,
    Piece,
    Story,
)
from pamphleteer.typeset.thread import Thread
from pamphleteer.typeset.typesetter import Typesetter


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMatter:
    """The threads of an issue, and the galley from which each was made."""

    masthead: Thread
    pieces: tuple[Piece, ...]
    galleys: Mapping[makeup.Thread, Galley]
    threads: tuple[Thread, ...]


def set_matter(typesetter: Typesetter, desk: Desk) -> SetMatter:
    """Make the galleys of all pieces, and a thread of each.

    Raises:
        IssueError: what cannot be set: an unknown glyph, a style that would lose words.
    """
    galleys: dict[makeup.Thread, Galley] = {}
    threads: list[Thread] = []

    def thread(galley: Galley) -> Thread:
        made = typesetter.thread(galley.html, language=galley.language, path=galley.path)
        galleys[made] = galley
        threads.append(made)
        return made

    def piece(made: PieceGalleys) -> Piece:
        match made:
            case StoryGalleys():
                return Story(
                    heads={desk.grid.columns: thread(made.head)},
                    parts=(thread(made.body),),
                    running_head=made.running_head,
                    columns=desk.grid.columns,
                    start=made.start,
                )
            case BannerGalleys():
                return Banner(sizes=tuple(map(thread, made.sizes)))
            case BoxGalleys():
                return Boxed(head=thread(made.head), body=thread(made.body), kind=made.kind)
            case PanelGalley():
                return Panelled(text=thread(made.text), kind=made.kind)
            case NoticeGalley():
                return Notice(
                    text=thread(made.text),
                    name=made.name,
                    span=made.span,
                    rows=made.rows,
                    kind=made.kind,
                    inset=made.inset,
                )
            case _:
                return ContactBlock(text=thread(made.text))

    return SetMatter(
        masthead=thread(masthead_galley(desk)),
        pieces=tuple(map(piece, piece_galleys(desk))),
        galleys=galleys,
        threads=tuple(threads),
    )
