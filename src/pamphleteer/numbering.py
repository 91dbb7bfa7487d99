"""Page numbers in the text: what prints them is set once more when the pages are known.

Lists of contents, and lines such as "From page 1", are first set with placeholders, so that their
depth is known; after make-up they are set again with the true numbers, in the same frames. If one
of them then has another depth, the pages must be made up anew.
"""

from collections.abc import Iterator
from dataclasses import replace

from pamphleteer.layout.galley import Galley, PageNumbers
from pamphleteer.layout.grid import Grid
from pamphleteer.makeup import model as makeup
from pamphleteer.makeup.model import Page, Placed
from pamphleteer.makeup.pages import MadeUp
from pamphleteer.matter import SetMatter
from pamphleteer.typeset.thread import Thread
from pamphleteer.typeset.typesetter import Typesetter


def page_numbers(made: MadeUp, matter: SetMatter) -> PageNumbers:
    """The page on which each galley with a name begins."""
    numbers: dict[str, int] = {}
    for page in made.pages:
        for placed in page.placed:
            name = matter.galleys[placed.thread].name
            if name:
                numbers.setdefault(name, page.number)
    return numbers


def set_numbers(
    made: MadeUp, matter: SetMatter, *, grid: Grid, typesetter: Typesetter
) -> tuple[MadeUp, SetMatter] | None:
    """Set all that prints page numbers once more; None if its depth is then another."""
    numbers = page_numbers(made, matter)
    galleys: dict[makeup.Thread, Galley] = dict(matter.galleys)
    threads: list[Thread] = []
    pages: list[Page] = []
    for page in made.pages:
        placed = list(page.placed)
        for at, old, galley in _numbered(page, matter, numbers):
            thread = typesetter.thread(galley.html, language=galley.language, path=galley.path)
            frame = thread.pour(old.frame.width, old.frame.height)
            if not thread.done or grid.rows(frame.depth) != grid.rows(old.frame.depth):
                return None
            placed[at] = replace(old, frame=frame, thread=thread)
            galleys[thread] = galley
            threads.append(thread)
        pages.append(replace(page, placed=tuple(placed)))
    return (
        replace(made, pages=tuple(pages)),
        replace(matter, galleys=galleys, threads=(*matter.threads, *threads)),
    )


def _numbered(
    page: Page, matter: SetMatter, numbers: PageNumbers
) -> Iterator[tuple[int, Placed, Galley]]:
    """What prints page numbers on a page, by its index, with its galley made anew."""
    for at, placed in enumerate(page.placed):
        numbered = matter.galleys[placed.thread].numbered
        if numbered is not None:
            yield at, placed, numbered(numbers)
