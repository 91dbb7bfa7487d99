"""Documents with something planted on their third page."""

from dataclasses import replace
from io import BytesIO

import segno
from PIL import Image, ImageDraw

from tests.preflight.documents import (
    BLEED,
    MEDIA,
    TRIM,
    Document,
    picture,
    sound,
    sound_page,
    stream,
    text,
)


def on_page(more: str = "", objects: tuple[bytes, ...] = (), **changes: object) -> Document:
    """The third page with something more on it."""
    return sound(page=sound_page(more, **changes), objects=objects)


def with_picture(
    made: bytes, *, width: float = 100, height: float = 100, more: tuple[bytes, ...] = ()
) -> Document:
    """The third page with a picture on it."""
    content = f"q {width} 0 0 {height} 100 100 cm /Im1 Do Q\n"
    resources = {"XObject": {"/Im1": "100 0 R"}}
    return on_page(content, (made, *more), resources=resources)


def qr(
    *, cover: bool = False, faint: bool = False, side: float = 80, version: int | None = None
) -> Document:
    """The third page with a QR code as a picture, perhaps spoilt."""
    out = BytesIO()
    code = segno.make("https://example.org/rent", error="l", micro=False, version=version)
    code.save(out, kind="png", scale=10, border=4)
    image = Image.open(out).convert("L")
    if cover:
        third = image.width // 3
        ImageDraw.Draw(image).ellipse((third, third, 2 * third, 2 * third), fill=255)
    if faint:
        image = image.point(lambda value: 255 - (255 - value) // 20)
    keys = (
        f"/Type /XObject /Subtype /Image /Width {image.width} /Height {image.height} "
        "/ColorSpace /DeviceGray /BitsPerComponent 8"
    )
    made = stream(image.tobytes(), keys, packed=True)
    quiet = 1 + 8 / (image.width / 10 - 8)
    return with_picture(made, width=side * quiet, height=side * quiet)


def standard_font() -> Document:
    resources = {"Font": {"/F1": "90 0 R", "/F2": "100 0 R"}}
    font = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>"
    content = "BT /F2 12 Tf 80 200 Td (Not embedded) Tj ET\n"
    return on_page(content, (font,), resources=resources)


def drawn_font() -> Document:
    glyph = stream("600 0 0 0 500 700 d1 0 0 500 700 re f")
    font = (
        b"<</Type /Font /Subtype /Type3 /Name /Blocks /FontBBox [0 0 500 700] "
        b"/FontMatrix [0.001 0 0 0.001 0 0] /CharProcs <</a 100 0 R>> /FirstChar 97 /LastChar 97 "
        b"/Encoding <</Differences [97 /a]>> /Widths [600] /Resources <<>>>>"
    )
    resources = {"Font": {"/F1": "90 0 R", "/F2": "101 0 R"}}
    content = "0 0 0 1 k BT /F2 12 Tf 80 200 Td (aaa) Tj ET\n"
    return on_page(content, (glyph, font), resources=resources)


def state(keys: str, content: str) -> Document:
    resources = {"ExtGState": {"/G1": f"<<{keys}>>"}}
    return on_page(f"q /G1 gs {content} Q\n", resources=resources)


def spot(count: int) -> Document:
    function = "<</FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 1 0] /N 1>>"
    spaces = {
        f"/S{index}": f"[/Separation /Ink#20{index} /DeviceCMYK {function}]"
        for index in range(count)
    }
    content = "".join(f"/S{n} cs 1 scn {100 + 30 * n} 100 20 20 re f\n" for n in range(count))
    return on_page(content, resources={"ColorSpace": spaces})


def shading(values: str) -> Document:
    function = f"<</FunctionType 2 /Domain [0 1] /C0 [{values}] /C1 [{values}] /N 1>>"
    made = f"<</ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 100 0] /Function {function}>>"
    content = "q 100 100 100 50 re W n /Sh1 sh Q\n"
    return on_page(content, resources={"Shading": {"/Sh1": made}})


def annotated(kind: str, more: str = "") -> Document:
    keys = f"/Annots [<</Type /Annot /Subtype /{kind} /Rect [100 100 150 150] /F 4 {more}>>]"
    return on_page(keys=keys)


def form(content: str, keys: str) -> Document:
    """The third page with a form XObject on it."""
    made = stream(content, f"/Type /XObject /Subtype /Form {keys}")
    return on_page("/Fm1 Do\n", (made,), resources={"XObject": {"/Fm1": "100 0 R"}})


def tiled(content: str) -> Document:
    """The third page with an area filled with a pattern."""
    made = stream(
        content,
        "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 20 20] "
        "/XStep 20 /YStep 20 /Resources <<>>",
    )
    fill = "/Pattern cs /P1 scn 100 100 100 100 re f\n"
    return on_page(fill, (made,), resources={"Pattern": {"/P1": "100 0 R"}})


def inline(columns: int, rows: int) -> Document:
    data = (b"\x40" * columns * rows).decode("latin-1")
    said = f"BI /W {columns} /H {rows} /CS /G /BPC 8 ID {data} EI"
    return on_page(f"q 100 0 0 100 100 100 cm {said} Q\n")


def jpeg_cut() -> Document:
    out = BytesIO()
    noise = Image.effect_noise((400, 400), 90)
    noise.save(out, "JPEG", quality=90)
    keys = (
        "/Type /XObject /Subtype /Image /Width 400 /Height 400 /ColorSpace /DeviceGray "
        "/BitsPerComponent 8 /Filter /DCTDecode"
    )
    return with_picture(stream(out.getvalue()[:20_000], keys))


def short_data() -> Document:
    made = stream(
        b"\x40" * 90_000,
        "/Type /XObject /Subtype /Image /Width 400 /Height 400 /ColorSpace /DeviceGray "
        "/BitsPerComponent 8",
        packed=True,
    )
    return with_picture(made)


def other_bleed(by: float) -> Document:
    box = (TRIM[0] - by, TRIM[1] - by, TRIM[2] + by, TRIM[3] + by)
    return on_page(bleed=box)


def rgb_icc() -> Document:
    made = picture(400, 400, space="[/ICCBased 101 0 R]", fill=b"\x40\x40\x40")
    return with_picture(made, more=(stream(b"profile", "/N 3"),))


def indexed_rgb() -> Document:
    space = "[/Indexed /DeviceRGB 1 <ff0000 00ff00>]"
    return with_picture(picture(400, 400, space=space, fill=b"\1"))


def lab() -> Document:
    spaces = {"/L": "[/Lab <</WhitePoint [0.96 1 0.82]>>]"}
    return on_page("/L cs 50 40 20 sc 100 100 50 50 re f\n", resources={"ColorSpace": spaces})


def registration() -> Document:
    spaces = {"/All": "[/Separation /All /DeviceCMYK <</FunctionType 2 /Domain [0 1] "
              "/C0 [0 0 0 0] /C1 [1 1 1 1] /N 1>>]"}  # fmt: skip
    return on_page("/All cs 0.5 scn 100 100 50 5 re f\n", resources={"ColorSpace": spaces})


def grey(more: str = "", **changes: object) -> Document:
    """Four pages in grey alone, for a drum, with something on the third."""
    plain = (
        text("No heat, no rent", colour="0 g")
        + text("The boiler is back on.", y=460, colour="0 g")
        + "0.4 g 80 300 200 60 re f\n"
    )
    page = replace(sound_page(), content=plain)
    third = replace(page, content=plain + more, **changes)  # type: ignore[arg-type]
    return Document(pages=(page, page, third, page))


def without(document: Document, **changes: object) -> Document:
    return replace(document, **changes)  # type: ignore[arg-type]


def no_trim() -> Document:
    """A page without a TrimBox, whose medium is the trim of the others."""
    width, height = TRIM[2] - TRIM[0], TRIM[3] - TRIM[1]
    shifted = replace(
        sound_page(), content="1 0 0 1 -20 -20 cm\n" + text("No heat, no rent"), trim=None,
        media=(0.0, 0.0, width, height), bleed=None,
    )  # fmt: skip
    return sound(page=shifted)


def smaller_by_unit() -> Document:
    """A page of half the size, whose unit is two points."""
    left, bottom, right, top = TRIM
    page = sound_page(
        keys="/UserUnit 2",
        media=tuple(value / 2 for value in MEDIA),
        trim=tuple(value / 2 for value in TRIM),
        bleed=tuple(
            value / 2 for value in (left - BLEED, bottom - BLEED, right + BLEED, top + BLEED)
        ),
    )
    return sound(page=replace(page, content=f"0.5 0 0 0.5 0 0 cm\n{page.content!s}"))


def one_bit(side: int) -> bytes:
    data = b"\xaa" * ((side + 7) // 8 * side)
    return stream(
        data,
        f"/Type /XObject /Subtype /Image /Width {side} /Height {side} /ColorSpace /DeviceGray "
        "/BitsPerComponent 1",
        packed=True,
    )


def deep_picture() -> bytes:
    return stream(
        b"\x80\0" * 160_000,
        "/Type /XObject /Subtype /Image /Width 400 /Height 400 /ColorSpace /DeviceGray "
        "/BitsPerComponent 16",
        packed=True,
    )


def damaged_form() -> Document:
    keys = "/Type /XObject /Subtype /Form /BBox [0 0 99 99] /Filter /FlateDecode"
    made = stream(b"\xff" * 40, keys)
    return on_page("/Fm1 Do\n", (made,), resources={"XObject": {"/Fm1": "100 0 R"}})


def endless_forms() -> Document:
    """Ten forms, each of which draws the next one thirty times."""
    forms = [
        stream(
            "/Fm Do " * 30 if depth < 9 else "0 0 1 1 re f",
            "/Type /XObject /Subtype /Form /BBox [0 0 99 99] "
            f"/Resources <</XObject <</Fm {min(101 + depth, 109)} 0 R>>>>",
        )
        for depth in range(10)
    ]
    return on_page("/Fm1 Do\n", tuple(forms), resources={"XObject": {"/Fm1": "100 0 R"}})
