"""A paragraph is set as a whole, in stages: collect, measure, break, set, draw.

    line box ─collecting─▶ Collected ─measuring─▶ Measured ─planning (breaking)─▶ PlannedLine …
        ─setting (filling)─▶ line boxes … ─drawing─▶ glyphs in the PDF

`composing` stands where WeasyPrint asks for a paragraph's lines, and leaves to it what is not set
here. `shaping` has the glyphs of each text, shaped once; `remembering` keeps them, the plans, and
the lines that were filled, for a text that is set again; `breaking` is pure and knows numbers only;
`hanging` is the table of what hangs out of a column's edges.
"""
