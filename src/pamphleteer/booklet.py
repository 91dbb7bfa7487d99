"""The booklet of an issue: its pages on sheets as ``printing:`` asks, proved before it is kept."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from pamphleteer.imposition.duplex import check_sides, flip_for
from pamphleteer.imposition.jobs import plan_job
from pamphleteer.imposition.orders import check_reach, creeping_of, job_of, setting_of
from pamphleteer.imposition.paper import grid_of
from pamphleteer.imposition.plan import Plan
from pamphleteer.imposition.printer import Printer
from pamphleteer.issue import Issue
from pamphleteer.problems import IssueError, Problem, SourcePos, error


@dataclass(frozen=True, slots=True, kw_only=True)
class Booklet:
    """Where a booklet goes, and for which printer, if a profile of it was named."""

    path: Path
    printer: Printer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBooklet:
    """One file, or for a printer that is fed by hand three; and how they are printed and folded.

    Without a file, none was wanted. ``problems`` are what could not be done as it was asked for, or
    what the printer cannot print; ``outdated`` are files of an earlier booklet for another printer.
    """

    files: Mapping[Path, bytes] = field(default_factory=dict)
    instructions: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    outdated: tuple[Path, ...] = ()


def make_booklet(issue: Issue, pdf: bytes, pages: int, booklet: Booklet) -> MadeBooklet:
    """Impose the pages on sheets, and fold what was written, before it is handed over.

    Raises:
        IssueError: it cannot be done as ``printing:`` asks, a page does not fit, or the sheets
            would not fold to pages in their order.
    """
    from pamphleteer.imposition.fold import FoldError
    from pamphleteer.reading.parts import find_other_kinds

    try:
        with _placed_at(issue.place("printing")):
            made = _prove_booklet(issue, pdf, pages, booklet)
    except FoldError as fault:
        message = f"the booklet would not fold to pages in their order: {fault}"
        hint = "This is a fault of Pamphleteer's, not of your issue: please report it."
        raise IssueError([error("does-not-fold", message, hint=hint, pos=issue.pos)]) from fault
    return replace(made, outdated=find_other_kinds(booklet.path, made.files))


def _prove_booklet(issue: Issue, pdf: bytes, pages: int, booklet: Booklet) -> MadeBooklet:
    # Not at the top: a build for the screen alone need not wait for pypdf.
    from pamphleteer.imposition.instructions import instruct
    from pamphleteer.imposition.telling import write_instructions
    from pamphleteer.press.sheets import impose_pdf
    from pamphleteer.press.shortcomings import find_shortcomings
    from pamphleteer.reading.lattice import largest_page
    from pamphleteer.reading.sheet_texts import prove_texts
    from pamphleteer.reading.sheets import prove, read_source

    plan, printer = _plan(issue, pages), booklet.printer
    if printer and (problems := list(check_sides(plan, printer))):
        raise IssueError(problems)
    source = read_source(pdf)
    page = largest_page(source.pages)
    setting = setting_of(issue.printing, plan, width=grid_of(plan).cell(page).width)
    if printer:
        setting = replace(setting, flip=flip_for(printer, setting.flip))
    imposed = impose_pdf(pdf, plan, setting, source=source)
    prove(pdf, imposed, plan, setting, source=source)
    prove_texts(pdf, imposed, plan, setting, source=source)
    told = instruct(plan, setting, page=page, title=issue.title, printer=printer)
    files, short = {booklet.path: imposed}, [*find_shortcomings(source, plan, setting)]
    if creeping := creeping_of(issue.printing):
        short += check_reach(plan, creeping, setting.milling)
    if printer:
        from pamphleteer.press.duplex import as_sent
        from pamphleteer.press.printers import for_printer
        from pamphleteer.reading.edges import check_edges

        files = for_printer(imposed, printer, booklet.path, two_sided=plan.two_sided)
        sent = as_sent(imposed, printer, two_sided=plan.two_sided)
        short += check_edges(
            imposed, sent, plan, setting, printer=printer, source=source, options=False
        )
    told_at = tuple(replace(each, pos=issue.place("printing")) for each in short)
    return MadeBooklet(files=files, instructions=write_instructions(told), problems=told_at)


def count_sheets(issue: Issue, pages: int) -> int:
    """How many sheets of paper a copy takes."""
    return len(_plan(issue, pages).sheets)


def _plan(issue: Issue, pages: int) -> Plan:
    """What stands where on the booklet's sheets, as the manifest asks for it."""
    with _placed_at(issue.place("printing")):
        return plan_job(pages, job_of(issue.printing))


@contextmanager
def _placed_at(pos: SourcePos | None) -> Iterator[None]:
    """Say of problems that have no place that they stand here."""
    try:
        yield
    except IssueError as fault:
        placed = (replace(problem, pos=problem.pos or pos) for problem in fault.problems)
        raise IssueError(placed) from fault
