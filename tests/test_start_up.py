"""A build's start takes no longer than it must: what would cost a tenth of it is not done."""

import subprocess
import sys

import pytest

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


def test_the_garbage_collector_passes_over_what_was_imported() -> None:
    counted = run(f"import gc; {IMPORT}; print(gc.isenabled(), gc.get_freeze_count() > 50_000)")
    assert counted == "True True"
