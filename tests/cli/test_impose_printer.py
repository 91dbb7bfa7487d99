"""``impose --printer``: what the printer cannot print is told, with the fix in options."""

import re
import shlex
from contextlib import chdir
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pamphleteer.desk.printers import FOLDER_VARIABLE, write_printer
from pamphleteer.imposition.printer import Manual, Printer
from tests.build.publications import run_here
from tests.cli.impositions import impose
from tests.imposition.pages import numbered_pdf

SOUND = numbered_pdf(8)
BY_HAND = Printer(name="attic", duplex="manual", margin_mm=5, offset_x_mm=1,
                  manual=Manual(order="reversed", turned=False))  # fmt: skip


@pytest.fixture(autouse=True)
def profiles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "printers"))
    write_printer(BY_HAND)
    write_printer(Printer(name="office", duplex="short-edge", margin_mm=4))


@pytest.mark.parametrize("line", ["", "--cover"])
def test_what_stands_too_near_the_edge_is_told(tmp_path: Path, line: str) -> None:
    """The frame of these pages is 11 points from their edges: 3.9 mm."""
    done = impose(tmp_path, SOUND, f"--printer attic {line}")
    assert done.code == 0
    assert 'in.pdf: warning[unprinted-text]: "attic" prints nothing within 5 mm' in done.err
    assert "page 1 (sheet 1 front, " in done.err
    assert "with --scale 0.98, print on larger paper with --paper tabloid, or move" in done.err
    again = impose(tmp_path, SOUND, f"--printer attic {line} --scale 0.98")
    assert (again.code, "unprinted" in again.err) == (0, False)


def test_nothing_is_told_where_all_is_printed(tmp_path: Path) -> None:
    done = impose(tmp_path, SOUND, "--printer office")
    assert (done.code, "warning" in done.err) == (0, False)


def test_only_a_printer_fed_by_hand_is_fed_by_hand(tmp_path: Path) -> None:
    assert impose(tmp_path, SOUND, "--printer attic --flip manual --scale 0.9").code == 0
    done = impose(tmp_path, SOUND, "--printer office --flip manual")
    assert done.code == 1
    assert 'error[no-manual-printer]: "office" is no printer whose sheets' in done.err


RUNS = {
    "": {"out"},
    "--cover": {"out-cover", "out-inside"},
    "--printer attic": {"out-fronts", "out-backs", "out-put-back"},
    "--cover --printer attic": {
        f"out-{cover}-{part}"
        for cover in ("cover", "inside")
        for part in ("fronts", "backs", "put-back")
    },
    "--printer office": {"out"},
}


@given(st.lists(st.sampled_from([*RUNS]), min_size=2, max_size=4))
@settings(max_examples=8, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])  # fmt: skip
def test_the_parts_that_lie_there_are_those_of_the_last_run(
    tmp_path_factory: pytest.TempPathFactory, lines: list[str]
) -> None:
    """And what went is told; files of one's own beside them stay."""
    folder = tmp_path_factory.mktemp("job")
    own = {"in.pdf", "out-coverage.pdf"}
    (folder / "in.pdf").write_bytes(SOUND)
    (folder / "out-coverage.pdf").write_bytes(SOUND)
    before: set[str] = set()
    for line in lines:
        with chdir(folder):
            done = run_here("impose", "in.pdf", "-o", "out.pdf", *shlex.split(line))
        assert done.code == 0, done.err
        made = {f"{name}.pdf" for name in RUNS[line]}
        assert {path.name for path in folder.iterdir()} == own | made
        told = set(re.findall(r"✘ (\S+) was removed", done.out))
        assert told == before - made
        before = made


def test_a_cover_that_was_made_as_a_job_of_its_own_stays(tmp_path: Path) -> None:
    assert impose(tmp_path, numbered_pdf(4), output="zine-cover.pdf").code == 0
    cover = (tmp_path / "zine-cover.pdf").read_bytes()
    done = impose(tmp_path, SOUND, output="zine.pdf")
    assert (done.code, "removed" in done.out) == (0, False)
    assert (tmp_path / "zine-cover.pdf").read_bytes() == cover


def test_a_run_that_fails_removes_nothing(tmp_path: Path) -> None:
    assert impose(tmp_path, SOUND, "--cover", output="zine.pdf").code == 0
    before = {path.name for path in tmp_path.iterdir()}
    assert impose(tmp_path, SOUND, "--paper a6", output="zine.pdf").code == 1
    assert {path.name for path in tmp_path.iterdir()} == before
