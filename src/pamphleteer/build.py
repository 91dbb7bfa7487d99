"""From an issue's folder to its files: the only module that knows every room.

    read_issue ─▶ galleys ─▶ threads ─▶ make_up ─▶ pages ─▶ PDF ─▶ words compared ─▶ sheets ─▶ files
                                                         └─▶ PDF in inks, its rules kept ─▶ files

Nothing is written before every check has passed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from pamphleteer.assets import collect_assets, drawn_assets, picture_asset, prepare_pictures
from pamphleteer.booklet import Booklet, MadeBooklet, count_sheets, make_booklet
from pamphleteer.imposition.orders import pages_multiple
from pamphleteer.imposition.printer import Printer
from pamphleteer.issue import Issue, read_issue
from pamphleteer.layout.covers import cover_of, shaded_cover
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.fonts import read_fonts, refuse_unknown_families
from pamphleteer.layout.furniture import PageFurniture, furniture_html, style_sheet
from pamphleteer.layout.galley import Passage
from pamphleteer.layout.grid import Grid
from pamphleteer.layout.inks import for_screen
from pamphleteer.layout.openings import initials_of, refuse_openings_in_boxes
from pamphleteer.layout.plates import name_plates
from pamphleteer.layout.slots import refuse_missing_slots
from pamphleteer.layout.spec import Layout, read_layout
from pamphleteer.makeup import model as makeup
from pamphleteer.makeup.complete import refuse_left_out
from pamphleteer.makeup.model import Page
from pamphleteer.makeup.pages import MadeUp, make_up
from pamphleteer.matter import SetMatter, set_matter
from pamphleteer.numbering import page_numbers, set_numbers
from pamphleteer.press.publishing import publish
from pamphleteer.print_shop import draw_for_sheets, make_print
from pamphleteer.problems import IssueError, Problem, error
from pamphleteer.reading.text import Region
from pamphleteer.reading.words import Printed, compare_words
from pamphleteer.resources import resource_folder
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made: the files, and the facts for whoever prints them.

    ``lines`` counts them by who set them; ``reasons`` says why pages are as they are: the page, and
    a sentence without its full stop; ``instructions`` tell how the booklet is printed and folded,
    perhaps ``for_printer``: one of which there is a profile.
    """

    issue: Issue
    pages: int
    blanks: int
    sheets: int
    outputs: tuple[Path, ...]
    pours: int
    lines: LineCount
    reasons: tuple[tuple[int, str], ...] = ()
    problems: tuple[Problem, ...] = ()
    instructions: tuple[str, ...] = ()
    for_printer: bool = False


@with_room
def build_issue(
    folder: Path,
    *,
    out: Path | None = None,
    only: tuple[Output, ...] = OUTPUTS,
    printer: Printer | None = None,
    tell: Tell = lambda _: None,
) -> Built:
    """Make the PDFs of the issue in a folder and put them in place.

    They go ``out``, or into ``out`` in the issue's folder. The booklet is for the ``printer``, if
    one is given, instead of that of the manifest's flip; ``tell`` is called as the work goes on.

    Raises:
        IssueError: whatever an editor must mend; then no file was touched.
    """
    tell("Reading")
    issue, layout, grid = _read(folder)
    tell("Setting")
    typesetter, desk = _set_up(issue, layout, grid)
    made, matter = _make_up(typesetter, desk, tell)
    drawing = _draw(issue, layout, grid, typesetter=typesetter, made=made)
    tell("Writing and reading back")
    screen = drawing.tagged_pdf(for_screen(layout.inks))
    compare_words(screen, tuple(_printed(made, matter)))
    target = (out or folder / "out") / issue.slug
    files = {Path(f"{target}-screen.pdf"): screen} if "screen" in only else {}
    if "print" in only:
        tell("Making plates")
        files |= make_print(issue, layout, drawing, target)
    booklets: list[MadeBooklet] = []
    if "booklet" in only:
        tell("Folding")
        for name, pdf in draw_for_sheets(issue, layout, drawing).items():
            wanted = Booklet(path=Path(f"{target}-{name}.pdf"), printer=printer)
            booklets.append(make_booklet(issue, pdf, len(made.pages), wanted))
            files |= booklets[-1].files
    publish(files)
    return Built(
        issue=issue,
        pages=len(made.pages),
        blanks=made.blanks,
        sheets=count_sheets(issue, len(made.pages)),
        outputs=tuple(files),
        pours=sum(thread.pours for thread in matter.threads),
        lines=drawing.lines,
        problems=matter.problems,
        instructions=booklets[0].instructions if booklets else (),
        for_printer=printer is not None,
        reasons=tuple((page.number, reason) for page in made.pages for reason in page.reasons),
    )


def _read(folder: Path) -> tuple[Issue, Layout, Grid]:
    """Read the issue and its layout, and see that they go together."""
    issue = read_issue(folder)
    layout = name_plates(read_layout(issue.layout, issue.place("layout")), issue)
    refuse_missing_slots(issue, layout)
    refuse_openings_in_boxes(issue)
    return issue, layout, _grid(issue, layout)


def _grid(issue: Issue, layout: Layout) -> Grid:
    grid = layout.grid(issue.page)
    if grid is None:
        hint = f"The layout is made for: {', '.join(layout.pages)}."
        message = f'the layout "{layout.name}" has no page of {issue.page}'
        raise IssueError([error("unknown-page", message, hint=hint, pos=issue.place("page"))])
    return grid


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
            multiple=pages_multiple(issue.printing),
            cover=matter.cover,
            address=matter.address,
            fillers=matter.fillers,
        )
        refuse_left_out(matter.pieces, made.pages)
        numbered = set_numbers(made, matter, grid=desk.grid, typesetter=typesetter)
        if numbered is not None:
            return numbered
        desk = replace(desk, numbers=page_numbers(made, matter))
    message = f"the page numbers in the text still changed after {MOST_ROUNDS} rounds"
    hint = "Change a headline or the list of contents a little."
    raise IssueError([error("unsettled-pages", message, hint=hint, pos=issue.pos)])


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


def _printed(made: MadeUp, matter: SetMatter) -> Iterator[Printed]:
    """What each thread should have printed, its text and its notes, and in which regions."""
    texts: dict[makeup.Thread, list[Region]] = {}
    notes: dict[makeup.Thread, list[Region]] = {}
    for page in made.pages:
        for placed in page.placed:
            text, *below = _regions(page.number, placed)
            texts.setdefault(placed.thread, []).append(text)
            notes.setdefault(placed.thread, []).extend(below)
    for thread, regions in texts.items():
        galley = matter.galleys[thread]
        if galley.passages or galley.exact:  # letters may stand over a picture
            yield _compared(galley.passages, regions, exact=galley.exact)
        yield _compared(galley.notes, notes[thread], exact=True)


def _regions(page: int, placed: makeup.Placed) -> Iterator[Region]:
    """The region of a frame's text, and that of its notes if it has any."""
    frame = placed.frame
    depth = frame.depth if frame.notes_top is None else frame.notes_top
    text = Region(
        page=page, x=placed.x, y=placed.y, width=frame.width, height=depth, holes=frame.labels
    )
    yield text
    if depth < frame.depth:
        yield replace(text, y=Pt(placed.y + depth), height=Pt(frame.depth - depth), holes=())


def _compared(passages: tuple[Passage, ...], regions: list[Region], *, exact: bool) -> Printed:
    return Printed(
        passages=tuple((passage.text, passage.pos) for passage in passages),
        exact=exact,
        regions=tuple(regions),
    )
