"""Pictures in a column: whole lines deep, so that the text below them keeps the grid."""

from collections.abc import Callable
from html import escape

from pamphleteer.images import Picture
from pamphleteer.issue.model import Figure
from pamphleteer.layout.grid import Grid
from pamphleteer.units import Pt

ABOVE = Pt(3)
"""Points between the line above and the picture."""
BELOW = Pt(5)
"""Points between the caption and the line below."""


def figure_html(
    figure: Figure,
    picture: Picture,
    grid: Grid,
    *,
    measure: Pt,
    measure_depth: Callable[[str, Pt], Pt],
) -> str:
    """The HTML of a picture with its caption and credit, as wide as the measure.

    The picture's natural depth is rounded so that picture, caption and the space around them make
    whole lines; what this takes from the picture, at most half a line, is cut off evenly above and
    below, never squeezed.
    """
    caption = _caption(figure)
    words = measure_depth(f"<figure>{caption}</figure>", measure) if caption else Pt(0)
    natural = measure * picture.height / picture.width
    rows = round((natural + words + ABOVE + BELOW) / grid.leading)
    rows = min(max(rows, 2), grid.lines)
    depth = rows * grid.leading - words - ABOVE - BELOW
    size = f"width: {measure:.4f}pt; height: {depth:.4f}pt"
    space = f"padding: {ABOVE}pt 0 {BELOW}pt"
    return (
        f'<figure data-line="{figure.pos.line}" style="{space}">'
        f"{_image(figure, picture, size)}{caption}</figure>"
    )


def _image(figure: Figure, picture: Picture, size: str) -> str:
    """The picture; a decorative one is a background, which assistive software passes over."""
    if not figure.alt:
        style = f"{size}; background: url({picture.name}) center / cover no-repeat"
        return f'<div class="decorative" style="{style}"></div>'
    alt = escape(figure.alt)
    return f'<img src="{picture.name}" alt="{alt}" style="{size}; object-fit: cover">'


def _caption(figure: Figure) -> str:
    parts = [part.html for part in (figure.caption,) if part]
    if figure.credit:
        parts.append(f'<span class="credit">{figure.credit.html}</span>')
    line = f'data-line="{figure.pos.line}"'
    return f"<figcaption {line}>{' '.join(parts)}</figcaption>" if parts else ""
