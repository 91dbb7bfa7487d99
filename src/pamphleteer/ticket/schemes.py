"""Schemes by the trade's names: what comes of each, and what others call it."""

from collections.abc import Mapping

SCHEMES: Mapping[str, str] = {
    "saddle-stitch": "all sheets in one another, folded once and stapled in the fold",
    "folded-section": "sheets folded to 4, 8, 16 or 32 pages (`grid` 2x1, 2x2, 4x2, 4x4), one in "
    "another; `gathered` to sew or glue them one behind the other",
    "perfect-bound": "sections of so many sheets (`signature`), folded, sewn or glued one behind "
    "the other",
    "cut-and-stack": "leaves, `grid` to a side, cut and laid on one another in their order",
    "copies": "leaves, the same one `grid` times on each side; cut, each pile is a copy",
    "n-up": "pages side by side in their order, `grid` to a side, to be read as they lie",
    "cards": "cards, front and back, `grid` to a sheet",
    "mini-zine": "eight pages on one side of a sheet, which is slit and folded",
    "french-fold": "four pages on one side of a sheet that is folded twice",
    "concertina": "a strip folded back and forth, of as many panels as `grid` says",
    "loose-leaf": "single leaves for wire, comb or glue",
    "calendar": "single leaves bound at the top",
    "cut-stack-fold": "strips of two pages, cut apart, laid on one another, folded and stapled",
    "copies-cut-fold": "the same strips, each of a stapled booklet of its own",
    "custom": "a grid of your own: `front`, `back` and `folds`",
}
"""Schemes by their names, and what comes of each."""

OTHER_NAMES = {
    "booklet": "saddle-stitch",
    "sections": "folded-section",
    "signatures": "perfect-bound",
    "perfect-binding": "perfect-bound",
    "hardcover": "perfect-bound",
    "leaves": "loose-leaf",
    "simplex": "loose-leaf",
    "wire": "loose-leaf",
    "step-and-repeat": "copies",
    "zine": "mini-zine",
    "accordion": "concertina",
    "leporello": "concertina",
    "own": "custom",
}
"""What others call a scheme of ours, and the one they mean."""

GRIDS: Mapping[str, str] = {
    "folded-section": "4x2",
    "perfect-bound": "2x1",
    "cut-and-stack": "2x1",
    "copies": "2x1",
    "n-up": "2x1",
    "cards": "1x1",
    "concertina": "4x1",
    "calendar": "1x1",
    "cut-stack-fold": "2x2",
    "copies-cut-fold": "2x2",
}
"""Schemes with a grid of pages to a side, and the one that holds if none is given."""

ON_ONE_SIDE = (
    "cut-and-stack", "copies", "n-up", "cards", "mini-zine", "french-fold", "concertina",
    "loose-leaf", "calendar",
)  # fmt: skip
"""Schemes that a printer which prints one side only can print."""


def what_was_meant(name: str) -> str:
    """The hint for somebody who calls a scheme as others do."""
    known = OTHER_NAMES.get(name.lower().replace(" ", "-").replace("_", "-"))
    return f'Did you mean "{known}": {SCHEMES[known].replace("`", "")}?' if known else ""
