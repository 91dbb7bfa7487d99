"""One build in this process; prints as JSON what each part of the work cost, and its pours.

Usage: python tests/bench/timed_build.py ISSUE_DIR OUT_DIR

It is `pamphleteer build ISSUE_DIR --only screen` with a clock that is turned to each part of the
work as it begins. Filling templates and preparing pictures count as galleys, not as layout: bare
WeasyPrint is handed its HTML too. To find where lines may end and to choose among these places
counts as line breaking, wherever it is asked for, and to read a dictionary as that.
"""

import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import pyphen

from pamphleteer import cli

cli.import_rooms()

from pamphleteer import build, composing  # noqa: E402
from pamphleteer.assets import collect_assets, prepare_pictures  # noqa: E402
from pamphleteer.issue.model import ArticleItem  # noqa: E402
from pamphleteer.layout import desk, furniture, templates  # noqa: E402
from pamphleteer.typeset.drawing import Drawing  # noqa: E402
from pamphleteer.typeset.frame import Frame  # noqa: E402
from pamphleteer.typeset.paragraph import planning  # noqa: E402
from pamphleteer.typeset.paragraph.breaking import break_lines  # noqa: E402
from pamphleteer.typeset.paragraph.measuring import find_ends  # noqa: E402
from pamphleteer.typeset.thread import Thread  # noqa: E402
from pamphleteer.typeset.typesetter import Typesetter  # noqa: E402
from pamphleteer.units import Pt  # noqa: E402

STEPS = {
    "Reading": "reading",
    "Setting": "setting",
    "Making up pages": "make-up",
    "Writing and reading back": "checks",
    "Checking": "preflight",
}


class Clock:
    """Counts the CPU seconds of one part at a time; the interpreter's start is the first's."""

    def __init__(self, part: str) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self._part, self._since = part, 0.0

    def turn_to(self, part: str) -> str:
        """Count for another part from now on; returns the one that was counted for."""
        now, before = time.process_time(), self._part
        self.spent[before] += now - self._since
        self._part, self._since = part, now
        return before

    def during(self, work: Callable[..., Any], part: str) -> Callable[..., Any]:
        """Let some work count for a part, whatever is counted for before and after it."""

        @wraps(work)
        def timed(*values: Any, **named: Any) -> Any:
            before = self.turn_to(part)
            try:
                return work(*values, **named)
            finally:
                self.turn_to(before)

        return timed


class Tally:
    """Counts pours, and frames that stand on pages, by the file whose text they hold."""

    def __init__(self) -> None:
        self.pours: Counter[str] = Counter()
        self.frames: Counter[str] = Counter()
        self._made: dict[int, tuple[str, Frame]] = {}

    def counting(self, pour: Callable[[Thread, Pt, Pt], Frame]) -> Callable[..., Frame]:
        """Let each pour be counted, and its frame be known again."""

        def counted(thread: Thread, width: Pt, height: Pt) -> Frame:
            self.pours[thread.path] += 1
            return self._know(thread, pour(thread, width, height))

        return counted

    def knowing(self, cut: Callable[..., Frame | None]) -> Callable[..., Frame | None]:
        """Let a frame that is cut out of another be known again; it is not poured."""

        def known(thread: Thread, *values: Any) -> Frame | None:
            frame = cut(thread, *values)
            return self._know(thread, frame) if frame else None

        return known

    def _know(self, thread: Thread, frame: Frame) -> Frame:
        self._made[id(frame)] = (thread.path, frame)
        return frame

    def placing(self, draw: Callable[..., Drawing]) -> Callable[..., Drawing]:
        """Let each frame be counted that is drawn on a page."""

        def placed(setter: Typesetter, html: str, grafts: Any, **named: Any) -> Drawing:
            self.frames.update(self._made[id(graft.frame)][0] for graft in grafts)
            return draw(setter, html, grafts, **named)

        return placed


def main(arguments: list[str]) -> None:
    """Build, and print the seconds of CPU and the pours and frames of each article."""
    folder, out = map(Path, arguments)
    clock, tally = Clock("start-up"), Tally()
    for preparing in (prepare_pictures, collect_assets):
        vars(composing)[preparing.__name__] = clock.during(preparing, "galleys")
    for room in (desk, furniture):
        vars(room)["fill"] = clock.during(templates.fill, "galleys")
    for finding in (find_ends, break_lines):
        vars(planning)[finding.__name__] = clock.during(finding, "line breaking")
    for owner, name, work in (
        (Thread, "pour", tally.counting(Thread.pour)),
        (Thread, "cut", tally.knowing(Thread.cut)),
        (Typesetter, "draw", tally.placing(Typesetter.draw)),
        (Drawing, "tagged_pdf", clock.during(Drawing.tagged_pdf, "PDF")),
        (pyphen.HyphDict, "__init__", clock.during(pyphen.HyphDict.__init__, "dictionaries")),
    ):
        setattr(owner, name, work)

    def tell(step: str) -> None:
        clock.turn_to(STEPS[step])

    built = build.build_issue(folder, out=out, only=("screen",), tell=tell)
    clock.turn_to("")
    paths = [item.article.path for item in built.issue.items if isinstance(item, ArticleItem)]
    articles = [(path, tally.pours[path], tally.frames[path]) for path in paths]
    print(json.dumps({"spent": clock.spent, "articles": articles}))


if __name__ == "__main__":
    main(sys.argv[1:])
