"""What is done about creep: pages moved or narrowed, as their paper and their section ask."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pamphleteer.imposition.creep import (
    SHARP_CREASE,
    Creep,
    Mode,
    Stock,
    least_outer_margin,
    shifts,
)
from pamphleteer.imposition.facing import find_crossovers
from pamphleteer.imposition.fold import make_books
from pamphleteer.imposition.milling import check_upright
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.plan import Plan
from pamphleteer.problems import Problem, warning
from pamphleteer.units import MM_PER_PT, Pt

LEAST_PAGES = 4
"""Of a section: what is folded has no fewer."""


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
    cover = _cover(plan, creeping)
    left = (
        least_outer_margin(
            margin,
            [undone for _, undone in section],
            creeping.stock,
            kappa=creeping.kappa,
            page_width=width,
            cover=cover,
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
    steps = shifts(thickest, creeping.stock, kappa=creeping.kappa, cover=_cover(plan, creeping))
    inside = steps[thickest // 2 - 1].shift
    if inside >= milling:
        depth, milled = inside * MM_PER_PT, milling * MM_PER_PT
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
            cover=_cover(plan, creeping),
        )
        pages = places[start : start + size]
        yield [
            (page, _kept(step, setting.milling) if page in meeting else step)
            for page, step in zip(pages, steps, strict=True)
        ]


def _cover(plan: Plan, creeping: Creeping) -> Stock | None:
    """The cover's paper, with as many leaves as its sheet has on each side of the spine."""
    if creeping.cover is None:
        return None
    pages = len(make_books(plan)[0].pages) // len(plan.sheets)
    return replace(creeping.cover, leaves=max(1, plan.covers * pages // LEAST_PAGES))


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
