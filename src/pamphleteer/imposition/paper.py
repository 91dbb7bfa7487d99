"""Paper: which way up it lies, and whether the pages fit on it at the size that is asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from pamphleteer.imposition.plan import Axis, Plan
from pamphleteer.papers import find_paper, paper_names
from pamphleteer.problems import IssueError, error
from pamphleteer.ticket.table import Flip
from pamphleteer.units import MM_PER_PT, NAMED_SIZES, Pt, Size, parse_size

SLACK = 1
"""Points by which each page may exceed its part of the paper: programs round their page sizes."""

OFFICE_PAPERS = ("letter", "a4", "tabloid", "a3")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The cells of a side: how many, and between which of them a gutter parts pages.

    ``parts`` is into how many pieces it is cut, rows first; the cells of a piece touch. ``lying``
    tells that pages lie on their sides. ``milling`` is what each cell has at its spine besides its
    page, which is milled off before the spine is glued.
    """

    rows: int
    columns: int
    parts: tuple[int, int]
    lying: bool
    milling: float = 0.0

    def cell(self, page: Size) -> Size:
        """The size of a cell that holds a page, and what is milled off at its spine."""
        width, height = (page.height, page.width) if self.lying else (page.width, page.height)
        return Size(width=Pt(width + self.milling), height=height)

    def piece(self, row: int, column: int) -> tuple[int, int]:
        """The piece on which a cell is, of those into which a sheet is cut."""
        return row * self.parts[0] // self.rows, column * self.parts[1] // self.columns

    def extent(self, page: Size, gutter: float = 0) -> Size:
        """What all cells take together for pages of a size."""
        cell = self.cell(page)
        return Size(
            width=Pt(self.columns * cell.width + (self.parts[1] - 1) * gutter),
            height=Pt(self.rows * cell.height + (self.parts[0] - 1) * gutter),
        )


def grid_of(plan: Plan, *, milling: float = 0.0) -> Grid:
    """The grid of a plan's sides, with so much at each spine to be milled off."""
    side = plan.sheets[0].front
    rows, columns = len(side.rows), side.columns
    parts = (plan.cut.rows, plan.cut.columns) if plan.cut else (1, 1)
    if plan.reading == "flat" and plan.scheme == "n-up":
        parts = (rows, columns)
    lying = any(slot.rotation in {90, 270} for each in plan.sides for slot in each.slots)
    return Grid(rows=rows, columns=columns, parts=parts, lying=lying, milling=milling)


def axis_of(flip: Flip, sheet: Size) -> Axis:
    """The line about which a printer turns a sheet: over a landscape one's short edge, upright."""
    is_landscape = sheet.width > sheet.height
    return "upright" if is_landscape == (flip == "short-edge") else "level"


def flip_about(axis: Axis, sheet: Size) -> Flip:
    """The edge over which a sheet is turned about a line."""
    return "short-edge" if axis_of("short-edge", sheet) == axis else "long-edge"


def turn_for(plan: Plan, flip: Flip, sheet: Size) -> tuple[Plan, Flip]:
    """A plan for a printer, and the edge over which its sheets are turned.

    A press turns sheets as its work style asks, whatever the office printer would do.
    """
    if plan.worked:
        return plan, flip_about(plan.axis, sheet)
    return plan.turned_about(axis_of(flip, sheet)), flip


def inset(paper: Size, margin: float) -> Size:
    """What is left of paper within margins, in points, at all of its edges."""
    return Size(width=Pt(paper.width - 2 * margin), height=Pt(paper.height - 2 * margin))


def turn_paper(
    paper: Size, extent: Size, *, pages: tuple[int, int] = (1, 1), margin: float = 0
) -> Size:
    """Turn the paper as what stands on it asks: where both ways fit, as that is itself.

    ``pages`` are rows and columns of them, each of which may exceed its part of the paper a little;
    ``margin`` is what stays free at each edge, in points.
    """
    short, long = sorted((paper.width, paper.height))
    upright, landscape = Size(width=short, height=long), Size(width=long, height=short)
    ways = (landscape, upright) if extent.width > extent.height else (upright, landscape)
    holding = (way for way in ways if _holds(inset(way, margin), extent, pages))
    return next(holding, ways[0])


def fits(paper: Size, grid: Grid, page: Size, *, gutter: float = 0, margin: float = 0) -> bool:
    """Whether paper, either way up, holds a grid of pages of a size within its margins."""
    pages, extent = (grid.rows, grid.columns), grid.extent(page, gutter)
    turned = turn_paper(paper, extent, pages=pages, margin=margin)
    return _holds(inset(turned, margin), extent, pages)


def _holds(sheet: Size, extent: Size, pages: tuple[int, int]) -> bool:
    wide = extent.width <= sheet.width + SLACK * pages[1]
    return wide and extent.height <= sheet.height + SLACK * pages[0]


def check_fit(
    grid: Grid, sizes: Mapping[int, Size], paper: Size, *, gutter: float = 0, margin: float = 0
) -> None:
    """See that every page fits its place on the paper.

    Args:
        grid: The cells of a side.
        sizes: Each page's trimmed size as it is to stand there, by its number.
        paper: The paper, either way up.
        gutter: What is left between pieces, in points.
        margin: What stays free at the edges of the paper, in points.

    Raises:
        IssueError: ``page-too-large`` once for each size of page, with the nearest fix.
    """
    first: dict[Size, int] = {}
    for number, size in sizes.items():
        first.setdefault(size, number)
    holds = partial(fits, grid=grid, gutter=gutter, margin=margin)
    within = f" with margins of {margin * MM_PER_PT:g} mm" if margin else ""
    problems = [
        error(
            "page-too-large",
            _say_misfit(page, size, paper, grid) + within,
            hint=_hint(size, paper, holds),
        )
        for size, page in first.items()
        if not holds(paper, page=size)
    ]
    if problems:
        raise IssueError(problems)


def _say_misfit(number: int, size: Size, paper: Size, grid: Grid) -> str:
    count = grid.rows * grid.columns
    pages = {1: "a page", 2: "two pages"}.get(count, f"{grid.rows} × {grid.columns} pages")
    what = f"{pages} of {say_size(size)}"
    if grid.milling:
        what += f", each with {grid.milling * MM_PER_PT:g} mm to be milled off,"
    return f"page {number}: {what} will not fit on {say_size(paper)} paper"


def _hint(size: Size, paper: Size, holds: Callable[..., bool]) -> str:
    """Name the usual paper that takes these pages, or else the largest page this paper takes."""
    for name in OFFICE_PAPERS:
        if holds(parse_size(name), page=size):
            return f'On {name} it fits: write "paper: {name}" under "printing:".'
    named = {name: parse_size(name) for name in NAMED_SIZES}
    fitting = [name for name, page in named.items() if holds(paper, page=page)]
    if not fitting:
        return "Print on larger paper."
    largest = max(fitting, key=lambda name: named[name].width * named[name].height)
    return f"The largest page that fits is {say_size(named[largest])}."


def say_size(size: Size) -> str:
    """Write a size in millimetres, with its name when it has one."""
    text = f"{size.width * MM_PER_PT:.0f} × {size.height * MM_PER_PT:.0f} mm"
    for name in (*NAMED_SIZES, *paper_names()):
        known = find_paper(name)
        if abs(known.width - size.width) < SLACK and abs(known.height - size.height) < SLACK:
            return f"{name} ({text})"
    return text
