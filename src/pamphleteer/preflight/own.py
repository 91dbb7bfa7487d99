"""Preflight of what a build makes, before any of it is handed over.

What an issue is printed from is checked for the way in which that is printed: its pages for an
office printer, the file for a print shop for offset, that of each drum for a Risograph.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pamphleteer.issue import Issue
from pamphleteer.issue.model import ContactItem
from pamphleteer.preflight.advice import ADVICE
from pamphleteer.preflight.examining import examine
from pamphleteer.preflight.model import Finding, Preflight, Profile
from pamphleteer.preflight.profiles import read_profile
from pamphleteer.preflight.sources import locate
from pamphleteer.preflight.telling import alike_of, by_kind, pages_of
from pamphleteer.problems import IssueError, Problem, Severity, error
from pamphleteer.reading.opening import open_pdf
from pamphleteer.reading.words import Printed

BY_INKS = {
    "any": ("screen", "large-print", "booklet"),
    "press": ("print",),
    "grey": ("riso",),
}
"""What a file's name says behind the issue's, by the colours that a profile wants."""

OFFICE = "office"
IN_FILE = r"\(in [^()]*-{}(-[^()]*)?\.pdf\)$"
"""At the end of what is found in a file of such a kind."""

WAYS = {"screen": OFFICE, "large-print": OFFICE, "print": "sheetfed", "riso": "riso"}
"""For what a build checks a file; sheets have the pages that were checked."""

RANK = (Severity.ERROR, Severity.WARNING, Severity.NOTE)

GUIDES = ("preview", "instructions", "put-back")
"""What is looked at and not folded."""

OF_PICTURES = "image-ppi"
"""What a build knows of pictures by their files, and tells in millimetres of their places."""


def find_faults(
    files: Mapping[Path, bytes], issue: Issue, printed: Sequence[Printed]
) -> tuple[Problem, ...]:
    """Check what a build made, each file for how it is printed; the worst of it is told, once.

    Args:
        files: By their paths; those that `WAYS` does not know are passed over.
        issue: Whose they are.
        printed: What stands where on its pages.
    """
    faults: dict[tuple[str, int | None, str], Finding] = {}
    for way in dict.fromkeys(WAYS.values()):
        meant = {path: pdf for path, pdf in files.items() if WAYS.get(_kind(path, issue)) == way}
        for preflight in _examine(meant, issue, printed, read_profile(way)):
            for finding in preflight.findings:
                known = (finding.code, finding.page, finding.text)
                same = faults.get(known)
                if same is None or RANK.index(finding.severity) < RANK.index(same.severity):
                    faults[known] = _named(finding, preflight.path) if way != OFFICE else finding
    told = [
        finding
        for finding in faults.values()
        if finding.severity is not Severity.NOTE and finding.code != OF_PICTURES
    ]
    return tuple(as_problem(alike) for kind in by_kind(told) for alike in alike_of(kind))


def _named(finding: Finding, path: str) -> Finding:
    """A finding that says in which file it is, where that is not of the pages themselves."""
    return replace(finding, found=f"{finding.found} (in {Path(path).name})")


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
        raise IssueError(
            [error("no-such-output", message, hint=_hint(issue, profile), pos=issue.pos)]
        )
    yield from _examine(meant, issue, printed, profile, pictured=pictured)


def _hint(issue: Issue, profile: Profile) -> str:
    """How a build makes what is to be checked; another edition is for an office alone."""
    if issue.edition != "standard":
        return f"The edition {issue.edition} is one file for an office printer."
    if profile.inks == "grey":
        return "It makes a file for each drum with printing: {inks: riso}."
    return "With the inks riso it makes a file for each drum: check them --for riso."


def _kind(path: Path, issue: Issue) -> str:
    """``print`` of ``SLUG-print.pdf``, ``riso`` of ``SLUG-riso-BLACK.pdf``; none of previews."""
    name = path.stem.removeprefix(f"{issue.slug}-")
    kinds = {kind for known in BY_INKS.values() for kind in known}
    found = (kind for kind in kinds if name == kind or name.startswith(f"{kind}-"))
    return "" if name.endswith(GUIDES) else next(found, "")


def _examine(
    files: Mapping[Path, bytes],
    issue: Issue,
    printed: Sequence[Printed],
    profile: Profile,
    *,
    pictured: bool = False,
) -> Iterator[Preflight]:
    """Check files; of sheets it is not known which line of the source stands where.

    How many pages there are was seen to by the make-up, as the issue's scheme asks. A code may be
    on any part of a booklet, and on any drum.
    """
    codes, profile = _codes(issue), replace(profile, multiple=1)
    opened = [(_kind(path, issue), open_pdf(pdf, name=str(path))) for path, pdf in files.items()]
    found = [
        (kind, examine(each, profile, expected_codes=codes, pictured=pictured))
        for kind, each in opened
    ]
    read = {(kind, code.text) for kind, each in found for page in each.pages for code in page.codes}
    for kind, each in found:
        kept = (
            finding
            for finding in each.findings
            if not (finding.code == "qr-wrong" and (kind, finding.text) in read)
        )
        asked = replace(each, findings=tuple(kept))
        yield asked if kind == "booklet" else locate(asked, printed)


def _codes(issue: Issue) -> tuple[str, ...]:
    """What QR codes must say, by the manifest."""
    contact = issue.contact
    stands = any(isinstance(item, ContactItem) for item in issue.items)
    return (contact.qr.url,) if stands and contact and contact.qr else ()


def ways_of(problems: Iterable[Problem]) -> tuple[str, ...]:
    """For which ways of printing files have to be checked, to see problems on their pages.

    What is not of the pages themselves says in which file it is.
    """
    told = [problem.message for problem in problems if problem.code in ADVICE]
    ways = (
        next((way for kind, way in WAYS.items() if re.search(IN_FILE.format(kind), text)), OFFICE)
        for text in told
    )
    return tuple(dict.fromkeys(ways))


def as_problem(findings: Sequence[Finding]) -> Problem:
    """A finding, perhaps of several pages, as it is told beside other problems."""
    finding = findings[0]
    where = f"{pages_of(findings)}: " if finding.page else ""
    return Problem(
        severity=finding.severity,
        code=finding.code,
        message=f"{where}{finding.found}",
        hint=f"{finding.means} {finding.action}",
        pos=finding.pos,
    )
