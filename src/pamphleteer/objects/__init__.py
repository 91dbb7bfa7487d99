"""A PDF's objects as plain values, read by qpdf (`pikepdf`), and as the bytes that stand for them.

Sheets have thousands of pages, forms and bookmarks. qpdf, which is written in C++, reads them in a
fifth of the time of a reader in Python; what they are is asked of it once for each, as one value.
"""

from pamphleteer.objects.dangling import has_dangling
from pamphleteer.objects.document import CODING, FLATE, Document, Key, UnreadableError
from pamphleteer.objects.opening import read_document
from pamphleteer.objects.pages import Page
from pamphleteer.objects.values import (
    Rect,
    Turn,
    Value,
    is_number,
    is_reference,
    read_rect,
    read_text,
)

__all__ = [
    "CODING",
    "FLATE",
    "Document",
    "Key",
    "Page",
    "Rect",
    "Turn",
    "UnreadableError",
    "Value",
    "has_dangling",
    "is_number",
    "is_reference",
    "read_document",
    "read_rect",
    "read_text",
]
