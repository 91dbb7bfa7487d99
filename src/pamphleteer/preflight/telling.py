"""What is said of a preflight: lines for people, and plain values for machines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from pamphleteer.preflight.model import Finding, Preflight
from pamphleteer.problems import Severity
from pamphleteer.reading.soundness import list_pages

MOST_SHOWN = 4
"""Findings of one kind that are told one by one."""

ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def told(preflight: Preflight, *, strict: bool = False) -> Iterator[str]:
    """Lines that say what was found, worst first; what it means once for each kind."""
    pages = len(preflight.pages)
    profile = preflight.profile
    meant = f"{profile.summary} ({profile.name})" if profile.summary else profile.name
    yield f"{preflight.path}: {pages} page{'s' * (pages != 1)}, checked for {meant}"
    for findings in by_kind(preflight.findings):
        alike = list(alike_of(findings))
        yield from map(_line, alike[:MOST_SHOWN])
        if rest := [finding for group in alike[MOST_SHOWN:] for finding in group]:
            yield f"    … and {len(rest)} more like these: {pages_of(rest)}"
        yield f"    {findings[0].means} {findings[0].action}"
    yield _verdict(preflight, strict=strict)


def by_kind(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Findings of the same code and severity together, errors first, else as they were found."""
    listed = list(findings)
    first = {finding.code: index for index, finding in reversed(list(enumerate(listed)))}
    listed.sort(key=lambda each: (ORDER.index(each.severity), first[each.code], each.page or 0))
    for _, group in groupby(listed, key=lambda each: (each.severity, each.code)):
        yield list(group)


def alike_of(findings: Sequence[Finding]) -> Iterator[list[Finding]]:
    """Findings that say the same, of several pages; in the order in which each was first said."""
    groups: dict[tuple[str, object], list[Finding]] = {}
    for finding in findings:
        groups.setdefault((finding.found, finding.pos), []).append(finding)
    yield from groups.values()


def _line(findings: Sequence[Finding]) -> str:
    finding = findings[0]
    where = f"{pages_of(findings)}: " if finding.page else ""
    source = f" ({finding.pos})" if finding.pos else ""
    return f"{finding.severity}[{finding.code}]: {where}{finding.found}{source}"


def pages_of(findings: Sequence[Finding]) -> str:
    """Pages by number; some findings are of the whole file."""
    numbers = sorted({finding.page for finding in findings if finding.page})
    return list_pages(numbers) if numbers else "in the whole file"


def _verdict(preflight: Preflight, *, strict: bool) -> str:
    name = preflight.profile.name
    errors, warnings = (preflight.count(each) for each in (Severity.ERROR, Severity.WARNING))
    counts = [
        f"{count} {noun}{'s' * (count != 1)}"
        for count, noun in ((errors, "error"), (warnings, "warning"))
        if count
    ]
    if is_unfit(preflight, strict=strict):
        return f"✘ Not fit for {name}: {', '.join(counts)}."
    return f"✔ Fit for {name}{', with ' + counts[0] if counts else ''}."


def is_unfit(preflight: Preflight, *, strict: bool) -> bool:
    """Whether there are errors, or with ``strict`` warnings."""
    return bool(preflight.count(Severity.ERROR) or (strict and preflight.count(Severity.WARNING)))


def as_values(preflight: Preflight) -> dict[str, object]:
    """All of it as dictionaries, lists, texts and numbers."""
    return {
        "path": preflight.path,
        "profile": preflight.profile.name,
        "errors": preflight.count(Severity.ERROR),
        "warnings": preflight.count(Severity.WARNING),
        "findings": [_finding(finding) for finding in preflight.findings],
        "pages": [asdict(page) for page in preflight.pages],
        "fonts": [asdict(font) for font in preflight.fonts],
    }


def _finding(finding: Finding) -> dict[str, object]:
    values = asdict(finding)
    pos = finding.pos
    del values["pos"]
    return {
        **values,
        "severity": str(finding.severity),
        "path": pos.path if pos else None,
        "line": (pos.line or None) if pos else None,
    }
