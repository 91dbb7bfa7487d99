"""Paper: sheets are printed, cut, laid on one another, folded, gathered and leafed through.

This is a model of the paper, not of page numbers: it does not know any imposition formula, so that
what it reads back proves the plan. A printed page is a `Face`, a patch in space (`faces`). Turning
and folding paper are half turns about an axis, nothing else.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pamphleteer.imposition.faces import (
    TURN,
    Face,
    Paper,
    print_sheet,
    turn_about_x,
    turn_about_y,
)
from pamphleteer.imposition.plan import Cut, Fold, Half, Plan, Turn
from pamphleteer.ticket.table import Edge

PITCH = 3
"""From one sheet to the next in a stack; a sheet's own surfaces are at 1 above and 1 below it."""


PLANS = 4
"""Of how many plans the books are remembered: what was planned is most often what is then read."""


class FoldError(ValueError):
    """The sheets do not fold into a book that reads 1…n, upright, with the asked spine."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPage:
    """A page as the reader meets it, how far it then is turned clockwise, and on which side."""

    page: int | None
    rotation: Turn
    recto: bool = True


SIDES: tuple[Half, ...] = ("top", "right", "bottom", "left")


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What comes of a plan: pages in the order in which leafing through meets them, and the spine.

    ``spine`` is the edge at which the reader finds it; None where nothing is folded.
    """

    pages: tuple[ReadPage, ...]
    spine: Half | None


@lru_cache(PLANS)
def make_books(plan: Plan) -> tuple[Book, ...]:
    """Print, cut, fold and gather as planned; one book, or one for each copy on a sheet."""
    stack = [print_sheet(sheet, plan.axis) for sheet in plan.sheets]
    if plan.reading == "flat":
        return (Book(pages=tuple(_read_flat(stack, plan.binding)), spine=None),)
    if plan.reading == "ring":
        return (Book(pages=tuple(_read_ring(stack, plan.binding)), spine=None),)
    piles = cut_stack(stack, plan.cut) if plan.cut else [stack]
    return tuple(_bind(pile, plan) for pile in piles)


def read_book(book: Book, binding: Edge) -> Book:
    """The book turned as a reader holds it: most of its rectos stand upright."""
    turns = Counter(page.rotation for page in book.pages if page.page and page.recto)
    turn = turns.most_common(1)[0][0] if turns else 0
    pages = tuple(
        replace(page, rotation=_minus(page.rotation, turn)) if page.page and turn else page
        for page in book.pages
    )
    spine = SIDES[(SIDES.index(book.spine) - turn // 90) % 4] if book.spine else binding
    return Book(pages=pages, spine=spine)


def _minus(turn: Turn, other: int) -> Turn:
    return {0: 0, 90: 90, 180: 180, 270: 270}[(turn - other) % 360]  # type: ignore[return-value]


def _bind(pile: Sequence[Paper], plan: Plan) -> Book:
    """Fold the sections of a pile, gather them, and leaf through what they make."""
    sections, start = [], 0
    for count in plan.sections or (1,) * len(pile):
        sections.append(fold_section(pile[start : start + count], plan.folds))
        start += count
    leaves = _nest(sections) if plan.nested else [face for each in sections for face in each]
    spine: Half = plan.folds[-1].half if plan.folds else _lying(plan.binding, leaves)
    return Book(pages=tuple(_leaf_through(leaves, spine)), spine=spine)


def _lying(binding: Edge, leaves: Sequence[Face]) -> Half:
    """Where loose leaves are bound, as they lie: at that edge of their first page."""
    first = next((face for face in leaves if face.page is not None), None)
    turn = TURN[first.up] if first else 0
    return SIDES[(SIDES.index(binding) + turn // 90) % 4]


def fold_section(papers: Sequence[Paper], folds: Sequence[Fold]) -> list[Face]:
    """Lay sheets on one another, fold them together; the faces from the top down."""
    faces = [
        face.moved(0, 0, -PITCH * index) for index, paper in enumerate(papers) for face in paper
    ]
    for fold in folds:
        faces = _fold(faces, fold)
    return sorted(faces, key=lambda face: -face.z)


def _nest(sections: Sequence[Sequence[Face]]) -> list[Face]:
    """Insert each section in the middle of the one before."""
    found: list[Face] = []
    for section in sections:
        middle = len(found) // 2
        found[middle:middle] = section
    return found


def cut_stack(stack: Sequence[Paper], cut: Cut) -> list[list[Paper]]:
    """Cut all sheets of a stack alike; the piles that are then bound, each a book of its own."""
    if cut.turned:
        first, second = cut_stack(stack, cut.halving)
        turn = turn_about_y if cut.turned == "upright" else turn_about_x
        turned = [tuple(turn(face, 0) for face in paper) for paper in second]
        return [pile for half in (first, turned) for pile in cut_stack(half, cut.of_half)]
    pieces = [_pieces(paper, cut) for paper in stack]
    piles = [list(pile) for pile in zip(*pieces, strict=True)]
    gathered = pieces if cut.order == "sheets" else piles
    return piles if cut.order == "copies" else [[piece for each in gathered for piece in each]]


def _pieces(paper: Paper, cut: Cut) -> list[Paper]:
    """The pieces of a sheet, row by row, each with its middle at x = y = 0."""
    width = (max(face.x for face in paper) - min(face.x for face in paper) + 1) / cut.columns
    depth = (max(face.y for face in paper) - min(face.y for face in paper) + 1) / cut.rows
    found = []
    for row in range(cut.rows):
        for column in range(cut.columns):
            x = (column - (cut.columns - 1) / 2) * width
            y = ((cut.rows - 1) / 2 - row) * depth
            moved = (
                face.moved(-x, -y)
                for face in paper
                if abs(face.x - x) < width / 2 and abs(face.y - y) < depth / 2
            )
            found.append(tuple(moved))
    return found


def _fold(faces: Sequence[Face], fold: Fold) -> list[Face]:
    """Fold one half of all paper about the middle line; what then lies has its middle at 0."""
    level = fold.half in {"top", "bottom"}
    sign = 1 if fold.half in {"right", "top"} else -1
    where = [face.y if level else face.x for face in faces]
    extent = max(abs(at) for at in where) + 0.5
    height = max(face.z for face in faces) + 1 if fold.over else min(face.z for face in faces) - 1
    turn = turn_about_x if level else turn_about_y
    moved = (
        turn(face, height) if at * sign > 0 else face for face, at in zip(faces, where, strict=True)
    )
    shift = sign * extent / 2  # the half that stays lies on the other side of the middle line
    x, y = (0, shift) if level else (shift, 0)
    return [face.moved(x, y) for face in moved]


def _leaf_through(faces: Sequence[Face], spine: Half) -> Iterator[ReadPage]:
    """Read from the top down; what faces the table is read when its leaf is turned at the spine."""
    turn = turn_about_y if spine in {"left", "right"} else turn_about_x
    for face in faces:
        seen = face if face.normal > 0 else turn(face, 0)
        yield ReadPage(page=face.page, rotation=TURN[seen.up], recto=face.normal > 0)


def _read_flat(stack: Sequence[Paper], binding: Edge) -> Iterator[ReadPage]:
    """Read each sheet as it lies, row by row, then its back, turned as a page is turned."""
    across = -1 if binding == "right" else 1
    for paper in stack:
        back = [turn_about_y(face, 0) for face in paper if face.normal < 0]
        for faces in ([face for face in paper if face.normal > 0], back):
            if any(face.page is not None for face in faces):
                for face in sorted(faces, key=lambda face: (-face.y, across * face.x)):
                    yield ReadPage(page=face.page, rotation=TURN[face.up])


def _read_ring(stack: Sequence[Paper], binding: Edge) -> Iterator[ReadPage]:
    """Read sheets that are slit between the middle panels of their two rows of four.

    The panels are then a ring, folded back and forth: each hinge turns the next panel over on the
    one before. From the last panel of the lower row it goes up, back along the upper row, and down.
    The slit leaves panels hinged to their neighbours in the row, but for the ends, which are hinged
    to each other; so a hinge is upright or level as the panels lie. For scripts that run to the
    left all is the other way round.
    """
    across = -1 if binding == "right" else 1
    for paper in stack:
        at = {(face.x, face.y): face for face in paper if face.normal > 0}
        lower = [at.get((across * x, -0.5)) for x in (1.5, 0.5, -0.5, -1.5)]
        upper = [at.get((across * x, 0.5)) for x in (1.5, 0.5, -0.5, -1.5)]
        ring = [lower[0], *upper, *reversed(lower[1:])]
        panels = [face for face in ring if face is not None]
        if len(panels) != len(ring) or len(at) != len(ring):
            raise FoldError("a sheet to be slit has two rows of four panels")
        yield from _walk(panels)


def _walk(panels: Sequence[Face]) -> Iterator[ReadPage]:
    """Fold each panel over on the one before, about the edge between them, and read it there.

    A turn about a level edge is half a turn more than about an upright one; and the reader turns
    every second panel over again, as the back of its leaf, about the spine, which is upright.
    """
    turned = 0
    for index, face in enumerate(panels):
        if index and panels[index - 1].y != face.y:
            turned += 180
        rotation = _minus(TURN[face.up], -turned)
        yield ReadPage(page=face.page, rotation=rotation, recto=index % 2 == 0)


def check_book(book: Book, plan: Plan, *, page_count: int) -> None:
    """See that a book reads 1…n, upright, with the spine where it was asked for.

    Blanks may stand anywhere between.

    Raises:
        FoldError: names the first place where it does not, and what stands there.
    """
    held = read_book(book, plan.binding)
    printed = [page for page in held.pages if page.page is not None]
    for expected, found in enumerate(printed, start=1):
        if found.page != expected:
            raise FoldError(f"page {found.page} is read where page {expected} should be")
        turn = 180 if plan.head == "head-to-toe" and not found.recto else 0
        if found.rotation != turn:
            raise FoldError(f"page {expected} is read turned by {found.rotation} degrees")
    if len(printed) != page_count:
        raise FoldError(f"{len(printed)} pages are read, not {page_count}")
    if held.spine != plan.binding:
        raise FoldError(f"the spine is at the {held.spine}, not at the {plan.binding}")
