"""The files that are published for each kind of printer, and the picture of the stack."""

from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.imposition.duplex import check_sides, flip_for, misses_backs
from pamphleteer.imposition.pictures import Label
from pamphleteer.imposition.printer import Manual, Printer, put_back
from pamphleteer.imposition.putting_back import picture_put_back
from pamphleteer.imposition.schemes import leaves, saddle_stitch
from pamphleteer.press.duplex import corrected
from pamphleteer.press.printers import for_printer, stack_picture
from tests.desk.office import Paper, Print, turn_over
from tests.press.test_duplex import BY_HAND, askew, content_parts, impose, pages_of, read_catalog


def test_same_job_same_bytes() -> None:
    printer = askew(BY_HAND)
    imposed, output = impose(saddle_stitch(8), printer), Path("zine.pdf")
    assert for_printer(imposed, printer, output) == for_printer(imposed, printer, output)


def test_a_printer_whose_backs_fit_gets_the_pages_as_they_are() -> None:
    printer = Printer(name="office", duplex="long-edge")
    assert not misses_backs(printer)
    imposed = impose(saddle_stitch(4), printer)
    (made,) = for_printer(imposed, printer, Path("out/zine.pdf")).values()
    before, after = pages_of(imposed), pages_of(made)
    contents = [[page["/Contents"].get_data() for page in pages] for pages in (before, after)]
    assert contents[0] == contents[1]
    assert "/Duplex" not in read_catalog(made)["/ViewerPreferences"]


def test_the_files_of_a_job() -> None:
    output = Path("out/zine.pdf")
    duplex = askew(Printer(name="office", duplex="short-edge"))
    assert list(for_printer(impose(saddle_stitch(8), duplex), duplex, output)) == [output]
    files = for_printer(impose(saddle_stitch(8), BY_HAND), BY_HAND, output)
    assert [path.name for path in files] == [
        "zine-fronts.pdf",
        "zine-backs.pdf",
        "zine-put-back.pdf",
    ]
    assert [len(pages_of(each)) for each in files.values()] == [2, 2, 1]
    assert for_printer(b"any", BY_HAND, output, two_sided=False) == {output: b"any"}


def test_backs_of_a_printer_fed_by_hand_are_moved_before_they_are_ordered() -> None:
    printer = askew(BY_HAND)
    files = for_printer(impose(saddle_stitch(8), printer), printer, Path("zine.pdf"))
    fronts, backs, _ = (pages_of(each) for each in files.values())
    assert [len(content_parts(page)) for page in fronts] == [1, 1]
    assert [len(content_parts(page)) for page in backs] == [3, 3]


def test_a_printer_of_one_side_is_refused_where_there_are_backs() -> None:
    printer = Printer(name="old-one", duplex="none")
    (problem,) = check_sides(saddle_stitch(4), printer)
    assert problem.code == "one-sided-printer"
    assert not list(check_sides(leaves(4, two_sided=False), printer))
    assert not list(check_sides(saddle_stitch(4), BY_HAND))
    assert flip_for(printer, "short-edge") == "short-edge"
    assert flip_for(BY_HAND, "short-edge") == "long-edge"
    with pytest.raises(ValueError, match="prints no backs"):
        corrected(impose(saddle_stitch(4), BY_HAND), askew(printer))


@given(st.builds(Manual))
def test_the_picture_shows_what_becomes_of_the_stack(manual: Manual) -> None:
    """As a stack of three in the office: turned or not, its faces and its top are as captioned."""
    picture = picture_put_back(replace(BY_HAND, manual=manual))
    said = [shape.text for shape in picture.shapes if isinstance(shape, Label)]
    printed = tuple(
        Paper(**{manual.faces: (Print(kind="front", number=number, head=1),)})
        for number in ((1, 2, 3) if manual.top == "first" else (3, 2, 1))
    )
    stack = turn_over(printed) if manual.turn_over else printed
    faces, number = stack[0].surface_of("front"), stack[0].find("front").number
    at = said.index("Paper tray:")
    assert said[at + 1] == f"printed sides {faces},"
    assert said[at + 2] == f"{'first' if number == 1 else 'last'} sheet on top"


def test_only_a_stack_that_is_put_back_by_hand_has_a_picture() -> None:
    with pytest.raises(ValueError, match="not fed by hand"):
        picture_put_back(Printer(name="office", duplex="short-edge"))


def test_the_page_that_shows_the_stack() -> None:
    pdf = stack_picture(BY_HAND)
    assert pdf == stack_picture(BY_HAND)
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(document) == 1
        text = " ".join(document[0].get_textpage().get_text_bounded().split())
    assert text.startswith("Put the stack back like this")
    assert put_back(BY_HAND) in text
