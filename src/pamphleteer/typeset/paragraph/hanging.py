"""How far punctuation and some letters hang out of a column's edges, so that these look straight.

As a part of the character's own width, by script (ISO 15924); tried out on the shipped faces at
text size. What scripts have in common stands under ``Zyyy``; other scripts hang by that alone.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Edges(NamedTuple):
    """What hangs at the beginning of a line, and at its end."""

    left: Mapping[str, float]
    right: Mapping[str, float]


TABLES: Mapping[str, Edges] = {
    "Zyyy": Edges(
        left={
            "“": 0.55, "‘": 0.6, "„": 0.4, "‚": 0.4, "«": 0.35, "‹": 0.4, "»": 0.35, "›": 0.4,
            '"': 0.5, "'": 0.6, "(": 0.1, "[": 0.1, "—": 0.2, "–": 0.2, "•": 0.2, "*": 0.3,
        },
        right={
            "‐": 0.6, "-": 0.6, ".": 0.7, ",": 0.7, ";": 0.4, ":": 0.5, "…": 0.15,
            "”": 0.55, "’": 0.6, "“": 0.5, "‘": 0.6, "»": 0.35, "›": 0.4, "«": 0.35, "‹": 0.4,
            '"': 0.5, "'": 0.6, "!": 0.2, "?": 0.15, "–": 0.3, "—": 0.2, ")": 0.15, "]": 0.1,
            "*": 0.3,
        },
    ),
    "Latn": Edges(left={"A": 0.05, "T": 0.06, "V": 0.06, "W": 0.05, "Y": 0.06}, right={}),
    "Cyrl": Edges(left={"А": 0.05, "Т": 0.06, "У": 0.05}, right={}),
    "Grek": Edges(
        left={"Α": 0.05, "Τ": 0.06, "Υ": 0.06},
        right={"\u0387": 0.6, "\u037e": 0.4},  # ano teleia, the Greek question mark
    ),
}  # fmt: skip

LEFT: Mapping[str, float] = {k: v for edges in TABLES.values() for k, v in edges.left.items()}
RIGHT: Mapping[str, float] = {k: v for edges in TABLES.values() for k, v in edges.right.items()}
"""All of them by character: no two scripts share one."""
