"""What a PDF should have printed of each thread, and where: for its comparison with the source."""

from collections.abc import Iterator
from dataclasses import replace

from pamphleteer.layout.galley import Passage
from pamphleteer.makeup.model import Placed, Thread
from pamphleteer.makeup.pages import MadeUp
from pamphleteer.matter import SetMatter
from pamphleteer.reading.text import Region
from pamphleteer.reading.words import Printed
from pamphleteer.units import Pt


def list_printed(made: MadeUp, matter: SetMatter) -> Iterator[Printed]:
    """List what each thread should have printed, its text and its notes, and in which regions."""
    texts: dict[Thread, list[Region]] = {}
    notes: dict[Thread, list[Region]] = {}
    for page in made.pages:
        for placed in page.placed:
            text, *below = _regions(page.number, placed)
            texts.setdefault(placed.thread, []).append(text)
            notes.setdefault(placed.thread, []).extend(below)
    for thread, regions in texts.items():
        galley = matter.galleys[thread]
        if galley.passages or galley.exact:  # letters may stand over a picture
            yield _compared(galley.passages, regions, exact=galley.exact)
        yield _compared(galley.notes, notes[thread], exact=True)


def _regions(page: int, placed: Placed) -> Iterator[Region]:
    """The region of a frame's text, and that of its notes if it has any."""
    frame = placed.frame
    depth = frame.depth if frame.notes_top is None else frame.notes_top
    text = Region(
        page=page, x=placed.x, y=placed.y, width=frame.width, height=depth, holes=frame.labels
    )
    yield text
    if depth < frame.depth:
        yield replace(text, y=Pt(placed.y + depth), height=Pt(frame.depth - depth), holes=())


def _compared(passages: tuple[Passage, ...], regions: list[Region], *, exact: bool) -> Printed:
    return Printed(
        passages=tuple((passage.text, passage.pos) for passage in passages),
        exact=exact,
        regions=tuple(regions),
    )
