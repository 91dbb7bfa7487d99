"""Any PDF onto any sheet: opened, planned, written, and proved by folding."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from pamphleteer.imposition.creeping import Creeping
from pamphleteer.imposition.duplex import check_sides
from pamphleteer.imposition.fold import FoldError
from pamphleteer.imposition.instructions import Instructions, instruct
from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.paper import turn_for
from pamphleteer.imposition.placing import Setting, make_bed
from pamphleteer.imposition.plan import Plan
from pamphleteer.imposition.printer import Printer
from pamphleteer.imposition.steps import Stocks
from pamphleteer.objects import UnreadableError
from pamphleteer.press.covers import files_of
from pamphleteer.press.publishing import publish
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.problems import IssueError, Problem, SourcePos, error
from pamphleteer.reading.first_look import has_annotations
from pamphleteer.reading.lattice import largest_page
from pamphleteer.reading.opening import Opened, open_pdf, refuse_damaged
from pamphleteer.reading.parts import find_other_parts
from pamphleteer.reading.sheets import prove
from pamphleteer.sheetwork import find_cautions, spread_over, with_creep, write_beside
from pamphleteer.titles import tell_headline, title_of, with_headline, with_slug
from pamphleteer.units import Pt

MOST_BYTES = 2_000_000_000
"""A file that is larger is not read: nothing that is to be printed and folded is."""

MANIFEST_PAPER = re.compile(r'write "paper: (\S+)" under')


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is made besides the sheets: instructions, a folded preview; for how many copies.

    The pages of a ``filler`` stand where places would be blank.
    """

    copies: int = 1
    printer: Printer | None = None
    filler: Path | None = None
    creep: Creeping | None = None
    stocks: Stocks = field(default_factory=Stocks)
    instructions: Path | None = None
    preview: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Imposed:
    """What was made: files, the plan, how to print and fold it, and what there is to say.

    ``removed`` are parts of an earlier job under the same name, which are not made now. ``margin``
    is what stays of an outer `sheetwork.MARGIN` when the booklet is trimmed, if creep is reckoned.
    """

    outputs: tuple[Path, ...]
    removed: tuple[Path, ...]
    pages: int
    plan: Plan
    setting: Setting
    instructions: Instructions
    margin: Pt | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def sheets(self) -> int:
        """How many sheets of paper it takes."""
        return len(self.plan.sheets)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """A job under way."""

    source: Path
    opened: Opened
    plan: Plan
    setting: Setting
    margin: Pt | None = None
    wish: Wish = field(default_factory=Wish)


def impose_file(
    source: Path,
    output: Path,
    job: Job,
    setting: Setting,
    *,
    wish: Wish | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Imposed:
    """Impose a PDF, fold what was written in simulation, and only then put it in its place.

    Raises:
        IssueError: the file cannot be opened, the job cannot be done as asked, a page does not fit,
            or the sheets would not fold to pages in their order.
    """
    tell("Reading")
    wish = wish or Wish()
    opened = _flat(open_pdf(_read(source), name=str(source)))
    count = len(opened.document.pages)
    with _placed(source):
        plan = plan_job(count, job)
        if wish.filler:
            opened = _filled(opened, plan, job, wish.filler)
            plan = plan_job(len(opened.document.pages), job)
        if wish.printer and (problems := list(check_sides(plan, wish.printer))):
            raise IssueError(problems)
        setting = with_slug(setting, opened, source)
        setting, margin = with_creep(opened, plan, setting, wish.creep)
        work = _Work(
            source=source, opened=opened, plan=plan, setting=setting, margin=margin, wish=wish
        )
        tell("Imposing")
        imposed = impose_pdf(opened.pdf, plan, setting, source=opened.document)
        tell("Folding")
        _prove(imposed, work)
    told = _instruct(work)
    files = _files(imposed, output, told, work)
    notices = (*opened.notices, *_cautions(imposed, told, work))
    outdated = find_other_parts(output, [*files, *_read_files(work)])
    publish(files, outdated=outdated)
    return Imposed(
        outputs=tuple(files),
        removed=outdated,
        pages=count,
        plan=plan,
        setting=setting,
        instructions=told,
        margin=margin,
        problems=notices,
    )


def plan_file(source: Path, job: Job, setting: Setting, *, wish: Wish | None = None) -> Plan:
    """The plan of a job as its sheets would come out of the printer; nothing is written.

    Pages that are too large for the paper are no fault here.

    Raises:
        IssueError: the file cannot be opened, or the job cannot be done as asked.
    """
    opened, wish = open_pdf(_read(source), name=str(source)), wish or Wish()
    with _placed(source):
        plan = plan_job(len(opened.document.pages), job)
        if wish.filler:
            opened = _filled(opened, plan, job, wish.filler)
            plan = plan_job(len(opened.document.pages), job)
        largest = largest_page(opened.document.pages)
        bed = make_bed(plan, {1: largest}, replace(setting, scale="fit"))
    turned, _ = turn_for(plan, setting.flip, bed.sheet)
    return turned


def _flat(opened: Opened) -> Opened:
    """The pages with what lies on them drawn into them."""
    if not has_annotations(opened.document):
        return opened
    from pamphleteer.reading.flattening import flatten_pages  # not at the top: it loads pypdf

    return flatten_pages(opened)


def _filled(opened: Opened, plan: Plan, job: Job, filler: Path) -> Opened:
    """The pages with those of another file where places would be blank."""
    from pamphleteer.reading.filling import fill_blanks  # not at the top: it loads pypdf

    spread = spread_over(plan, len(opened.document.pages), job.blanks)
    return fill_blanks(opened, open_pdf(_read(filler), name=str(filler)), spread)


def _prove(imposed: bytes, work: _Work) -> None:
    try:
        prove(work.opened.pdf, imposed, work.plan, work.setting, source=work.opened.document)
    except FoldError as fault:
        message = f"the sheets would not fold to pages in their order: {fault}"
        hint = "Nothing was written. Your own grid is wrong, or this is a fault of Pamphleteer's."
        raise IssueError([error("does-not-fold", message, hint=hint)]) from fault


def _instruct(work: _Work) -> Instructions:
    return instruct(
        work.plan,
        work.setting,
        page=largest_page(work.opened.document.pages),
        copies=work.wish.copies,
        title=title_of(work.opened, work.source),
        printer=work.wish.printer,
        stocks=work.wish.stocks,
    )


def _files(imposed: bytes, output: Path, told: Instructions, work: _Work) -> dict[Path, bytes]:
    """All that is to be written, by its path."""
    wish = work.wish
    files = files_of(imposed, work.plan, output, wish.printer)
    _refuse_overwriting(work, tuple(files))
    return files | write_beside(
        imposed,
        with_headline(told) if wish.instructions else told,
        work.plan,
        work.setting,
        instructions=wish.instructions,
        preview=wish.preview,
    )


def _cautions(imposed: bytes, told: Instructions, work: _Work) -> Iterator[Problem]:
    """What is told of the sheets, and is told of the file."""
    found = find_cautions(
        imposed,
        work.opened,
        work.plan,
        work.setting,
        creeping=work.wish.creep,
        printer=work.wish.printer,
        margin=work.margin,
    )
    pos = SourcePos(path=str(work.source))
    yield from (replace(problem, pos=pos) for problem in found)
    if work.wish.instructions:
        yield from tell_headline(told, pos)


def _refuse_overwriting(work: _Work, parts: Sequence[Path]) -> None:
    """No output may be a file that is read, nor two of them the same."""
    wish = work.wish
    others = (path for path in (wish.instructions, wish.preview) if path)
    written = [path.resolve() for path in (*parts, *others)]
    read = {path.resolve() for path in _read_files(work)}
    if read.intersection(written) or len(set(written)) < len(written):
        message = "a file that is read or written would be overwritten"
        pos = SourcePos(path=str(work.source))
        hint = "Give each output a name of its own."
        raise IssueError([error("same-file", message, hint=hint, pos=pos)])


def _read_files(work: _Work) -> tuple[Path, ...]:
    return tuple(path for path in (work.source, work.wish.filler) if path)


def _read(source: Path) -> bytes:
    try:
        if not source.is_file():
            raise _unreadable(source, "it is not there, or no file")
        if source.stat().st_size > MOST_BYTES:
            raise _unreadable(source, "it is larger than two gigabytes")
        return source.read_bytes()
    except OSError as fault:
        raise _unreadable(source, fault.strerror or str(fault)) from fault


def _unreadable(source: Path, why: str) -> IssueError:
    hint = "See that the file is there and may be read."
    pos = SourcePos(path=str(source))
    return IssueError([error("unreadable-file", f"cannot read it: {why}", hint=hint, pos=pos)])


@contextmanager
def _placed(source: Path) -> Iterator[None]:
    """Say of problems that have no place that they are the file's."""
    try:
        yield
    except UnreadableError as fault:
        raise IssueError([refuse_damaged(SourcePos(path=str(source)))]) from fault
    except IssueError as fault:
        pos = SourcePos(path=str(source))
        told = (replace(each, pos=each.pos or pos, hint=_hint(each)) for each in fault.problems)
        raise IssueError(told) from fault


def _hint(problem: Problem) -> str:
    """What to do, in options of the command instead of a manifest's keys."""
    if problem.code != "page-too-large":
        return problem.hint
    paper = MANIFEST_PAPER.search(problem.hint)
    if paper:
        return f"On {paper[1]} it fits: --paper {paper[1]}; or --scale fit."
    return f"{problem.hint} Or let pages be reduced: --scale fit."
