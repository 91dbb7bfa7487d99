"""Grid, balance, widows, orphans and crossheads in both sample issues and the real one.

Unlike `test_grid` this knows stories side by side, in one to three columns, and with figures.
"""

from collections import Counter
from itertools import pairwise

import pytest

from pamphleteer.makeup.model import Placed, Story
from pamphleteer.makeup.proof import Proof
from tests.build.finished import prepare_real
from tests.build.made import Column, Made, last_columns, make
from tests.build.publications import copy_sample

CROSSHEAD = ("Libre-Franklin-Bold", 8.4)


@pytest.fixture(scope="module", params=["spring-2026", "summer-2026", "real"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Each issue in turn."""
    root = tmp_path_factory.mktemp("made")
    if request.param == "real":
        folder = prepare_real(request.getfixturevalue("real_issue"), root)
    else:
        folder = copy_sample(root).with_name(request.param)
    return make(folder, root / "out")


def test_body_lines_stand_on_the_grid(made: Made) -> None:
    """99 of 100 within a tenth of a point, in all columns of all pages."""
    leading = made.grid.leading
    lines = [
        (column.page.number, y)
        for columns in made.columns
        for column in columns
        for y in column.baselines
    ]
    assert len(lines) > 250
    ((common, _),) = Counter(round((y % leading) * 20) / 20 for _, y in lines).most_common(1)
    off = [(page, y) for page, y in lines if distance(y, common, leading) > 0.1]
    assert len(off) <= len(lines) / 100, off


def distance(y: float, common: float, leading: float) -> float:
    away = (y - common) % leading
    return min(away, leading - away)


def test_an_article_ends_in_even_columns(made: Made) -> None:
    """At most one line apart; two where no line may go over to the other column."""
    leading = made.grid.leading
    for story, columns in zip(made.stories, made.columns, strict=True):
        ending = last_stretch(story, columns)
        feet = [foot_of(column, story) for column in ending]
        lines = round((max(feet) - min(feet)) / leading)
        assert lines <= 2, (story.running_head, feet)
        if lines == 2:
            assert is_forced(ending, feet), story.running_head


def last_stretch(story: Story, columns: tuple[Column, ...]) -> list[Column]:
    """The columns that stand beside one another where an article ends."""
    ending = last_columns(columns)
    tops = [column.placed.y for column in ending]
    (_, last_top) = max((column.placed.x, column.placed.y) for column in ending)
    beside = [column for column, top in zip(ending, tops, strict=True) if abs(top - last_top) < 200]
    return beside if len({column.placed.x for column in beside}) == len(beside) else ending[-1:]


def foot_of(column: Column, story: Story) -> float:
    """Where a column ends, with the figures and the jump line that stand in it."""
    groups = [*(each.threads for each in story.floats), story.jump_threads[:1]]
    feet = [column.foot]
    for threads in groups:
        parts = [each for each in column.page.placed if each.thread in threads]
        if any(_overlap(each, column.placed) and each.y > column.placed.y for each in parts):
            feet.append(max(each.y + each.frame.depth for each in parts))
    return max(feet)


def _overlap(one: Placed, other: Placed) -> bool:
    return one.x < other.x + other.frame.width - 1 and other.x < one.x + one.frame.width - 1


def is_forced(ending: list[Column], feet: list[float]) -> bool:
    """Whether no line at the end of a deeper column may stand on top of the next one."""
    lines = tuple(line for column in ending for line in column.placed.frame.lines)
    proof = Proof(lines=lines, gaps=(0.0,) * len(lines), leading=ending[0].placed.frame.width)
    at = 0
    for (column, foot), (_, after) in pairwise(zip(ending, feet, strict=True)):
        at += len(column.placed.frame.lines)
        step = -1 if foot > after else 1
        if abs(foot - after) > 1 and at + step < len(lines) and proof.may_break(0, at + step):
            return False
    return True


def test_no_widows_and_no_orphans(made: Made) -> None:
    """Of a paragraph that is parted two lines or more stand on each side."""
    for columns in made.columns:
        for above, below in pairwise(columns):
            if above.placed.thread is not below.placed.thread:
                continue
            one, other = above.placed.frame.lines, below.placed.frame.lines
            if one and other and one[-1].block == other[0].block:
                block = one[-1].block
                parts = [sum(line.block == block for line in part) for part in (one, other)]
                assert min(parts) >= 2, (above.page.number, parts)


def test_no_crosshead_ends_a_column_and_two_lines_follow_it(made: Made) -> None:
    for columns in made.columns:
        for column in columns:
            heads = {
                round(letter.y, 1)
                for letter in column.letters
                if (letter.font, letter.size) == CROSSHEAD
            }
            text = [y for y in column.baselines if round(y, 1) not in heads]
            for head in heads:
                assert len([y for y in text if y > head]) >= 2, column.page.number
