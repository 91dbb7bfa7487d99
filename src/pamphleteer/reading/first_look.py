"""A first look at a document: whether it is beyond doubt sound, and whether anything lies on pages.

Nearly all files are sound. They need not be read by pypdf, which takes five times as long as qpdf
does; what is doubtful in any way is examined and told by `soundness`. Sections are those of ISO
32000-2.
"""

from collections.abc import Iterator
from math import isfinite

from pamphleteer.objects import Document, Page, Value, has_dangling, is_number, is_reference
from pamphleteer.reading.limits import DRAWN, LONGEST_SIDE, NEVER_PRINTED, PRECISION, STAND_INS

BOXES = ("/MediaBox", "/CropBox", "/BleedBox", "/TrimBox")


def is_sound(document: Document) -> bool:
    """Whether all pages are there, each once, and all can be placed and drawn."""
    count = document.entries(document.catalog.get("/Pages")).get("/Count")
    if not document.pages or document.resolve(count) != len(document.pages):
        return False
    if any(document.resolve(document.catalog.get(key)) for key, *_ in STAND_INS):
        return False
    if has_dangling(document) or not all(_is_placed(page, document) for page in document.pages):
        return False
    seen: set[str] = set()
    return all(_is_there(page, document, seen) for page in document.pages) and not document.faults


def _is_placed(page: Page, document: Document) -> bool:
    """Whether its boxes and its turn are in order (14.11.2, 7.7.3.3)."""
    entries = page.entries
    if "/MediaBox" not in entries or not all(map(isfinite, (*page.trim, *page.bleed))):
        return False
    boxes = (entries[key] for key in BOXES if key in entries)
    if any(document.rect(box) is None for box in boxes):
        return False
    turn, unit = document.resolve(entries.get("/Rotate", 0)), entries.get("/UserUnit", 1)
    if not is_number(turn) or not is_number(unit := document.resolve(unit)) or unit <= 0:
        return False
    left, bottom, right, top = page.trim
    sides = round(right - left, PRECISION), round(top - bottom, PRECISION)
    return min(sides) > 0 and max(sides) <= LONGEST_SIDE


def _is_there(page: Page, document: Document, seen: set[str]) -> bool:
    """Whether all is there that a page draws; what was seen before is not looked at again."""
    content = page.entries.get("/Contents")
    if content is not None and not page.streams and document.resolve(content) != []:
        return False
    pending = [page.entries[key] for key in DRAWN if key in page.entries]
    while pending:
        item = pending.pop()
        if is_reference(item):
            if item in seen:
                continue
            seen.add(item)
            if document.is_stream(item) and document.is_plain(item):
                continue
            item = document.value(item)
            if item is None:
                return False
        pending += _parts(item)
    return True


def _parts(item: Value) -> Iterator[Value]:
    """What a value is made of and may lead on to others."""
    parts = item.values() if isinstance(item, dict) else item if isinstance(item, list) else ()
    return (part for part in parts if isinstance(part, dict | list) or is_reference(part))


def has_annotations(document: Document) -> bool:
    """Whether there is anything on a page, beside its content, that may be printed."""
    for page in document.pages:
        found = document.resolve(page.entries.get("/Annots"))
        for item in found if isinstance(found, list) else ():
            kind = document.resolve(document.entries(item).get("/Subtype"))
            if kind not in NEVER_PRINTED:
                return True
    return False
