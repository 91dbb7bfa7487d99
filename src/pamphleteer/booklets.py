"""The booklets of an issue: as many as it has PDFs to be imposed, and what is said of all."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from pamphleteer.booklet import Booklet, MadeBooklet, make_booklet
from pamphleteer.issue import Issue


def make_booklets(
    issue: Issue, sheets: Mapping[str, bytes], pages: tuple[int | None, ...], wanted: Booklet
) -> MadeBooklet:
    """Make the booklet of each PDF of all pages: one, or one for each drum, folded alike.

    Args:
        issue: Whose ``printing:`` says how.
        sheets: The PDFs, by what their booklets are called.
        pages: Their numbers, in their order; None for one that is blank.
        wanted: What the files' names begin with, and the printer.

    Raises:
        IssueError: one of them cannot be made.
    """
    made = [
        make_booklet(issue, pdf, pages, replace(wanted, path=Path(f"{wanted.path}-{name}.pdf")))
        for name, pdf in sheets.items()
    ]
    return replace(
        made[0],
        files={path: pdf for each in made for path, pdf in each.files.items()},
        problems=tuple(dict.fromkeys(problem for each in made for problem in each.problems)),
        outdated=tuple(dict.fromkeys(path for each in made for path in each.outdated)),
    )
