"""Help, wrong usage and exit codes: 0 done, 1 problems, 2 wrong usage."""

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.build.publications import REPO, Publication, run, run_here, run_program

COMMANDS = ("build", "import", "impose", "new", "doctor", "layouts", "printer", "schema")

HELP = """
import sys
from pamphleteer.cli import main
main(sys.argv[1:], standalone_mode=False)
print("MODULES", *sys.modules)
"""


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=" ".join)
def test_help_loads_no_room_but_the_ticket(command: tuple[str, ...], tmp_path: Path) -> None:
    """What is slow to import is imported by the commands that need it, so that help is at once."""
    done = run_program(sys.executable, "-c", HELP, *command, "--help", cwd=tmp_path)
    assert done.code == 0, done.err
    text, _, modules = done.out.partition("MODULES")
    assert "Usage: " in text
    loaded = set(modules.split())
    assert "pamphleteer.cli" in loaded
    slow = {"weasyprint", "PIL", "pypdf", "pypdfium2", "pydantic", "yaml", "rich", "watchfiles"}
    assert loaded & slow == set()
    rooms = {name for name in loaded if name.startswith("pamphleteer.")}
    own = {name for name in rooms if name.startswith("pamphleteer.cli")}
    ticket = {name for name in rooms if name.startswith("pamphleteer.ticket")}
    assert rooms - own - ticket <= {
        f"pamphleteer.{name}" for name in ("collector", "levers", "problems", "units")
    }


@pytest.mark.parametrize(
    ("name", "hint"), [("chek", 'Did you mean "check"?'), ("xyzzy", "There are: build, check, ")]
)
def test_of_a_command_that_is_none_the_nearest_is_told(name: str, hint: str) -> None:
    done = run_here(name)
    assert done.code == 2
    assert f'Error: no command "{name}". {hint}' in done.err


def test_help_names_all_commands() -> None:
    done = run_here("--help")
    assert all(f"  {name} " in done.out for name in COMMANDS)


def test_every_command_has_help() -> None:
    """Each in one line of the list of commands, and on a page of its own."""
    lines = run_here("--help").out.splitlines()
    for name in COMMANDS:
        (line,) = (line for line in lines if line.startswith(f"  {name} "))
        assert line.split(name, 1)[1].strip().endswith((".", "..."))
        assert f"Usage: main {name}" in run_here(name, "-h").out


def test_version() -> None:
    assert version("pamphleteer") in run_here("--version").out


WRONG = {
    "no command": ((), "Usage: "),
    "unknown command": (("bild",), "bild"),
    "unknown option": (("build", "--onyl", "screen"), "--only"),
    "unknown output": (
        ("build", "--only", "scren"),
        '"scren": expected screen or print or booklet',
    ),
    "no output": (("build", "--only", ","), "name at least one"),
    "watch and JSON": (("build", "--watch", "--json"), "do not go together"),
    "new without a folder": (("new",), "DIR"),
    "new with two folders": (("new", "here", "there"), '"there" is one word too many'),
    "import of nothing": (("import", "--to", "x"), "FILES"),
    "import to nowhere": (("import", "x.md"), "--to"),
}


@pytest.mark.parametrize(("command", "told"), WRONG.values(), ids=WRONG)
def test_wrong_usage(command: tuple[str, ...], told: str) -> None:
    done = run_here(*command)
    assert done.code == 2
    assert told in done.err
    assert done.out == ""


def test_wrong_usage_writes_nothing(publication: Publication) -> None:
    assert publication.build_here("--only", "press").code == 2
    assert publication.build_here("--only", "screen,press").code == 2
    assert not publication.out.exists()


def test_problems_end_with_one(publication: Publication) -> None:
    publication.write({"winter/issue.yaml": "date: x\narticles: [articles/newz.md]\n"})
    done = run("build", cwd=publication.root)
    assert done.code == 1
    assert "Traceback" not in done.err
    assert done.err.endswith("1 problem; no file was changed.\n")
    first, second = done.err.splitlines()[-3:-1]
    place = "issues/winter/issue.yaml:2:12"
    assert first == f'{place}: error[unknown-article]: no article "articles/newz.md"'
    assert second == '    Did you mean "articles/news.md"?'


@pytest.mark.parametrize("arguments", [(), ("--json",), ("--watch",)], ids=str)
@pytest.mark.parametrize("folder", ["empty", "missing"])
def test_no_issue(tmp_path: Path, folder: str, arguments: tuple[str, ...]) -> None:
    (tmp_path / "empty").mkdir()
    done = run_here("build", tmp_path / folder, *arguments)
    assert done.code == 1
    assert "no-issue" in done.out + done.err
    assert list((tmp_path / "empty").iterdir()) == []


def test_module_and_command_are_one(tmp_path: Path) -> None:
    """Warnings of Python's own must not reach the editor, however it is started."""
    code = "from pamphleteer.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code, "layouts"],
        check=True, capture_output=True, text=True, cwd=tmp_path,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout == run("layouts", cwd=tmp_path).out


def test_layouts_are_listed_with_their_pages_and_plates() -> None:
    done = run_here("layouts")
    assert done.code == 0
    names = [line.split(":")[0] for line in done.out.splitlines() if not line.startswith(" ")]
    assert names == sorted(path.parent.name for path in REPO.glob("layouts/*/layout.yaml"))
    assert "  pages: half-letter, a5\n  plates: Black, Red\n" in done.out
    assert "  large-print: letter, a4\n" in done.out


def test_doctor_finds_all_well(tmp_path: Path) -> None:
    done = run("doctor", cwd=tmp_path)
    assert done.code == 0, done.out
    whats = [line.split(":")[0] for line in done.out.splitlines()]
    assert whats == ["✔ Python", "✔ Pango", "✔ Fonts", "✔ Layouts", "✔ Test page"]
    assert 'read back: "no word is ever lost"' in done.out
