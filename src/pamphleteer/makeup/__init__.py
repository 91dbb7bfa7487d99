"""The make-up: pieces in their order become pages.

    pieces ─ stock ─▶ frames that are whole, and copy: all that is to be placed, as numbers
    copy ─ search ─▶ plans: composing goes from draft to draft, bands fill columns from the proof,
                     stacks put floats above and below them, costs compare what comes out,
                     continued finds a place for what goes on after a jump, reasons tell why
    plans ─ setting ─▶ pages: every column is cut from the proof, or poured, as it was planned
    pages ─ back ─▶ the last page, and the blanks before it

Text is poured into a column without end, for its proof. What follows is arithmetic, so that many
pages can be tried for the price of one; then the columns are cut out of the proof, or poured where
a cut would change them (notes, tables). A thread is known only by what it can do: pour, cut, mark,
back to, done (`model`). Where a pour shows that the proof was wrong about a column, the pages are
planned again with what was learned.

Invariants: everything stands on the rows of the grid and inside the type area; a thread's frames
follow one another; an article's last columns are even; the page count is a multiple of what the
booklet needs, with its blanks before the back page; the same copy gives the same pages; and no
page changes when an article is edited that begins on a later one.
"""
