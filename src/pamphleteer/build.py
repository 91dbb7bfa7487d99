"""From an issue's folder to its files: the only module that knows every room.

    read_issue ─▶ galleys ─▶ threads ─▶ make_up ─▶ pages ─▶ PDF ─▶ words compared ─▶ sheets ─▶ files
                                                         └─▶ PDF in inks, its rules kept ─▶ files

Nothing is written before every check has passed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from pamphleteer.assets import collect_assets, drawn_assets, picture_asset, prepare_pictures
from pamphleteer.booklet import (
    Booklet,
    MadeBooklet,
    count_sheets,
    multiple_to_make_up,
    spread_of,
)
from pamphleteer.booklets import make_booklets
from pamphleteer.images import Purpose
from pamphleteer.imposition.printer import Printer
from pamphleteer.intake import take_in
from pamphleteer.issue import Edition, Issue, told_of
from pamphleteer.layout.covers import cover_of, shaded_cover
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.fonts import read_fonts, refuse_unknown_families
from pamphleteer.layout.furniture import PageFurniture, furniture_html, style_sheet
from pamphleteer.layout.grid import Grid
from pamphleteer.layout.inks import for_screen
from pamphleteer.layout.openings import initials_of
from pamphleteer.layout.spec import Layout
from pamphleteer.makeup.blanks import spread_pages, turns_pages
from pamphleteer.makeup.complete import refuse_left_out
from pamphleteer.makeup.model import Page
from pamphleteer.makeup.pages import MadeUp, make_up
from pamphleteer.matter import SetMatter, set_matter
from pamphleteer.numbering import page_numbers, set_numbers
from pamphleteer.press.publishing import publish
from pamphleteer.print_shop import draw_for_sheets, make_print
from pamphleteer.printed import list_printed
from pamphleteer.problems import IssueError, Problem, SourcePos, error
from pamphleteer.reading.words import compare_words
from pamphleteer.resources import resource_folder
from pamphleteer.shown import fitter, picture_problems, shown_pictures
from pamphleteer.stack import with_room
from pamphleteer.typeset.drawing import Drawing, Graft, LineCount
from pamphleteer.typeset.measuring import Gauge
from pamphleteer.typeset.paragraph.rules import Told
from pamphleteer.typeset.typesetter import Typesetter
from pamphleteer.units import Pt

Output = Literal["screen", "print", "booklet"]
OUTPUTS: tuple[Output, ...] = ("screen", "print", "booklet")

MOST_ROUNDS = 4
"""How often pages are made up before their numbers must agree with what is printed of them."""

Tell = Callable[[str], None]
"""Is told what is being done, in a few words."""


Profiles = Callable[[str, SourcePos], Printer]
"""Finds a printer's profile by its name; the place is for the problem that there is none."""


def _no_profiles(name: str, pos: SourcePos) -> Printer:
    raise IssueError([error("unknown-printer", f'no printer "{name}" is known here', pos=pos)])


WHOLE: Mapping[Edition, tuple[str, Purpose]] = {
    "standard": ("screen", "screen"),
    "large-print": ("large-print", "office"),
}
"""What the PDF is called that has an edition page by page, and what its pictures are for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made: the files, and the facts for whoever prints them.

    ``lines`` counts them by who set them; ``reasons`` says why pages are as they are: the page, and
    a sentence without its full stop; ``booklet`` has what is to be told of it, which may be made
    ``for_printer``: one of which there is a profile; ``removed`` is what an earlier build made of
    it for another printer.
    """

    issue: Issue
    pages: int
    blanks: int
    sheets: int
    outputs: tuple[Path, ...]
    removed: tuple[Path, ...]
    pours: int
    lines: LineCount
    reasons: tuple[tuple[int, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    booklet: MadeBooklet = field(default_factory=MadeBooklet)
    for_printer: bool = False


@with_room
def build_issue(
    folder: Path,
    *,
    out: Path | None = None,
    only: tuple[Output, ...] = OUTPUTS,
    edition: Edition | None = None,
    printer: Printer | None = None,
    profiles: Profiles = _no_profiles,
    tell: Tell = lambda _: None,
) -> Built:
    """Make the PDFs of the issue in a folder and put them in place.

    They go ``out``, or into ``out`` in its folder, in an ``edition`` or the manifest's. The booklet
    is for the ``printer``, or that of ``printing: printer``, which ``profiles`` finds.

    Raises:
        IssueError: whatever an editor must mend; then no file was touched.
    """
    tell("Reading")
    issue, layout, grid = take_in(folder, edition)
    printer = printer or _printer_of(issue, profiles)
    tell("Setting")
    typesetter, desk = _set_up(issue, layout, grid)
    made, matter = _make_up(typesetter, desk, tell)
    drawing = _draw(issue, layout, grid, typesetter=typesetter, made=made)
    tell("Writing and reading back")
    shown = shown_pictures(issue, desk.pictures, desk.cover, drawing.placed(typesetter.pictures))
    name, purpose = WHOLE[issue.edition]
    screen = drawing.tagged_pdf(for_screen(layout.inks), convert=fitter(shown, purpose))
    compare_words(screen, tuple(list_printed(made, matter)))
    target = (out or folder / "out") / issue.slug
    only = only if issue.edition == "standard" else ("screen",)
    files = {Path(f"{target}-{name}.pdf"): screen} if "screen" in only else {}
    if "print" in only:
        tell("Making plates")
        files |= make_print(issue, layout, drawing, target, shown=shown)
    booklet = MadeBooklet()
    if "booklet" in only:
        tell("Folding")
        sheets = draw_for_sheets(issue, layout, drawing, shown)
        booklet = make_booklets(
            issue, sheets, _numbers(made), Booklet(path=target, printer=printer)
        )
    files |= booklet.files
    publish(files, outdated=booklet.outdated)
    return Built(
        issue=issue,
        pages=len(made.pages),
        blanks=made.blanks,
        sheets=count_sheets(issue, len(made.pages)),
        outputs=tuple(files),
        removed=booklet.outdated,
        pours=sum(thread.pours for thread in matter.threads),
        lines=drawing.lines,
        problems=told_of(issue, (*matter.problems, *booklet.problems, *picture_problems(shown))),
        booklet=booklet,
        for_printer=printer is not None,
        reasons=_reasons(made),
    )


def _numbers(made: MadeUp) -> tuple[int | None, ...]:
    """The numbers of the pages; None for one that is blank."""
    return tuple(None if page.blank else page.number for page in made.pages)


def _reasons(made: MadeUp) -> tuple[tuple[int, str], ...]:
    """Why pages are as they are."""
    return tuple((page.number, reason) for page in made.pages for reason in page.reasons)


def _printer_of(issue: Issue, profiles: Profiles) -> Printer | None:
    name = issue.printing.printer
    return profiles(name, issue.place("printing.printer")) if name else None


def _make_up(typesetter: Typesetter, desk: Desk, tell: Tell) -> tuple[MadeUp, SetMatter]:
    """Set all matter and make up its pages; page numbers are put in when they are known.

    Where the true numbers take more or less room than the placeholders, all is done once more with
    them in place; the pages may move again then, so that there must be an end.
    """
    issue = desk.issue
    for _ in range(MOST_ROUNDS):
        matter = set_matter(typesetter, desk)
        tell("Making up pages")
        made = make_up(
            matter.pieces,
            masthead=matter.masthead,
            grid=desk.grid,
            spacing=desk.layout.spacing,
            multiple=multiple_to_make_up(issue),
            cover=matter.cover,
            address=matter.address,
            fillers=matter.fillers,
        )
        made = _spread(issue, made)
        refuse_left_out(matter.pieces, made.pages)
        numbered = set_numbers(made, matter, grid=desk.grid, typesetter=typesetter)
        if numbered is not None:
            return numbered
        desk = replace(desk, numbers=page_numbers(made, matter))
    message = f"the page numbers in the text still changed after {MOST_ROUNDS} rounds"
    hint = "Change a headline or the list of contents a little."
    raise IssueError([error("unsettled-pages", message, hint=hint, pos=issue.pos)])


def _spread(issue: Issue, made: MadeUp) -> MadeUp:
    """The pages with blank ones where ``printing: blanks`` wants them.

    Raises:
        IssueError: ``pages-change-sides``: left-hand pages would become right-hand ones.
    """
    spread = spread_of(issue, len(made.pages))
    if turns_pages(spread):
        blanks = spread.count(None)
        message = f"{blanks} blank page{'s' * (blanks > 1)} would put left pages on the right"
        hint = "Write blanks: before-back, or make the issue a page longer or shorter."
        pos = issue.place("printing.blanks")
        raise IssueError([error("pages-change-sides", message, hint=hint, pos=pos)])
    return replace(made, pages=spread_pages(made.pages, spread))


def _set_up(issue: Issue, layout: Layout, grid: Grid) -> tuple[Typesetter, Desk]:
    own_fonts = tuple(path for path in (issue.root / "fonts",) if path.is_dir())
    fonts = read_fonts((resource_folder("fonts"), *own_fonts))
    refuse_unknown_families(layout.fonts, layout.font_places, fonts)
    pictures = prepare_pictures(issue)
    typesetter = Typesetter(
        stylesheet=style_sheet(layout, grid, "matter.css.j2"),
        assets=collect_assets(
            issue, layout, pictures=pictures, drawings=initials_of(issue, layout, grid, fonts)
        ),
        own_fonts=own_fonts,
        told=Told(justification=layout.justification, exceptions=issue.hyphenation),
    )
    desk = Desk(
        issue=issue,
        layout=layout,
        grid=grid,
        fonts=fonts,
        pictures=pictures,
        gauge=_gauge(typesetter, issue),
    )
    cover = cover_of(issue)
    if cover is None:
        return typesetter, desk
    shaded = shaded_cover(desk, cover)
    typesetter = typesetter.with_asset(shaded.name, picture_asset(shaded))
    return typesetter, replace(desk, cover=shaded)


def _gauge(typesetter: Typesetter, issue: Issue) -> Gauge:
    return Gauge(typesetter=typesetter, language=issue.language, path=issue.pos.path)


def at_leading(typesetter: Typesetter, desk: Desk, leading: Pt) -> tuple[Typesetter, Desk]:
    """The same issue with its lines so many points apart; what was set of it stays as it is.

    What does not hang on the leading is taken over: a quarter of the time is enough.
    """
    issue, layout, grid = desk.issue, desk.layout, replace(desk.grid, leading=leading)
    again = typesetter.restyled(
        style_sheet(layout, grid, "matter.css.j2"),
        assets=drawn_assets(initials_of(issue, layout, grid, desk.fonts)),
    )
    return again, replace(desk, grid=grid, gauge=_gauge(again, issue))


def _draw(
    issue: Issue, layout: Layout, grid: Grid, *, typesetter: Typesetter, made: MadeUp
) -> Drawing:
    furniture = furniture_html(issue, layout, grid, tuple(map(_furniture, made.pages)))
    grafts = [
        Graft(page=page.number, frame=placed.frame, x=placed.x, y=placed.y)
        for page in made.pages
        for placed in page.placed
    ]
    rules = style_sheet(layout, grid, "page.css.j2")
    return typesetter.draw(furniture, grafts, page_rules=rules, bleed=grid.bleed)


def _furniture(page: Page) -> PageFurniture:
    return PageFurniture(
        number=page.number,
        running_head=page.running_head,
        panels=page.panels,
        blank=page.blank,
        covered=page.covered,
    )
