"""Our own check of a PDF/X-4 (ISO 15930-7:2010), clause by clause.

No outside judge of PDF/X is to be had, so what we assert is listed here, each rule with the clause
of ISO 32000-2 that defines what it looks at. It is no certificate: other rules of the standard,
such as those for halftones, optional content or referenced pages, are not looked at where nothing
of ours can break them.

| clause | what is asserted |
|---|---|
| 7.5.2 | the header tells a version up to 1.6 |
| 7.6 | nothing is encrypted |
| 7.4.4 | no stream is packed with LZW |
| 8.4.5 | no transfer function, halftone of one's own, or unknown blend mode |
| 8.6.3 | nothing is in RGB: content, pictures, groups and shadings |
| 8.8 | no PostScript objects, no alternates of pictures, no pages from elsewhere |
| 9.9 | every font is embedded |
| 12.5, 12.6 | no annotations, forms, actions or scripts |
| 14.3.2 | XMP, uncompressed, names the standard, the document, and the same dates |
| 14.3.3 | a title, dates, and whether it is trapped (14.11.6) |
| 14.4 | the file has an identifier |
| 14.11.2 | each page has a TrimBox inside its BleedBox inside its MediaBox, and no ArtBox |
| 14.11.5 | one output intent for PDF/X, with the profile of a press in as many inks as it says |
"""

import re
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, StreamObject

from pamphleteer.reading.exchange_file import Breach, File, walk
from pamphleteer.reading.exchange_identity import (
    check_identifier,
    check_info,
    check_intent,
    check_metadata,
)

NEWEST = "%PDF-1.6"
SLACK = 0.01
STRINGS = re.compile(rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f\s]*>", re.DOTALL)
RGB = re.compile(rb"(?<![^\s\]>])(?:rg|RG|/DeviceRGB|/CalRGB)(?![^\s\[</])")
"""Operators and names of colours in RGB, as whole words."""
BLEND_MODES = frozenset(
    f"/{name}"
    for name in (
        *("Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten"),
        *("ColorDodge", "ColorBurn", "HardLight", "SoftLight", "Difference", "Exclusion"),
        *("Hue", "Saturation", "Color", "Luminosity"),
    )
)

Rule = Callable[[File], Iterator[Breach]]


def check_exchange(pdf: bytes) -> tuple[Breach, ...]:
    """Hold a file against all rules, in the order of the table above."""
    reader = PdfReader(BytesIO(pdf))
    if reader.is_encrypted:
        return (Breach(clause="7.6", found="the file is encrypted"),)
    file = File(reader=reader, objects=tuple(walk(reader.trailer)))
    return tuple(breach for rule in RULES for breach in rule(file))


def _check_version(file: File) -> Iterator[Breach]:
    if file.reader.pdf_header > NEWEST or "/Version" in file.catalog:
        yield Breach(clause="7.5.2", found=f"the header is {file.reader.pdf_header}")


def _check_filters(file: File) -> Iterator[Breach]:
    for each in file.objects:
        filters = each.get("/Filter")
        if "/LZWDecode" in (filters if isinstance(filters, ArrayObject) else [filters]):
            yield Breach(clause="7.4.4", found="a stream is packed with LZW")


def _check_states(file: File) -> Iterator[Breach]:
    for each in file.objects:
        if not {"/OP", "/ca", "/CA", "/BM", "/SMask", "/TR", "/TR2", "/HTP"} & each.keys():
            continue
        if "/TR" in each or each.get("/TR2", "/Default") != "/Default" or "/HTP" in each:
            yield Breach(clause="8.4.5", found="a graphics state has a transfer function")
        modes = each.get("/BM", "/Normal")
        unknown = set(modes if isinstance(modes, ArrayObject) else [modes]) - BLEND_MODES
        if unknown:
            yield Breach(clause="8.4.5", found=f"there is no blend mode {min(unknown)}")


def _check_colours(file: File) -> Iterator[Breach]:
    for number, page in enumerate(file.reader.pages, start=1):
        content = page.get_contents()
        if content is not None and _has_rgb(content.get_data()):
            yield Breach(clause="8.6.3", found="something is drawn in RGB", page=number)
    for each in file.objects:
        if "/DeviceRGB" in _spaces(each):
            kind = str(each.get("/Subtype") or each.get("/Type") or "an object").strip("/")
            yield Breach(clause="8.6.3", found=f"a colour space is RGB ({kind})")
        drawn = each.get("/Subtype") == "/Form" or "/PatternType" in each
        if drawn and isinstance(each, StreamObject) and _has_rgb(each.get_data()):
            yield Breach(clause="8.6.3", found="a form or pattern is drawn in RGB")


def _has_rgb(content: bytes) -> bool:
    return RGB.search(STRINGS.sub(b" ", content)) is not None


def _spaces(each: DictionaryObject) -> Iterator[Any]:
    """The names of colour spaces that an object names as its own."""
    for key in ("/ColorSpace", "/CS"):
        space = each.get(key)
        parts = space if isinstance(space, ArrayObject) else [space]
        if isinstance(space, DictionaryObject):
            parts = [part for value in space.values() for part in _parts(value.get_object())]
        yield from (part for part in parts if isinstance(part, str))


def _parts(space: Any) -> Iterable[Any]:
    return space if isinstance(space, ArrayObject) else [space]


def _check_objects(file: File) -> Iterator[Breach]:
    for _ in file.of("/Subtype", "/PS"):
        yield Breach(clause="8.8", found="there is a PostScript object")
    for key, found in (
        ("/Alternates", "a picture has alternates"),
        ("/OPI", "a picture is kept elsewhere (OPI)"),
        ("/Ref", "a form is a page of another file"),
    ):
        if any(key in each and "/Subtype" in each for each in file.objects):
            yield Breach(clause="8.8", found=found)


def _check_fonts(file: File) -> Iterator[Breach]:
    for font in file.of("/Type", "/Font"):
        if font.get("/Subtype") in ("/Type0", "/Type3"):
            continue  # a Type 0 font's descendant is another font, a Type 3 font's is drawn
        descriptor = font.get("/FontDescriptor", DictionaryObject()).get_object()
        if not any(str(key).startswith("/FontFile") for key in descriptor):
            yield Breach(clause="9.9", found=f"the font {font.get('/BaseFont')} is not embedded")


def _check_interaction(file: File) -> Iterator[Breach]:
    for number, page in enumerate(file.reader.pages, start=1):
        if page.get("/Annots"):
            yield Breach(clause="12.5", found="there are annotations", page=number)
        if "/AA" in page:
            yield Breach(clause="12.6", found="the page has actions", page=number)
    for key in ("/OpenAction", "/AA", "/AcroForm"):
        if key in file.catalog:
            yield Breach(clause="12.6", found=f"the document has actions or forms ({key})")
    if any(True for _ in file.of("/S", "/JavaScript")):
        yield Breach(clause="12.6", found="there is a script")


def _check_boxes(file: File) -> Iterator[Breach]:
    for number, page in enumerate(file.reader.pages, start=1):
        if "/TrimBox" not in page or "/ArtBox" in page:
            yield Breach(clause="14.11.2", found="the page needs a TrimBox alone", page=number)
            continue
        boxes = [page.trimbox, page.bleedbox, page.mediabox]
        edges = [[float(value) for value in box] for box in boxes]
        if not all(map(_is_inside, edges, edges[1:])):
            yield Breach(clause="14.11.2", found="boxes are not in one another", page=number)


def _is_inside(inner: list[float], outer: list[float]) -> bool:
    lower = all(inner[at] >= outer[at] - SLACK for at in (0, 1))
    return lower and all(inner[at] <= outer[at] + SLACK for at in (2, 3))


RULES: tuple[Rule, ...] = (
    _check_version,
    _check_filters,
    _check_states,
    _check_colours,
    _check_objects,
    _check_fonts,
    _check_interaction,
    check_metadata,
    check_info,
    check_identifier,
    _check_boxes,
    check_intent,
)
