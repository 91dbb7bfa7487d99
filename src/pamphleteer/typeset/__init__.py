"""The composing room: HTML and CSS are set as type, and nothing else touches WeasyPrint.

    galley ─ Typesetter ─▶ Thread ─ pour ─▶ Frame (lines, depth, overset) … Frame
                                      └─ each paragraph's lines: `paragraph`
    furniture + frames in their places ─ drawing ─▶ Drawing ─ inked ─▶ PDF, in each output's inks

`weasy` is the door: what must be set before WeasyPrint is imported, and its warnings as
problems; it is imported here, so that nothing in the room can come before it.
`thread` is the kernel, with its guards; `guards` and `glyphs` refuse what would lose or falsify
words; `fetching` and `fontconfig` see to it that only given assets and fonts are seen; `full_lines`
mends a fault of the lines that WeasyPrint still sets, `stream_ends` one of how it writes them;
`archiving` and `languages` finish a PDF that can be kept and read aloud; `pictures` tells how wide
those on its pages are. `lean_import`, `c_types` and `patterns` save time and change nothing else,
and can be switched off (`pamphleteer.levers`). So do `style_sheets`, `restyling` and `cascading`,
which set a text at another leading without reading it again. `measuring` sets a trial to tell how
deep or wide it is.

Invariants: a pour can be taken back, and repeated it gives the same frame to the last digit; a
warning of WeasyPrint's is an error here; the same drawing gives the same bytes.
"""

from pamphleteer.typeset import weasy

__all__ = ["weasy"]
