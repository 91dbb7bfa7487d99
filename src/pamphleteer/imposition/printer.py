"""The office printer: how it gets at a sheet's back, and what must be done for backs to fit fronts.

A sheet lies landscape before you, its long edges above and below. Turned over the short edge, like
the page of a book, its head stays the head; turned over the long edge, the back stands on its head.
A person who puts a stack back into the paper tray does one or the other as well: in which order the
backs then meet their fronts, and whether upside down, is the printer's way, and its profile's.
"""

import cmath
import re
from dataclasses import dataclass
from math import isfinite, radians
from typing import Literal

from pamphleteer.ticket.table import Flip
from pamphleteer.units import POINTS_PER_UNIT, Pt

Duplex = Literal["short-edge", "long-edge", "manual", "none"]
Order = Literal["same", "reversed"]
Facing = Literal["up", "down"]
Top = Literal["first", "last"]

PRINTER_NAME = re.compile(r"(?!(con|prn|aux|nul|(com|lpt)\d)$)(?=.{1,60}$)[a-z0-9]+(-[a-z0-9]+)*")
"""A name that can be a file's on every system: Windows keeps some, such as lpt1, to itself."""

BOUNDS = {
    "offset_x_mm": (-20.0, 20.0),
    "offset_y_mm": (-20.0, 20.0),
    "skew_deg": (-5.0, 5.0),
    "margin_mm": (0.0, 30.0),
}
"""What a printer's numbers may be; one that is further out needs repair, or was misread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manual:
    """How backs are printed by putting the stack of fronts back into the paper tray.

    ``order`` is that in which the backs are sent to the printer, against the fronts' order, and
    ``turned`` whether they are sent upside down: both hold if the stack is put back as `put_back`
    says. ``turn_over``: the stack is turned over before. ``faces`` and ``top`` say how it lies in
    the output tray: where the printed sides face, and which sheet is uppermost.
    """

    order: Order
    turned: bool
    turn_over: bool = False
    faces: Facing = "down"
    top: Top = "last"


@dataclass(frozen=True, slots=True, kw_only=True)
class Printer:
    """A printer's profile.

    ``offset_x_mm`` (to the right) and ``offset_y_mm`` (upwards) say where the middle of the back
    stands, and ``skew_deg`` how far the back is turned anticlockwise, all seen through the front
    against the light. ``margin_mm`` is the strip along the edges that stays unprinted.
    """

    name: str
    duplex: Duplex
    manual: Manual | None = None
    offset_x_mm: float = 0.0
    offset_y_mm: float = 0.0
    skew_deg: float = 0.0
    margin_mm: float = 0.0

    def __post_init__(self) -> None:
        if not PRINTER_NAME.fullmatch(self.name):
            raise ValueError(f'"{self.name}" is not a printer\'s name')
        if (self.duplex == "manual") != (self.manual is not None):
            raise ValueError("a printer is fed by hand if and only if its profile says how")
        for key, (least, most) in BOUNDS.items():
            value = getattr(self, key)
            if not (isfinite(value) and least <= value <= most):
                raise ValueError(f"{key} is {value}; expected {least:g} to {most:g}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What brings a back behind its front, in the back's own coordinates (x right, y upwards).

    First the turn, anticlockwise about the middle of the sheet; then the shift.
    """

    turn_deg: float
    shift_x: Pt
    shift_y: Pt


def backs_order(sheet_count: int, printer: Printer) -> tuple[int, ...]:
    """List the sheets, counted from 1, in the order in which their backs are sent to the printer.

    A printer that turns the paper itself prints them as they come; one that prints one side only
    prints none.
    """
    if printer.duplex == "none":
        return ()
    sheets = range(1, sheet_count + 1)
    is_reversed = printer.manual and printer.manual.order == "reversed"
    return tuple(reversed(sheets) if is_reversed else sheets)


def flip_of(printer: Printer) -> Flip:
    """The flip for which sheets are to be imposed, so that this printer's backs are upright.

    Raises:
        ValueError: the printer prints one side only.
    """
    if printer.duplex == "none":
        raise ValueError(f"{printer.name} prints no backs")
    if printer.manual:
        return "long-edge" if printer.manual.turned else "short-edge"
    return "long-edge" if printer.duplex == "long-edge" else "short-edge"


def put_back(printer: Printer) -> str:
    """Say in one sentence how the stack of fronts goes back into the paper tray."""
    if printer.duplex == "none":
        return "This printer prints one side only: there is nothing to put back."
    if not printer.manual:
        return "This printer turns the paper itself: there is nothing to put back."
    manual = printer.manual
    lies = f"printed sides {manual.faces} and the {manual.top} sheet on top"
    take = f"Take the stack as it lies in the output tray, {lies}"
    if manual.turn_over:
        return (
            f"{take}, turn it over so that its two short edges change places, "
            "and put it into the paper tray."
        )
    return f"{take}, and put it into the paper tray without turning it over or round."


def correct_back(printer: Printer) -> Correction:
    """Reckon how a back must be moved to stand behind its front.

    As complex numbers from the sheet's middle, what is drawn at b on the back is seen through the
    front at z = -b̄ (turned over the short edge) or z = b̄ (over the long edge); the printer puts it
    at o + z·exp(is). The correction b·exp(is) + t undoes that with t = ±ō·exp(is).

    Raises:
        ValueError: the printer prints one side only.
    """
    sign = 1 if flip_of(printer) == "short-edge" else -1
    offset = complex(printer.offset_x_mm, printer.offset_y_mm) * POINTS_PER_UNIT["mm"]
    shift = sign * offset.conjugate() * cmath.rect(1, radians(printer.skew_deg))
    return Correction(turn_deg=printer.skew_deg, shift_x=Pt(shift.real), shift_y=Pt(shift.imag))
