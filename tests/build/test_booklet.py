"""The booklet folds back to the pages of the screen PDF, whatever the printer and its paper.

The paper is moved in `folding`, which knows nothing of the program's own proof.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.build.finished import Finished
from tests.build.folding import Flip, Paper, fold, same_letters
from tests.build.pdf import (
    Letter,
    count_images,
    page_sizes,
    plain,
    plain_letters,
    read_codes,
    read_letters,
    render,
)
from tests.build.publications import Publication, article, make_publication, manifest, prose

LETTER = Paper(792, 612)
A4 = Paper(841.89, 595.28)

# Nine pages of text, and a contact block that makes ten: the booklet has twelve.
NINE_PAGES = {
    "winter/articles/news.md": article("News", prose(1350)),
    "winter/articles/b.md": article("More", prose(1000, seed=5000), "running_head: Again"),
}

WEB = "https://example.org"


@dataclass(frozen=True, slots=True)
class Printer:
    """A page that fits its paper, the paper, and the edge over which the printer turns it."""

    page: str
    paper: Paper
    flip: Flip
    printing: str


PRINTERS = (
    Printer("half-letter", LETTER, "short-edge", "paper: letter"),
    Printer("half-letter", LETTER, "long-edge", "paper: letter, flip: long-edge"),
    Printer("a5", A4, "short-edge", "paper: a4"),
    Printer("a5", A4, "long-edge", "paper: a4, flip: long-edge"),
)


def pages_of(letters: Sequence[Letter], count: int) -> list[list[Letter]]:
    return [[each for each in letters if each.page == page] for page in range(1, count + 1)]


def moved(page: Sequence[Letter], x: float, y: float) -> list[Letter]:
    return [replace(letter, x=letter.x + x, y=letter.y + y) for letter in page]


def assert_folds(screen: Path, booklet: Path, paper: Paper, flip: Flip) -> None:
    """Every page is met in its turn: its inner edge at the fold, in the middle of the height."""
    (width, height), *others = page_sizes(screen)
    pages = pages_of(read_letters(screen), 1 + len(others))
    top = (paper.height - height) / 2
    read = fold(read_letters(booklet), paper, flip)
    for number, (found, page) in enumerate(zip(read, pages, strict=True), start=1):
        assert same_letters(found, moved(page, 0 if number % 2 else -width, top)), number


def duplex(path: Path) -> object:
    """What the file asks of the printer."""
    catalog: dict[str, Any] = PdfReader(path).root_object
    return catalog["/ViewerPreferences"]["/Duplex"]


def test_real_booklets_fold_to_their_pages(finished: Finished) -> None:
    assert page_sizes(finished.booklet) == [(792, 612)] * 4
    assert_folds(finished.screen, finished.booklet, LETTER, "short-edge")


def test_real_booklets_show_their_pages(finished: Finished) -> None:
    """As pictures, with panels, rules and photographs: letter's fold is between two pixels.

    Folded by hand, page 1 is right on the first side, page 2 left behind it, and so on inwards;
    pages 5 to 8 are on the same sides, outwards.
    """
    places = ((1, "right"), (2, "left"), (3, "right"), (4, "left"),
              (4, "right"), (3, "left"), (2, "right"), (1, "left"))  # fmt: skip
    boxes = {"left": (0, 0, 396, 612), "right": (396, 0, 792, 612)}
    for page, (side, half) in enumerate(places, start=1):
        found = render(finished.booklet, side, dpi=72).crop(boxes[half]).tobytes()
        wanted = render(finished.screen, page, dpi=72).tobytes()
        pairs = zip(found, wanted, strict=True)
        assert sum(abs(one - other) > 48 for one, other in pairs) < len(wanted) / 1000, page


@pytest.mark.parametrize("printer", PRINTERS, ids=lambda printer: printer.printing)
def test_nine_pages_of_text_make_a_booklet_of_twelve(tmp_path: Path, printer: Printer) -> None:
    publication = build_nine_pages(tmp_path, printer.page, printer.printing)
    paper, flip = printer.paper, printer.flip
    pages = pages_of(read_letters(publication.screen), 12)
    blanks = [number for number, letters in enumerate(pages, start=1) if not letters]
    assert blanks == [10, 11]
    assert plain("Write to us") in plain_letters(pages[11])[0]
    assert [folio(letters) for letters in pages if letters] == [*range(1, 10), 12]
    sides = [(round(width), round(height)) for width, height in page_sizes(publication.booklet)]
    assert sides == [(round(paper.width), round(paper.height))] * 6
    assert_folds(publication.screen, publication.booklet, paper, flip)
    asked = {"short-edge": "/DuplexFlipShortEdge", "long-edge": "/DuplexFlipLongEdge"}
    assert duplex(publication.booklet) == asked[flip]


@pytest.mark.parametrize("printer", PRINTERS[::2], ids=lambda printer: printer.printing)
def test_single_pages_stand_in_the_middle_of_their_sheets(tmp_path: Path, printer: Printer) -> None:
    """There are no blanks, as nothing is folded."""
    one_sided = f"{printer.printing}, scheme: loose-leaf, flip: simplex"
    publication = build_nine_pages(tmp_path, printer.page, one_sided)
    paper = printer.paper
    (width, height), *others = page_sizes(publication.screen)
    pages = pages_of(read_letters(publication.screen), 1 + len(others))
    sheets = pages_of(read_letters(publication.booklet), len(page_sizes(publication.booklet)))
    assert all(pages)
    left, top = (paper.height - width) / 2, (paper.width - height) / 2
    for number, (found, letters) in enumerate(zip(sheets, pages, strict=True), start=1):
        assert same_letters(found, moved(letters, left, top)), number
        assert folio(found) == number
    assert duplex(publication.booklet) == "/Simplex"
    assert [url for url, _ in read_codes(publication.booklet, len(pages))] == [WEB]


def build_nine_pages(root: Path, page: str, printing: str) -> Publication:
    publication = make_publication(root, NINE_PAGES)
    order = ["articles/news.md", "articles/b.md", "contact"]
    keys = (f"page: {page}", f"printing: {{{printing}}}")
    publication.write({"winter/issue.yaml": manifest(order, *keys)})
    done = publication.build_here()
    assert done.code == 0, done.err
    return publication


def folio(page: Sequence[Letter]) -> int:
    """The number at a page's foot, which is set in the biggest type there."""
    low = max(letter.y for letter in page)
    foot = [letter for letter in page if low - letter.y < 6]
    size = max(letter.size for letter in foot)
    return int("".join(letter.text for letter in foot if letter.size == size))


def test_the_booklet_is_not_tagged(finished: Finished) -> None:
    """Its pages are out of reading order, so tags would only mislead."""
    assert "/StructTreeRoot" not in PdfReader(finished.booklet).root_object
    assert sum(count_images(finished.booklet, side) for side in range(1, 5)) == sum(
        count_images(finished.screen, page) for page in range(1, 9)
    )
