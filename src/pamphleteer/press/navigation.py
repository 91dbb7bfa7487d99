"""What helps a reader of imposed sheets on a screen: bookmarks, labels of sheets, and links."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    PdfObject,
    TextStringObject,
)

from pamphleteer.imposition.plan import Plan
from pamphleteer.press.written import Written, refer, write_numbers, write_text, write_value

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """The source, the written sides, and on which of them each page stands first.

    ``page_of`` has the source's pages by the numbers of their objects.
    """

    reader: PdfReader
    writer: PdfWriter
    sides: Sequence[IndirectObject]
    side_of: Mapping[int, int]
    page_of: Mapping[int, int]


def where_pages_stand(plan: Plan) -> dict[int, int]:
    """On which side, counted from 0, each page stands first."""
    found: dict[int, int] = {}
    for index, side in enumerate(plan.sides):
        for slot in side.slots:
            if slot.page:
                found.setdefault(slot.page, index)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """A bookmark of the source, the page to which it leads if it does, and those below it."""

    title: str
    page: int | None
    below: tuple["Bookmark", ...] = ()


def write_outline(sheets: Sheets) -> None:
    """Keep the bookmarks, each for the side on which its page stands (ISO 32000-2, 12.3.3).

    Those whose pages stand on none of these sides are left out, unless there are such below them.
    """
    outline = _dictionary(sheets.reader.root_object.get("/Outlines"))
    if outline is None:
        return
    kept = tuple(_kept(_read_bookmarks(outline, sheets, set()), sheets))
    if kept:
        root = Written()
        reference = sheets.writer._add_object(root)
        below, _ = _write_bookmarks(kept, refer(reference), sheets)
        root.parts = (b"<< /Type /Outlines%b >>" % below,)
        sheets.writer.root_object[NameObject("/Outlines")] = reference


def _read_bookmarks(
    above: DictionaryObject, sheets: Sheets, seen: set[int]
) -> tuple[Bookmark, ...]:
    """The bookmarks below one."""
    found: list[Bookmark] = []
    item = _dictionary(above.get("/First"))
    while item is not None and id(item) not in seen:  # a damaged chain may lead back
        seen.add(id(item))
        title = item.get("/Title", TextStringObject("")).get_object()
        found.append(
            Bookmark(
                title=title if isinstance(title, str) else "",
                page=_goal(item, sheets),
                below=_read_bookmarks(item, sheets, seen),
            )
        )
        item = _dictionary(item.get("/Next"))
    return tuple(found)


def _kept(bookmarks: Iterable[Bookmark], sheets: Sheets) -> Iterator[Bookmark]:
    """Those that lead to these sides, those above such, and lines that lead nowhere at all."""
    for bookmark in bookmarks:
        below = tuple(_kept(bookmark.below, sheets))
        is_line = bookmark.page is None and not bookmark.below
        if below or is_line or bookmark.page in sheets.side_of:
            yield replace(bookmark, below=below)


def _write_bookmarks(
    bookmarks: Sequence[Bookmark], parent: bytes, sheets: Sheets
) -> tuple[bytes, int]:
    """Write the bookmarks below one; what it says of them, and how many there are in all."""
    made = [Written() for _ in bookmarks]
    own = [refer(sheets.writer._add_object(entry)) for entry in made]
    total = len(own)
    for index, (bookmark, entry) in enumerate(zip(bookmarks, made, strict=True)):
        below, count = _write_bookmarks(bookmark.below, own[index], sheets)
        total += count
        before = b" /Prev %b" % own[index - 1] if index else b""
        after = b" /Next %b" % own[index + 1] if index + 1 < len(own) else b""
        said = _said(bookmark, sheets)
        entry.parts = (b"<< %b /Parent %b%b%b%b >>" % (said, parent, before, after, below),)
    ends = b" /First %b /Last %b /Count %d" % (own[0], own[-1], total) if own else b""
    return ends, total


def _dictionary(item: PdfObject | None) -> DictionaryObject | None:
    found = item.get_object() if item is not None else None
    return found if isinstance(found, DictionaryObject) else None


def _said(bookmark: Bookmark, sheets: Sheets) -> bytes:
    """A bookmark's title, and the side to which it leads."""
    said = b"/Title %b" % write_text(bookmark.title)
    side = sheets.side_of.get(bookmark.page or 0)
    return said if side is None else b"%b /Dest %b" % (said, _to_side(sheets, side))


def _goal(item: DictionaryObject, sheets: Sheets) -> int | None:
    """The page to which a bookmark or a link leads within the document."""
    action = _dictionary(item.get("/A")) or DictionaryObject()
    goal = item.get("/Dest", action.get("/D") if action.get("/S") == "/GoTo" else None)
    return _page_number(sheets, goal)


def _to_side(sheets: Sheets, side: int) -> bytes:
    return b"[%b /Fit]" % refer(sheets.sides[side])


def write_labels(writer: PdfWriter, plan: Plan, labels: Sequence[str] = ()) -> None:
    """Label each side with its sheet and the pages on it (ISO 32000-2, 12.4.2).

    Args:
        writer: The file.
        plan: What stands where.
        labels: The pages' own labels; their numbers if there are none.
    """
    texts = []
    for sheet_number, sheet in enumerate(plan.sheets, start=1):
        for name, side in zip(("front", "back"), sheet.sides, strict=False):
            pages = [slot.page for slot in side.slots if slot.page]
            shown = ", ".join(labels[page - 1] if labels else str(page) for page in pages)
            texts.append(f"Sheet {sheet_number} {name}: {shown or 'blank'}")
    label_sides(writer, texts)


def label_sides(writer: PdfWriter, texts: Iterable[str]) -> None:
    """Label each side with a text of its own (12.4.2)."""
    written = (b"%d << /P %b >>" % (at, write_text(text)) for at, text in enumerate(texts))
    labelled = Written(b"<< /Nums [%b] >>" % b" ".join(written))
    writer.root_object[NameObject("/PageLabels")] = writer._add_object(labelled)


def object_numbers(reader: PdfReader) -> Mapping[int, int]:
    """The pages by the numbers of their objects."""
    references = (page.indirect_reference for page in reader.pages)
    return {
        reference.idnum: number
        for number, reference in enumerate(references, start=1)
        if reference is not None
    }


def write_links(number: int, matrices: Sequence[Matrix], sheets: Sheets) -> list[bytes]:
    """Write the links of a page, moved with it: to addresses, and to the sides of other pages.

    ``matrices`` are applied one after another to what is written in the page's own space.

    Returns:
        References to them.
    """
    found = []
    for annotation in sheets.reader.pages[number - 1].get("/Annots", ()) or ():
        link = annotation.get_object()
        if link.get("/Subtype") != "/Link":
            continue
        target = _target(link, sheets)
        if target:
            written = Written(_link(link, matrices, target))
            found.append(refer(sheets.writer._add_object(written)))
    return found


def _target(link: DictionaryObject, sheets: Sheets) -> bytes:
    """Where a link leads: an address, or a side of a sheet; nothing where it leads elsewhere."""
    action = link.get("/A", DictionaryObject()).get_object()
    if action.get("/S") == "/URI" and "/URI" in action:
        return b"/A << /S /URI /URI %b >>" % write_value(action["/URI"])
    side = sheets.side_of.get(_goal(link, sheets) or 0)
    return b"/Dest %b" % _to_side(sheets, side) if side is not None else b""


def _page_number(sheets: Sheets, goal: Any) -> int | None:
    """The page, counted from 1, to which a destination leads, by its name or itself (12.3.2)."""
    goal = goal.get_object() if goal is not None else None
    if isinstance(goal, str):
        named = sheets.reader.named_destinations.get(goal)
        index = sheets.reader.get_destination_page_number(named) if named else None
        return index + 1 if index is not None and index >= 0 else None
    goal = goal.get("/D") if isinstance(goal, DictionaryObject) else goal
    if not isinstance(goal, ArrayObject) or not goal:
        return None
    return sheets.page_of.get(getattr(goal[0], "idnum", 0))


def _link(link: DictionaryObject, matrices: Sequence[Matrix], target: bytes) -> bytes:
    left, bottom, right, top = (float(value) for value in cast(ArrayObject, link["/Rect"]))
    corners = [(left, bottom), (right, top)]
    for a, b, c, d, e, f in matrices:
        corners = [(a * x + c * y + e, b * x + d * y + f) for x, y in corners]
    xs, ys = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    rect = write_numbers((xs[0], ys[0], xs[1], ys[1]))
    form = b"<< /Type /Annot /Subtype /Link /Rect %b /Border [0 0 0] %b >>"
    return form % (rect, target)
