"""From an issue's folder to its files: the only module that knows every room.

    compose ─▶ pages ─▶ PDF, its words compared ─▶ screen ──┐
                  ├─▶ PDF in inks, its rules kept ─▶ print ─┼─▶ preflight ─▶ files
                  └─▶ PDF ─▶ sheets, folded ─▶ booklet ─────┘

Nothing is written before every check has passed.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from pamphleteer.booklet import Booklet, MadeBooklet, count_sheets, make_booklet
from pamphleteer.composing import Drawn, Tell, compose
from pamphleteer.images import Purpose
from pamphleteer.imposition.printer import Printer
from pamphleteer.issue import Edition, Issue, told_of
from pamphleteer.layout.inks import for_screen
from pamphleteer.makeup.pages import MadeUp
from pamphleteer.press.publishing import publish
from pamphleteer.print_shop import draw_for_sheets, make_print, preview_drums
from pamphleteer.printed import list_printed
from pamphleteer.problems import IssueError, Problem, SourcePos, error, refuse_errors
from pamphleteer.reading.words import Printed, compare_words
from pamphleteer.shown import fitter, picture_problems
from pamphleteer.stack import with_room
from pamphleteer.typeset.drawing import LineCount

Output = Literal["screen", "print", "booklet"]

Profiles = Callable[[str, SourcePos], Printer]
"""Finds a printer's profile by its name; the place is for the problem that there is none."""

Write = Callable[[Mapping[Path, bytes], tuple[Path, ...]], None]
"""Puts files in their places, and takes away others that are outdated."""

WHOLE: Mapping[Edition, tuple[str, Purpose]] = {
    "standard": ("screen", "screen"),
    "large-print": ("large-print", "office"),
}
"""What the PDF is called that has an edition page by page, and what its pictures are for."""


def _no_profiles(name: str, pos: SourcePos) -> Printer:
    raise IssueError([error("unknown-printer", f'no printer "{name}" is known here', pos=pos)])


def _publish(files: Mapping[Path, bytes], outdated: tuple[Path, ...]) -> None:
    publish(files, outdated=outdated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made: the files, and the facts for whoever prints them.

    ``lines`` counts them by who set them; ``reasons`` says why pages are as they are: the page, and
    a sentence without its full stop; ``booklet`` has what is to be told of it, which may be made
    ``for_printer``: one of which there is a profile; ``removed`` is what an earlier build made of
    these outputs in other inks, for another printer, or of keys that are switched off; ``printed``
    says what stands where.
    """

    issue: Issue
    pages: int
    blanks: int
    sheets: int
    outputs: tuple[Path, ...]
    removed: tuple[Path, ...]
    pours: int
    lines: LineCount
    reasons: tuple[tuple[int, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    booklet: MadeBooklet = field(default_factory=MadeBooklet)
    for_printer: bool = False
    printed: tuple[Printed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """What is made of an issue that is drawn: its pages, how names begin, and for which printer."""

    drawn: Drawn
    screen: bytes
    target: Path
    printer: Printer | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """The files of an output, what an earlier build left of it, and its booklet if it is one."""

    files: Mapping[Path, bytes]
    outdated: tuple[Path, ...] = ()
    booklet: MadeBooklet = field(default_factory=MadeBooklet)


@with_room
def build_issue(
    folder: Path,
    *,
    out: Path | None = None,
    only: tuple[Output, ...] = (),
    edition: Edition | None = None,
    printer: Printer | None = None,
    profiles: Profiles = _no_profiles,
    accept: tuple[str, ...] | None = (),
    tell: Tell = lambda _: None,
    write: Write = _publish,
) -> Built:
    """Make the PDFs of the issue in a folder and put them in place.

    They go ``out``, or into ``out`` in the issue's folder, in an ``edition`` or the manifest's: all
    of `OUTPUTS`, or ``only`` some. The booklet is for the ``printer``, or for that of ``printing:
    printer``, which ``profiles`` finds; ``tell`` is called meanwhile, and ``write`` gets all files
    at the end. Errors of the preflight whose codes are in ``accept`` are warnings; with None there
    is no preflight, nor is there one of what is for the screen alone.

    Raises:
        IssueError: whatever an editor must mend; then no file was touched.
    """
    drawn = compose(folder, edition, tell)
    printer = printer or _printer_of(drawn.issue, profiles)
    tell("Writing and reading back")
    printed = tuple(list_printed(drawn.made, drawn.matter))
    job = _Job(
        drawn=drawn,
        screen=_write_pages(drawn),
        target=(out or folder / "out") / drawn.issue.slug,
        printer=printer,
    )
    compare_words(job.screen, printed)
    made = _join(_make_outputs(job, only or OUTPUTS, tell))
    problems = (*_problems_of(drawn), *made.booklet.problems)
    if accept is not None and _is_printed(job, only):
        tell("Checking")
        problems = refuse_errors((*problems, *_find_faults(job, made, printed)), accept)
    write(made.files, made.outdated)
    return _built(job, made, problems, printed)


def _built(
    job: _Job, made: _Made, problems: tuple[Problem, ...], printed: tuple[Printed, ...]
) -> Built:
    """The facts of a build that is done."""
    drawn, pages = job.drawn, job.drawn.made.pages
    return Built(
        issue=drawn.issue,
        pages=len(pages),
        blanks=drawn.made.blanks,
        sheets=count_sheets(drawn.issue, len(pages)),
        outputs=tuple(made.files),
        removed=made.outdated,
        pours=sum(thread.pours for thread in drawn.matter.threads),
        lines=drawn.drawing.lines,
        problems=problems,
        printed=printed,
        booklet=made.booklet,
        for_printer=job.printer is not None,
        reasons=tuple((page.number, reason) for page in pages for reason in page.reasons),
    )


def _is_printed(job: _Job, only: tuple[Output, ...]) -> bool:
    """Whether anything is made to be printed: of a standard edition the screen's file is not."""
    return job.drawn.issue.edition != "standard" or only != ("screen",)


def _printer_of(issue: Issue, profiles: Profiles) -> Printer | None:
    name = issue.printing.printer
    return profiles(name, issue.place("printing.printer")) if name else None


def _write_pages(drawn: Drawn) -> bytes:
    """The pages for a screen, from which every other output differs in nothing but its inks."""
    _, purpose = WHOLE[drawn.issue.edition]
    return drawn.drawing.tagged_pdf(
        for_screen(drawn.layout.inks), convert=fitter(drawn.shown, purpose)
    )


def _problems_of(drawn: Drawn) -> tuple[Problem, ...]:
    """What is to be told of matter and pictures."""
    return told_of(drawn.issue, (*drawn.matter.problems, *picture_problems(drawn.shown)))


def _find_faults(job: _Job, made: _Made, printed: tuple[Printed, ...]) -> tuple[Problem, ...]:
    """What the preflight finds on the pages, and in what is made for others to print."""
    # Not at the top: this takes a while to load, and an issue with problems does not come so far.
    from pamphleteer.preflight.own import find_faults

    return find_faults({**_make_screen(job).files, **made.files}, job.drawn.issue, printed)


def _make_outputs(job: _Job, wanted: Sequence[Output], tell: Tell) -> Iterator[_Made]:
    """Make the outputs that are wanted, in the table's order; another edition is one file."""
    if job.drawn.issue.edition != "standard":
        wanted = ("screen",)
    for output, (doing, make) in MAKERS.items():
        if output in wanted:
            if doing:
                tell(doing)
            yield make(job)


def _join(outputs: Iterable[_Made]) -> _Made:
    """All outputs as one; a booklet is among them at most once."""
    joined = _Made(files={})
    for made in outputs:
        joined = _Made(
            files={**joined.files, **made.files},
            outdated=(*joined.outdated, *made.outdated),
            booklet=made.booklet if made.booklet.files else joined.booklet,
        )
    return joined


def _make_screen(job: _Job) -> _Made:
    name, _ = WHOLE[job.drawn.issue.edition]
    return _Made(files={Path(f"{job.target}-{name}.pdf"): job.screen})


def _make_print(job: _Job) -> _Made:
    drawn = job.drawn
    files = make_print(drawn.issue, drawn.layout, drawn.drawing, job.target, shown=drawn.shown)
    return _Made(files=files, outdated=_find_outdated(job, "print", files))


def _make_booklet(job: _Job) -> _Made:
    """Impose the pages on sheets: once, or for each drum on sheets that are the same."""
    drawn, issue = job.drawn, job.drawn.issue
    wanted = Booklet(target=job.target, printer=job.printer)
    drums = draw_for_sheets(issue, drawn.layout, drawn.drawing, drawn.shown)
    made = [
        make_booklet(issue, pdf, _numbers(drawn.made), replace(wanted, drum=drum))
        for drum, pdf in drums.items()
    ]
    preview, guides = wanted.beside("preview"), map(wanted.beside, ("instructions", "preview"))
    files = {path: pdf for each in made for path, pdf in each.files.items()}
    files |= {guide: files.pop(guide) for guide in guides if guide in files}  # after all drums
    if preview in files and len(made) > 1:
        seen = [each.files[preview] for each in made]
        files[preview] = preview_drums(issue, drawn.layout, seen)
    problems = tuple(dict.fromkeys(problem for each in made for problem in each.problems))
    return _Made(
        files=files,
        outdated=_find_outdated(job, "booklet", files),
        booklet=replace(made[0], files=files, problems=problems),
    )


def _find_outdated(job: _Job, output: Output, files: Mapping[Path, bytes]) -> tuple[Path, ...]:
    # Not at the top: a build for the screen alone need not wait for what makes other files.
    from pamphleteer.reading.parts import find_outdated

    return find_outdated(job.target, output, files)


def _numbers(made: MadeUp) -> tuple[int | None, ...]:
    """The numbers of the pages; None for one that is blank."""
    return tuple(None if page.blank else page.number for page in made.pages)


MAKERS: Mapping[Output, tuple[str, Callable[[_Job], _Made]]] = {
    "screen": ("", _make_screen),
    "print": ("Making plates", _make_print),
    "booklet": ("Folding", _make_booklet),
}
"""All outputs in their order: what is told while one is made, and what makes it of drawn pages."""

OUTPUTS: tuple[Output, ...] = tuple(MAKERS)
