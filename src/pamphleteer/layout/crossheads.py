"""Crossheads: at least two lines of text stand below one, wherever its column ends."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pamphleteer.issue.model import Aside, Block, Figure
from pamphleteer.layout.desk import Desk
from pamphleteer.units import Pt

Part = Block | Figure | Aside

SLACK = 1.05
"""How much wider than its column a paragraph must be to have two lines for certain."""


def keep_with_text(desk: Desk, body: Sequence[Part], measure: Pt) -> tuple[Part, ...]:
    """A body in which a paragraph of one line below a crosshead is kept with what follows.

    A longer one keeps its first two lines together by itself, and the style sheet keeps the
    crosshead with it.
    """
    after = {id(below) for above, below in pairwise(body) if _is_crosshead(above)}
    return tuple(
        _kept(part) if id(part) in after and _is_short(desk, part, measure) else part
        for part in body
    )


def _is_crosshead(part: Part) -> bool:
    return isinstance(part, Block) and part.kind == "crosshead"


def _is_short(desk: Desk, part: Part, measure: Pt) -> bool:
    if not isinstance(part, Block) or part.kind != "paragraph":
        return False
    return desk.text_width(part.text, desk.layout.sizes.text) < measure * SLACK


def _kept(part: Part) -> Part:
    if not isinstance(part, Block):
        return part
    begin = part.html.index(" ") if " " in part.html.partition(">")[0] else part.html.index(">")
    return replace(part, html=f'{part.html[:begin]} class="kept"{part.html[begin:]}')
