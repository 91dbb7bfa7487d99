"""Issues of integers: pieces made of line threads, and the pages that they become."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from hypothesis import strategies as st

from pamphleteer.layout.grid import Grid, Spacing
from pamphleteer.makeup.model import Banner, Boxed, ContactBlock, Page, Piece, Placed, Story
from pamphleteer.makeup.pages import MadeUp, make_up
from pamphleteer.units import Pt, Size
from tests.makeup.lines import LEADING, LineThread, Strip, plain, texts

Kind = Literal["story", "banner", "box", "contact"]
LEAST_BODY = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One piece in numbers: its headline block's lines, and its text."""

    kind: Kind
    head: int
    text: tuple[Strip, ...] = ()
    new_page: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueDraft:
    """All that a make-up is given; ``cuts`` says what kind of threads the texts are."""

    pieces: tuple[Draft, ...]
    grid: Grid
    spacing: Spacing
    multiple: int
    masthead: int
    cuts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """A draft that was made up: its threads in reading order, and the pages.

    ``threads`` has the threads of each piece in the order in which they are read; of a banner, in
    each of its sizes.
    """

    draft: IssueDraft
    masthead: LineThread
    threads: tuple[tuple[LineThread, ...], ...]
    pages: tuple[Page, ...]
    made: MadeUp


def story(text: Sequence[Strip], *, head: int = 2, new_page: bool = False) -> Draft:
    return Draft(kind="story", head=head, text=tuple(text), new_page=new_page)


def banner(lines: int = 1) -> Draft:
    return Draft(kind="banner", head=lines)


def box(lines: int = 6) -> Draft:
    return Draft(kind="box", head=1, text=tuple(plain(lines)))


def contact(lines: int = 6) -> Draft:
    return Draft(kind="contact", head=lines)


def make_grid(*, lines: int = 40, columns: int = 2) -> Grid:
    """A page whose type area is so many lines deep; the margins tell the sides apart."""
    trim = Size(width=Pt(330), height=Pt(lines * LEADING + 100))
    return Grid(
        trim=trim,
        top=Pt(48),
        inner=Pt(40),
        outer=Pt(30),
        lines=lines,
        leading=LEADING,
        columns=columns,
        gutter=Pt(14),
    )


def make_spacing(*, rise: int = 1, before: int = 2, panel: int = 1, padding: int = 1) -> Spacing:
    """Distances such as a layout has."""
    return Spacing(
        masthead_rise=rise,
        before_story=before,
        before_panel=panel,
        least_body=LEAST_BODY,
        banner=3,
        banner_most=9,
        box_padding=padding,
        inset=Pt(10),
        below_masthead=Pt(12),
        below_head=Pt(5),
    )


def issue(
    *pieces: Draft, lines: int = 40, columns: int = 2, multiple: int = 4, masthead: int = 3
) -> IssueDraft:
    """An issue of these pieces on a page of so many lines."""
    return IssueDraft(
        pieces=pieces,
        grid=make_grid(lines=lines, columns=columns),
        spacing=make_spacing(),
        multiple=multiple,
        masthead=masthead,
    )


def make(draft: IssueDraft) -> Set:
    """Make a draft up, with threads of its own."""
    masthead = LineThread(plain(draft.masthead), "masthead")
    made = [_piece(draft, index) for index in range(len(draft.pieces))]
    pages = make_up(
        [piece for piece, _ in made],
        masthead=masthead,
        grid=draft.grid,
        spacing=draft.spacing,
        multiple=draft.multiple,
    )
    threads = tuple(threads for _, threads in made)
    return Set(draft=draft, masthead=masthead, threads=threads, pages=pages.pages, made=pages)


def _piece(whole: IssueDraft, index: int) -> tuple[Piece, tuple[LineThread, ...]]:
    draft, columns = whole.pieces[index], whole.grid.columns
    name = f"{draft.kind}-{index}"
    head = LineThread(plain(draft.head), name)
    body = LineThread(draft.text, name, cuts=whole.cuts)
    match draft.kind:
        case "story":
            made = Story(
                heads={columns: head},
                parts=(body,),
                running_head=name,
                columns=columns,
                start="new-page" if draft.new_page else "run-on",
            )
            return made, (head, body)
        case "banner":
            sizes = tuple(LineThread(plain(draft.head + more), name) for more in range(3))
            return Banner(sizes=sizes), sizes
        case "box":
            return Boxed(head=head, body=body), (head, body)
        case "contact":
            return ContactBlock(text=head), (head,)


def frames_of(made: Set, thread: LineThread) -> list[tuple[Page, Placed]]:
    """The frames of a thread in reading order, each with its page."""
    return [
        (page, placed) for page in made.pages for placed in page.placed if placed.thread is thread
    ]


def texts_of(made: Set) -> Iterator[LineThread]:
    """The texts of articles."""
    for draft, threads in zip(made.draft.pieces, made.threads, strict=True):
        if draft.kind == "story":
            yield threads[1]


grids = st.builds(make_grid, lines=st.integers(24, 46), columns=st.sampled_from([1, 2, 2, 2, 3]))
spacings = st.builds(
    make_spacing,
    rise=st.integers(0, 2),
    before=st.integers(1, 3),
    panel=st.integers(0, 2),
    padding=st.integers(0, 1),
)
stories = st.builds(story, texts(), head=st.integers(1, 5), new_page=st.booleans())
blocks = st.one_of(
    st.builds(banner, st.integers(1, 2)), st.builds(box, st.integers(1, 14)), st.just(contact(5))
)
FLOW = st.lists(st.one_of(stories, stories, blocks), max_size=6)
BACK: st.SearchStrategy[list[Draft]] = st.one_of(
    st.just([]),
    st.lists(st.one_of(st.builds(banner), st.builds(box)), max_size=2).map(
        lambda above: [*above, contact()]
    ),
)


@st.composite
def issues(draw: st.DrawFn) -> IssueDraft:
    """Issues of every kind, whose pieces all have room on a page."""
    return IssueDraft(
        pieces=(*draw(FLOW), *draw(BACK)),
        grid=draw(grids),
        spacing=draw(spacings),
        multiple=draw(st.sampled_from([1, 2, 4, 4, 4])),
        masthead=draw(st.integers(1, 5)),
        cuts=draw(st.booleans()),
    )
