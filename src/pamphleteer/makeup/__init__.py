"""The make-up: pieces in their order become pages. Pure, but for the threads that it pours.

    pieces ─ pages ─▶ stories: headline block across, text in `columns`, evened by `balance`
                  └─▶ blocks (banners, boxes, contact): whole, on panels, `back` on the last page
    every step: State ─▶ State (`state`); at the end: Pages

A thread is known only by what it can do: pour, mark, back to, done (`model`).

Invariants: everything stands on the rows of the grid and inside the type area; a thread's frames
follow one another; an article's last columns are even; the page count is a multiple of what the
booklet needs, with its blanks before the back page; at most two pours more than frames for each
article.

Not done here: figures across columns, jumps, footnotes apart from their column, and looking ahead
to where an article would end better.
"""
