"""Spreads: what a reader of the finished book sees, opening by opening."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pamphleteer.imposition.placing import Rect
from pamphleteer.imposition.plan import Half, Turn
from pamphleteer.units import Pt, Size


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenPage:
    """A page as the reader sees it.

    Attributes:
        form: The number of the object that draws it, in the imposed file; None for a blank.
        size: Its trimmed size, upright and unscaled.
        clip: What of it can be seen, unscaled, its lower left corner being the origin.
        scale: How large it is printed.
        turn: How far it is turned clockwise before the reader; 0 but where heads meet toes.
        recto: Whether its leaf has not been turned.
    """

    form: int | None
    size: Size
    clip: Rect
    scale: float = 1.0
    turn: Turn = 0
    recto: bool = True

    @property
    def seen(self) -> Size:
        """The size as it is seen: scaled and turned."""
        sides = (Pt(self.size.width * self.scale), Pt(self.size.height * self.scale))
        width, height = sides[::-1] if self.turn in {90, 270} else sides
        return Size(width=width, height=height)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """What lies open before the reader.

    Attributes:
        pages: One page that is read by itself; or those before and behind the spine, from the left
            or from the top. None is where no page is: beside the first one, and the last one.
        numbers: Where its pages stand in the book, counted from 1, blanks included.
        level: Whether the spine lies level, one page above the other.
    """

    pages: tuple[SeenPage | None, ...]
    numbers: tuple[int, ...]
    level: bool = False

    @property
    def label(self) -> str:
        """Its name in a viewer: ``1``, ``2-3``."""
        return "-".join(map(str, self.numbers))


def open_book(
    pages: Sequence[SeenPage], spine: Half | None, *, first: int = 1
) -> tuple[Spread, ...]:
    """Leaf through a book: a verso and the recto behind it lie open together.

    Args:
        pages: In reading order.
        spine: Where the reader finds the spine on a recto; None where pages are read one by one.
        first: The number of the first page.
    """
    if spine is None:
        alone = enumerate(pages, start=first)
        return tuple(Spread(pages=(page,), numbers=(number,)) for number, page in alone)
    return tuple(_open(enumerate(pages, start=first), spine))


def _open(pages: Iterable[tuple[int, SeenPage]], spine: Half) -> Iterator[Spread]:
    left = deque(pages)
    while left:
        number, page = left.popleft()
        if page.recto:
            yield _spread(None, page, (number,), spine)
        elif left and left[0][1].recto:
            yield _spread(page, left.popleft()[1], (number, number + 1), spine)
        else:
            yield _spread(page, None, (number,), spine)


def _spread(
    verso: SeenPage | None, recto: SeenPage | None, numbers: tuple[int, ...], spine: Half
) -> Spread:
    """The recto lies behind a spine at the left or the top, before one at the right or the foot."""
    pages = (verso, recto) if spine in {"left", "top"} else (recto, verso)
    return Spread(pages=pages, numbers=numbers, level=spine in {"top", "bottom"})
