"""The files of an imposed job for one printer, whether it turns the paper itself or a person does.

Read `duplex` for how sides are taken apart and moved.
"""

from pathlib import Path

from pamphleteer.imposition.parts import PART_KEY, PRINTER_PARTS, WHOLE, beside, within
from pamphleteer.imposition.printer import Printer, put_back
from pamphleteer.imposition.putting_back import picture_put_back
from pamphleteer.press.copying import copy_document, part_of, write_for
from pamphleteer.press.duplex import as_sent, corrected, sheet_of, split_sides
from pamphleteer.press.instructions import draw_svg, office_page
from pamphleteer.press.written import write_text
from pamphleteer.typeset.fetching import Asset
from pamphleteer.typeset.typesetter import Typesetter
from pamphleteer.units import Size, parse_size

LETTER = parse_size("letter")
MARGIN = 48
PICTURE = 132 / 216
"""The depth of a picture of its width."""

RULES = """
@page {{ size: {page.width}pt {page.height}pt; margin: {margin}pt }}
body {{ margin: 0; font: 17pt/25pt "Libre Franklin"; color: #111111 }}
h1 {{ margin: 0; font: 44pt/46pt "League Gothic" }}
img {{ display: block; width: {width}pt; height: {depth}pt; margin: 0 0 26pt }}
p {{ margin: 0 0 10pt }}
"""

PAGE = """<html lang="en"><head><title>Put the stack back like this</title></head><body>
<h1>Put the stack back like this</h1>
<img src="stack.svg" alt="The stack on its way from the output tray to the paper tray">
<p>{said}</p><p>Then print the file of the backs.</p>
</body></html>"""


def for_printer(
    imposed: bytes, printer: Printer, output: Path, *, two_sided: bool = True
) -> dict[Path, bytes]:
    """Make the files of a job for a printer, under the names at which they are to be published.

    Args:
        imposed: Sides as `press.sheets` writes them, imposed for the printer's flip.
        printer: Its profile.
        output: The name of the job's file.
        two_sided: Whether its sheets have backs; if not, the file is as good for any printer.

    Returns:
        ``OUT.pdf``; or, for a printer that is fed by hand, ``OUT-fronts.pdf``, ``OUT-backs.pdf``
        and ``OUT-put-back.pdf``, which shows how the stack goes back between the two.

    Raises:
        ValueError: there are backs, and the printer prints none (`check_sides` tells it before).
    """
    if not two_sided:
        return {output: imposed}
    if not printer.manual:
        return {output: corrected(imposed, printer)}
    fronts, backs = split_sides(as_sent(imposed, printer), printer)
    picture = stack_picture(printer, page=office_page(sheet_of(imposed)), job=part_of(imposed))
    return dict(
        zip(
            (beside(output, part) for part in PRINTER_PARTS),
            (fronts, backs, picture),
            strict=True,
        )
    )


def stack_picture(printer: Printer, *, page: Size = LETTER, job: str = WHOLE) -> bytes:
    """Show on one page how the stack of fronts goes back into the paper tray.

    Args:
        printer: Fed by hand.
        page: The size of the page.
        job: The part of a job of which the fronts are.

    Returns:
        The PDF, tagged (PDF/UA-1); the same bytes for the same input.

    Raises:
        ValueError: the printer is not fed by hand.
    """
    drawing = draw_svg(picture_put_back(printer))
    typesetter = Typesetter(
        stylesheet="", assets={"stack.svg": Asset(content=drawing, media_type="image/svg+xml")}
    )
    width = page.width - 2 * MARGIN
    rules = RULES.format(page=page, margin=MARGIN, width=width, depth=width * PICTURE)
    html = PAGE.format(said=put_back(printer))
    pdf = typesetter.draw(html, (), page_rules=rules).tagged_pdf()
    copy = copy_document(pdf)
    copy.file.info[PART_KEY] = write_text(within(job, "put-back"))
    return write_for(copy, duplex=None)
