"""Page count and scheme → sheets, and the proof that they fold into a book. Pure: no PDF here.

`plan` orders the pages: what stands where on each side of each sheet. `fold` knows nothing of how
that order was found: it prints the sheets on paper, lays them on one another, folds the paper and
leafs through it. Folding undoes imposition, for every page count and every flip. `paper` says where
on the sheet a page lies and whether it fits there.
"""

from pamphleteer.imposition.fold import (
    FoldError,
    ReadPage,
    check_reading_order,
    read_booklet,
    read_stack,
)
from pamphleteer.imposition.paper import Place, check_fit, lay_paper, list_sides, place_page
from pamphleteer.imposition.plan import (
    Sheet,
    Side,
    Slot,
    Turn,
    impose_saddle_stitch,
    impose_simplex,
)

__all__ = [
    "FoldError",
    "Place",
    "ReadPage",
    "Sheet",
    "Side",
    "Slot",
    "Turn",
    "check_fit",
    "check_reading_order",
    "impose_saddle_stitch",
    "impose_simplex",
    "lay_paper",
    "list_sides",
    "place_page",
    "read_booklet",
    "read_stack",
]
