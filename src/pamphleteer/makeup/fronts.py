"""Front pages: a masthead above the first article, or a cover that is a page of its own."""

from dataclasses import dataclass

from pamphleteer.layout.grid import Grid, Spacing
from pamphleteer.makeup.block import pour_at_width, pour_whole
from pamphleteer.makeup.model import Cover, Page, Placed, Thread
from pamphleteer.units import Pt


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Front:
    """What stands before the articles: whole pages, or a masthead that takes some rows."""

    pages: tuple[Page, ...] = ()
    placed: tuple[Placed, ...] = ()
    rows: int = 0

    @property
    def first(self) -> int:
        """The page with which articles begin."""
        return len(self.pages) + 1


def set_front(masthead: Thread | None, cover: Cover | None, grid: Grid, spacing: Spacing) -> Front:
    """Pour what the issue begins with."""
    if cover is not None:
        return Front(pages=(_cover_page(cover, masthead, grid),))
    if masthead is None:
        return Front()
    frame = pour_whole(masthead, grid, inset=Pt(0))
    y = grid.y(-spacing.masthead_rise)
    rows = grid.rows(Pt(frame.depth + spacing.below_masthead)) - spacing.masthead_rise
    placed = Placed(frame=frame, thread=masthead, x=grid.left(1), y=y)
    return Front(placed=(placed,), rows=max(0, rows))


def _cover_page(cover: Cover, masthead: Thread | None, grid: Grid) -> Page:
    """The picture first: what comes after it is drawn over it."""
    place, box = cover.place, cover.place.picture
    frame = cover.picture.pour(box.width, box.height)
    placed = [Placed(frame=frame, thread=cover.picture, x=box.x, y=box.y)]
    if masthead is not None:
        frame = pour_at_width(masthead, grid, place.width)
        placed.append(Placed(frame=frame, thread=masthead, x=place.left, y=place.top))
    if cover.lines is not None:
        frame = pour_at_width(cover.lines, grid, place.width)
        y = Pt(place.foot - frame.depth)
        placed.append(Placed(frame=frame, thread=cover.lines, x=place.left, y=y))
    return Page(number=1, placed=tuple(placed), covered=("head", "foot"))
