"""How a booklet is printed and folded, as a manifest asks for it."""

from dataclasses import dataclass
from typing import Literal

Flip = Literal["short-edge", "long-edge"]
Scheme = Literal["saddle-stitch", "simplex", "signatures", "sections", "leaves", "mini-zine", "own"]
Section = Literal["4", "8", "16", "32"]
Pieces = Literal["piles", "sheets", "copies"]
Binding = Literal["left", "right", "top"]
Inks = Literal["colour", "black", "spot", "riso"]
CreepMode = Literal["none", "inwards", "outwards", "scaling"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """The printer, its paper, and how pages become a booklet; all as written.

    Attributes:
        paper: A name, or width and height.
        scheme: How sheets are folded and bound.
        flip: The edge over which the printer turns a sheet.
        sheets: Sheets in each signature.
        section: Pages of a folded sheet.
        nested: Whether sections are inserted in one another.
        up: Rows and columns of pieces into which a sheet is cut.
        order: What becomes of the pieces.
        binding: Where the spine is.
        gutter: What is left between pieces.
        weight: Of the paper; for creep.
        creep: What is done about it.
        front: A grid of one's own.
        back: Its other side.
        folds: How it is folded.
        inks: With what it is printed: a press's four inks, black alone, inks of its own beside
            them, or a drum for each.
        crop_marks: Whether pages for a print shop have marks at which they are cut.
    """

    paper: str = "letter"
    scheme: Scheme = "saddle-stitch"
    flip: Flip = "short-edge"
    sheets: str = "4"
    section: Section = "16"
    nested: Literal["yes", "no"] = "no"
    up: str = "1x1"
    order: Pieces = "copies"
    binding: Binding = "left"
    gutter: str | None = None
    weight: str | None = None
    creep: CreepMode = "inwards"
    front: str | None = None
    back: str | None = None
    folds: str | None = None
    inks: Inks = "colour"
    crop_marks: Literal["yes", "no"] = "no"
