"""The reading room: a PDF that was just written is read back, by other means than it was written.

`text` finds the words in the regions of pages; `words` compares them with the source's, in order;
`sheets` takes the pages of an imposed file from its form objects and folds them in simulation;
`edges` sees what stands where a printer prints nothing; `exchange` holds a file for a print shop
against the rules of PDF/X-4; `drums` takes a drum's pages back as pictures. `content` follows what
pages paint, mark by mark, for the preflight; `samples`, `plates`, `shapes`, `rasters`, `codes` read
its pictures, its inks, letters on plates, the page as it looks, QR codes. It believes nothing that
another room says about the file.
"""
