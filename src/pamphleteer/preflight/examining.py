"""Goes through a PDF page by page, and asks every check what it finds."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from pamphleteer.preflight.advice import ADVICE
from pamphleteer.preflight.checks import FILE_CHECKS, PAGE_CHECKS
from pamphleteer.preflight.codes import code_facts
from pamphleteer.preflight.model import (
    MOST_PLACES,
    FileSays,
    Finding,
    FontFacts,
    InkCoverage,
    PageFacts,
    Preflight,
    Profile,
)
from pamphleteer.preflight.pictures import picture_facts
from pamphleteer.preflight.shots import Album
from pamphleteer.preflight.view import Fault, PageView, is_empty
from pamphleteer.preflight.whole import FileView
from pamphleteer.problems import IssueError, Problem, Severity, SourcePos, error
from pamphleteer.reading.caution import attempt, collect_messages
from pamphleteer.reading.content.faces import Face
from pamphleteer.reading.content.files import FileFacts, read_file_facts
from pamphleteer.reading.content.pages import BOXES, PageContent, read_pages
from pamphleteer.reading.opening import Opened, refuse_damaged
from pamphleteer.reading.rasters import open_rasters
from pamphleteer.reading.samples import Samples
from pamphleteer.units import Box, Pt

MOST_PAGES = 5_000

UNLOCKED = "pdf-unlocked"
TENTH = 1
"""Decimals, in points, to which sizes of pages are compared."""

MEANT_BY_READER = "The file is not quite sound."


@dataclass(slots=True)
class _Tally:
    """What is counted over all pages."""

    sizes: dict[int, tuple[float, float]] = field(default_factory=dict)
    spots: dict[str, int] = field(default_factory=dict)
    fonts: dict[str, tuple[Face, list[int]]] = field(default_factory=dict)
    codes: list[str] = field(default_factory=list)
    imposed: bool = False

    def add(self, view: PageView, facts: PageFacts) -> None:
        """Count a page."""
        content = view.content
        left, bottom, right, top = content.trim
        sides = (round(right - left, TENTH), round(top - bottom, TENTH))
        turned = content.turn in (90, 270)
        self.sizes[content.number] = (sides[1], sides[0]) if turned else sides
        self.imposed = self.imposed or view.imposed
        self.codes += [code.text for code in facts.codes]
        for name in _spots(content):
            self.spots.setdefault(name, content.number)
        for face in content.faces.values():
            self.fonts.setdefault(face.name, (face, []))[1].append(content.number)


def examine(
    opened: Opened, profile: Profile, *, expected_codes: Sequence[str] = (), pictured: bool = False
) -> Preflight:
    """Check a file that was opened.

    Args:
        opened: The file, which is only read.
        profile: The thresholds.
        expected_codes: What QR codes of the file must say.
        pictured: Whether pictures are kept for a report; of many pages, of the first with findings.

    Returns:
        All findings, those of the whole file first, then page by page; and the facts.

    Raises:
        IssueError: ``pdf-too-long``: it has more pages than anybody prints; ``pdf-damaged``.
    """
    pages, pos = len(opened.reader.pages), SourcePos(path=opened.name)
    if pages > MOST_PAGES:
        message = f"the file has {pages} pages; more than {MOST_PAGES} are not checked"
        raise IssueError([error("pdf-too-long", message, hint="Check it in parts.", pos=pos)])
    tally, facts, findings = _Tally(), list[PageFacts](), list[Finding]()
    album = Album(pages=pages) if pictured else None
    with collect_messages(), open_rasters(opened.pdf, pos=pos) as rasters:
        samples = Samples(opened.reader)
        for content in read_pages(opened.reader):
            view = PageView(content, profile, rasters, samples)
            found = list(_check_page(view))
            findings += found
            facts.append(_page_facts(view))
            if album is not None:
                settled = _settle(found, profile)
                faulty = any(finding.severity is not Severity.NOTE for finding in settled)
                album.add(view, faulty=faulty)
            tally.add(view, facts[-1])
            samples.forget()
        said = _read_file_facts(opened)
        whole = tuple(_check_file(opened, said, profile, tally))
    asked = _check_codes(expected_codes, tally.codes)
    told = (*_notices(opened), *whole, *asked, *_insist(findings, expected_codes))
    return Preflight(
        path=opened.name,
        profile=profile,
        findings=tuple(_settle(told, profile)),
        pages=tuple(facts),
        fonts=tuple(_font_facts(tally)),
        says=_says(said, len(opened.pdf)),
        shots=album.shots if album else (),
    )


def _check_page(view: PageView) -> Iterator[Finding]:
    for check in PAGE_CHECKS:
        for fault in check(view):
            places = (*fault.boxes, *map(view.place, fault.where[:MOST_PLACES]))
            yield _finding(fault, page=view.content.number, places=places)


def _read_file_facts(opened: Opened) -> FileFacts:
    facts = attempt(lambda: read_file_facts(opened.reader))
    if facts is None:
        raise IssueError([refuse_damaged(SourcePos(path=opened.name))])
    return facts


def _check_file(
    opened: Opened, said: FileFacts, profile: Profile, tally: _Tally
) -> Iterator[Finding]:
    view = FileView(
        facts=said,
        profile=profile,
        sizes=tally.sizes,
        spots=tally.spots,
        imposed=tally.imposed,
        unlocked=any(notice.code == UNLOCKED for notice in opened.notices),
    )
    for check in FILE_CHECKS:
        for found in check(view):
            yield _finding(found.fault, page=found.page)


def _check_codes(expected: Sequence[str], read: Sequence[str]) -> Iterator[Finding]:
    """Each address that should be in a code was read from one."""
    for text in expected:
        if text not in read:
            others = ", ".join(f"“{other}”" for other in read) or "none"
            found = f"no QR code says “{text}”; found: {others}"
            yield _finding(Fault(code="qr-wrong", found=found, text=text))


def _insist(findings: Iterable[Finding], expected: Sequence[str]) -> Iterator[Finding]:
    """A code that is asked for must be read off a photocopy, too."""
    for finding in findings:
        insisted = finding.code == "qr-copy" and finding.text in expected
        yield replace(finding, severity=Severity.ERROR) if insisted else finding


def _finding(fault: Fault, *, page: int | None = None, places: tuple[Box, ...] = ()) -> Finding:
    advice = ADVICE[fault.code]
    return Finding(
        code=fault.code,
        severity=fault.severity or advice.severity,
        found=fault.found,
        means=advice.means,
        action=advice.action,
        page=page,
        places=places,
        text=fault.text,
    )


def _notices(opened: Opened) -> Iterator[Finding]:
    """What was met when the file was opened; that it was locked is told by a check."""
    for notice in opened.notices:
        if notice.code != UNLOCKED:
            yield _told(notice)


def _told(notice: Problem) -> Finding:
    return Finding(
        code=notice.code,
        severity=notice.severity,
        found=notice.message,
        means=MEANT_BY_READER,
        action=notice.hint or "Nothing need be done.",
    )


def _settle(findings: Iterable[Finding], profile: Profile) -> Iterator[Finding]:
    """Give findings the severities of the profile, and leave out what it ignores."""
    for finding in findings:
        if finding.code not in profile.severities:
            yield finding
            continue
        severity = profile.severities[finding.code]
        if severity is not None:
            yield replace(finding, severity=severity)


def _page_facts(view: PageView) -> PageFacts:
    content = view.content
    sizes = [mark.size for mark in view.letters]
    lines = [line.thickness for line in view.lines if not is_empty(view.shown(line))]
    return PageFacts(
        number=content.number,
        size=view.size,
        boxes={
            name: view.whole_place(content.boxes[name]) for name in BOXES if name in content.boxes
        },
        cells=tuple(map(view.place, content.cells)),
        inks=tuple(
            InkCoverage(ink=ink, share=100 * share)
            for ink, share in view.plates.coverage(content.trim)
        ),
        pictures=picture_facts(view),
        codes=code_facts(view),
        smallest_text=Pt(min(sizes)) if sizes else None,
        thinnest_line=Pt(min(lines)) if lines else None,
    )


def _says(said: FileFacts, length: int) -> FileSays:
    intents = [intent.condition or intent.space for intent in said.intents]
    return FileSays(
        length=length,
        title=said.title,
        producer=said.producer,
        version=said.version,
        intent=", ".join(intents),
    )


def _spots(content: PageContent) -> set[str]:
    return {name for space in content.spaces for name in space.spots}


def _font_facts(tally: _Tally) -> Iterator[FontFacts]:
    for face, pages in (tally.fonts[name] for name in sorted(tally.fonts)):
        yield FontFacts(
            name=face.family,
            kind=face.kind,
            embedded=face.embedded,
            subset=face.subset,
            pages=tuple(dict.fromkeys(pages)),
        )
