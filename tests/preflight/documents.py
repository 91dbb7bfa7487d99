"""Documents written by hand, object by object: a sound one for each way of printing.

What is planted in them is written in PDF itself, so that no program's habits stand between.
"""

import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from pamphleteer.preflight.examining import examine
from pamphleteer.preflight.model import Preflight
from pamphleteer.preflight.profiles import read_profile
from pamphleteer.reading.opening import open_pdf
from pamphleteer.resources import resource_folder

FONT = Path("libre-franklin/LibreFranklin-Regular.ttf")
LETTERS = "".join(map(chr, range(32, 127)))
BLEED = 72 / 25.4 * 3
TRIM = (20.0, 20.0, 420.0, 595.0)
MEDIA = (0.0, 0.0, 440.0, 615.0)

Objects = Mapping[str, str]
"""Entries of a resource dictionary, such as ``/Im1``, as they are written."""


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page as it is written; ``keys`` are added to its dictionary."""

    content: str | bytes
    media: tuple[float, ...] = MEDIA
    trim: tuple[float, ...] | None = TRIM
    bleed: tuple[float, ...] | None = (
        TRIM[0] - BLEED, TRIM[1] - BLEED, TRIM[2] + BLEED, TRIM[3] + BLEED
    )  # fmt: skip
    resources: Mapping[str, Objects] = field(default_factory=dict)
    keys: str = ""


@dataclass(frozen=True, kw_only=True)
class Document:
    """Pages, and what is said of the whole file; ``objects`` are numbered from 100 on."""

    pages: tuple[Page, ...]
    objects: tuple[bytes, ...] = ()
    catalog: str = (
        "/OutputIntents [<</Type /OutputIntent /S /GTS_PDFX /OutputConditionIdentifier (FOGRA39)>>]"
    )
    info: str = "/Title (News) /Trapped /False /GTS_PDFXVersion (PDF/X-4)"
    trailer: str = "/ID [<00> <00>]"


def stream(data: str | bytes, keys: str = "", *, packed: bool = False) -> bytes:
    """A stream object."""
    data = data.encode("latin-1") if isinstance(data, str) else data
    if packed:
        data, keys = zlib.compress(data), f"{keys} /Filter /FlateDecode"
    return b"<<%s /Length %d>>\nstream\n%s\nendstream" % (keys.encode(), len(data), data)


def picture(columns: int, rows: int, *, space: str = "/DeviceCMYK", fill: bytes = b"") -> bytes:
    """A picture in one colour, or of the given pixel over and over."""
    count = {"/DeviceCMYK": 4, "/DeviceRGB": 3, "/DeviceGray": 1}.get(space, 1)
    fill = fill or bytes([40] * count)
    data = fill * (columns * rows)
    said = (
        f"/Type /XObject /Subtype /Image /Width {columns} /Height {rows} "
        f"/ColorSpace {space} /BitsPerComponent 8"
    )
    return stream(data, said, packed=True)


def write(document: Document) -> bytes:
    """Write a document: catalog, pages, contents, a font, and the objects from 100 on."""
    objects: dict[int, bytes] = {100 + number: made for number, made in enumerate(document.objects)}
    for number, made in enumerate(_font_objects(), start=90):
        objects[number] = made
    kids = []
    for index, page in enumerate(document.pages):
        number = 10 + 2 * index
        kids.append(f"{number} 0 R")
        objects[number] = _page(page, number + 1)
        objects[number + 1] = stream(page.content)
    objects[1] = f"<</Type /Catalog /Pages 2 0 R {document.catalog}>>".encode()
    objects[2] = f"<</Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)}>>".encode()
    objects[3] = f"<<{document.info}>>".encode()
    return _assemble(objects, document.trailer)


def _page(page: Page, content: int) -> bytes:
    boxes = {"MediaBox": page.media, "TrimBox": page.trim, "BleedBox": page.bleed}
    told = " ".join(f"/{key} [{_list(box)}]" for key, box in boxes.items() if box)
    kinds = {"Font": {"/F1": "90 0 R"}, **page.resources}
    held = " ".join(
        f"/{kind} <<{' '.join(f'{name} {value}' for name, value in entries.items())}>>"
        for kind, entries in kinds.items()
    )
    return (
        f"<</Type /Page /Parent 2 0 R {told} /Contents {content} 0 R "
        f"/Resources <<{held}>> {page.keys}>>"
    ).encode()


def _list(values: tuple[float, ...]) -> str:
    return " ".join(f"{value:.4f}" for value in values)


def _assemble(objects: dict[int, bytes], trailer: str) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"), {}
    for number, made in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, made)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in sorted(places.items()):
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += f"trailer <</Size {size} /Root 1 0 R /Info 3 0 R {trailer}>>\n".encode()
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


@cache
def _subset() -> tuple[bytes, dict[str, int], dict[int, int]]:
    """A font with plain letters: its file, and the glyph of each letter, and glyphs' widths."""
    font = TTFont(resource_folder("fonts") / FONT)
    options = Options()
    options.layout_features, options.hinting, options.notdef_outline = [], False, True
    subsetter = Subsetter(options)
    subsetter.populate(text=LETTERS)
    subsetter.subset(font)
    out = BytesIO()
    font.save(out)
    cmap, scale = font.getBestCmap(), 1000 / font["head"].unitsPerEm
    glyphs = {letter: font.getGlyphID(cmap[ord(letter)]) for letter in LETTERS}
    widths = {
        font.getGlyphID(name): round(advance * scale)
        for name, (advance, _) in font["hmtx"].metrics.items()
    }
    return out.getvalue(), glyphs, widths


@cache
def _font_objects() -> tuple[bytes, ...]:
    """The font as a composite one, by glyphs (ISO 32000-2, 9.7), from object 90 on."""
    file, glyphs, widths = _subset()
    listed = " ".join(str(widths.get(glyph, 0)) for glyph in range(max(widths) + 1))
    meanings = "\n".join(f"<{glyph:04x}> <{ord(letter):04x}>" for letter, glyph in glyphs.items())
    cmap = (
        "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n"
        f"{len(glyphs)} beginbfchar\n{meanings}\nendbfchar\n"
    )
    name = "ABCDEF+LibreFranklin"
    return (
        f"<</Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
        "/DescendantFonts [91 0 R] /ToUnicode 94 0 R>>".encode(),
        f"<</Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /FontDescriptor 92 0 R "
        "/CIDSystemInfo <</Registry (Adobe) /Ordering (Identity) /Supplement 0>> "
        f"/CIDToGIDMap /Identity /W [0 [{listed}]]>>".encode(),
        f"<</Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 -200 1000 900] "
        "/ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 "
        "/FontFile2 93 0 R>>".encode(),
        stream(file, f"/Length1 {len(file)}", packed=True),
        stream(cmap),
    )


def text(
    words: str, *, x: float = 80, y: float = 500, size: float = 10, colour: str = "0 0 0 1 k"
) -> str:
    """A line of text."""
    _, glyphs, _ = _subset()
    codes = "".join(f"{glyphs[letter]:04x}" for letter in words)
    return f"q {colour} BT /F1 {size} Tf {x} {y} Td <{codes}> Tj ET Q\n"


def sound_page(more: str = "", **changes: object) -> Page:
    """A page that any press would print: text, a rule, a panel, a picture, colour in the bleed."""
    content = (
        "0 0.2 0.6 0 k 80 300 200 60 re f\n0 0 0 0.1 k 11 540 418 64 re f\n"
        "0 0 0 1 K 0.5 w 80 480 m 300 480 l S\n"
        + text("No heat, no rent")
        + text("The boiler is back on after eleven weeks.", y=460)
    )
    return Page(content=content + more, **changes)  # type: ignore[arg-type]


def sound(*, page: Page | None = None, **changes: object) -> Document:
    """Four sound pages, or with another one as the third."""
    plain = sound_page()
    return Document(pages=(plain, plain, page or plain, plain), **changes)  # type: ignore[arg-type]


def check(pdf: bytes, way: str = "sheetfed", *, codes: tuple[str, ...] = ()) -> Preflight:
    """Open and check a document."""
    return examine(open_pdf(pdf, name="news.pdf"), read_profile(way), expected_codes=codes)


def findings(preflight: Preflight) -> list[tuple[str, int | None]]:
    """Codes and pages of all errors and warnings."""
    return [
        (finding.code, finding.page) for finding in preflight.findings if finding.severity != "note"
    ]
