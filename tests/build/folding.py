"""Paper: letters printed on both sides of sheets, turned, nested, folded and leafed through.

A model of its own: it takes each letter's place from the written sheets, moves it as the paper is
moved, and says where a reader meets it. It knows no order of pages and nothing of the program's own
proof. Points; a sheet lies in landscape, its origin at the top left.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import pi
from typing import Literal

from tests.build.pdf import Letter

Flip = Literal["short-edge", "long-edge"]

SLACK = 0.1
"""Points and radians by which a letter may be off."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet's width and height as it comes out of the printer."""

    width: float
    height: float

    @property
    def spine(self) -> float:
        """Where it is folded."""
        return self.width / 2


def fold(letters: Sequence[Letter], paper: Paper, flip: Flip) -> list[list[Letter]]:
    """Read a booklet of nested sheets, page by page, the fold at each spread's middle.

    Args:
        letters: As printed; their pages are the sides: front 1, back 1, front 2 and so on.
        paper: The paper's size.
        flip: The edge over which the printer turned the paper between the sides.

    Returns:
        The letters of each page met; ``x`` is counted from the spine, ``y`` from the paper's top.
    """
    sides = max(letter.page for letter in letters)
    count = (sides + 1) // 2
    fronts = [_side(letters, 2 * sheet + 1) for sheet in range(count)]
    backs = [
        [_behind(letter, paper, flip) for letter in _side(letters, 2 * sheet + 2)]
        for sheet in range(count)
    ]
    # Fronts are seen as they were printed; backs by turning the leaf about the fold. Going in, each
    # sheet shows the right half of its front and then the left half of its back; going out again,
    # the right half of its back and the left half of its front.
    inwards = [half for sheet in range(count)
               for half in ((fronts[sheet], "right"), (backs[sheet], "left"))]  # fmt: skip
    outwards = [half for sheet in reversed(range(count))
                for half in ((backs[sheet], "right"), (fronts[sheet], "left"))]  # fmt: skip
    return [list(_half(side, paper, where)) for side, where in (*inwards, *outwards)]


def _side(letters: Sequence[Letter], number: int) -> list[Letter]:
    return [letter for letter in letters if letter.page == number]


def _behind(letter: Letter, paper: Paper, flip: Flip) -> Letter:
    """Where a letter of a back is seen when the sheet, its front up, is turned about the fold.

    The printer turned the paper before it printed the back. Over the short edge that is the same
    turn as the reader's. Over the long edge it differs from it by half a turn in the plane.
    """
    if flip == "short-edge":
        return letter
    x, y = paper.width - letter.x, paper.height - letter.y
    return replace(letter, x=x, y=y, angle=(letter.angle + pi) % (2 * pi))


def _half(side: Sequence[Letter], paper: Paper, where: str) -> Iterator[Letter]:
    for letter in side:
        if (letter.x > paper.spine) == (where == "right"):
            yield replace(letter, x=letter.x - paper.spine)


def same_letters(found: Sequence[Letter], wanted: Sequence[Letter]) -> bool:
    """Whether two pages have the same letters upright in the same places, in any order."""
    near: dict[tuple[str, int, int], list[Letter]] = {}
    for letter in found:
        for x, y in product(_cells(letter.x), _cells(letter.y)):
            near.setdefault((letter.text, x, y), []).append(letter)
    return len(found) == len(wanted) and all(
        any(_is_same(one, letter) for one in near.get(_key(letter), ())) for letter in wanted
    )


def _cells(coordinate: float) -> range:
    """The whole points near a coordinate."""
    return range(round(coordinate) - 1, round(coordinate) + 2)


def _key(letter: Letter) -> tuple[str, int, int]:
    return letter.text, round(letter.x), round(letter.y)


def _is_same(one: Letter, other: Letter) -> bool:
    turned = (one.angle - other.angle + pi) % (2 * pi) - pi
    return max(abs(one.x - other.x), abs(one.y - other.y), abs(turned)) < SLACK
