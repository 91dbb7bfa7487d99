"""Makes of drawn pages a file that a print shop takes: PDF/X-4 (ISO 15930-7), in single pages.

What WeasyPrint has drawn in a press's inks gets all that says how it is to be printed: the output
intent with its profile, the boxes of trim and bleed, metadata, an identity that is made from the
content, and marks. `reading.exchange` tells whether it is right, and shares nothing with this.
"""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from html import escape
from io import BytesIO
from typing import cast
from uuid import UUID

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
    read_object,
)

from pamphleteer.images.colour import press_profile
from pamphleteer.imposition.margins import Shape
from pamphleteer.imposition.parts import DRUM_KEY
from pamphleteer.layout.inks import in_name
from pamphleteer.objects import Rect, read_rect
from pamphleteer.press.marks import ALL_PLATES, draw_shapes
from pamphleteer.press.page_marks import DRUM_SLUG, SLUG, crop_marks, plate_name, register_marks
from pamphleteer.press.written import operands
from pamphleteer.units import Pt, Size

CONDITION = "FOGRA39"
"""The printing condition, as the ICC's registry calls it: offset on coated paper (ISO 12647-2)."""
REGISTRY = "http://www.color.org"
STANDARD = "PDF/X-4"
HEADER = "%PDF-1.6"
"""The version of PDF on which PDF/X-4 rests."""
PRODUCER = "Pamphleteer"
NO_SLUG = Pt(0)
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What a file says of itself; the same issue says the same, whenever it is made."""

    title: str
    author: str | None
    date: datetime.date


def write_exchange(pdf: bytes, imprint: Imprint, *, bleed: Pt, marks: bool) -> bytes:
    """Make a PDF/X-4 of pages that were drawn with their bleed.

    Args:
        pdf: The pages, in the inks of a press; the origin is the trim's lower left corner.
        imprint: Its title, author and date.
        bleed: How far beyond the trim they were drawn, in points.
        marks: Whether crop marks stand around them.
    """
    writer = _take_over(pdf)
    for page in writer.pages:
        trim = _trim(page)
        shapes = tuple(crop_marks(trim, bleed)) if marks else ()
        slug = SLUG if marks else NO_SLUG
        _finish_page(writer, page, bleed=bleed, slug=slug, shapes=shapes)
    writer.root_object[NameObject("/OutputIntents")] = ArrayObject([_output_intent(writer)])
    return _write(writer, pdf, imprint, standard=STANDARD)


def write_plate(
    pdf: bytes, imprint: Imprint, *, bleed: Pt, plates: Sequence[str], plate: str
) -> bytes:
    """Make the file of one drum of pages that were drawn in its greys.

    Its register marks stand where those of all drums stand, its name beside the others'.
    """
    writer = _take_over(pdf)
    for page in writer.pages:
        trim = _trim(page)
        shapes = (
            *register_marks(trim, bleed),
            *plate_name(plate, bleed, at=plates.index(plate)),
        )
        _finish_page(writer, page, bleed=bleed, slug=DRUM_SLUG, shapes=shapes)
    return _write(writer, pdf, imprint, drum=in_name(plate))


def _take_over(pdf: bytes) -> PdfWriter:
    return PdfWriter(clone_from=PdfReader(BytesIO(pdf)))


def _trim(page: PageObject) -> Size:
    left, bottom, right, top = read_rect(page.trimbox)
    return Size(width=Pt(right - left), height=Pt(top - bottom))


def _finish_page(
    writer: PdfWriter, page: PageObject, *, bleed: Pt, slug: Pt, shapes: Sequence[Shape]
) -> None:
    """Set a page's boxes, cut what it draws at its bleed, and draw its marks in the slug area."""
    trim = _trim(page)
    page[NameObject("/MediaBox")] = _box(_around(trim, bleed + slug))
    page[NameObject("/BleedBox")] = _box(_around(trim, bleed))
    page[NameObject("/TrimBox")] = _box(_around(trim, 0))
    for key in ("/CropBox", "/ArtBox", "/Annots"):
        page.pop(key, None)
    left, bottom, right, top = _around(trim, bleed)
    clip = f"q {operands((left, bottom, right - left, top - bottom))} re W n\n"
    content = page.raw_get("/Contents")
    parts = [_stream(writer, clip.encode()), content, _stream(writer, b"\nQ\n" + _marks(shapes))]
    page[NameObject("/Contents")] = ArrayObject(parts)
    if any(shape.ink == "registration" for shape in shapes):
        resources = cast(DictionaryObject, page["/Resources"])
        spaces = cast(DictionaryObject, resources["/ColorSpace"])
        spaces[NameObject("/All")] = read_object(BytesIO(ALL_PLATES), None)


def _marks(shapes: Sequence[Shape]) -> bytes:
    return b"q\n" + draw_shapes(shapes) + b"\nQ\n" if shapes else b""


def _around(trim: Size, by: float) -> Rect:
    return -by, -by, trim.width + by, trim.height + by


def _box(rect: Rect) -> ArrayObject:
    return ArrayObject(FloatObject(number) for number in operands(rect).split())


def _stream(writer: PdfWriter, content: bytes) -> PdfObject:
    stream = DecodedStreamObject()
    stream.set_data(content)
    return writer._add_object(stream)


def _output_intent(writer: PdfWriter) -> DictionaryObject:
    """For which press the inks are meant (ISO 32000-2, 14.11.5)."""
    profile = DecodedStreamObject()
    profile.set_data(press_profile())
    packed = profile.flate_encode()
    packed[NameObject("/N")] = NumberObject(4)
    texts = {
        "/OutputConditionIdentifier": CONDITION,
        "/OutputCondition": "Offset on coated paper, ISO 12647-2",
        "/RegistryName": REGISTRY,
        "/Info": "Coated FOGRA39 (ISO 12647-2:2004)",
    }
    intent = DictionaryObject({NameObject(key): TextStringObject(texts[key]) for key in texts})
    intent[NameObject("/Type")] = NameObject("/OutputIntent")
    intent[NameObject("/S")] = NameObject("/GTS_PDFX")
    intent[NameObject("/DestOutputProfile")] = writer._add_object(packed)
    return intent


def _write(
    writer: PdfWriter,
    pdf: bytes,
    imprint: Imprint,
    *,
    standard: str | None = None,
    drum: str | None = None,
) -> bytes:
    """Write the file with its metadata, and an identity made from what it was made of."""
    identity = blake2b(pdf, digest_size=16)
    identity.update(repr((imprint, standard)).encode())
    _write_info(writer, imprint, standard)
    if drum:
        writer.add_metadata({DRUM_KEY: drum})
    packet = _packet(imprint, standard, UUID(bytes=identity.digest(), version=4))
    metadata = DecodedStreamObject()
    metadata.set_data(packet.encode())
    metadata[NameObject("/Type")] = NameObject("/Metadata")
    metadata[NameObject("/Subtype")] = NameObject("/XML")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(metadata)
    for key in ("/Names", "/Outlines", "/OpenAction", "/AcroForm"):
        writer.root_object.pop(key, None)
    writer.pdf_header = HEADER
    writer._ID = ArrayObject([ByteStringObject(identity.digest())] * 2)
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def _write_info(writer: PdfWriter, imprint: Imprint, standard: str | None) -> None:
    """Write the document information dictionary (ISO 32000-2, 14.3.3)."""
    date = f"D:{imprint.date:%Y%m%d}000000Z"
    texts = {
        "/Title": imprint.title,
        "/Creator": PRODUCER,
        "/Producer": PRODUCER,
        "/CreationDate": date,
        "/ModDate": date,
    }
    if imprint.author:
        texts["/Author"] = imprint.author
    if standard:
        texts["/GTS_PDFXVersion"] = standard
    writer.metadata = None
    writer.add_metadata(texts)
    info = cast(DictionaryObject, writer._info)
    info[NameObject("/Trapped")] = NameObject("/False")  # nothing was spread or choked (14.11.6)


def _packet(imprint: Imprint, standard: str | None, identity: UUID) -> str:
    """The same in XMP (ISO 16684-1), uncompressed, for readers that know no PDF."""
    date = f"{imprint.date:%Y-%m-%d}T00:00:00Z"
    one = '<{0}><rdf:Alt><rdf:li xml:lang="x-default">{1}</rdf:li></rdf:Alt></{0}>'
    each = "<{0}><rdf:Seq><rdf:li>{1}</rdf:li></rdf:Seq></{0}>"
    plain = "<{0}>{1}</{0}>"
    found = [
        (plain, "dc:format", "application/pdf"),
        (one, "dc:title", imprint.title),
        (each, "dc:creator", imprint.author),
        (plain, "pdf:Producer", PRODUCER),
        (plain, "pdf:Trapped", "False"),
        (plain, "pdfxid:GTS_PDFXVersion", standard),
        (plain, "xmp:CreatorTool", PRODUCER),
        (plain, "xmp:CreateDate", date),
        (plain, "xmp:ModifyDate", date),
        (plain, "xmp:MetadataDate", date),
        (plain, "xmpMM:DocumentID", f"uuid:{identity}"),
        (plain, "xmpMM:VersionID", "1"),
        (plain, "xmpMM:RenditionClass", "default"),
    ]
    properties = "".join(form.format(name, escape(text)) for form, name, text in found if text)
    spaces = " ".join(f'xmlns:{prefix}="{url}"' for prefix, url in NAMESPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {spaces}>{properties}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )
