"""The feet of pages: notices stand there, from their place in the running order on."""

from collections.abc import Sequence
from dataclasses import replace

from pamphleteer.makeup.copy import NoticeCopy
from pamphleteer.makeup.draft import Desk, Draft
from pamphleteer.makeup.plan import PlannedBlock


def put_notices(desk: Desk, draft: Draft) -> Draft:
    """Put the notices that wait at the page's foot, beside one another where they have room.

    They wait on where there is no room, and while an article is to begin beside the one above.
    """
    waiting = draft.cursor.notices
    while waiting and draft.beside is None:
        abreast = _abreast(desk, waiting)
        rows = max(notice_at(desk, index).rows for index in abreast)
        above = 0 if draft.is_empty and rows == draft.room else desk.spacing.before_panel
        if rows + above > draft.room:
            break
        waiting = tuple(index for index in waiting if index not in abreast)
        draft = replace(
            draft,
            planned=(*draft.planned, *_place(desk, draft, abreast)),
            floor=draft.floor - rows - above,
            cursor=replace(draft.cursor, notices=waiting),
        )
    return draft


def _abreast(desk: Desk, waiting: Sequence[int]) -> tuple[int, ...]:
    """The notices that stand side by side: the first, and those that the columns then hold."""
    abreast: list[int] = []
    free = desk.grid.columns
    for index in waiting:
        if (span := notice_at(desk, index).span) <= free:
            abreast.append(index)
            free -= span
    return tuple(abreast)


def _place(desk: Desk, draft: Draft, abreast: Sequence[int]) -> tuple[PlannedBlock, ...]:
    """Their places in the last rows that are free, from the left."""
    area = draft.area(desk, desk.grid.columns)
    column = 0
    planned = []
    for index in abreast:
        notice = notice_at(desk, index)
        slot = area.slot(column, area.rows - notice.rows, notice.rows, span=notice.span)
        planned.append(PlannedBlock(piece=index, size=0, slot=slot))
        column += notice.span
    return tuple(planned)


def notice_at(desk: Desk, index: int) -> NoticeCopy:
    """The notice at an index of the copy."""
    piece = desk.copy[index]
    if not isinstance(piece, NoticeCopy):
        raise TypeError("no notice")
    return piece
