"""What holds of every make-up, whatever the issue: each law is held against an issue's pages."""

from itertools import combinations, pairwise
from typing import Any

import pytest

from pamphleteer.makeup.model import Page, Placed
from pamphleteer.units import Box, Pt
from tests.makeup.issues import Set, frames_of, make, texts_of
from tests.makeup.lines import LEADING, LineThread

SLACK = 0.01


def runs(made: Set, thread: LineThread) -> list[tuple[int, int]]:
    """From which strip to before which each frame of a thread goes, in reading order."""
    placed = (placed.frame.content for _, placed in frames_of(made, thread))
    return [(run.start, run.end) for run in placed]


def no_line_is_lost_doubled_or_moved(made: Set) -> None:
    for piece, threads in zip(made.draft.pieces, made.threads, strict=True):
        used = [thread for thread in threads if frames_of(made, thread)]
        assert used == list(threads) or (piece.kind == "banner" and len(used) == 1)
        for thread in used:
            assert follows_on(runs(made, thread), len(thread.strips))
    assert follows_on(runs(made, made.masthead), made.draft.masthead)


def follows_on(found: list[tuple[int, int]], end: int) -> bool:
    """Whether each run begins where the one before ended, from the first strip to the last."""
    joined = all(above[1] == below[0] for above, below in pairwise(found))
    return joined and (found[0][0], found[-1][1]) == (0, end)


def pieces_come_in_their_order(made: Set) -> None:
    order = {id(thread): index for index, piece in enumerate(made.threads) for thread in piece}
    order[id(made.masthead)] = -1
    placed = [order[id(each.thread)] for page in made.pages for each in page.placed]
    assert placed == sorted(placed)
    for threads in made.threads:
        if len(threads) == 2 and frames_of(made, threads[0]):
            (head_page, _), *_ = frames_of(made, threads[0])
            (first_page, _), *_ = frames_of(made, threads[1])
            assert head_page is first_page


def nothing_overlaps(made: Set) -> None:
    for page in made.pages:
        for one, other in combinations(map(box_of, page.placed), 2):
            assert not overlap(one, other)
        solid = [panel.box for panel in page.panels]
        for one, other in combinations(solid, 2):
            assert not overlap(one, other)
        for panel, frame in ((panel, box_of(placed)) for panel in solid for placed in page.placed):
            assert not overlap(panel, frame) or contains(panel, frame)


def box_of(placed: Placed) -> Box:
    return Box(x=placed.x, y=placed.y, width=placed.frame.width, height=placed.frame.depth)


def overlap(one: Box, other: Box) -> bool:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > SLACK and down > SLACK


def contains(outer: Box, inner: Box) -> bool:
    left, right = outer.x - SLACK, outer.x + outer.width + SLACK
    top, bottom = outer.y - SLACK, outer.y + outer.height + SLACK
    return (
        left <= inner.x
        and inner.x + inner.width <= right
        and top <= inner.y
        and inner.y + inner.height <= bottom
    )


def nothing_stands_out_of_the_type_area(made: Set) -> None:
    """But for the masthead, which may rise above it."""
    grid = made.draft.grid
    for page in made.pages:
        left = grid.inner if page.number % 2 else grid.outer
        area = Box(x=left, y=grid.top, width=grid.width, height=Pt(grid.lines * LEADING))
        rise = Pt(made.draft.spacing.masthead_rise * LEADING)
        risen = Box(x=left, y=Pt(area.y - rise), width=area.width, height=Pt(area.height + rise))
        for placed in page.placed:
            room = risen if placed.thread is made.masthead else area
            assert contains(room, box_of(placed))
        for panel in page.panels:
            assert contains(area, panel.box)


def text_stands_on_the_grid(made: Set) -> None:
    for text in texts_of(made):
        for page, placed in frames_of(made, text):
            rows = (placed.y - made.draft.grid.top) / LEADING
            assert rows == pytest.approx(round(rows))
            step = made.draft.grid.measure + made.draft.grid.gutter
            column = (placed.x - made.draft.grid.left(page.number)) / step
            assert column == pytest.approx(round(column))


def no_paragraph_or_group_is_parted_where_it_must_not_be(made: Set) -> None:
    """Widows, orphans and crossheads are kept; a thread says when its frame left it no choice."""
    for text in texts_of(made):
        assert not [
            placed for _, placed in frames_of(made, text) if placed.frame.content.broke_a_rule
        ]


def pages_are_numbered_and_fill_whole_sheets(made: Set) -> None:
    assert [page.number for page in made.pages] == list(range(1, len(made.pages) + 1))
    assert len(made.pages) % made.draft.multiple == 0
    assert made.made.blanks == sum(page.blank for page in made.pages) < made.draft.multiple


def a_blank_page_bears_nothing_and_only_blank_pages_do(made: Set) -> None:
    for page in made.pages:
        assert page.blank == (not page.placed)
        if page.blank:
            assert (page.panels, page.running_head) == ((), "")


def the_contact_block_is_on_the_last_page_and_blanks_are_right_before_it(made: Set) -> None:
    kinds = [piece.kind for piece in made.draft.pieces]
    after_last_story = kinds[len(kinds) - [*reversed(kinds), "story"].index("story") :]
    blank = [page.blank for page in made.pages]
    body = blank[:-1] if "contact" in after_last_story else blank
    bearing = body.index(True) if True in body else len(body)
    assert all(body[bearing:])
    if after_last_story[-1:] == ["contact"]:
        ((page, placed),) = frames_of(made, made.threads[-1][0])
        assert page is made.pages[-1]
        assert page.placed[-1] is placed


def an_article_begins_where_it_was_told_to(made: Set) -> None:
    """The first article is content to begin below the masthead."""
    for piece, threads in zip(made.draft.pieces, made.threads, strict=True):
        if piece.new_page:
            ((page, placed),) = frames_of(made, threads[0])
            above = [each.thread for each in page.placed[: page.placed.index(placed)]]
            assert above in ([], [made.masthead])


def a_headline_has_text_below_it(made: Set) -> None:
    for piece, (_, *bodies) in zip(made.draft.pieces, made.threads, strict=True):
        if piece.kind == "story" and piece.text:
            (page, _), *_ = frames_of(made, bodies[0])
            lines = [
                each.frame.content.end - each.frame.content.start
                for other, each in frames_of(made, bodies[0])
                if other is page
            ]
            assert sum(lines) >= 1


def a_page_is_named_after_the_first_article_on_it(made: Set) -> None:
    for page in made.pages:
        stories = [each.thread.path for each in page.placed if each.thread.path.startswith("story")]
        assert page.running_head == (stories[0] if stories else "")


def articles_cost_at_most_two_pours_more_than_they_have_frames(made: Set) -> None:
    for text in texts_of(made):
        assert text.pours <= len(frames_of(made, text)) + 2


def last_depths(made: Set, text: LineThread) -> list[int]:
    """The rows of all columns on the page where a text ends, empty ones included."""
    *_, (last, _) = frames_of(made, text)
    rows = [
        round(each.frame.depth / LEADING) for page, each in frames_of(made, text) if page is last
    ]
    return rows + [0] * (made.draft.grid.columns - len(rows))


def no_shallower_columns_would_hold_an_ending(made: Set) -> None:
    """Balanced means as shallow as the rules for parting allow."""
    for text in texts_of(made):
        *_, (last, _) = frames_of(made, text)
        ending = [each.frame.content for page, each in frames_of(made, text) if page is last]
        shallower = max(last_depths(made, text)) - 1
        if shallower >= 1:
            assert not holds(text, ending[0].start, [shallower] * made.draft.grid.columns)


def holds(text: LineThread, start: int, depths: list[int]) -> bool:
    """Whether columns of these depths take a text from a strip to its end, all rules kept."""
    trial = LineThread(text.strips)
    trial.back_to((start, True))
    for depth in depths:
        if trial.done:
            break
        frame = trial.pour(Pt(100), Pt(depth * LEADING))
        if frame.content.broke_a_rule or frame.overset:
            return False
    return trial.done


def the_same_issue_makes_the_same_pages(made: Set) -> None:
    assert description(make(made.draft)) == description(made)


def description(made: Set) -> list[Any]:
    def describe(page: Page) -> tuple[Any, ...]:
        placed = [(e.thread.path, e.x, e.y, e.frame.content) for e in page.placed]
        return page.number, page.blank, page.running_head, page.panels, placed

    return [describe(page) for page in made.pages]


LAWS = (
    no_line_is_lost_doubled_or_moved,
    pieces_come_in_their_order,
    nothing_overlaps,
    nothing_stands_out_of_the_type_area,
    text_stands_on_the_grid,
    no_paragraph_or_group_is_parted_where_it_must_not_be,
    pages_are_numbered_and_fill_whole_sheets,
    a_blank_page_bears_nothing_and_only_blank_pages_do,
    the_contact_block_is_on_the_last_page_and_blanks_are_right_before_it,
    an_article_begins_where_it_was_told_to,
    a_headline_has_text_below_it,
    a_page_is_named_after_the_first_article_on_it,
    articles_cost_at_most_two_pours_more_than_they_have_frames,
    no_shallower_columns_would_hold_an_ending,
    the_same_issue_makes_the_same_pages,
)
