"""Galleys of what stands apart from the text: figures, tables, pull quotes, sidebars, banners."""

from dataclasses import replace
from pathlib import Path
from textwrap import shorten

from pamphleteer.issue.model import (
    Article,
    Aside,
    BannerItem,
    Block,
    ContentsItem,
    Figure,
    NoticeItem,
)
from pamphleteer.layout.articles import body_galley
from pamphleteer.layout.asides import body_of
from pamphleteer.layout.contents import narrow_contents
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.figures import bleeding_figure, float_figure
from pamphleteer.layout.galley import FloatGalleys, Galley, Passage, Slip, passages_of
from pamphleteer.layout.inserts import Insert
from pamphleteer.layout.notices import insert_notice, notice_name
from pamphleteer.layout.parts import Matter, Stand
from pamphleteer.layout.standing import banner_galleys
from pamphleteer.problems import Problem, warning
from pamphleteer.units import Pt

LEAST_MEASURE = Pt(72)
"""How wide the columns of a sidebar must be at least: in less, words have no room."""

KNOWN_BY = 40
"""Letters by which something is called in an explanation."""


def float_galleys(
    desk: Desk, article: Article, matter: Matter, stand: Stand, *, width: Pt
) -> FloatGalleys:
    """The galleys of one thing that stands apart, as wide as it is to be.

    Args:
        desk: The desk.
        article: The article in which it was written.
        matter: What it is.
        stand: How it stands.
        width: The width of the columns that it stands across, in points.
    """
    match matter:
        case Figure():
            return _figure(desk, article, matter, stand, width=width)
        case Block():
            return _table(article, matter, stand)
        case Insert():
            return _insert(desk, matter, stand, width)
        case Aside(kind="pull-quote"):
            return _quote(desk, article, matter, stand)
        case _:
            return _sidebar(desk, article, matter, stand, width=width)


def _figure(
    desk: Desk, article: Article, figure: Figure, stand: Stand, *, width: Pt
) -> FloatGalleys:
    slip = None
    if stand.bleed:
        slip = bleeding_figure(desk, figure, foot=stand.place in ("foot", "column-foot"))
    if slip is None:
        told = (_cannot_bleed(figure),) if figure.placement.span == "bleed" else ()
        slip, stand = float_figure(desk, figure, width), replace(stand, bleed=False)
        slip = replace(slip, problems=(*told, *slip.problems))
    return FloatGalleys(
        name=f"the picture {figure.image.name}",
        text=_galley(article, slip),
        stand=stand,
        pos=figure.pos,
    )


def _cannot_bleed(figure: Figure) -> Problem:
    """It would be deeper than a page, or has no text, or its article stands beside another."""
    return warning(
        "figure-scaled",
        "the picture cannot run off the page here: it stands within the margins",
        hint="Write {span=page}; or crop it, if it is deep.",
        pos=figure.pos,
    )


def _table(article: Article, table: Block, stand: Stand) -> FloatGalleys:
    slip = Slip(
        html=f'<div class="body apart">{table.html}</div>',
        passages=(Passage(text=table.text, pos=table.pos),),
    )
    return FloatGalleys(
        name=f"the table in line {table.pos.line} of {Path(table.pos.path).name}",
        text=_galley(article, slip),
        stand=stand,
        pos=table.pos,
        on_grid=True,
    )


def _banner(desk: Desk, banner: BannerItem, stand: Stand, width: Pt) -> FloatGalleys:
    inner = Pt(width - 2 * desk.layout.spacing.inset)
    return FloatGalleys(
        name=f'the banner "{banner.text.text}"',
        text=banner_galleys(desk, banner.text, width=inner).sizes[0],
        stand=stand,
        pos=banner.pos,
        panel="banner",
    )


def _insert(desk: Desk, insert: Insert, stand: Stand, width: Pt) -> FloatGalleys:
    match insert.item:
        case BannerItem():
            return _banner(desk, insert.item, stand, width)
        case ContentsItem():
            name, text = "the list of contents", narrow_contents(desk, insert.item)
        case NoticeItem(notice=notice):
            name, text = notice_name(notice), insert_notice(desk, notice, width=width)
    return FloatGalleys(name=name, text=text, stand=stand, pos=insert.pos)


def _quote(desk: Desk, article: Article, quote: Aside, stand: Stand) -> FloatGalleys:
    words = [
        Passage(text=part.text, pos=part.pos) for part in quote.body if isinstance(part, Block)
    ]
    slip = Slip(
        html=desk.fill("quote-apart.html.j2", aside=quote),
        passages=(*words, *passages_of(quote.by)),
    )
    return FloatGalleys(
        name=f"the pull quote {_known_by(quote)}",
        text=_galley(article, slip),
        stand=stand,
        pos=quote.pos,
    )


def _known_by(aside: Aside) -> str:
    """The title of an aside, or else how it begins."""
    texts = (part.text for part in aside.body if isinstance(part, Block))
    words = aside.title.text if aside.title else next(texts, "")
    if not words:
        return f"in line {aside.pos.line}"
    return f'"{shorten(words, KNOWN_BY, placeholder=" …")}"'


def _sidebar(
    desk: Desk, article: Article, aside: Aside, stand: Stand, *, width: Pt
) -> FloatGalleys:
    """A sidebar or a notice: its title across, its text in columns of its own."""
    inner = Pt(width - 2 * desk.layout.spacing.inset)
    columns, problems = _inner_columns(desk, aside, inner)
    body = body_galley(
        desk,
        replace(article, body=body_of(aside)),
        desk.grid.measure_in(inner, columns),
        is_story=False,
    )
    html = f'<div class="body-apart">{body.html}</div>'
    body = replace(body, html=html, problems=(*problems, *body.problems))
    head = None
    if aside.title:
        html = desk.fill("head-apart.html.j2", aside=aside)
        head = _galley(article, Slip(html=html, passages=passages_of(aside.title)))
    return FloatGalleys(
        name=f"the {aside.kind} {_known_by(aside)}",
        text=body,
        stand=stand,
        pos=aside.pos,
        on_grid=True,
        panel="sidebar" if aside.kind == "sidebar" else "announcement",
        head=head,
        columns=columns,
    )


def _inner_columns(desk: Desk, aside: Aside, width: Pt) -> tuple[int, tuple[Problem, ...]]:
    """The columns of a sidebar: as many as were asked for, if they are wide enough."""
    columns = aside.columns
    while columns > 1 and desk.grid.measure_in(width, columns) < LEAST_MEASURE:
        columns -= 1
    if columns == aside.columns:
        return columns, ()
    told = warning(
        "too-narrow",
        f"the {aside.kind} is too narrow for {aside.columns} columns: it has {columns}",
        hint="Give it fewer columns, or let it stand across more of the page's.",
        pos=aside.pos,
    )
    return columns, (told,)


def _galley(article: Article, slip: Slip) -> Galley:
    return Galley(
        html=slip.html,
        language=article.language,
        path=article.path,
        passages=slip.passages,
        exact=True,
        problems=slip.problems,
    )
