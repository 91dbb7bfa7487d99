"""``impose --printer``: what the printer cannot print is told, with the fix in options."""

from pathlib import Path

import pytest

from pamphleteer.desk.printers import FOLDER_VARIABLE, write_printer
from pamphleteer.imposition.printer import Manual, Printer
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
