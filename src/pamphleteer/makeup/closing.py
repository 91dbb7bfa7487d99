"""Close pages: a block that ends one stands at its foot; rows that stay free are told."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pamphleteer.makeup.copy import BlockCopy, Copy, StoryCopy
from pamphleteer.makeup.plan import PagePlan, PlannedBlock, PlannedHead
from pamphleteer.makeup.reasons import tell_free

NEW_PAGE = {"new-page", "right-page", "left-page"}


def close_pages(plans: Sequence[PagePlan], copy: Sequence[Copy]) -> tuple[PagePlan, ...]:
    """Let a block that ends a page stand at its foot, as deep as it may; the last page stays open.

    A slogan that hangs in the middle of an empty half page looks forgotten; at the foot it closes
    the page.
    """
    closed = (_tell_free(_drop(plan, copy), after, copy) for plan, after in pairwise(plans))
    return (*closed, plans[-1])


def _tell_free(plan: PagePlan, after: PagePlan, copy: Sequence[Copy]) -> PagePlan:
    free = plan.floor - plan.row
    if free < 1:
        return plan
    heads = (each.story for each in after.planned[:1] if isinstance(each, PlannedHead))
    why = "what comes next needs more room"
    for story in heads:
        piece = copy[story]
        if isinstance(piece, StoryCopy) and piece.start in NEW_PAGE:
            why = "the next article begins on a new page, as was asked"
    reason = tell_free(free, why)
    return replace(plan, reasons=(*plan.reasons, reason))


def _drop(plan: PagePlan, copy: Sequence[Copy]) -> PagePlan:
    block = plan.planned[-1] if plan.below_block else None
    piece = copy[block.piece] if isinstance(block, PlannedBlock) else None
    if not isinstance(block, PlannedBlock) or not isinstance(piece, BlockCopy):
        return plan
    if not piece.may_drop:
        return plan
    free = plan.floor - plan.row
    rows = min(block.slot.rows + free, piece.most[block.size])
    slot = replace(block.slot, row=plan.floor - rows, rows=rows)
    return replace(plan, planned=(*plan.planned[:-1], replace(block, slot=slot)), row=plan.floor)
