"""How one printer gets a job's two sides: in which order, and where its backs must be moved to.

Sides are counted from 1, as they follow in an imposed job: front 1, back 1, front 2 …
"""

import cmath
from collections.abc import Iterator
from dataclasses import dataclass
from math import radians

from pamphleteer.imposition.plan import Plan
from pamphleteer.imposition.printer import Printer, backs_order, correct_back, flip_of
from pamphleteer.problems import Problem, error
from pamphleteer.ticket.table import Flip
from pamphleteer.units import Size

Matrix = tuple[float, float, float, float, float, float]
"""As in PDF (ISO 32000-2, 8.3.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passes:
    """The sides that go through the printer first, and those that follow once the stack is back."""

    fronts: tuple[int, ...]
    backs: tuple[int, ...]


def order_passes(side_count: int, printer: Printer) -> Passes:
    """Order the sides of a job for a printer that is fed by hand.

    Every back is sent, blank or not: one that was left out would put all that follow it behind the
    wrong fronts.

    Raises:
        ValueError: the printer is not fed by hand, or the last sheet has no back.
    """
    if not printer.manual:
        raise ValueError(f"{printer.name} is not fed by hand")
    if side_count % 2:
        raise ValueError(f"{side_count} sides: the last sheet has no back")
    return Passes(
        fronts=tuple(range(1, side_count, 2)),
        backs=tuple(2 * sheet for sheet in backs_order(side_count // 2, printer)),
    )


def flip_for(printer: Printer, asked: Flip) -> Flip:
    """The flip to impose for: the printer's own, or what was asked for where it prints no backs."""
    return asked if printer.duplex == "none" else flip_of(printer)


def check_flip(asked: str, printer: Printer) -> Iterator[Problem]:
    """See that a printer whose sheets are to be turned by hand is one of these."""
    if asked == "manual" and printer.duplex != "manual":
        message = f'"{printer.name}" is no printer whose sheets are turned by hand'
        hint = "Leave the flip out: the profile knows how this one prints both sides."
        yield error("no-manual-printer", message, hint=hint)


def check_sides(plan: Plan, printer: Printer) -> Iterator[Problem]:
    """See that a printer can print what was planned."""
    if plan.two_sided and printer.duplex == "none":
        message = f'"{printer.name}" prints one side only, and these sheets have backs'
        hint = "Take another printer, or ask for sheets that are printed on one side."
        yield error("one-sided-printer", message, hint=hint)
    if plan.worked:
        message = f'"{printer.name}" is an office printer, and these sheets are for a press'
        hint = "Print them sheetwise, or leave the printer out."
        yield error("printer-and-press", message, hint=hint)


def misses_backs(printer: Printer) -> bool:
    """Whether backs must be moved to stand behind their fronts."""
    return bool(printer.offset_x_mm or printer.offset_y_mm or printer.skew_deg)


def lies_as_the_trial(sheet: Size) -> bool:
    """Whether a sheet comes to the printer as those did of which it is known where backs stand."""
    return sheet.width >= sheet.height


def back_matrix(sheet: Size, printer: Printer) -> Matrix:
    """The matrix with which a back is drawn, so that it stands behind its front.

    A printer's offset is measured on landscape sheets. An upright one is shown to it turned
    clockwise, as if it was landscape (`lies_as_the_trial`): what is drawn at p, from the middle and
    as a complex number, is then at -ip, and a shift by t is one by it in the sheet's own space.

    Args:
        sheet: Its size as imposed, in points.
        printer: Its offset and skew.

    Raises:
        ValueError: the printer prints one side only.
    """
    correction = correct_back(printer)
    turn = cmath.rect(1, radians(correction.turn_deg))
    shift = complex(correction.shift_x, correction.shift_y)
    if not lies_as_the_trial(sheet):
        shift *= 1j
    middle = complex(sheet.width, sheet.height) / 2
    moved = middle + shift - turn * middle
    return turn.real, turn.imag, -turn.imag, turn.real, moved.real, moved.imag
