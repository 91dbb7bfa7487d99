"""Headline blocks: over an article, in as many columns as it needs, and over what goes on of it."""

from dataclasses import replace

from pamphleteer.issue.model import Article, Jump, Rich
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.fitting import fit_text
from pamphleteer.layout.galley import Galley, Passage, passages_of
from pamphleteer.units import Pt

NO_PAGE = 88
"""A page number that is as wide as any of two figures, as long as the true one is not known."""

MOST_LINES = {"lead": 3, "headline": 3, "narrow": 5}
"""Lines that a headline should have at most; with more it is as small as it may be."""


def story_head(desk: Desk, article: Article, *, is_lead: bool, width: Pt) -> Galley:
    """An article's headline block; the first has the largest type, one in few columns the least."""
    is_narrow = width < desk.grid.width
    use = "narrow" if is_narrow else "lead" if is_lead else "headline"
    headline = fit_text(
        article.headline.text,
        ems=desk.display_ems(),
        width=width,
        span=desk.layout.fitted[use],
        most_lines=MOST_LINES[use],
    )
    html = desk.fill("head.html.j2", article=article, headline=headline, use=use)
    parts = (article.kicker, article.headline, article.standfirst, article.byline)
    return replace(_head_galley(article, html, *parts), name=article.name)


def box_head(desk: Desk, article: Article) -> Galley:
    """The heading of a box."""
    return _head_galley(article, desk.fill("box-head.html.j2", article=article), article.headline)


def jump_turn(desk: Desk, article: Article, jump: Jump) -> Galley:
    """The line that tells on which page an article goes on."""
    line = desk.words.continued.format(page=jump.to)
    return Galley(
        html=desk.fill("jump-turn.html.j2", article=article, line=line, pos=jump.pos),
        language=desk.issue.language,
        path=jump.pos.path,
        passages=(Passage(text=line, pos=jump.pos),),
        exact=True,
    )


def jump_head(desk: Desk, article: Article, jump: Jump) -> Galley:
    """What stands over an article that goes on: a short headline, and the page that it began on."""
    line = desk.words.from_page.format(page=desk.numbers.get(article.name, NO_PAGE))
    text = jump.headline.text if jump.headline else article.running_head
    headline = fit_text(
        text,
        ems=desk.display_ems(),
        width=desk.grid.width,
        span=desk.layout.fitted["headline"],
        most_lines=MOST_LINES["headline"],
    )
    html = desk.fill("jump-head.html.j2", article=article, jump=jump, headline=headline, line=line)
    pos = jump.headline.pos if jump.headline else article.headline.pos
    return Galley(
        html=html,
        language=article.language,
        path=jump.pos.path,
        passages=(Passage(text=text, pos=pos), Passage(text=line, pos=jump.pos)),
        exact=True,
        numbered=lambda numbers: jump_head(replace(desk, numbers=numbers), article, jump),
    )


def _head_galley(article: Article, html: str, *parts: Rich | None) -> Galley:
    return Galley(
        html=html,
        language=article.language,
        path=article.path,
        passages=passages_of(*parts),
        name=article.name,
    )
