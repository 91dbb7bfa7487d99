"""Where pages lie on their sheets. Nothing is scaled unless it is asked for.

Points, the origin at the sheet's lower left corner, y upwards, as in PDF. All pages stand in a grid
of equal cells in the middle of the sheet. Cells touch where the paper is folded, so that pages meet
at the spine; where it is cut, and between pages that are read as they lie, a gutter parts them.
What is milled off a spine before it is glued belongs to the cells on both sides of it. `laying`
puts pages in them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import permutations
from typing import Literal

from pamphleteer.imposition.facing import find_backs, find_crossovers
from pamphleteer.imposition.milling import check_milling
from pamphleteer.imposition.paper import (
    SLACK,
    Grid,
    check_fit,
    grid_of,
    inset,
    turn_for,
    turn_paper,
)
from pamphleteer.imposition.plan import Plan
from pamphleteer.problems import IssueError, error
from pamphleteer.ticket.table import Flip
from pamphleteer.units import MM_PER_PT, Pt, Size

Rect = tuple[float, float, float, float]
"""Left, bottom, right, top."""

Edges = tuple[float, float, float, float]
"""What is beyond each edge of a page: left, bottom, right, top."""

Scale = float | Literal["fit"]

LEAST_SCALE = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """How a plan is put on paper.

    Attributes:
        paper: Its size, either way up.
        flip: The edge over which the printer turns it.
        gutter: What is left between pieces that are cut, and between pages that are not folded.
        milling: What each page has at its spine, to be milled off before the spine is glued.
        gripper: The strip along the lower edge of fronts by which a press holds the sheet.
        margin: What stays free of pages at all edges of the sheet, in points.
        scale: 1 is actual size; ``fit`` is the largest that fits, but never larger than that.
        links: Whether links are moved with their pages, for sheets that are read on a screen.
        shifts: By page, the points by which it is moved towards its spine, for creep.
        stretches: By page, the factor by which it is narrowed about its spine, for creep.
        marks: The printers' marks around the pages, by name (`marks.choose_marks`).
        slug: What the slug line begins with: the job's title and date.
    """

    paper: Size
    flip: Flip = "short-edge"
    gutter: Pt = Pt(0)  # noqa: RUF009  # Pt is a number
    milling: Pt = Pt(0)  # noqa: RUF009  # Pt is a number
    gripper: Pt = Pt(0)  # noqa: RUF009  # Pt is a number
    margin: Pt = Pt(0)  # noqa: RUF009  # Pt is a number
    scale: Scale = 1.0
    links: bool = False
    shifts: Mapping[int, float] = field(default_factory=dict)
    stretches: Mapping[int, float] = field(default_factory=dict)
    marks: tuple[str, ...] = ()
    slug: str = ""


@dataclass(frozen=True, kw_only=True)
class Bed:
    """The cells in which pages lie, the same on all sides of a plan.

    ``cell`` is the size of one. ``spines`` tells for each column at which side it meets its spine:
    -1 left, 1 right, 0 neither. ``shifts`` and ``stretches`` are those of the
    setting. All cells stand in the sheet's middle, ``lift`` higher. ``crossovers`` are the pairs of
    pages that meet, ``backs`` the pages at the backs of sections, and ``bleeds`` by page how far it
    draws beyond its trim, unscaled and upright.
    """

    sheet: Size
    grid: Grid
    cell: Size
    gutter: float
    scale: float
    spines: tuple[int, ...]
    shifts: Mapping[int, float]
    stretches: Mapping[int, float]
    crossovers: frozenset[tuple[int, int]] = frozenset()
    backs: frozenset[int] = frozenset()
    bleeds: Mapping[int, Edges] = field(default_factory=dict)
    lift: float = 0.0

    def box(self, row: int, column: int) -> Rect:
        """The cell in a row, from the top, and a column, from the left."""
        return self._boxes[row][column]

    def clip(self, row: int, column: int) -> Rect:
        """What a page in a cell may draw on: to the middle of gutters, and to the sheet's edges."""
        return self._clips[row][column]

    @cached_property
    def _boxes(self) -> Sequence[Sequence[Rect]]:
        """All cells: there are as many on each of the sides, which may be hundreds."""
        rows, columns = range(self.grid.rows), range(self.grid.columns)
        return [[self._box(row, column) for column in columns] for row in rows]

    @cached_property
    def _clips(self) -> Sequence[Sequence[Rect]]:
        rows, columns = range(self.grid.rows), range(self.grid.columns)
        return [[self._clip(row, column) for column in columns] for row in rows]

    def _box(self, row: int, column: int) -> Rect:
        width, height = self.cell.width, self.cell.height
        x = self.sheet.width / 2 - self._half(self.grid.columns, self.grid.parts[1], width)
        y = self.sheet.height / 2 + self._half(self.grid.rows, self.grid.parts[0], height)
        y += self.lift
        x += column * width + self.gutter * self._gaps(column, self.grid.columns, 1)
        y -= (row + 1) * height + self.gutter * self._gaps(row, self.grid.rows, 0)
        return x, y, x + width, y + height

    def _half(self, count: int, parts: int, length: float) -> float:
        return (count * length + (parts - 1) * self.gutter) / 2

    def _gaps(self, index: int, count: int, way: int) -> int:
        """How many gutters stand before a row or column."""
        return index * self.grid.parts[way] // count

    def _clip(self, row: int, column: int) -> Rect:
        left, bottom, right, top = self.box(row, column)
        rows, columns = self.grid.rows, self.grid.columns
        return (
            (left + self.box(row, column - 1)[2]) / 2 if column else 0.0,
            (bottom + self.box(row + 1, column)[3]) / 2 if row + 1 < rows else 0.0,
            (right + self.box(row, column + 1)[0]) / 2
            if column + 1 < columns
            else float(self.sheet.width),
            (top + self.box(row - 1, column)[1]) / 2 if row else float(self.sheet.height),
        )


def make_bed(
    plan: Plan,
    sizes: Mapping[int, Size],
    setting: Setting,
    *,
    bleeds: Mapping[int, Edges] | None = None,
) -> Bed:
    """The cells for a plan's pages, on paper that is turned as they ask.

    Args:
        plan: What stands where.
        sizes: Each page's trimmed size, upright, by its number.
        setting: The paper, and what is left between pages.
        bleeds: How far each page draws beyond its trim, if that is known.

    Raises:
        IssueError: ``page-too-large``, once for each size of page, with the nearest fix;
            ``bad-imposition``, nothing of such a book is milled.
    """
    check_milling(plan, setting.milling)
    grid, paper = grid_of(plan, milling=setting.milling), setting.paper
    largest = _largest(sizes, paper)
    scale = scale_of(grid, largest, setting)
    scaled = {number: scaled_size(size, scale) for number, size in sizes.items()}
    page = scaled_size(largest, scale)
    if grid.rows * grid.columns > 2:  # a cell then holds the widest page and the deepest one
        scaled[min(scaled, default=1)] = page
    check_fit(grid, scaled, paper, gutter=setting.gutter, margin=setting.margin)
    bed = Bed(
        sheet=turn_paper(
            paper,
            grid.extent(page, setting.gutter),
            pages=(grid.rows, grid.columns),
            margin=setting.margin,
        ),
        grid=grid,
        cell=grid.cell(page),
        gutter=setting.gutter,
        scale=scale,
        spines=_spines(plan, grid),
        shifts=setting.shifts,
        stretches=setting.stretches,
        crossovers=frozenset(each.pages for each in find_crossovers(plan)),
        backs=find_backs(plan),
        bleeds=bleeds or {},
    )
    turned, _ = turn_for(plan, setting.flip, bed.sheet)
    return replace(bed, lift=_lift(bed, turned, setting.gripper))


def _largest(sizes: Mapping[int, Size], paper: Size) -> Size:
    """The greatest width and the greatest height of any page; without pages, the paper's."""
    return Size(
        width=Pt(max((size.width for size in sizes.values()), default=paper.width)),
        height=Pt(max((size.height for size in sizes.values()), default=paper.height)),
    )


def _lift(bed: Bed, plan: Plan, gripper: float) -> float:
    """How much higher than the middle pages stand, so that the press can hold the sheet.

    Turned about its upright line, a sheet is held at the same edge again; about its level one at
    the other, so that both edges must be free.

    Raises:
        IssueError: ``no-gripper-edge``: there is no room for it.
    """
    _, bottom, _, _ = bed.box(bed.grid.rows - 1, 0)
    lift = gripper - bottom
    if gripper <= 0 or lift <= 0:
        return 0.0
    if lift > bottom + SLACK or (plan.axis == "level" and plan.two_sided):
        message = f"the sheet has no room for a gripper edge of {gripper * MM_PER_PT:.0f} mm"
        hint = "Print on larger paper, or with a smaller edge."
        raise IssueError([error("no-gripper-edge", message, hint=hint)])
    return lift


def _spines(plan: Plan, grid: Grid) -> tuple[int, ...]:
    """At which side each column meets the last fold, which is the spine: every second line is."""
    if not plan.folds or plan.folds[-1].half in {"top", "bottom"}:
        return (0,) * grid.columns
    return tuple(-1 if column % 2 else 1 for column in range(grid.columns))


def scale_of(grid: Grid, page: Size, setting: Setting) -> float:
    """The scale of pages on their sheets: as it is asked for, or the largest that fits.

    Args:
        grid: The cells of a sheet.
        page: The largest page, trimmed and upright.
        setting: The scale, the paper and the gutters.
    """
    return _fitting(grid, page, setting) if setting.scale == "fit" else setting.scale


def _fitting(grid: Grid, page: Size, setting: Setting) -> float:
    """The largest scale up to 1 at which pages fit, either way up, to a thousandth."""
    cells, paper = replace(grid, milling=0).extent(page), inset(setting.paper, setting.margin)
    gaps = [(parts - 1) * setting.gutter for parts in grid.parts]
    gaps[1] += grid.columns * grid.milling
    ways = (
        min((width - gaps[1]) / cells.width, (height - gaps[0]) / cells.height)
        for width, height in permutations((paper.width, paper.height))
    )
    return max(LEAST_SCALE, min(1.0, int(max(ways) * 1000) / 1000))


def scaled_size(size: Size, scale: float) -> Size:
    """A size, larger or smaller by a factor."""
    if scale == 1:
        return size
    return replace(size, width=Pt(size.width * scale), height=Pt(size.height * scale))
