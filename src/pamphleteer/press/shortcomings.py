"""What sheets cannot show as it was asked for: marks without room, crossovers with a gap."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pamphleteer.imposition.laying import find_gaps
from pamphleteer.imposition.marks import mark_sides
from pamphleteer.imposition.paper import turn_for
from pamphleteer.imposition.placing import Bed, Setting, make_bed
from pamphleteer.imposition.plan import Plan
from pamphleteer.objects import Document
from pamphleteer.press.forms import measure, measure_bleed
from pamphleteer.problems import Problem, warning
from pamphleteer.units import MM_PER_PT, Size


@dataclass(frozen=True, slots=True, kw_only=True)
class _Laid:
    """Pages on their sheets: the plan is turned as the printer turns paper."""

    plan: Plan
    bed: Bed
    sizes: dict[int, Size]
    bleed: float


def find_shortcomings(source: Document, plan: Plan, setting: Setting) -> Iterator[Problem]:
    """Find what `impose_pdf` cannot do as it was asked to; warnings without a place.

    Args:
        source: The pages in reading order.
        plan: What stands where.
        setting: As for the sheets.
    """
    laid = _lay(source, plan, setting)
    yield from _left_out(laid, setting)
    yield from _gaps(laid)


def _lay(source: Document, plan: Plan, setting: Setting) -> _Laid:
    pages = source.pages
    sizes = {number: measure(page) for number, page in enumerate(pages, start=1)}
    bed = make_bed(plan, sizes, setting)
    turned, _ = turn_for(plan, setting.flip, bed.sheet)
    bleed = max((max(measure_bleed(page)) for page in pages), default=0.0) * bed.scale
    return _Laid(plan=turned, bed=bed, sizes=sizes, bleed=bleed)


def _left_out(laid: _Laid, setting: Setting) -> Iterator[Problem]:
    """Marks that have no room, all of them or some."""
    if not setting.marks:
        return
    sides = mark_sides(laid.plan, laid.bed, setting.marks, slug=setting.slug, bleed=laid.bleed)
    if names := tuple(dict.fromkeys(name for side in sides for name in side.left_out)):
        message = f"no room for these marks, or for some of them: {', '.join(names)}"
        hint = "Print on larger paper, or leave them out."
        yield warning("marks-left-out", message, hint=hint)


def _gaps(laid: _Laid) -> Iterator[Problem]:
    """Pages that are seen side by side, on one sheet, and do not meet: one warning for each gap."""
    alike: dict[str, list[tuple[int, int]]] = {}
    for pages, gap in find_gaps(laid.plan, laid.bed, laid.sizes).items():
        alike.setdefault(f"{gap * MM_PER_PT:.2g} mm", []).append(pages)
    for width, pairs in alike.items():
        message = (
            f"{_say_pairs(pairs)} are seen side by side, with {width} between them at the fold"
        )
        hint = (
            "A picture across them needs bleed there. Pages of one size, not moved outwards, meet."
        )
        yield warning("crossover-gap", message, hint=hint)


def _say_pairs(pairs: Sequence[tuple[int, int]]) -> str:
    return f"pages {', '.join(f'{one} and {other}' for one, other in pairs)}"
