"""Orders: what a publication's ``printing:`` asks for, as a job and a setting."""

import re
from dataclasses import dataclass, replace

from pamphleteer.imposition.creep import SHARP_CREASE, Mode, Stock, least_outer_margin, shifts
from pamphleteer.imposition.fold import make_books
from pamphleteer.imposition.jobs import Job
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.plan import Plan, read_folds
from pamphleteer.issue.printing import Printing
from pamphleteer.papers import find_paper
from pamphleteer.units import Pt, parse_length

BULK = 1.25
"""Cubic centimetres to the gram: plain office paper."""


def job_of(printing: Printing) -> Job:
    """The job that is asked for."""
    rows, columns = (int(number) for number in re.findall(r"\d+", printing.up))
    one_sided = printing.scheme == "simplex"
    return Job(
        scheme="leaves" if one_sided else printing.scheme,
        sheets=max(1, int(printing.sheets)),
        section=int(printing.section),
        nested=printing.nested == "yes",
        rows=rows,
        columns=columns,
        order=printing.order,
        binding=printing.binding,
        one_sided=one_sided,
        front=printing.front or "",
        back=printing.back or "",
        folds=read_folds(printing.folds or ""),
    )


def setting_of(printing: Printing, plan: Plan, *, width: Pt) -> Setting:
    """The paper and the printer; pages are moved for creep where the paper's weight is given.

    ``width`` is how wide a page is, in points.
    """
    gutter = parse_length(printing.gutter) if printing.gutter else Pt(0)
    setting = Setting(paper=find_paper(printing.paper), flip=printing.flip, gutter=gutter)
    if not printing.weight or printing.creep == "none":
        return setting
    grammage = float(re.findall(r"\d+", printing.weight)[0])
    stock = Stock.of_weight(grammage=grammage, bulk=BULK)
    creeping = Creeping(stock=stock, mode=printing.creep)
    return against_creep(setting, plan, creeping, width=width)


def pages_multiple(printing: Printing) -> int:
    """Of how many pages an issue has a multiple, so that its sheets are full."""
    job = job_of(printing)
    if job.scheme == "own":
        return max(1, len(re.findall(r"\d+", f"{job.front} {job.back}")))
    whole = {"saddle-stitch": 4, "signatures": 4, "sections": job.section, "mini-zine": 8}
    pieces = 1 if job.order == "copies" or job.scheme not in whole else job.pieces
    return whole.get(job.scheme, 1 if job.one_sided else 2) * pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class Creeping:
    """The paper, how it folds, and what is done about creep: see `creep.shifts`."""

    stock: Stock
    kappa: float = SHARP_CREASE
    mode: Mode = "inwards"


def against_creep(setting: Setting, plan: Plan, creeping: Creeping, *, width: Pt) -> Setting:
    """The setting with pages moved towards their spines, or narrowed about them.

    Each section creeps by itself; nested ones together. Loose leaves do not.

    Args:
        setting: Without creep.
        plan: What stands where.
        creeping: The paper, and what is done.
        width: How wide a page is on the sheet, across its spine.
    """
    if not plan.folds:
        return setting
    places = [page.page for page in make_books(plan)[0].pages]
    moved: dict[int, float] = {}
    narrowed: dict[int, float] = {}
    for start, size in _sections(plan, len(places)):
        steps = shifts(
            size, creeping.stock, kappa=creeping.kappa, mode=creeping.mode, page_width=width
        )
        for page, step in zip(places[start : start + size], steps, strict=True):
            if page and step.shift:
                moved[page] = float(step.shift)
            if page and step.scale != 1:
                narrowed[page] = step.scale
    return replace(setting, shifts=moved, stretches=narrowed)


def least_margin(plan: Plan, creeping: Creeping, *, width: Pt, margin: Pt) -> Pt:
    """What stays of an outer margin when the booklet is trimmed, at the page that loses most."""
    places = len(make_books(plan)[0].pages)
    left = (
        least_outer_margin(
            margin,
            size,
            creeping.stock,
            kappa=creeping.kappa,
            mode=creeping.mode,
            page_width=width,
        )
        for _, size in _sections(plan, places)
    )
    return min(left) if plan.folds else margin


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
