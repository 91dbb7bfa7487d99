"""The folded preview: a PDF of what the reader of a finished book sees, spread by spread."""

from collections.abc import Iterator, Sequence

from pamphleteer.imposition.spreads import SeenPage, Spread
from pamphleteer.objects import read_document
from pamphleteer.press.catalog import write_catalog, write_tree
from pamphleteer.press.file import NewFile
from pamphleteer.press.forms import to_origin
from pamphleteer.press.navigation import label_sides
from pamphleteer.press.written import operands, write_entries, write_numbers
from pamphleteer.units import Pt, Size

MARGIN = Pt(18)
"""Of the table around the open book, so that its edges are seen."""
TABLE = "0.82 g"
PAPER = "1 g"
SPINE = "0.45 G 0.6 w"

Place = tuple[float, float]


def write_spreads(imposed: bytes, spreads: Sequence[Spread]) -> bytes:
    """Write spreads as pages; the forms of the imposed PDF are taken over as they are.

    A book lies on a grey table. All pages have one size, that of the largest spread; each page is
    clipped to its trim, and lies against its spine. A viewer counts them ``1``, ``2-3`` and so on.

    Args:
        imposed: The file from which the spreads were read.
        spreads: What lies open, in order.

    Returns:
        The PDF; the same bytes for the same input.
    """
    file = NewFile(read_document(imposed))
    half = _largest([page for spread in spreads for page in spread.pages if page])
    tree = file.reserve()
    write_tree(file, tree, [_write_spread(spread, half, file, tree) for spread in spreads])
    write_catalog(file)
    label_sides(file, (spread.label for spread in spreads))
    return file.write()


def _largest(pages: Sequence[SeenPage]) -> Size:
    return Size(
        width=max((page.seen.width for page in pages), default=Pt(0)),
        height=max((page.seen.height for page in pages), default=Pt(0)),
    )


def _write_spread(spread: Spread, half: Size, file: NewFile, tree: bytes) -> bytes:
    """Write a page of the preview, with the forms that it draws."""
    across, down = (1, len(spread.pages)) if spread.level else (len(spread.pages), 1)
    media = (0, 0, across * half.width + 2 * MARGIN, down * half.height + 2 * MARGIN)
    content = file.add_stream(b"", "\n".join(_draw(spread, half, media)).encode())
    forms = {page.form for page in spread.pages if page and page.form is not None}
    named = b" ".join(b"/P%d %b" % (form, _take_over(form, file)) for form in sorted(forms))
    entries = {
        "/Type": b"/Page",
        "/Parent": tree,
        "/MediaBox": write_numbers(media),
        "/Resources": b"<< /XObject << %b >> >>" % named,
        "/Contents": content,
    }
    return file.add(write_entries(entries))


def _take_over(number: int, file: NewFile) -> bytes:
    """Keep a form with all that it draws."""
    if not file.source.is_stream(f"{number} 0 R"):
        raise ValueError(f"object {number} of the imposed file is no form")
    return file.keep(b"%d 0 R" % number)


def _draw(spread: Spread, half: Size, media: Sequence[float]) -> Iterator[str]:
    """The table, the spine's marks on it, and the pages."""
    yield f"q {TABLE} {operands(media)} re f Q"
    if len(spread.pages) > 1:
        yield _draw_spine(spread, media)
    for index, page in enumerate(spread.pages):
        if page:
            yield from _draw_page(page, _place(page, index, spread, half))


def _draw_spine(spread: Spread, media: Sequence[float]) -> str:
    """A short line on either side, in the spine's direction."""
    _, _, width, height = media
    near, far = MARGIN / 3, MARGIN * 2 / 3
    if spread.level:
        y, ends = height / 2, ((near, far), (width - far, width - near))
        lines = " ".join(f"{operands((x, y))} m {operands((z, y))} l" for x, z in ends)
    else:
        x, ends = width / 2, ((near, far), (height - far, height - near))
        lines = " ".join(f"{operands((x, y))} m {operands((x, z))} l" for y, z in ends)
    return f"q {SPINE} {lines} S Q"


def _place(page: SeenPage, index: int, spread: Spread, half: Size) -> Place:
    """The lower left corner of a page: it lies against the spine, and in the middle along it."""
    size, is_second = page.seen, index == 1
    spare_x, spare_y = half.width - size.width, half.height - size.height
    if len(spread.pages) == 1:
        return MARGIN + spare_x / 2, MARGIN + spare_y / 2
    if spread.level:
        return MARGIN + spare_x / 2, MARGIN + (spare_y if is_second else half.height)
    return MARGIN + (half.width if is_second else spare_x), MARGIN + spare_y / 2


def _draw_page(page: SeenPage, at: Place) -> Iterator[str]:
    yield f"q {PAPER} {operands((*at, page.seen.width, page.seen.height))} re f Q"
    if page.form is None:
        return
    upright = (0.0, 0.0, float(page.size.width), float(page.size.height))
    a, b, c, d, e, f = to_origin(upright, page.turn, scale=page.scale)
    matrix = operands((a, b, c, d, e + at[0], f + at[1]))
    left, bottom, right, top = page.clip
    clip = operands((left, bottom, right - left, top - bottom))
    yield f"q {matrix} cm {clip} re W n /P{page.form} Do Q"
