"""A filler stands where a book would have blank places, and the book is still proved."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from pamphleteer.impose import Wish, impose_file
from pamphleteer.imposition.jobs import Job
from pamphleteer.imposition.placing import Setting
from pamphleteer.ticket.table import Policy
from tests.imposition.pages import LETTER, draw_number, numbered_pdf, read_text


def numbers(path: Path) -> list[list[str]]:
    pdf = path.read_bytes()
    return [
        [read_text(pdf, side, left=left, right=left + 396) for left in (0, 396)]
        for side in range(len(PdfReader(path).pages))
    ]


@pytest.mark.parametrize(
    ("policy", "sheets"),
    [
        ("end", [["90", "1"], ["2", "91"], ["90", "3"], ["4", "5"]]),
        ("before-back", [["5", "1"], ["2", "90"], ["91", "3"], ["4", "90"]]),
    ],
)
def test_a_filler_stands_in_blank_places(
    policy: Policy, sheets: list[list[str]], tmp_path: Path
) -> None:
    """Two pages of a filler fill three places: the first one is there twice."""
    source, filler, output = (tmp_path / name for name in ("in.pdf", "notes.pdf", "out.pdf"))
    source.write_bytes(numbered_pdf(5))
    filler.write_bytes(numbered_pdf(2, draw=lambda number: draw_number(number + 89)))
    made = impose_file(
        source, output, Job(blanks=policy), Setting(paper=LETTER), wish=Wish(filler=filler)
    )
    assert made.sheets == 2
    assert numbers(output) == sheets


def test_a_book_without_blanks_has_no_filler(tmp_path: Path) -> None:
    source, output = tmp_path / "in.pdf", tmp_path / "out.pdf"
    source.write_bytes(numbered_pdf(4))
    made = impose_file(source, output, Job(), Setting(paper=LETTER), wish=Wish(filler=source))
    assert numbers(output) == [["4", "1"], ["2", "3"]]
    assert [each.code for each in made.problems] == ["filler-left-out"]
    assert "4 of its 4 pages are left out: 0 places are blank" in str(made.problems[0])


def test_pages_of_a_filler_that_find_no_place_are_told(tmp_path: Path) -> None:
    source, filler, output = (tmp_path / name for name in ("in.pdf", "notes.pdf", "out.pdf"))
    source.write_bytes(numbered_pdf(7))
    filler.write_bytes(numbered_pdf(2))
    made = impose_file(source, output, Job(), Setting(paper=LETTER), wish=Wish(filler=filler))
    assert "1 of its 2 pages is left out: 1 place is blank" in str(made.problems[0])
