"""Reference pictures: a small page for each feature of make-up, drawn and compared.

`pages` has the issues, `drawing` draws and compares them, `test_pictures` holds each build against
the pictures in ``reference/``. When a page is meant to change, ``make references`` (or ``python -m
tests.pictures.draw``) draws all of them anew; look at them before they are committed.
"""
