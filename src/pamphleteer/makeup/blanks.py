"""Blank pages where a publication wants them, instead of before the back page."""

from collections.abc import Sequence
from dataclasses import replace

from pamphleteer.makeup.model import Page

REASON = "it is blank, so that the sheets are filled"


def turns_pages(spread: Sequence[int | None]) -> bool:
    """Whether a left-hand page becomes a right-hand one, or the other way round."""
    return any(page and (place - page) % 2 for place, page in enumerate(spread, start=1))


def spread_pages(pages: Sequence[Page], spread: Sequence[int | None]) -> tuple[Page, ...]:
    """Put pages in the places of a book, blank ones in those that are left, and number them anew.

    Args:
        pages: In their order.
        spread: The page in each place, None for a blank.
    """
    return tuple(
        replace(pages[page - 1], number=place)
        if page
        else Page(number=place, blank=True, reasons=(REASON,))
        for place, page in enumerate(spread, start=1)
    )
