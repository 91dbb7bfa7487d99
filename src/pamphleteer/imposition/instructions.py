"""Instructions for a job: the facts that one needs at the printer, and the steps at the table."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from pamphleteer.imposition.binding_steps import tell_assembling, tell_binding, tell_trimming
from pamphleteer.imposition.paper import say_size, turn_for
from pamphleteer.imposition.placing import Bed, Setting, make_bed
from pamphleteer.imposition.plan import Plan
from pamphleteer.imposition.printer import Printer
from pamphleteer.imposition.printing_steps import (
    tell_cutting,
    tell_folding,
    tell_printing,
    tell_putting_back,
    tell_trimming_first,
)
from pamphleteer.imposition.steps import Step, Stocks, Work, say_weight
from pamphleteer.units import Pt, Size

REAM = 500
"""Sheets in a ream (ISO 4046-3)."""
SPOILAGE = Fraction(2, 100)
LEAST_SPOILAGE = 5
"""Sheets to have at hand beyond those that are needed: for jams and for learning."""

KINDS = {
    "saddle-stitch": "Booklet, stapled in the fold",
    "perfect-bound": "Book of folded sections",
    "folded-section": "Book of folded sheets",
    "loose-leaf": "Single leaves, bound at an edge",
    "cards": "Cards",
    "calendar": "Calendar, bound at the top",
    "n-up": "Pages side by side",
    "mini-zine": "Mini-zine of one slit sheet",
    "french-fold": "French fold",
    "concertina": "Concertina",
    "custom": "Folded sheets",
}
"""Schemes, as people call what comes of them."""

SERIES = re.compile(r"[a-z]{1,3}\d+")
"""A paper of a series, such as a4 or sra3."""

MAKERS: tuple[Callable[[Work], Iterator[Step]], ...] = (
    tell_printing,
    tell_putting_back,
    tell_trimming_first,
    tell_cutting,
    tell_folding,
    tell_assembling,
    tell_binding,
    tell_trimming,
)
"""What may have to be done, in its order; each says nothing where there is nothing to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something to know at the printer: what it is about, and what is so."""

    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperUse:
    """How much paper a run takes.

    Attributes:
        per_copy: Sheets that are printed for one copy, or for several that are printed on the same.
        copies_at_once: How many copies come of these sheets.
        sheets: Of the whole run.
        spare: Sheets to have at hand beyond these, for spoilage.
        part: What they are for, where a cover is of another paper: "cover" or "inside".
        weight: Of the paper, in g/m², if somebody said it.
    """

    per_copy: int
    copies_at_once: int
    sheets: int
    spare: int
    part: str = ""
    weight: float | None = None

    @property
    def tenths(self) -> int:
        """Tenths of a ream, rounded up."""
        return -(-self.sheets * 10 // REAM)

    def __str__(self) -> str:
        """As one would tell it at the shop."""
        reams = f"{self.tenths // 10}.{self.tenths % 10}".removesuffix(".0")
        kind = "ream" if self.tenths <= 10 else "reams"
        weight = f" of {say_weight(self.weight)}" if self.weight and self.part else ""
        under = "under " if self.sheets * 10 < REAM else ""
        return f"{_count(self.sheets, 'sheet')}{weight}: {under}{reams} {kind}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instructions:
    """One page for the people who print, fold and staple.

    Attributes:
        title: What is made, in the publication's own words or in ours.
        kind: What it is: "Booklet, stapled in the fold; 12 pages on 3 sheets".
        facts: For the print dialog and for buying paper.
        steps: What to do, in order.
        use: The paper that is used.
        uses: The same, for each paper by itself.
        plan: As it comes out of the printer, for drawings of it.
        bed: Where pages lie on its sheets.
    """

    title: str
    kind: str
    facts: tuple[Fact, ...]
    steps: tuple[Step, ...]
    use: PaperUse
    uses: tuple[PaperUse, ...]
    plan: Plan
    bed: Bed


def instruct(  # all but the plan and its setting may be left out
    plan: Plan,
    setting: Setting,
    *,
    page: Size,
    copies: int = 1,
    title: str = "",
    printer: Printer | None = None,
    stocks: Stocks | None = None,
) -> Instructions:
    """Tell how a job is printed, cut, folded and bound.

    Args:
        plan: What stands where, and what is done with the paper.
        setting: The paper, the printer's flip, gutters and scale.
        page: The trimmed size of the largest page, upright, before it is scaled.
        copies: How many finished copies are wanted.
        title: What is printed, such as "Winter 2026".
        printer: The profile, where there is one: its backs may be printed by hand.
        stocks: The papers' weights.

    Raises:
        IssueError: ``page-too-large``, the pages do not fit the paper.
        ValueError: no copies are asked for.
    """
    bed = make_bed(plan, dict.fromkeys(plan.pages, page), setting)
    printed, flip = turn_for(plan, setting.flip, bed.sheet)
    setting = replace(setting, flip=flip)
    use = reckon_paper(plan, copies)
    work = Work(
        plan=printed,
        bed=bed,
        page=Size(width=Pt(page.width * bed.scale), height=Pt(page.height * bed.scale)),
        setting=setting,
        copies=copies,
        printer=printer,
        stocks=stocks or Stocks(),
    )
    uses = reckon_stocks(plan, copies, work.stocks)
    kind = KINDS.get(plan.scheme, plan.scheme)
    return Instructions(
        title=title or kind,
        kind=f"{kind}; {_say_pages(plan)}" if title else _say_pages(plan),
        facts=tuple(_list_facts(work, use, uses)),
        steps=tuple(step for tell in MAKERS for step in tell(work)),
        use=use,
        uses=uses,
        plan=printed,
        bed=bed,
    )


def reckon_paper(plan: Plan, copies: int) -> PaperUse:
    """How much paper so many copies take; some sheets hold several copies.

    Raises:
        ValueError: no copies are asked for.
    """
    if copies < 1:
        raise ValueError(f"there must be one copy at least, not {copies}")
    return _reckon(plan, copies, len(plan.sheets))


def reckon_stocks(plan: Plan, copies: int, stocks: Stocks) -> tuple[PaperUse, ...]:
    """How much of each paper so many copies take: of one, or of the cover's and that inside."""
    if not plan.covers:
        return (replace(reckon_paper(plan, copies), weight=stocks.sheets),)
    inside = len(plan.sheets) - plan.covers
    return (
        replace(_reckon(plan, copies, plan.covers), part="cover", weight=stocks.cover),
        replace(_reckon(plan, copies, inside), part="inside", weight=stocks.sheets),
    )


def _reckon(plan: Plan, copies: int, per_copy: int) -> PaperUse:
    sheets = per_copy * -(-copies // plan.copies)
    return PaperUse(
        per_copy=per_copy,
        copies_at_once=plan.copies,
        sheets=sheets,
        spare=max(LEAST_SPOILAGE, ceil(sheets * SPOILAGE)),
    )


def _list_facts(work: Work, use: PaperUse, uses: tuple[PaperUse, ...]) -> Iterator[Fact]:
    yield Fact(name="Paper", text=_say_paper(work))
    yield Fact(name="Size", text=_say_scale(work.bed.scale))
    yield Fact(name="Sides", text=_say_sides(work))
    each = "" if use.copies_at_once == 1 else f" make {use.copies_at_once} copies"
    sheets = _count(use.per_copy, "sheet")
    yield Fact(name="Sheets", text=f"{sheets}{each}" if each else f"{sheets} a copy")
    count = _count(work.copies, "copy", "copies")
    if len(uses) == 1:
        yield Fact(name=count, text=_say_use(use))
        return
    for part in uses:
        yield Fact(name=f"{part.part.capitalize()}, {count}", text=_say_use(part))


def _say_paper(work: Work) -> str:
    sheet = work.bed.sheet
    way = "landscape" if sheet.width > sheet.height else "portrait"
    short, long = sorted((sheet.width, sheet.height))
    name = say_size(Size(width=short, height=long))
    first, *rest = name.split(" ", 1)
    shown = first.upper() if SERIES.fullmatch(first) else first.capitalize()
    weight = say_weight(work.stocks.sheets)
    return f"{' '.join((shown, *rest))}, {way}{', ' if weight else ''}{weight}"


def _say_scale(scale: float) -> str:
    if scale == 1:
        return "Actual size (100 %), not “fit to page”"
    kind = "reduced" if scale < 1 else "enlarged"
    return f"Actual size (100 %): pages are {kind} to {100 * scale:g} % already"


def _say_sides(work: Work) -> str:
    if not work.plan.two_sided:
        return "One side only"
    if work.by_hand:
        return "Fronts first, then backs by hand"
    return f"Both sides, {work.turning}"


def _say_use(use: PaperUse) -> str:
    return f"{use}; with {use.spare} spare ones {use.sheets + use.spare}"


def _say_pages(plan: Plan) -> str:
    """How many pages there are on how many sheets, and how many places stay blank."""
    blanks = sum(slot.page is None for side in plan.sides for slot in side.slots)
    blank = f" and {_count(blanks, 'blank')}" if blanks and not plan.cut else ""
    return f"{_count(len(plan.pages), 'page')}{blank} on {_count(len(plan.sheets), 'sheet')}"


def _count(number: int, name: str, names: str = "") -> str:
    return f"{number} {name if number == 1 else names or name + 's'}"
