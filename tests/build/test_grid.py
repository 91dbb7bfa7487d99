"""One baseline grid for all columns and pages; columns even at an article's end; lines kept.

Read from the PDF's letters, not from what the make-up says of itself.
"""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from pamphleteer.issue.model import Block
from tests.build.columns import Place, SetBlock, columns, ends, stories
from tests.build.finished import Finished

BODY = {"paragraph", "list", "quote"}


def body_lines(finished: Finished) -> list[Place]:
    blocks = (block for story in stories(finished) for block in story if block.kind in BODY)
    return [line for block in blocks for line in block.lines]


def phase(line: Place, leading: float) -> float:
    """A baseline's height within the leading, rounded to a twentieth of a point."""
    return round(line.y % leading * 20) / 20 % leading


def test_body_keeps_to_the_grid(finished: Finished) -> None:
    """At least 99 of 100 lines stand within 0.1 pt of one grid for all pages and columns."""
    leading = finished.grid.leading
    lines = body_lines(finished)
    ((common, _),) = Counter(phase(line, leading) for line in lines).most_common(1)
    off = [line for line in lines if distance(line, common, leading) > 0.1]
    assert len(off) <= len(lines) / 100, off


def test_there_are_many_lines(finished: Finished) -> None:
    assert len(body_lines(finished)) > 400


def distance(line: Place, common: float, leading: float) -> float:
    """How far a baseline is from the nearest line of the grid."""
    away = (line.y - common) % leading
    return min(away, leading - away)


def test_grid_is_the_layouts(finished: Finished) -> None:
    """The type area holds whole lines: every baseline lies within it, none below its foot."""
    grid = finished.grid
    lines = body_lines(finished)
    assert min(line.y for line in lines) > grid.top
    assert max(line.y for line in lines) < grid.y(grid.lines)


def test_columns_are_even_where_an_article_ends(finished: Finished) -> None:
    """They differ by one line at most, or the deeper one is as shallow as kept lines allow."""
    for story in stories(finished):
        first, *others = (column[-1].y for column in ends(story))
        if any(abs(first - second) > finished.grid.leading + 0.1 for second in others):
            page = story[-1].lines[-1].page
            lines = [(block, line) for block in story for line in block.lines if line.page == page]
            cut = next(at for at, (_, line) in enumerate(lines) if line.column)
            assert deeper(lines, cut) <= least_depth(lines), story[-1].text[-60:]


def least_depth(lines: Sequence[tuple[SetBlock, Place]]) -> int:
    """The depth of the deeper column at the evenest cut, in lines."""
    cuts = [at for at in range(1, len(lines)) if may_cut(lines, at)]
    return min((deeper(lines, cut) for cut in cuts), default=depth(lines))


def deeper(lines: Sequence[tuple[SetBlock, Place]], cut: int) -> int:
    return max(depth(lines[:cut]), depth(lines[cut:]))


def may_cut(lines: Sequence[tuple[SetBlock, Place]], at: int) -> bool:
    """Whether a column may end before a line: no widow, no orphan, no head at its foot."""
    (above, _), (below, _) = lines[at - 1 : at + 1]
    if above is not below:
        return above.kind != "crosshead"
    before = below.lines.index(lines[at][1])
    return above.kind != "crosshead" and before >= 2 and len(below.lines) - before >= 2


def depth(lines: Sequence[tuple[SetBlock, Place]]) -> int:
    """Lines of the grid that a column takes; a crosshead has one free above it but on top."""
    heads = {id(block) for block, _ in lines[1:] if block.kind == "crosshead"}
    return len(lines) + len(heads - {id(lines[0][0])})


def test_a_column_ends_early_only_where_what_follows_has_no_room(finished: Finished) -> None:
    """On pages from which an article goes on, what begins the next column did not fit below."""
    grid = finished.grid
    foot = grid.y(grid.lines)
    for story in stories(finished):
        last_page = story[-1].lines[-1].page
        for column, following in pairwise(columns(story)):
            block, line = column[-1]
            free = int((foot - line.y) / grid.leading)
            if line.page < last_page and following[0][0].kind != "figure":
                assert free < lines_needed(block, following), (line, block.text[:60])


def lines_needed(above: SetBlock, following: Sequence[tuple[SetBlock, Place]]) -> int:
    """The lines that the start of a column would have needed below a block."""
    below = following[0][0]
    if below.kind == "crosshead":
        text = following[len(below.lines)][0]
        return 1 + len(below.lines) + least_lines(text)
    if above is below:
        # One line more would have left a widow, or is what a hyphen may not end.
        return 2
    return least_lines(below) + (2 if below.kind != "paragraph" else 0)


def least_lines(block: SetBlock) -> int:
    """Two lines of a paragraph, or all of one that cannot be divided into two and two."""
    return len(block.lines) if len(block.lines) < 4 else 2


def test_no_widows_and_no_orphans(finished: Finished) -> None:
    for story in stories(finished):
        for block in story:
            if block.kind == "paragraph" and len(block.parts) > 1:
                assert all(len(part) >= 2 for part in block.parts), block.text[:60]


def test_no_crosshead_is_last_in_its_column(finished: Finished) -> None:
    for story in stories(finished):
        for column in columns(story):
            assert column[-1][0].kind != "crosshead", column[-1][0].text


def test_crossheads_stay_whole(finished: Finished) -> None:
    for story in stories(finished):
        assert all(len(block.parts) == 1 for block in story if block.kind == "crosshead")


def test_every_block_was_found_in_order(finished: Finished) -> None:
    """`stories` finds each block after the one before it; here none is left out or empty."""
    for article, story in zip(finished.articles, stories(finished), strict=False):
        assert len(article.body) == len(story)
        assert all(block.lines for part, block in zip(article.body, story, strict=True)
                   if isinstance(part, Block) and part.kind != "break")  # fmt: skip
