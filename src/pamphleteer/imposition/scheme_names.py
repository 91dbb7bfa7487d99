"""The schemes by their names, and what each is: all that a command line needs to know of them."""

from collections.abc import Mapping

SCHEMES: Mapping[str, str] = {
    "saddle-stitch": "all sheets in one another, folded once, stapled in the fold",
    "signatures": "sections of some sheets, folded and sewn or glued one behind the other",
    "sections": "sheets of 8, 16 or 32 pages, each folded two, three or four times",
    "leaves": "single leaves for wire, comb or glue; with --up cut and stacked",
    "cards": "cards, front and back, as many on a sheet as --up says",
    "calendar": "single leaves bound at the top",
    "n-up": "pages side by side in their order, to be read as they lie",
    "mini-zine": "eight pages on one side of one sheet, which is slit and folded",
    "french-fold": "four pages on one side of a sheet that is folded twice",
    "concertina": "a strip folded back and forth, of as many panels as --up says",
    "own": "a grid of your own",
}
"""In the order in which they are told."""
