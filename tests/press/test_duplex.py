"""Printed in two passes, a job folds to its book; and backs are drawn where they meet fronts."""

import cmath
import re
from dataclasses import replace
from io import BytesIO
from math import isclose, radians
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import ImageChops
from pypdf import PdfReader

from pamphleteer.desk.trial_print import ask
from pamphleteer.imposition.duplex import (
    back_matrix,
    order_passes,
)
from pamphleteer.imposition.fold import check_book, make_books
from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.paper import axis_of
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.plan import Plan, Sheet, Side, Slot, Turn
from pamphleteer.imposition.printer import Manual, Printer, flip_of, put_back
from pamphleteer.imposition.schemes import leaves, saddle_stitch
from pamphleteer.press.duplex import corrected, split_sides
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.ticket.table import Flip
from pamphleteer.units import POINTS_PER_UNIT, Pt, Size
from tests.desk.office import (
    MACHINES,
    REST,
    SHIFTS,
    SKEWS,
    Machine,
    Print,
    Stack,
    Trial,
    print_by_hand,
)
from tests.imposition.pages import LETTER, numbered_pdf, rasterise

MM = POINTS_PER_UNIT["mm"]
LANDSCAPE = Size(width=LETTER.height, height=LETTER.width)
BY_HAND = Printer(name="office", duplex="manual", manual=Manual(order="reversed", turned=True))
TURNS: dict[tuple[int, int], Turn] = {(1, 0): 0, (0, -1): 90, (-1, 0): 180, (0, 1): 270}


def askew(printer: Printer) -> Printer:
    return replace(printer, offset_x_mm=1.5, offset_y_mm=-0.5, skew_deg=0.4)


def read_catalog(pdf: bytes) -> Any:
    return PdfReader(BytesIO(pdf)).root_object


def impose(plan: Plan, printer: Printer) -> bytes:
    setting = Setting(paper=LETTER, flip=flip_of(printer))
    return impose_pdf(numbered_pdf(len(plan.pages)), plan, setting)


def pages_of(pdf: bytes) -> list[Any]:
    return list(PdfReader(BytesIO(pdf)).pages)


DRAWN = re.compile(r"(\S+) (\S+) (\S+) (\S+) (\S+) (\S+) cm (/P\d+) Do")


def read_side(page: Any, columns: int) -> Side:
    """Read which pages stand on a side of one row, by the numbers that their forms draw."""
    slots = [Slot(page=None)] * columns
    for *matrix, name in DRAWN.findall(page["/Contents"].get_data().decode()):
        a, b, c, _, e, _ = map(float, matrix)
        x = a * 198 + c * 306 + e
        form = page["/Resources"]["/XObject"][name]
        number = int(re.search(rb"\((\d+)\) Tj", form.get_data())[1])  # type: ignore[index]
        column = int(x / float(page.mediabox.width) * columns)
        assert slots[column].page is None
        slots[column] = Slot(page=number, rotation=TURNS[round(a), round(b)])
    return Side(rows=(tuple(slots),))


def print_in_two_passes(
    machine: Machine, printer: Printer, files: tuple[list[Any], list[Any]]
) -> Stack:
    """Print one file, put the stack back as the printer's sentence says, print the other."""
    fronts, backs = (
        [Print(kind=kind, number=at, head=1) for at in range(len(pages))]
        for kind, pages in zip(("front", "back"), files, strict=True)
    )
    return print_by_hand(machine, fronts, backs, said=put_back(printer))


def rebuild(stack: Stack, files: tuple[list[Any], list[Any]], plan: Plan) -> Plan:
    """Take the sheets, the first front on top, and see over which edge their backs are upright."""
    columns = plan.sheets[0].front.columns
    sheets: list[Sheet] = []
    flips: set[Flip] = set()
    for paper in sorted(stack, key=lambda each: each.find("front").number):
        front, back = paper.find("front"), paper.find("back")
        assert paper.surface_of("front") != paper.surface_of("back")
        sides = (
            read_side(files[0][front.number], columns),
            read_side(files[1][back.number], columns),
        )
        sheets.append(Sheet(front=sides[0], back=sides[1]))
        flips.add("short-edge" if front.head == back.head else "long-edge")
    (flip,) = flips
    box = files[0][0].mediabox
    size = Size(width=Pt(float(box.width)), height=Pt(float(box.height)))
    return replace(plan, sheets=tuple(sheets), axis=axis_of(flip, size))


@settings(deadline=None, max_examples=60)
@given(MACHINES, st.integers(1, 21), st.sampled_from(["saddle-stitch", "loose-leaf"]))
def test_two_passes_fold_to_the_book(machine: Machine, page_count: int, scheme: str) -> None:
    """Whatever the printer, the profile that comes of its trial yields pages in order, upright."""
    printer = ask(REST | Trial(machine).answers())
    plan = plan_job(page_count, Job(scheme=scheme))
    fronts, backs = split_sides(impose(plan, printer), printer)
    files = (pages_of(fronts), pages_of(backs))
    stack = print_in_two_passes(machine, printer, files)
    is_sorted = [paper.find("front").number for paper in stack]
    assert is_sorted in (sorted(is_sorted), sorted(is_sorted, reverse=True))
    found = rebuild(stack, files, plan)
    (book,) = make_books(found)
    check_book(book, plan, page_count=page_count)


def test_the_proof_sees_backs_in_the_wrong_order() -> None:
    machine = Machine(prints="up", faces="down", head_in=1, head_out=1)
    printer = ask(REST | Trial(machine).answers())
    assert printer.manual
    wrong = replace(
        printer,
        manual=replace(
            printer.manual, order="same" if printer.manual.order == "reversed" else "reversed"
        ),
    )
    plan = saddle_stitch(8)
    files = tuple(pages_of(each) for each in split_sides(impose(plan, printer), wrong))
    found = rebuild(print_in_two_passes(machine, printer, files), files, plan)  # type: ignore[arg-type]
    (book,) = make_books(found)
    with pytest.raises(ValueError, match="is read where page"):
        check_book(book, plan, page_count=8)


@pytest.mark.parametrize("order", ["same", "reversed"])
def test_blank_backs_are_printed(order: str) -> None:
    printer = replace(BY_HAND, manual=Manual(order=order, turned=False))  # type: ignore[arg-type]
    fronts, backs = map(
        pages_of, split_sides(impose(plan_job(3, Job(scheme="loose-leaf")), printer), printer)
    )
    assert [read_side(page, 1).slots[0].page for page in fronts] == [1, 3]
    expected = [2, None] if order == "same" else [None, 2]
    assert [read_side(page, 1).slots[0].page for page in backs] == expected
    assert {tuple(map(float, page.mediabox)) for page in fronts + backs} == {(0, 0, 612, 792)}


def test_forms_are_shared_and_not_encoded_anew() -> None:
    imposed = impose(saddle_stitch(24), BY_HAND)
    before = {name: form for page in pages_of(imposed)
              for name, form in page["/Resources"]["/XObject"].items()}  # fmt: skip
    for part in split_sides(imposed, BY_HAND):
        fonts = set()
        for page in pages_of(part):
            for name, form in page["/Resources"]["/XObject"].items():
                assert form.get_object()._data == before[name].get_object()._data
                fonts.add(form.get_object().raw_get("/Resources").idnum)
        assert len(fonts) == 1
        assert len(part) < len(imposed)


def test_what_the_document_says_of_itself_is_kept() -> None:
    pdf = numbered_pdf(4, catalog="/Lang (en) /ViewerPreferences <</NumCopies 3>>")
    imposed = impose_pdf(pdf, saddle_stitch(4), Setting(paper=LETTER, flip="long-edge"))
    for part in split_sides(imposed, BY_HAND):
        root = read_catalog(part)
        assert root["/Lang"] == "en"
        wishes = root["/ViewerPreferences"]
        assert (wishes["/PrintScaling"], wishes["/Duplex"]) == ("/None", "/Simplex")
        assert wishes["/NumCopies"] == 3
        assert part.startswith(imposed[:8])


def test_only_a_printer_fed_by_hand_takes_two_files() -> None:
    duplex = Printer(name="office", duplex="short-edge")
    with pytest.raises(ValueError, match="not fed by hand"):
        order_passes(4, duplex)
    with pytest.raises(ValueError, match="3 sides: the last sheet has no back"):
        order_passes(3, BY_HAND)


@given(SHIFTS, SHIFTS, SKEWS, st.sampled_from(["short-edge", "long-edge"]),
       st.booleans())  # fmt: skip
def test_a_matrix_brings_backs_behind_fronts(  # noqa: PLR0917  # made by Hypothesis
    x: float, y: float, skew: float, duplex: str, landscape: bool
) -> None:
    """Points of a back, drawn with the matrix and printed askew, lie where they should.

    An upright sheet comes to the printer turned clockwise.
    """
    printer = Printer(
        name="office", duplex=duplex, offset_x_mm=x, offset_y_mm=y, skew_deg=skew  # type: ignore[arg-type]
    )  # fmt: skip
    sheet = LANDSCAPE if landscape else LETTER
    middle = complex(sheet.width, sheet.height) / 2
    shown = 1 if landscape else -1j
    a, b, c, d, e, f = back_matrix(sheet, printer)

    def through(drawn: complex) -> complex:
        return -drawn.conjugate() if duplex == "short-edge" else drawn.conjugate()

    for point in (0j, 100 + 50j, 300 + 500j):
        moved = complex(a * point.real + c * point.imag + e, b * point.real + d * point.imag + f)
        at = through(shown * (moved - middle)) * cmath.rect(1, radians(skew)) + complex(x, y) * MM
        assert abs(at - through(shown * (point - middle))) < 1e-6


def test_backs_alone_are_moved_and_no_content_is_touched() -> None:
    printer = askew(Printer(name="office", duplex="short-edge"))
    imposed = impose(saddle_stitch(8), printer)
    before, after = pages_of(imposed), pages_of(corrected(imposed, printer))
    assert len(after) == len(before)
    moved = {}
    for index, (old, new) in enumerate(zip(before, after, strict=True)):
        assert "/Rotate" not in new
        parts = [part.get_object().get_data() for part in content_parts(new)]
        content = old["/Contents"].get_data()
        if index % 2 == 0:
            assert parts == [content]
            continue
        assert parts[1:] == [content, b"Q"]
        moved[parts[0]] = [float(each) for each in parts[0].split()[1:-1]]
    (matrix,) = moved.values()
    expected = back_matrix(LANDSCAPE, printer)
    assert all(isclose(*pair, abs_tol=1e-6) for pair in zip(matrix, expected, strict=True))


def content_parts(page: Any) -> list[Any]:
    contents = page["/Contents"]
    return list(contents) if isinstance(contents, list) else [contents]


def test_a_back_that_stands_too_far_right_is_drawn_as_far_back() -> None:
    """Seen through the front, right is left on the back: it is drawn 20 points to its right."""
    printer = Printer(name="office", duplex="short-edge", offset_x_mm=20 / MM)
    imposed = impose(saddle_stitch(4), printer)
    plain, moved = rasterise(imposed, 1), rasterise(corrected(imposed, printer), 1)
    assert plain.crop((0, 0, 772, 612)).tobytes() == moved.crop((20, 0, 792, 612)).tobytes()


def test_upright_sheets_are_shown_as_the_trial_was() -> None:
    """Their backs are moved as they are shown then, all sides alike."""
    printer = Printer(name="office", duplex="short-edge", offset_x_mm=20 / MM)
    imposed = impose(leaves(2), printer)
    made = corrected(imposed, printer)
    assert [page["/Rotate"] for page in pages_of(made)] == [90, 90]
    for index, shift in ((0, 0), (1, 20)):
        plain = rasterise(imposed, index).rotate(-90, expand=True).crop((0, 0, 792 - shift, 612))
        moved = rasterise(made, index).crop((shift, 0, 792, 612))
        assert sum(ImageChops.difference(plain, moved).histogram()[64:]) == 0
