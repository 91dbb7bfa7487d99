"""What helps a reader of imposed sheets on a screen: bookmarks, labels of sheets, and links."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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


def write_outline(sheets: Sheets) -> None:
    """Keep the bookmarks, each for the side on which its page stands (ISO 32000-2, 12.3.3)."""
    outline = _dictionary(sheets.reader.root_object.get("/Outlines"))
    if outline is None:
        return
    root = Written()
    reference = sheets.writer._add_object(root)
    below, count = _write_items(outline, refer(reference), sheets, set())
    if count:
        root.parts = (b"<< /Type /Outlines%b >>" % below,)
        sheets.writer.root_object[NameObject("/Outlines")] = reference


def _write_items(
    above: DictionaryObject, parent: bytes, sheets: Sheets, seen: set[int]
) -> tuple[bytes, int]:
    """Write the bookmarks below one; what it says of them, and how many there are in all."""
    items = list(_follow(above, seen))
    made = [Written() for _ in items]
    own = [refer(sheets.writer._add_object(entry)) for entry in made]
    total = len(items)
    for index, (item, entry) in enumerate(zip(items, made, strict=True)):
        below, count = _write_items(item, own[index], sheets, seen)
        total += count
        before = b" /Prev %b" % own[index - 1] if index else b""
        after = b" /Next %b" % own[index + 1] if index + 1 < len(own) else b""
        said = _item(item, sheets)
        entry.parts = (b"<< %b /Parent %b%b%b%b >>" % (said, parent, before, after, below),)
    ends = b" /First %b /Last %b /Count %d" % (own[0], own[-1], total) if own else b""
    return ends, total


def _follow(above: DictionaryObject, seen: set[int]) -> Iterator[DictionaryObject]:
    """The bookmarks below one; none twice, since a damaged chain may lead back."""
    item = _dictionary(above.get("/First"))
    while item is not None and id(item) not in seen:
        seen.add(id(item))
        yield item
        item = _dictionary(item.get("/Next"))


def _dictionary(item: PdfObject | None) -> DictionaryObject | None:
    found = item.get_object() if item is not None else None
    return found if isinstance(found, DictionaryObject) else None


def _item(item: DictionaryObject, sheets: Sheets) -> bytes:
    """A bookmark's title, and the side to which it leads."""
    title = item.get("/Title", TextStringObject("")).get_object()
    said = b"/Title %b" % write_text(title if isinstance(title, str) else "")
    side = sheets.side_of.get(_goal(item, sheets) or 0)
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
    written: list[bytes] = []
    for sheet_number, sheet in enumerate(plan.sheets, start=1):
        for name, side in zip(("front", "back"), sheet.sides, strict=False):
            pages = [slot.page for slot in side.slots if slot.page]
            shown = ", ".join(labels[page - 1] if labels else str(page) for page in pages)
            text = f"Sheet {sheet_number} {name}: {shown or 'blank'}"
            written.append(b"%d << /P %b >>" % (len(written), write_text(text)))
    labelled = Written(b"<< /Nums [%b] >>" % b" ".join(written))
    writer.root_object[NameObject("/PageLabels")] = writer._add_object(labelled)


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
