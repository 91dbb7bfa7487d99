"""The layout room: what designers write, and the galleys that come of it.

    layouts/NAME/layout.yaml ─ spec ─▶ Layout (grid, spacing, inks, fonts)
    Layout's inks ─ inks ─▶ Inking: what each becomes in one kind of output
    Issue + Layout ─ galleys, figures, fitting ─▶ Galley: HTML, and the passages it must print
    finished pages ─ furniture ─▶ one HTML document of running heads, folios and panels

Invariants: a layout is data and templates, never code; a galley's passages are taken from the
issue, not from the HTML, so that what a template drops is found missing; templates escape all that
an editor wrote, unless the issue room made HTML of it; no colour but a named ink is in either
(`raw_colours`).

Not done here: nothing is set; sizes that only setting can tell come through a `Gauge`.
"""
