"""Checks of pictures at the size at which they are placed."""

from pamphleteer.preflight.model import PictureFacts
from pamphleteer.preflight.view import Fault, Found, PageView, is_empty, millimetres
from pamphleteer.problems import Severity
from pamphleteer.reading.content.marks import Placed
from pamphleteer.units import Pt, Size

ASPECT = 0.05
"""How much the resolutions across and up may differ."""

HEAVY = 2.5
"""Times the good resolution above which detail is wasted."""

CAPTION = 24.0
"""Points below a picture in which its caption begins."""

TINY = 9.0
"""Points: what is smaller both ways is an ornament or a bullet, whose sharpness nobody sees."""


def check_resolution(view: PageView) -> Found:
    """Pictures have pixels enough; told in the width up to which they are sharp."""
    profile = view.profile
    for picture in _tonal(view):
        ppi = min(picture.resolutions)
        if ppi and ppi < profile.ppi_good - 0.5:
            yield Fault(
                code="image-ppi",
                found=f"{_describe(picture)}: sharp up to "
                f"{millimetres(picture.width * ppi / profile.ppi_good)} wide; placed at "
                f"{millimetres(picture.width)} ({ppi:.0f} ppi)",
                where=[view.shown(picture)],
                text=_caption(view, picture),
                severity=Severity.ERROR if ppi < profile.ppi_least - 0.5 else None,
            )


def check_line_art(view: PageView) -> Found:
    """Pictures in pure black and white are finer, since they have no greys to smooth them."""
    wanted = view.profile.ppi_line_art
    for picture in _seen(view):
        ppi = min(picture.resolutions)
        if _is_drawing(view, picture) and 0 < ppi < wanted - 0.5:
            width = millimetres(picture.width * ppi / wanted)
            yield Fault(
                code="image-line-art",
                found=f"{_describe(picture)}, black and white: sharp up to {width} wide; placed at "
                f"{millimetres(picture.width)} ({ppi:.0f} ppi)",
                where=[view.shown(picture)],
            )


def check_weight(view: PageView) -> Found:
    """Pictures have not many times the detail that is printed."""
    most = HEAVY * view.profile.ppi_good
    for picture in _tonal(view):
        ppi = min(picture.resolutions)
        if ppi > max(most, 600):
            found = f"{_describe(picture)} has {ppi:.0f} ppi; {view.profile.ppi_good:.0f} is enough"
            yield Fault(code="image-heavy", found=found, where=[view.shown(picture)])


def check_aspect(view: PageView) -> Found:
    """Pictures have their own proportions."""
    for picture in _tonal(view):
        across, up = picture.resolutions
        if across and up and abs(across - up) > ASPECT * max(across, up):
            squeezed = "squeezed" if across > up else "stretched"
            share = 100 * (max(across, up) / min(across, up) - 1)
            found = f"{_describe(picture)} is {squeezed} sideways by {share:.0f} %"
            yield Fault(code="image-aspect", found=found, where=[view.shown(picture)])


def check_depth(view: PageView) -> Found:
    """Pictures have eight bits a colour at the most."""
    for picture in _seen(view):
        if picture.bits > 8:
            found = f"{_describe(picture)} has {picture.bits} bits a colour"
            yield Fault(code="image-deep", found=found, where=[view.shown(picture)])


def check_data(view: PageView) -> Found:
    """Pictures are whole: all their data is there and can be decoded."""
    for picture in _seen(view):
        fault = view.samples.fault(picture)
        if fault:
            found = f"{_describe(picture)}: {fault}"
            yield Fault(code="image-data", found=found, where=[view.shown(picture)])


def picture_facts(view: PageView) -> tuple[PictureFacts, ...]:
    """All pictures of a page."""
    return tuple(
        PictureFacts(
            name=picture.name,
            columns=picture.columns,
            rows=picture.rows,
            placed=Size(width=Pt(picture.width), height=Pt(picture.height)),
            ppi=min(picture.resolutions),
            colours=str(picture.space),
            bits=picture.bits,
            wanted=_wanted_ppi(view, picture),
            place=view.place(view.shown(picture)),
        )
        for picture in _seen(view)
    )


def _wanted_ppi(view: PageView, picture: Placed) -> float | None:
    """What the profile asks of a picture; None where nobody sees how sharp it is."""
    if _is_drawing(view, picture):
        return view.profile.ppi_line_art
    return view.profile.ppi_good if _is_tonal(view, picture) else None


def _seen(view: PageView) -> list[Placed]:
    return [picture for picture in view.pictures if not is_empty(view.shown(picture))]


def _tonal(view: PageView) -> list[Placed]:
    return [picture for picture in _seen(view) if _is_tonal(view, picture)]


def _is_tonal(view: PageView, picture: Placed) -> bool:
    """Photographs and the like: neither black and white, nor codes, ornaments or flat colours."""
    return (
        not _is_code(view, picture)
        and not (picture.bits == 1 and _is_plain(picture))
        and max(picture.width, picture.height) > TINY
        and min(picture.columns, picture.rows) > 1
    )


def _is_drawing(view: PageView, picture: Placed) -> bool:
    """Whether it is line art in pure black and white, and no code."""
    return picture.bits == 1 and _is_plain(picture) and not _is_code(view, picture)


def _is_code(view: PageView, picture: Placed) -> bool:
    """Whether it is a QR code that can be read: its modules may be as few pixels as they like."""
    place = view.place(view.shown(picture))
    return any(
        place.x <= code.place.x + code.place.width / 2 <= place.x + place.width
        and place.y <= code.place.y + code.place.height / 2 <= place.y + place.height
        and code.side > place.width / 2
        for code in view.codes
        if code.text is not None
    )


def _is_plain(picture: Placed) -> bool:
    return picture.stencil or picture.space.kind == "grey"


def _caption(view: PageView, picture: Placed) -> str:
    """The line below a picture, by which its place in the source is known."""
    left, bottom, right, _ = view.shown(picture)
    below = [
        mark
        for mark in view.letters
        if bottom - CAPTION <= mark.box[3] <= bottom
        and left <= mark.box[2]
        and mark.box[0] <= right
    ]
    return max(below, key=lambda mark: mark.box[3]).text if below else ""


def _describe(picture: Placed) -> str:
    return f"a picture of {picture.columns} × {picture.rows} pixels"
