"""What making up pages costs, beside pouring the same text once without its figures.

Usage: python tests/bench/bench_makeup.py [REPEATS] [--profile]

An issue of 24 pages with 20 figures and 4 jumps is written and read. Then, in this one process and
in turn, its pages are made up, all pours and cuts counted; and the texts of the same articles,
without figures and jumps, are poured once into columns of a page's depth, one after another. Every
run has a typesetter of its own, so that no line is remembered from the run before. The figures are
CPU seconds; making the threads, which both need, is not counted.
"""

import cProfile
import pstats
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PIL import Image

from pamphleteer import build
from pamphleteer.intake import choose_grid
from pamphleteer.issue import read_issue
from pamphleteer.issue.model import Article, ArticleItem, Figure, Issue
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.spec import read_layout
from pamphleteer.makeup.model import Story
from pamphleteer.makeup.pages import MadeUp, make_up
from pamphleteer.matter import SetMatter, set_matter
from pamphleteer.problems import SourcePos
from pamphleteer.units import Pt

GOAL = 2.5
REPEATS = 7
PAGES = 24
FIGURES = 20
ARTICLES = 10
WORDS = 640
"""Words of each article."""
JUMPS = {0: 6, 1: 8, 2: 14, 4: 20}
"""Articles that go on later, and on which page."""

VOCABULARY = """paper street meeting rent boiler landlord neighbor printer evening staple window
kitchen notice union letter garden morning council number hallway candle bicycle corner ladder
and of the to in it that was for on with as at by"""
SHAPES = ("place=here", "span=2", "span=2 place=foot", "place=foot", "span=bleed place=top")
"""How figures stand, in turn."""


def write_article(number: int) -> str:
    """An article of paragraphs, crossheads and two figures, always the same."""
    words = random.Random(number).choices(VOCABULARY.split(), k=WORDS)
    blocks: list[str] = []
    for first in range(0, WORDS, 70):
        part = words[first : first + 70]
        blocks.append(" ".join(part).capitalize() + ".")
        if first % 280 == 210:
            blocks.append("## " + " ".join(part[:4]).capitalize())
            blocks.append(" ".join(part[::-1]).capitalize() + ".")
        if first in {140, 490}:
            index = 2 * number + (first > 140)
            shape = SHAPES[index % len(SHAPES)]
            blocks.append(f'![A gray field](../images/{index}.png "Figure {index}."){{{shape}}}')
    return f"---\nheadline: Article number {number}\n---\n" + "\n\n".join(blocks) + "\n"


def write_issue(root: Path) -> Path:
    """Write the publication; returns the issue's folder."""
    folder = root / "issues" / "bench"
    (folder / "articles").mkdir(parents=True)
    (folder / "images").mkdir()
    order = []
    for number in range(ARTICLES):
        name = f"articles/{number}.md"
        (folder / name).write_text(write_article(number), encoding="utf-8")
        page = JUMPS.get(number)
        jump = f", jump: {{after: 12 lines, to: {page}}}" if page else ""
        order.append(f"  - {{article: {name}{jump}}}")
    for number in range(FIGURES):
        size = (600, 240 + 30 * (number % 5))
        Image.new("L", size, 120).save(folder / f"images/{number}.png", dpi=(150, 150))
    (root / "issues/publication.yaml").write_text("title: Bench\nlanguage: en\n", encoding="utf-8")
    manifest = "number: 1\ndate: Winter\narticles:\n" + "\n".join(order) + "\n"
    (folder / "issue.yaml").write_text(manifest, encoding="utf-8")
    return folder


def without_figures(issue: Issue) -> Issue:
    """The same articles, of text alone, one after another."""
    items = (
        replace(item, jump=None, article=_text_of(item.article))
        for item in issue.items
        if isinstance(item, ArticleItem)
    )
    return replace(issue, items=tuple(items))


def _text_of(article: Article) -> Article:
    body = tuple(part for part in article.body if not isinstance(part, Figure))
    return replace(article, body=body)


def set_up(issue: Issue) -> tuple[Desk, SetMatter]:
    """All threads of an issue, with a typesetter that remembers no line."""
    layout = read_layout(issue.layout, SourcePos(path="bench"))
    typesetter, desk = build._set_up(issue, layout, choose_grid(issue, layout))
    return desk, set_matter(typesetter, desk)


def make_pages(desk: Desk, matter: SetMatter) -> MadeUp:
    """Make-up with all of its pours."""
    return make_up(
        matter.pieces,
        masthead=matter.masthead,
        grid=desk.grid,
        spacing=desk.layout.spacing,
        multiple=4,
    )


def pour_text(desk: Desk, matter: SetMatter) -> int:
    """Pour all texts into columns of a page's depth; returns how many columns there are."""
    columns = 0
    depth = Pt(desk.grid.lines * desk.grid.leading)
    for story in matter.pieces:
        threads = story.parts if isinstance(story, Story) else ()
        for thread in threads:
            while not isinstance(thread, int) and not thread.done:
                thread.pour(desk.grid.measure, depth)
                columns += 1
    return columns


def clocked(work: Callable[[Desk, SetMatter], Any], issue: Issue) -> tuple[float, Any]:
    """CPU seconds of some work on fresh threads, and what came out."""
    desk, matter = set_up(issue)
    start = time.process_time()
    done = work(desk, matter)
    return time.process_time() - start, done


def compare(issue: Issue, repeats: int) -> bool:
    """Alternate both and print medians, their ratio and the verdict; False if it is missed."""
    text = without_figures(issue)
    rounds = []
    for _ in range(repeats + 1):
        made_in, made = clocked(make_pages, issue)
        poured_in, columns = clocked(pour_text, text)
        rounds.append((made_in, poured_in))
    rounds = rounds[1:]  # the first one warms the process
    ours, theirs = (statistics.median(times) for times in zip(*rounds, strict=True))
    ratio = statistics.median(one / other for one, other in rounds)
    print(f"make-up  {ours:.3f} s CPU for {len(made.pages)} pages, all pours counted")
    print(f"text     {theirs:.3f} s CPU for {columns} columns, poured once without figures")
    well = ratio <= GOAL and len(made.pages) == PAGES
    print(f"ratio    {ratio:.2f}, goal {GOAL}: {'PASS' if well else 'FAIL'}")
    return well


def profile(issue: Issue) -> None:
    """Print where make-up spends its time."""
    clocked(make_pages, issue)
    desk, matter = set_up(issue)
    profiler = cProfile.Profile()
    profiler.runcall(make_pages, desk, matter)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(25)
    pstats.Stats(profiler).sort_stats("cumulative").print_stats(40)


def main(arguments: list[str]) -> int:
    """Compare, or profile, as the command line says."""
    repeats = [int(word) for word in arguments if word.isdecimal()]
    with tempfile.TemporaryDirectory() as folder:
        issue = read_issue(write_issue(Path(folder)))
        if "--profile" in arguments:
            profile(issue)
            return 0
        return 0 if compare(issue, max(5, *repeats, 0) if repeats else REPEATS) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
