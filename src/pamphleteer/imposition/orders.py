"""Orders: what a ticket asks for, as a job."""

from collections.abc import Mapping
from dataclasses import replace

from pamphleteer.imposition.jobs import ImpositionError, Job, plan_job
from pamphleteer.imposition.plan import read_folds
from pamphleteer.ticket.schemes import GRIDS
from pamphleteer.ticket.table import Pieces, Ticket
from pamphleteer.ticket.values import read_grid

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
    pages = SECTIONS.get((columns, rows)) or SECTIONS.get((rows, columns))  # a sheet that lies so
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
