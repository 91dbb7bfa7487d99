"""Some sides of an imposed job as a file of their own, with all that the job says of them.

Pages are copied as they are: their forms stay shared and encoded. Labels, bookmarks and links go
with them; what leads to a side that is in another file is left out.
"""

from collections.abc import Iterable, Mapping
from hashlib import blake2b
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)

from pamphleteer.imposition.parts import PART_KEY, WHOLE, within
from pamphleteer.press.catalog import KEPT_IN_CATALOG
from pamphleteer.press.navigation import (
    Matrix,
    Sheets,
    label_sides,
    object_numbers,
    write_links,
    write_outline,
)
from pamphleteer.press.written import Written

KEPT = (*KEPT_IN_CATALOG, "/Metadata", "/ViewerPreferences")


def copy_sides(
    reader: PdfReader, sides: Iterable[int], *, moves: Mapping[int, Matrix] | None = None
) -> PdfWriter:
    """Copy some sides, and what the document says of itself and of them.

    Args:
        reader: The job.
        sides: Which, counted from 1, in the order in which the copy has them.
        moves: By side, the matrix by which it is to be drawn, which links follow; their content is
            the caller's.
    """
    writer, taken = PdfWriter(), tuple(sides)
    for side in taken:
        writer.add_page(reader.pages[side - 1], excluded_keys=("/Annots",))
    writer.pdf_header = reader.pdf_header
    info = reader.metadata or DictionaryObject()
    writer.add_metadata({key: info[key] for key in info if isinstance(info[key], TextStringObject)})
    for key in KEPT:
        if key in reader.root_object:
            writer.root_object[NameObject(key)] = reader.root_object.raw_get(key).clone(writer)
    _lead(reader, writer, taken, moves or {})
    return writer


def _lead(
    reader: PdfReader, writer: PdfWriter, taken: tuple[int, ...], moves: Mapping[int, Matrix]
) -> None:
    """Write what leads a reader on a screen: labels, bookmarks and links."""
    if "/PageLabels" in reader.root_object:
        labels = reader.page_labels
        label_sides(writer, (labels[side - 1] for side in taken))
    copies = [page.indirect_reference for page in writer.pages]
    sheets = Sheets(
        reader=reader,
        writer=writer,
        sides=[copy for copy in copies if copy],
        side_of={side: index for index, side in enumerate(taken)},
        page_of=object_numbers(reader),
    )
    write_outline(sheets)
    for side, page in zip(taken, writer.pages, strict=True):
        links = write_links(side, [moves[side]] if side in moves else [], sheets)
        if links:
            page[NameObject("/Annots")] = Written(b"[%b]" % b" ".join(links))


def copy_document(pdf: bytes) -> PdfWriter:
    """Copy a whole document, tags and all."""
    reader = PdfReader(BytesIO(pdf))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    return writer


def part_of(imposed: bytes) -> str:
    """Which part of a job an imposed document says it is."""
    return str((PdfReader(BytesIO(imposed)).metadata or DictionaryObject()).get(PART_KEY, WHOLE))


def name_part(writer: PdfWriter, part: str) -> PdfWriter:
    """Let a document say which part of a job it is, or of a part of one."""
    said = (writer.metadata or DictionaryObject()).get(PART_KEY, WHOLE)
    writer.add_metadata({PART_KEY: within(str(said), part)})
    return writer


def write_for(writer: PdfWriter, *, duplex: str | None, made_of: Iterable[bytes]) -> bytes:
    """Write a document that asks for actual size (ISO 32000-2, 12.2).

    Args:
        writer: The document.
        duplex: How it asks to be printed; None leaves that to whoever prints it.
        made_of: Of which its identifier is made (14.4).
    """
    root = writer.root_object
    wishes = root.get("/ViewerPreferences", DictionaryObject()).get_object()
    preferences = DictionaryObject({NameObject(key): wishes[key] for key in wishes})
    preferences.pop("/Duplex", None)
    preferences[NameObject("/PrintScaling")] = NameObject("/None")
    if duplex:
        preferences[NameObject("/Duplex")] = NameObject(duplex)
    root[NameObject("/ViewerPreferences")] = preferences
    digest = blake2b(digest_size=16)
    for part in made_of:
        digest.update(part)
    writer._ID = ArrayObject([ByteStringObject(digest.digest())] * 2)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()
