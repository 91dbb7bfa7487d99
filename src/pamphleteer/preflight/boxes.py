"""Checks of a page's boxes, and of what reaches its edges (ISO 32000-2, 14.11.2)."""

from pamphleteer.objects import Rect
from pamphleteer.preflight.view import (
    Fault,
    Found,
    PageView,
    holds,
    inner,
    is_empty,
    millimetres,
    quote,
    several,
)
from pamphleteer.reading.content.marks import Area, Letters, Mark, Placed, Shade
from pamphleteer.reading.content.paths import grow
from pamphleteer.reading.drawings import intersect

SLACK = 0.1
"""Points by which boxes and edges may differ from what is asked for."""

TOUCHING = 0.75
"""Points from the trim within which a colour is meant to reach it."""


def check_trim(view: PageView) -> Found:
    """A page that is cut has a TrimBox."""
    if view.profile.pdfx and "TrimBox" not in view.content.written:
        yield Fault(code="trim-missing", found="the page has no TrimBox")


def check_nesting(view: PageView) -> Found:
    """The trim lies in the bleed, and the bleed in the medium."""
    boxes = view.content.boxes
    for inside, outside in (("TrimBox", "BleedBox"), ("BleedBox", "MediaBox")):
        if inside in view.content.written and not holds(boxes[outside], boxes[inside], SLACK):
            found = f"the {inside} reaches out of the {outside}"
            yield Fault(code="box-nesting", found=found, where=[boxes[inside]])


def check_bleed(view: PageView) -> Found:
    """The bleed is as wide as the profile asks."""
    wanted, trim = view.profile.bleed, view.content.trim
    bleed = view.content.boxes["BleedBox"]
    sides = (trim[0] - bleed[0], trim[1] - bleed[1], bleed[2] - trim[2], bleed[3] - trim[3])
    got = max(0.0, min(sides))
    untold = view.profile.pdfx and "TrimBox" not in view.content.written
    if not view.imposed and not untold and got < wanted - SLACK:
        found = f"the bleed is {millimetres(got)} wide; {millimetres(wanted)} is asked for"
        yield Fault(code="bleed-missing", found=found, where=[trim])


def check_bleeding(view: PageView) -> Found:
    """What touches the trim goes on to the edge of the bleed."""
    bleed, trim = view.profile.bleed, view.content.trim
    if not bleed or view.imposed:
        return
    short = [
        view.shown(mark)
        for mark in (*view.areas, *view.pictures, *view.shades)
        if not _is_paper(mark) and _stops_short(view.shown(mark), trim, bleed)
    ]
    if short:
        number = several(len(short), "colour or picture", "colours or pictures")
        found = f"{number} ending at the cut, without bleed"
        yield Fault(code="bleed-short", found=found, where=short)


def _stops_short(rect: Rect, trim: Rect, bleed: float) -> bool:
    """Whether it reaches any edge of the trim, but not through the bleed there."""
    if is_empty(intersect(rect, trim)):
        return False
    over = (trim[0] - rect[0], trim[1] - rect[1], rect[2] - trim[2], rect[3] - trim[3])
    return any(-TOUCHING <= reach < bleed - 2 * SLACK - TOUCHING for reach in over)


def check_turn(view: PageView) -> Found:
    """The page is neither turned nor scaled by a key of its own."""
    if view.content.turn:
        yield Fault(code="page-turned", found=f"the page is turned by {view.content.turn}°")
    if view.content.unit != 1:
        found = f"a unit of the page is {view.content.unit:g} points (UserUnit)"
        yield Fault(code="page-unit", found=found)


def check_blank(view: PageView) -> Found:
    """Something is on the page."""
    whole = not view.content.unread and not view.content.damaged
    if whole and not any(not is_empty(view.shown(m)) for m in _seen(view)):
        yield Fault(code="page-blank", found="the page is blank")


def check_fullness(view: PageView) -> Found:
    """All of the page could be read."""
    if view.content.damaged:
        found = f"{several(view.content.damaged, 'part')} of the page's content cannot be unpacked"
        yield Fault(code="page-damaged", found=found)
    if view.content.unread:
        found = (
            "the page draws more than is read, half a million things or forms in forms without end"
        )
        yield Fault(code="page-too-full", found=found)


def check_trimmed_text(view: PageView) -> Found:
    """No letter lies on the cut, or in the bleed; what lies out of both is the printer's own."""
    outer = grow(view.content.trim, max(view.profile.bleed, SLACK))
    cut = [
        mark
        for mark in view.letters
        if not is_empty(intersect(view.shown(mark), outer))
        and not holds(view.trim_at(mark.box), view.shown(mark), SLACK)
        and not _is_paper(mark)
    ]
    yield from _text_faults("text-trimmed", "out of the trim", view, cut)


def check_safe_area(view: PageView) -> Found:
    """Text keeps clear of the trim, or of the fold and the cut around a page of a sheet."""
    safe = view.profile.safe
    near = [
        mark
        for mark in view.letters
        if not is_empty(view.shown(mark))
        and holds(view.trim_at(mark.box), view.shown(mark), SLACK)
        and not holds(inner(view.trim_at(mark.box), safe), view.shown(mark), SLACK)
        and not _is_paper(mark)
    ]
    yield from _text_faults("safe-area", f"within {millimetres(safe)} of the trim", view, near)


def _text_faults(code: str, where: str, view: PageView, marks: list[Letters]) -> Found:
    if marks:
        found = f"text {where}: {quote(' '.join(mark.text for mark in marks))}"
        yield Fault(
            code=code, found=found, where=[view.shown(m) for m in marks], text=marks[0].text
        )


def check_edge(view: PageView) -> Found:
    """Ink keeps clear of the sheet's edge, where the machine does not print."""
    edge, media = view.profile.edge, view.content.boxes["MediaBox"]
    if not edge:
        return
    near = [
        view.shown(mark)
        for mark in _seen(view)
        if not is_empty(view.shown(mark)) and not holds(inner(media, edge), view.shown(mark), SLACK)
    ]
    if near:
        found = f"{several(len(near), 'thing')} within {millimetres(edge)} of the sheet's edge"
        yield Fault(code="edge-ink", found=found, where=near)


def check_sheet_marks(view: PageView) -> Found:
    """On an imposed side, nothing but pages is in the pages' places."""
    cells = view.content.cells
    strange = [
        view.shown(mark)
        for mark in _seen(view)
        if cells
        and not any(holds(cell, mark.clip, SLACK) for cell in cells)
        and any(not is_empty(intersect(inner(cell, SLACK), mark.shown)) for cell in cells)
    ]
    if strange:
        found = f"{several(len(strange), 'mark')} of the sheet's own stand on its pages"
        yield Fault(code="sheet-mark", found=found, where=strange)


def _seen(view: PageView) -> list[Mark]:
    """All that leaves ink."""
    marks: tuple[Mark, ...] = (
        *view.letters, *view.lines, *view.areas, *view.pictures, *view.shades
    )  # fmt: skip
    return [mark for mark in marks if not _is_paper(mark)]


def _is_paper(mark: Mark) -> bool:
    return (
        mark.tint is not None
        and mark.tint.is_paper
        and isinstance(mark, Area | Letters | Placed | Shade)
    )
