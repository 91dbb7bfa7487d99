"""Galleys of articles: headline blocks and texts."""

from dataclasses import replace
from typing import Literal

from pamphleteer.issue.model import Article, Aside, Block, Figure, Rich
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.figures import column_figure
from pamphleteer.layout.fitting import fit_text
from pamphleteer.layout.galley import Galley, Passage, Slip, passages_of
from pamphleteer.layout.markup import mark_up
from pamphleteer.layout.notes import note_passages
from pamphleteer.units import Pt


def story_head(desk: Desk, article: Article, use: Literal["lead", "headline"]) -> Galley:
    """An article's headline block; the issue's first has larger type."""
    headline = fit_text(
        article.headline.text,
        ems=desk.display_ems(),
        width=desk.grid.width,
        span=desk.layout.fitted[use],
        most_lines=3,
    )
    html = desk.fill("head.html.j2", article=article, headline=headline, use=use)
    parts = (article.kicker, article.headline, article.standfirst, article.byline)
    return replace(_head_galley(article, html, *parts), name=article.name)


def box_head(desk: Desk, article: Article) -> Galley:
    """The heading of a box."""
    return _head_galley(article, desk.fill("box-head.html.j2", article=article), article.headline)


def _head_galley(article: Article, html: str, *parts: Rich | None) -> Galley:
    return Galley(
        html=html,
        language=article.language,
        path=article.path,
        passages=passages_of(*parts),
    )


def body_galley(desk: Desk, article: Article, measure: Pt, *, is_story: bool = True) -> Galley:
    """An article's text, for columns of a measure in points; one in a box is no story."""
    marked = mark_up(desk, article, measure, is_story=is_story)
    slips = [_slip(desk, part, measure) for part in marked.body]
    return Galley(
        html=desk.fill("body.html.j2", article=article, parts=[slip.html for slip in slips]),
        language=article.language,
        path=article.path,
        passages=tuple(passage for slip in slips for passage in slip.passages),
        notes=tuple(passage for slip in slips for passage in slip.notes),
        exact=True,
        problems=tuple(problem for slip in slips for problem in slip.problems),
    )


def _slip(desk: Desk, part: Block | Figure | Aside, measure: Pt) -> Slip:
    match part:
        case Block():
            return Slip(
                html=part.html,
                passages=(Passage(text=part.text, pos=part.pos),),
                notes=note_passages(part.notes),
            )
        case Figure():
            return column_figure(desk, part, measure)
        case _:
            raise TypeError("asides are not set yet: reading an issue stops at them")
