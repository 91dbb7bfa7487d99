"""One build in this process; prints as JSON what each part of the work cost, and its pours.

Usage: python tests/bench/timed_build.py ISSUE_DIR OUT_DIR

It is `pamphleteer build ISSUE_DIR --only screen` with a clock that is looked at between the parts.
"""

import json
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from pamphleteer import cli

cli.import_rooms()

from pamphleteer import build  # noqa: E402
from pamphleteer.makeup.model import Story  # noqa: E402
from pamphleteer.makeup.pages import make_up  # noqa: E402
from pamphleteer.typeset.drawing import Drawing  # noqa: E402

PARTS = {
    "Reading": "reading",
    "Setting": "setting",
    "Making up pages": "make-up",
    "Writing and reading back": "checks",
}


def main(arguments: list[str]) -> None:
    """Build, and print the seconds of CPU and the pours and frames of each article."""
    folder, out = map(Path, arguments)
    ticks = [("start-up", 0.0)]
    spent = {"PDF": 0.0}
    made: dict[str, Any] = {}
    write = Drawing.tagged_pdf

    def timed_write(drawing: Drawing) -> bytes:
        start = time.process_time()
        written = write(drawing)
        spent["PDF"] += time.process_time() - start
        return written

    def kept_make_up(pieces: Any, **options: Any) -> Any:
        made["up"], made["pieces"] = make_up(pieces, **options), pieces
        return made["up"]

    Drawing.tagged_pdf = timed_write  # type: ignore[method-assign, assignment]
    vars(build)["make_up"] = kept_make_up
    build.build_issue(
        folder,
        out=out,
        only=("screen",),
        tell=lambda doing: ticks.append((PARTS[doing], time.process_time())),
    )
    ticks.append(("", time.process_time()))
    for (name, start), (_, end) in pairwise(ticks):
        spent[name] = end - start
    spent["checks"] -= spent["PDF"]
    print(json.dumps({"spent": spent, "articles": list(count_pours(**made))}))


def count_pours(up: Any, pieces: Any) -> Iterator[dict[str, Any]]:
    """Count each article's frames on the pages, and the pours that made them."""
    frames = [placed.thread for page in up.pages for placed in page.placed]
    for story in (piece for piece in pieces if isinstance(piece, Story)):
        threads: tuple[Any, ...] = (story.head, story.body)
        yield {
            "path": story.body.path,
            "frames": sum(frames.count(thread) for thread in threads),
            "pours": sum(thread.pours for thread in threads),
        }


if __name__ == "__main__":
    main(sys.argv[1:])
