"""A cover apart: the outermost sheet of a job in a file of its own, for a stock of its own."""

from io import BytesIO

from pypdf import PdfReader

from pamphleteer.imposition.parts import COVER_PARTS
from pamphleteer.press.copying import copy_sides, name_part, write_for


def split_cover(imposed: bytes, *, sides: int) -> tuple[bytes, bytes]:
    """Write the first sides of an imposed job, and the others, as two files.

    Both are in the order of the job, and ask for printing as it does.

    Args:
        imposed: Sides as `press.sheets` writes them.
        sides: How many the cover has: two for each of its sheets.
    """
    reader = PdfReader(BytesIO(imposed))
    wishes = reader.root_object["/ViewerPreferences"].get_object()
    asked = str(wishes["/Duplex"])  # type: ignore[index]  # `press.sheets` always writes it
    count = len(reader.pages)
    parts = (range(1, sides + 1), range(sides + 1, count + 1))
    cover, inside = (
        write_for(
            name_part(copy_sides(reader, sides_of), part),
            duplex=asked,
            made_of=(imposed, repr(sides_of).encode()),
        )
        for part, sides_of in zip(COVER_PARTS, parts, strict=True)
    )
    return cover, inside
