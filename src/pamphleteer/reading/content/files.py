"""What a PDF says of itself as a whole: title, versions, output intents, what is interactive."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, PdfObject

from pamphleteer.reading.content.objects import (
    data_of,
    dictionary,
    entry,
    items,
    name,
    number,
    stream,
)

PROFILE_SPACE = slice(16, 20)
"""Where an ICC profile names the space that it describes (ICC.1, 7.2.8)."""

XMP_VERSION = re.compile(rb"GTS_PDFXVersion(?:>|\s*=\s*[\"'])([^<\"']{1,40})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Intent:
    """An output intent: its kind, the condition it names, and the space of its profile if any."""

    kind: str
    condition: str
    space: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What is said of the whole file."""

    pages: int
    title: str
    producer: str
    trapped: str
    version: str
    has_id: bool
    intents: tuple[Intent, ...]
    interactive: tuple[str, ...]
    layers: bool
    attachments: bool


def read_file_facts(reader: PdfReader) -> FileFacts:
    """Read what the catalog, the information and the trailer say (7.7.2, 14.3, 14.11)."""
    catalog, said = reader.root_object, reader.trailer
    info = dictionary(said, "/Info")
    names = dictionary(catalog, "/Names")
    return FileFacts(
        pages=len(reader.pages),
        title=_text(entry(info, "/Title")),
        producer=_text(entry(info, "/Producer")),
        trapped=name(info, "/Trapped"),
        version=_press_version(catalog, info),
        has_id=len(items(said, "/ID")) == 2,
        intents=tuple(map(_read_intent, items(catalog, "/OutputIntents"))),
        interactive=tuple(_interactive(catalog, names)),
        layers=bool(items(entry(catalog, "/OCProperties"), "/OCGs")),
        attachments=bool(dictionary(names, "/EmbeddedFiles")),
    )


def _text(value: PdfObject | None) -> str:
    return str(value) if isinstance(value, str) else ""


def _press_version(catalog: DictionaryObject, info: DictionaryObject) -> str:
    """The version of PDF/X that the file says it is, in its metadata or its information."""
    data = data_of(stream(catalog, "/Metadata")) or b""
    if said := _text(entry(info, "/GTS_PDFXVersion")):
        return said
    found = XMP_VERSION.search(data)
    return found[1].decode("latin-1") if found else ""


def _read_intent(intent: PdfObject | None) -> Intent:
    profile = data_of(stream(intent, "/DestOutputProfile")) or b""
    space = profile[PROFILE_SPACE].decode("latin-1").strip()
    condition = entry(intent, "/OutputConditionIdentifier")
    return Intent(kind=name(intent, "/S"), condition=_text(condition), space=space)


def _interactive(catalog: DictionaryObject, names: DictionaryObject) -> Iterator[str]:
    form = entry(catalog, "/AcroForm")
    if items(form, "/Fields"):
        yield "form fields"
    if entry(names, "/JavaScript") is not None or _runs_script(catalog):
        yield "scripts"


def _runs_script(catalog: DictionaryObject) -> bool:
    return name(entry(catalog, "/OpenAction"), "/S") == "JavaScript" or bool(
        dictionary(catalog, "/AA")
    )


def unit_of(page: DictionaryObject) -> float:
    """How many points a unit of a page's user space is (14.11.2)."""
    return number(entry(page, "/UserUnit"), 1.0) or 1.0
