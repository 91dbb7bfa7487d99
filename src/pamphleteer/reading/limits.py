"""What pages may be and what they draw, for all who look at them. Sections are of ISO 32000-2."""

LONGEST_SIDE = 14_400
"""Units that a page may measure, 200 inches where a unit is a point (Annex C)."""

PRECISION = 4
"""Decimals to which lengths are written; a shorter side is none."""

DRAWN = ("/Contents", "/Resources", "/Group")
NEVER_PRINTED = ("/Link", "/Popup")
"""Kinds of annotations that are for screens alone (12.5.6.5, 12.5.6.14)."""

STAND_INS = (
    (
        "/NeedsRendering",
        "pdf-dynamic-form",
        "the file is a dynamic form (XFA), whose pages only Adobe's programs can make",
        "Open it in Adobe Reader and print it to a PDF.",
    ),
    (
        "/Collection",
        "pdf-portfolio",
        "the file is a portfolio: only its cover sheet is used, not the documents in it",
        "Save the documents out of it, and use those.",
    ),
)
"""Keys of the catalog by which pages are known to stand in for others (7.7.2)."""
