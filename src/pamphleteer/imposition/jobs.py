"""Jobs: what somebody asks for, and the plan that comes of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from pamphleteer.imposition import schemes
from pamphleteer.imposition.blanks import Policy, spread_blanks
from pamphleteer.imposition.ganging import (
    bound,
    foot_folded,
    gang,
    tumbled,
    work_and_tumble,
    work_and_turn,
)
from pamphleteer.imposition.plan import Edge, Fold, Order, Plan
from pamphleteer.imposition.scheme_names import SCHEMES
from pamphleteer.problems import IssueError, error, nearest

WorkStyle = Literal["sheetwise", "work-and-turn", "work-and-tumble", "perfecting"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is asked for.

    Attributes:
        scheme: One of `SCHEMES`.
        sheets: Sheets in each signature that is folded together.
        section: Pages of a folded section.
        nested: Whether sections are inserted in one another.
        rows: Of pages on a sheet (n-up), or of pieces into which it is cut.
        columns: The same across; of a concertina its panels.
        order: What becomes of the pieces.
        binding: Where the spine is.
        head_to_toe: Whether versos stand on their heads.
        foot_fold: Whether feet, not heads, meet at a section's level fold.
        one_sided: Whether sheets are printed on one side only.
        cover: Whether the outermost sheet is printed apart, on its own stock.
        style: How a press prints both sides.
        blanks: Where blank pages stand.
        front: The own scheme's front, as `read_side` reads it.
        back: The own scheme's back.
        folds: The own scheme's folds.
    """

    scheme: str = "saddle-stitch"
    sheets: int = 4
    section: int = 16
    nested: bool = False
    rows: int = 1
    columns: int = 1
    order: Order = "piles"
    binding: Edge = "left"
    head_to_toe: bool = False
    foot_fold: bool = False
    one_sided: bool = False
    cover: bool = False
    style: WorkStyle = "sheetwise"
    blanks: Policy = "end"
    front: str = ""
    back: str = ""
    folds: tuple[Fold, ...] = ()

    @property
    def pieces(self) -> int:
        """Pieces into which a sheet is cut."""
        return self.rows * self.columns


Maker = Callable[[int, Job], Plan]

MAKERS: Mapping[str, Maker] = {
    "saddle-stitch": lambda count, _: schemes.saddle_stitch(count),
    "signatures": lambda count, job: schemes.signatures(count, sheets=job.sheets),
    "sections": lambda count, job: schemes.folded_sections(
        count, pages=job.section, nested=job.nested
    ),
    "leaves": lambda count, job: schemes.leaves(count, two_sided=not job.one_sided),
    "cards": lambda count, job: schemes.leaves(count, two_sided=not job.one_sided),
    "calendar": lambda count, job: schemes.leaves(count, two_sided=not job.one_sided),
    "n-up": lambda count, job: schemes.n_up(
        count, rows=job.rows, columns=job.columns, two_sided=not job.one_sided
    ),
    "mini-zine": lambda count, _: schemes.mini_zine(count),
    "french-fold": lambda count, _: schemes.french_fold(count),
    "concertina": lambda count, job: schemes.concertina(
        count, panels=job.columns, two_sided=not job.one_sided
    ),
    "own": lambda count, job: schemes.own_signature(
        count, job.front, job.back, job.folds, nested=job.nested
    ),
}
"""How the schemes of `SCHEMES` are made."""

FLAT = {"n-up", "concertina"}
"""Schemes for which rows and columns are those of pages, not of pieces that are cut."""

WORKED = {"work-and-turn": work_and_turn, "work-and-tumble": work_and_tumble}


def plan_job(count: int, job: Job) -> Plan:
    """The plan for so many pages.

    Raises:
        IssueError: ``bad-imposition``: it cannot be done as it is asked for, and why.
    """
    if job.scheme not in SCHEMES:
        hint = nearest(job.scheme, SCHEMES) or f"Schemes: {', '.join(SCHEMES)}."
        raise _refused(f'no scheme "{job.scheme}"', hint)
    try:
        return _plan(count, job)
    except ValueError as fault:
        raise _refused(str(fault), "Ask for other numbers, or another scheme.") from fault


def _refused(message: str, hint: str) -> IssueError:
    return IssueError([error("bad-imposition", message, hint=hint)])


def _plan(count: int, job: Job) -> Plan:
    plan = _filled(MAKERS[job.scheme], count, job)
    if plan.reading != "leaves":
        _refuse_handling(job)
    else:
        plan = foot_folded(plan) if job.foot_fold else plan
        plan = bound(plan, "top" if job.scheme == "calendar" else job.binding)
    if job.head_to_toe:
        plan = tumbled(plan)
    plan = plan.with_pages(spread_blanks(count, max(plan.pages), job.blanks))
    if job.scheme not in FLAT and job.pieces > 1:
        order: Order = "sheets" if job.scheme == "cards" and job.order == "piles" else job.order
        plan = gang(plan, rows=job.rows, columns=job.columns, order=order)
    if job.cover:
        plan = _with_cover(plan)
    if job.style in WORKED:
        plan = WORKED[job.style](plan)
    if job.style == "perfecting":
        plan = replace(plan.turned_about("level"), worked=True)
    return replace(plan, scheme=job.scheme)


def _with_cover(plan: Plan) -> Plan:
    """The same with its outermost sheet apart: the first one, where all are in one another."""
    is_nest = plan.nested or len(plan.sections) == 1
    if not plan.folds or not is_nest or plan.cut or len(plan.sheets) == 1:
        raise ValueError("only sheets that are nested, not cut, and more than one, have a cover")
    return replace(plan, covers=1)


def _refuse_handling(job: Job) -> None:
    """Refuse what cannot be done with sheets that are read as they lie, or slit."""
    if job.scheme not in FLAT and job.pieces > 1:
        raise ValueError(f"sheets of the scheme {job.scheme} are not cut in pieces")
    if job.style in WORKED:
        raise ValueError(f"sheets of the scheme {job.scheme} are not printed {job.style}")
    if job.binding != "left" or job.foot_fold or job.head_to_toe:
        raise ValueError(f"sheets of the scheme {job.scheme} have no spine")


def _filled(make: Maker, count: int, job: Job) -> Plan:
    """A plan whose folded sheets fill the larger sheets from which they are cut."""
    plan = make(count, job)
    if not plan.sections or job.order == "copies" or job.scheme in FLAT:
        return plan
    whole = -(-len(plan.sheets) // job.pieces) * job.pieces
    return make(max(plan.pages) * whole // len(plan.sheets), job)
