"""Pictures: whole lines deep with caption and space, so that the text below them keeps the grid."""

from dataclasses import dataclass, replace
from html import escape
from typing import Literal

from pamphleteer.images import Picture
from pamphleteer.issue.model import Figure, PictureFile, Placement
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.galley import Slip, passages_of
from pamphleteer.problems import Problem, warning
from pamphleteer.units import Pt

ABOVE = 3 / 12
"""Between the line above and a picture in its column, as a part of the leading."""
BELOW = 5 / 12
"""Between the caption and the line below, in the same measure."""
GAP = Pt(6)
"""Points between the pictures of a group."""
BESIDE = Pt(12)
"""Points between a narrow picture and the caption at its side."""
UNDER = Pt(4)
"""Points between a caption and the picture below it, at a page's foot."""
LEAST_BESIDE = 7
"""How wide a caption must be at least to stand at its picture's side, in leadings."""
LEAST_DEPTH = Pt(6)
"""How deep a picture is at least, in points."""
MOST_TRIALS = 4
"""Widths that are tried for a figure that is too deep: a narrower caption has more lines."""
SLACK = 1.0
POINTS_PER_MM = 72 / 25.4
NONE = Pt(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The room of a figure: its width, the points that stay free in its lines, and the most lines.

    ``margin`` is what it takes of the page's margin, its bleed included, at the top or at the
    ``foot``; ``sides`` is what its caption then keeps clear of the bleed's edges.
    """

    width: Pt
    free: Pt
    lines: int
    margin: Pt = NONE
    sides: Pt = NONE
    foot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """Pictures in rows, as wide as ``width``; each row's pictures are equally deep.

    ``words`` is the depth of a caption below them that is ``wide``; it may stand at their side.
    """

    rows: tuple[tuple[tuple[PictureFile, Picture], ...], ...]
    depths: tuple[float, ...]
    width: float
    words: float
    wide: float
    beside: bool = False

    @property
    def gaps(self) -> float:
        """The gaps between rows."""
        return GAP * (len(self.rows) - 1)


def column_figure(desk: Desk, figure: Figure, measure: Pt) -> Slip:
    """A figure in its column: with the space around it and its caption it makes whole lines."""
    above, below = (part * desk.grid.leading for part in (ABOVE, BELOW))
    room = Room(width=measure, free=Pt(above + below), lines=desk.lines_in_column)
    return _figure(desk, figure, room, style=f"padding: {above:g}pt 0 {below:g}pt")


def float_figure(desk: Desk, figure: Figure, width: Pt) -> Slip:
    """A figure that stands apart from the text; the gap to the text is left free in its lines."""
    gap = desk.layout.spacing.float_gap
    return _figure(desk, figure, Room(width=width, free=gap, lines=desk.grid.lines))


def bleeding_figure(desk: Desk, figure: Figure, *, foot: bool) -> Slip | None:
    """A figure as wide as the bleed that begins at its top edge, or ends at its foot.

    None if it is then deeper than a page.
    """
    grid = desk.grid
    margin = grid.trim.height - grid.y(grid.lines) if foot else grid.top
    room = Room(
        width=grid.bled.width,
        free=desk.layout.spacing.float_gap,
        lines=grid.lines,
        margin=Pt(margin + grid.bleed),
        sides=Pt(max(grid.inner, grid.outer) + grid.bleed),
        foot=foot,
    )
    slip = _figure(desk, replace(figure, placement=Placement()), room)
    return None if slip.problems else slip


def _figure(desk: Desk, figure: Figure, room: Room, *, style: str = "") -> Slip:
    """A figure in its room.

    The pictures' natural depth is rounded so that all makes whole lines; what this takes from
    them, at most half a line, is cut off evenly on both sides, never squeezed.
    """
    form, problems = _fit(desk, figure, room)
    words = 0.0 if form.beside else form.words
    other = words + room.free - room.margin + form.gaps
    lines = round((sum(form.depths) + other) / desk.grid.leading)
    least = desk.grid.rows(Pt(LEAST_DEPTH * len(form.rows) + other))
    lines = min(max(lines, least), room.lines)
    stretch = (lines * desk.grid.leading - other) / sum(form.depths)
    html = _html(desk, figure, form, room, pictures=_pictures(form, stretch), style=style)
    return Slip(html=html, passages=passages_of(figure.caption, figure.credit), problems=problems)


def _html(desk: Desk, figure: Figure, form: _Form, room: Room, **values: str) -> str:
    return desk.fill(
        "figure.html.j2", figure=figure, form=form, room=room, gap=BESIDE, below=UNDER, **values
    )


def _fit(desk: Desk, figure: Figure, room: Room) -> tuple[_Form, tuple[Problem, ...]]:
    """Find the width at which a figure is no deeper than its page."""
    asked = figure.placement.width or room.width
    width = min(asked, room.width)
    problems = [_too_wide(figure, room)] if asked > room.width + SLACK else []
    form = _form(desk, figure, room, width)
    for _ in range(MOST_TRIALS):
        words = 0.0 if form.beside else form.words
        most = room.lines * desk.grid.leading + room.margin - room.free - words - form.gaps
        if sum(form.depths) <= most + desk.grid.leading / 2:
            break
        width = Pt(width * max(most, SLACK) / sum(form.depths))
        form = _form(desk, figure, room, width)
    if width < min(asked, room.width):
        problems.append(_too_deep(figure, width))
    return form, tuple(problems)


def _form(desk: Desk, figure: Figure, room: Room, width: Pt) -> _Form:
    """Pictures at a width, with the caption below them, or at their side if they leave room."""
    pictures = [(each, desk.pictures[each.image]) for each in figure.pictures]
    count = max(1, min(figure.columns, len(pictures)))
    rows = tuple(tuple(pictures[first : first + count]) for first in range(0, len(pictures), count))
    depths: list[float] = []
    for row in rows:
        shape = sum(picture.width / picture.height for _, picture in row)
        depth = (width - GAP * (len(row) - 1)) / shape
        depths.append(min(depth, *depths) if depths and len(row) < count else depth)
    form = _Form(rows=rows, depths=tuple(depths), width=width, words=0.0, wide=room.width)
    if not (figure.caption or figure.credit):
        return form
    side = room.width - width - BESIDE
    least = LEAST_BESIDE * desk.grid.leading
    if side >= least:
        beside = replace(form, wide=side, beside=True)
        words = _words(desk, figure, beside, room)
        if words <= sum(depths) + form.gaps:
            return replace(beside, words=words)
    form = replace(form, wide=width if width >= least else room.width)
    return replace(form, words=_words(desk, figure, form, room))


def _words(desk: Desk, figure: Figure, form: _Form, room: Room) -> float:
    """How deep the caption is."""
    alone = replace(form, beside=False)
    html = _html(desk, figure, alone, room, pictures="", style="")
    return desk.gauge.depth(html, Pt(room.width)) + (UNDER if room.foot else 0)


def _pictures(form: _Form, stretch: float) -> str:
    """All rows of pictures, their depths stretched a little."""
    rows = []
    for index, (row, depth) in enumerate(zip(form.rows, form.depths, strict=True)):
        above = f"margin-top: {GAP}pt; " if index else ""
        wide = [depth * picture.width / picture.height for _, picture in row]
        sizes = [f"width: {each:.4f}pt; height: {depth * stretch:.4f}pt" for each in wide]
        sizes[1:] = [f"{size}; margin-left: {GAP}pt" for size in sizes[1:]]
        images = [image_html(*each, size) for each, size in zip(row, sizes, strict=True)]
        # A line of its own keeps a background where it is: only lines are put into columns.
        is_line = len(row) > 1 or not row[0][0].alt
        kind = "pictures row" if is_line else "pictures"
        width = sum(wide) + GAP * (len(row) - 1)
        style = f"{above}width: {width:.4f}pt"
        rows.append(f'<div class="{kind}" style="{style}">{"".join(images)}</div>')
    return "".join(rows)


def image_html(
    file: PictureFile, picture: Picture, size: str, *, fit: Literal["cover", "contain"] = "cover"
) -> str:
    """A picture; a decorative one is a background, which assistive software passes over."""
    if not file.alt:
        style = f"{size}; background: url({picture.name}) center / {fit} no-repeat"
        return f'<span class="decorative" style="{style}"></span>'
    alt = escape(file.alt)
    return f'<img src="{picture.name}" alt="{alt}" style="{size}; object-fit: {fit}">'


def _too_wide(figure: Figure, room: Room) -> Problem:
    asked, there = ((each or room.width) / POINTS_PER_MM for each in (figure.placement.width, None))
    return warning(
        "figure-scaled",
        f"the picture is to be {asked:.0f} mm wide, and has room for {there:.0f} mm: "
        "it is made as wide as that",
        hint="Let it stand across more columns: {span=2}.",
        pos=figure.pos,
    )


def _too_deep(figure: Figure, width: Pt) -> Problem:
    return warning(
        "figure-scaled",
        f"the picture is deeper than a page: it is made {width / POINTS_PER_MM:.0f} mm wide",
        hint="Crop it, or give it a width of your own: {width=60mm}.",
        pos=figure.pos,
    )
