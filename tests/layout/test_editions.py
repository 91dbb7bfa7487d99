"""Editions of a layout: a folder in its own, with what differs, and what is told where it fails."""

import shutil
from pathlib import Path

import pytest

from pamphleteer.layout.spec import edition_names, read_layout
from pamphleteer.problems import IssueError, SourcePos
from pamphleteer.units import Pt

HERE = SourcePos(path="publication.yaml", line=5, column=9)


def test_an_edition_has_its_own_pages_and_else_what_differs(mine: Path) -> None:
    standard = read_layout("mine", HERE)
    large = read_layout("mine", HERE, edition="large-print")
    assert edition_names("mine") == ("large-print",)
    assert not set(large.pages) & set(standard.pages)
    assert (large.inks, large.address) == (standard.inks, standard.address)
    assert large.sizes.text > standard.sizes.text
    assert all(grid.columns == 1 for grid in large.pages.values())
    assert large.folder == mine / "large-print"


def test_no_type_of_the_large_print_is_small(mine: Path) -> None:
    large = read_layout("mine", HERE, edition="large-print")
    least = [large.sizes.text, large.sizes.note, *(span.least for span in large.fitted.values())]
    assert min(least) >= Pt(16)


def test_an_edition_that_there_is_not(mine: Path) -> None:
    shutil.rmtree(mine / "large-print")
    with pytest.raises(IssueError) as caught:
        read_layout("mine", HERE, edition="large-print")
    (problem,) = caught.value.problems
    assert (problem.code, problem.pos) == ("unknown-edition", HERE)
    assert edition_names("mine") == ()


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("whole_depth: 3/5", "whole_depth: 7", "bad-value"),
        ("columns: 1", "columns: 9", "out-of-range"),
        ("leading: 24pt", "leeding: 24pt", "unknown-key"),
        ("lines: 26", "lines: 96", "out-of-range"),
    ],
)
def test_its_slips_are_told_with_their_place(mine: Path, old: str, new: str, code: str) -> None:
    path = mine / "large-print" / "layout.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(IssueError) as caught:
        read_layout("mine", HERE, edition="large-print")
    problem = caught.value.problems[0]
    assert problem.code == code
    assert problem.pos
    line = path.read_text(encoding="utf-8").splitlines()[problem.pos.line - 1]
    assert problem.pos.path.endswith("large-print/layout.yaml")
    assert new.split(":")[0] in line
