"""Text set in columns on real pages, and what it should print."""

from collections.abc import Sequence
from dataclasses import dataclass

from pamphleteer.problems import IssueError, SourcePos
from pamphleteer.reading.text import PrintedWord, Region, read_regions
from pamphleteer.reading.words import Printed, compare_words
from pamphleteer.typeset.drawing import Graft
from pamphleteer.units import Pt
from tests.typeset.composing import draw, typesetter

BODY = "p { text-align: justify; hyphens: auto; orphans: 1; widows: 1 } em { font-style: italic }"
START = SourcePos(path="news.md", line=5)
COLUMN, STEP = Pt(78), Pt(92)


@dataclass(frozen=True, slots=True, kw_only=True)
class SetPages:
    """A PDF, and the region of each frame of a text."""

    pdf: bytes
    regions: tuple[Region, ...]

    def words(self) -> list[str]:
        """All words, in the order of the frames."""
        return [word.text for words in self.read() for word in words]

    def read(self) -> list[list[PrintedWord]]:
        """The words of each region."""
        return list(read_regions(self.pdf, self.regions))


def set_pages(
    matter: str,
    css: str = "",
    *,
    rows: Sequence[int] = (20,),
    width: Pt = COLUMN,
    language: str = "en",
) -> SetPages:
    """Set HTML in columns of so many rows, over and over, on pages of 200 by 300 points."""
    setter = typesetter(BODY + css)
    thread = setter.thread(matter, language=language, path=START.path)
    grafts: list[Graft] = []
    regions: list[Region] = []
    while not thread.done:
        index = len(grafts)
        frame = thread.pour(width, Pt(12 * rows[index % len(rows)]))
        page, x = (
            (index // 2 + 1, Pt(12 + index % 2 * STEP)) if width <= COLUMN else (index + 1, Pt(12))
        )
        y = Pt(20)
        grafts.append(Graft(page=page, frame=frame, x=x, y=y))
        regions.append(
            Region(page=page, x=x, y=y, width=frame.width, height=frame.depth, holes=frame.labels)
        )
    pages = grafts[-1].page
    return SetPages(pdf=draw(setter, grafts, pages=pages).plain_pdf(), regions=tuple(regions))


def complaints(made: SetPages, *texts: str, exact: bool = True) -> list[str]:
    """Compare with source texts, each of which begins a line below the one before it."""
    line = START.line
    passages = []
    for text in texts:
        passages.append((text, SourcePos(path=START.path, line=line)))
        line += text.count("\n") + 1
    try:
        compare_words(
            made.pdf, [Printed(passages=tuple(passages), regions=made.regions, exact=exact)]
        )
    except IssueError as failure:
        return [f"{each.code} {each.pos}: {each.message}" for each in failure.problems]
    return []
