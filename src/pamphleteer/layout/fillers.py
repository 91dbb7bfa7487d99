"""Galleys of fillers: slogans and notices that are used where a page has room."""

from pamphleteer.issue.model import BannerItem, Notice
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.galley import BannerGalleys, NoticeGalley
from pamphleteer.layout.notices import page_notice
from pamphleteer.layout.standing import banner_galleys
from pamphleteer.problems import IssueError, Problem
from pamphleteer.units import Pt


def filler_galleys(desk: Desk) -> tuple[BannerGalleys | NoticeGalley, ...]:
    """The galleys of all fillers, in the order in which they were written.

    Raises:
        IssueError: all that cannot be set as it was asked for.
    """
    made: list[BannerGalleys | NoticeGalley] = []
    problems: list[Problem] = []
    for filler in desk.issue.fillers:
        try:
            made.append(_galleys(desk, filler))
        except IssueError as fault:
            problems += fault.problems
    if problems:
        raise IssueError(problems)
    return tuple(made)


def _galleys(desk: Desk, filler: Notice | BannerItem) -> BannerGalleys | NoticeGalley:
    if isinstance(filler, Notice):
        return page_notice(desk, filler)
    columns = desk.grid.columns
    if filler.columns is None or filler.columns >= columns:
        return banner_galleys(desk, filler.text)
    inset = desk.layout.spacing.inset
    width = Pt(desk.grid.span(columns, filler.columns) - 2 * inset)
    return NoticeGalley(
        text=banner_galleys(desk, filler.text, width=width).sizes[0],
        name=f'the banner "{filler.text.text}"',
        kind="banner",
        span=filler.columns,
        inset=inset,
    )
