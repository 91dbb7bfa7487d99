"""The booklet of an issue: its pages on sheets as ``printing:`` asks, proved before it is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from pamphleteer.imposition.blanks import spread_blanks
from pamphleteer.imposition.duplex import check_flip, check_sides, flip_for
from pamphleteer.imposition.jobs import ImpositionError, plan_job
from pamphleteer.imposition.orders import job_of, pages_multiple
from pamphleteer.imposition.plan import Plan
from pamphleteer.imposition.printer import Printer
from pamphleteer.issue import Issue
from pamphleteer.problems import IssueError, Problem, SourcePos, error
from pamphleteer.units import Pt

if TYPE_CHECKING:
    from pamphleteer.imposition.creeping import Creeping
    from pamphleteer.imposition.instructions import Instructions
    from pamphleteer.imposition.placing import Setting
    from pamphleteer.reading.opening import Opened

KEYS_BY_CODE = {
    "page-too-large": "paper",
    "no-gripper-edge": "gripper",
    "one-sided-printer": "printer",
    "no-manual-printer": "flip",
    "printer-and-press": "style",
    "does-not-fold": "front",
    "missing-glyph": "slug",
    "marks-left-out": "marks",
    "crossover-gap": "creep",
    "milling-too-shallow": "milling",
    "too-thick": "creep",
    "creep-cuts-type": "creep",
    "unprinted-text": "paper",
    "unprinted-marks": "marks",
    "white-edge": "paper",
}
"""Which key of ``printing:`` asks for what could not be done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Booklet:
    """How a booklet's files are called, for which drum of a Risograph, and for which printer."""

    target: Path
    drum: str = ""
    printer: Printer | None = None

    @property
    def path(self) -> Path:
        """``SLUG-booklet.pdf``, or ``SLUG-booklet-RED.pdf``."""
        return self.beside(f"booklet-{self.drum}" if self.drum else "booklet")

    def beside(self, part: str) -> Path:
        """The file of something that goes with it: ``SLUG-instructions.pdf``."""
        return Path(f"{self.target}-{part}.pdf")


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeBooklet:
    """The files, by their paths; how they are printed and folded; and what there is to say.

    ``margin`` is what stays of an outer `sheetwork.MARGIN` when the booklet is trimmed, if creep is
    reckoned. Without any files, none was wanted.
    """

    files: Mapping[Path, bytes] = field(default_factory=dict)
    instructions: Instructions | None = None
    plan: Plan | None = None
    setting: Setting | None = None
    margin: Pt | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """A booklet under way: its pages, what stands where, and how it is put on paper."""

    issue: Issue
    booklet: Booklet
    opened: Opened
    plan: Plan
    setting: Setting
    creeping: Creeping | None
    margin: Pt | None


def make_booklet(
    issue: Issue, pdf: bytes, pages: Sequence[int | None], booklet: Booklet
) -> MadeBooklet:
    """Impose the pages on sheets, and fold what was written, before it is handed over.

    Args:
        issue: Whose ``printing:`` says how.
        pdf: Its pages.
        pages: Their numbers, in their order; None for one that is blank.
        booklet: Where it goes.

    Raises:
        IssueError: it cannot be done as ``printing:`` asks, a page does not fit, or the sheets
            would not fold to pages in their order.
    """
    from pamphleteer.imposition.fold import FoldError

    try:
        with _placed_in(issue):
            return _finish(_prepare(issue, pdf, pages, booklet))
    except FoldError as fault:
        message = f"the booklet would not fold to pages in their order: {fault}"
        hint = "Nothing was written. Your own grid is wrong, or this is a fault of Pamphleteer's."
        pos = issue.place("printing.front")
        raise IssueError([error("does-not-fold", message, hint=hint, pos=pos)]) from fault


def _prepare(issue: Issue, pdf: bytes, pages: Sequence[int | None], booklet: Booklet) -> _Work:
    """Plan the sheets, and reckon how pages lie on them."""
    # Not at the top: a build for the screen alone need not wait for what makes sheets.
    from pamphleteer.imposition.settings import creeping_of
    from pamphleteer.sheetwork import with_creep

    plan, printer = _plan(issue, len(pages)), booklet.printer
    if printer:
        asked = check_flip(issue.printing.flip, printer)
        if problems := [*check_sides(plan, printer), *asked]:
            raise IssueError(problems)
    opened = _filled(issue, pdf, pages, plan)
    plan = _plan(issue, len(opened.document.pages))
    setting = _setting(issue)
    if printer:
        setting = replace(setting, flip=flip_for(printer, setting.flip))
    creeping = creeping_of(issue.printing)
    setting, margin = with_creep(opened, plan, setting, creeping)
    return _Work(
        issue=issue,
        booklet=booklet,
        opened=opened,
        plan=plan,
        setting=setting,
        creeping=creeping,
        margin=margin,
    )


def _setting(issue: Issue) -> Setting:
    """The setting; a slug line begins with the title and date if no other text is given."""
    from pamphleteer.imposition.settings import setting_of

    setting = setting_of(issue.printing)
    slug = setting.slug or f"{issue.title}, {issue.date}"
    return replace(setting, slug=slug if "slug" in setting.marks else "")


def _filled(issue: Issue, pdf: bytes, pages: Sequence[int | None], plan: Plan) -> Opened:
    """The pages, those of the filler in the place of blank ones."""
    from pamphleteer.reading.filling import fill_blanks, without_pages
    from pamphleteer.reading.opening import Opened, open_pdf
    from pamphleteer.sheetwork import spread_over

    filler = issue.printing.filler
    opened = Opened(name=issue.slug, pdf=pdf)  # just written, and needs no examination
    if not filler:
        return opened
    spread = spread_over(plan, len(pages), issue.printing.blanks)
    taken = [page and pages[page - 1] for page in spread]
    blanks = [at for at, page in enumerate(pages, start=1) if page is None]
    path = Path(filler)
    with _placed_at(issue.place("printing.filler")):
        found = open_pdf(path.read_bytes(), name=path.name)
    return fill_blanks(without_pages(opened, blanks), found, taken)


def _finish(work: _Work) -> MadeBooklet:
    """Write the sheets, fold them, and tell how that is done."""
    from pamphleteer.imposition.instructions import instruct
    from pamphleteer.imposition.settings import stocks_of
    from pamphleteer.press.sheets import impose_pdf
    from pamphleteer.reading.lattice import largest_page
    from pamphleteer.reading.sheet_texts import prove_texts
    from pamphleteer.reading.sheets import prove

    ticket, opened, plan, setting = work.issue.printing, work.opened, work.plan, work.setting
    imposed = impose_pdf(opened.pdf, plan, setting, source=opened.document)
    prove(opened.pdf, imposed, plan, setting, source=opened.document)
    prove_texts(opened.pdf, imposed, plan, setting, source=opened.document)
    told = instruct(
        plan,
        setting,
        page=largest_page(opened.document.pages),
        copies=int(ticket.copies),
        title=f"{work.issue.title}, {work.issue.date}",
        printer=work.booklet.printer,
        stocks=stocks_of(ticket),
    )
    return MadeBooklet(
        files=_files(imposed, told, work),
        instructions=told,
        plan=plan,
        setting=setting,
        margin=work.margin,
        problems=(*opened.notices, *_cautions(imposed, work)),
    )


def _cautions(imposed: bytes, work: _Work) -> Iterator[Problem]:
    """What is told of the sheets, at the keys that ask for it."""
    from pamphleteer.sheetwork import find_cautions

    found = find_cautions(
        imposed,
        work.opened,
        work.plan,
        work.setting,
        creeping=work.creeping,
        printer=work.booklet.printer,
        margin=work.margin,
        options=False,
    )
    yield from (_at_key(problem, work.issue) for problem in found)


def _files(imposed: bytes, told: Instructions, work: _Work) -> dict[Path, bytes]:
    """All files, by their paths."""
    from pamphleteer.press.covers import files_of
    from pamphleteer.sheetwork import write_beside

    booklet, ticket = work.booklet, work.issue.printing
    return files_of(imposed, work.plan, booklet.path, booklet.printer) | write_beside(
        imposed,
        told,
        work.plan,
        work.setting,
        instructions=booklet.beside("instructions") if ticket.instructions == "yes" else None,
        preview=booklet.beside("preview") if ticket.preview == "yes" else None,
    )


def count_sheets(issue: Issue, pages: int) -> int:
    """How many sheets of paper a copy takes."""
    with _placed_in(issue):
        return len(_plan(issue, pages).sheets)


def multiple_to_make_up(issue: Issue) -> int:
    """To how many pages an issue is made up: full sheets, unless blanks stand in other places."""
    with _placed_in(issue):
        multiple = pages_multiple(issue.printing)
    return multiple if issue.printing.blanks == "before-back" else 1


def spread_of(issue: Issue, count: int) -> tuple[int | None, ...]:
    """The page in each place of the issue, None for a blank, if it has so many pages."""
    with _placed_in(issue):
        multiple = pages_multiple(issue.printing)
    places = -(-count // multiple) * multiple
    return spread_blanks(count, places, issue.printing.blanks)


def _plan(issue: Issue, pages: int) -> Plan:
    """What stands where on the booklet's sheets, as the manifest asks for it."""
    return plan_job(pages, job_of(issue.printing))


@contextmanager
def _placed_in(issue: Issue) -> Iterator[None]:
    """Say of problems that have no place at which key of ``printing:`` they stand."""
    try:
        yield
    except ImpositionError as fault:
        raise _at(fault, issue.place(f"printing.{fault.key}")) from fault
    except IssueError as fault:
        placed = [_at_key(problem, issue) for problem in fault.problems]
        raise IssueError(placed) from fault


def _at_key(problem: Problem, issue: Issue) -> Problem:
    key = KEYS_BY_CODE.get(problem.code, "")
    return replace(problem, pos=problem.pos or issue.place(f"printing.{key}"))


@contextmanager
def _placed_at(pos: SourcePos) -> Iterator[None]:
    """Say of all problems that they stand here."""
    try:
        yield
    except IssueError as fault:
        raise _at(fault, pos) from fault


def _at(fault: IssueError, pos: SourcePos) -> IssueError:
    return IssueError(replace(problem, pos=pos) for problem in fault.problems)
