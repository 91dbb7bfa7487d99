"""Printed pages as patches in space, and how a printer prints both sides of a sheet.

The axes are a right-handed system fixed to the table: x to the right, y towards the sheet's upper
edge, z up towards the eye; the paper's middle is at x = y = 0. Turning paper is half a turn about
an axis, nothing else; so is folding it (`fold`).
"""

from dataclasses import dataclass, replace

from pamphleteer.imposition.plan import Axis, Sheet, Side, Turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """One printed page in space.

    ``x`` and ``y`` are its centre, in pages from the paper's middle; ``z`` its height; ``normal``
    is 1 where it faces the eye, -1 where it faces the table. ``up`` is the direction (x, y) in
    which its head points.
    """

    page: int | None
    x: float
    y: float
    z: int
    normal: int
    up: tuple[int, int]

    def moved(self, x: float, y: float, z: int = 0) -> "Face":
        """The face moved that far, as it is."""
        # Not by dataclasses.replace, which takes three times as long; there are many faces.
        return Face(
            page=self.page,
            x=self.x + x,
            y=self.y + y,
            z=self.z + z,
            normal=self.normal,
            up=self.up,
        )


Paper = tuple[Face, ...]
"""All faces of a sheet, a piece of one, or of what lies folded."""

UP: dict[Turn, tuple[int, int]] = {0: (0, 1), 90: (1, 0), 180: (0, -1), 270: (-1, 0)}
TURN = {up: turn for turn, up in UP.items()}


def print_sheet(sheet: Sheet, axis: Axis) -> Paper:
    """Print the front, turn the paper as the printer does, print the back, turn it again."""
    turn = turn_about_y if axis == "upright" else turn_about_x
    front = [turn(face, 0) for face in _print_side(sheet.front)]
    back = _print_side(sheet.back) if sheet.back else _blank(sheet.front)
    return tuple(turn(face, 0) for face in front + back)


def _blank(side: Side) -> list[Face]:
    return [replace(face, page=None, up=(0, 1)) for face in _print_side(side)]


def _print_side(side: Side) -> list[Face]:
    """Print on the surface that faces the eye."""
    return [
        Face(
            page=slot.page,
            x=column - (len(row) - 1) / 2,
            y=(len(side.rows) - 1) / 2 - line,
            z=1,
            normal=1,
            up=UP[slot.rotation],
        )
        for line, row in enumerate(side.rows)
        for column, slot in enumerate(row)
    ]


def turn_about_y(face: Face, height: int) -> Face:
    """Half a turn about x = 0, z = height: left and right change places, head stays head."""
    (x, y), z = face.up, 2 * height - face.z
    return Face(page=face.page, x=-face.x, y=face.y, z=z, normal=-face.normal, up=(-x, y))


def turn_about_x(face: Face, height: int) -> Face:
    """Half a turn about y = 0, z = height: head and foot change places."""
    (x, y), z = face.up, 2 * height - face.z
    return Face(page=face.page, x=face.x, y=-face.y, z=z, normal=-face.normal, up=(x, -y))
