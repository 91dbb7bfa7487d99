"""Marks an article up for setting: what its blocks need beyond what its author wrote.

What comes out is an article again, with the same words, so that its body can be parted and set
like any other.
"""

from dataclasses import replace

from pamphleteer.issue.model import Article
from pamphleteer.layout.crossheads import keep_with_text
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.notes import notes_at_end, stand_at_foot
from pamphleteer.layout.openings import with_end_mark, with_opening
from pamphleteer.units import Pt


def mark_up(
    desk: Desk, article: Article, measure: Pt, *, is_story: bool = True, at_foot: bool = True
) -> Article:
    """The article as it is set.

    Args:
        desk: The desk.
        article: The article as it was read.
        measure: The width of its columns, in points.
        is_story: Whether it has columns of its own; a text in a box has no drop cap, no end mark,
            and no notes at their feet.
        at_foot: Whether its notes may stand at the feet of columns.

    Raises:
        IssueError: a note is longer than a page, or there can be no drop cap.
    """
    if is_story:
        article = with_end_mark(with_opening(article, desk, measure), desk)
        article = replace(article, body=keep_with_text(desk, article.body, measure))
    if not (stand_at_foot(desk, article.body, measure) and is_story and at_foot):
        article = replace(article, body=notes_at_end(article.body, article.name))
    return article
