"""What a preflight finds, in plain words and with places, and the facts that a report draws.

All places are in points from the top left corner of the page as it is shown (its CropBox within its
MediaBox, turned by its Rotate; ISO 32000-2, 14.11.2), y downwards: a picture of the page at so many
dots per inch has them at ``dpi / 72`` times as many pixels.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pamphleteer.problems import Severity, SourcePos
from pamphleteer.units import Box, Pt, Size

MOST_PLACES = 40
"""Of one finding on a page: more cannot be told apart."""


@dataclass(frozen=True, slots=True)
class Advice:
    """The severity that a finding has unless the profile sets another, and what is said of it."""

    severity: Severity
    means: str
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was found.

    ``found`` says what was found, and what the profile asks for; ``means`` what comes of it when it
    is printed; ``action`` what to do next. The last two are whole sentences. ``page`` counts from 1
    and is None for the whole file; ``places`` are where on the page, the first of many; ``text`` is
    the first text that it is about; ``pos`` is the line of the source, where it is known.
    """

    code: str
    severity: Severity
    found: str
    means: str
    action: str
    page: int | None = None
    places: tuple[Box, ...] = ()
    text: str = ""
    pos: SourcePos | None = None

    @property
    def place(self) -> Box | None:
        """The box around all its places; None if it has none."""
        if not self.places:
            return None
        left, top = min(box.x for box in self.places), min(box.y for box in self.places)
        right = max(box.x + box.width for box in self.places)
        bottom = max(box.y + box.height for box in self.places)
        return Box(x=left, y=top, width=Pt(right - left), height=Pt(bottom - top))


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Thresholds of one way of printing; lengths in points, inks and solids in per cent.

    Attributes:
        name: As ``--for`` names it, or the title of a print shop's own.
        summary: For whom it is, in a few words.
        multiple: Of what the number of pages must be a multiple; 1 if anything goes.
        bleed: How far the BleedBox must reach beyond the trim.
        safe: How far text must stay inside of the trim.
        edge: How far ink must stay inside of a sheet's edge; 0 if it may reach it.
        text: The smallest size of text.
        fine_text: Below this size, text is to be in two inks at the most.
        line: The thinnest line.
        ppi_least: Pictures below this look coarse: pixels per inch at the size placed.
        ppi_good: Pictures below this look soft.
        ppi_line_art: The same for pictures of one bit.
        inks: What colours may be: ``any``, ``press`` (CMYK, grey, spots) or ``grey``.
        ink_total: The most ink in one place, all plates together; None if there is no limit.
        solid: The most of one ink in a large area; None if there is no limit.
        solid_area: How large an area is large, in square points.
        spots: The most spot colours.
        qr: The smallest QR code, measured over its modules.
        pdfx: Whether the file must say what PDF/X asks for.
        links: Whether links may be on pages.
        severities: By code, where a severity is not the check's own; None leaves a check out.
    """

    name: str
    summary: str
    multiple: int
    bleed: Pt
    safe: Pt
    edge: Pt
    text: Pt
    fine_text: Pt
    line: Pt
    ppi_least: float
    ppi_good: float
    ppi_line_art: float
    inks: str
    ink_total: float | None
    solid: float | None
    solid_area: float
    spots: int
    qr: Pt
    pdfx: bool
    links: bool
    severities: Mapping[str, Severity | None] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class InkCoverage:
    """How much of a page's trim an ink covers, in per cent; estimated from marks."""

    ink: str
    share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFacts:
    """A picture as placed: its pixels, its size in points, and pixels per inch, the fewer of both.

    ``colours`` names its colour space, ``bits`` its depth per component. ``wanted`` is the
    resolution that the profile asks of it; None of codes, ornaments and flat colours.
    """

    name: str
    columns: int
    rows: int
    placed: Size
    ppi: float
    colours: str
    bits: int
    place: Box
    wanted: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFacts:
    """A font of the file, and the pages on which it sets type."""

    name: str
    kind: str
    embedded: bool
    subset: bool
    pages: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeFacts:
    """A QR code that was read back: what it says, and its side over the modules, in points."""

    text: str
    side: Pt
    place: Box


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """A page as it is shown: its size, its boxes by name, and what is on it.

    ``cells`` are the pages' places on an imposed side. ``smallest_text`` and ``thinnest_line`` are
    in points, None where there is none.
    """

    number: int
    size: Size
    boxes: Mapping[str, Box]
    cells: tuple[Box, ...] = ()
    inks: tuple[InkCoverage, ...] = ()
    pictures: tuple[PictureFacts, ...] = ()
    codes: tuple[CodeFacts, ...] = ()
    smallest_text: Pt | None = None
    thinnest_line: Pt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """A picture for a report: the data of a file of a ``kind`` (``webp``, ``png``), in pixels."""

    kind: str
    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Plate:
    """The plate of an ink, in the ink's colour, and how much of the trim it covers, in per cent."""

    ink: str
    share: float
    shot: Shot


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatStep:
    """A step of a map of ink: up to how much it goes, in per cent, and its share of the page.

    ``most`` is None for what is above the limit, or above all steps; ``over`` says that it is.
    """

    least: float
    most: float | None
    colour: str
    share: float
    over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    """How much ink lies where, all plates together, averaged over a few points."""

    shot: Shot
    steps: tuple[HeatStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageShots:
    """What a report shows of a page: the page as it looks, its plates, its pictures.

    ``page`` is None where the page draws more than is read. ``pictures`` are in the order of those
    of `PageFacts`, the first of many. ``exact`` says that all of the page's colours name their
    inks, so that only shapes are estimated, not how colours are separated.
    """

    number: int
    page: Shot | None
    plates: tuple[Plate, ...] = ()
    heat: Heat | None = None
    pictures: tuple[Shot, ...] = ()
    exact: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FileSays:
    """What a file says of itself, and its ``length`` in bytes.

    ``version`` is that of PDF/X; ``intent`` is the printing condition of its output intent.
    """

    length: int = 0
    title: str = ""
    producer: str = ""
    version: str = ""
    intent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preflight:
    """All that was found in a file, and the facts of its pages; ``path`` as the editor calls it.

    ``shots`` are there where they were asked for, not of every page if there are many.
    """

    path: str
    profile: Profile
    findings: tuple[Finding, ...]
    pages: tuple[PageFacts, ...] = ()
    fonts: tuple[FontFacts, ...] = ()
    says: FileSays = FileSays()
    shots: tuple[PageShots, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings are of a severity."""
        return sum(finding.severity is severity for finding in self.findings)
