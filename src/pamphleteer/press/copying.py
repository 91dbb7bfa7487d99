"""Some sides of an imposed job as a file of their own, with all that the job says of them.

Pages are copied as they are: their forms stay shared and encoded. Labels, bookmarks and links go
with them; what leads to a side that is in another file is left out.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pamphleteer.imposition.parts import PART_KEY, WHOLE, within
from pamphleteer.objects import Document, read_document
from pamphleteer.press.catalog import (
    KEPT_IN_CATALOG,
    keep_in_catalog,
    read_info,
    write_preferences,
    write_tree,
)
from pamphleteer.press.file import NewFile
from pamphleteer.press.navigation import (
    Matrix,
    Sheets,
    label_sides,
    number_pages,
    write_links,
    write_outline,
)
from pamphleteer.press.written import write_array, write_entries, write_text

NOT_KEPT = ("/Annots", "/Parent")
KEPT = (*KEPT_IN_CATALOG, "/Metadata")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A copy under way: the file, and of each of its sides the entries, as they are written."""

    file: NewFile
    references: tuple[bytes, ...] = ()
    sides: tuple[dict[str, bytes], ...] = ()


def copy_sides(
    job: Document, sides: Iterable[int], *, moves: Mapping[int, Matrix] | None = None
) -> Copy:
    """Copy some sides, and what the document says of itself and of them.

    Args:
        job: The imposed job.
        sides: Which, counted from 1, in the order in which the copy has them.
        moves: By side, the matrix by which it is to be drawn, which links follow; their content is
            the caller's.
    """
    file, taken = NewFile(job), tuple(sides)
    tree = file.reserve()
    copies = tuple(_copy_side(job, side, file, tree) for side in taken)
    references = tuple(file.reserve() for _ in taken)
    file.info |= read_info(job)
    keep_in_catalog(file, KEPT)
    write_tree(file, tree, references)
    copy = Copy(file=file, references=references, sides=copies)
    _lead(copy, taken, moves or {})
    return copy


def _copy_side(job: Document, side: int, file: NewFile, tree: bytes) -> dict[str, bytes]:
    page = job.pages[side - 1]
    kept = (key for key in page.entries if key not in NOT_KEPT and key.startswith("/"))
    entries = {key: file.keep(job.written(page.reference, key)) for key in kept}
    return entries | {"/Parent": tree}


def _lead(copy: Copy, taken: tuple[int, ...], moves: Mapping[int, Matrix]) -> None:
    """Write what leads a reader on a screen: labels, bookmarks and links."""
    job = copy.file.source
    if labels := job.labels:
        label_sides(copy.file, (labels[side - 1] for side in taken))
    sheets = Sheets(
        file=copy.file,
        sides=copy.references,
        side_of={side: index for index, side in enumerate(taken)},
        page_of=number_pages(job),
    )
    write_outline(sheets)
    for side, entries in zip(taken, copy.sides, strict=True):
        if links := write_links(side, [moves[side]] if side in moves else [], sheets):
            entries["/Annots"] = write_array(links)


def copy_document(pdf: bytes) -> Copy:
    """Copy a whole document, tags and all."""
    source = read_document(pdf)
    file = NewFile(source, whole=True)
    keep_in_catalog(file, tuple(source.catalog))
    file.info |= read_info(source)
    return Copy(file=file)


def part_of(imposed: bytes) -> str:
    """Which part of a job an imposed document says it is."""
    return read_document(imposed).texts.get(PART_KEY, WHOLE)


def name_part(copy: Copy, part: str) -> Copy:
    """Let a copy say which part of a job it is, or of a part of one."""
    said = copy.file.source.texts.get(PART_KEY, WHOLE)
    copy.file.info[PART_KEY] = write_text(within(said, part))
    return copy


def write_for(copy: Copy, *, duplex: str | None) -> bytes:
    """Write a copy that asks for actual size (ISO 32000-2, 12.2).

    Args:
        copy: The document.
        duplex: How it asks to be printed; None leaves that to whoever prints it.
    """
    for reference, entries in zip(copy.references, copy.sides, strict=True):
        copy.file.put(reference, write_entries(entries))
    write_preferences(copy.file, duplex, kept=None)
    return copy.file.write()
