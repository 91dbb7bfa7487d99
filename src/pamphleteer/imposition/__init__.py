"""Page count and scheme → sheets, and the proof that they fold into a book. Pure: no PDF here.

`schemes` orders the pages: what stands where on each side of each sheet (`plan`). `fold` knows
nothing of how that order was found: it prints the sheets on paper, cuts them, lays them on one
another, folds the paper and leafs through it. Folding undoes imposition, for every page count,
scheme and flip. `paper` says whether pages fit, `placing` where their cells are on the sheet, and
`laying` where each lies in its cell; `facing` finds, by folding too, which pages meet there.
"""
