"""Every test that is written is run."""

import subprocess
import sys
from pathlib import Path

TESTS = Path(__file__).parent


def test_every_file_of_tests_is_collected() -> None:
    """Pytest passes over folders of some names, without a word."""
    command = (sys.executable, "-m", "pytest", "--collect-only", "-q", "-n", "0", str(TESTS))
    told = subprocess.run(command, cwd=TESTS.parent, capture_output=True, text=True, check=True)
    collected = {line.split("::")[0] for line in told.stdout.splitlines() if "::" in line}
    written = {path.relative_to(TESTS.parent).as_posix() for path in TESTS.rglob("test_*.py")}
    assert collected == written
