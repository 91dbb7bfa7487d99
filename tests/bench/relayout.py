"""What it costs to lay out an issue again at another leading, beside laying it out at first.

Usage: python -m tests.bench.relayout ISSUE_DIR

One process: the issue is set and made up; then again with the leading half a point closer, with
what is remembered of the first time. The CPU seconds of both are printed as JSON.
"""

import json
import sys
import time
from dataclasses import replace
from pathlib import Path

from pamphleteer import build
from pamphleteer.issue import read_issue
from pamphleteer.layout.furniture import style_sheet
from pamphleteer.layout.spec import read_layout
from pamphleteer.stack import with_room
from pamphleteer.typeset.measuring import Gauge
from pamphleteer.units import Pt


@with_room
def main(folder: Path) -> None:
    """Lay out twice and print what it cost."""
    issue = read_issue(folder)
    layout = read_layout(issue.layout, issue.place("layout"))
    grid = layout.grid(issue.page)
    assert grid is not None
    start = time.process_time()
    typesetter, desk = build._set_up(issue, layout, grid)
    build._make_up(typesetter, desk, lambda _: None)
    first = time.process_time() - start
    start = time.process_time()
    closer = replace(grid, leading=Pt(grid.leading - 0.5))
    again = typesetter.restyled(style_sheet(layout, closer, "matter.css.j2"))
    gauge = Gauge(typesetter=again, language=issue.language, path=issue.pos.path)
    build._make_up(again, replace(desk, grid=closer, gauge=gauge), lambda _: None)
    print(json.dumps({"first": first, "again": time.process_time() - start}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
