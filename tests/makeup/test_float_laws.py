"""Floats, of integers: each once, in their order, where they are mentioned or a page later."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from hypothesis import given, reject, settings
from hypothesis import strategies as st

from pamphleteer.makeup.copy import Place, Start
from pamphleteer.makeup.model import Float, Page, Story
from pamphleteer.makeup.pages import make_up
from pamphleteer.problems import IssueError
from tests.makeup.issues import make_grid, make_spacing
from tests.makeup.laws import box_of, follows_on, overlap
from tests.makeup.lines import LineThread, Strip, figure, paragraph, plain

GRID = make_grid()
PLACES: tuple[Place, ...] = ("top", "foot", "column-top", "column-foot")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """An article: its text, and a float for each of some of its lines."""

    text: tuple[Strip, ...]
    floats: tuple[Float, ...] = ()
    start: Start = "run-on"


def floating(rows: int, span: int, place: Place = "top", *, across: bool = False) -> Float:
    """A float so many rows deep, the gap to the text included."""
    thread = LineThread(figure(0, rows - 1), "float")
    return Float(name="a figure", thread=thread, span=span, place=place, across=across)


def mentioning(text: Sequence[Strip], at: Sequence[int]) -> tuple[Strip, ...]:
    """A text whose lines at these places mention floats, in their order; some of them several."""
    numbers: dict[int, list[int]] = defaultdict(list)
    for number, line in enumerate(sorted(at)):
        numbers[line].append(number)
    return tuple(replace(strip, mentions=tuple(numbers[line])) for line, strip in enumerate(text))


def story(name: str, piece: Piece, *, heads: Sequence[int] = (2,)) -> Story:
    return Story(
        heads={columns: LineThread(plain(2), f"{name} head") for columns in heads},
        parts=(LineThread(piece.text, name, cuts=True),),
        running_head=name,
        floats=piece.floats,
        start=piece.start,
    )


def make(stories: Sequence[Story]) -> tuple[Page, ...]:
    spacing = make_spacing()
    return make_up(stories, masthead=None, grid=GRID, spacing=spacing, multiple=1).pages


def page_of(pages: Sequence[Page], thread: LineThread) -> int:
    """The one page on which a float stands."""
    (page,) = (page.number for page in pages for placed in page.placed if placed.thread is thread)
    return page


def mentioned_on(pages: Sequence[Page], text: LineThread, number: int) -> int:
    """The page of the line that mentions a float."""
    (page,) = (
        page.number
        for page in pages
        for placed in page.placed
        if placed.thread is text
        for line in placed.frame.lines
        if number in line.mentions
    )
    return page


def nothing_overlaps(pages: Sequence[Page]) -> None:
    for page in pages:
        boxes = [box_of(placed) for placed in page.placed]
        assert not any(overlap(one, other) for one, other in combinations(boxes, 2)), page.number
        assert all(box.y + box.height <= GRID.y(GRID.lines) + 0.01 for box in boxes)


@st.composite
def pieces(draw: st.DrawFn) -> Piece:
    """Paragraphs, and up to four floats of a page's half or less."""
    lengths = draw(st.lists(st.integers(4, 40), min_size=1, max_size=8))
    text = [strip for block, length in enumerate(lengths) for strip in paragraph(block, length)]
    count = draw(st.integers(0, min(4, len(text))))
    lines = st.integers(0, len(text) - 1)
    at = draw(st.lists(lines, min_size=count, max_size=count))
    floats = tuple(
        floating(
            draw(st.integers(3, 20)),
            span := draw(st.integers(1, 2)),
            draw(st.sampled_from(PLACES)),
            across=span == 2 and draw(st.booleans()),
        )
        for _ in at
    )
    return Piece(text=mentioning(text, at), floats=floats)


@given(st.lists(pieces(), min_size=1, max_size=3))
@settings(max_examples=150)
def test_laws_of_floats(drawn: list[Piece]) -> None:
    stories = [story(f"story-{at}", piece) for at, piece in enumerate(drawn)]
    try:
        pages = make(stories)
    except IssueError as fault:  # large ones in one paragraph; none of 1000 issues
        if {problem.code for problem in fault.problems} <= {"no-room", "late-figure"}:
            reject()
        raise
    nothing_overlaps(pages)
    for made in stories:
        (text,) = made.parts
        assert isinstance(text, LineThread)
        found = [
            placed.frame.content
            for page in pages
            for placed in page.placed
            if placed.thread is text
        ]
        assert follows_on([(run.start, run.end) for run in found], len(text.strips))
        stands = [page_of(pages, each.thread) for each in made.floats]  # type: ignore[arg-type]
        said = [mentioned_on(pages, text, number) for number in range(len(made.floats))]
        assert stands == sorted(stands), "in their order"
        assert all(there >= here for here, there in zip(said, stands, strict=True))
        for number, there in enumerate(stands):
            follows = number and mention_line(text, number) == mention_line(text, number - 1)
            before = max(said[number], stands[number - 1]) if follows else said[number]
            assert there - before <= 1, "on the page of its mention or the next one"


def mention_line(text: LineThread, number: int) -> int:
    (line,) = (at for at, strip in enumerate(text.strips) if number in strip.mentions)
    return line


def test_a_story_beside_another_stands_clear_of_its_figures() -> None:
    """It has no column in which the other has a figure."""
    for place, rows in (("top", 8), ("foot", 8)):
        first = Piece(text=mentioning(plain(20), [3]), floats=(floating(rows, 2, place),))  # type: ignore[arg-type]
        second = Piece(text=tuple(plain(8)), start="new-column")
        stories = [story("one", first), story("two", second, heads=(1, 2))]
        pages = make(stories)
        nothing_overlaps(pages)
        assert len(pages) == 2


def test_a_figure_that_waited_stands_on_the_next_page_whatever_goes_on_there() -> None:
    """No page passes before a float that must stand on it is placed."""
    text = mentioning(plain(200), [70])
    pages = make([story("one", Piece(text=text, floats=(floating(30, 2),)))])
    assert page_of(pages, pages_float(pages)) - 1 <= 1


def pages_float(pages: Sequence[Page]) -> LineThread:
    (thread,) = (
        placed.thread for page in pages for placed in page.placed if placed.thread.path == "float"
    )
    assert isinstance(thread, LineThread)
    return thread
