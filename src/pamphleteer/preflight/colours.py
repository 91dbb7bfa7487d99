"""Checks of colours and inks."""

from collections.abc import Callable, Sequence

from pamphleteer.objects import Rect
from pamphleteer.preflight.view import (
    Fault,
    Found,
    PageView,
    is_empty,
    quote,
    several,
)
from pamphleteer.reading.content.marks import (
    Area,
    Letters,
    Line,
    Mark,
    Placed,
    Shade,
    space_of,
)
from pamphleteer.reading.content.tints import Space, total
from pamphleteer.reading.drawings import intersect
from pamphleteer.units import MM_PER_PT

PERCENT = 100.0
SLACK = 0.5
"""Per cent by which inks may be over a limit."""

LARGE = 18.0
"""Points of type from which on its strokes are areas."""

KINDS: tuple[tuple[type[Mark], str, str], ...] = (
    (Letters, "text", "texts"),
    (Line, "line", "lines"),
    (Area, "area", "areas"),
    (Shade, "gradient", "gradients"),
    (Placed, "picture", "pictures"),
)


def check_rgb(view: PageView) -> Found:
    """On a press, nothing is in the colours of screens: neither pictures nor anything else."""
    if view.profile.inks == "press":
        yield from _tell(view, "image-rgb", _is_rgb, "in RGB", pictures=True)
        yield from _tell(view, "colour-rgb", _is_rgb, "in RGB", pictures=False)


def check_lab(view: PageView) -> Found:
    """Nothing is in Lab."""
    if view.profile.inks == "press":
        yield from _tell(view, "colour-lab", lambda space: space.kind == "lab", "in Lab")


def check_grey(view: PageView) -> Found:
    """A drum's file is in grey alone."""
    if view.profile.inks == "grey":
        yield from _tell(view, "colour-not-grey", _is_coloured, "in colours, not in grey")


def check_registration(view: PageView) -> Found:
    """Within the trim nothing is on all plates."""
    marks = [
        mark
        for mark in _coloured(view)
        if space_of(mark).names == ("All",)
        and not is_empty(intersect(view.shown(mark), view.content.trim))
    ]
    if marks:
        found = f"{_count(marks)} in the colour of registration marks"
        yield Fault(code="colour-registration", found=found, where=_around(view, marks))


def check_shadings(view: PageView) -> Found:
    """Gradients have as many values as their colours have inks."""
    broken = [mark for mark in view.shades if mark.broken]
    if broken:
        found = f"{several(len(broken), 'gradient')} with the wrong number of values"
        yield Fault(code="shading-broken", found=found, where=_around(view, broken))


def check_white_overprint(view: PageView) -> Found:
    """Nothing that is white overprints."""
    marks = [
        mark
        for mark in (*view.letters, *view.areas)
        if mark.overprint and mark.tint and mark.tint.inks and mark.tint.is_paper
    ]
    if marks and view.profile.inks == "press":
        found = f"{_count(marks)} in white that overprints"
        yield Fault(code="white-overprint", found=found, where=_around(view, marks))


def check_transparency(view: PageView) -> Found:
    """Transparency is told, where a press has to cope with it."""
    kinds = sorted(view.content.transparent)
    if kinds and view.profile.inks == "press":
        yield Fault(code="transparency", found=f"transparent: {', '.join(kinds)}")


def check_ink_total(view: PageView) -> Found:
    """Nowhere do all inks together come to more than the paper takes."""
    limit = view.profile.ink_total
    if limit is None:
        return
    heavy = [mark for mark in view.letters if _is_heavy(mark, limit / PERCENT)]
    if heavy:
        share = max(total(mark.tint.inks) for mark in heavy if mark.tint)
        found = f"large text in {share * PERCENT:.0f} % ink; {limit:.0f} % is the most"
        yield Fault(code="ink-total", found=found, where=_around(view, heavy), text=heavy[0].text)
    heaviest = view.plates.heaviest()
    if heaviest is not None and heaviest[0] * PERCENT > limit + 2 * SLACK:
        share, where = heaviest
        found = f"{share * PERCENT:.0f} % ink in one place; {limit:.0f} % is the most"
        yield Fault(code="ink-total", found=found, where=[where])


def _is_heavy(mark: Letters, limit: float) -> bool:
    """Whether its strokes are so thick that their ink counts, of which plates know too little."""
    return mark.size > LARGE and mark.tint is not None and total(mark.tint.inks) > limit + 0.01


def check_solids(view: PageView) -> Found:
    """No large area is printed almost solid."""
    profile = view.profile
    if profile.solid is None:
        return
    for ink, area, where in view.plates.solids(profile.solid / PERCENT):
        if area > profile.solid_area:
            size = area * (MM_PER_PT / 10) ** 2
            found = f"{size:.0f} cm² of {ink} above {profile.solid:.0f} %"
            yield Fault(code="ink-solid", found=found, where=[where])


def _tell(
    view: PageView,
    code: str,
    has: Callable[[Space], bool],
    how: str,
    *,
    pictures: bool | None = None,
) -> Found:
    marks = [
        mark
        for mark in _coloured(view)
        if has(space_of(mark)) and pictures in (None, isinstance(mark, Placed))
    ]
    if marks:
        text = next((f", such as {quote(m.text)}" for m in marks if isinstance(m, Letters)), "")
        found = f"{_count(marks)} {how}{text}"
        yield Fault(code=code, found=found, where=_around(view, marks))


def _coloured(view: PageView) -> list[Mark]:
    """All that is to be seen, in the order of kinds; thin fills are told as areas."""
    lines = [line for line in view.lines if line.stroked]
    marks: tuple[Mark, ...] = (*view.letters, *lines, *view.areas, *view.shades, *view.pictures)
    return [mark for mark in marks if not is_empty(view.shown(mark))]


def _is_rgb(space: Space) -> bool:
    return space.kind == "rgb"


def _is_coloured(space: Space) -> bool:
    return space.kind in ("rgb", "cmyk", "lab", "spot")


def _count(marks: Sequence[Mark]) -> str:
    """Marks by their kinds: ``3 texts, 1 area``."""
    counts = ((sum(isinstance(m, kind) for m in marks), one, more) for kind, one, more in KINDS)
    return ", ".join(several(count, one, more) for count, one, more in counts if count)


def _around(view: PageView, marks: Sequence[Mark]) -> list[Rect]:
    return [view.shown(mark) for mark in marks]
