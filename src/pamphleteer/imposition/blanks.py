"""Blanks: where they stand in a book that has more places than there are pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from pamphleteer.ticket.table import Policy


def spread_blanks(count: int, places: int, policy: Policy = "end") -> tuple[int | None, ...]:
    """The page in each place of a book, None for a blank.

    A single page keeps the front; blanks then stand behind it, whatever the policy.

    Raises:
        ValueError: there are more pages than places.
    """
    if count > places:
        raise ValueError(f"{count} pages do not stand in {places} places")
    pages: list[int | None] = list(range(1, count + 1))
    blanks: list[int | None] = [None] * (places - count)
    if policy == "end" or count < 2:
        return (*pages, *blanks)
    if policy == "before-back":
        return (*pages[:-1], *blanks, pages[-1])
    if policy == "centre":
        middle = -(-count // 2)
        return (*pages[:middle], *blanks, *pages[middle:])
    behind = -(-len(blanks) // 2)
    return (pages[0], *blanks[:behind], *pages[1:-1], *blanks[behind:], pages[-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A way out where pages and places differ: what to do, the sheets, and the blanks it leaves."""

    what: str
    sheets: int
    blanks: int


def choices(count: int, places: Sequence[int]) -> tuple[Choice, ...]:
    """What to do where pages overrun a section, the cheapest first.

    Args:
        count: Pages that there are.
        places: Sizes of sections, in pages, that the printer folds; multiples of four.
    """
    found = []
    for size in sorted(set(places)):
        over = count % size
        if over:
            found.append(
                Choice(
                    what=f"cut {over} page{'s' * (over != 1)}: {count // size} × {size} pages",
                    sheets=count // size,
                    blanks=0,
                )
            )
        sections = -(-count // size)
        blanks = sections * size - count
        found.append(
            Choice(
                what=f"{sections} × {size} pages, {blanks} of them blank",
                sheets=sections,
                blanks=blanks,
            )
        )
    usable = [each for each in found if each.sheets]
    return tuple(sorted(usable, key=lambda each: (each.blanks, each.sheets)))
