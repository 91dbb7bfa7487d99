"""What it costs to lay out an issue again at another leading, beside laying it out at first.

Usage: python -m tests.bench.relayout ISSUE_DIR [RUNS]

In cold processes: the issue is set and made up; then again with the leading half a point closer,
with what is remembered of the first time. Printed are the medians of the CPU seconds of both, and
of their ratios.
"""

import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

from pamphleteer import composing
from pamphleteer.issue import read_issue
from pamphleteer.layout.spec import read_layout
from pamphleteer.stack import with_room
from pamphleteer.units import Pt

GOAL = 0.25
ONCE = "--once"


@with_room
def lay_out_twice(folder: Path) -> dict[str, float]:
    """Lay out an issue in this process, and again; the CPU seconds of both."""
    issue = read_issue(folder)
    layout = read_layout(issue.layout, issue.place("layout"))
    grid = layout.grid(issue.page)
    assert grid is not None
    start = time.process_time()
    typesetter, desk = composing._set_up(issue, layout, grid)
    composing._make_up(typesetter, desk, lambda _: None)
    first = time.process_time() - start
    start = time.process_time()
    again, closer = composing.at_leading(typesetter, desk, Pt(grid.leading - 0.5))
    composing._make_up(again, closer, lambda _: None)
    return {"first": first, "again": time.process_time() - start}


def compare(folder: Path, runs: int) -> bool:
    """Print medians and whether the goal was met."""
    command = [sys.executable, "-m", __spec__.name, ONCE, str(folder)]
    printed = [subprocess.check_output(command, text=True) for _ in range(runs)]
    times = [json.loads(each) for each in printed]
    for name in ("first", "again"):
        print(f"{name:6} {statistics.median(each[name] for each in times):.3f} s CPU")
    ratio = statistics.median(each["again"] / each["first"] for each in times)
    print(f"ratio  {ratio:.3f}, goal {GOAL}: {'PASS' if ratio <= GOAL else 'FAIL'}")
    return bool(ratio <= GOAL)


def main(arguments: list[str]) -> int:
    """Lay out once, or compare."""
    if arguments[0] == ONCE:
        print(json.dumps(lay_out_twice(Path(arguments[1]))))
        return 0
    runs = int(arguments[1]) if len(arguments) > 1 else 9
    return 0 if compare(Path(arguments[0]), runs) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
