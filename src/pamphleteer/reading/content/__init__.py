"""What the pages of a PDF paint: letters, lines, areas, pictures and shadings, with their inks.

    page ─operators─▶ interpreter (state, spaces, faces, paths, placing) ─▶ marks

`marks` has the marks and `tints` the colours; `operators` splits a content stream (ISO 32000-2,
7.8.2) piece by piece, so that memory stays small; `interpreter` follows it into forms and patterns.
Boxes are in the page's own user space, in points, and are the rectangles around what is painted;
clips are the rectangles around clipping paths. `pages` reads what stands beside the content: boxes,
annotations; `files` what is said of the whole file.

What is not done: vertical writing, and the exact outlines of clips and letters.
"""
