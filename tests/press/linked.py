"""A document with bookmarks at two levels, links within it and out of it, and a reader of them."""

from functools import cache
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from weasyprint import HTML

CSS = "@page{size:5.5in 8.5in;margin:1in}h1{break-before:page;margin:0}h2{bookmark-level:2}"


@cache
def linked_pdf(count: int = 4) -> bytes:
    """Half-letter pages: a bookmark and one below it for each, a link out, one to its opposite."""
    pages = "".join(
        f'<h1 id="p{number}">Chapter {number}</h1><h2>Part of {number}</h2>'
        f'<p><a href="https://example.org/{number}">out</a> '
        f'<a href="#p{count + 1 - number}">there</a>'
        for number in range(1, count + 1)
    )
    html = f"<html lang=en><title>T</title><style>{CSS}</style>{pages}"
    pdf = HTML(string=html).write_pdf()
    assert isinstance(pdf, bytes)
    return pdf


def read_bookmarks(pdf: bytes) -> list[tuple[str, int | None]]:
    """The titles of all bookmarks, in order, and the index of the side to which each leads."""
    reader = PdfReader(BytesIO(pdf))

    def flat(items: list[Any]) -> list[Any]:
        return [one for item in items for one in (flat(item) if isinstance(item, list) else [item])]

    return [(item.title, reader.get_destination_page_number(item)) for item in flat(reader.outline)]


def read_labels(pdf: bytes) -> list[str]:
    return PdfReader(BytesIO(pdf)).page_labels
