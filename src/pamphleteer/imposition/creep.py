"""Creep: how far the inner leaves of a folded signature are pushed out, and what undoes it.

Leaves lie in one another. A leaf of depth d has d leaves between itself and the outside, and the
fold pushes it out by κ·t·d: t is the thickness of a leaf, the caliper, and κ the fold factor. The
knife cuts all leaves flush with the outermost one, so an inner page loses κ·t·d of its outer edge.

Lengths are points, as everywhere; a stock is told in millimetres, as paper is sold.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import isfinite, pi
from typing import Literal

from pamphleteer.units import POINTS_PER_UNIT, Pt

NOTHING = Pt(0)

Mode = Literal["inwards", "outwards", "scaling"]

SHARP_CREASE = 1.0
"""The fold factor of paper pressed flat, with no air between the leaves."""

ROUND_FOLD = pi / 2
"""The fold factor of a round spine: a half circle is π/2 times as long as it is wide."""


Push = Callable[[int], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """A paper, by its caliper: the thickness of one leaf in millimetres.

    ``leaves`` are how many of it lie in one another, where it is a cover: 2 where its sheet is
    folded twice.
    """

    caliper_mm: float
    leaves: int = 1

    def __post_init__(self) -> None:
        if not (isfinite(self.caliper_mm) and self.caliper_mm >= 0):
            raise ValueError(f"a leaf cannot be {self.caliper_mm} mm thick")

    @classmethod
    def of_weight(cls, *, grammage: float, bulk: float) -> "Stock":
        """Reckon the caliper from what mills print on the wrapper.

        Thickness is mass by area times volume by mass: g/m² × cm³/g = µm.

        Args:
            grammage: In g/m²; office paper has 80.
            bulk: In cm³/g; about 0.8 for coated, 1.25 for uncoated, 2 for bulky book paper.
        """
        return cls(caliper_mm=grammage * bulk / 1000)

    @property
    def caliper(self) -> Pt:
        """The thickness of one leaf in points."""
        return Pt(self.caliper_mm * POINTS_PER_UNIT["mm"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Creep:
    """What to do with one page: the shift first is none, the scale first is 1.

    ``shift`` is towards the spine, negative away from it. ``scale`` is horizontal, about the spine.
    """

    shift: Pt = NOTHING
    scale: float = 1.0


def depth_of(page: int, pages: int) -> int:
    """Count the leaves between a page's leaf and the outside of its signature.

    A signature's leaf k from the front lies in the same fold as leaf k from the back, whatever the
    fold scheme, so that d = ⌊(min(p, P+1−p) − 1) / 2⌋.

    Args:
        page: The page's number in its signature, from 1.
        pages: Pages in the signature, a multiple of 4.

    Raises:
        ValueError: there is no such page, or no such signature.
    """
    _check_pages(pages)
    if not 1 <= page <= pages:
        raise ValueError(f"a signature of {pages} pages has no page {page}")
    return (min(page, pages + 1 - page) - 1) // 2


def shifts(
    pages_in_signature: int,
    stock: Stock,
    *,
    kappa: float = SHARP_CREASE,
    mode: Mode = "inwards",
    page_width: Pt | None = None,
    outer_margin: Pt = NOTHING,
    cover: Stock | None = None,
) -> tuple[Creep, ...]:
    """Say of each page of a signature how it is moved or scaled against creep.

    With c(d) = κ·t·d, and D the depth of the innermost leaf:

    - ``inwards``: page d moves by c(d) towards the spine; the outermost leaf stays.
    - ``outwards``: page d moves by c(D) − c(d) away from the spine; the innermost leaf stays, and
      a picture across its two pages is whole.
    - ``scaling``: page d is narrowed about the spine to (W − m − c(d)) / (W − m), W the page's
      width and m its outer margin. What ended m before the outer edge ends m before the cut: the
      outer margin stays, and so does what stands at the spine.

    Within a cover of n leaves of another paper, thick t', c(d) = κ·(t'·n + t·(d − n)) from d = n
    on, and κ·t'·d before.

    Args:
        pages_in_signature: A multiple of 4.
        stock: The paper.
        kappa: The fold factor, from `SHARP_CREASE` to `ROUND_FOLD`; in practice 1.2 to 1.4.
        mode: One of the above.
        page_width: For ``scaling``: the trimmed page's width.
        outer_margin: For ``scaling``: the margin that stays. With 0, the page's very edge does, and
            the margins become narrower with all else.
        cover: The paper of the outermost leaves, if it is another.

    Returns:
        One for each page, the first page's first.

    Raises:
        ValueError: no such signature or fold factor, or no width to scale.
    """
    push = _pushing(stock, kappa, cover)
    deepest = _deepest(pages_in_signature)
    undo = _undoing(mode, push=push, deepest=deepest, width=page_width, margin=outer_margin)
    pages = range(1, pages_in_signature + 1)
    return tuple(undo(depth_of(page, pages_in_signature)) for page in pages)


def least_outer_margin(
    margin: Pt,
    undone: Sequence[Creep],
    stock: Stock,
    *,
    kappa: float = SHARP_CREASE,
    page_width: Pt | None = None,
    cover: Stock | None = None,
) -> Pt:
    """Say what stays of the narrowest outer margin when the signature is folded and cut.

    The knife cuts W from the outermost fold, so page d is W − c(d) wide. What ended ``margin``
    before its outer edge now ends (W − margin)·scale − shift from its own fold.

    Args:
        margin: From the page's outer edge to the nearest type, before creep.
        undone: What is done with each page of the signature (see `shifts`).
        stock: The paper.
        kappa: The fold factor.
        page_width: Where pages are scaled: the trimmed page's width.
        cover: The paper of the outermost leaves, if it is another.

    Returns:
        The least margin of all pages; negative where type is cut.

    Raises:
        ValueError: as `shifts`.
    """
    _check_pages(len(undone))
    push = _pushing(stock, kappa, cover)
    width = page_width or margin  # unscaled, any width will do
    depths = (depth_of(page, len(undone)) for page in range(1, len(undone) + 1))
    left = (
        _margin_left(margin, width, push(depth), each)
        for depth, each in zip(depths, undone, strict=True)
    )
    return Pt(min(left))


def _margin_left(margin: Pt, width: Pt, creep: float, undone: Creep) -> float:
    type_edge = (width - margin) * undone.scale - undone.shift
    return width - creep - type_edge


def _undoing(
    mode: Mode, *, push: Push, deepest: int, width: Pt | None, margin: Pt
) -> Callable[[int], Creep]:
    """What is done with a page of a depth."""
    if mode == "inwards":
        return lambda depth: Creep(shift=Pt(push(depth)))
    if mode == "outwards":
        return lambda depth: Creep(shift=Pt(push(depth) - push(deepest)))
    if width is None:
        raise ValueError("to scale pages, their width is needed")
    scaled = width - margin
    if not push(deepest) < scaled:
        raise ValueError(f"pages {width:g} pt wide are too narrow to be scaled against creep")
    return lambda depth: Creep(scale=(scaled - push(depth)) / scaled)


def _pushing(stock: Stock, kappa: float, cover: Stock | None) -> Push:
    """How far a leaf of a depth is pushed out by those outside it, in points."""
    if not SHARP_CREASE <= kappa <= ROUND_FOLD:
        raise ValueError(f"a fold factor lies between 1 and π/2, and is not {kappa}")
    each, outer = kappa * stock.caliper, kappa * (cover or stock).caliper
    leaves = cover.leaves if cover else 0
    return lambda depth: each * depth + (outer - each) * min(depth, leaves)


def _deepest(pages: int) -> int:
    _check_pages(pages)
    return pages // 4 - 1


def _check_pages(pages: int) -> None:
    if pages < 4 or pages % 4:
        raise ValueError(f"a folded signature has 4, 8, 12 … pages, not {pages}")
