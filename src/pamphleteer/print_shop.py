"""What an issue is printed from elsewhere: a PDF/X-4 for a print shop, or a file for each drum.

Both are made of the pages that the screen has, drawn in the inks that ``printing:`` names.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pamphleteer.images import Purpose
from pamphleteer.issue import Issue
from pamphleteer.issue.model import Inks as Kind
from pamphleteer.layout import inks
from pamphleteer.layout.inks import BLACK_PLATE, Inking, Inks, Rgb, in_name
from pamphleteer.layout.spec import Layout
from pamphleteer.problems import IssueError, Problem, error
from pamphleteer.shown import Shown, fitter
from pamphleteer.typeset.drawing import Drawing

if TYPE_CHECKING:
    from pamphleteer.press.exchange import Imprint
    from pamphleteer.typeset.given_pictures import Convert

PRESSES: Mapping[Kind, tuple[Callable[[Inks], Inking], Purpose]] = {
    "colour": (inks.for_press, "press"),
    "black": (inks.for_black_press, "grey"),
    "spot": (inks.for_spot_press, "press"),
}
"""How inks are printed on a press, and pictures."""

PREVIEW_DPI = 110
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
SOME_DAY = datetime.date(2000, 1, 1)
"""Of an issue that names no year: PDF/X needs a date, and the same issue has the same."""


def make_print(
    issue: Issue, layout: Layout, drawing: Drawing, target: Path, *, shown: Iterable[Shown]
) -> dict[Path, bytes]:
    """Draw the pages for a print shop, or for each drum, and prove that they are as they must be.

    Args:
        issue: Its ``printing:`` names the inks, and whether there are crop marks.
        layout: Its inks.
        drawing: The pages, with their bleed.
        target: What the files' names begin with.
        shown: Its pictures, as they are placed.

    Returns:
        The files by their paths.

    Raises:
        IssueError: ``no-plates``: the layout has no inks of their own; ``not-for-press``: what was
            written breaks a rule of PDF/X-4.
    """
    if issue.inks == "riso":
        return _make_plates(issue, layout, drawing, target, shown=shown)
    return {Path(f"{target}-print.pdf"): _make_exchange(issue, layout, drawing, shown)}


def draw_for_sheets(
    issue: Issue, layout: Layout, drawing: Drawing, shown: Iterable[Shown]
) -> dict[str, bytes]:
    """Draw the pages for an office printer or a Risograph, to be imposed.

    Returns:
        By what their booklet is called: one PDF, in black alone if that is asked for, or one for
        each drum.

    Raises:
        IssueError: ``no-plates``.
    """
    kind = issue.inks
    if kind == "riso":
        plates = _plates(issue, layout)
        return {
            f"booklet-{in_name(plate)}": drawing.plain_pdf(
                inks.for_plate(layout.inks, plate), convert=_for_drum(plate, shown)
            )
            for plate in plates
        }
    if kind == "black":
        greys = fitter(shown, "grey")
        return {"booklet": drawing.plain_pdf(inks.for_office(layout.inks), convert=greys)}
    colours = fitter(shown, "office")
    return {"booklet": drawing.plain_pdf(inks.for_screen(layout.inks), convert=colours)}


def _make_exchange(issue: Issue, layout: Layout, drawing: Drawing, shown: Iterable[Shown]) -> bytes:
    # Not at the top: a build for the screen alone need not wait for pypdf.
    from pamphleteer.press.exchange import write_exchange
    from pamphleteer.reading.exchange import check_exchange

    if issue.inks == "spot":
        _plates(issue, layout)
    ink, purpose = PRESSES[issue.inks]
    drawn = drawing.press_pdf(ink(layout.inks), convert=fitter(shown, purpose))
    marks = issue.crop_marks
    written = write_exchange(drawn, _imprint(issue), bleed=drawing.bleed, marks=marks)
    if breaches := check_exchange(written):
        hint = "This is a fault of Pamphleteer's, not of your issue: please report it."
        messages = (f"the PDF for a print shop is no PDF/X-4: {breach}" for breach in breaches)
        raise IssueError(
            error("not-for-press", message, hint=hint, pos=issue.pos) for message in messages
        )
    return written


def _make_plates(
    issue: Issue, layout: Layout, drawing: Drawing, target: Path, *, shown: Iterable[Shown]
) -> dict[Path, bytes]:
    from pamphleteer.press.exchange import write_plate

    plates = _plates(issue, layout)
    files: dict[Path, bytes] = {}
    for plate in plates:
        drawn = drawing.press_pdf(
            inks.for_plate(layout.inks, plate), convert=_for_drum(plate, shown)
        )
        files[Path(f"{target}-riso-{in_name(plate)}.pdf")] = write_plate(
            drawn, _imprint(issue), bleed=drawing.bleed, plates=plates, plate=plate
        )
    colours = inks.plate_colours(layout.inks).values()
    preview = _preview(issue, list(zip(files.values(), colours, strict=True)))
    return {**files, Path(f"{target}-riso-preview.pdf"): preview}


def _plates(issue: Issue, layout: Layout) -> tuple[str, ...]:
    """The layout's plates, of which there must be more than the black one."""
    plates = inks.plates_of(layout.inks)
    if len(plates) == 1:
        raise IssueError([_no_plates(issue, layout)])
    return plates


def _for_drum(plate: str, shown: Iterable[Shown]) -> Convert:
    """Pictures are on the black drum; the others leave their place free."""
    return fitter(shown, "grey" if plate == BLACK_PLATE else "blank")


def _preview(issue: Issue, plates: Sequence[tuple[bytes, Rgb]]) -> bytes:
    """What the drums print over one another, taken from their files."""
    from pamphleteer.images.overprint import overprint, write_pages
    from pamphleteer.reading.drums import read_drum

    colours = [(ink.red, ink.green, ink.blue) for _, ink in plates]
    pages = zip(*(read_drum(pdf, dpi=PREVIEW_DPI) for pdf, _ in plates), strict=True)
    pictures = [overprint(zip(page, colours, strict=True)) for page in pages]
    imprint = _imprint(issue)
    return write_pages(pictures, dpi=PREVIEW_DPI, title=imprint.title, date=imprint.date)


def _imprint(issue: Issue) -> Imprint:
    """What the files say of themselves."""
    from pamphleteer.press.exchange import Imprint

    number = "/".join(part for part in (issue.volume, issue.number) if part)
    title = ", ".join(part for part in (issue.title, number, issue.date) if part)
    return Imprint(title=title, author=issue.publisher, date=issue.published or _day(issue.date))


def _day(date: str) -> datetime.date:
    """The first day of the year that a date names."""
    years = (int(year) for year in YEAR.findall(date))
    return next((datetime.date(year, 1, 1) for year in years if year), SOME_DAY)


def _no_plates(issue: Issue, layout: Layout) -> Problem:
    message = f'the layout "{layout.name}" has no ink with a plate of its own'
    hint = "Write inks: colour or black, or give an ink of its layout.yaml a spot: name."
    return error("no-plates", message, hint=hint, pos=issue.place("printing"))
