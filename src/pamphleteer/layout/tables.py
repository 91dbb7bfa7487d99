"""Tables in their column: one whose longest words have no room beside one another is ``tight``.

What a style sheet does with it is the layout's to say; large print breaks its words anywhere.
"""

import re
from html import unescape

from pamphleteer.layout.desk import Desk
from pamphleteer.units import Pt

ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL)
CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
BESIDE = Pt(10)
"""Points between the words of two columns."""
BOLD = 1.1
"""How much wider words of a table's head may be than they are measured."""


def with_room(desk: Desk, html: str, measure: Pt) -> str:
    """A table's HTML, told as tight where its words need more room than a measure."""
    widths: list[float] = []
    for row in ROW.findall(html):
        cells = [_longest(desk, cell) for cell in CELL.findall(row)]
        widths += [0.0] * (len(cells) - len(widths))
        widths = [max(pair) for pair in zip(widths, cells, strict=True)]
    if sum(widths) * BOLD + BESIDE * len(widths) <= measure:
        return html
    return html.replace("<table", '<table class="tight"', 1)


def _longest(desk: Desk, cell: str) -> float:
    """How wide the longest word of a cell is, in points."""
    words = unescape(TAG.sub(" ", cell)).split()
    return max((desk.text_width(word, desk.layout.sizes.note) for word in words), default=0.0)
