"""A cover apart: the outermost sheet of a job in a file of its own, for a stock of its own."""

from pathlib import Path

from pamphleteer.imposition.parts import COVER_PARTS, beside
from pamphleteer.imposition.plan import Plan
from pamphleteer.imposition.printer import Printer
from pamphleteer.objects import read_document
from pamphleteer.press.catalog import PREFERENCES
from pamphleteer.press.copying import copy_sides, name_part, write_for


def files_of(
    imposed: bytes, plan: Plan, output: Path, printer: Printer | None = None
) -> dict[Path, bytes]:
    """The files of a job, by their paths: one, or the cover's and the inside's; for a printer.

    Args:
        imposed: Sides as `press.sheets` writes them, for the printer's flip.
        plan: What stands on them.
        output: The name of the job's file.
        printer: Its profile. If it is fed by hand, each file becomes two and a picture.
    """
    parts = {output: imposed}
    if plan.covers:
        sides = plan.covers * (2 if plan.two_sided else 1)
        names = (beside(output, part) for part in COVER_PARTS)
        parts = dict(zip(names, split_cover(imposed, sides=sides), strict=True))
    if printer is None:
        return parts
    # Not at the top: what sets type takes a while to load, and few jobs need it.
    from pamphleteer.press.printers import for_printer

    files: dict[Path, bytes] = {}
    for path, part in parts.items():
        files |= for_printer(part, printer, path, two_sided=plan.two_sided)
    return files


def split_cover(imposed: bytes, *, sides: int) -> tuple[bytes, bytes]:
    """Write the first sides of an imposed job, and the others, as two files.

    Both are in the order of the job, and ask for printing as it does.

    Args:
        imposed: Sides as `press.sheets` writes them.
        sides: How many the cover has: two for each of its sheets.
    """
    job = read_document(imposed)
    asked = job.entries(job.catalog[PREFERENCES])["/Duplex"]  # `press.sheets` always writes it
    parts = (range(1, sides + 1), range(sides + 1, len(job.pages) + 1))
    cover, inside = (
        write_for(name_part(copy_sides(job, sides_of), part), duplex=asked)
        for part, sides_of in zip(COVER_PARTS, parts, strict=True)
    )
    return cover, inside
