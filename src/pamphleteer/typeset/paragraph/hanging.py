"""How far punctuation and some letters hang out of a column's edges, so that these look straight.

As a part of the character's own width, by script; tried out on the shipped faces at text size.
Other scripts than those named hang as the Latin one does (their punctuation is the same).
"""

from collections.abc import Mapping

LEFT: Mapping[str, float] = {
    "“": 0.55, "‘": 0.6, "„": 0.4, "‚": 0.4, "«": 0.35, "‹": 0.4, '"': 0.5, "'": 0.6,
    "(": 0.1, "[": 0.1, "—": 0.2, "–": 0.2, "•": 0.2, "*": 0.3,
    "A": 0.05, "T": 0.06, "V": 0.06, "W": 0.05, "Y": 0.06,
    "А": 0.05, "Т": 0.06, "У": 0.05,
    "Α": 0.05, "Τ": 0.06, "Υ": 0.06,
}  # fmt: skip
"""What hangs at the beginning of a line: Latin, Cyrillic, Greek."""

RIGHT: Mapping[str, float] = {
    "‐": 0.6, "-": 0.6, ".": 0.7, ",": 0.7, ";": 0.4, ":": 0.5, "…": 0.15,
    "”": 0.55, "’": 0.6, "“": 0.5, "‘": 0.6, "»": 0.35, "›": 0.4, '"': 0.5, "'": 0.6,
    "!": 0.2, "?": 0.15, "–": 0.3, "—": 0.2, ")": 0.15, "]": 0.1, "*": 0.3,
    "\u00b7": 0.6, "\u0387": 0.6,
}  # fmt: skip
"""What hangs at the end of a line."""
