"""From galleys to threads: every piece of an issue, set and ready to be placed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pamphleteer.issue.model import AddressItem
from pamphleteer.layout.covers import cover_galleys, cover_of, cover_place
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.fillers import filler_galleys
from pamphleteer.layout.galley import (
    BannerGalleys,
    BoxGalleys,
    FloatGalleys,
    Galley,
    JumpGalleys,
    NoticeGalley,
    PanelGalley,
    PieceGalleys,
    StoryGalleys,
)
from pamphleteer.layout.galleys import piece_galleys
from pamphleteer.layout.standing import address_galley, masthead_galley
from pamphleteer.makeup import model as makeup
from pamphleteer.makeup.filling import Filler
from pamphleteer.makeup.model import (
    AddressPanel,
    Banner,
    Boxed,
    ContactBlock,
    Cover,
    Float,
    Jump,
    Notice,
    Panelled,
    Piece,
    Story,
)
from pamphleteer.problems import Problem, SourcePos
from pamphleteer.typeset.thread import Thread
from pamphleteer.typeset.typesetter import Typesetter

NOWHERE = SourcePos(path="")


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMatter:
    """The threads of an issue, and the galley from which each was made."""

    masthead: makeup.Thread | None
    cover: Cover | None
    pieces: tuple[Piece, ...]
    address: AddressPanel | None
    fillers: tuple[Filler, ...]
    galleys: Mapping[makeup.Thread, Galley]
    threads: tuple[Thread, ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Warnings that were given as the galleys were made, once each, in the files' order."""
        found = {problem for galley in self.galleys.values() for problem in galley.problems}
        return tuple(sorted(found, key=lambda problem: (problem.pos or NOWHERE, problem.message)))


def set_matter(typesetter: Typesetter, desk: Desk) -> SetMatter:
    """Make the galleys of all pieces, and a thread of each.

    Raises:
        IssueError: what cannot be set: an unknown glyph, a style that would lose words.
    """
    galleys: dict[makeup.Thread, Galley] = {}
    threads: list[Thread] = []

    def thread(galley: Galley) -> Thread:
        made = typesetter.later(galley.html, language=galley.language, path=galley.path)
        galleys[made] = galley
        threads.append(made)
        return made

    return SetMatter(
        masthead=_masthead(desk, thread),
        cover=_cover(desk, thread),
        pieces=tuple(_piece(each, thread) for each in piece_galleys(desk)),
        address=_address(desk, thread),
        fillers=tuple(_filler(each, thread) for each in filler_galleys(desk)),
        galleys=galleys,
        threads=tuple(threads),
    )


MakeThread = Callable[[Galley], makeup.Thread]


def _masthead(desk: Desk, thread: MakeThread) -> makeup.Thread | None:
    if "masthead" not in desk.layout.slots:
        return None
    if cover_of(desk.issue) is None:
        return thread(masthead_galley(desk))
    return thread(masthead_galley(desk, width=cover_place(desk).width, over=True))


def _cover(desk: Desk, thread: MakeThread) -> Cover | None:
    item = cover_of(desk.issue)
    if item is None:
        return None
    made = cover_galleys(desk, item)
    return Cover(
        picture=thread(made.picture),
        lines=thread(made.lines) if made.lines else None,
        place=made.place,
    )


def _address(desk: Desk, thread: MakeThread) -> AddressPanel | None:
    item = desk.issue.items[-1]
    if not isinstance(item, AddressItem):
        return None
    made = address_galley(desk, item)
    return AddressPanel(text=thread(made.text), half=made.half, pos=made.pos)


def _piece(made: PieceGalleys, thread: MakeThread) -> Piece:
    match made:
        case StoryGalleys():
            return _story(made, thread)
        case BannerGalleys() | NoticeGalley():
            return _filler(made, thread)
        case BoxGalleys():
            return Boxed(head=thread(made.head), body=thread(made.body), kind=made.kind)
        case PanelGalley():
            return Panelled(text=thread(made.text), kind=made.kind)
        case _:
            return ContactBlock(text=thread(made.text))


def _filler(made: BannerGalleys | NoticeGalley, thread: MakeThread) -> Filler:
    if isinstance(made, BannerGalleys):
        return Banner(sizes=tuple(map(thread, made.sizes)))
    return Notice(
        text=thread(made.text),
        name=made.name,
        span=made.span,
        rows=made.rows,
        kind=made.kind,
        inset=made.inset,
    )


def _story(made: StoryGalleys, thread: MakeThread) -> Story:
    return Story(
        heads={columns: thread(head) for columns, head in made.heads.items()},
        parts=tuple(part if isinstance(part, int) else thread(part) for part in made.parts),
        running_head=made.running_head,
        floats=tuple(_float(each, thread) for each in made.floats),
        columns=made.columns,
        start=made.start,
        jump=_jump(made.jump, thread) if made.jump else None,
    )


def _float(made: FloatGalleys, thread: MakeThread) -> Float:
    return Float(
        name=made.name,
        head=thread(made.head) if made.head else None,
        thread=thread(made.text),
        span=made.stand.span,
        place=made.stand.place,
        across=made.stand.across,
        bleed=made.stand.bleed,
        on_grid=made.on_grid,
        panel=made.panel,
        columns=made.columns,
        pos=made.pos,
    )


def _jump(made: JumpGalleys, thread: MakeThread) -> Jump:
    return Jump(
        page=made.page,
        turn=thread(made.turn),
        head=thread(made.head),
        lines=made.lines,
        parts=made.parts,
        pos=made.pos,
    )
