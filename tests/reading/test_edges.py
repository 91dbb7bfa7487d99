"""What a printer leaves out along the edges of the paper is told, and nothing else is."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import assume, event, example, given, settings
from hypothesis import strategies as st

from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.marks import choose_marks
from pamphleteer.imposition.paper import grid_of
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.plan import Plan
from pamphleteer.imposition.printer import Manual, Printer, flip_of
from pamphleteer.imposition.schemes import leaves, saddle_stitch
from pamphleteer.objects import read_document
from pamphleteer.press.duplex import as_sent
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.problems import Problem
from pamphleteer.reading.edges import check_edges
from pamphleteer.units import POINTS_PER_UNIT, Pt, Size, parse_size
from tests.imposition.pages import LETTER, numbered_pdf
from tests.press.pixels import asked

MM = POINTS_PER_UNIT["mm"]
OFFICE = Printer(name="office", duplex="short-edge", margin_mm=5)
TABLOID = parse_size("tabloid")


def check(
    pdf: bytes, plan: Plan, printer: Printer = OFFICE, *, options: bool = True, **given: Any
) -> tuple[Problem, ...]:
    """Impose for a printer, and look at what it would leave out."""
    flip = "short-edge" if printer.duplex == "none" else flip_of(printer)
    setting = Setting(**({"paper": LETTER, "flip": flip} | given))
    source = read_document(pdf)
    imposed = impose_pdf(pdf, plan, setting, source=source)
    sent = as_sent(imposed, printer, two_sided=plan.two_sided)
    found = check_edges(
        imposed, sent, plan, setting, printer=printer, source=source, options=options
    )
    return tuple(found)


def codes(problems: Sequence[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def draw_at(*boxes: str) -> Callable[[int], str]:
    """Draw rectangles on every page; a brace is its number."""
    return lambda number: " ".join(f"{box} re f" for box in boxes).format(number)


def in_mm(left: float, bottom: float, width: float, height: float) -> str:
    return " ".join(f"{value * MM:.4f}" for value in (left, bottom, width, height))


def test_white_margins_are_nothing_to_tell() -> None:
    """Nor white areas that go to the edges of the page, as some programs draw them."""
    white = numbered_pdf(8, draw=lambda _: f"1 g 0 0 396 612 re f 0 g {in_mm(6, 6, 120, 200)} re f")
    for printer in (OFFICE, replace(OFFICE, duplex="long-edge", offset_x_mm=0.5, offset_y_mm=-0.5)):
        assert check(white, saddle_stitch(8), printer) == ()


def test_a_printer_that_prints_everything_leaves_nothing_out() -> None:
    black = numbered_pdf(4, draw=draw_at("0 0 396 612"))
    assert check(black, saddle_stitch(4), replace(OFFICE, margin_mm=0)) == ()


@given(
    foot=st.floats(0.8, 8),
    margin=st.floats(1, 12),
    up=st.floats(-2, 2),
    duplex=st.sampled_from(["short-edge", "long-edge"]),
)
@settings(max_examples=40)
def test_how_far_text_reaches_is_told(foot: float, margin: float, up: float, duplex: str) -> None:
    """A bar so far from the foot of every page; backs are moved down by what they stand too high.

    What is uncertain by the width of a pixel may be told or not.
    """
    pdf = numbered_pdf(4, draw=draw_at(in_mm(30, foot, 60, 4)))
    printer = Printer(name="office", duplex=duplex, margin_mm=margin, offset_y_mm=up)  # type: ignore[arg-type]
    on_back = foot - up  # over the long edge, too: there the foot is at the upper edge
    assume(on_back > 0.6)
    assume(all(abs(margin - each - 0.35) > 0.2 for each in (foot, on_back)))
    told = " ".join(map(str, check(pdf, saddle_stitch(4), printer)))
    for pages, away in (((1, 4), foot), ((2, 3), on_back)):
        for page in pages:
            found = re.search(rf"page {page} \(sheet 1 (\w+), (\w+) edge, ([\d.]+) mm", told)
            assert bool(found) == (margin - away > 0.35)
            if found:
                assert float(found[3]) == pytest.approx(margin - away, abs=0.25)
                assert found[1] == ("front" if page in {1, 4} else "back")
                stands_on_head = page in {2, 3} and duplex == "long-edge"
                assert found[2] == ("upper" if stands_on_head else "lower")


@example(  # a square sheet, which lies upright: A3 is wide enough only lying
    job=(4, Job(scheme="french-fold", section=4, rows=2, columns=2)),
    box=(0, 1, 10, 10), margin=8, printer="short-edge", gutter=9,
)  # fmt: skip
@given(
    job=asked(),
    box=st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(10, 80), st.floats(10, 80)),
    margin=st.floats(2, 15),
    printer=st.sampled_from(["short-edge", "long-edge"]),
    gutter=st.sampled_from([0, 9]),
)
@settings(max_examples=60, deadline=None)
def test_at_the_scale_that_is_named_nothing_is_cut(
    job: tuple[int, Job], *, box: tuple[float, ...], margin: float, printer: str, gutter: float
) -> None:
    """And on the paper that is named; of any scheme, wherever a box stands within its page."""
    across, up, width, height = box
    place = f"{3 + across * (193 - width)} {3 + up * (193 - height)} {width} {height}"
    pdf = numbered_pdf(job[0], page="/MediaBox [0 0 199 199]", draw=draw_at(place))
    plan = plan_job(*job)
    office = replace(OFFICE, duplex=printer, margin_mm=margin)  # type: ignore[arg-type]
    grid = grid_of(plan).extent(Size(width=Pt(199), height=Pt(199)), gutter)
    given_: dict[str, Any] = {"paper": grid, "gutter": Pt(gutter)}
    if plan.reading != "leaves":
        given_["gutter"] = Pt(0)
    found = check(pdf, plan, office, **given_)
    hint = "".join(problem.hint for problem in found if problem.code == "unprinted-text")
    if scale := re.search(r"--scale ([\d.]+\d)", hint):
        again = check(pdf, plan, office, **given_, scale=float(scale[1]))
        assert "unprinted-text" not in codes(again)
    if paper := re.search(r"--paper (\w+)", hint):
        assert check(pdf, plan, office, **(given_ | {"paper": parse_size(paper[1])})) == ()
    event(f"a scale: {bool(scale)}, a paper: {bool(paper)}")


def test_what_is_said_of_text_that_reaches_too_far() -> None:
    pdf = numbered_pdf(12, draw=draw_at(in_mm(30, 2, 60, 4), in_mm(2.5, 30, 4, 60)))
    (problem,) = check(pdf, saddle_stitch(12))
    assert (problem.code, str(problem.severity)) == ("unprinted-text", "warning")
    assert problem.message == (
        '"office" prints nothing within 5 mm of the edges of the paper: it cuts '
        "page 1 (sheet 1 front, lower edge, 3.0 mm too far), "
        "page 2 (sheet 1 back, lower edge, 3.0 mm too far), "
        "page 3 (sheet 2 front, lower edge, 3.0 mm too far), "
        "page 4 (sheet 2 back, lower edge, 3.0 mm too far), "
        "and 8 more pages, 3.0 mm too far at most"
    )
    assert problem.hint == (
        "Reduce the pages with --scale 0.97, print on larger paper with --paper tabloid, "
        "or move the text 3.0 mm inwards."
    )


def test_a_manifest_is_told_in_its_own_keys() -> None:
    pdf = numbered_pdf(4, draw=draw_at(in_mm(30, 2, 60, 4)))
    (problem,) = check(pdf, saddle_stitch(4), options=False)
    assert problem.hint == (
        'Reduce the pages (write "scale: 0.97" under "printing:"), '
        'print on larger paper (write "paper: tabloid" under "printing:"), '
        "or move the text 3.0 mm inwards."
    )


def test_pages_that_bleed_have_one_warning() -> None:
    """Only of those that do; a picture off the edge of the page may end within the strip."""
    draw = draw_at("0 0 396 612")
    pdf = numbered_pdf(8, draw=lambda number: draw(number) if number in {1, 4} else "")
    (problem,) = check(pdf, saddle_stitch(8))
    assert (problem.code, problem.message) == (
        "white-edge",
        'pages 1, 4 print to the edge of the paper, where "office" leaves 5.0 mm white',
    )
    assert "trim" in problem.hint
    (problem,) = check(pdf, saddle_stitch(8), scale=0.98)  # 2.2 mm are white at head and foot
    assert "leaves 2.8 mm white" in problem.message


BLEEDING = "/MediaBox [-9 -9 405 621] /BleedBox [-9 -9 405 621] /TrimBox [0 0 396 612]"


def test_what_is_trimmed_off_is_not_missed() -> None:
    """Bleed that lies in the strip, outside of a page that does not."""
    pdf = numbered_pdf(4, page=BLEEDING, draw=draw_at("-9 -9 414 630"))
    paper = Size(width=Pt(792 + 26), height=Pt(612 + 26))
    assert check(pdf, saddle_stitch(4), replace(OFFICE, margin_mm=4.5), paper=paper) == ()


def test_marks_in_the_strip_are_told_apart_from_pages() -> None:
    pdf = numbered_pdf(8, draw=draw_at(in_mm(20, 20, 60, 60)))
    paper = Size(width=Pt(792 + 50), height=Pt(612 + 50))
    marks = choose_marks(["crop"])
    (problem,) = check(pdf, saddle_stitch(8), paper=paper, marks=marks)
    assert problem.code == "unprinted-marks"
    assert "on 4 sides, as on sheet 1 front, " in problem.message
    assert check(pdf, saddle_stitch(8), paper=TABLOID, marks=marks) == ()


def test_the_neighbour_is_not_blamed() -> None:
    """Page 1 is black to its edges; page 4 beside it, white, meets it at the fold."""
    pdf = numbered_pdf(4, draw=lambda number: "0 0 396 612 re f" if number == 1 else "")
    for offset in (0.0, 0.8):
        printer = replace(OFFICE, offset_x_mm=offset)
        (problem,) = check(pdf, saddle_stitch(4), printer)
        assert problem.message.startswith("page 1 prints to the edge")


def test_sheets_of_one_side_and_printers_fed_by_hand() -> None:
    pdf = numbered_pdf(4, page="/MediaBox [0 0 612 792]", draw=draw_at(in_mm(30, 2, 60, 4)))
    simplex = Printer(name="till", duplex="none", margin_mm=5)
    (problem,) = check(pdf, leaves(4, two_sided=False), simplex)
    assert "page 3 (sheet 3, lower edge" in problem.message
    hand = Printer(name="attic", duplex="manual", margin_mm=5, offset_y_mm=1,
                   manual=Manual(order="reversed", turned=True))  # fmt: skip
    (problem,) = check(pdf, leaves(4), hand)
    assert "page 2 (sheet 1 back, " in problem.message
    assert "page 3 (sheet 2 front, lower" in problem.message
