"""What the report's template shows: findings by page and by kind, in words and with circles."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pamphleteer.preflight.model import (
    MOST_PLACES,
    Finding,
    PageFacts,
    PageShots,
    PictureFacts,
    Preflight,
    Profile,
    Shot,
)
from pamphleteer.preflight.report.circles import Circle, draw_circles, unit_of
from pamphleteer.preflight.shots import ink_rank
from pamphleteer.preflight.telling import ORDER, alike_of, by_kind
from pamphleteer.preflight.view import millimetres
from pamphleteer.problems import Severity
from pamphleteer.units import Box, Pt

MOST_ROWS = 200
"""Pictures that are listed."""

HAIR = 0.5
"""Pixels per inch that do not matter."""

MOST_EXAMPLES = 6
"""Findings of a kind that are told at the top."""

BOXES = (
    ("media", "MediaBox", "Sheet (MediaBox)"),
    ("bleed", "BleedBox", "Bleed (BleedBox)"),
    ("trim", "TrimBox", "Trim: here it is cut"),
)
SAFE = ("safe", "Safe area: text stays within")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A page's box as it is drawn."""

    kind: str
    box: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class Circled:
    """A finding on a page, with its number there and its circles."""

    finding: Finding
    number: int
    circles: tuple[Circle, ...]

    @property
    def cut(self) -> bool:
        """Whether there may be more places than are known."""
        return len(self.finding.places) >= MOST_PLACES


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A page of the report. ``frame`` holds its boxes and its picture, for an SVG's viewBox."""

    facts: PageFacts
    shots: PageShots | None
    unit: float
    frame: Box
    outlines: tuple[Outline, ...]
    circled: tuple[Circled, ...]

    @property
    def worst(self) -> str:
        """The severity of the worst finding; ``none`` if there is none."""
        return str(self.circled[0].finding.severity) if self.circled else "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """What was found, and on which pages just so."""

    finding: Finding
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """Findings that mean the same, told together; ``more`` are not among the examples."""

    code: str
    severity: Severity
    means: str
    action: str
    examples: tuple[Example, ...]
    more: int
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRow:
    """A placed picture, and how it will look: ``sharp``, ``soft`` or ``coarse``.

    ``sharp`` is how wide it may be for that; both are empty where that does not matter.
    """

    page: int
    facts: PictureFacts
    shot: Shot | None
    look: str
    sharp: str
    placed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """All that the report says of one file; ``prefix`` sets its marks apart from another's.

    ``inks`` are those that are used, with the share of the paper that each covers on average.
    """

    prefix: str
    preflight: Preflight
    verdict: str
    kinds: tuple[Kind, ...]
    cards: tuple[Card, ...]
    pictures: tuple[PictureRow, ...]
    unlisted: int
    size: str
    inks: tuple[tuple[str, float], ...]

    def count(self, severity: str) -> int:
        """How many findings are of a severity."""
        return self.preflight.count(Severity(severity))


def make_leaf(preflight: Preflight, index: int, *, strict: bool) -> Leaf:
    """Arrange what was found in a file, the file's ``index`` from 0."""
    shots = {each.number: each for each in preflight.shots}
    cards = tuple(_card(facts, shots.get(facts.number), preflight) for facts in preflight.pages)
    rows = [row for card in cards for row in _picture_rows(card, preflight)]
    return Leaf(
        prefix=f"f{index + 1}-",
        preflight=preflight,
        verdict=_verdict(preflight, strict=strict),
        kinds=tuple(map(_kind, by_kind(preflight.findings))),
        cards=cards,
        pictures=tuple(rows[:MOST_ROWS]),
        unlisted=max(0, len(rows) - MOST_ROWS),
        size=_sizes(preflight),
        inks=tuple(_inks(preflight)),
    )


def _verdict(preflight: Preflight, *, strict: bool) -> str:
    warnings = preflight.count(Severity.WARNING)
    if preflight.count(Severity.ERROR) or (strict and warnings):
        return "unfit"
    return "warned" if warnings else "fit"


def _kind(findings: Sequence[Finding]) -> Kind:
    first = findings[0]
    told = [Example(finding=alike[0], pages=_pages(alike)) for alike in alike_of(findings)]
    examples = tuple(told[:MOST_EXAMPLES])
    return Kind(
        code=first.code,
        severity=first.severity,
        means=first.means,
        action=first.action,
        examples=examples,
        more=len(told) - len(examples),
        pages=_pages(findings),
    )


def _pages(findings: Sequence[Finding]) -> tuple[int, ...]:
    return tuple(sorted({finding.page for finding in findings if finding.page}))


def _card(facts: PageFacts, shots: PageShots | None, preflight: Preflight) -> Card:
    findings = sorted(
        (finding for finding in preflight.findings if finding.page == facts.number),
        key=lambda finding: ORDER.index(finding.severity),
    )
    circles = draw_circles([finding.places for finding in findings], facts.size)
    numbered = enumerate(zip(findings, circles, strict=True), start=1)
    return Card(
        facts=facts,
        shots=shots,
        unit=unit_of(facts.size),
        frame=_frame(facts),
        outlines=tuple(_outlines(facts, preflight.profile.safe)),
        circled=tuple(
            Circled(finding=finding, number=number, circles=circled)
            for number, (finding, circled) in numbered
        ),
    )


def _frame(facts: PageFacts) -> Box:
    """The page and its medium, so that no box lies out of the picture; not more than double."""
    width, height = facts.size.width, facts.size.height
    media = facts.boxes.get("MediaBox", Box(x=Pt(0), y=Pt(0), width=width, height=height))
    left, top = max(-width / 2, min(0.0, media.x)), max(-height / 2, min(0.0, media.y))
    right = min(1.5 * width, max(width, media.x + media.width))
    bottom = min(1.5 * height, max(height, media.y + media.height))
    return Box(x=Pt(left), y=Pt(top), width=Pt(right - left), height=Pt(bottom - top))


def _outlines(facts: PageFacts, safe: Pt) -> Iterator[Outline]:
    for kind, name, _ in BOXES:
        if name in facts.boxes:
            yield Outline(kind=kind, box=facts.boxes[name])
    cut = facts.cells or tuple(facts.boxes[name] for name in ("TrimBox",) if name in facts.boxes)
    for box in cut:
        inner = _inner(box, safe)
        if safe and inner.width > 0 and inner.height > 0:
            yield Outline(kind="safe", box=inner)


def _inner(box: Box, by: Pt) -> Box:
    return Box(
        x=Pt(box.x + by),
        y=Pt(box.y + by),
        width=Pt(box.width - 2 * by),
        height=Pt(box.height - 2 * by),
    )


def _picture_rows(card: Card, preflight: Preflight) -> Iterator[PictureRow]:
    shots = card.shots.pictures if card.shots else ()
    for index, facts in enumerate(card.facts.pictures):
        wanted = facts.wanted
        yield PictureRow(
            page=card.facts.number,
            facts=facts,
            shot=shots[index] if index < len(shots) else None,
            look=_look(facts, preflight.profile),
            sharp=millimetres(facts.placed.width * facts.ppi / wanted) if wanted else "",
            placed=millimetres(facts.placed.width),
        )


def _look(facts: PictureFacts, profile: Profile) -> str:
    """As the checks of pictures tell it: line art is never coarse, only soft."""
    if facts.wanted is None:
        return ""
    if facts.ppi >= facts.wanted - HAIR:
        return "sharp"
    tonal = facts.wanted != profile.ppi_line_art
    return "coarse" if tonal and facts.ppi < profile.ppi_least - HAIR else "soft"


def _sizes(preflight: Preflight) -> str:
    """The trim of the pages, if all have the same."""
    trims = [page.boxes["TrimBox"] for page in preflight.pages if "TrimBox" in page.boxes]
    sizes = dict.fromkeys((millimetres(trim.width), millimetres(trim.height)) for trim in trims)
    told = [f"{width.removesuffix(' mm')} × {height}" for width, height in sizes]
    return told[0] if len(told) == 1 else f"{len(told)} different sizes"


def _inks(preflight: Preflight) -> Iterator[tuple[str, float]]:
    shares: dict[str, float] = {}
    for page in preflight.pages:
        for ink in page.inks:
            shares[ink.ink] = shares.get(ink.ink, 0.0) + ink.share
    for name in sorted(shares, key=ink_rank):
        yield name, shares[name] / len(preflight.pages)


def data_uri(shot: Shot) -> str:
    """A picture within the page itself."""
    return f"data:image/{shot.kind};base64,{b64encode(shot.data).decode()}"


def number(value: float) -> str:
    """A coordinate, to a hundredth of a point."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
