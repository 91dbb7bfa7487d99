"""Fills the blank places of a book with a page of another file."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from io import BytesIO

from pypdf import PdfWriter

from pamphleteer.problems import Problem, SourcePos, warning
from pamphleteer.reading.opening import Opened


def fill_blanks(opened: Opened, filler: Opened, places: Sequence[int | None]) -> Opened:
    """Put the filler's pages, one after another and again from the first, where places are blank.

    Args:
        opened: The pages of the book.
        filler: Whose pages fill it.
        places: The page in each place of the book, from 1, or None for a blank.

    Returns:
        A document with a page for each place; the same one if there is no blank. A notice
        ``filler-left-out`` tells of pages that no place was blank for.
    """
    if None not in places:
        return replace(opened, notices=(*opened.notices, _left_out(filler, 0)))
    writer = PdfWriter(clone_from=opened.reader)
    blanks = [at for at, page in enumerate(places) if page is None]
    pages = filler.reader.pages
    for count, at in enumerate(blanks):
        writer.insert_page(pages[count % len(pages)], at)
    notices = (*opened.notices, *filler.notices)
    if len(blanks) < len(pages):
        notices = (*notices, _left_out(filler, len(blanks)))
    return _written(writer, opened, notices=notices)


def _left_out(filler: Opened, used: int) -> Problem:
    """Tell that there are fewer blank places than pages to fill them."""
    count = len(filler.reader.pages)
    places = f"{used} place{'s' * (used != 1)} {'are' if used != 1 else 'is'} blank"
    message = f"{count - used} of its {count} pages {'are' if count - used > 1 else 'is'} left out"
    return warning("filler-left-out", f"{message}: {places}", pos=SourcePos(path=filler.name))


def without_pages(opened: Opened, numbers: Collection[int]) -> Opened:
    """The document without some of its pages, such as those that are blank."""
    if not numbers:
        return opened
    writer = PdfWriter(clone_from=opened.reader)
    for number in sorted(numbers, reverse=True):
        writer.remove_page(number - 1)
    return _written(writer, opened, notices=opened.notices)


def _written(writer: PdfWriter, opened: Opened, *, notices: tuple[Problem, ...]) -> Opened:
    stream = BytesIO()
    writer.write(stream)
    return Opened(name=opened.name, pdf=stream.getvalue(), notices=notices)
