"""Plates by the names of the inks with which a publication prints them.

A layout has a red; which red it is, the print shop or the group knows: the ink that they have.
"""

from collections.abc import Iterator
from dataclasses import replace

from pamphleteer.issue.model import Issue
from pamphleteer.layout.inks import BLACK_PLATE, in_name, plates_of, with_plates
from pamphleteer.layout.spec import Layout
from pamphleteer.problems import IssueError, Problem, error, nearest


def name_plates(layout: Layout, issue: Issue) -> Layout:
    """The layout, its plates called as the manifest has it.

    Raises:
        IssueError: ``unknown-plate``, the layout has none of that name; ``same-plate``, two would
            be one file.
    """
    if not issue.plates:
        return layout
    if problems := list(_check(layout, issue)):
        raise IssueError(problems)
    return replace(layout, inks=with_plates(layout.inks, issue.plates))


def _check(layout: Layout, issue: Issue) -> Iterator[Problem]:
    pos = issue.place("plates")
    known = plates_of(layout.inks)[1:]
    for plate in issue.plates:
        if plate not in known:
            message = f'the layout "{layout.name}" has no plate "{plate}"'
            told = ", ".join(known) or f"none but {BLACK_PLATE}, which keeps its name"
            hint = nearest(plate, known) or f"Its plates are: {told}."
            yield error("unknown-plate", message, hint=hint, pos=pos)
    named: dict[str, str] = {in_name(BLACK_PLATE): BLACK_PLATE}
    for plate in known:
        ink = issue.plates.get(plate, plate)
        other = named.setdefault(in_name(ink), plate)
        if other != plate:
            message = f'the plates "{other}" and "{plate}" would both be "{ink}"'
            yield error("same-plate", message, hint="Give each another name.", pos=pos)
