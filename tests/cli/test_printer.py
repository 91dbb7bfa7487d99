"""``pamphleteer printer``: from a trial print to a profile, with its faults told."""

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from pamphleteer.cli import main
from pamphleteer.desk.printers import FOLDER_VARIABLE, read_printer
from pamphleteer.imposition.printer import Manual, Printer
from tests.build.publications import Told, run_here
from tests.cli.impositions import impose, read_sides
from tests.imposition.pages import numbered_pdf

ITSELF = ("itself", "same", "0.5", "1", "1", "4")
HAND = ("hand", "down", "3", "empty", "3", "opposite", "0", "0", "0", "4.2")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path / "printers"))
    return tmp_path / "printers"


def ask(name: str, *answers: str, again: bool = False) -> Told:
    runner = CliRunner(catch_exceptions=False)
    given = "".join(f"{answer}\n" for answer in answers)
    done = runner.invoke(main, ["printer", "ask", name, *["--again"] * again], input=given)
    return Told(code=done.exit_code, out=done.stdout, err=done.stderr)


def test_answers_make_a_profile() -> None:
    done = ask("office", *ITSELF)
    assert (done.code, done.err) == (0, "")
    assert read_printer("office") == Printer(
        name="office", duplex="short-edge", offset_x_mm=0.5, offset_y_mm=1, margin_mm=4
    )
    assert "  itself: it turns the paper itself\n" in done.out
    assert "office: turns the paper itself, over its short edge\n" in done.out
    assert "Its backs stand 0.5 mm to the right and 1 mm too high; " in done.out
    assert "--printer office\n" in done.out


def test_a_printer_fed_by_hand() -> None:
    done = ask("hall", *HAND)
    assert done.code == 0
    assert read_printer("hall").manual == Manual(order="reversed", turned=True)
    assert "hall: is fed by hand; backs in reversed order, upside down\n" in done.out
    assert "Between fronts and backs: Take the stack as it lies in the output tray" in done.out


def test_a_printer_of_one_side() -> None:
    done = ask("old-one", "no", "5.5")
    assert done.code == 0
    assert read_printer("old-one").duplex == "none"
    assert "--printer old-one --scheme loose-leaf --flip simplex\n" in done.out


def test_what_is_said_of_a_printer_of_one_side_can_be_done(tmp_path: Path) -> None:
    used = ask("old-one", "no", "5.5").out.rpartition("Use it: ")[2].splitlines()[0]
    options = shlex.split(used[used.index("--printer") :])
    done = impose(tmp_path, numbered_pdf(3), shlex.join([*options, "--paper", "letter"]))
    assert done.code == 0, done.err
    assert len(read_sides(tmp_path / "out.pdf")) == 3


def test_first_letters_are_enough() -> None:
    assert ask("hall", "h", "D", "3", "e", "3", " opp ", *HAND[6:]).code == 0
    assert read_printer("hall").manual == Manual(order="reversed", turned=True)


def test_what_is_wrong_with_an_answer_is_told_and_it_is_asked_again() -> None:
    done = ask("office", "itslf", "", "itself", "same", "wide", "0.5", *ITSELF[3:])
    assert done.code == 0
    assert '"itslf" is no answer to "sides"; expected itself or hand or no. Did you' in done.err
    assert '"" is no answer to "sides"' in done.err
    assert '"wide" is not a number from -20 to 20' in done.err
    assert read_printer("office").offset_x_mm == 0.5


def test_answers_that_do_not_go_together_are_asked_again() -> None:
    done = ask("office", "itself", "same", "0", "-5", "15", "4", "1", "1.5")
    assert done.code == 0
    assert "backs are turned by more than 5 degrees" in done.err
    assert read_printer("office").skew_deg == pytest.approx(0.286)


@pytest.mark.parametrize("answers", [(), ITSELF[:3], ("nonsense",)], ids=len)
def test_without_answers_nothing_is_kept(folder: Path, answers: tuple[str, ...]) -> None:
    """As where there is neither a terminal nor a file."""
    done = ask("office", *answers)
    assert done.code == 1
    assert "error[missing-answer]: nobody answered " in done.err
    assert done.err.endswith("1 problem; no file was changed.\n")
    assert not folder.exists()


def test_a_profile_is_replaced_and_that_is_said() -> None:
    assert "already" not in ask("office", *ITSELF).out
    done = ask("office", "no", "3")
    assert 'There is a profile of "office" already. It is replaced at the end.' in done.out
    assert read_printer("office") == Printer(name="office", duplex="none", margin_mm=3)


def test_a_wrong_name_is_wrong_usage() -> None:
    done = ask("HP Laser", *ITSELF)
    assert done.code == 2
    assert '"HP Laser" is not a printer\'s name' in done.err
    assert "Write for example: hp-laser" in done.err
    assert done.out == ""


def test_printers_are_listed_and_shown(folder: Path) -> None:
    done = run_here("printer", "list")
    assert done.code == 0
    assert "No printer has a profile yet." in done.out
    ask("office", *ITSELF)
    ask("hall", *HAND)
    assert [line.split(":")[0] for line in run_here("printer", "list").out.splitlines()] == [
        "hall",
        "office",
    ]
    done = run_here("printer", "show", "office")
    assert done.code == 0
    assert done.out.endswith(f"Kept in {folder / 'office.yaml'}\n")


def test_an_unknown_printer() -> None:
    done = run_here("printer", "show", "office")
    assert done.code == 1
    assert 'error[unknown-printer]: no printer "office"' in done.err
    ask("office", *ITSELF)
    assert 'Did you mean "office"?' in run_here("printer", "show", "ofice").err


def test_a_broken_profile_does_not_hide_the_others(folder: Path) -> None:
    ask("office", *ITSELF)
    (folder / "broken.yaml").write_text("duplex: sometimes\n", encoding="utf-8")
    done = run_here("printer", "list")
    assert done.code == 1
    assert done.out.startswith("office: ")
    assert "broken.yaml:1:" in done.err


def test_a_trial_is_written(tmp_path: Path) -> None:
    done = run_here("printer", "trial", "-o", tmp_path / "trial.pdf", "--paper", "a4")
    assert (done.code, done.err) == (0, "")
    assert (tmp_path / "trial.pdf").read_bytes().startswith(b"%PDF")
    assert "pamphleteer printer ask NAME\n" in done.out


def test_a_trial_for_a_printer_fed_by_hand(tmp_path: Path) -> None:
    done = run_here("printer", "trial", "-o", tmp_path / "trial.pdf", "--manual")
    assert done.code == 0
    assert {path.name for path in tmp_path.iterdir()} == {"trial-fronts.pdf", "trial-backs.pdf"}
    assert "put the stack back just as it lies" in done.out


def test_a_second_trial_refines_the_profile(tmp_path: Path) -> None:
    """What was measured of sheets that were printed with it is added."""
    assert "printer trial -o again.pdf --printer office\n" in ask("office", *ITSELF).out
    done = run_here("printer", "trial", "-o", tmp_path / "again.pdf", "--printer", "office")
    assert (done.code, done.err) == (0, "")
    assert "Back 1 is now to be behind front 1" in done.out
    assert done.out.endswith("pamphleteer printer ask office --again\n")
    done = ask("office", "same", "0.25", "-1.5", "-1.5", "4", again=True)
    assert (done.code, done.err) == (0, "")
    assert "about sheets that were printed with the profile of office.\n" in done.out
    assert read_printer("office") == Printer(
        name="office", duplex="short-edge", offset_x_mm=0.75, offset_y_mm=-0.5, margin_mm=4
    )
    assert "the profile is right" not in done.out
    done = ask("office", "same", "0", "0", "0", "4", again=True)
    assert "Backs stand behind their fronts: the profile is right.\n" in done.out
    assert read_printer("office").offset_x_mm == 0.75


def test_a_second_trial_by_hand(tmp_path: Path) -> None:
    """Backs were put back otherwise, it seems: they came in order, upright."""
    ask("hall", *HAND)
    done = run_here("printer", "trial", "-o", tmp_path / "again.pdf", "--printer", "hall")
    assert done.code == 0
    assert {path.name for path in tmp_path.iterdir() if path.suffix} == {
        "again-fronts.pdf", "again-backs.pdf", "again-put-back.pdf"
    }  # fmt: skip
    assert "on one side. Take the stack as it lies in the output tray" in done.out
    done = ask("hall", "empty", "3", "opposite", "0", "0", "0", "4.2", again=True)
    assert (done.code, done.err) == (0, "")
    assert "Put the stack into the paper tray just as it lies" not in done.out
    assert read_printer("hall").manual == Manual(order="same", turned=False)


def test_what_does_not_go_together_with_a_profile_is_asked_again() -> None:
    ask("office", "itself", "same", "15", "1", "1", "4")
    done = ask("office", "same", "10", "0", "0", "4", "1", "0", "0", again=True)
    assert done.code == 0
    assert "offset_x_mm would be 25" in done.err
    assert read_printer("office").offset_x_mm == 16


def test_a_second_trial_needs_a_profile_and_backs(tmp_path: Path) -> None:
    trial = ("printer", "trial", "-o", tmp_path / "again.pdf", "--printer")
    assert "error[unknown-printer]" in run_here(*trial, "office").err
    assert "error[unknown-printer]" in ask("office", again=True).err
    ask("till", "no", "5")
    assert "error[one-sided-printer]" in run_here(*trial, "till").err
    assert "error[one-sided-printer]" in ask("till", again=True).err
    assert "trial -o" not in run_here("printer", "show", "till").out
    done = run_here(*trial, "till", "--manual")
    assert done.code == 2
    assert "leave out --manual" in done.err
    assert not (tmp_path / "again.pdf").exists()


@pytest.mark.parametrize(("arguments", "told"), [
    ((), "--output"),
    (("-o", "x.pdf", "--paper", "a5"), "too small: its scales need 276 × 190 mm"),
    (("-o", "x.pdf", "--paper", "lettr"), "is not a paper"),
])  # fmt: skip
def test_wrong_usage_of_a_trial(arguments: tuple[str, ...], told: str) -> None:
    done = run_here("printer", "trial", *arguments)
    assert done.code == 2
    assert told in done.err


def test_a_trial_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run_here("printer", "trial", "-o", tmp_path / "file" / "trial.pdf")
    assert done.code == 1
    assert "cannot-write" in done.err


@pytest.mark.parametrize("command", ["trial", "ask", "list", "show"])
def test_every_command_has_help(command: str) -> None:
    assert f"Usage: main printer {command}" in run_here("printer", command, "-h").out
