"""The press: PDFs become sheets (`sheets`), or files for a print shop or for drums (`exchange`), and
finished files are put in place (`publishing`).

`sheets` knows PDF and no scheme: it is told what stands where, and draws each page in place as a
form object of its own. What there are thousands of is put down as bytes (`written`), since pypdf
takes long over many small objects. `publishing` writes all outputs beside their places first, and
moves them only when every one of them is whole.
"""
