"""Where pages lie on the paper, always at actual size, and whether they fit there.

Points, the origin at the sheet's lower left corner, y upwards, as in PDF.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pamphleteer.imposition.plan import Sheet, Side
from pamphleteer.problems import IssueError, error
from pamphleteer.units import NAMED_SIZES, Pt, Size, parse_size

SLACK = 1
"""Points by which pages may exceed the paper: programs round their page sizes."""

OFFICE_PAPERS = ("letter", "a4")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A page's lower left corner, and the strip of the sheet's width that it may draw on."""

    x: Pt
    y: Pt
    left: Pt
    right: Pt


def lay_paper(paper: Size, page: Size, *, up: int) -> Size:
    """Turn the paper: landscape for pages side by side, else as the page is."""
    short, long = sorted((paper.width, paper.height))
    if up > 1 or page.width > page.height:
        return Size(width=long, height=short)
    return Size(width=short, height=long)


def place_page(page: Size, sheet: Size, *, index: int, up: int) -> Place:
    """Centre one page, or put two in the sheet's halves with their inner edges at the spine.

    Args:
        page: The page as it lies, trimmed.
        sheet: The paper as it lies.
        index: 0 is left.
        up: Pages in the row, one or two.
    """
    spine = Pt(sheet.width / 2)
    y = Pt((sheet.height - page.height) / 2)
    if up == 1:
        return Place(x=Pt(spine - page.width / 2), y=y, left=Pt(0), right=sheet.width)
    if index == 0:
        return Place(x=Pt(spine - page.width), y=y, left=Pt(0), right=spine)
    return Place(x=spine, y=y, left=spine, right=sheet.width)


def list_sides(sheets: Iterable[Sheet]) -> Iterator[Side]:
    """List sides as a duplex printer takes them: front 1, back 1, front 2 and so on."""
    for sheet in sheets:
        yield sheet.front
        if sheet.back:
            yield sheet.back


def check_fit(sheets: Sequence[Sheet], sizes: Mapping[int, Size], paper: Size) -> None:
    """See that every page fits its place on the paper.

    Args:
        sheets: What stands where.
        sizes: Each page's trimmed size, by its number.
        paper: The paper, either way up.

    Raises:
        IssueError: ``page-too-large`` once for each size of page, with the nearest fix.
    """
    first: dict[tuple[Size, int], int] = {}
    for side in list_sides(sheets):
        for slot in side.slots:
            if slot.page:
                first.setdefault((sizes[slot.page], len(side.rows[0])), slot.page)
    problems = [
        error("page-too-large", _say_misfit(page, size, paper, up), hint=_hint(size, paper, up))
        for (size, up), page in first.items()
        if not _fits(size, paper, up)
    ]
    if problems:
        raise IssueError(problems)


def _fits(page: Size, paper: Size, up: int) -> bool:
    sheet = lay_paper(paper, page, up=up)
    return page.width * up <= sheet.width + SLACK and page.height <= sheet.height + SLACK


def _say_misfit(number: int, page: Size, paper: Size, up: int) -> str:
    pages = f"two pages of {_say_size(page)}" if up > 1 else f"a page of {_say_size(page)}"
    return f"page {number}: {pages} at actual size will not fit on {_say_size(paper)} paper"


def _hint(page: Size, paper: Size, up: int) -> str:
    """Name the office paper that takes these pages, or else the largest page this paper takes."""
    for name in OFFICE_PAPERS:
        if _fits(page, parse_size(name), up):
            return f'On {name} it fits: write "paper: {name}" under "printing:".'
    named = {name: parse_size(name) for name in NAMED_SIZES}
    fitting = [name for name, size in named.items() if _fits(size, paper, up)]
    if not fitting:
        return "Print on larger paper."
    largest = max(fitting, key=lambda name: named[name].width * named[name].height)
    return f'The largest page that fits is {_say_size(named[largest])}: write "page: {largest}".'


def _say_size(size: Size) -> str:
    """Write a size in millimetres, with its name when it has one."""
    text = f"{size.width * 25.4 / 72:.0f} × {size.height * 25.4 / 72:.0f} mm"
    for name in NAMED_SIZES:
        known = parse_size(name)
        if abs(known.width - size.width) < SLACK and abs(known.height - size.height) < SLACK:
            return f"{name} ({text})"
    return text
