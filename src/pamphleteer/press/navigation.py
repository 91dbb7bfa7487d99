"""What helps a reader of imposed sheets on a screen: bookmarks, labels of sheets, and links."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pamphleteer.imposition.plan import Plan
from pamphleteer.objects import Document, Key, Value, is_reference, read_text
from pamphleteer.press.file import NewFile
from pamphleteer.press.written import write_array, write_numbers, write_text

MOST_DEEP = 100
"""Levels of bookmarks that are kept."""

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheets:
    """The file with its source, the written sides, and on which of them each page stands first.

    ``page_of`` has the source's pages by their references.
    """

    file: NewFile
    sides: Sequence[bytes]
    side_of: Mapping[int, int]
    page_of: Mapping[str, int]

    @property
    def source(self) -> Document:
        """Whose pages they are."""
        return self.file.source


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
    outline = sheets.source.catalog.get("/Outlines")
    kept = tuple(_kept(_read_bookmarks(outline, sheets, set()), sheets))
    if kept:
        root = sheets.file.reserve()
        below, _ = _write_bookmarks(kept, root, sheets)
        sheets.file.put(root, b"<< /Type /Outlines%b >>" % below)
        sheets.file.root["/Outlines"] = root


def _read_bookmarks(
    above: Value, sheets: Sheets, seen: set[str], *, depth: int = 0
) -> tuple[Bookmark, ...]:
    """The bookmarks below one; nobody reads any deeper than `MOST_DEEP`."""
    source, found = sheets.source, list[Bookmark]()
    at = source.entries(above).get("/First") if depth < MOST_DEEP else None
    while item := source.entries(at):
        if is_reference(at):
            if at in seen:  # a damaged chain leads back
                break
            seen.add(at)
        found.append(
            Bookmark(
                title=read_text(source.resolve(item.get("/Title"))) or "",
                page=_goal(item, sheets),
                below=_read_bookmarks(item, sheets, seen, depth=depth + 1),
            )
        )
        at = item.get("/Next")
    return tuple(found)


def _kept(bookmarks: Iterable[Bookmark], sheets: Sheets) -> Iterator[Bookmark]:
    """Those that lead to these sides, those above such, and lines that lead nowhere at all."""
    for bookmark in bookmarks:
        below = tuple(_kept(bookmark.below, sheets))
        is_line = bookmark.page is None and not bookmark.below
        if below or is_line or bookmark.page in sheets.side_of:
            yield replace(bookmark, below=below) if bookmark.below else bookmark


def _write_bookmarks(
    bookmarks: Sequence[Bookmark], parent: bytes, sheets: Sheets
) -> tuple[bytes, int]:
    """Write the bookmarks below one; what it says of them, and how many there are in all."""
    if not bookmarks:
        return b"", 0
    own = [sheets.file.reserve() for _ in bookmarks]
    total = len(own)
    for index, (bookmark, reference) in enumerate(zip(bookmarks, own, strict=True)):
        below, count = _write_bookmarks(bookmark.below, reference, sheets)
        total += count
        before = b" /Prev %b" % own[index - 1] if index else b""
        after = b" /Next %b" % own[index + 1] if index + 1 < len(own) else b""
        said = (_said(bookmark, sheets), parent, before, after, below)
        sheets.file.put(reference, b"<< %b /Parent %b%b%b%b >>" % said)
    return b" /First %b /Last %b /Count %d" % (own[0], own[-1], total), total


def _said(bookmark: Bookmark, sheets: Sheets) -> bytes:
    """A bookmark's title, and the side to which it leads."""
    said = b"/Title %b" % write_text(bookmark.title)
    side = sheets.side_of.get(bookmark.page or 0)
    return said if side is None else b"%b /Dest %b" % (said, _to_side(sheets, side))


def _goal(item: Mapping[str, Value], sheets: Sheets) -> int | None:
    """The page to which a bookmark or a link leads within the document (12.3.2)."""
    goal = item.get("/Dest")
    if goal is None:
        action = sheets.source.entries(item.get("/A"))
        goal = action.get("/D") if action.get("/S") == "/GoTo" else None
    return _page_number(sheets, goal)


def _to_side(sheets: Sheets, side: int) -> bytes:
    return b"[%b /Fit]" % sheets.sides[side]


def write_labels(plan: Plan, file: NewFile) -> None:
    """Label each side with its sheet and the pages on it, by their own labels if they have any."""
    texts, labels = [], file.source.labels
    for sheet_number, sheet in enumerate(plan.sheets, start=1):
        for name, side in zip(("front", "back"), sheet.sides, strict=False):
            pages = [slot.page for slot in side.slots if slot.page]
            shown = ", ".join((labels and labels[page - 1]) or str(page) for page in pages)
            texts.append(f"Sheet {sheet_number} {name}: {shown or 'blank'}")
    label_sides(file, texts)


def label_sides(file: NewFile, texts: Iterable[str]) -> None:
    """Label each side with a text of its own (ISO 32000-2, 12.4.2)."""
    written = (b"%d << /P %b >>" % (at, write_text(text)) for at, text in enumerate(texts))
    file.root["/PageLabels"] = file.add(b"<< /Nums %b >>" % write_array(written))


def number_pages(source: Document) -> Mapping[str, int]:
    """The pages' numbers by their references."""
    return {page.reference: number for number, page in enumerate(source.pages, start=1)}


def write_links(number: int, matrices: Sequence[Matrix], sheets: Sheets) -> list[bytes]:
    """Write the links of a page, moved with it: to addresses, and to the sides of other pages.

    ``matrices`` are applied one after another to what is written in the page's own space.

    Returns:
        References to them.
    """
    source, page = sheets.source, sheets.source.pages[number - 1]
    found = []
    for at, annotation in enumerate(source.items(page.entries.get("/Annots"))):
        link = source.entries(annotation)
        if link.get("/Subtype") != "/Link" or source.rect(link.get("/Rect")) is None:
            continue
        if target := _target(link, (page.reference, "/Annots", at), sheets):
            found.append(sheets.file.add(_link(link, matrices, target, source)))
    return found


def _target(link: Mapping[str, Value], way: tuple[str, Key, Key], sheets: Sheets) -> bytes:
    """Where a link leads: an address, or a side of a sheet; nothing where it leads elsewhere."""
    action = sheets.source.entries(link.get("/A"))
    if action.get("/S") == "/URI" and "/URI" in action:
        address = sheets.source.written(*way, "/A", "/URI")
        return b"/A << /S /URI /URI %b >>" % sheets.file.keep(address)
    side = sheets.side_of.get(_goal(link, sheets) or 0)
    return b"/Dest %b" % _to_side(sheets, side) if side is not None else b""


def _page_number(sheets: Sheets, goal: Value) -> int | None:
    """The page, counted from 1, to which a destination leads, by its name or itself (12.3.2)."""
    goal = sheets.source.resolve(goal)
    if isinstance(goal, str):
        goal = sheets.source.destination(goal)
    if isinstance(goal, dict):
        goal = sheets.source.resolve(goal.get("/D"))
    first = goal[0] if isinstance(goal, list) and goal else None
    return sheets.page_of.get(first) if is_reference(first) else None


def _link(
    link: Mapping[str, Value], matrices: Sequence[Matrix], target: bytes, source: Document
) -> bytes:
    left, bottom, right, top = source.numbers(link["/Rect"])
    corners = [(left, bottom), (right, top)]
    for a, b, c, d, e, f in matrices:
        corners = [(a * x + c * y + e, b * x + d * y + f) for x, y in corners]
    xs, ys = sorted(x for x, _ in corners), sorted(y for _, y in corners)
    rect = write_numbers((xs[0], ys[0], xs[1], ys[1]))
    form = b"<< /Type /Annot /Subtype /Link /Rect %b /Border [0 0 0] %b >>"
    return form % (rect, target)
