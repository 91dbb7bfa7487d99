"""A build's start takes no longer than it must: what would cost a tenth of it is not done."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.imposition.pages import numbered_pdf

WATCH = """
import sys

def refuse(event, arguments):
    if event in ("subprocess.Popen", "os.posix_spawn", "os.fork", "os.system"):
        raise RuntimeError(f"{event} {arguments[0]}")

sys.addaudithook(refuse)
"""
IMPORT = "from pamphleteer.cli import import_rooms; import_rooms()"


def run(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere, libraries are searched for")
def test_no_process_is_started_to_find_libraries() -> None:
    assert run(f"{WATCH}{IMPORT}; print('imported')") == "imported"


def test_nothing_is_imported_that_only_other_commands_need() -> None:
    others = {"pypdf", "rich", "watchfiles", "pamphleteer.importing", "pamphleteer.desk"}
    assert run(f"import sys; {IMPORT}; print({others!r} & sys.modules.keys())") == "set()"


def test_imposing_imports_nothing_that_only_other_jobs_need(tmp_path: Path) -> None:
    source, output = tmp_path / "pages.pdf", tmp_path / "sheets.pdf"
    source.write_bytes(numbered_pdf(4))
    others = {"pydantic", "yaml", "weasyprint", "pypdfium2", "pamphleteer.desk"}
    command = ["impose", str(source), "-o", str(output)]
    code = f"main({command!r}, standalone_mode=False); print({others!r} & sys.modules.keys())"
    said = run(f"import sys; from pamphleteer.cli import main; {code}")
    assert said.splitlines()[-1] == "set()"
    assert output.exists()


def test_the_garbage_collector_passes_over_what_was_imported() -> None:
    counted = run(f"import gc; {IMPORT}; print(gc.isenabled(), gc.get_freeze_count() > 50_000)")
    assert counted == "True True"
