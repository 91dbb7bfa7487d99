"""Ganging: several sheets of a plan on one larger sheet, which is cut; and other bindings."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pamphleteer.imposition.plan import (
    Cut,
    Half,
    Plan,
    Sheet,
    Side,
    Slot,
    blank_side,
    slot_turned,
)
from pamphleteer.imposition.schemes import positive
from pamphleteer.ticket.table import Edge, Pieces


def gang(plan: Plan, *, rows: int, columns: int, order: Pieces) -> Plan:
    """Several sheets of a plan on one larger sheet, which is cut before anything is folded.

    With T sheets, piece j of sheet k is sheet jT + k (``piles``) or k·pieces + j (``sheets``); for
    ``copies`` all pieces are alike.

    Raises:
        ValueError: sheets that are folded do not fill the larger ones.
    """
    positive(rows, columns)
    pieces = rows * columns
    if plan.sections and order != "copies" and len(plan.sheets) % pieces:
        raise ValueError(f"{len(plan.sheets)} folded sheets are no multiple of {pieces}")
    count = len(plan.sheets) if order == "copies" else -(-len(plan.sheets) // pieces)
    empty = plan.sheets[0].each_side(blank_side)

    def piece(sheet: int, at: int) -> Sheet:
        numbers = {"piles": at * count + sheet, "sheets": sheet * pieces + at, "copies": sheet}
        number = numbers[order]
        return plan.sheets[number] if number < len(plan.sheets) else empty

    sheets = tuple(
        _ganged([piece(sheet, at) for at in range(pieces)], columns, plan) for sheet in range(count)
    )
    return replace(plan, sheets=sheets, cut=Cut(rows=rows, columns=columns, order=order))


def _ganged(pieces: Sequence[Sheet], columns: int, plan: Plan) -> Sheet:
    """Sheets side by side; their backs stand where the turned paper has them."""
    rows = [pieces[start : start + columns] for start in range(0, len(pieces), columns)]
    front = _joined([[piece.front for piece in row] for row in rows])
    backs = [[_back(piece) for piece in row] for row in rows]
    backs = [row[::-1] for row in backs] if plan.axis == "upright" else backs[::-1]
    return Sheet(front=front, back=_joined(backs) if plan.two_sided else None)


def _joined(sides: Sequence[Sequence[Side]]) -> Side:
    """One side of several, laid out in rows."""
    rows = [
        tuple(slot for row in parts for slot in row)
        for line in sides
        for parts in zip(*(side.rows for side in line), strict=True)
    ]
    return Side(rows=tuple(rows))


def work_and_turn(plan: Plan) -> Plan:
    """Front and back side by side on one side; the turned sheet is printed with the same again.

    Cut in two, each sheet is there twice, to be cut further if it is ganged. The gripper edge
    stays, the side lay changes (JDF: WorkAndTurn).
    """
    return _worked(plan.turned_about("upright"))


def work_and_tumble(plan: Plan) -> Plan:
    """Front above back on one side; the sheet is turned head to foot (JDF: WorkAndTumble).

    The gripper edge changes, so that both long edges must be square.
    """
    return _worked(plan.turned_about("level"))


def _worked(plan: Plan) -> Plan:
    """Sheets with the same on both sides: the front, and the back as it lies beside or below it."""
    if not plan.two_sided:
        raise ValueError("only sheets with two sides can be printed with the same on both")
    across = plan.axis == "upright"
    pairs = [(sheet.front, _back(sheet)) for sheet in plan.sheets]
    sides = [_joined([pair] if across else [[side] for side in pair]) for pair in pairs]
    inner = plan.cut or Cut(rows=1, columns=1, order="copies")
    rows, columns = (1, 2) if across else (2, 1)
    cut = Cut(
        rows=inner.rows * rows,
        columns=inner.columns * columns,
        order=inner.order,
        turned=plan.axis,
    )
    sheets = tuple(Sheet(front=side, back=side) for side in sides)
    return replace(plan, sheets=sheets, cut=cut, worked=True)


def _back(sheet: Sheet) -> Side:
    return sheet.back or blank_side(sheet.front)


def bound(plan: Plan, edge: Edge) -> Plan:
    """The same for another binding: right, for scripts that run to the left; or top."""
    if edge == "right":
        folds = tuple(replace(fold, half=OTHER.get(fold.half, fold.half)) for fold in plan.folds)
        return replace(plan.each_side(Side.mirrored), binding=edge, folds=folds)
    if edge == "top" and plan.folds:
        return replace(plan.mapped(lambda slot: slot_turned(slot, 270)), binding=edge)
    if edge == "top":
        sheets = (
            replace(sheet, back=sheet.back and sheet.back.mapped(_on_its_head))
            for sheet in plan.sheets
        )
        return replace(plan, sheets=tuple(sheets), binding=edge)
    return plan


def _on_its_head(slot: Slot) -> Slot:
    return slot_turned(slot, 180)


def foot_folded(plan: Plan) -> Plan:
    """The same with feet, not heads, at the level fold: a book bound at the right, on its head."""
    return replace(bound(plan, "right").mapped(_on_its_head), binding="left")


OTHER: Mapping[Half, Half] = {"left": "right", "right": "left"}


def tumbled(plan: Plan) -> Plan:
    """The same head to toe: versos, the even pages, stand on their heads, if there are any."""
    if not plan.two_sided and not plan.folds:
        return plan

    def change(slot: Slot) -> Slot:
        return slot_turned(slot, 180 if slot.page and slot.page % 2 == 0 else 0)

    return replace(plan.mapped(change), head="head-to-toe")
