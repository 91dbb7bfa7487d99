"""The installed wheel, without its checkout, builds the sample issue."""

import os
import shutil
import site
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[1]
SAMPLE = "spring-2026"
PIP = (sys.executable, "-m", "pip")


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command outside the checkout and give back what it said."""
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        command, check=False, cwd=cwd, env=environ, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built by the hatchling that is here: nothing is downloaded."""
    folder = tmp_path_factory.mktemp("wheel")
    run(*PIP, "wheel", "--no-deps", "--no-build-isolation", REPO, cwd=folder)
    (path,) = folder.glob("pamphleteer-*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment's bin folder, with the wheel in it and our dependencies beside it.

    The dependencies are lent by a .pth file. Python reads no .pth files in a folder that one
    names, so the editable installation that is there, too, stays out of sight.
    """
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    run(*PIP, "--python", python, "install", "--no-deps", "--no-index", wheel, cwd=folder)
    (library,) = folder.glob("lib/python*/site-packages")
    (library / "dependencies.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    return python.parent


@pytest.mark.parametrize("name", ["layouts", "fonts", "profiles"])
def test_wheel_carries_every_shipped_file(wheel: Path, name: str) -> None:
    files = (path for path in (REPO / name).rglob("*") if path.is_file())
    shipped = {path.relative_to(REPO).as_posix() for path in files if path.name[0] != "."}
    carried = {path.removeprefix("pamphleteer/") for path in zipfile.ZipFile(wheel).namelist()}
    assert shipped
    assert shipped <= carried


def test_wheel_is_imported_from_where_it_was_installed(installed: Path, tmp_path: Path) -> None:
    code = "from pamphleteer.resources import resource_folder as f; print(f('layouts'), f('fonts'))"
    library = site.getsitepackages([str(installed.parent)])[0]
    found = run(installed / "python", "-c", code, cwd=tmp_path).split()
    assert found == [f"{library}/pamphleteer/layouts", f"{library}/pamphleteer/fonts"]


def test_installed_wheel_builds_the_sample_issue(installed: Path, tmp_path: Path) -> None:
    ignored = shutil.ignore_patterns("out")
    issues = shutil.copytree(REPO / "issues", tmp_path / "issues", ignore=ignored)
    run(installed / "pamphleteer", "build", f"issues/{SAMPLE}", cwd=tmp_path)
    for output in ("screen", "booklet"):
        pdf = issues / SAMPLE / "out" / f"{SAMPLE}-{output}.pdf"
        assert pdf.read_bytes().startswith(b"%PDF-")
