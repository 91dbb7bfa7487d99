"""Milling: gathered sections lose the folds of their spine before glue is put on it.

A perfect binder grinds a few millimetres off the backs of the gathered sections, so that the glue
reaches every leaf. Pages are kept away from the fold by as much; in what is milled off there is
room for collation steps, which then stand on the spine where they are seen best.
"""

from pamphleteer.imposition.jobs import ImpositionError
from pamphleteer.imposition.plan import Plan

STAPLED = {"saddle-stitch"}
"""Schemes of one section, which is held by its fold."""


def check_milling(plan: Plan, milling: float) -> None:
    """See that what is to be milled is a book of sections with their folds at an upright spine.

    Args:
        plan: What is folded, and how sections become a book.
        milling: Points that are milled off, 0 for none.

    Raises:
        ImpositionError: ``bad-imposition``, and what is milled instead.
    """
    if not milling:
        return
    hint = "Gathered sections are milled: of perfect-bound, or of folded-section if it says so."
    if not plan.folds or plan.nested or plan.scheme in STAPLED:
        raise ImpositionError(_say_misfit(plan), key="milling", hint=hint)
    check_upright(plan, "a spine can be milled", key="milling")


def check_upright(plan: Plan, what: str, *, key: str) -> None:
    """See that the spine lies upright on the sheet: pages are moved to the left and right alone.

    Raises:
        ImpositionError: ``bad-imposition``: what is asked for cannot be done with a level spine.
    """
    if plan.folds and plan.folds[-1].half in {"top", "bottom"}:
        message = f"{what} where the last fold is at the left or the right, not at the top or foot"
        hint = "Turn your own grid by 90 degrees, its last fold too."
        raise ImpositionError(message, key=key, hint=hint)


def _say_misfit(plan: Plan) -> str:
    if not plan.folds:
        return f"the scheme {plan.scheme} has no folds at its spine to be milled off"
    return "sheets that lie in one another are held by their folds, which cannot be milled off"
