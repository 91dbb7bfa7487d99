"""What stands so near the edge of the paper that a printer leaves it out, told with what to do.

Points; `reading.edges` finds where the ink stands. No distance under `SLIGHT` is told: a profile
knows a printer's margin to a millimetre, and pictures of ink are hardly finer.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor
from typing import Literal

from pamphleteer.imposition.paper import OFFICE_PAPERS
from pamphleteer.imposition.printer import Printer
from pamphleteer.problems import Problem, warning
from pamphleteer.units import POINTS_PER_UNIT, Pt, Size, parse_size

Edge = Literal["left", "lower", "right", "upper"]
MM = POINTS_PER_UNIT["mm"]
SLIGHT = 1.0
SHOWN = 4
"""Of how many pages the place is told."""
LEAST_SCALE = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far something reaches towards an edge of its sheet.

    ``side`` is where it stands, from 0; ``page`` whose it is, or None for marks; ``away`` how far
    from the edge it ends, and ``gap`` how far from the edge its page does, trimmed.
    """

    side: int
    page: int | None
    edge: Edge
    away: float
    gap: float = 0.0

    @property
    def bleeds(self) -> bool:
        """Whether it goes to the edge of its page, so that nothing is cut out of its midst."""
        return self.page is not None and self.away < max(0.0, self.gap) + SLIGHT


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """The printer, the sheets, the scale of pages on them, and what to write for another one.

    ``fitted``: whether the scale is the largest that fits, which is larger on larger paper.
    ``gutters`` is what lies between pages from the middle of the sheet to its edge, across and up.
    ``options``: whether it is asked for by the options of a command, or else by a manifest.
    """

    printer: Printer
    sheet: Size
    two_sided: bool = True
    scale: float = 1.0
    fitted: bool = False
    gutters: tuple[float, float] = (0.0, 0.0)
    options: bool = True

    @property
    def margin(self) -> Pt:
        """What stays unprinted."""
        return Pt(self.printer.margin_mm * MM)

    def half(self, edge: Edge) -> float:
        """From the middle of the sheet to an edge."""
        return (self.sheet.width if edge in {"left", "right"} else self.sheet.height) / 2


def tell_reaches(found: Sequence[Reach], made: Print) -> Iterator[Problem]:
    """Tell what stands in the strip that stays unprinted: text, what bleeds, and marks.

    Each is one warning, however many pages there are: ``unprinted-text``, ``white-edge`` and
    ``unprinted-marks``.
    """
    deep = [each for each in found if made.margin - each.away > SLIGHT]
    text = [each for each in deep if each.page and not each.bleeds]
    bleeding = [each for each in deep if each.page and each.bleeds]
    marks = [each for each in deep if not each.page]
    name, strip = made.printer.name, f"{made.printer.margin_mm:g} mm"
    if text:
        told = _list_pages(text, made)
        message = (
            f'"{name}" prints nothing within {strip} of the edges of the paper: it cuts {told}'
        )
        yield warning("unprinted-text", message, hint=_say_fix(text, made))
    if bleeding:
        white = max(made.margin - max(0.0, each.gap) for each in bleeding) / MM
        pages = _say_numbers(sorted({each.page for each in bleeding if each.page}))
        message = f'{pages} to the edge of the paper, where "{name}" leaves {white:.1f} mm white'
        hint = "To have no white edge, print on larger paper and trim it."
        yield warning("white-edge", message, hint=hint)
    if marks:
        worst = min(marks, key=lambda each: each.away)
        sides = len({each.side for each in marks})
        where = f"on {sides} side{'s' * (sides > 1)}, as on {_say_place(worst, made)}"
        message = f'marks stand in the {strip} that "{name}" leaves unprinted, {where}'
        hint = "Print on larger paper, or without those marks."
        yield warning("unprinted-marks", message, hint=hint)


def _list_pages(found: Sequence[Reach], made: Print) -> str:
    """The pages in their order, each with the place where it reaches farthest."""
    worst: dict[int, Reach] = {}
    for each in sorted(found, key=lambda each: each.away):
        worst.setdefault(each.page or 0, each)
    told = [f"page {page} ({_say_place(worst[page], made)})" for page in sorted(worst)]
    if len(told) <= SHOWN + 1:
        return ", ".join(told)
    most = max(_depth(each, made) for each in worst.values())
    rest = f"and {len(told) - SHOWN} more pages, {most:.1f} mm too far at most"
    return ", ".join([*told[:SHOWN], rest])


def _say_place(reach: Reach, made: Print) -> str:
    """Such as: sheet 1 front, left edge, 2.1 mm too far."""
    sheet, back = divmod(reach.side, 2) if made.two_sided else (reach.side, 0)
    face = ("", " back" if back else " front")[made.two_sided]
    return f"sheet {sheet + 1}{face}, {reach.edge} edge, {_depth(reach, made):.1f} mm too far"


def _depth(reach: Reach, made: Print) -> float:
    """How many millimetres too far something reaches."""
    return (made.margin - reach.away) / MM


def _say_fix(found: Sequence[Reach], made: Print) -> str:
    """Another scale, a larger paper, or wider margins."""
    deepest = max(_depth(each, made) for each in found) / made.scale
    ways = [f"move the text {deepest:.1f} mm inwards"]
    if (paper := find_larger(found, made)) and not made.fitted:
        ways.insert(0, f"print on larger paper{_say_key('paper', paper, made)}")
    scale = find_scale(found, made)
    if scale >= LEAST_SCALE:
        ways.insert(0, f"reduce the pages{_say_key('scale', f'{scale:g}', made)}")
    said = f"{', '.join(ways[:-1])}, or {ways[-1]}" if ways[1:] else ways[0]
    return f"{said[0].upper()}{said[1:]}."


def _say_key(key: str, value: str, made: Print) -> str:
    """How that is asked for, by whoever asked for the sheets."""
    written = f' (write "{key}: {value}" under "printing:")'
    return f" with --{key} {value}" if made.options else written


def find_scale(found: Sequence[Reach], made: Print) -> float:
    """The largest scale, in hundredths, at which all that was found stands far enough inside.

    Pages are reduced towards the middle of the sheet; gutters stay as they are.
    """
    least = made.scale
    for each in found:
        half, gutter = made.half(each.edge), made.gutters[each.edge in {"lower", "upper"}]
        room, taken = half - made.margin - gutter, half - each.away - gutter
        least = min(least, made.scale * room / taken)
    return floor(100 * least + 1e-6) / 100


def find_larger(found: Sequence[Reach], made: Print) -> str:
    """The first usual paper on which all that was found stands far enough inside, if there is one.

    Pages stand in the middle of any paper, which lies as the sheet does.
    """
    needed = {"width": float(made.sheet.width), "height": float(made.sheet.height)}
    for each in found:
        way = "width" if each.edge in {"left", "right"} else "height"
        needed[way] = max(needed[way], 2 * (made.half(each.edge) - each.away + made.margin))
    is_landscape = made.sheet.width > made.sheet.height
    for name in OFFICE_PAPERS:
        paper = parse_size(name)
        sides = sorted((paper.width, paper.height), reverse=is_landscape)
        if sides[0] >= needed["width"] and sides[1] >= needed["height"]:
            return name
    return ""


def _say_numbers(pages: Sequence[int]) -> str:
    """Pages with what they do: "page 1 prints", "pages 1 to 8 print", "pages 1, 3, 5 print"."""
    if len(pages) == 1:
        return f"page {pages[0]} prints"
    if pages[-1] - pages[0] == len(pages) - 1:
        return f"pages {pages[0]} to {pages[-1]} print"
    shown = ", ".join(map(str, pages[:SHOWN]))
    more = f" and {len(pages) - SHOWN} more" if len(pages) > SHOWN else ""
    return f"pages {shown}{more} print"
