"""Missing system packages are installed in one step, or the command is told and make stops."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).resolve().parents[1] / "tools" / "system_packages.py"

# A package manager, and a sudo that asks for a password, that only write down what they were told.
MANAGER = '#!/bin/sh\necho "{name} $*" >> "{log}"\n'
SUDO = "#!/bin/sh\nexit 1\n"


def add_program(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")
    (folder / name).chmod(0o755)


def look(folder: Path, *, purpose: str = "test", root: bool = True) -> tuple[int, str]:
    """Run the tool as root or not, with the programs of one folder only."""
    user = f"import os, runpy; os.geteuid = lambda: {0 if root else 1000}"
    code = f"{user}; runpy.run_path({str(TOOL)!r}, run_name='__main__')"
    command = [sys.executable, "-c", code, purpose]
    environ = os.environ | {"PATH": str(folder)}
    done = subprocess.run(command, check=False, env=environ, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A PATH with env and a sudo, and nothing that the tests need."""
    (tmp_path / "env").symlink_to("/usr/bin/env")
    return tmp_path


@pytest.mark.parametrize(
    ("manager", "told"),
    [
        (
            "apt-get",
            ["update", "install --yes --no-install-recommends qpdf ghostscript poppler-utils"],
        ),
        ("dnf", ["install --assumeyes qpdf ghostscript poppler-utils"]),
        ("pacman", ["-Syu --needed --noconfirm qpdf ghostscript poppler"]),
        ("brew", ["install qpdf ghostscript poppler"]),
    ],
)
def test_root_installs_what_is_missing(programs: Path, manager: str, told: list[str]) -> None:
    log = programs / "log"
    add_program(programs, manager, MANAGER.format(name=manager, log=log))
    status, said = look(programs)
    assert log.read_text(encoding="utf-8").splitlines() == [f"{manager} {line}" for line in told]
    assert status == 1, "this manager installed nothing"
    assert "did not install all" in said


def test_user_without_the_right_is_told_the_command(programs: Path) -> None:
    add_program(programs, "dnf", MANAGER.format(name="dnf", log=programs / "log"))
    command = "dnf install --assumeyes qpdf ghostscript poppler-utils"
    assert look(programs, root=False)[0] == 1
    assert f"    su -c '{command}'\n" in look(programs, root=False)[1]
    add_program(programs, "sudo", SUDO)
    assert look(programs, root=False)[0] == 1
    assert f"    sudo {command}\n" in look(programs, root=False)[1]
    assert not (programs / "log").exists()


def test_unknown_system_is_told_what_is_missing(programs: Path) -> None:
    status, said = look(programs)
    assert status == 1
    assert "qpdf ghostscript poppler-utils" in said


def test_nothing_is_said_when_all_is_there(programs: Path) -> None:
    for name in ("qpdf", "gs", "pdftotext", "chromium"):
        add_program(programs, name, "")
    assert look(programs) == (0, "")
    assert look(programs, purpose="demo") == (0, "")


def test_a_browser_is_wished_for_and_told_if_it_cannot_be_had(programs: Path) -> None:
    for name in ("qpdf", "gs", "pdftotext"):
        add_program(programs, name, "")
    log = programs / "log"
    add_program(programs, "dnf", MANAGER.format(name="dnf", log=log))
    status, said = look(programs)

    assert log.read_text(encoding="utf-8") == "dnf install --assumeyes chromium\n"
    assert status == 0
    assert "the tests that need one will be skipped" in said
    assert look(programs, purpose="demo") == (0, "")
