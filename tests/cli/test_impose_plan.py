"""``impose --plan``: what stands where, as a table and as JSON; nothing is written."""

import json
import shlex
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.imposition.plan import Side, read_side
from pamphleteer.imposition.plan_table import plan_facts, plan_lines, write_side
from pamphleteer.imposition.schemes import folded_sections, mini_zine
from pamphleteer.ticket.schemes import SCHEMES
from tests.build.publications import Told, run_here
from tests.imposition.pages import numbered_pdf


def plan(folder: Path, pages: int, line: str) -> Told:
    (folder / "in.pdf").write_bytes(numbered_pdf(pages))
    with chdir(folder):
        done = run_here("impose", "in.pdf", "--plan", *shlex.split(line))
    assert [path.name for path in folder.iterdir()] == ["in.pdf"]
    return done


def sheets_of(folder: Path, pages: int, line: str) -> Any:
    done = plan(folder, pages, f"{line} --json")
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)["sheets"]


def test_json_has_rows_from_the_top_and_degrees_clockwise(tmp_path: Path) -> None:
    line = "--scheme folded-section --grid 2x2 --flip long-edge"
    assert sheets_of(tmp_path, 7, line) == [
        {
            "front": {"grid": [[5, 4], [None, 1]], "rotation": [[180, 180], [None, 0]]},
            "back": {"grid": [[3, 6], [2, 7]], "rotation": [[180, 180], [0, 0]]},
        }
    ]


def test_a_sheet_that_is_printed_on_one_side_has_no_back(tmp_path: Path) -> None:
    (sheet,) = sheets_of(tmp_path, 8, "--scheme mini-zine")
    assert sheet["front"]["grid"] == [[5, 4, 3, 2], [6, 7, 8, 1]]
    assert "back" not in sheet


def test_backs_are_told_as_the_printer_turns_them(tmp_path: Path) -> None:
    upright, turned = (
        sheets_of(tmp_path, 4, f"--flip {edge}")[0]["back"] for edge in ("short-edge", "long-edge")
    )
    assert upright == {"grid": [[2, 3]], "rotation": [[0, 0]]}
    assert turned == {"grid": [[3, 2]], "rotation": [[180, 180]]}


def test_the_table_is_read_row_by_row(tmp_path: Path) -> None:
    done = plan(tmp_path, 7, "--scheme folded-section --grid 2x2 --flip long-edge -o out.pdf")
    table = [line.split() for line in done.out.splitlines()[:4]]
    assert table == [
        ["sheet", "1", "front", "5*", "4*"],
        ["-", "1"],
        ["back", "3*", "6*"],
        ["2", "7"],
    ]


@pytest.mark.parametrize("scheme", sorted(set(SCHEMES) - {"custom"}))
def test_every_scheme_has_each_page(tmp_path: Path, scheme: str) -> None:
    sheets = sheets_of(tmp_path, 8, f"--scheme {scheme}")
    sides = [side for sheet in sheets for side in sheet.values()]
    pages = {page for side in sides for row in side["grid"] for page in row}
    assert pages - {None} == {*range(1, 9)}
    for side in sides:
        grid, rotation = ([len(row) for row in side[what]] for what in ("grid", "rotation"))
        assert grid == rotation


def test_pages_that_are_too_large_for_the_paper_are_planned(tmp_path: Path) -> None:
    assert sheets_of(tmp_path, 4, "--paper a6") == sheets_of(tmp_path, 4, "")


def test_a_file_that_is_none_is_told(tmp_path: Path) -> None:
    with chdir(tmp_path):
        done = run_here("impose", "none.pdf", "--plan")
    assert done.code == 1
    assert "none.pdf: error[unreadable-file]" in done.err


@given(st.integers(1, 70), st.sampled_from([4, 8, 16, 32]))
def test_a_side_that_is_written_is_read_as_it_was(count: int, pages: int) -> None:
    made = folded_sections(count, pages=pages)
    for side in made.with_pages(range(1, count + 1)).sides:
        assert bare(read_side(write_side(side))) == bare(side)


def bare(side: Side) -> list[list[tuple[int | None, int]]]:
    """A side's pages, and how they are turned; of a blank nobody sees it."""
    return [[(each.page, each.rotation if each.page else 0) for each in row] for row in side.rows]


def test_facts_and_lines_tell_of_each_sheet() -> None:
    made = mini_zine(16)
    assert len(plan_facts(made)["sheets"]) == 2
    assert [line for line in plan_lines(made) if line.startswith("sheet")] == [
        "sheet 1 front    5*   4*   3*   2*",
        "sheet 2 front   13*  12*  11*  10*",
    ]
