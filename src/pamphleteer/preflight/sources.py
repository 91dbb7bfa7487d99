"""Findings led back to the line of the source that they are about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pamphleteer.preflight.model import Finding, Preflight
from pamphleteer.problems import SourcePos
from pamphleteer.reading.text import Region
from pamphleteer.reading.words import Printed, source_words, words_of
from pamphleteer.units import Box

ENOUGH = 4
"""Words by which a line of the source is known again."""


def locate(preflight: Preflight, printed: Sequence[Printed]) -> Preflight:
    """Give findings on pages the place in the source of what stands there.

    Args:
        preflight: Of pages as they are read, not of sheets.
        printed: What stands in which regions of pages, counted from their trim.
    """
    trims = {page.number: page.boxes["TrimBox"] for page in preflight.pages}
    findings = (_located(finding, trims, printed) for finding in preflight.findings)
    return replace(preflight, findings=tuple(findings))


def _located(finding: Finding, trims: dict[int, Box], printed: Sequence[Printed]) -> Finding:
    if finding.page not in trims or not finding.places:
        return finding
    trim, place = trims[finding.page], finding.places[0]
    x = place.x + place.width / 2 - trim.x
    y = place.y + place.height / 2 - trim.y
    around = [
        matter
        for matter in printed
        if any(_holds(region, finding.page, x, y) for region in matter.regions)
    ]
    found = next(_places(around, finding.text), None)
    return replace(finding, pos=found) if found else finding


def _holds(region: Region, page: int, x: float, y: float) -> bool:
    across, down = x - region.x, y - region.y
    return region.page == page and 0 <= across <= region.width and 0 <= down <= region.height


def _places(around: Iterable[Printed], text: str) -> Iterator[SourcePos]:
    """Lines that have the text's first words, or else where the matter begins."""
    around = list(around)
    wanted = words_of(text)[:ENOUGH]
    for matter in around if wanted else ():
        words = list(source_words(matter.passages))
        texts = [word.text for word in words]
        for start in range(len(texts) - len(wanted) + 1):
            if texts[start : start + len(wanted)] == wanted:
                yield words[start].pos
    for matter in around:
        for _, pos in matter.passages[:1]:
            yield pos
