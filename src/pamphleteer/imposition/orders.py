"""Orders: what a ticket asks for, as a job and a setting."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast

from pamphleteer.imposition.creep import (
    ROUND_FOLD,
    SHARP_CREASE,
    Creep,
    Mode,
    Stock,
    least_outer_margin,
    shifts,
)
from pamphleteer.imposition.facing import find_crossovers
from pamphleteer.imposition.fold import make_books
from pamphleteer.imposition.jobs import ImpositionError, Job, plan_job
from pamphleteer.imposition.milling import check_upright
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.plan import Plan, read_folds
from pamphleteer.imposition.steps import Stocks
from pamphleteer.problems import Problem, warning
from pamphleteer.ticket.marks import read_marks
from pamphleteer.ticket.schemes import GRIDS
from pamphleteer.ticket.table import Pieces, Ticket
from pamphleteer.ticket.values import (
    read_creep,
    read_grid,
    read_length,
    read_number,
    read_paper,
    read_scale,
    read_weight,
)
from pamphleteer.units import Pt

LEAST_PAGES = 4
"""Of a section: what is folded has no fewer."""


CUT_APART: Mapping[str, tuple[str, Pieces | None]] = {
    "cut-and-stack": ("loose-leaf", None),
    "copies": ("loose-leaf", "copies"),
    "cut-stack-fold": ("saddle-stitch", None),
    "copies-cut-fold": ("saddle-stitch", "copies"),
}
"""Schemes that are others, several of which stand on a sheet; and what becomes of these."""

SECTIONS = {(2, 1): 4, (2, 2): 8, (4, 2): 16, (4, 4): 32}
"""Pages of a folded sheet by its columns and rows."""


def job_of(ticket: Ticket) -> Job:
    """The job that is asked for.

    Raises:
        ImpositionError: ``bad-imposition``: no sheet is folded, or cut to strips, in such a grid.
    """
    scheme, order = CUT_APART.get(ticket.scheme, (ticket.scheme, None))
    columns, rows = read_grid(ticket.grid or GRIDS.get(ticket.scheme, "1x1"))
    section = 16
    if scheme == "folded-section":
        section, columns, rows = _section(columns, rows), 1, 1
    if scheme in TWO_UP and ticket.scheme in GRIDS:
        columns = _strips(columns)
    return Job(
        scheme=scheme,
        sheets=int(ticket.signature),
        section=section,
        nested=scheme in NESTED and ticket.gathered == "no",
        rows=rows,
        columns=columns,
        order=order or ticket.order,
        binding=ticket.binding,
        head_to_toe=ticket.head_to_toe == "yes",
        foot_fold=ticket.foot_fold == "yes",
        one_sided=ticket.flip == "simplex",
        cover=ticket.cover == "yes",
        style=ticket.style,
        blanks=ticket.blanks,
        front=ticket.front,
        back=ticket.back,
        folds=read_folds(ticket.folds),
    )


NESTED = {"folded-section", "custom"}
TWO_UP = {"saddle-stitch", "perfect-bound"}


def _section(columns: int, rows: int) -> int:
    pages = SECTIONS.get((columns, rows))
    if pages is None:
        message = f"no sheet is folded with {columns} columns and {rows} rows of pages"
        hint = f"Take {', '.join(f'{c}x{r}' for c, r in SECTIONS)}; or the scheme custom."
        raise ImpositionError(message, key="grid", hint=hint)
    return pages


def _strips(columns: int) -> int:
    if columns % 2:
        message = f"strips of two pages leave one of {columns} columns over"
        raise ImpositionError(message, key="grid", hint="Take an even number of columns.")
    return columns // 2


def setting_of(ticket: Ticket) -> Setting:
    """The paper, the printer's flip, what is left between pages, the scale and the marks."""
    return Setting(
        paper=read_paper(ticket.paper),
        flip="long-edge" if ticket.flip == "long-edge" else "short-edge",
        gutter=read_length(ticket.gutter),
        milling=read_length(ticket.milling),
        gripper=read_length(ticket.gripper),
        scale=read_scale(ticket.scale),
        links=ticket.links == "yes",
        marks=read_marks(ticket.marks),
        slug=ticket.slug,
    )


def creeping_of(ticket: Ticket) -> "Creeping | None":
    """The paper and what is done about creep, if its weight or thickness is given."""
    asked, stock = read_creep(ticket.creep), _stock(ticket)
    if stock is None or asked.way == "none":
        return None
    cover = None
    if ticket.cover_weight:
        cover = Stock.of_weight(
            grammage=read_weight(ticket.cover_weight), bulk=read_number(ticket.bulk)
        )
    kappa = min(ROUND_FOLD, read_number(ticket.fold_factor))
    return Creeping(stock=stock, cover=cover, kappa=kappa, mode=cast(Mode, asked.way))


def _stock(ticket: Ticket) -> Stock | None:
    asked = read_creep(ticket.creep)
    caliper = asked.caliper or (read_number(ticket.caliper) if ticket.caliper else None)
    weight = asked.weight or (read_weight(ticket.weight) if ticket.weight else None)
    if caliper and not asked.weight:
        return Stock(caliper_mm=caliper)
    return Stock.of_weight(grammage=weight, bulk=read_number(ticket.bulk)) if weight else None


def stocks_of(ticket: Ticket) -> Stocks:
    """How heavy the papers are."""
    sheets, cover = (
        read_weight(text) if text else None for text in (ticket.weight, ticket.cover_weight)
    )
    return Stocks(sheets=sheets or read_creep(ticket.creep).weight, cover=cover)


def pages_multiple(ticket: Ticket) -> int:
    """Of how many pages an issue has a multiple, so that its sheets are full.

    Leaves may be of any number, since nobody misses one that is empty; and a strip has as many
    panels as it has, whatever the pages.
    """
    job = job_of(ticket)
    if job.scheme in {"loose-leaf", "cards", "calendar", "concertina"}:
        return 1 if job.one_sided else 2
    if job.scheme == "n-up":
        return 1
    plan = plan_job(1, replace(job, cover=False))
    return sum(len(side.slots) for side in plan.sides) // plan.copies


@dataclass(frozen=True, slots=True, kw_only=True)
class Creeping:
    """The paper, how it folds, and what is done about creep: see `creep.shifts`.

    The ``cover`` is the outermost sheet, where it is of another paper.
    """

    stock: Stock
    cover: Stock | None = None
    kappa: float = SHARP_CREASE
    mode: Mode = "inwards"


def against_creep(setting: Setting, plan: Plan, creeping: Creeping, *, width: Pt) -> Setting:
    """The setting with pages moved towards their spines, or narrowed about them.

    Each section creeps by itself; nested ones together. Loose leaves do not. The pages of a
    crossover are moved inwards no farther than to the fold, so that nothing is lost of a picture
    across them; as much more of their outer edge is cut off.

    Args:
        setting: Without creep.
        plan: What stands where.
        creeping: The paper, and what is done.
        width: How wide a page is on the sheet, across its spine.

    Raises:
        IssueError: ``bad-imposition``: the spine lies level, where pages cannot be moved.
    """
    check_upright(plan, "pages can be moved for creep", key="creep")
    steps = [step for section in _undo(setting, plan, creeping, width) for step in section]
    moved = {page: float(undone.shift) for page, undone in steps if page and undone.shift}
    narrowed = {page: undone.scale for page, undone in steps if page and undone.scale != 1}
    return replace(setting, shifts=moved, stretches=narrowed)


def least_margin(setting: Setting, plan: Plan, creeping: Creeping, *, width: Pt, margin: Pt) -> Pt:
    """What stays of an outer margin when the booklet is trimmed, at the page that loses most."""
    left = (
        least_outer_margin(
            margin,
            [undone for _, undone in section],
            creeping.stock,
            kappa=creeping.kappa,
            page_width=width,
            cover=creeping.cover,
        )
        for section in _undo(setting, plan, creeping, width)
    )
    return min(left, default=margin)


def check_reach(plan: Plan, creeping: Creeping, milling: Pt) -> Iterator[Problem]:
    """See that what is milled off reaches the innermost fold of the thickest section.

    Its leaves lie by their creep farther inside than the section's back, and without a cut fold no
    glue comes to them: they are held by nothing.
    """
    places = len(make_books(plan)[0].pages)
    thickest = max((size for _, size in _sections(plan, places)), default=0)
    if not milling or thickest < LEAST_PAGES:
        return
    steps = shifts(thickest, creeping.stock, kappa=creeping.kappa, cover=creeping.cover)
    inside = steps[thickest // 2 - 1].shift
    if inside >= milling:
        depth, milled = inside * 25.4 / 72, milling * 25.4 / 72
        message = (
            f"the innermost fold of {thickest} pages lies {depth:.1f} mm inside, where milling "
            f"{milled:g} mm off does not reach it: its leaves would come loose"
        )
        hint = "Mill more off, or fold fewer sheets together."
        yield warning("milling-too-shallow", message, hint=hint)


Step = tuple[int | None, Creep]
"""A page, or None for a blank, and what is done with it."""


def _undo(setting: Setting, plan: Plan, creeping: Creeping, width: Pt) -> Iterator[list[Step]]:
    """What is done with the pages of each section."""
    if not plan.folds:
        return
    places = [page.page for page in make_books(plan)[0].pages]
    meeting = {page for each in find_crossovers(plan) for page in each.pages}
    for start, size in _sections(plan, len(places)):
        steps = shifts(
            size,
            creeping.stock,
            kappa=creeping.kappa,
            mode=creeping.mode,
            page_width=width,
            cover=creeping.cover,
        )
        pages = places[start : start + size]
        yield [
            (page, _kept(step, setting.milling) if page in meeting else step)
            for page, step in zip(pages, steps, strict=True)
        ]


def _kept(step: Creep, milling: Pt) -> Creep:
    """Move a page no farther than to the fold, which is as far away as is milled off."""
    return replace(step, shift=min(step.shift, milling))


def _sections(plan: Plan, places: int) -> list[tuple[int, int]]:
    """Where each section begins, and how many places it has."""
    if plan.nested or len(plan.sections) < 2:
        return [(0, places)]
    each = places // sum(plan.sections)
    found, start = [], 0
    for count in plan.sections:
        found.append((start, count * each))
        start += count * each
    return found
