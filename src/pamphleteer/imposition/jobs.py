"""Jobs: what somebody asks for, and the plan that comes of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from pamphleteer.imposition import schemes
from pamphleteer.imposition.blanks import spread_blanks
from pamphleteer.imposition.ganging import (
    bound,
    foot_folded,
    gang,
    tumbled,
    work_and_tumble,
    work_and_turn,
)
from pamphleteer.imposition.plan import Fold, Plan
from pamphleteer.problems import IssueError, error, nearest
from pamphleteer.ticket.table import Edge, Pieces, Policy, WorkStyle


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
    order: Pieces = "piles"
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


def _single_leaves(count: int, job: Job) -> Plan:
    return schemes.leaves(count, two_sided=not job.one_sided)


SCHEMES: Mapping[str, Maker] = {
    "saddle-stitch": lambda count, _: schemes.saddle_stitch(count),
    "perfect-bound": lambda count, job: schemes.signatures(count, sheets=job.sheets),
    "folded-section": lambda count, job: schemes.folded_sections(
        count, pages=job.section, nested=job.nested
    ),
    "loose-leaf": _single_leaves,
    "cards": _single_leaves,
    "calendar": _single_leaves,
    "n-up": lambda count, job: schemes.n_up(
        count, rows=job.rows, columns=job.columns, two_sided=not job.one_sided
    ),
    "mini-zine": lambda count, _: schemes.mini_zine(count),
    "french-fold": lambda count, _: schemes.french_fold(count),
    "concertina": lambda count, job: schemes.concertina(
        count, panels=job.columns, two_sided=not job.one_sided
    ),
    "custom": lambda count, job: schemes.own_signature(
        count, job.front, job.back, job.folds, nested=job.nested
    ),
}
"""Schemes by their names, and how they are made; `ticket.table` tells what comes of each."""

FLAT = {"n-up", "concertina"}
"""Schemes for which rows and columns are those of pages, not of pieces that are cut."""

WORKED = {"work-and-turn": work_and_turn, "work-and-tumble": work_and_tumble}


class ImpositionError(IssueError):
    """A job that cannot be done as it is asked for; ``key`` is the ticket's that asks too much."""

    def __init__(self, message: str, *, key: str, hint: str) -> None:
        self.key = key
        super().__init__([error("bad-imposition", message, hint=hint)])


OTHER_WISH = "Ask for other numbers, or another scheme."


def plan_job(count: int, job: Job) -> Plan:
    """The plan for so many pages.

    Raises:
        ImpositionError: ``bad-imposition``: it cannot be done as it is asked for, and why.
    """
    if job.scheme not in SCHEMES:
        hint = nearest(job.scheme, SCHEMES) or f"Schemes: {', '.join(SCHEMES)}."
        raise ImpositionError(f'no scheme "{job.scheme}"', key="scheme", hint=hint)
    try:
        return _plan(count, job)
    except ValueError as fault:
        raise ImpositionError(str(fault), key="scheme", hint=OTHER_WISH) from fault


def _plan(count: int, job: Job) -> Plan:
    plan = _filled(SCHEMES[job.scheme], count, job)
    if plan.reading != "leaves":
        _refuse_handling(job)
        plan = bound(plan, job.binding)
    else:
        plan = foot_folded(plan) if job.foot_fold else plan
        plan = bound(plan, "top" if job.scheme == "calendar" else job.binding)
    if job.head_to_toe:
        plan = tumbled(plan)
    plan = plan.with_pages(spread_blanks(count, max(plan.pages), job.blanks))
    if job.scheme not in FLAT and job.pieces > 1:
        order: Pieces = "sheets" if job.scheme == "cards" and job.order == "piles" else job.order
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
        message = "only sheets that are nested, not cut, and more than one, have a cover"
        raise ImpositionError(
            message, key="cover", hint="Leave the cover out, or take saddle-stitch."
        )
    return replace(plan, covers=1)


def _refuse_handling(job: Job) -> None:
    """Refuse what cannot be done with sheets that are read as they lie, or slit."""
    wrong = {
        "grid": (job.scheme not in FLAT and job.pieces > 1, "are not cut in pieces"),
        "style": (job.style in WORKED, f"are not printed {job.style}"),
        "binding": (job.binding == "top", "are read across, from the left or the right"),
        "foot_fold": (job.foot_fold, "have no spine"),
        "head_to_toe": (job.head_to_toe, "have no spine"),
    }
    for key, (is_asked, why) in wrong.items():
        if is_asked:
            message = f"sheets of the scheme {job.scheme} {why}"
            raise ImpositionError(message, key=key, hint=OTHER_WISH)


def _filled(make: Maker, count: int, job: Job) -> Plan:
    """A plan whose folded sheets fill the larger sheets from which they are cut."""
    plan = make(count, job)
    if not plan.sections or job.order == "copies" or job.scheme in FLAT:
        return plan
    whole = -(-len(plan.sheets) // job.pieces) * job.pieces
    return make(max(plan.pages) * whole // len(plan.sheets), job)
