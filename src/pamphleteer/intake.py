"""What a build takes in: an issue in an edition, its layout, and the page that they make."""

from pathlib import Path

from pamphleteer.issue import Edition, Issue, for_edition, read_issue
from pamphleteer.layout.grid import Grid
from pamphleteer.layout.openings import refuse_openings_in_boxes
from pamphleteer.layout.plates import name_plates
from pamphleteer.layout.slots import refuse_missing_slots
from pamphleteer.layout.spec import Layout, read_layout
from pamphleteer.papers import find_paper
from pamphleteer.problems import IssueError, error


def take_in(folder: Path, edition: Edition | None) -> tuple[Issue, Layout, Grid]:
    """Read an issue and its layout in an edition, that of its manifest if none is given.

    Raises:
        IssueError: what is wrong with either, or does not go together.
    """
    issue = read_issue(folder)
    issue = for_edition(issue, edition or issue.edition)
    layout = read_layout(issue.layout, issue.place("layout"), edition=issue.edition)
    layout = name_plates(layout, issue)
    refuse_missing_slots(issue, layout)
    refuse_openings_in_boxes(issue)
    return issue, layout, choose_grid(issue, layout)


def choose_grid(issue: Issue, layout: Layout) -> Grid:
    """The grid of the page that an issue names; for large print, of the paper in the printer."""
    if issue.edition != "standard":
        return layout.grid_on(find_paper(issue.printing.paper))
    grid = layout.grid(issue.page)
    if grid is None:
        hint = f"The layout is made for: {', '.join(layout.pages)}."
        message = f'the layout "{layout.name}" has no page of {issue.page}'
        raise IssueError([error("unknown-page", message, hint=hint, pos=issue.place("page"))])
    return grid
