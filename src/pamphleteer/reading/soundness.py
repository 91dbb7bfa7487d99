"""Whether every page of an opened document is there, and can be placed and drawn.

All objects that pages draw are read, and what they refer to must exist. Sections are those of
ISO 32000-2.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from math import isfinite
from typing import cast

from pypdf import PageObject, PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    RectangleObject,
    StreamObject,
)

from pamphleteer.objects import Rect, read_rect
from pamphleteer.problems import Problem, Severity, SourcePos, error, warning
from pamphleteer.reading.limits import DRAWN, LONGEST_SIDE, PRECISION, STAND_INS

FALLBACKS = ("/CropBox", "/MediaBox")
RANGES_SHOWN = 6
AGAIN = "Export the PDF again from the program that made it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong with a page; pages with the same fault are told together."""

    code: str
    found: str
    hint: str = AGAIN
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What pages have been found to refer to, and the pages themselves."""

    objects: set[tuple[int, int]] = field(default_factory=set)
    pages: set[tuple[int, int]] = field(default_factory=set)


def examine_document(reader: PdfReader, pos: SourcePos) -> tuple[Problem, ...]:
    """Count and examine the pages; boxes and turns given by reference are put into the pages.

    Returns:
        Errors ``pdf-without-pages``, ``pdf-pages-lost``, ``page-box-unreadable``,
        ``page-without-area``, ``page-beyond-limit``, ``page-turn-unreadable`` and
        ``page-unit-unreadable``; warnings ``page-incomplete``, ``page-repeated``,
        ``pdf-dynamic-form`` and ``pdf-portfolio``.
    """
    if miscounted := _check_count(reader, pos):
        return (miscounted,)
    seen, faults = Seen(), dict[Fault, list[int]]()
    for number, page in enumerate(reader.pages, start=1):
        for fault in dict.fromkeys(_examine_page(page, seen)):
            faults.setdefault(fault, []).append(number)
    told = (_tell(fault, numbers, pos) for fault, numbers in faults.items())
    return (*_find_stand_ins(reader, pos), *told)


def list_pages(numbers: Iterable[int]) -> str:
    """Name pages, counted from 1 and in order: ``page 3``, ``pages 3–5, 9``."""
    counted = list(numbers)
    runs = groupby(enumerate(counted), key=lambda pair: pair[1] - pair[0])
    ranges = [[number for _, number in run] for _, run in runs]
    shown = ranges[:RANGES_SHOWN]
    texts = (f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in shown)
    more = len(counted) - sum(map(len, shown))
    ending = f" and {more} more" if more else ""
    return f"page{'s' if len(counted) > 1 else ''} {', '.join(texts)}{ending}"


def _check_count(reader: PdfReader, pos: SourcePos) -> Problem | None:
    """Compare the pages found with those that the page tree should have (7.7.3.2)."""
    found = len(reader.pages)
    tree = reader.root_object["/Pages"]
    count = _resolve(tree, "/Count") if isinstance(tree, DictionaryObject) else None
    declared = int(count) if isinstance(count, int) else None
    if found == declared:
        message = "the file has no pages"
        return None if found else error("pdf-without-pages", message, hint=AGAIN, pos=pos)
    should = "an unknown number of" if declared is None else declared
    message = f"the file should have {should} pages, and {found} were found"
    return error("pdf-pages-lost", message, hint=AGAIN, pos=pos)


def _find_stand_ins(reader: PdfReader, pos: SourcePos) -> Iterator[Problem]:
    for key, code, message, hint in STAND_INS:
        if _resolve(reader.root_object, key):
            yield warning(code, message, hint=hint, pos=pos)


def _tell(fault: Fault, numbers: list[int], pos: SourcePos) -> Problem:
    message = f"{list_pages(numbers)}: {fault.found}"
    return Problem(
        severity=fault.severity, code=fault.code, message=message, hint=fault.hint, pos=pos
    )


def _examine_page(page: PageObject, seen: Seen) -> Iterator[Fault]:
    yield from _examine_trim(page)
    if (fault := _settle_box(page, "/BleedBox")) is not None:
        yield fault
    yield from _examine_numbers(page)
    yield from _find_gaps(page, seen.objects)
    if own := page.indirect_reference:
        key = (own.idnum, own.generation)
        if key in seen.pages:
            found = "the same page was there before"
            yield Fault(code="page-repeated", found=found, severity=Severity.WARNING)
        seen.pages.add(key)


def _examine_trim(page: PageObject) -> Iterator[Fault]:
    if (fault := _settle_box(page, "/TrimBox")) is not None:
        yield fault
        return
    # Not page.trimbox, which would write into the page a box that it does not have.
    key = _box_key(page, "/TrimBox") or ""
    x0, y0, x1, y1 = _corners(page, key)
    sides = [round(x1 - x0, PRECISION), round(y1 - y0, PRECISION)]
    size = " × ".join(f"{side:.10g}" for side in sides)
    if min(sides) > 0 and not _is_seen((x0, y0, x1, y1), page):
        found = f"its {key[1:]} lies outside of its MediaBox: nothing to print"
        yield Fault(code="page-without-area", found=found)
    elif min(sides) == 0:
        yield Fault(code="page-without-area", found=f"it measures {size} points: nothing to print")
    elif max(sides) > LONGEST_SIDE:
        found = f"it measures {size} units; PDF allows {LONGEST_SIDE} a side"
        yield Fault(code="page-beyond-limit", found=found)


def _corners(page: PageObject, key: str) -> Rect:
    values = [float(value) for value in cast(ArrayObject, _resolve(page, key))]
    return read_rect(values)


def _is_seen(box: Rect, page: PageObject) -> bool:
    """Whether a box has anything in common with the MediaBox, if that can be read (14.11.2)."""
    if _box_key(page, "/MediaBox") != "/MediaBox" or _settle_box(page, "/MediaBox"):
        return True
    media = _corners(page, "/MediaBox")
    across = min(box[2], media[2]) - max(box[0], media[0])
    return across > 0 and min(box[3], media[3]) - max(box[1], media[1]) > 0


def _box_key(page: PageObject, name: str) -> str | None:
    """The box that is used for ``name``: that one, or what it falls back to."""
    keys = (key for key in (name, *FALLBACKS) if _resolve(page, key) is not None)
    return next(keys, None)


def _settle_box(page: PageObject, name: str) -> Fault | None:
    """Put four plain numbers into the box that is used for ``name`` (14.11.2), or say what is."""
    key = _box_key(page, name)
    if key is None:
        return Fault(code="page-box-unreadable", found="it has no size (no MediaBox)")
    box = _resolve(page, key)
    values = [value.get_object() for value in box] if isinstance(box, ArrayObject) else []
    if len(values) != 4 or not all(_is_number(value) for value in values):
        found = f"its {key[1:]} is {_quote(box)}, not four numbers"
        return Fault(code="page-box-unreadable", found=found)
    if not isinstance(box, RectangleObject):
        page[NameObject(key)] = RectangleObject(values)
    return None


def _examine_numbers(page: PageObject) -> Iterator[Fault]:
    """See that the turn is a number and the unit a positive one (7.7.3.3)."""
    turn, unit = _resolve(page, "/Rotate"), _resolve(page, "/UserUnit")
    if turn is None:
        page.pop("/Rotate", None)
    elif _is_number(turn):
        page[NameObject("/Rotate")] = NumberObject(turn)
    else:
        found = f"its Rotate is {_quote(turn)}, not a number of degrees"
        yield Fault(code="page-turn-unreadable", found=found)
    if unit is None:
        page.pop("/UserUnit", None)
    elif _is_number(unit) and isinstance(unit, int | float) and unit > 0:
        page[NameObject("/UserUnit")] = FloatObject(unit)
    else:
        found = f"its UserUnit is {_quote(unit)}, not a number above 0"
        yield Fault(code="page-unit-unreadable", found=found)


def _find_gaps(page: PageObject, seen: set[tuple[int, int]]) -> Iterator[Fault]:
    """Read all that a page draws and that no page before it has, and count what is missing."""
    gaps = sum(found is None for found in _walk(page, seen))
    contents = _resolve(page, "/Contents")
    if contents is not None and not isinstance(contents, ArrayObject | StreamObject):
        gaps += 1
    if gaps:
        found = f"{gaps} of the objects that it is made of {'are' if gaps > 1 else 'is'} missing"
        yield Fault(code="page-incomplete", found=found, severity=Severity.WARNING)


def _walk(page: PageObject, seen: set[tuple[int, int]]) -> Iterator[PdfObject | None]:
    """Follow each reference once, and give what it leads to."""
    pending = [page.raw_get(key) for key in DRAWN if key in page]
    while pending:
        item = pending.pop()
        if isinstance(item, IndirectObject):
            key = (item.idnum, item.generation)
            if key in seen:
                continue
            seen.add(key)
            item = _plain(item)
            yield item
        parts = item.values() if isinstance(item, DictionaryObject) else item
        if isinstance(item, DictionaryObject | ArrayObject):
            pending += [
                part
                for part in parts
                if isinstance(part, IndirectObject | DictionaryObject | ArrayObject)
            ]


def _resolve(holder: DictionaryObject, key: str) -> PdfObject | None:
    return _plain(holder.raw_get(key)) if key in holder else None


def _plain(item: PdfObject) -> PdfObject | None:
    found = item.get_object()
    return None if isinstance(found, NullObject) else found


def _quote(value: PdfObject | None) -> str:
    items = value if isinstance(value, ArrayObject) else [value]
    texts = [f"{item:g}" if isinstance(item, int | float) else str(item) for item in items]
    quoted = " ".join(texts)[:60]
    return f"[{quoted}]" if isinstance(value, ArrayObject) else quoted


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and isfinite(value)
