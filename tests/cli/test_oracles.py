"""Layouts that other tools yield, each with the command line that makes it here.

Read from what pdfimpose 2.10 and pdfbook2 1.4 wrote, and from the tables of bookbinder-js. A layout
that differs only by which side is called the front, or which way up the sheet lies, is the same.
"""

import shlex
from collections.abc import Iterable, Sequence

import pytest

from pamphleteer.cli.asked import read_ticket
from pamphleteer.cli.imposing import impose
from pamphleteer.imposition.faces import print_sheet
from pamphleteer.imposition.fold import check_book, make_books
from pamphleteer.imposition.jobs import plan_job
from pamphleteer.imposition.orders import job_of
from pamphleteer.imposition.plan import Axis, Sheet, read_side

# Each case: pages, the sheets' fronts and backs, and about which line the paper is turned.
Case = tuple[str, int, Axis, Sequence[tuple[str, str]]]

CASES: dict[str, Case] = {
    "pdfimpose saddle, 8 pages": ("", 8, "upright", [("8 1", "2 7"), ("6 3", "4 5")]),
    "pdfimpose saddle, 12 pages": (
        "",
        12,
        "upright",
        [("12 1", "2 11"), ("10 3", "4 9"), ("8 5", "6 7")],
    ),
    "pdfimpose saddle, 14 pages": (
        "",
        14,
        "upright",
        [("- 1", "2 -"), ("14 3", "4 13"), ("12 5", "6 11"), ("10 7", "8 9")],
    ),
    "pdfimpose saddle, 16 pages": (
        "",
        16,
        "upright",
        [("16 1", "2 15"), ("14 3", "4 13"), ("12 5", "6 11"), ("10 7", "8 9")],
    ),
    "pdfimpose saddle, bound at the right": (
        "--binding right",
        8,
        "upright",
        [("8* 1*", "2* 7*"), ("6* 3*", "4* 5*")],
    ),
    "pdfimpose saddle, bound at the top": (
        "--binding top",
        8,
        "upright",
        [("8< 1<", "2< 7<"), ("6< 3<", "4< 5<")],
    ),
    "pdfimpose saddle, a sheet folded twice": (
        "--scheme folded-section --grid 2x2",
        8,
        "upright",
        [("5* 4* / 8 1", "3* 6* / 2 7")],
    ),
    "pdfimpose saddle, two sheets folded twice": (
        "--scheme folded-section --grid 2x2",
        16,
        "upright",
        [("13* 4* / 16 1", "3* 14* / 2 15"), ("9* 8* / 12 5", "7* 10* / 6 11")],
    ),
    "pdfimpose hardcover, two sheets in a section": (
        "--scheme perfect-bound --signature 2",
        16,
        "upright",
        [("8 1", "2 7"), ("6 3", "4 5"), ("16 9", "10 15"), ("14 11", "12 13")],
    ),
    "pdfimpose cutstackfold": (
        "--scheme cut-stack-fold --order sheets",
        8,
        "upright",
        [("8 1 / 6 3", "2 7 / 4 5")],
    ),
    "pdfimpose copycutfold": (
        "--scheme copies-cut-fold",
        8,
        "upright",
        [("8 1 / 8 1", "2 7 / 2 7"), ("6 3 / 6 3", "4 5 / 4 5")],
    ),
    "pdfimpose onepagezine": (
        "--scheme mini-zine",
        8,
        "upright",
        [("5* 4* 3* 2* / 6 7 8 1", "")],
    ),
    "pdfbook2, 8 pages": ("", 8, "level", [("1* 8*", "2 7"), ("3* 6*", "4 5")]),
    "pdfbook2, 12 pages": (
        "",
        12,
        "level",
        [("1* 12*", "2 11"), ("3* 10*", "4 9"), ("5* 8*", "6 7")],
    ),
    "bookbinder-js, 8 pages on a sheet": (
        "--scheme folded-section --grid 2x2 --foot-fold",
        8,
        "level",
        [("6 3 / 7* 2*", "8 1 / 5* 4*")],
    ),
    "bookbinder-js, 16 pages on a sheet": (
        "--scheme folded-section --grid 2x4",
        16,
        "level",
        [("2> 7< / 15> 10< / 14> 11< / 3> 6<", "4> 5< / 13> 12< / 16> 9< / 1> 8<")],
    ),
}

Printed = tuple[int, float, float, tuple[int, int], bool]


@pytest.mark.parametrize("case", CASES)
def test_the_command_line_makes_what_another_tool_does(case: str) -> None:
    line, count, axis, sides = CASES[case]
    arguments = ["in.pdf", "-o", "out.pdf", *shlex.split(line)]
    plan = plan_job(count, job_of(read_ticket(impose.make_context("impose", arguments))))
    for book in make_books(plan):
        check_book(book, plan, page_count=count)
    theirs = (
        Sheet(front=read_side(front), back=read_side(back) if back else None)
        for front, back in sides
    )
    for one, other in zip(plan.sheets, theirs, strict=True):
        assert ways(one, plan.axis) & ways(other, axis)


def ways(sheet: Sheet, axis: Axis) -> set[frozenset[Printed]]:
    """A printed sheet in all ways in which it may lie: turned by right angles, and turned over."""
    faces = [
        (face.page, face.x, face.y, face.up, face.normal > 0)
        for face in print_sheet(sheet, axis)
        if face.page
    ]
    found = set()
    for _ in range(4):
        found.add(frozenset(faces))
        found.add(frozenset(turned_over(faces)))
        faces = [(page, y, -x, (up[1], -up[0]), top) for page, x, y, up, top in faces]
    return found


def turned_over(faces: Iterable[Printed]) -> list[Printed]:
    return [(page, -x, y, (-up[0], up[1]), not top) for page, x, y, up, top in faces]
