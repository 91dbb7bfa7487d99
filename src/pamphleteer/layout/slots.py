"""Slots: what a layout has a place for. What an issue has beyond them is told, never dropped."""

from collections.abc import Iterator

from pamphleteer.issue.holdings import notices_of
from pamphleteer.issue.model import (
    AddressItem,
    BannerItem,
    BoxItem,
    ColophonItem,
    ContactItem,
    ContentsItem,
    CoverItem,
    Issue,
    Notice,
    NoticeItem,
)
from pamphleteer.layout.keys import Slot
from pamphleteer.layout.spec import Layout
from pamphleteer.problems import IssueError, Problem, SourcePos, error

Asked = tuple[Slot, str, SourcePos]
"""A slot that something needs, what that is, and where it is asked for."""

SLOTS: dict[type, tuple[Slot, str]] = {
    AddressItem: ("address", "an address panel"),
    BannerItem: ("banners", "a banner"),
    BoxItem: ("boxes", "a box"),
    ColophonItem: ("colophon", "a colophon"),
    ContactItem: ("contact", "a contact block"),
    ContentsItem: ("contents", "a list of contents"),
    CoverItem: ("cover", "a cover"),
    NoticeItem: ("notices", "a notice"),
}


def refuse_missing_slots(issue: Issue, layout: Layout) -> None:
    """Stop an issue that has what its layout has no place for.

    Raises:
        IssueError: ``no-slot``, one problem at each place.
    """
    problems = [
        _no_slot(layout, what, pos) for slot, what, pos in _asked(issue) if slot not in layout.slots
    ]
    problems += [
        _no_size(layout, notice)
        for notice in notices_of(issue)
        if "notices" in layout.slots and notice.size not in layout.notices
    ]
    if problems:
        raise IssueError(sorted(problems, key=lambda problem: problem.pos or issue.pos))


def _asked(issue: Issue) -> Iterator[Asked]:
    if ears := issue.ears:
        first = ears.left or ears.right
        yield "ears", "an ear beside the title", first.pos if first else issue.pos
    for item in issue.items:
        if type(item) in SLOTS:
            slot, what = SLOTS[type(item)]
            yield slot, what, item.pos
    yield from (("fillers", "a filler", filler.pos) for filler in issue.fillers)


def _no_slot(layout: Layout, what: str, pos: SourcePos) -> Problem:
    message = f'the layout "{layout.name}" has no place for {what}'
    return error("no-slot", message, hint="Delete it, or choose another layout.", pos=pos)


def _no_size(layout: Layout, notice: Notice) -> Problem:
    message = f'the layout "{layout.name}" has no notices of the size {notice.size}'
    hint = f"It has: {', '.join(layout.notices)}."
    return error("no-slot", message, hint=hint, pos=notice.pos)
