"""Installs what Pamphleteer needs from the system, if it is missing.

``python tools/system_packages.py demo`` sees to what setting type needs, ``test`` to that and to
the tests' independent judges of PDFs, and to a browser. Run by make before there is a .venv:
standard library only.
"""

import ctypes
import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec

Found = Callable[[], bool]

BROWSERS = (
    *("chromium", "chromium-browser", "google-chrome"),
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
"""Chromium's names here and there."""


def library(name: str) -> Found:
    """Look for a shared library as WeasyPrint does, by loading it."""

    def found() -> bool:
        try:
            ctypes.CDLL(f"lib{name}.dylib" if sys.platform == "darwin" else f"lib{name}.so.0")
        except OSError:
            return False
        return True

    return found


def program(name: str) -> Found:
    """Look for a program on the PATH."""
    return lambda: shutil.which(name) is not None


def browser() -> bool:
    """Look for Chromium, or what is made of it."""
    return any(shutil.which(name) is not None for name in BROWSERS)


def venv_module() -> bool:
    """Look for what makes a .venv, which Debian packs apart from Python."""
    return find_spec("ensurepip") is not None


PYTHON = f"python3.{sys.version_info.minor}"

MANAGERS = ("apt-get", "dnf", "pacman", "brew")
Packages = tuple[str, str, str, str]  # by manager, in the order above

# Pango brings GLib, HarfBuzz and fontconfig with it.
DEMO: tuple[tuple[Found, Packages], ...] = (
    (venv_module, (f"{PYTHON}-venv", "python3", "python", "python")),
    (library("pango-1.0"), ("libpango-1.0-0", "pango", "pango", "pango")),
    (library("pangoft2-1.0"), ("libpangoft2-1.0-0", "pango", "pango", "pango")),
    (library("harfbuzz-subset"), ("libharfbuzz-subset0", "harfbuzz", "harfbuzz", "harfbuzz")),
)
TEST = (
    *DEMO,
    (program("qpdf"), ("qpdf", "qpdf", "qpdf", "qpdf")),
    (program("gs"), ("ghostscript", "ghostscript", "ghostscript", "ghostscript")),
    (program("pdftotext"), ("poppler-utils", "poppler-utils", "poppler", "poppler")),
)

# Not every system has a browser among its packages; the tests that need one are skipped without.
WISHED: tuple[tuple[Found, Packages], ...] = (
    (browser, ("chromium", "chromium", "chromium", "chromium")),
)

UNATTENDED = ("env", "DEBIAN_FRONTEND=noninteractive")
COMMANDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "apt-get": (
        ("apt-get", "update"),
        (*UNATTENDED, "apt-get", "install", "--yes", "--no-install-recommends"),
    ),
    "dnf": (("dnf", "install", "--assumeyes"),),
    # Arch supports no partial upgrades, so new packages come with an upgrade.
    "pacman": (("pacman", "-Syu", "--needed", "--noconfirm"),),
    "brew": (("brew", "install"),),
}


def missing_packages(needs: tuple[tuple[Found, Packages], ...]) -> tuple[Packages, ...]:
    """Name the packages of what is not found, each once."""
    return tuple(dict.fromkeys(packages for found, packages in needs if not found()))


def install_commands(manager: str, packages: tuple[Packages, ...]) -> list[list[str]]:
    """Write the manager's commands, the last of which installs."""
    column = MANAGERS.index(manager)
    *before, install = COMMANDS[manager]
    names = dict.fromkeys(names[column] for names in packages)
    return [*(list(command) for command in before), [*install, *names]]


def before_command(manager: str) -> list[str]:
    """Say what to put before a manager's commands: nothing, or ``sudo``."""
    return [] if manager == "brew" or os.geteuid() == 0 else ["sudo"]


def may_install(before: list[str]) -> bool:
    """Ask whether the commands will run without a password."""
    if not before:
        return True
    if not shutil.which("sudo"):
        return False
    return subprocess.run(["sudo", "-n", "true"], check=False, capture_output=True).returncode == 0


def as_typed(commands: list[list[str]], before: list[str]) -> str:
    """Write commands as one line that a user can type."""
    if before and not shutil.which("sudo"):
        return f"su -c {shlex.quote(as_typed(commands, []))}"
    return " && ".join(shlex.join([*before, *command]) for command in commands)


def main(purpose: str) -> str:
    """Install what is missing; give back what is to be done by hand, empty if all is there."""
    told = install({"demo": DEMO, "test": TEST}[purpose])
    if told or purpose == "demo":
        return told
    if told := install(WISHED):
        print(f"Going on without a browser: the tests that need one will be skipped.\n{told}")
    return ""


def install(needs: tuple[tuple[Found, Packages], ...]) -> str:
    """Install what is missing of some needs; give back what is to be done by hand."""
    missing = missing_packages(needs)
    if not missing:
        return ""
    manager = next((name for name in MANAGERS if shutil.which(name)), None)
    if manager is None:
        names = " ".join(dict.fromkeys(packages[0] for packages in missing))
        return f"No {', '.join(MANAGERS)} here to install what is missing (Debian's names): {names}"
    commands, before = install_commands(manager, missing), before_command(manager)
    typed = as_typed(commands, before)
    if not may_install(before):
        return f"System packages are missing. Run this, then make again:\n\n    {typed}\n"
    print(f"Installing missing system packages: {typed}", flush=True)
    for command in commands:
        subprocess.run([*before, *command], check=False, stdin=subprocess.DEVNULL)
    # Looking again tells whether it worked; a manager's status may be about something else.
    if missing_packages(needs):
        return f"That did not install all that is missing. Try it by hand:\n\n    {typed}\n"
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]) or 0)
