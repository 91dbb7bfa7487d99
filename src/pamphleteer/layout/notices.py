"""Notices and advertisements: a text in a frame, or a picture, in a fraction of the page.

A notice is as deep as its fraction, to the point. A text has the largest type with which it fits
there, and stands in the middle; a picture fills its box.
"""

from bisect import bisect_left
from dataclasses import dataclass, replace
from fractions import Fraction

from pamphleteer.issue.model import Article, Notice, PictureFile
from pamphleteer.layout.articles import body_galley
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.figures import image_html
from pamphleteer.layout.fitting import fit_text
from pamphleteer.layout.galley import Galley, NoticeGalley, passages_of
from pamphleteer.layout.spec import Fitted
from pamphleteer.problems import IssueError, Problem, error, warning
from pamphleteer.units import Pt

EDGE = Pt(2.5)
"""Points between the edge of a row and the letters in it, with which a frame is level."""
BORDER = Pt(0.9)
PADDING = Pt(7)
"""Points between a notice's frame and its text, at the least."""
STEP = 0.5
"""Points between the sizes of type that are tried."""
HEADLINE = 3.4
"""A notice's headline is at most so many times as large as its text."""
LEAST_LINE = 10.5
"""The ems of type that a line has room for at the least: some two dozen letters."""
LOSS = 0.08
"""The part of a picture's width or depth that may be cut off so that it fills its box."""
POINTS_PER_MM = 72 / 25.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """What a notice has of the page, in points."""

    width: Pt
    depth: Pt


def notice_rows(desk: Desk, part: Fraction) -> int:
    """The rows of a part of the type area's depth, so that all parts with gaps between fill it."""
    gap = desk.layout.spacing.before_panel
    return int(part * (desk.grid.lines + gap)) - gap


def page_notice(desk: Desk, notice: Notice) -> NoticeGalley:
    """A notice at the foot of a page, in its columns of the grid."""
    shape = desk.layout.notices[notice.size]
    span = min(shape.across, desk.grid.columns)
    rows = notice_rows(desk, shape.depth)
    width = desk.grid.span(desk.grid.columns, span)
    return NoticeGalley(
        text=notice_galley(desk, notice, _box(desk, width, rows)),
        name=notice_name(notice),
        kind=None,
        span=span,
        rows=rows,
    )


def insert_notice(desk: Desk, notice: Notice, *, width: Pt) -> Galley:
    """A notice in an article's columns; where these are wider than the grid's, it is less deep."""
    shape = desk.layout.notices[notice.size]
    wanted = desk.grid.span(desk.grid.columns, min(shape.across, desk.grid.columns))
    rows = round(notice_rows(desk, shape.depth) * min(1.0, wanted / width))
    return notice_galley(desk, notice, _box(desk, width, rows))


def notice_name(notice: Notice) -> str:
    """What a notice is called in explanations."""
    source = notice.picture.image.name if notice.picture else ""
    return f"the notice {source or (notice.article.headline.text if notice.article else '')}"


def notice_galley(desk: Desk, notice: Notice, box: Box) -> Galley:
    """A notice that is exactly as large as its box.

    Raises:
        IssueError: ``notice-too-long``: its text does not fit at the least size.
    """
    if notice.picture:
        return _picture_galley(desk, notice, notice.picture, box)
    if notice.article is None:
        raise ValueError("a notice is a text or a picture")
    return _text_galley(desk, notice, notice.article, box)


def _box(desk: Desk, width: Pt, rows: int) -> Box:
    return Box(width=width, depth=Pt(rows * desk.grid.leading - 2 * EDGE))


def _picture_galley(desk: Desk, notice: Notice, file: PictureFile, box: Box) -> Galley:
    picture = desk.pictures[file.image]
    shape, wanted = picture.width / picture.height, box.width / box.depth
    fills = min(shape, wanted) / max(shape, wanted) >= 1 - LOSS
    size = f"width: {box.width:.4f}pt; height: {box.depth:.4f}pt"
    image = image_html(file, picture, size, fit="cover" if fills else "contain")
    return Galley(
        html=f'<div class="notice-picture" data-line="{file.pos.line}">{image}</div>',
        language=desk.issue.language,
        path=file.pos.path,
        passages=(),
        problems=() if fills else (_misshapen(notice, file, box),),
    )


def _misshapen(notice: Notice, file: PictureFile, box: Box) -> Problem:
    width, depth = (each / POINTS_PER_MM for each in (box.width, box.depth))
    return warning(
        "notice-shape",
        f"{file.image.name} has not the shape of its notice ({notice.size}): a margin stays free",
        hint=f"A picture of {width:.0f} x {depth:.0f} mm fills it.",
        pos=file.pos,
    )


def _text_galley(desk: Desk, notice: Notice, article: Article, box: Box) -> Galley:
    inner = Pt(box.width - 2 * (BORDER + PADDING))
    room = box.depth - 2 * (BORDER + PADDING)
    text = _Text(desk=desk, article=article, body=body_galley(desk, article, inner, is_story=False))
    span = desk.layout.fitted["notice_text"]
    smaller = int((min(span.most, inner / LEAST_LINE) - span.least) / STEP)
    sizes = [Pt(span.least + step * STEP) for step in reversed(range(smaller + 1))]
    size = sizes[bisect_left(sizes, True, hi=smaller, key=lambda at: text.depth(at, inner) <= room)]
    free = room - text.depth(size, inner)
    if free < 0:
        raise IssueError([_too_long(desk, notice, -free)])
    above = free / 2 + PADDING
    frame = f"border-width: {BORDER}pt; padding: {above:.4f}pt {PADDING}pt"
    parts = (article.kicker, article.headline, article.standfirst)
    return replace(
        text.body,
        html=text.html(size, inner, frame=frame),
        passages=(*passages_of(*parts), *text.body.passages, *passages_of(article.byline)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Text:
    """A notice's text, to be tried at sizes in points."""

    desk: Desk
    article: Article
    body: Galley

    def html(self, size: Pt, width: Pt, *, frame: str = "") -> str:
        """The text at a size, in a frame if one is given."""
        span = self.desk.layout.fitted["notice"]
        most = Pt(max(span.least, min(span.most, HEADLINE * size)))
        headline = fit_text(
            self.article.headline.text,
            ems=self.desk.display_ems(),
            width=width,
            span=Fitted(least=span.least, most=most),
            most_lines=4,
        )
        return self.desk.fill(
            "notice.html.j2",
            article=self.article,
            headline=headline,
            body=self.body.html,
            size=size,
            frame=frame,
        )

    def depth(self, size: Pt, width: Pt) -> Pt:
        """How deep it is at a size."""
        return self.desk.gauge.depth(self.html(size, width), width)


def _too_long(desk: Desk, notice: Notice, excess: float) -> Problem:
    lines = -int(-excess // desk.grid.leading)
    size = "a page" if notice.size == "full" else f"{notice.size} page"
    return error(
        "notice-too-long",
        f"the notice does not fit into {size}: {lines} line{'s' * (lines != 1)} too many",
        hint="Give it a larger size, or shorten its text.",
        pos=notice.pos,
    )
