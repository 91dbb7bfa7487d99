"""A photo cover: page one is a picture, with the masthead and a few lines over it."""

from dataclasses import dataclass

from pamphleteer import images
from pamphleteer.images import Picture
from pamphleteer.issue.model import CoverItem, Issue
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.figures import image_html
from pamphleteer.layout.fitting import fit_text
from pamphleteer.layout.galley import Galley, passages_of
from pamphleteer.layout.grid import Grid
from pamphleteer.layout.panels import CoverPlace
from pamphleteer.layout.standing import masthead_galley
from pamphleteer.problems import IssueError, error
from pamphleteer.units import Box, Pt

MOST_LINES = 4
CLEAR = Pt(10)
"""Points between letters and the edge of their dark ground."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverGalleys:
    """A cover's picture, and the lines over its foot, if there are any."""

    picture: Galley
    lines: Galley | None
    place: CoverPlace


def cover_of(issue: Issue) -> CoverItem | None:
    """The issue's cover, if it has one."""
    return next((item for item in issue.items if isinstance(item, CoverItem)), None)


def cover_galleys(desk: Desk, item: CoverItem) -> CoverGalleys:
    """The galleys of a cover, with its picture as it was shaded."""
    place = cover_place(desk)
    box, picture = place.picture, desk.cover or desk.pictures[item.picture.image]
    size = f"width: {box.width:.4f}pt; height: {box.height:.4f}pt"
    image = image_html(item.picture, picture, size)
    galley = Galley(
        html=f'<div class="cover-picture" data-line="{item.picture.pos.line}">{image}</div>',
        language=desk.issue.language,
        path=item.picture.pos.path,
        passages=(),
    )
    return CoverGalleys(picture=galley, lines=_lines(desk, item, place.width), place=place)


def shaded_cover(desk: Desk, item: CoverItem) -> Picture:
    """The cover's picture in the shape of its box, dark where letters stand on it.

    Raises:
        IssueError: ``drawn-cover``: it is a drawing, which cannot be made darker in places.
    """
    if desk.pictures[item.picture.image].is_drawing:
        message = f'"{item.picture.image.name}" is a drawing; a cover is a photograph'
        hint = "Export it as PNG, 300 pixels to the inch."
        raise IssueError([error("drawn-cover", message, hint=hint, pos=item.picture.pos)])
    place = cover_place(desk)
    box, lines = place.picture, _lines(desk, item, place.width)
    masthead = masthead_galley(desk, width=place.width, over=True)
    head = place.top - box.y + desk.gauge.depth(masthead.html, place.width) + CLEAR
    foot = 0.0
    if lines:
        depth = desk.gauge.depth(lines.html, place.width)
        foot = box.y + box.height - place.foot + depth + CLEAR
    return images.shade_picture(
        desk.pictures[item.picture.image],
        shape=box.width / box.height,
        head=min(1.0, head / box.height),
        foot=min(1.0, foot / box.height),
    )


def cover_place(desk: Desk) -> CoverPlace:
    """Where the layout has its covers."""
    grid, spacing = desk.grid, desk.layout.spacing
    bleeds = desk.layout.cover == "trim"
    inset = Pt(0) if bleeds else spacing.inset
    box = _trim(grid) if bleeds else _type_area(grid, spacing.masthead_rise)
    return CoverPlace(
        picture=box,
        left=Pt(grid.left(1) + inset),
        width=Pt(grid.width - 2 * inset),
        top=Pt(grid.y(-spacing.masthead_rise) + inset),
        foot=Pt(grid.y(grid.lines) - inset),
    )


def _trim(grid: Grid) -> Box:
    size, corner = grid.bled, Pt(-grid.bleed)
    return Box(x=corner, y=corner, width=size.width, height=size.height)


def _type_area(grid: Grid, rise: int) -> Box:
    height = Pt((grid.lines + rise) * grid.leading)
    return Box(x=grid.left(1), y=grid.y(-rise), width=grid.width, height=height)


def _lines(desk: Desk, item: CoverItem, width: Pt) -> Galley | None:
    parts = passages_of(item.headline, item.standfirst, item.credit)
    if not parts:
        return None
    headline = item.headline and fit_text(
        item.headline.text,
        ems=desk.display_ems(),
        width=width,
        span=desk.layout.fitted["cover"],
        most_lines=MOST_LINES,
    )
    return Galley(
        html=desk.fill("cover.html.j2", cover=item, headline=headline),
        language=desk.issue.language,
        path=item.pos.path,
        passages=parts,
        exact=True,
    )
