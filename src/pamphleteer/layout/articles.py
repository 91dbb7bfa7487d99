"""Galleys of articles' texts, as they stand in columns."""

from collections.abc import Sequence

from pamphleteer.issue.model import Article, Aside, Block, Figure
from pamphleteer.layout.asides import body_of, column_aside, inner_measure
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.figures import column_figure
from pamphleteer.layout.galley import Galley, Passage, Slip
from pamphleteer.layout.markup import mark_up
from pamphleteer.layout.notes import note_passages
from pamphleteer.layout.parts import refuse_apart
from pamphleteer.layout.tables import with_room
from pamphleteer.units import Pt

RAGGED = Pt(150)
"""The measure below which lines are not made equally long: their spaces would be holes."""


def body_galley(desk: Desk, article: Article, measure: Pt, *, is_story: bool = True) -> Galley:
    """An article's text, for columns of a measure in points; one in a box is no story.

    Raises:
        IssueError: ``misplaced-block``: something in a box is to stand apart from its text.
    """
    if not is_story:
        refuse_apart(article.body)
    marked = mark_up(desk, article, measure, is_story=is_story)
    slips = [slip_of(desk, part, measure) for part in marked.body]
    return text_galley(desk, article, slips, measure)


def text_galley(desk: Desk, article: Article, slips: Sequence[Slip], measure: Pt) -> Galley:
    """A galley of slips of an article's text, whose edge is ragged in narrow columns."""
    parts, is_ragged = [slip.html for slip in slips], measure < RAGGED
    return Galley(
        html=desk.fill("body.html.j2", article=article, parts=parts, is_ragged=is_ragged),
        language=article.language,
        path=article.path,
        passages=tuple(passage for slip in slips for passage in slip.passages),
        notes=tuple(passage for slip in slips for passage in slip.notes),
        exact=True,
        problems=tuple(problem for slip in slips for problem in slip.problems),
    )


def slip_of(desk: Desk, part: Block | Figure | Aside, measure: Pt) -> Slip:
    """The slip of what stands in a column of a measure in points."""
    match part:
        case Block():
            is_table = part.kind == "table"
            return Slip(
                html=with_room(desk, part.html, measure) if is_table else part.html,
                passages=(Passage(text=part.text, pos=part.pos),),
                notes=note_passages(part.notes),
            )
        case Figure():
            return column_figure(desk, part, measure)
        case _:
            inner = inner_measure(part, measure)
            inside = [slip_of(desk, each, inner) for each in body_of(part)]
            return column_aside(desk, part, inside, measure)
