"""What an issue's booklet and a job of any PDF have in common, before sheets and after.

Pages are moved for creep as their widths ask, before they are imposed; and of sheets that were
proved it is told what is not on them as it was asked for. Read `booklet` and `impose`.
"""

from collections.abc import Iterator
from pathlib import Path

from pamphleteer.imposition.blanks import spread_blanks
from pamphleteer.imposition.creeping import Creeping, against_creep, check_reach, least_margin
from pamphleteer.imposition.instructions import Instructions
from pamphleteer.imposition.paper import grid_of
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.plan import Plan
from pamphleteer.imposition.printer import Printer
from pamphleteer.press.shortcomings import find_shortcomings
from pamphleteer.problems import IssueError, Problem, error, warning
from pamphleteer.reading.lattice import largest_page
from pamphleteer.reading.opening import Opened
from pamphleteer.ticket.table import Policy
from pamphleteer.units import MM_PER_PT, Pt, parse_length

MARGIN = parse_length("10mm")
"""An outer margin, of which it is told what stays when creep is trimmed off."""


def with_creep(
    opened: Opened, plan: Plan, setting: Setting, creeping: Creeping | None
) -> tuple[Setting, Pt | None]:
    """The setting with pages moved for creep, if it is reckoned, and what stays of `MARGIN`."""
    if creeping is None:
        return setting, None
    width = grid_of(plan).cell(largest_page(opened.document.pages)).width
    try:
        moved = against_creep(setting, plan, creeping, width=width)
    except ValueError as fault:
        raise IssueError([_too_thick(plan, f"{fault}")]) from fault
    most = max(map(abs, moved.shifts.values()), default=0.0)
    if most > width / 2:
        raise IssueError(
            [_too_thick(plan, f"inner pages would be moved by {most * MM_PER_PT:.0f} mm")]
        )
    return moved, least_margin(moved, plan, creeping, width=width, margin=MARGIN)


def _too_thick(plan: Plan, why: str) -> Problem:
    most = max(plan.sections, default=len(plan.sheets))
    message = f"{most} sheets of such paper are too thick for one fold: {why}"
    hint = "Take thinner paper, or fold fewer sheets together: the scheme perfect-bound."
    return error("too-thick", message, hint=hint)


def spread_over(plan: Plan, count: int, blanks: Policy) -> tuple[int | None, ...]:
    """The page in each place of one copy, None for a blank, if there are so many pages."""
    places = sum(len(side.slots) for side in plan.sides) // plan.copies
    return spread_blanks(count, places, blanks)


def find_cautions(
    imposed: bytes,
    opened: Opened,
    plan: Plan,
    setting: Setting,
    *,
    creeping: Creeping | None = None,
    printer: Printer | None = None,
    margin: Pt | None = None,
    options: bool = True,
) -> Iterator[Problem]:
    """Find what proved sheets do not show, or a printer does not print, as it was asked for.

    Args:
        imposed: The sheets.
        opened: Their pages.
        plan: What stands where.
        setting: With which they were imposed.
        creeping: The paper, if creep is reckoned.
        printer: The profile of the printer, if there is one.
        margin: What stays of an outer `MARGIN` when creep is trimmed off, if it is reckoned.
        options: Whether a fix is told in a command's options, or else in a manifest's keys.

    Yields:
        Warnings without a place.
    """
    yield from find_shortcomings(opened.document, plan, setting)
    if margin is not None and margin < 0:
        lost = f"{-margin * MM_PER_PT:.1f} mm"
        message = f"creep cuts {lost} into type that stands 10 mm from the outer edge"
        hint = "Take thinner paper, fewer sheets in one fold, or wider outer margins."
        yield warning("creep-cuts-type", message, hint=hint)
    if creeping:
        yield from check_reach(plan, creeping, setting.milling)
    if printer:
        # Not at the top: what draws pages takes a while to load, and few jobs need it.
        from pamphleteer.press.duplex import as_sent
        from pamphleteer.reading.edges import check_edges

        yield from check_edges(
            imposed,
            as_sent(imposed, printer, two_sided=plan.two_sided),
            plan,
            setting,
            printer=printer,
            source=opened.document,
            options=options,
        )


def write_beside(
    imposed: bytes,
    told: Instructions,
    plan: Plan,
    setting: Setting,
    *,
    instructions: Path | None,
    preview: Path | None,
) -> dict[Path, bytes]:
    """Write what goes with sheets, where it is wanted: how to fold them, and what is then read.

    Args:
        imposed: The sheets, proved.
        told: How they are printed and folded.
        plan: What stands where.
        setting: With which they were imposed.
        instructions: The path of the illustrated page, if it is wanted.
        preview: The path of the openings, as the reader sees them, if they are wanted.
    """
    # Not at the top: what sets type, too, takes a while to load.
    files: dict[Path, bytes] = {}
    if instructions:
        from pamphleteer.press.instructions import instructions_pdf

        files[instructions] = instructions_pdf(told)
    if preview:
        from pamphleteer.press.spreads import write_spreads
        from pamphleteer.reading.books import read_spreads

        files[preview] = write_spreads(imposed, read_spreads(imposed, plan, setting))
    return files
