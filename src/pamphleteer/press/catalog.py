"""What an imposed PDF says of itself: its pages, title, boxes, printing, and identity."""

import re
from collections.abc import Sequence
from hashlib import blake2b
from typing import cast

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

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
    writer.add_metadata(texts)
    for key in KEPT_IN_CATALOG:
        if key in reader.root_object:
            copy = reader.root_object.raw_get(key).clone(writer)
            writer.root_object[NameObject(key)] = copy


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
