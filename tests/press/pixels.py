"""Sources whose pages are odd in one way each, put on sheets, and pictures of parts of them.

Every page draws stripes by which it is told apart, and marks by which a turn is seen. Points; the
origin of a box is the page's own.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import pypdfium2
from hypothesis import assume
from hypothesis import strategies as st
from PIL import Image

from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.laying import Cell, lay_out
from pamphleteer.imposition.paper import turn_for
from pamphleteer.imposition.placing import Bed, Setting, make_bed
from pamphleteer.imposition.plan import Fold, Side
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.problems import IssueError
from pamphleteer.units import Pt, Size
from tests.imposition.pages import write_objects

DPI = 100
PIXEL = 72 / DPI
"""In points."""

WIDTH, HEIGHT = 90.3, 126.2
"""Of a page, in points: 125.4 by 175.3 pixels, so that rounding never adds a row of them."""

TO_TRIM = {
    0: "1 0 0 1 {l} {b}",
    90: "0 1 -1 0 {r} {b}",
    180: "-1 0 0 -1 {r} {t}",
    270: "0 -1 1 0 {l} {t}",
}
"""How what is drawn upright is laid on a page that a viewer turns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of a source: where its trim lies in its own space, and how its dictionary says so.

    ``turn`` is its /Rotate. ``keys`` has the trim's edges in braces: ``{l} {b} {r} {t}``.
    ``around`` is what its content has before and after all that is drawn.
    """

    origin: tuple[float, float] = (0, 0)
    turn: int = 0
    size: tuple[float, float] = (WIDTH, HEIGHT)
    unit: float = 1
    keys: str = "/MediaBox [{l} {b} {r} {t}]"
    streams: int = 1
    around: tuple[str, str] = ("", "")

    @property
    def trim(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top in the page's own space."""
        width, height = (length / self.unit for length in self.size)
        across, up = (height, width) if self.turn in {90, 270} else (width, height)
        left, bottom = self.origin
        return left, bottom, left + across, bottom + up

    def filled(self, text: str) -> str:
        """A text with the trim's edges in it, and edges that are farther out by ten points."""
        left, bottom, right, top = self.trim
        own = dict(zip("lbrt", self.trim, strict=True))
        outer = dict(zip("LBRT", (left - 10, bottom - 10, right + 10, top + 10), strict=True))
        return text.format(**{key: f"{value:.4f}" for key, value in (own | outer).items()})


BLEED = "/MediaBox [{L} {B} {R} {T}] /BleedBox [{L} {B} {R} {T}] /TrimBox [{l} {b} {r} {t}]"
GROUP = Page().keys + " /Group <</Type/Group/S/Transparency/CS/DeviceRGB/I true/K {knock}>>"
KINDS: dict[str, Sequence[Page]] = {
    "plain": [Page()],
    "bleed": [Page(keys=BLEED)],
    "turned by 90": [Page(turn=90)],
    "turned by 180": [Page(turn=180)],
    "turned by 270": [Page(turn=270)],
    "offset boxes": [Page(origin=(100.25, 333.5))],
    "negative boxes": [Page(origin=(-500.75, -77.5))],
    "all at once": [Page(origin=(-40.5, 91.25), turn=turn, keys=BLEED) for turn in (270, 90, 180)],
    "cropped, corners the other way round": [
        Page(origin=(31, -9), keys="/MediaBox [{R} {T} {L} {B}] /CropBox [{r} {t} {l} {b}]")
    ],
    "mixed sizes": [
        Page(),
        Page(size=(61.7, 126.2)),
        Page(size=(80.4, 70.9), turn=90, origin=(5, 5)),
        Page(size=(90.3, 40.8), turn=180, keys=BLEED),
    ],
    "multi-stream contents": [Page(streams=4)],
    "inherited boxes, turn and resources": [Page(turn=180, keys="")],
    "a transparency group": [Page(keys=GROUP.replace("{knock}", "false"))],
    "a group that knocks out": [Page(keys=GROUP.replace("{knock}", "true"))],
    "states saved and not restored, and the other way round": [
        Page(around=("q q", "q .2 0 0 .2 9 9 cm")),
        Page(around=("Q Q", "Q Q Q")),
    ],
    "units of two points": [Page(unit=2, keys=Page().keys + " /UserUnit 2")],
}
"""What pages are like; where there are several, they follow one another."""

INHERITED = Page().filled(Page().keys) + " /Rotate 180 /Resources 3 0 R"


def draw_page(number: int, page: Page) -> str:
    """Draw stripes by which pages are told apart, a number, and marks that no turn leaves alike."""
    width, height = page.size
    bits = [at for at in range(6) if number >> at & 1]
    stripes = "".join(f"{6 + 8 * at} {height / 2} 5 {height / 2 - 8} re " for at in bits)
    turned = page.filled(TO_TRIM[page.turn])
    small = 1 / page.unit
    return "\n".join(
        (
            f"{page.around[0]} q {turned} cm {small} 0 0 {small} 0 0 cm 1.5 w",
            f"2.2 2.2 {width - 4.4} {height - 4.4} re S {stripes} f 0.3 g 8 8 13 21 re f",
            f"BT 0.1 g /F1 34 Tf 30 12 Td ({number}) Tj ET /Half gs 0.9 g",
            f"20 14 40 15 re f /Times gs 0.2 0.5 0.7 rg 40 {height - 30} 33 19 re f Q",
            page.around[1],
        )
    )


def make_pdf(
    count: int, kind: Sequence[Page], draw: Callable[[int, Page], str] = draw_page
) -> bytes:
    """Write a PDF of numbered pages."""
    states = "/Half <</ca .5>> /Times <</ca .8/BM/Multiply>>"
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    objects = ["", "", f"<</Font<</F1 {font}>>/ExtGState<<{states}>>>>"]
    kids = []
    for number, page in pages_of(count, kind):
        lines = draw(number, page).split("\n")
        parts = lines if page.streams > 1 else ["\n".join(lines)]
        first = len(objects) + 1
        objects += [f"<</Length {len(part)}>>stream\n{part}\nendstream" for part in parts]
        contents = " ".join(f"{first + at} 0 R" for at in range(len(parts)))
        own = f"/Resources 3 0 R /Rotate {page.turn} {page.filled(page.keys)}" if page.keys else ""
        objects.append(f"<</Type/Page/Parent 2 0 R/Contents[{contents}] {own}>>")
        kids.append(f"{len(objects)} 0 R")
    objects[0] = "<</Type/Catalog/Pages 2 0 R>>"
    objects[1] = f"<</Type/Pages/Kids[{' '.join(kids)}]/Count {count} {INHERITED}>>"
    return write_objects(objects)


def pages_of(count: int, kind: Sequence[Page]) -> Iterator[tuple[int, Page]]:
    return ((number, kind[(number - 1) % len(kind)]) for number in range(1, count + 1))


def draw_box(
    document: pypdfium2.PdfDocument, index: int, box: Sequence[float], *, scale: float = 1 / PIXEL
) -> Image.Image:
    """Draw in grey what lies in a box of a page."""
    document[index].set_cropbox(*box)
    image: Image.Image = document[index].render(scale=scale, grayscale=True).to_pil()
    return image.convert("L")


SECTION = {
    "front": "5* 4* / 8 1",
    "back": "3* 6* / 2 7",
    "folds": (Fold(half="top"), Fold(half="left")),
}
JOBS = {
    "saddle-stitch": (7, Job()),
    "perfect-bound": (12, Job(scheme="perfect-bound", sheets=2)),
    "folded-section": (16, Job(scheme="folded-section", section=16)),
    "loose-leaf": (5, Job(scheme="loose-leaf", rows=2, columns=2)),
    "cards": (6, Job(scheme="cards", columns=3)),
    "calendar": (4, Job(scheme="calendar")),
    "n-up": (7, Job(scheme="n-up", rows=2, columns=3)),
    "mini-zine": (8, Job(scheme="mini-zine")),
    "french-fold": (8, Job(scheme="french-fold")),
    "concertina": (6, Job(scheme="concertina", columns=3)),
    "custom": (8, Job(scheme="custom", **SECTION)),  # type: ignore[arg-type]
}
"""Of every scheme a job, and how many pages it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imposed:
    """A source, its sheets, and where its pages are to lie on each side of them."""

    kind: Sequence[Page]
    pdf: bytes
    sheets: bytes
    bed: Bed
    sides: tuple[Side, ...]
    cells: tuple[tuple[Cell, ...], ...]


def impose(
    count: int,
    job: Job,
    setting: Setting,
    *,
    kind: Sequence[Page] = KINDS["plain"],
    pdf: bytes = b"",
) -> Imposed:
    plan, pdf = plan_job(count, job), pdf or make_pdf(count, kind)
    sizes = {
        number: Size(width=Pt(page.size[0]), height=Pt(page.size[1]))
        for number, page in pages_of(count, kind)
    }
    bed = make_bed(plan, sizes, setting)
    sides = turn_for(plan, setting.flip, bed.sheet)[0].sides
    cells = tuple(lay_out(side, bed, sizes) for side in sides)
    sheets = impose_pdf(pdf, plan, setting)
    return Imposed(kind=kind, pdf=pdf, sheets=sheets, bed=bed, sides=sides, cells=cells)


def draw_side(imposed: Imposed, index: int, *, scale: float = 1) -> Image.Image:
    with pypdfium2.PdfDocument(imposed.sheets) as sheets:
        sheet = imposed.bed.sheet
        return draw_box(sheets, index, (0, 0, sheet.width, sheet.height), scale=scale)


@st.composite
def asked(draw: st.DrawFn) -> tuple[int, Job]:
    """How many pages, and a job of any scheme, bound, turned, cut and printed in any way."""
    _, job = draw(st.sampled_from(list(JOBS.values())))
    count = draw(st.integers(1, 20))
    job = replace(
        job,
        sheets=draw(st.integers(1, 3)),
        section=draw(st.sampled_from([4, 8, 16, 32])),
        rows=draw(st.integers(1, 3)),
        columns=draw(st.integers(1, 3)),
        order=draw(st.sampled_from(["piles", "sheets", "copies"])),
        style=draw(st.sampled_from(["sheetwise", "work-and-turn", "work-and-tumble"])),
        binding=draw(st.sampled_from(["left", "right", "top"])),
        nested=draw(st.booleans()),
        head_to_toe=draw(st.booleans()),
        foot_fold=draw(st.booleans()),
        one_sided=draw(st.booleans()),
    )
    try:
        plan_job(count, job)
    except IssueError:
        assume(False)
    return count, job
