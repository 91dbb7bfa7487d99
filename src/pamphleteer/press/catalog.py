"""What an imposed PDF says of itself: its pages, title, boxes, printing, and identity."""

import re
from collections.abc import Mapping, Sequence
from hashlib import blake2b
from html import escape
from typing import cast

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

from pamphleteer.imposition.parts import PART_KEY, WHOLE

KEPT_IN_CATALOG = ("/Lang", "/OutputIntents", "/OCProperties")
KEPT_IN_PREFERENCES = ("/DisplayDocTitle", "/NumCopies")
LEAST_VERSION = "%PDF-1.7"
VERSION = re.compile(r"%PDF-[12]\.\d")


def write_tree(writer: PdfWriter, pages: Sequence[PdfObject]) -> None:
    """Make these the document's pages."""
    tree = cast(DictionaryObject, writer.root_object["/Pages"])
    tree[NameObject("/Kids")] = ArrayObject(pages)
    tree[NameObject("/Count")] = NumberObject(len(pages))


def write_catalog(writer: PdfWriter, reader: PdfReader) -> None:
    """Keep version, title and other texts, language, output intents and layers."""
    version = VERSION.fullmatch(reader.pdf_header.strip())
    writer.pdf_header = max(version[0], LEAST_VERSION) if version else LEAST_VERSION
    info = reader.metadata or DictionaryObject()
    texts = {key: info[key] for key in info if isinstance(info[key], TextStringObject)}
    writer.add_metadata(texts | {PART_KEY: WHOLE})
    for key in KEPT_IN_CATALOG:
        if key in reader.root_object:
            copy = reader.root_object.raw_get(key).clone(writer)
            writer.root_object[NameObject(key)] = copy
    if "/Metadata" in reader.root_object:
        stream = DecodedStreamObject()
        stream.set_data(
            _xmp(
                {key: str(text) for key, text in texts.items()},
                str(reader.root_object.get("/Lang", "")),
            ).encode()
        )
        stream[NameObject("/Type")] = NameObject("/Metadata")
        stream[NameObject("/Subtype")] = NameObject("/XML")
        writer.root_object[NameObject("/Metadata")] = writer._add_object(stream)


def _xmp(texts: Mapping[str, str], language: str) -> str:
    """The title and other texts in XMP (ISO 16684-1).

    What the source's own says of PDF/A or PDF/UA is not true of its sheets, and is left out.
    """
    one = '<{0}><rdf:Alt><rdf:li xml:lang="x-default">{1}</rdf:li></rdf:Alt></{0}>'
    each = "<{0}><rdf:{2}><rdf:li>{1}</rdf:li></rdf:{2}></{0}>"
    found = [
        (one, "dc:title", texts.get("/Title"), ""),
        (each, "dc:creator", texts.get("/Author"), "Seq"),
        (one, "dc:description", texts.get("/Subject"), ""),
        (each, "dc:language", language, "Bag"),
        ("<{0}>{1}</{0}>", "pdf:Keywords", texts.get("/Keywords"), ""),
    ]
    properties = "".join(
        form.format(name, escape(text), kind) for form, name, text, kind in found if text
    )
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:pdf="http://ns.adobe.com/pdf/1.3/">{properties}</rdf:Description>'
        '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )


def write_preferences(writer: PdfWriter, reader: PdfReader, duplex: str) -> None:
    """Ask for actual size and the right flip (ISO 32000-2, 12.2); keep the number of copies."""
    preferences = DictionaryObject(
        {
            NameObject("/PrintScaling"): NameObject("/None"),
            NameObject("/Duplex"): NameObject(duplex),
        }
    )
    wishes = reader.root_object.get("/ViewerPreferences", DictionaryObject()).get_object()
    for key in KEPT_IN_PREFERENCES:
        if key in wishes:
            preferences[NameObject(key)] = wishes[key]
    writer.root_object[NameObject("/ViewerPreferences")] = preferences


def write_identifier(writer: PdfWriter, pdf: bytes, plan: object) -> None:
    """Make the file identifier from the input alone (ISO 32000-2, 14.4)."""
    source = blake2b(pdf, digest_size=16)
    imposed = source.copy()
    imposed.update(repr(plan).encode())
    parts = (source.digest(), imposed.digest())
    writer._ID = ArrayObject(ByteStringObject(part) for part in parts)
