"""Name trees and number trees, and labels of pages, which are in one.

Damaged trees may lead back to themselves, or to one node by many ways: none is read twice. Sections
are those of ISO 32000-2.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pamphleteer.objects.values import Value, is_number, is_reference, read_text

if TYPE_CHECKING:
    from pamphleteer.objects.document import Document

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
LETTERS = "abcdefghijklmnopqrstuvwxyz"
MOST = 100_000
"""What is counted in letters or Roman numerals; beyond it, they would be as long."""


def read_tree(root: Value, key: str, document: "Document") -> Iterator[tuple[Value, Value]]:
    """Read the pairs of a tree, in their order (7.9.6, 7.9.7).

    Args:
        root: The tree.
        key: Under which its leaves have their pairs: ``/Names`` or ``/Nums``.
        document: In which it is.
    """
    pending, seen = [root], set[str]()
    while pending:
        item = pending.pop()
        if is_reference(item):
            if item in seen:
                continue
            seen.add(item)
        node = document.entries(item)
        pairs, kids = document.items(node.get(key)), document.items(node.get("/Kids"))
        yield from zip(pairs[::2], pairs[1::2], strict=False)
        pending += reversed(kids)


def read_destinations(document: "Document") -> Mapping[str, Value]:
    """The destinations that have strings for names, by these (12.3.2.4)."""
    names = document.entries(document.catalog.get("/Names"))
    pairs = read_tree(names.get("/Dests"), "/Names", document)
    found = ((read_text(document.resolve(name)), goal) for name, goal in pairs)
    return {name: document.resolve(goal) for name, goal in found if name is not None}


def read_labels(count: int, document: "Document") -> tuple[str, ...]:
    """The labels of so many pages (12.4.2)."""
    pairs = read_tree(document.catalog.get("/PageLabels"), "/Nums", document)
    found = {document.resolve(start): document.entries(said) for start, said in pairs}
    ranges = {int(start): said for start, said in found.items() if is_number(start)}
    starts = sorted(ranges)
    labels = []
    for page in range(count):
        at = bisect_right(starts, page) - 1
        start = starts[at] if at >= 0 else 0
        labels.append(_label(page - start, ranges.get(start, {"/S": "/D"}), document))
    return tuple(labels)


def _label(index: int, said: Mapping[str, Value], document: "Document") -> str:
    """The label of a page, counted from 0 in its range."""
    first = document.resolve(said.get("/St", 1))
    number = index + (int(first) if is_number(first) and first >= 1 else 1)
    prefix = read_text(document.resolve(said.get("/P"))) or ""
    return prefix + _count(number, document.resolve(said.get("/S")))


def _count(number: int, style: Value) -> str:
    if style not in ("/D", "/r", "/R", "/a", "/A"):
        return ""
    if style == "/D" or not 0 < number <= MOST:
        return str(number)
    text = _in_roman(number) if style in ("/r", "/R") else _in_letters(number)
    return text.upper() if style in ("/R", "/A") else text


def _in_roman(number: int) -> str:
    text = ""
    for value, numeral in ROMAN:
        text += numeral * (number // value)
        number %= value
    return text


def _in_letters(number: int) -> str:
    """The letters once, then each twice, and so on: a … z, aa … zz."""
    times, letter = divmod(number - 1, len(LETTERS))
    return LETTERS[letter] * (times + 1)
