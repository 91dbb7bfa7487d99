"""A plan as a table for people, and as facts for programs."""

from collections.abc import Iterator
from typing import Any

from pamphleteer.imposition.plan import TURNS, Plan, Side, Slot

MARKS = {0: "", **{turn: mark for mark, turn in TURNS.items()}}


def write_side(side: Side) -> str:
    """A side as `plan.read_side` reads it: ``5* 4* / 8 1``."""
    return " / ".join(" ".join(map(_write_slot, row)) for row in side.rows)


def _write_slot(slot: Slot) -> str:
    return f"{slot.page or '-'}{MARKS[slot.rotation] if slot.page else ''}"


def plan_lines(plan: Plan) -> Iterator[str]:
    """The sheets as a table: each row of a side below the one above it, in columns."""
    width = max(len(_write_slot(slot)) for side in plan.sides for slot in side.slots)
    lead = len(f"sheet {len(plan.sheets)} front")
    for number, sheet in enumerate(plan.sheets, start=1):
        for name, side in zip(("front", "back"), sheet.sides, strict=False):
            title = f"sheet {number} {name}" if name == "front" else f"{name:>{lead}}"
            for at, row in enumerate(side.rows):
                slots = "  ".join(f"{_write_slot(slot):>{width}}" for slot in row)
                yield f"{title if at == 0 else '':<{lead}}   {slots}"
    yield ""
    yield "Each side as it comes out of the printer: * stands on its head, > and < with its head to"
    yield "the right or left, - is blank."


def plan_facts(plan: Plan) -> dict[str, Any]:
    """The sheets as JSON has them: rows from the top, degrees clockwise, null for a blank."""
    return {
        "sheets": [
            {name: _facts(side) for name, side in zip(("front", "back"), sheet.sides, strict=False)}
            for sheet in plan.sheets
        ]
    }


def _facts(side: Side) -> dict[str, Any]:
    return {
        "grid": [[slot.page for slot in row] for row in side.rows],
        "rotation": [[slot.rotation if slot.page else None for slot in row] for row in side.rows],
    }
