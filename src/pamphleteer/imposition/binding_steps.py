"""Steps that make folded sections or leaves a finished copy."""

from collections.abc import Iterator

from pamphleteer.imposition.folding_pictures import (
    picture_closed,
    picture_edge,
    picture_gather,
    picture_nest,
    picture_push,
    picture_slit,
    picture_staples,
    picture_trim,
)
from pamphleteer.imposition.plan import Plan
from pamphleteer.imposition.steps import Step, Work
from pamphleteer.imposition.strip_pictures import picture_fan
from pamphleteer.units import MM_PER_PT

CREEPING_SHEETS = 4
"""From so many sheets in one another on, the inner leaves visibly stand out."""


def tell_assembling(work: Work) -> Iterator[Step]:
    """Put sections into or onto one another; fan a strip; or slit a sheet and push it."""
    plan, count = work.plan, len(work.plan.sections)
    names = [f"{number}" for number in range(1, count + 1)]
    if count > 1 and plan.nested:
        text = "Put each folded sheet into the middle of the one before: the first is outside."
        yield Step(name="Insert", text=text, picture=picture_nest(names))
    elif count > 1:
        text = f"Lay the {count} sections on one another, the first one on top."
        yield Step(name="Gather", text=text, picture=picture_gather(names))
    elif plan.scheme == "concertina":
        yield from _fan(work)
    elif plan.reading == "ring":
        yield from _slit(work)
    elif plan.reading == "flat":
        yield Step(name="Read", text=_say_flat(plan), picture=picture_gather(_sheet_names(plan)))


def _sheet_names(plan: Plan) -> list[str]:
    return [f"{number}" for number in range(1, len(plan.sheets) + 1)]


def _say_flat(plan: Plan) -> str:
    if len(plan.sheets) == 1:
        return "Nothing is folded or cut: the sheet is read as it lies, row by row."
    return (
        f"Keep the {len(plan.sheets)} sheets in order and staple them at the upper {plan.binding} "
        "corner. "
        "They are read as they lie, row by row."
    )


def _fan(work: Work) -> Iterator[Step]:
    panels = work.plan.sheets[0].front.columns
    text = (
        "Lay the sheet with its front up. Fold along each line in turn, the first one away from "
        f"you, the second towards you, and so on: all {panels} panels then lie on one another, "
        "panel 1 on top."
    )
    yield Step(name="Fold back and forth", text=text, picture=picture_fan(panels, work.page))


def _slit(work: Work) -> Iterator[Step]:
    each = "each sheet" if len(work.plan.sheets) > 1 else "the sheet"
    yield Step(
        name="Crease and slit",
        text=f"Fold {each} once along its length and in four across, and open it again. Slit it "
        "along the middle line, across the two panels in the middle: fold it in two across, and "
        "cut from the fold to the next crease.",
        picture=picture_slit(),
    )
    yield Step(
        name="Push",
        text="Fold the top half behind the bottom half, so that the print is outside. Hold both "
        "ends and push them together: the slit opens, and the panels become four leaves.",
        picture=picture_push(),
    )
    yield Step(
        name="Close",
        text="Lay all leaves the same way round, page 1 in front and page 8 behind, and crease "
        "the spine. Nothing is stapled.",
        picture=picture_closed(work.page),
    )


def tell_binding(work: Work) -> Iterator[Step]:
    """What holds the leaves: staples, thread, glue, wire, or nothing."""
    plan = work.plan
    if plan.reading != "leaves" or plan.scheme == "cards":
        return
    if work.setting.milling:
        yield _mill(work)
    elif plan.folds and (plan.nested or len(plan.sections) <= 1):
        yield from _staple(work)
    elif plan.folds:
        text = (
            f"Sew the sections through their folds, or press them and glue the {plan.binding} edge."
        )
        picture = picture_edge(work.page, plan.binding, holes=False)
        yield Step(name="Sew or glue", text=text, picture=picture)
    elif _leaf_count(plan) > 1:
        text = f"Knock the leaves level, and punch the {plan.binding} edge for wire, or glue it."
        picture = picture_edge(work.page, plan.binding, holes=True)
        yield Step(name="Punch or glue", text=text, picture=picture)


def _mill(work: Work) -> Step:
    edge, milled = work.plan.binding, work.setting.milling * MM_PER_PT
    number = len(work.plan.sections)
    pressed = "Press the sections together" if number > 1 else "Press the folded sheets"
    text = f"{pressed}, mill {milled:g} mm off their {edge} edge, and glue it."
    picture = picture_edge(work.page, edge, holes=False)
    return Step(name="Mill and glue", text=text, picture=picture)


def _leaf_count(plan: Plan) -> int:
    ganged = plan.cut.pieces // plan.cut.copies if plan.cut else 1
    return len(plan.sheets) * ganged


def _staple(work: Work) -> Iterator[Step]:
    """Two staples, unless a sheet is folded once: its fold holds it."""
    plan = work.plan
    if sum(plan.sections) <= 1 and not work.bolts:
        return
    length = work.page.width if plan.binding == "top" else work.page.height
    ends = "from either side" if plan.binding == "top" else "from head and foot"
    text = (
        f"Open the booklet in its middle and staple it from outside, in the fold: two staples, "
        f"{length / 4 * MM_PER_PT:.0f} mm {ends}. Close it and press the fold."
    )
    yield Step(name="Staple", text=text, picture=picture_staples(work.page, plan.binding))


def tell_trimming(work: Work) -> Iterator[Step]:
    """What is cut off in the end."""
    plan = work.plan
    if plan.reading != "leaves" or (plan.scheme == "cards" and plan.cut):
        return
    if sentences := list(_say_trims(work)):
        edge = plan.binding if plan.folds or plan.scheme != "cards" else None
        picture = picture_trim(work.page, edge)
        yield Step(name="Trim", text=" ".join(sentences), picture=picture)


def _say_trims(work: Work) -> Iterator[str]:
    sections = work.plan.sections
    deep = len(sections) if work.plan.nested else max(sections, default=1)
    if work.bolts:
        yield "Open the closed edges with a knife, or trim them off."
    if work.plan.folds and not work.plan.two_sided:
        yield "Trim open edges only: the closed ones hold the leaves together."
    elif work.has_margins and not work.plan.cut:
        width, height = (side * MM_PER_PT for side in (work.page.width, work.page.height))
        yield f"Trim all edges but the spine: a page is {width:.0f} × {height:.0f} mm."
    elif deep >= CREEPING_SHEETS:
        yield "The inner leaves stand out: trim the fore-edge, opposite the spine, level."
