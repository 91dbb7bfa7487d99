"""What all tests share: the real issue, the order of the rooms, and a count at the end."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

TESTS = Path(__file__).parent

# Fast rooms first, so that a fault is told early. A room that is not named comes before build.
ROOMS = (
    *("problems", "units", "resources", "system_packages"),
    *("issue", "importing", "imposition", "makeup", "images", "layout", "typeset"),
    *("press", "reading", "preflight", ".", "build", "pictures", "desk", "cli", "wheel"),
)

# No deadline: how long an example takes tells of the machine, not of the law. Where a change is
# judged, the examples are always the same ones, so that chance does not judge it.
settings.register_profile("pamphleteer", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("pamphleteer")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests in the order of the rooms; within a room they stay in theirs."""
    items.sort(key=lambda item: room_rank(item.path))


def room_rank(path: Path) -> int:
    """Place a test file by its folder, or by its name when it is in no folder."""
    room = path.relative_to(TESTS).parts[0].removeprefix("test_").removesuffix(".py")
    return ROOMS.index(room if room in ROOMS else ".")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Iterator[None]:
    """Say last how many tests passed, failed and were skipped; ``.ci/run`` repeats it."""
    yield
    count = {outcome: len(reports) for outcome, reports in terminalreporter.stats.items()}
    failed = count.get("failed", 0) + count.get("error", 0)
    skipped = count.get("skipped", 0)
    terminalreporter.line(
        f"Tests: {count.get('passed', 0)} passed, {failed} failed, {skipped} skipped"
    )


@pytest.fixture(scope="session")
def real_issue() -> Path:
    """A whole issue of a real group's, which is not ours to publish: only where it lies at hand."""
    name = os.environ.get("PAMPHLETEER_REAL")
    if not name:
        pytest.skip("PAMPHLETEER_REAL does not name the file of a real issue")
    return Path(name).resolve(strict=True)
