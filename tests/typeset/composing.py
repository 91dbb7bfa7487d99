"""Short ways to threads and pages for the tests of this room."""

from pamphleteer.typeset.drawing import Drawing, Graft
from pamphleteer.typeset.fetching import Asset
from pamphleteer.typeset.frame import Frame
from pamphleteer.typeset.thread import Thread
from pamphleteer.typeset.typesetter import Typesetter
from pamphleteer.units import Pt

TEXT = "html { font: 9pt/12pt 'Linux Libertine O' } p, h2 { margin: 0 } .note { float: footnote }"
PAGE_RULES = "@page { size: 200pt 300pt; margin: 0 } body { margin: 0 } p { break-after: page }"
MEASURE = Pt(100)


def typesetter(css: str = "", assets: dict[str, Asset] | None = None) -> Typesetter:
    """A typesetter whose main text is 9 on 12 points."""
    return Typesetter(stylesheet=TEXT + css, assets=assets or {})


def make_thread(matter: str, css: str = "", assets: dict[str, Asset] | None = None) -> Thread:
    """A thread of some HTML whose source is called story.md."""
    return typesetter(css, assets).thread(matter, language="en", path="story.md")


def pour_all(thread: Thread, height: float, width: Pt = MEASURE) -> list[Frame]:
    """Pour a thread to its end into frames of one size, a hundred at most."""
    frames: list[Frame] = []
    while not thread.done:
        assert len(frames) < 100, "a thread does not end"
        frames.append(thread.pour(width, Pt(height)))
    return frames


def draw(setter: Typesetter, grafts: list[Graft], *, pages: int = 1) -> Drawing:
    """Graft frames into empty pages of 200 by 300 points."""
    empty = "<p>.</p>" * (pages - 1) + "<div>.</div>"
    head = "<style>html { font: 1pt/1pt 'Linux Libertine O' }</style><title>Drawn</title>"
    furniture = f'<!doctype html><html lang="en">{head}<body>{empty}</body></html>'
    return setter.draw(furniture, grafts, page_rules=PAGE_RULES)
