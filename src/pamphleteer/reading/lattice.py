"""The cells of a side, found anew from its paper and its pages, and not from how it was written.

Points; the origin is a sheet's lower left corner.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pamphleteer.imposition.paper import Grid
from pamphleteer.imposition.placing import Setting
from pamphleteer.objects import Page, Rect
from pamphleteer.reading.drawings import Drawing
from pamphleteer.units import Pt, Size

LATTICES = 16
"""How many are remembered: nearly all sides have the same one."""


@dataclass(frozen=True, kw_only=True)
class Lattice:
    """The cells of a side, as they follow from its paper and the largest page that stands there.

    Lines between cells are where the paper is folded or, in the middle of a gutter, cut; all cells
    together stand in the middle of the sheet, but for the strip by which a press holds it.
    ``milling`` is what each cell has at its spine besides its page.
    """

    sheet: Rect
    rows: int
    columns: int
    parts: tuple[int, int]
    cell: tuple[float, float]
    gutter: float
    gripper: float = 0.0
    milling: float = 0.0

    def at(self, drawing: Drawing) -> tuple[int, int]:
        """The row and column in which a drawing has its middle."""
        x, y = drawing.middle
        return self._index(self.sheet[3] - y, way=0), self._index(x, way=1)

    def _index(self, at: float, *, way: int) -> int:
        ends = [end for _, end in self._spans[way]]
        return min(bisect_right(ends, at), len(ends) - 1)

    @cached_property
    def _spans(self) -> tuple[Sequence[tuple[float, float]], ...]:
        """From where to where each row goes, and each column."""
        return tuple(
            [self._span(index, way) for index in range(count)]
            for way, count in enumerate((self.rows, self.columns))
        )

    def _span(self, index: int, way: int) -> tuple[float, float]:
        """From where to where a row (way 0) or column (1) goes, from the top or the left."""
        count, parts = (self.rows, self.columns)[way], self.parts[way]
        length = self.cell[1 - way]
        whole = self.sheet[3 - way] - self.sheet[1 - way]
        each = count // parts
        start = (whole - count * length - (parts - 1) * self.gutter) / 2
        if way == 0 and self.gripper > 0:
            start -= max(0.0, self.gripper - start)
        start += index * length + index // each * self.gutter
        return start, start + length

    @property
    def strips(self) -> tuple[Rect, ...]:
        """What is milled off the spines, which are every second line between columns."""
        _, bottom, _, top = self.box(0, 0)
        bottom = self.box(self.rows - 1, 0)[1]
        lines = [self.box(0, column)[0] for column in range(1, self.columns, 2)]
        reach = self.milling
        return tuple((x - reach, bottom, x + reach, top) for x in lines if reach)

    def box(self, row: int, column: int) -> Rect:
        """A cell."""
        (top, bottom), (left, right) = self._spans[0][row], self._spans[1][column]
        return left, self.sheet[3] - bottom, right, self.sheet[3] - top

    def part(self, row: int, column: int) -> Rect:
        """What may be drawn on from a cell: to its folds and cuts, or to the sheet's edge."""
        return self._parts[row][column]

    @cached_property
    def _parts(self) -> Sequence[Sequence[Rect]]:
        rows, columns = range(self.rows), range(self.columns)
        return [[self._part(row, column) for column in columns] for row in rows]

    def _part(self, row: int, column: int) -> Rect:
        left, bottom, right, top = self.box(row, column)
        half = self.gutter / 2
        across, down = self.columns // self.parts[1], self.rows // self.parts[0]
        return (
            left - (half if column % across == 0 else 0) if column else self.sheet[0],
            bottom - (half if (row + 1) % down == 0 else 0)
            if row + 1 < self.rows
            else self.sheet[1],
            right + (half if (column + 1) % across == 0 else 0)
            if column + 1 < self.columns
            else self.sheet[2],
            top + (half if row % down == 0 else 0) if row else self.sheet[3],
        )


def make_lattice(sheet: Rect, page: Size, grid: Grid, setting: Setting) -> Lattice:
    """The cells of a side.

    Args:
        sheet: The paper.
        page: The largest page, upright, as large as it is on the sheet.
        grid: How many cells there are, between which gutters, and what is milled off.
        setting: The gutters, and the edge by which a press holds the sheet.
    """
    return _make_lattice(sheet, page, grid, (setting.gutter, setting.gripper))


@lru_cache(LATTICES)
def _make_lattice(sheet: Rect, page: Size, grid: Grid, margins: tuple[Pt, Pt]) -> Lattice:
    gutter, gripper = margins
    cell = grid.cell(page)
    return Lattice(
        sheet=sheet,
        rows=grid.rows,
        columns=grid.columns,
        parts=grid.parts,
        cell=(cell.width, cell.height),
        gutter=gutter,
        gripper=gripper,
        milling=grid.milling,
    )


def largest_page(pages: Iterable[Page]) -> Size:
    """The greatest width and the greatest height of any page, trimmed, as it is read upright."""
    sizes = {_size_on_sheet(page) for page in pages}
    width, height = max(each[0] for each in sizes), max(each[1] for each in sizes)
    return Size(width=Pt(width), height=Pt(height))


def _size_on_sheet(page: Page) -> tuple[float, float]:
    left, bottom, right, top = page.trim
    size = (page.unit * (right - left), page.unit * (top - bottom))
    return size[::-1] if page.turn in (90, 270) else size
