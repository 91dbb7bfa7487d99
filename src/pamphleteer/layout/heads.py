"""Headline blocks: over an article, in as many columns as it needs, and over what goes on of it."""

from dataclasses import replace

from pamphleteer.issue.model import Article, Jump, Rich
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.fitting import FittedText, fit_text, ways_to_fit
from pamphleteer.layout.galley import Galley, Passage, passages_of
from pamphleteer.units import Pt

NO_PAGE = 88
"""A page number that is as wide as any of two figures, as long as the true one is not known."""

MOST_LINES = 3
"""Lines that a headline should have at most; with more it is as small as it may be."""

MOST_NARROW_LINES = 5

LARGE = 0.85
"""The part of its greatest size at which a headline in few columns is large enough."""


def story_head(desk: Desk, article: Article, *, is_lead: bool, width: Pt) -> Galley:
    """An article's headline block; the first has the largest type, one in few columns the least."""
    is_narrow = width < desk.grid.width
    use = "narrow" if is_narrow else "lead" if is_lead else "headline"
    fit = _fit_narrow if is_narrow else _fit
    headline = fit(desk, article.headline.text, use, width)
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
    headline = _fit(desk, text, "headline", desk.grid.width)
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


def _fit(desk: Desk, text: str, use: str, width: Pt) -> FittedText:
    span, ems = desk.layout.fitted[use], desk.display_ems()
    return fit_text(text, ems=ems, width=width, span=span, most_lines=MOST_LINES)


def _fit_narrow(desk: Desk, text: str, use: str, width: Pt) -> FittedText:
    """In few columns a large size on more lines is better than a small one on few."""
    span, ems = desk.layout.fitted[use], desk.display_ems()
    ways = list(ways_to_fit(text, ems=ems, width=width, span=span, most_lines=MOST_NARROW_LINES))
    large = (way for way in ways if way.size >= LARGE * span.most)
    found = max(ways, key=lambda way: way.size, default=FittedText(size=span.least, width=width))
    return next(large, found)


def _head_galley(article: Article, html: str, *parts: Rich | None) -> Galley:
    return Galley(
        html=html,
        language=article.language,
        path=article.path,
        passages=passages_of(*parts),
        name=article.name,
    )
