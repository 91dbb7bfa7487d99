"""Preflight of what a build makes, before any of it is handed over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pamphleteer.issue import Issue
from pamphleteer.issue.model import ContactItem
from pamphleteer.preflight.examining import examine
from pamphleteer.preflight.model import Finding, Preflight, Profile
from pamphleteer.preflight.profiles import read_profile
from pamphleteer.preflight.sources import locate
from pamphleteer.problems import IssueError, Problem, Severity, error
from pamphleteer.reading.opening import Opened, open_pdf
from pamphleteer.reading.words import Printed

BY_INKS = {"any": ("screen", "booklet"), "press": ("print",), "grey": ("riso",)}
"""What a file's name says behind the issue's, by the colours that a profile wants."""


def refuse_unfit(
    pdf: bytes, issue: Issue, printed: Sequence[Printed], *, accept: Sequence[str] = ()
) -> tuple[Problem, ...]:
    """Check an issue's pages for an office printer.

    Args:
        pdf: The pages.
        issue: Whose they are.
        printed: What stands where on them.
        accept: Codes of errors that the editor puts up with: these are warnings.

    Returns:
        What to tell the editor: warnings.

    Raises:
        IssueError: there is an error, which printing would show.
    """
    office = read_profile("office")
    put_up_with = dict.fromkeys(accept, Severity.WARNING)
    profile = replace(office, severities={**office.severities, **put_up_with})
    opened = open_pdf(pdf, name=f"{issue.slug}-screen.pdf")
    problems = tuple(_problems(_examine(opened, issue, profile, printed)))
    if errors := [each for each in problems if each.severity is Severity.ERROR]:
        codes = ",".join(dict.fromkeys(problem.code for problem in errors))
        hint = f"{errors[-1].hint} To build all the same: --accept {codes}"
        raise IssueError([*errors[:-1], replace(errors[-1], hint=hint)])
    return problems


def check_files(
    files: Mapping[Path, bytes],
    issue: Issue,
    printed: Sequence[Printed],
    profile: Profile,
    *,
    pictured: bool = False,
) -> Iterator[Preflight]:
    """Check those of an issue's files that are made for a profile's way of printing.

    ``pictured`` keeps pictures for a report.

    Raises:
        IssueError: ``no-such-output``: the build makes none.
    """
    kinds = BY_INKS[profile.inks]
    meant = {path: pdf for path, pdf in files.items() if _kind(path, issue) in kinds}
    if not meant:
        message = f"the build makes no PDF for {profile.summary or profile.name}"
        hint = "Name the file that you mean to send: pamphleteer check FILE.pdf"
        raise IssueError([error("no-such-output", message, hint=hint, pos=issue.pos)])
    for path, pdf in meant.items():
        opened = open_pdf(pdf, name=str(path))
        yield _examine(opened, issue, profile, printed, pictured=pictured)


def _kind(path: Path, issue: Issue) -> str:
    """``print`` of ``SLUG-print.pdf``, ``riso`` of ``SLUG-riso-BLACK.pdf``; none of previews."""
    words = path.stem.removeprefix(f"{issue.slug}-").split("-")
    return "" if words[-1] == "preview" else words[0]


def _examine(
    opened: Opened,
    issue: Issue,
    profile: Profile,
    printed: Sequence[Printed],
    *,
    pictured: bool = False,
) -> Preflight:
    """Check a file; of sheets it is not known which line of the source stands where.

    How many pages there are was seen to by the make-up, as the issue's scheme asks.
    """
    profile = replace(profile, multiple=1)
    found = examine(opened, profile, expected_codes=_codes(issue), pictured=pictured)
    return found if _kind(Path(opened.name), issue) == "booklet" else locate(found, printed)


def _codes(issue: Issue) -> tuple[str, ...]:
    """What QR codes must say, by the manifest."""
    contact = issue.contact
    stands = any(isinstance(item, ContactItem) for item in issue.items)
    return (contact.qr.url,) if stands and contact and contact.qr else ()


def _problems(preflight: Preflight) -> Iterator[Problem]:
    """Errors and warnings as problems of the build."""
    for finding in preflight.findings:
        if finding.severity is not Severity.NOTE:
            yield as_problem(finding)


def as_problem(finding: Finding) -> Problem:
    """A finding as it is told beside other problems."""
    where = f"page {finding.page}: " if finding.page else ""
    return Problem(
        severity=finding.severity,
        code=finding.code,
        message=f"{where}{finding.found}",
        hint=f"{finding.means} {finding.action}",
        pos=finding.pos,
    )
