"""Paper: sheets are printed, turned, laid on one another, folded and leafed through.

This is a model of the paper, not of page numbers: it does not know any imposition formula, so that
what it reads back proves the plan. A printed page is a `Face`, a patch in space. The axes are a
right-handed system fixed to the table: x to the right, y towards the sheet's upper edge, z up
towards the eye; the sheet's centre, and so the spine, is at x = 0. Turning and folding paper are
half turns about an axis, nothing else.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pamphleteer.imposition.plan import Sheet, Side, Turn
from pamphleteer.issue.model import Flip

SHEET_PITCH = 3
"""From one sheet to the next in a stack; a sheet's own surfaces are at 1 above and 1 below it."""


class FoldError(ValueError):
    """The sheets do not fold into a book that reads 1…n, upright."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """A page as the reader meets it, and how far it then is turned clockwise."""

    page: int | None
    rotation: Turn

    @property
    def upright(self) -> bool:
        """Whether the reader can read it without turning the book."""
        return self.rotation == 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One printed page in space.

    ``x`` and ``y`` are its centre, in pages from the centre of the sheet; ``z`` its height;
    ``normal`` is 1 where it faces the eye, -1 where it faces the table. ``up`` is the direction
    (x, y) in which its head points.
    """

    page: int | None
    x: float
    y: float
    z: int
    normal: int
    up: tuple[int, int]


UP: dict[Turn, tuple[int, int]] = {0: (0, 1), 90: (1, 0), 180: (0, -1), 270: (-1, 0)}
TURN = {up: turn for turn, up in UP.items()}


def read_booklet(sheets: Sequence[Sheet], *, flip: Flip) -> tuple[ReadPage, ...]:
    """Print sheets on both sides, nest them, fold them once and read the book from its front.

    The first sheet out of the printer lies on top, its front towards the eye; the whole stack is
    folded along x = 0, the left half under the right one. The spine is then at the left.

    Args:
        sheets: Outermost first; each side is seen as it comes out of the printer.
        flip: The edge over which the printer turned the landscape sheet between its sides.

    Returns:
        Every slot's page (None for a blank) in the order in which leafing through meets them.
    """
    return _leaf_through(_fold_left_under(_stack(sheets, flip)))


def read_stack(sheets: Sequence[Sheet]) -> tuple[ReadPage, ...]:
    """Print sheets on one side and leaf through the stack, unfolded; backs stay unprinted."""
    return _leaf_through(_stack([Sheet(front=sheet.front) for sheet in sheets], "short-edge"))


def check_reading_order(pages: Iterable[ReadPage], *, page_count: int) -> None:
    """See that a book reads 1…n, upright; blanks may stand anywhere between.

    Raises:
        FoldError: names the first place where it does not, and what stands there.
    """
    printed = [page for page in pages if page.page is not None]
    for expected, found in enumerate(printed, start=1):
        if found.page != expected:
            raise FoldError(f"page {found.page} is read where page {expected} should be")
        if not found.upright:
            raise FoldError(f"page {expected} is read turned by {found.rotation} degrees")
    if len(printed) != page_count:
        raise FoldError(f"{len(printed)} pages are read, not {page_count}")


def _stack(sheets: Sequence[Sheet], flip: Flip) -> list[Face]:
    """Print all sheets and lay each under the one before."""
    return [
        face
        for index, sheet in enumerate(sheets)
        for face in _print_sheet(sheet, flip, height=-SHEET_PITCH * index)
    ]


def _print_sheet(sheet: Sheet, flip: Flip, *, height: int) -> list[Face]:
    """Print the front, turn the paper as the printer does, print the back, turn it again."""
    turn = _turn_about_y if flip == "short-edge" else _turn_about_x
    front = [turn(face, height) for face in _print_side(sheet.front, height)]
    back = _print_side(sheet.back, height) if sheet.back else []
    return [turn(face, height) for face in front + back]


def _print_side(side: Side, height: int) -> list[Face]:
    """Print on the surface that faces the eye, of a sheet that lies at that height."""
    return [
        Face(
            page=slot.page,
            x=column_index - (len(row) - 1) / 2,
            y=(len(side.rows) - 1) / 2 - row_index,
            z=height + 1,
            normal=1,
            up=UP[slot.rotation],
        )
        for row_index, row in enumerate(side.rows)
        for column_index, slot in enumerate(row)
    ]


def _turn_about_y(face: Face, height: int) -> Face:
    """Half a turn about x = 0, z = height: left and right change places, head stays head.

    On a landscape sheet the short edges are parallel to y: the printer's short-edge flip.
    """
    return Face(
        page=face.page,
        x=-face.x,
        y=face.y,
        z=2 * height - face.z,
        normal=-face.normal,
        up=(-face.up[0], face.up[1]),
    )


def _turn_about_x(face: Face, height: int) -> Face:
    """Half a turn about y = 0, z = height: head and foot change places; the long-edge flip."""
    return Face(
        page=face.page,
        x=face.x,
        y=-face.y,
        z=2 * height - face.z,
        normal=-face.normal,
        up=(face.up[0], -face.up[1]),
    )


def _fold_left_under(faces: Sequence[Face]) -> list[Face]:
    """Fold all paper left of x = 0 under the rest, about an axis just below the stack."""
    below = min((face.z for face in faces), default=0) - 1
    return [_turn_about_y(face, below) if face.x < 0 else face for face in faces]


def _leaf_through(faces: Iterable[Face]) -> tuple[ReadPage, ...]:
    """Read from the top down; a face towards the table is read after its leaf was turned left."""
    from_top = sorted(faces, key=lambda face: -face.z)
    seen = (face if face.normal > 0 else _turn_about_y(face, 0) for face in from_top)
    return tuple(ReadPage(page=face.page, rotation=TURN[face.up]) for face in seen)
