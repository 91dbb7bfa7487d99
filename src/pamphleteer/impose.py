"""Any PDF onto any sheet: opened, planned, written, and proved by folding."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from pamphleteer.imposition.fold import FoldError
from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.plan import Plan
from pamphleteer.press.publishing import publish
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.problems import IssueError, Problem, SourcePos, error
from pamphleteer.reading.flattening import flatten_pages
from pamphleteer.reading.opening import open_pdf
from pamphleteer.reading.sheets import prove

MOST_BYTES = 2_000_000_000
"""A file that is larger is not read: nothing that is to be printed and folded is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imposed:
    """What was made: its file, the plan, and what there is to say about the source."""

    output: Path
    pages: int
    plan: Plan
    problems: tuple[Problem, ...]

    @property
    def sheets(self) -> int:
        """How many sheets of paper it takes."""
        return len(self.plan.sheets)


def impose_file(
    source: Path,
    output: Path,
    job: Job,
    setting: Setting,
    *,
    tell: Callable[[str], None] = lambda _: None,
) -> Imposed:
    """Impose a PDF, fold what was written in simulation, and only then put it in its place.

    Raises:
        IssueError: the file cannot be opened, the job cannot be done as asked, a page does not fit,
            or the sheets would not fold to pages in their order.
    """
    tell("Reading")
    opened = flatten_pages(open_pdf(_read(source), name=str(source)))
    count = len(opened.reader.pages)
    tell("Imposing")
    plan = plan_job(count, job)
    try:
        imposed = impose_pdf(opened.pdf, plan, setting)
        tell("Folding")
        prove(opened.pdf, imposed, plan, setting)
    except FoldError as fault:
        message = f"the sheets would not fold to pages in their order: {fault}"
        hint = "Nothing was written. Your own grid is wrong, or this is a fault of Pamphleteer's."
        pos = SourcePos(path=str(source))
        raise IssueError([error("does-not-fold", message, hint=hint, pos=pos)]) from fault
    except IssueError as fault:
        raise IssueError(_placed(each, source) for each in fault.problems) from fault
    publish({output: imposed})
    return Imposed(output=output, pages=count, plan=plan, problems=opened.notices)


def _read(source: Path) -> bytes:
    try:
        if source.stat().st_size > MOST_BYTES:
            raise _unreadable(source, "it is larger than two gigabytes")
        return source.read_bytes()
    except OSError as fault:
        raise _unreadable(source, fault.strerror or str(fault)) from fault


def _unreadable(source: Path, why: str) -> IssueError:
    hint = "See that the file is there and may be read."
    pos = SourcePos(path=str(source))
    return IssueError([error("unreadable-file", f"cannot read it: {why}", hint=hint, pos=pos)])


def _placed(problem: Problem, source: Path) -> Problem:
    return problem if problem.pos else replace(problem, pos=SourcePos(path=str(source)))
