"""Levers save time and change nothing else: with each of them off, the bytes are the same."""

import sys
from pathlib import Path

import pytest

from pamphleteer.levers import ALL, LEVERS, WITHOUT, switched_off
from tests.build.finished import Finished
from tests.build.publications import REPO, make_publication, run, run_program
from tests.build.random_issues.orders import write_issue

STARTING = ("libraries", "fonttools", "c-types")
"""Levers of the start alone, which share a build."""

TRIED = (",".join(STARTING), *(lever for lever in LEVERS if lever not in STARTING), ALL)
SEED = 17
"""A short publication by chance."""


def screen(issue: Path, out: Path, **environ: str) -> bytes:
    """The screen PDF of a build in a process of its own."""
    done = run("build", issue, "--only", "screen", "--out", out, cwd=issue, **environ)
    assert done.code == 0, done.err
    return (out / f"{issue.name}-screen.pdf").read_bytes()


@pytest.mark.parametrize("without", TRIED)
def test_without_a_lever_the_bytes_are_the_same(
    sample: Finished, tmp_path: Path, without: str
) -> None:
    assert screen(sample.folder, tmp_path, **{WITHOUT: without}) == sample.screen.read_bytes()


def test_without_any_a_publication_by_chance_is_the_same(tmp_path: Path) -> None:
    issue = make_publication(tmp_path, write_issue(SEED).files).issue
    on, off = (screen(issue, tmp_path / name, **{WITHOUT: name}) for name in ("", ALL))
    assert on == off


LOOK = """
import gc
from pamphleteer.cli import import_rooms
import_rooms()
import pyphen
from weasyprint.pdf import fonts
from weasyprint.text.ffi import ffi
on = {
    "fonttools": type(fonts.subset).__name__ == "Later",
    "c-types": "_parse" in vars(ffi._parser),
    "patterns": pyphen.HyphDict.__name__ == "LazyHyphDict",
    "collector": gc.get_freeze_count() > 0,
}
print(*sorted(lever for lever in on if on[lever]))
"""


@pytest.mark.parametrize("without", ["", "patterns", ALL])
def test_a_lever_that_is_named_is_off(without: str) -> None:
    done = run_program(sys.executable, "-c", LOOK, cwd=REPO, **{WITHOUT: without})
    expected = {"fonttools", "c-types", "patterns", "collector"} - switched_off(without)
    assert set(done.out.split()) == expected, done.err


@pytest.mark.parametrize(
    ("named", "off"),
    [
        ("", set()),
        ("glyphs", {"glyphs"}),
        (" glyphs , patterns,", {"glyphs", "patterns"}),
        ("all", set(LEVERS)),
        ("glyphs,all", set(LEVERS)),
    ],
)
def test_names_are_parted_by_commas(named: str, off: set[str]) -> None:
    assert switched_off(named) == off


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("glyphs,paragraps", 'names "paragraps", which is no lever. Did you mean "paragraphs"?'),
        ("1", f'names "1", which is no lever. Expected {", ".join(LEVERS)}, or all.'),
    ],
)
def test_a_lever_that_there_is_not_is_wrong_usage(tmp_path: Path, named: str, told: str) -> None:
    done = run("layouts", cwd=tmp_path, **{WITHOUT: named})
    assert done.code == 2
    assert f"Error: {WITHOUT} {told}" in done.err
