"""Collation steps: a bar on the back of each section, one step lower than on the one before.

When the book is gathered and its spine looked at, a section too many, too few or in the wrong place
breaks the stair. Where steps run out, the stair begins again. All sizes are points.
"""

from collections.abc import Iterable, Iterator

from pamphleteer.imposition.creases import Section
from pamphleteer.imposition.ground import Ground, Shapes, Ways
from pamphleteer.imposition.margins import Margin, Patch, Where
from pamphleteer.imposition.placing import Rect

STEP, BACK = 6.0, 4.0
"""A bar's length along the fold in a margin, and how far it goes to each side of the fold."""

SPINE_STEP = 12.0
"""A bar's length on the spine itself, where there is room for longer ones."""

WITHIN = 0.4
"""The share that a bar takes of what is milled off on one side of the fold; pages keep off half."""

LEAST_STEPS = 3
"""With two steps, a section too many and one too few would look alike."""


def draw_steps(ground: Ground) -> Iterator[Ways]:
    """Draw the bars of a side, one for each section that has its back there.

    Where the spine is milled, bars stand on it, from the head downwards, and are milled off. Else
    pages meet at the fold, so that a bar stands on it below their foot or above their head, where
    the knife takes it away once the book is gathered and looked at.
    """
    for back in _backs(ground):
        if ground.milling:
            yield _spine_bar(back, ground.milling)
        else:
            yield _margin_bar(back, ground.room.margin(back.margin)) if back.margin else ()


def find_stairs(ground: Ground) -> Iterator[tuple[Where, float]]:
    """The margins in which there are bars, and at which folds."""
    for back in _backs(ground):
        if not ground.milling and back.margin and _count_steps(ground.room.margin(back.margin)):
            yield back.margin, round(back.at, 6)


def free_strips(sections: Iterable[Section], milling: float) -> tuple[Rect, ...]:
    """What pages keep off at the backs of sections, and is milled off: room for bars."""
    half = milling / 2
    return tuple(
        (each.at - half, min(each.run), each.at + half, max(each.run))
        for each in sections
        if milling
    )


def _backs(ground: Ground) -> Iterator[Section]:
    return (section for section in ground.sections if section.side == ground.side)


def _spine_bar(back: Section, milling: float) -> Iterator[Shapes]:
    head, foot = back.run
    down = 1 if foot > head else -1
    steps = int(abs(foot - head) // SPINE_STEP) - 2  # one is left free at the head, one at the foot
    if steps < LEAST_STEPS:
        return
    start = head + down * SPINE_STEP * (1 + (back.number - 1) % steps)
    low, high = sorted((start, start + down * SPINE_STEP))
    aside = min(BACK, WITHIN * milling)
    yield (Patch(box=(back.at - aside, low, back.at + aside, high), ink="black"),)


def _count_steps(margin: Margin) -> int:
    """How many steps a margin has room for; none where they are too few."""
    steps = int(margin.depth // STEP)
    return steps if steps >= LEAST_STEPS else 0


def _margin_bar(back: Section, margin: Margin) -> Iterator[Shapes]:
    steps = _count_steps(margin)
    if not steps:
        return
    step = (back.number - 1) % steps
    out = STEP * (steps - 1 - step if margin.where in {"top", "right"} else step)
    box = margin.box((back.at - BACK, back.at + BACK), (out, out + STEP))
    yield (Patch(box=box, ink="black"),)
