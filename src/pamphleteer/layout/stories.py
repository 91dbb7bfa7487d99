"""Galleys of stories: heads in the columns that they need, text in parts, floats, and a jump."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pamphleteer.issue.model import Article, ArticleItem, Block
from pamphleteer.layout.articles import slip_of, text_galley
from pamphleteer.layout.berths import Berth
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.floats import float_galleys
from pamphleteer.layout.galley import JumpGalleys, Slip, StoryGalleys
from pamphleteer.layout.heads import jump_head, jump_turn, story_head
from pamphleteer.layout.inserts import Insert
from pamphleteer.layout.markup import mark_up
from pamphleteer.layout.parts import Matter, Parted, Run, part_body, stand_of
from pamphleteer.problems import IssueError, error
from pamphleteer.units import Pt

FIRST_TAG = re.compile(r"<\w+")


def story_galleys(desk: Desk, item: ArticleItem, berth: Berth) -> StoryGalleys:
    """The galleys of an article.

    Raises:
        IssueError: ``bad-jump``: nothing is left to go on.
    """
    grid, jump = desk.grid, item.jump
    columns = grid.columns if berth.share else item.columns or grid.columns
    widths = {span: grid.span(columns, span) for span in range(1, columns + 1)}
    measure = widths[1]
    article = _marked(desk, item.article, columns, measure)
    body = (*berth.above, *article.body, *berth.below)
    parted = part_body(
        body,
        columns=berth.share or columns,
        across=berth.share is None,
        jump_after=jump.after_paragraphs if jump else None,
    )
    return StoryGalleys(
        heads={
            span: story_head(desk, article, is_lead=berth.is_lead, width=widths[span])
            for span in _head_spans(item, columns, berth.share)
        },
        parts=tuple(
            text_galley(
                desk, article, tuple(_slips(desk, body, parted, part, measure=measure)), measure
            )
            if isinstance(part, Run)
            else part
            for part in parted.parts
        ),
        floats=tuple(
            float_galleys(
                desk, article, body[each.index], each.stand, width=widths[each.stand.span]
            )
            for each in parted.apart
        ),
        running_head=article.running_head,
        columns=columns,
        start=item.start,
        jump=_jump(desk, item, parted),
    )


def _marked(desk: Desk, article: Article, columns: int, measure: Pt) -> Article:
    """The article as it is set; a note cannot stand at the foot of what stands apart."""
    blocks = (part for part in article.body if isinstance(part, Block) and part.notes)
    at_foot = not any(stand_of(block, columns) for block in blocks)
    return mark_up(desk, article, measure, at_foot=at_foot)


def _head_spans(item: ArticleItem, columns: int, share: int | None) -> Sequence[int]:
    if share:
        return sorted({share, columns})
    return range(1, columns + 1) if item.start == "new-column" else (columns,)


def _slips(
    desk: Desk, body: Sequence[Matter], parted: Parted, run: Run, *, measure: Pt
) -> Iterator[Slip]:
    """The slips of a run of text."""
    for index in run.indexes:
        matter = body[index]
        if not isinstance(matter, Insert):
            slip = slip_of(desk, matter, measure)
            yield _mentioning(slip, parted.mentions.get(index, ()))


def _mentioning(slip: Slip, numbers: Sequence[int]) -> Slip:
    """A slip whose first element tells the numbers of what is mentioned there."""
    if not numbers:
        return slip
    mentions = f' data-mentions="{" ".join(map(str, numbers))}"'
    html = FIRST_TAG.sub(lambda tag: tag[0] + mentions, slip.html, count=1)
    return replace(slip, html=html)


def _jump(desk: Desk, item: ArticleItem, parted: Parted) -> JumpGalleys | None:
    jump = item.jump
    if jump is None:
        return None
    if jump.after_paragraphs and parted.before_jump in {None, len(parted.parts)}:
        message = f"nothing is left of the article after {jump.after_paragraphs} paragraphs"
        hint = "Let it go on after fewer, or take the jump out."
        raise IssueError([error("bad-jump", message, hint=hint, pos=jump.pos)])
    return JumpGalleys(
        page=jump.to,
        turn=jump_turn(desk, item.article, jump),
        head=jump_head(desk, item.article, jump),
        lines=jump.after_lines,
        parts=parted.before_jump,
        pos=jump.pos,
    )
