"""The press: PDFs become sheets, or files for a print shop, and are put in place.

`sheets` knows PDF and no scheme: it is told what stands where, and draws each page in place as a
form object of its own. `file` writes a PDF: what is new as bytes (`written`), and what that refers
to in the source as it was. `copying` takes some of the sides into files of their own.
`exchange` makes PDF/X-4 of pages that were drawn in a press's inks, and files for the drums of a
Risograph. `publishing` writes all outputs beside their places first, and moves them only when every
one of them is whole.
"""
