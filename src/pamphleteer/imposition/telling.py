"""Instructions as lines of text, for a terminal."""

from collections.abc import Iterator
from itertools import zip_longest
from textwrap import wrap

from pamphleteer.imposition.instructions import Instructions
from pamphleteer.imposition.pictures import Lines, lines_of
from pamphleteer.imposition.plan import Side, Slot

WIDTH = 80
HEADS = {0: "", 90: "→", 180: "↓", 270: "←"}
"""Where a page's head points, if not upwards."""
LEVEL = {"cut": "─", "fold": "┄", "ghost": " "}
UPRIGHT = {"cut": "│", "fold": "┊", "ghost": " "}


def write_instructions(instructions: Instructions) -> tuple[str, ...]:
    """Write instructions as lines of at most 80 characters; drawings of wide sheets are longer."""
    return tuple(_write(instructions))


def _write(instructions: Instructions) -> Iterator[str]:
    yield instructions.title
    yield from wrap(instructions.kind, WIDTH)
    yield ""
    width = max(len(fact.name) for fact in instructions.facts)
    for fact in instructions.facts:
        yield from wrap(fact.text, WIDTH, initial_indent=f"{fact.name:<{width}}  ",
                        subsequent_indent=" " * (width + 2))  # fmt: skip
    yield ""
    yield from _draw_sheet(instructions)
    for number, step in enumerate(instructions.steps, start=1):
        yield ""
        start = f"{number}. {step.name}. "
        yield from wrap(step.text, WIDTH, initial_indent=start, subsequent_indent="   ")


def _draw_sheet(instructions: Instructions) -> Iterator[str]:
    """Draw sheet 1, its front and beside it its back, and tell what the signs mean."""
    plan = instructions.plan
    sides = plan.sheets[0].sides
    lines = lines_of(plan)
    names = ("Sheet 1, front", "back")
    drawn = [[name, *draw_side(side, lines)] for name, side in zip(names, sides, strict=False)]
    wide = max(len(line) for line in drawn[0])
    for row in zip_longest(*drawn, fillvalue=""):
        yield "   ".join(line.ljust(wide) for line in row).rstrip()
    yield from wrap(_say_signs(sides, lines), WIDTH)


def _say_signs(sides: tuple[Side, ...], lines: Lines) -> str:
    turns = {slot.rotation for side in sides for slot in side.slots if slot.page}
    several = len(sides[0].slots) > 1
    signs = ["↓ upside down"] * (180 in turns)
    signs += ["→ its head is at the right"] * (90 in turns)
    signs += ["← its head is at the left"] * (270 in turns)
    signs += ["┊ fold"] * (several and lines.folded)
    signs += ["│ cut"] * (max(lines.parts) > 1)
    signs += ["· blank"] * any(slot.page is None for side in sides for slot in side.slots)
    return "   ".join(signs)


def draw_side(side: Side, lines: Lines) -> tuple[str, ...]:
    """Draw a side as a grid of page numbers; signs tell which way heads point."""
    rows, columns = len(side.rows), side.columns
    width = max(len(_mark(slot)) for slot in side.slots) + 4
    bar = "─" * (width * columns + columns - 1)
    drawn = [f"┌{bar}┐"]
    for index, row in enumerate(side.rows):
        if index:
            sign = LEVEL[lines.kind(index, rows, way=0)]
            drawn.append(f"│{sign * len(bar)}│")
        text = _mark(row[0]).center(width)
        for column in range(1, columns):
            text += UPRIGHT[lines.kind(column, columns, way=1)] + _mark(row[column]).center(width)
        drawn.append(f"│{text}│")
    return (*drawn, f"└{bar}┘")


def _mark(slot: Slot) -> str:
    return f"{slot.page}{HEADS[slot.rotation]}" if slot.page else "·"
