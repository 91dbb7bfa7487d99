"""Rules of what a file for a print shop says of itself, and of the press that it is meant for."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from pypdf.generic import DictionaryObject, StreamObject

from pamphleteer.reading.exchange_file import Breach, File

NAMESPACES = {
    "pdfxid": "http://www.npes.org/pdfx/ns/id/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpMM": "http://ns.adobe.com/xap/1.0/mm/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
}
INKS = {b"CMYK": 4, b"GRAY": 1, b"RGB ": 3}
PROFILE_CLASS, PROFILE_SPACE = slice(12, 16), slice(16, 20)
"""Where an ICC profile's header tells its device class and colour space (ICC.1, 7.2)."""
WANTED = (
    "pdfxid:GTS_PDFXVersion",
    "xmp:CreateDate",
    "xmp:ModifyDate",
    "xmp:MetadataDate",
    "xmpMM:DocumentID",
    "xmpMM:VersionID",
    "xmpMM:RenditionClass",
    "pdf:Trapped",
)


def check_metadata(file: File) -> Iterator[Breach]:
    """XMP, uncompressed, names the standard, the document, and the same dates (14.3.2)."""
    stream = file.catalog.get("/Metadata", DictionaryObject()).get_object()
    if not isinstance(stream, StreamObject):
        yield Breach(clause="14.3.2", found="there are no metadata")
        return
    if "/Filter" in stream:
        yield Breach(clause="14.3.2", found="the metadata are compressed")
    try:
        root = ET.fromstring(stream.get_data())  # noqa: S314  # its size is bounded by the file's
    except ET.ParseError:
        yield Breach(clause="14.3.2", found="the metadata are no XML")
        return
    told = {name: root.findtext(f".//{name}", None, NAMESPACES) for name in WANTED}
    yield from _check_told(file, told)


def _check_told(file: File, told: dict[str, str | None]) -> Iterator[Breach]:
    """What the metadata tell, by name."""
    for name, value in told.items():
        if not value:
            yield Breach(clause="14.3.2", found=f"the metadata lack {name}")
    if (standard := told["pdfxid:GTS_PDFXVersion"]) not in (None, "PDF/X-4"):
        yield Breach(clause="14.3.2", found=f"the standard is {standard}, not PDF/X-4")
    for name, key in (("xmp:CreateDate", "/CreationDate"), ("xmp:ModifyDate", "/ModDate")):
        if _digits(told[name]) != _digits(file.info.get(key)):
            yield Breach(clause="14.3.2", found=f"{name} is another date than {key}")


def _digits(date: object) -> str:
    return re.sub(r"\D", "", str(date or ""))


def check_info(file: File) -> Iterator[Breach]:
    """A title, dates (14.3.3), and whether it is trapped (14.11.6)."""
    for key in ("/Title", "/CreationDate", "/ModDate"):
        if not file.info.get(key):
            yield Breach(clause="14.3.3", found=f"{key} is missing")
    if file.info.get("/Trapped") not in ("/True", "/False"):
        yield Breach(clause="14.11.6", found="it is not told whether the file is trapped")


def check_identifier(file: File) -> Iterator[Breach]:
    """The file has an identifier (14.4)."""
    parts = file.reader.trailer.get("/ID", ())
    if len(parts) != 2 or not all(parts):
        yield Breach(clause="14.4", found="the file has no identifier")


def check_intent(file: File) -> Iterator[Breach]:
    """One output intent, with the profile of a press in as many inks as it says (14.11.5)."""
    found = (each.get_object() for each in file.catalog.get("/OutputIntents", ()))
    intents = [each for each in found if each.get("/S") == "/GTS_PDFX"]
    if len(intents) != 1:
        yield Breach(clause="14.11.5", found=f"there are {len(intents)} output intents for PDF/X")
        return
    (intent,) = intents
    if not intent.get("/OutputConditionIdentifier"):
        yield Breach(clause="14.11.5", found="the output intent has no name")
    profile = intent.get("/DestOutputProfile", DictionaryObject()).get_object()
    if not isinstance(profile, StreamObject):
        yield Breach(clause="14.11.5", found="the output intent has no profile")
        return
    data = profile.get_data()
    if data[PROFILE_CLASS] != b"prtr" or INKS.get(data[PROFILE_SPACE]) != profile.get("/N"):
        yield Breach(clause="14.11.5", found="the profile is not that of a press in so many inks")
