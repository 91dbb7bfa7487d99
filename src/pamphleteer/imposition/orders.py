"""Orders: what a publication's ``printing:`` asks for, as a job and a setting."""

import re
from collections.abc import Mapping

from pamphleteer.imposition.creep import SHARP_CREASE, Mode, Stock, shifts
from pamphleteer.imposition.fold import make_books
from pamphleteer.imposition.jobs import Job
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.plan import Plan, read_folds
from pamphleteer.issue.model import Printing
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


def setting_of(printing: Printing, plan: Plan) -> Setting:
    """The paper and the printer; pages are moved for creep where the paper's weight is given."""
    gutter = parse_length(printing.gutter) if printing.gutter else Pt(0)
    moved: Mapping[int, float] = {}
    if printing.weight and printing.creep != "none":
        grammage = float(re.findall(r"\d+", printing.weight)[0])
        stock = Stock.of_weight(grammage=grammage, bulk=BULK)
        moved = creep_shifts(plan, stock, mode=printing.creep)
    return Setting(
        paper=find_paper(printing.paper), flip=printing.flip, gutter=gutter, shifts=moved
    )


def pages_multiple(printing: Printing) -> int:
    """Of how many pages an issue has a multiple, so that its sheets are full."""
    job = job_of(printing)
    if job.scheme == "own":
        return max(1, len(re.findall(r"\d+", f"{job.front} {job.back}")))
    whole = {"saddle-stitch": 4, "signatures": 4, "sections": job.section, "mini-zine": 8}
    pieces = 1 if job.order == "copies" or job.scheme not in whole else job.pieces
    return whole.get(job.scheme, 1 if job.one_sided else 2) * pieces


def creep_shifts(
    plan: Plan, stock: Stock, *, kappa: float = SHARP_CREASE, mode: Mode = "inwards"
) -> Mapping[int, float]:
    """By how many points each page is moved towards its spine.

    Each section creeps by itself; nested ones together. Loose leaves do not.
    """
    if not plan.folds:
        return {}
    places = [page.page for page in make_books(plan)[0].pages]
    moved: dict[int, float] = {}
    for start, size in _sections(plan, len(places)):
        steps = shifts(size, stock, kappa=kappa, mode=mode)
        for page, step in zip(places[start : start + size], steps, strict=True):
            if page and step.shift:
                moved[page] = float(step.shift)
    return moved


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
