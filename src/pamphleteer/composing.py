"""From an issue's folder to pages that are drawn, and can be written for each output.

    read_issue ─▶ galleys ─▶ threads ─▶ make_up ─▶ pages

Nothing is written here: `build` does that, and proves it.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from pamphleteer.assets import collect_assets, drawn_assets, picture_asset, prepare_pictures
from pamphleteer.booklet import multiple_to_make_up, spread_of
from pamphleteer.issue import Edition, Issue, for_edition, read_issue
from pamphleteer.layout.covers import cover_of, shaded_cover
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.fonts import read_fonts, refuse_unknown_families
from pamphleteer.layout.furniture import PageFurniture, furniture_html, style_sheet
from pamphleteer.layout.grid import Grid
from pamphleteer.layout.openings import initials_of, refuse_openings_in_boxes
from pamphleteer.layout.plates import name_plates
from pamphleteer.layout.slots import refuse_missing_slots
from pamphleteer.layout.spec import Layout, read_layout
from pamphleteer.makeup.blanks import spread_pages, turns_pages
from pamphleteer.makeup.complete import refuse_left_out
from pamphleteer.makeup.model import Page
from pamphleteer.makeup.pages import MadeUp, make_up
from pamphleteer.matter import SetMatter, set_matter
from pamphleteer.numbering import page_numbers, set_numbers
from pamphleteer.papers import find_paper
from pamphleteer.problems import IssueError, error
from pamphleteer.resources import resource_folder
from pamphleteer.shown import Shown, shown_pictures
from pamphleteer.typeset.drawing import Drawing, Graft
from pamphleteer.typeset.measuring import Gauge
from pamphleteer.typeset.paragraph.rules import Told
from pamphleteer.typeset.typesetter import Typesetter
from pamphleteer.units import Pt

MOST_ROUNDS = 4
"""How often pages are made up before their numbers must agree with what is printed of them."""

Tell = Callable[[str], None]
"""Is told what is being done, in a few words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """An issue whose pages are drawn, and can be written for each output; and its pictures."""

    issue: Issue
    layout: Layout
    made: MadeUp
    matter: SetMatter
    drawing: Drawing
    shown: tuple[Shown, ...]


def compose(folder: Path, edition: Edition | None, tell: Tell) -> Drawn:
    """Set an issue and draw its pages, in an edition or its manifest's.

    Raises:
        IssueError: what is written cannot be read, or cannot be set as the layout asks.
    """
    tell("Reading")
    issue, layout, grid = _read(folder, edition)
    tell("Setting")
    typesetter, desk = _set_up(issue, layout, grid)
    made, matter = _make_up(typesetter, desk, tell)
    drawing = _draw(issue, layout, grid, typesetter=typesetter, made=made)
    placed = drawing.placed(typesetter.pictures)
    shown = shown_pictures(issue, desk.pictures, desk.cover, placed)
    return Drawn(issue=issue, layout=layout, made=made, matter=matter, drawing=drawing, shown=shown)


def _read(folder: Path, edition: Edition | None = None) -> tuple[Issue, Layout, Grid]:
    """Read the issue and its layout in an edition, and see that they go together."""
    issue = read_issue(folder)
    issue = for_edition(issue, edition or issue.edition)
    layout = read_layout(issue.layout, issue.place("layout"), edition=issue.edition)
    layout = name_plates(layout, issue)
    refuse_missing_slots(issue, layout)
    refuse_openings_in_boxes(issue)
    return issue, layout, _grid(issue, layout)


def _grid(issue: Issue, layout: Layout) -> Grid:
    if issue.edition != "standard":
        return layout.grid_on(find_paper(issue.printing.paper))
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
