"""Checks of type: fonts, sizes, inks, and whether all of it is to be seen."""

from collections.abc import Iterable, Sequence

from pamphleteer.objects import Rect
from pamphleteer.preflight.view import (
    Fault,
    Found,
    PageView,
    is_empty,
    points,
    quote,
    several,
)
from pamphleteer.problems import Severity
from pamphleteer.reading.content.faces import Face
from pamphleteer.reading.content.marks import Letters, area_of
from pamphleteer.reading.content.tints import PROCESS, total

SLACK = 0.05
"""Points by which type may be smaller than asked for: programs round."""

MUCH_SMALLER = 1.0
"""Points below the smallest size at which it is an error."""

BLACK = 0.85
COLOURED = 0.1
PRESENT = 0.02
RICH_UP_TO = 24.0
"""Points of type up to which black is to be black alone; larger type may be richer."""

CONTRAST = 12
"""Of 255: letters that differ less from what is around them are not to be seen."""

CUT = 0.1
"""The share of a text's box that a clip may take away: the box is larger than the letters."""


def check_embedding(view: PageView) -> Found:
    """All fonts are in the file."""
    for face in _faces(view):
        if not face.embedded:
            found = f"the font {face.family} is not embedded"
            yield Fault(code="font-embedded", found=found, where=_where(view, face))


def check_drawn_fonts(view: PageView) -> Found:
    """Fonts are outlines, not drawings of letters."""
    for face in _faces(view):
        if face.kind == "Type3":
            found = f"the letters of {face.family} are drawn one by one (Type 3)"
            yield Fault(code="font-drawn", found=found, where=_where(view, face))


def check_meanings(view: PageView) -> Found:
    """Text can be searched: its codes mean characters."""
    for face in _faces(view):
        texts = [mark for mark in view.letters if mark.font == face.name]
        unknown = sum(mark.text.count("\ufffd") for mark in texts)
        if unknown and unknown > sum(len(mark.text) for mark in texts) / 2:
            found = f"the text in {face.family} says not which letters it is of"
            yield Fault(code="text-unmapped", found=found, where=_where(view, face))


def check_glyphs(view: PageView) -> Found:
    """The fonts have all letters that are set in them."""
    lacking = [mark for mark in view.letters if mark.missing]
    if lacking:
        count = sum(mark.missing for mark in lacking)
        texts = quote(" ".join(mark.text for mark in lacking))
        fonts = ", ".join(dict.fromkeys(mark.font for mark in lacking))
        found = f"{several(count, 'letter')} that {fonts} does not have, in {texts}"
        yield Fault(
            code="glyph-missing", found=found, where=_around(view, lacking), text=lacking[0].text
        )


def check_size(view: PageView) -> Found:
    """Type is large enough."""
    least = view.profile.text
    small = [mark for mark in view.letters if mark.size < least - SLACK and _is_shown(view, mark)]
    if small:
        smallest = min(small, key=lambda mark: mark.size)
        much = smallest.size < least - MUCH_SMALLER - SLACK
        yield Fault(
            code="text-size",
            found=f"text in {points(smallest.size)}: {quote(smallest.text)}; "
            f"{points(least)} is the smallest",
            where=_around(view, small),
            text=small[0].text,
            severity=Severity.ERROR if much else None,
        )


def check_black(view: PageView) -> Found:
    """Black type is in black ink alone, where there are plates to meet."""
    if view.profile.inks != "press":
        return
    rich = [mark for mark in view.letters if mark.size < RICH_UP_TO and _is_rich(mark)]
    if rich:
        found = f"black text in several inks: {quote(rich[0].text)}"
        yield Fault(
            code="text-rich-black", found=found, where=_around(view, rich), text=rich[0].text
        )


def check_inks(view: PageView) -> Found:
    """Small type is in two inks at the most, where there are plates to meet."""
    if view.profile.inks != "press":
        return
    many = [
        mark
        for mark in view.letters
        if mark.size < view.profile.fine_text and not _is_rich(mark) and _count_inks(mark) > 2
    ]
    if many:
        found = f"small text in {_count_inks(many[0])} inks: {quote(many[0].text)}"
        yield Fault(
            code="text-multi-ink", found=found, where=_around(view, many), text=many[0].text
        )


def check_clipping(view: PageView) -> Found:
    """No frame cuts text off."""
    cut = [mark for mark in view.letters if _is_cut(view, mark)]
    if cut:
        found = f"text that its frame cuts off: {quote(' '.join(mark.text for mark in cut))}"
        yield Fault(
            code="text-clipped", found=found, where=[mark.box for mark in cut], text=cut[0].text
        )


def check_visibility(view: PageView) -> Found:
    """Text can be told from what is around it, in a picture of the page."""
    if not view.is_drawable:
        return
    hidden = [mark for mark in view.letters if not _is_cut(view, mark) and _is_hidden(view, mark)]
    if hidden:
        found = f"text that cannot be seen: {quote(' '.join(mark.text for mark in hidden))}"
        yield Fault(
            code="text-hidden", found=found, where=_around(view, hidden), text=hidden[0].text
        )


def _is_hidden(view: PageView, mark: Letters) -> bool:
    return _is_shown(view, mark) and 0 <= view.raster.contrast(view.place(mark.shown)) < CONTRAST


def _is_cut(view: PageView, mark: Letters) -> bool:
    """Whether its own clip, not the page's edge, takes a part of it away."""
    whole = area_of(mark.box)
    return bool(whole) and area_of(mark.shown) < (1 - CUT) * whole and not _leaves_page(view, mark)


def _leaves_page(view: PageView, mark: Letters) -> bool:
    left, bottom, right, top = view.content.boxes["MediaBox"]
    box = mark.box
    return box[0] < left or box[1] < bottom or box[2] > right or box[3] > top


def _is_shown(view: PageView, mark: Letters) -> bool:
    return not is_empty(view.shown(mark))


def _is_rich(mark: Letters) -> bool:
    inks = dict(mark.tint.inks) if mark.tint else {}
    black = inks.pop("Black", 0.0)
    return (
        black > BLACK and total(tuple((n, s) for n, s in inks.items() if n in PROCESS)) > COLOURED
    )


def _count_inks(mark: Letters) -> int:
    return sum(share > PRESENT for _, share in mark.tint.inks) if mark.tint else 0


def _faces(view: PageView) -> Iterable[Face]:
    """The fonts of text that is to be seen, each once."""
    used = {mark.font for mark in view.letters}
    return {face.name: face for face in view.content.faces.values() if face.name in used}.values()


def _where(view: PageView, face: Face) -> list[Rect]:
    return _around(view, [mark for mark in view.letters if mark.font == face.name])


def _around(view: PageView, marks: Sequence[Letters]) -> list[Rect]:
    boxes = (view.shown(mark) for mark in marks)
    return [box for box in boxes if not is_empty(box)]
